/** The part of the office that concerns people, devices, recovery and safety: what the screens say and what they are told. */
import type { DeviceId, MemberId } from "@answerable/casework";
import type { DeskId, Role } from "@answerable/wire";

export type { DeskId, Role } from "@answerable/wire";

/** NotSent: something lies only on this device and cannot be sent now. SamePhrase: both phrases would be one. */
export type SafetyRefusal =
  | { readonly type: "WrongPassphrase" }
  | { readonly type: "PassphraseTooShort"; readonly least: number }
  | { readonly type: "SamePhrase" }
  | { readonly type: "NotSent"; readonly count: number }
  | { readonly type: "NotOpen" };

export type PeopleWord =
  /** A voice against a colleague who may be forced, or one's own. */
  | { readonly type: "Suspend"; readonly member: MemberId }
  | { readonly type: "Restore"; readonly member: MemberId }
  | { readonly type: "Remove"; readonly member: MemberId }
  | { readonly type: "GiveRoles"; readonly member: MemberId; readonly roles: readonly Role[] }
  /** A desk, its maker at it, and these. */
  | {
      readonly type: "MakeDesk";
      readonly name: string;
      readonly purpose: string;
      readonly members: readonly MemberId[];
    }
  | { readonly type: "NameDesk"; readonly desk: DeskId; readonly name: string; readonly purpose: string }
  | { readonly type: "GiveSeat"; readonly desk: DeskId; readonly member: MemberId }
  | { readonly type: "TakeSeat"; readonly desk: DeskId; readonly member: MemberId }
  /** By the line that it prints; without one, none is demanded any more. */
  | { readonly type: "NameWitness"; readonly line?: string }
  | { readonly type: "RevokeDevice"; readonly device: DeviceId; readonly why: "left" | "lost" };

/** NotAllowed: the team log does not let this member say it. NotPossible: it does not follow from how things stand. */
export type PeopleRefusal =
  | { readonly type: "NotOpen" }
  | { readonly type: "NotAllowed" }
  | { readonly type: "LastCoordinator" }
  | { readonly type: "NameMissing" }
  | { readonly type: "NotPossible" }
  | { readonly type: "Unreachable" };

export interface RecoverHelpline {
  readonly shares: readonly string[];
  /** Of the helpline, as the paper has it: at least its first eight symbols. */
  readonly fingerprint: string;
  readonly yourName: string;
  readonly deviceName: string;
  readonly passphrase: string;
}
export interface ShareRead {
  readonly set: string;
  readonly least: number;
  readonly of: number;
  readonly number: number;
}
export type ShareFault = "NotAShare" | "Misread";
export type RecoverRefusal =
  | { readonly type: "NotEmpty" }
  | { readonly type: "NameMissing" }
  | { readonly type: "PassphraseTooShort"; readonly least: number }
  | { readonly type: ShareFault }
  | { readonly type: "TooFew"; readonly least: number; readonly have: number }
  | {
      readonly type:
        | "OtherSet"
        | "SameTwice"
        | "WrongSecret"
        | "OtherHelpline"
        | "NoRecovery"
        | "Unreachable";
    };

export interface TeamQuery {
  readonly type: "Team";
}
export interface TeamAnswer {
  readonly mayCoordinate: boolean;
  readonly members: readonly TeamMemberRow[];
  readonly desks: readonly TeamDeskRow[];
  readonly recovery?: {
    readonly set: string;
    readonly least: number;
    readonly of: number;
    /** When it was made. */
    readonly day: string;
  };
  /** The name of the witness whose word under the log is demanded. */
  readonly witness?: string;
  /** The newest key of the desk could not be had: nothing can be sent until somebody else mends its box. */
  readonly isLockedOut: boolean;
}
export interface TeamDeskRow {
  readonly id: DeskId;
  /** Its number among all desks of the helpline, by age. */
  readonly number: number;
  /** undefined: nobody has named it, or not for a desk at which one sits. */
  readonly name?: string;
  readonly purpose?: string;
  readonly epoch: number;
  readonly members: readonly MemberId[];
  readonly isMine: boolean;
  readonly isRotationDue: boolean;
  /** Letters, and cases of other desks, can be put through its letterbox now. */
  readonly takesLetters: boolean;
}

export interface TeamMemberRow {
  readonly id: MemberId;
  readonly name?: string;
  readonly isMe: boolean;
  readonly roles: readonly Role[];
  readonly standing: "Active" | "Suspended" | "Removed";
  /** Who asks that she be suspended; a second voice does it. */
  readonly voices: number;
  readonly hasMyVoice: boolean;
  readonly devices: readonly TeamDeviceRow[];
}
export interface TeamDeviceRow {
  readonly id: DeviceId;
  readonly name?: string;
  readonly isThis: boolean;
  readonly isInUse: boolean;
  readonly why?: "left" | "lost" | "expired";
  /** The day on which it last said that it is in use. */
  readonly renewed: string;
  readonly expiresInDays: number;
}

/** What is asked and refused at the doors of an office: founding, joining, unlocking. */
export interface FoundHelpline {
  readonly helplineName: string;
  readonly yourName: string;
  readonly deviceName: string;
  readonly passphrase: string;
  readonly practice: boolean;
  readonly foundingSecret: string;
}
export type FoundRefusal =
  | { readonly type: "NotEmpty" }
  | { readonly type: "PassphraseTooShort"; readonly least: number }
  | { readonly type: "NameMissing" }
  | { readonly type: "FoundingRefused" }
  | { readonly type: "Unreachable" };

export interface JoinHelpline {
  readonly link: string;
  readonly yourName: string;
  readonly deviceName: string;
  readonly passphrase: string;
}
export type MeetingRefusal =
  | { readonly type: "NotEmpty" }
  | { readonly type: "NotOpen" }
  | { readonly type: "NotAllowed" }
  | { readonly type: "NotALink" }
  | { readonly type: "PassphraseTooShort"; readonly least: number }
  | { readonly type: "NameMissing" }
  | { readonly type: "WrongDigits" }
  | { readonly type: "Expired" }
  | { readonly type: "Cancelled" }
  | { readonly type: "NotTheSameHelpline" }
  /** The team log has the device, and the device has no keys: nobody has it. See note: A lost welcome (enrol.ts). */
  | { readonly type: "WelcomeLost" }
  | { readonly type: "MeetingBroken" }
  | { readonly type: "Unreachable" };

export type UnlockRefusal =
  | { readonly type: "WrongPassphrase" }
  | { readonly type: "NothingToUnlock" }
  | { readonly type: "CodeMissing" }
  | { readonly type: "OtherTab" };

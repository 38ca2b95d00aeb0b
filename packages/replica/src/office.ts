/**
 * The office as the desk sees it: one device's own copy, behind a message port. Everything here is plain readonly data
 * that survives structured cloning; no key, no sealed byte and no server address passes this line.
 * Answers of `watch` come again whenever something absorbed touches them, at most once a frame.
 */
import type {
  AppealsAnswer,
  AppealsQuery,
  AttachmentId,
  CaseId,
  Command,
  DeviceId,
  DutyAnswer,
  DutyQuery,
  Draft,
  DraftId,
  DropId,
  FolderId,
  HeldCallBack,
  LedgerAnswer,
  LedgerQuery,
  IncidentAnswerTo,
  IncidentAnyQuery,
  MemberId,
  Moment,
  OverviewAnswer,
  OverviewQuery,
  Refusal,
  Result,
  TaskId,
} from "@answerable/casework";
import type { DeskId, Role } from "@answerable/wire";

import type {
  AttachRefusal,
  CourtBundle,
  FileToAttach,
  FileUnderWay,
  OpenAttachmentRefusal,
  OpenedAttachment,
} from "./attachments/office.ts";
import type { TakeRefusal } from "./callbacks.ts";
import type { FoundHelpline, FoundRefusal, JoinHelpline, MeetingRefusal, UnlockRefusal } from "./doors.ts";
import type { LettersAnswer, LettersQuery } from "./inbox/answers.ts";
import type { IncomingAnswer, ListQuery, ListsQuery, ListWord } from "./incoming/answers.ts";
import type { SameAnswer, SameQuery } from "./likeness/answers.ts";
import type { CaseFileAnswer, CountersAnswer, RosterAnswer, TasksAnswer } from "./office-answers.ts";
import type { DeskRow, Refer, ReferRefusal, ShowRefusal } from "./office-desks.ts";
import type {
  PeopleRefusal,
  PeopleWord,
  RecoverHelpline,
  RecoverRefusal,
  SafetyRefusal,
  ShareFault,
  ShareRead,
  TeamAnswer,
  TeamQuery,
} from "./office-people.ts";
import type { PublishRefusal, SignedManifest } from "./publishing.ts";
import type { ExpiringAnswer, ExpiringQuery } from "./queries/expiring.ts";
import type { OutgoingAnswer, OutListsQuery, OutRowsQuery } from "./queries/outgoing.ts";
import type { RecordAnswer, RecordQuery } from "./queries/record.ts";

export type * from "./office-answers.ts";
export type * from "./office-desks.ts";
export type * from "./office-people.ts";

export type * from "./doors.ts";

export interface Office {
  readonly status: () => Status;
  /** Calls the listener at once and at every change. The answer ends it. */
  readonly watchStatus: (listener: (status: Status) => void) => Unwatch;

  readonly found: (given: FoundHelpline) => Promise<Result<{ fingerprint: string }, FoundRefusal>>;
  /** Resolves when the device is enrolled and open, or the meeting has failed. Progress: `status().enrol`. */
  readonly join: (given: JoinHelpline) => Promise<Result<void, MeetingRefusal>>;
  /** Opens a meeting and resolves as soon as there is a link to show. Progress: `status().enrol`. */
  readonly invite: (given: {
    readonly deviceName: string;
    /** A new member with her first device; only a coordinator may. Without it: one more device of one's own. */
    readonly newcomer?: { readonly roles: readonly Role[] };
  }) => Promise<Result<{ link: string }, MeetingRefusal>>;
  /** The six digits that the other device shows. A wrong guess burns the meeting. */
  readonly typeDigits: (digits: string) => Promise<Result<void, MeetingRefusal>>;
  readonly cancelMeeting: () => Promise<void>;
  /**
   * The office of one desk, whichever is shown: what is asked and told through it reaches that desk or nobody. Screens of a desk work
   * with it, so that a word that comes late is not said to the desk that was shown meanwhile.
   */
  readonly at: (desk: DeskId) => Office;
  /** Another of one's desks takes the place of the one that is shown (`status().desk`). */
  readonly show: (desk: DeskId) => Promise<Result<void, ShowRefusal>>;
  /** Says of people and devices what follows the rules of the team log; whoever leaves makes the desks be rotated at once. */
  readonly sayOfPeople: (word: PeopleWord) => Promise<Result<void, PeopleRefusal>>;
  /** A new identity on paper. The shares exist in the answer and nowhere else: they are printed, and forgotten. */
  readonly setRecovery: (given: {
    readonly least: number;
    readonly of: number;
  }) => Promise<Result<{ set: string; shares: readonly string[] }, PeopleRefusal>>;
  /** What a share says of itself, before the others have come. */
  readonly readShare: (text: string) => Promise<Result<ShareRead, { readonly type: ShareFault }>>;
  /** On a device without a helpline: enough shares let it in as a coordinator, and every desk is rotated. */
  readonly recover: (given: RecoverHelpline) => Promise<Result<void, RecoverRefusal>>;
  /** `code`: where the device was made ready for a journey. */
  readonly unlock: (passphrase: string, code?: string) => Promise<Result<void, UnlockRefusal>>;
  /** Drops every key and every opened thing from memory. */
  readonly lock: () => Promise<void>;
  /** Sends what waits, takes everything off this device but a keep that the passphrase alone does not open, and locks. */
  readonly travel: (passphrase: string) => Promise<Result<{ code: string }, SafetyRefusal>>;
  /** A second phrase that, typed at the door, destroys instead of opening. */
  readonly setDuress: (given: {
    readonly passphrase: string;
    readonly phrase: string;
  }) => Promise<Result<void, SafetyRefusal>>;
  /** Destroys the keys on this device first, then everything else; tells the helpline that it is lost, if it can be reached. */
  readonly panic: () => Promise<void>;
  /** Where another tab of this device holds the office: take it over; that tab then says `otherTab`. */
  readonly takeOver: () => Promise<void>;

  /** Resolves when the command is absorbed and kept on this device, before the network knows. */
  readonly do: (command: Command) => Promise<Result<{ folder: FolderId }, Refusal | OfficeRefusal>>;
  /** Takes a letter into a case, or, without one, into the case that it opens. As `do`. */
  readonly takeDrop: (given: {
    readonly drop: DropId;
    readonly into?: CaseId;
  }) => Promise<Result<{ folder: FolderId }, Refusal | OfficeRefusal>>;
  /**
   * By somebody who sits at both desks: another desk gets a case of its own, under its own key, with what is known of this one; here
   * stands where it went and who agreed. Needs a line.
   */
  readonly refer: (given: Refer) => Promise<Result<{ folder: FolderId }, ReferRefusal>>;
  /** The case goes back to the desk that it came from. */
  readonly sendBack: (given: {
    readonly case: CaseId;
    readonly reason: string;
  }) => Promise<Result<{ folder: FolderId }, ReferRefusal>>;
  readonly keepDraft: (draft: Draft) => Promise<Result<void, OfficeRefusal>>;
  readonly dropDraft: (id: DraftId) => Promise<void>;
  /** Drafts kept on this device, oldest first. */
  readonly drafts: () => Promise<readonly Draft[]>;
  readonly keepSlip: (slip: Slip) => Promise<Result<void, OfficeRefusal>>;
  readonly dropSlip: (place: string) => Promise<void>;
  /** Slips kept on this device. */
  readonly slips: () => Promise<readonly Slip[]>;

  /** Resolves when the file is sealed and in the case; small ones may still wait for the line, large ones have been sent. Progress: `status().files`. */
  readonly attach: (file: FileToAttach) => Promise<Result<{ attachment: AttachmentId }, AttachRefusal>>;
  /** The file whole and verified, noted as opened by this member. */
  readonly openAttachment: (of: {
    readonly case: CaseId;
    readonly attachment: AttachmentId;
  }) => Promise<Result<OpenedAttachment, OpenAttachmentRefusal>>;
  /**
   * The whole case for a court: originals, stamps, signed sheets, their words and a checker. Nothing is noted yet: see the command
   * `GiveOutCase`. undefined: not all of it is at hand and sound, the server cannot be reached, or it is not hers to give out.
   */
  readonly courtBundle: (id: CaseId) => Promise<CourtBundle | undefined>;
  /** Ends a sealing or an opening that is under way. */
  readonly cancelAttachment: (attachment: AttachmentId) => Promise<void>;
  /** The next family to call back, leased so that nobody else calls it; with `task` that one, or the one held for longer. */
  readonly takeCallBack: (wanted: {
    readonly task?: TaskId;
  }) => Promise<Result<HeldCallBack, TakeRefusal | OfficeRefusal>>;
  /** Given back untried; it stays where it was in the queue. */
  readonly freeCallBack: () => Promise<void>;

  /** This device's signature over the manifest of a release. */
  readonly signManifest: (of: {
    readonly release: number;
    readonly manifest: Uint8Array;
  }) => Promise<Result<SignedManifest, OfficeRefusal>>;
  /** Hands an archive that two members signed to the server: from then on it is public. */
  readonly publish: (archive: Uint8Array) => Promise<Result<void, PublishRefusal | OfficeRefusal>>;

  /** Compares the whole roster, or what is new since the last time; proposes pairs for review, and never links. */
  readonly beginPass: () => Promise<Result<void, OfficeRefusal>>;
  /** It goes on from there when it is begun again. */
  readonly stopPass: () => Promise<void>;

  /** A list that somebody sent, from its lines to its receipt (incoming/answers.ts). What takes long goes on by itself: watch `List`. */
  readonly sayOfList: (word: ListWord) => Promise<Result<void, Refusal | OfficeRefusal>>;

  readonly ask: <Q extends Query>(query: Q) => Promise<Answer<Q>>;
  /** Answers as soon as it can, and again when it changed. The answer ends it. */
  readonly watch: <Q extends Query>(query: Q, listener: (answer: Answer<Q>) => void) => Unwatch;
}

export type Unwatch = () => void;

/** Half-written words of a form, by its fields. The place names the form by ids: it is not sealed. */
export interface Slip {
  readonly place: string;
  readonly words: Readonly<Record<string, string>>;
}

// ---- status -----------------------------------------------------------------------------------

/**
 * empty: no helpline on this device. locked: asks the passphrase. opening: keys are there, the roster is being read.
 * gone: everything was destroyed a moment ago. broken: what lies on this device, or the team log, does not hold (see `broken`).
 */
export type Phase = "empty" | "gone" | "locked" | "enrolling" | "opening" | "open" | "broken";

export interface Status {
  readonly phase: Phase;
  readonly practice: boolean;
  /** Name of the helpline as its charter says. */
  readonly helpline?: string;
  readonly fingerprint?: string;
  readonly me?: { readonly member: MemberId; readonly device: DeviceId; readonly name: string };
  /** The desk that is shown; what follows is said of it. */
  readonly desk?: DeskId;
  /** One's desks, oldest first. */
  readonly desks?: readonly DeskRow[];
  readonly members: readonly MemberName[];
  readonly online: boolean;
  /** Sheets recorded here and not yet acknowledged by the server. */
  readonly waiting: number;
  /** When the last sheet was kept on this device, sealed. */
  readonly sealedAt?: Moment;
  /** When the server last told us everything there is. */
  readonly syncedAt?: Moment;
  /** Cards opened of cards known, while the roster is still filling. Search already works on what is there. */
  readonly sync?: { readonly done: number; readonly of: number };
  /** Rows of the index of names built of rows known. Until then matches are found by their words alone. */
  readonly indexing?: { readonly done: number; readonly of: number };
  readonly quarantined: readonly Quarantined[];
  /** Minutes by which this device's clock runs ahead (negative: behind) of the server's; only where it is two minutes or more. */
  readonly clockOffByMinutes?: number;
  /** Another tab of this device holds the office. */
  readonly otherTab: boolean;
  readonly enrol?: Enrolling;
  readonly storage?: Storage;
  readonly broken?: Broken;
  /** undefined: nothing is wrong with the server's log. `proof`: a file that a third party can check. */
  readonly log?: { readonly faults: readonly LogFault[]; readonly proof?: string };
  /** Files that this device seals, keeps for the line, sends or opens. */
  readonly files?: readonly FileUnderWay[];
  /** The door asks for the code of the journey too. */
  readonly travels?: boolean;
}

export interface MemberName {
  readonly id: MemberId;
  /** undefined: nothing signed with a name was read here yet. */
  readonly name?: string;
}

/** Kept sealed and set aside; everything else works. */
export interface Quarantined {
  /** undefined: it concerns the whole desk (a binder, a rollback). */
  readonly folder?: FolderId;
  readonly what: Damage;
  /** Sheet number where it is a sheet. */
  readonly number?: number;
}
/**
 * sheet/card: does not open under its key, or is no card. signature: not signed by a device of the team. chain: the
 * hash of the sheet before does not match. gap: a number is missing. rollback: the server has less than it had before. late: its
 * writer had lost the desk's key when it was placed.
 */
export type Damage =
  | "sheet"
  | "card"
  | "binder"
  | "key"
  | "signature"
  | "chain"
  | "gap"
  | "rollback"
  | "late"
  | "refused";

/**
 * What the server did to its log (sync/proofs.ts). rollback: it has less than it once had. fork: it shows two devices, or two days, two
 * logs. withheld: it does not prove what it says, or does not show every sheet that it counts. unwitnessed: the witness that the
 * helpline has named did not sign it.
 */
export type LogFault = "rollback" | "fork" | "withheld" | "unwitnessed";

export interface Storage {
  /** undefined: not asked or not known. */
  readonly persisted?: boolean;
  /** The disk took no more; what was recorded is in memory and is tried again. */
  readonly full: boolean;
  /** Things recorded or received that are not on the disk yet. */
  readonly unkept: number;
}

/**
 * team: the team log does not hold. removed: this device is not in it. suspended: its member is, for now. disk: what lies here
 * cannot be read.
 */
export type Broken = "team" | "removed" | "suspended" | "disk";

export type Enrolling =
  | { readonly role: "inviting"; readonly step: "waiting"; readonly link: string; readonly until: Moment }
  | { readonly role: "inviting"; readonly step: "digits"; readonly link: string; readonly digits: string }
  | { readonly role: "inviting"; readonly step: "sealing" | "done"; readonly link: string }
  | { readonly role: "inviting"; readonly step: "failed"; readonly why: MeetingRefusal }
  | { readonly role: "joining"; readonly step: "reaching" | "waiting" | "done" }
  | { readonly role: "joining"; readonly step: "digits" | "welcome"; readonly digits: string }
  | { readonly role: "joining"; readonly step: "failed"; readonly why: MeetingRefusal };

/** Locked: unlock first. OtherTab: another tab writes. FolderNotHere: not on this device and the server cannot be reached. */
export type OfficeRefusal =
  | { readonly type: "Locked" }
  | { readonly type: "OtherTab" }
  | { readonly type: "FolderNotHere"; readonly folder: FolderId };

// ---- queries ------------------------------------------------------------------------------------------

export const rosterLists = ["all", "new", "mine", "urgent", "waiting", "promises", "closed"] as const;
export type RosterList = (typeof rosterLists)[number];

export interface RosterQuery {
  readonly type: "Roster";
  /** Any words of the card, whole or begun; a telephone by its digits; a case number. Empty: everything of the list. */
  readonly text: string;
  readonly list: RosterList;
  readonly from: number;
  readonly count: number;
}
export interface CaseFileQuery {
  readonly type: "CaseFile";
  readonly case: CaseId;
}
export interface CountersQuery {
  readonly type: "Counters";
}
/** Promises and call-backs not done, by due time; without `owner` everyone's. */
export interface TasksQuery {
  readonly type: "Tasks";
  readonly owner?: MemberId;
}
export type Query =
  | TeamQuery
  | RosterQuery
  | CaseFileQuery
  | CountersQuery
  | TasksQuery
  | ExpiringQuery
  /** Casework answers these itself, from the cards and folders of this device. */
  | AppealsQuery
  | SameQuery
  | DutyQuery
  | LettersQuery
  | RecordQuery
  | LedgerQuery
  | IncidentAnyQuery
  | OverviewQuery
  | ListQuery
  | ListsQuery
  | OutRowsQuery
  | OutListsQuery;

export type Answer<Q extends Query> = Q extends { readonly type: "Roster" }
  ? RosterAnswer
  : Q extends ListQuery | ListsQuery
    ? IncomingAnswer<Q>
    : Q extends OutRowsQuery | OutListsQuery
      ? OutgoingAnswer<Q>
      : Q extends SameQuery
        ? SameAnswer<Q>
        : Q extends LettersQuery
          ? LettersAnswer<Q>
          : Q extends { readonly type: "CaseFile" }
            ? CaseFileAnswer
            : Q extends { readonly type: "Counters" }
              ? CountersAnswer
              : Q extends ExpiringQuery
                ? ExpiringAnswer
                : Q extends { readonly type: "Tasks" }
                  ? TasksAnswer
                  : Q extends AppealsQuery
                    ? AppealsAnswer<Q>
                    : Q extends DutyQuery
                      ? DutyAnswer<Q>
                      : Q extends TeamQuery
                        ? TeamAnswer
                        : Q extends RecordQuery
                          ? RecordAnswer<Q>
                          : Q extends LedgerQuery
                            ? LedgerAnswer<Q>
                            : Q extends OverviewQuery
                              ? OverviewAnswer
                              : Q extends IncidentAnyQuery
                                ? IncidentAnswerTo<Q>
                                : never;

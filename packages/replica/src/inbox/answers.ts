/** What the desk asks about letters from outside, and is told. Plain data: no key of a family passes here. */
import type { AsideId, CaseId, Code, Day, DropId, relations, Report, services } from "@answerable/casework";

import type { MatchesAnswer, Proposed } from "../likeness/answers.ts";

/** damaged: cannot be opened here, whatever the reason. */
export const inboxLists = ["waiting", "aside", "damaged"] as const;
export type InboxList = (typeof inboxLists)[number];
export const inboxGroups = ["unit", "region", "text"] as const;
export type GroupBy = (typeof inboxGroups)[number];

/** All letters that agree in one thing. */
export interface Within {
  readonly by: GroupBy;
  readonly key: string;
}

export interface InboxQuery {
  readonly type: "Inbox";
  readonly list: InboxList;
  readonly within?: Within;
  readonly from: number;
  readonly count: number;
}

/** Why a letter does not open: it is not what it should be, or the key of its period is gone. */
export type Unopened = "damaged" | "noKey" | "unreadable";

export interface InboxRow {
  readonly drop: DropId;
  /** On which it was filed; the server knows no hour. */
  readonly day: Day;
  readonly state: "sealed" | "open" | Unopened;
  /** Empty while it is sealed, as are the texts below. */
  readonly name: string;
  readonly birth: string;
  readonly region: string;
  readonly unit: string;
  readonly relation?: Code<typeof relations>;
  readonly service?: Code<typeof services>;
  readonly line: string;
  readonly danger: "now" | "soon" | "unknown";
  readonly files: number;
  readonly isAddition: boolean;
  /** What of the public pages it answers. */
  readonly about?: string;
  /** The case most like it, and how many there are. */
  readonly match?: {
    readonly case: CaseId;
    readonly number: string;
    readonly name: string;
    readonly proposed: Proposed;
  };
  readonly matches: number;
}

export interface InboxGroup extends Within {
  /** As one of them wrote it. */
  readonly label: string;
  readonly count: number;
}

/** The letterbox as the team log has it: until when families can write. */
export type LetterboxStanding = { readonly type: "Open"; readonly until: Day } | { readonly type: "Closed" };

export interface InboxAnswer {
  readonly rows: readonly InboxRow[];
  readonly total: number;
  readonly lists: Readonly<Record<InboxList, number>>;
  /** Of the waiting letters; the largest first. */
  readonly groups: readonly InboxGroup[];
  /** Letters opened of letters here, while there are sealed ones. */
  readonly opening?: { readonly done: number; readonly of: number };
  readonly letterbox: LetterboxStanding;
}

export interface DropQuery {
  readonly type: "Drop";
  readonly drop: DropId;
}

export type DropAnswer =
  | {
      readonly type: "Open";
      readonly row: InboxRow;
      readonly report: Report;
      /** What the family calls its case by on the telephone. */
      readonly locator: string;
      readonly matches: MatchesAnswer["rows"];
      /** A letter of the same family lies in this case. */
      readonly family?: { readonly case: CaseId; readonly number: string };
      readonly asides: readonly AsideId[];
      /** Somebody has taken it. */
      readonly taken?: { readonly case: CaseId; readonly number: string };
    }
  | { readonly type: "Closed"; readonly row: InboxRow; readonly asides: readonly AsideId[] }
  | { readonly type: "Unknown" };

export type LettersQuery = InboxQuery | DropQuery;
export type LettersAnswer<Q extends LettersQuery> = Q extends { readonly type: "Inbox" }
  ? InboxAnswer
  : DropAnswer;

/** What of a case's letters is told by other things than its folder. */
export interface OutsideOfCase {
  /** Reply `number` was fetched on that day; only where the family lets it be known. */
  readonly reads: readonly { readonly mailbox: string; readonly number: number; readonly day: Day }[];
  /** Letters in this folder that were first taken into another. */
  readonly elsewhere: readonly { readonly drop: DropId; readonly case: CaseId; readonly number: string }[];
}

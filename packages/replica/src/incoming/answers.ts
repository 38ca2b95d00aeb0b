/** What a screen says to a list that is being brought in, and what it asks of it. */
import type { CardList, CaseId, IncomingRow, ListField, ListId } from "@answerable/casework";

export interface ListColumn {
  readonly heading: string;
  readonly field?: ListField;
}

export type ListWord =
  /** Somebody is about to bring a list in: what the check needs of the roster is made meanwhile. */
  | { readonly type: "Open" }
  /** Lines come in portions; the first begins anew. */
  | {
      readonly type: "Lay";
      readonly name: string;
      readonly columns: readonly ListColumn[];
      readonly lines: readonly IncomingRow[];
      readonly isFirst: boolean;
    }
  /** Lays every line beside the roster; nothing is brought in. */
  | { readonly type: "Check" }
  | { readonly type: "Choose"; readonly line: number; readonly choice: LineChoice }
  | { readonly type: "BringIn" }
  /** What is done stays done; it goes on from there when it is begun again. */
  | { readonly type: "Stop" }
  /** All that came of a list, this one or an earlier one, wherever it was brought in. */
  | { readonly type: "TakeBack"; readonly list: ListId; readonly reason: string }
  | { readonly type: "PutAway" };

export type LineChoice =
  | { readonly type: "Own" }
  | { readonly type: "Into"; readonly case: CaseId }
  | { readonly type: "Out" };

/** A case that may be the same soldier's: proposed, never decided. */
export interface LikeCase {
  readonly case: CaseId;
  readonly number: string;
  readonly name: string;
  readonly birth: string;
  readonly isSure: boolean;
}

/** The receipt of a line: what it would do, or what was done with it. `of` and `line` count from 0. */
export type LineReceipt =
  | { readonly type: "New"; readonly like?: LikeCase }
  /** The list named this line before, and the case is there. */
  | { readonly type: "Updates"; readonly case: CaseId; readonly number: string }
  | { readonly type: "Into"; readonly case: CaseId; readonly number: string }
  /** It lies here already, word for word. */
  | { readonly type: "Here"; readonly case: CaseId; readonly number: string }
  | { readonly type: "Double"; readonly of: number; readonly place: string }
  /** Another line of the list has the same key and says something else. */
  | { readonly type: "SameKey"; readonly of: number; readonly place: string }
  | { readonly type: "Refused"; readonly why: NonNullable<IncomingRow["refused"]> }
  /** The folder could not be had, or the line said too much. */
  | { readonly type: "Failed"; readonly why: string }
  | { readonly type: "Out" }
  | { readonly type: "Taken"; readonly case: CaseId; readonly isNew: boolean };

export const lineKinds = [
  "New",
  "Like",
  "Updates",
  "Into",
  "Here",
  "Double",
  "SameKey",
  "Refused",
  "Failed",
  "Out",
  "Taken",
  "Noted",
] as const;
/** `Like`: new, with a case that may be his. `Noted`: whatever becomes of it, a person should look at a cell. */
export type LineKind = (typeof lineKinds)[number];

export type ListPhase =
  | "none"
  | "laying"
  | "checking"
  | "checked"
  | "bringing"
  | "stopped"
  | "done"
  | "takingBack"
  | "takenBack";

export interface ListQuery {
  readonly type: "List";
  /** Lines of one kind; undefined: all. */
  readonly kind?: LineKind;
  readonly from: number;
  readonly count: number;
}
export interface ListsQuery {
  readonly type: "Lists";
}

export interface ListLine {
  readonly line: number;
  readonly row: IncomingRow;
  /** undefined: not checked yet. */
  readonly receipt?: LineReceipt;
}

export interface ListAnswer {
  readonly phase: ListPhase;
  readonly list?: ListId;
  readonly name: string;
  readonly lines: number;
  readonly done: number;
  readonly of: number;
  /** Cases that could not be had when a list was taken back: it can be taken back once more. */
  readonly left: number;
  readonly counts: Readonly<Record<LineKind, number>>;
  readonly total: number;
  readonly rows: readonly ListLine[];
}

export interface ListsAnswer {
  /** The newest first. */
  readonly lists: readonly CardList[];
  readonly isCoordinator: boolean;
}

export type IncomingAnswer<Q extends ListQuery | ListsQuery> = Q extends { readonly type: "List" }
  ? ListAnswer
  : ListsAnswer;

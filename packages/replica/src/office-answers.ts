/** What the office answers to the oldest questions: the roster, a case file, the counters, the tasks. */
import type {
  Case,
  CaseId,
  Code,
  Day,
  MemberId,
  Moment,
  RetentionRule,
  TaskId,
  Veil,
  caseKinds,
  grievances,
  services,
  stages,
  urgencies,
} from "@answerable/casework";

import type { OutsideOfCase } from "./inbox/answers.ts";
import type { Quarantined, RosterList } from "./office.ts";

export interface RosterAnswer {
  readonly rows: readonly RosterRow[];
  /** How many rows the list and the text have together. */
  readonly total: number;
  /** How many of the cards that the text finds stand in each list. */
  readonly lists: Readonly<Record<RosterList, number>>;
}

export interface RosterRow {
  readonly case: CaseId;
  /** Eight symbols a caller can be told. */
  readonly number: string;
  readonly kind: Code<typeof caseKinds>;
  /** The soldier's name as last heard; empty where nobody gave one. */
  readonly name: string;
  /** Other names heard for the same person. */
  readonly alsoNamed: readonly string[];
  /** Normal form: 2001-03-08, 2001, 2001~. */
  readonly birth?: string;
  readonly region?: string;
  readonly service?: Code<typeof services>;
  readonly unit?: string;
  readonly stage: Code<typeof stages>;
  readonly owner?: MemberId;
  /** undefined: nobody has set one. */
  readonly urgency?: Code<typeof urgencies>;
  readonly urgencySince?: Moment;
  readonly acknowledged: boolean;
  readonly opened: Moment;
  readonly lastContact?: Moment;
  readonly contacts: number;
  readonly callers: number;
  /** The first is the main one. */
  readonly grievances: readonly Code<typeof grievances>[];
  /** One line of what happened. */
  readonly line: string;
  readonly nextDue?: Moment;
  /** Something of it is still only on this device. */
  readonly unsent: boolean;
}

/**
 * Here: the whole folder is on this device. Fetching: being pulled, comes again. NotHere: only its card is here and the
 * server cannot be reached; `row` shows what the card tells. Unknown: no such case in the roster.
 */
export type CaseFileAnswer =
  | {
      readonly type: "Here";
      readonly case: Case;
      readonly row?: RosterRow;
      /** Sheets of it that only this device has. */
      readonly unsent: number;
      readonly damaged: readonly Quarantined[];
      /** What is known of its letters from outside beside the folder. */
      readonly outside: OutsideOfCase;
      /** What of it is masked for this member, and whether she may ask. */
      readonly veils: readonly Veil[];
      /** Whether she may give it out whole. */
      readonly mayGiveOut: boolean;
    }
  | { readonly type: "Fetching"; readonly row?: RosterRow }
  | { readonly type: "NotHere"; readonly row?: RosterRow; readonly damaged: readonly Quarantined[] }
  /** Its key was destroyed: what is left of it. */
  | { readonly type: "Shredded"; readonly number: string; readonly rule: RetentionRule; readonly day: Day }
  | { readonly type: "Unknown" };

/** Reports are about seven times as many as soldiers: every count is three numbers. */
export interface Three {
  readonly contacts: number;
  readonly callers: number;
  readonly soldiers: number;
}
export interface CountersAnswer {
  readonly all: Three;
  /** Contacts taken by this member today. */
  readonly shift: Three;
  readonly queues: {
    readonly urgent: number;
    readonly callbacks: number;
    readonly promisesDue: number;
    /** From outside, that nobody has dealt with. */
    readonly letters: number;
  };
}

export interface TaskRow {
  readonly task: TaskId;
  readonly case: CaseId;
  readonly number: string;
  readonly name: string;
  readonly kind: "promise" | "callback" | "task";
  readonly what: string;
  readonly owner?: MemberId;
  readonly due?: Moment;
  readonly isOverdue: boolean;
  readonly urgency?: Code<typeof urgencies>;
}
export interface TasksAnswer {
  readonly rows: readonly TaskRow[];
}

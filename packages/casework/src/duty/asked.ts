/** What the screens ask about the work of the day, and what they get: plain data, made from cards. */
import type { QueueItem } from "../callbacks/queue.ts";
import type { Counters } from "../counters.ts";
import type { Moment } from "../day.ts";
import type { CaseId, FolderId, MemberId, ShiftId, TaskId } from "../id.ts";
import type { Code, outcomes, urgencies } from "../words/vocabularies.ts";
import type { ToldTo } from "./escalation.ts";
import type { CardHandOver } from "./shift-card.ts";
import type { Staffing } from "./staffing.ts";
import type { Surge } from "./surge.ts";

/** The call-back queue: the first of it, and how many stand how. */
export interface QueueQuery {
  readonly type: "Queue";
  readonly count: number;
  /** One that is wanted wherever it stands. */
  readonly find?: TaskId;
}
/** U1 and U2 that are open: those that nobody has acknowledged, and how many have been. */
export interface LaneQuery {
  readonly type: "Lane";
}
/** Who is on, what waits to be taken over, which way the surge switch points. */
export interface DutyNowQuery {
  readonly type: "DutyNow";
}
/** One's own shift in numbers, what a hand-over would say, how many people the hours need. */
export interface ShiftReportQuery {
  readonly type: "ShiftReport";
}
export type DutyQuery = QueueQuery | LaneQuery | DutyNowQuery | ShiftReportQuery;

export type DutyAnswer<Q extends DutyQuery> = Q extends { readonly type: "Queue" }
  ? QueueAnswer
  : Q extends { readonly type: "Lane" }
    ? LaneAnswer
    : Q extends { readonly type: "DutyNow" }
      ? DutyNowAnswer
      : Q extends { readonly type: "ShiftReport" }
        ? ShiftReportAnswer
        : never;

const types: Readonly<Record<DutyQuery["type"], true>> = {
  Queue: true,
  Lane: true,
  DutyNow: true,
  ShiftReport: true,
};

export function isDutyQuery(query: { readonly type: string }): query is DutyQuery {
  return Object.hasOwn(types, query.type);
}

export interface QueueAnswer {
  readonly rows: readonly QueueItem[];
  readonly found?: QueueItem;
  readonly counts: Readonly<Record<QueueItem["standing"]["type"], number>>;
  readonly total: number;
  /** The promise that has waited longest past its time. */
  readonly oldestDue?: Moment;
  /** What this device has taken, and what else waits for the same number. */
  readonly held?: Omit<HeldCallBack, "task" | "folder"> & {
    readonly item: QueueItem;
    readonly alsoWaiting: readonly QueueItem[];
  };
}

export interface HeldCallBack {
  readonly task: TaskId;
  readonly folder: FolderId;
  readonly until: Moment;
  /** false: a promise of one's own, taken without a line to the server. */
  readonly isLeased: boolean;
}

export interface LaneRow {
  readonly case: CaseId;
  readonly number: string;
  readonly name: string;
  readonly urgency: Code<typeof urgencies>;
  readonly since: Moment;
  readonly due: Moment;
  readonly toldTo: ToldTo;
  readonly line: string;
}

export interface LaneAnswer {
  /** What nobody has acknowledged: U1 before U2, and of each what is due first. */
  readonly rows: readonly LaneRow[];
  readonly acknowledged: number;
}

export interface DutyNowAnswer {
  /** The folder of one's own shift of today. */
  readonly shift: ShiftId;
  readonly mine?: { readonly folder: ShiftId; readonly begun: Moment; readonly isLead: boolean };
  readonly onShift: readonly {
    readonly member: MemberId;
    readonly begun: Moment;
    readonly isLead: boolean;
  }[];
  /** Handed over by others, and taken by nobody. */
  readonly waiting: readonly {
    readonly folder: ShiftId;
    readonly member: MemberId;
    readonly handOver: CardHandOver;
  }[];
  readonly surge: Surge;
  readonly isCoordinator: boolean;
}

export interface ShiftReportAnswer {
  /** Since the shift began, or since midnight where it did not. */
  readonly since: Moment;
  readonly own: Counters;
  /** The same, divided among all who took a call today. Nobody is named. */
  readonly average: { readonly people: number; readonly contacts: number; readonly soldiers: number };
  readonly team: Counters;
  readonly urgent: readonly LaneRow[];
  readonly promises: readonly {
    readonly folder: FolderId;
    readonly task: TaskId;
    readonly due: Moment;
    readonly what: string;
    readonly name: string;
  }[];
  /** Cases in which she took a call and that ended well. */
  readonly closedWell: readonly {
    readonly case: CaseId;
    readonly number: string;
    readonly name: string;
    readonly outcome: Code<typeof outcomes>;
  }[];
  /** Calls of the last hours, the newest hour last. */
  readonly hours: readonly number[];
  readonly callsAnHour: number;
  readonly staffing: Staffing;
  readonly onShift: number;
}

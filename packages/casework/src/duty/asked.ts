/** What the screens ask about the work of the day, and what they get: plain data, made from cards. */
import type { QueueItem } from "../callbacks/queue.ts";
import type { Moment } from "../day.ts";
import type { FolderId, TaskId } from "../id.ts";

/** The call-back queue: the first of it, and how many stand how. */
export interface QueueQuery {
  readonly type: "Queue";
  readonly count: number;
}

export interface QueueAnswer {
  readonly rows: readonly QueueItem[];
  readonly counts: Readonly<Record<QueueItem["standing"]["type"], number>>;
  readonly total: number;
  /** The promise that has waited longest past its time. */
  readonly oldestDue?: Moment;
  /** What this device has taken, and what else waits for the same number. */
  readonly held?: {
    readonly item: QueueItem;
    readonly until: Moment;
    readonly isLeased: boolean;
    readonly alsoWaiting: readonly QueueItem[];
  };
}

export interface Held {
  readonly task: TaskId;
  readonly folder: FolderId;
  readonly until: Moment;
  readonly isLeased: boolean;
}

export type DutyQuery = QueueQuery;
export type DutyAnswer<Q extends DutyQuery> = Q extends { readonly type: "Queue" } ? QueueAnswer : never;

const types: Readonly<Record<DutyQuery["type"], true>> = { Queue: true };

export function isDutyQuery(query: { readonly type: string }): query is DutyQuery {
  return Object.hasOwn(types, query.type);
}

/**
 * The queue kept in order while cards come and change, so that taking the next one looks at the top and not at everything.
 * Must stay true: it says what a look through all folders would say (a property holds it to that).
 *
 * Note: Laid to rest. Of a surge's ten thousand families nearly all wait for an hour: that of the next try, or the morning
 * where they live. To find that hour is dear, and it stays the same while the card does; so whoever finds it lays the item to
 * rest until then, and nobody passes it by meanwhile. A clock that is set back, or somebody else who looks, wakes all of them.
 */
import type { Moment } from "../day.ts";
import type { FolderId, MemberId, TaskId } from "../id.ts";
import { byNeed, type QueueFolder, type QueueTask } from "./queue.ts";

export interface Queued {
  readonly of: QueueFolder;
  readonly task: QueueTask;
}

/** Who looks, and when. */
export interface Looked {
  readonly me: MemberId;
  readonly now: Moment;
}

/** One place of an item, awake or at rest; it never comes back to a place that it left. */
interface Placed extends Queued {
  isThere: boolean;
  readonly until?: Moment;
}

export interface QueueOrder extends Iterable<QueueFolder> {
  /** undefined: nothing of that folder waits any more. */
  readonly put: (folder: FolderId, queued: QueueFolder | undefined) => void;
  /** What is waiting, the most needed first, but for what rests. */
  readonly inOrder: (at: Looked) => Iterable<Queued>;
  /** Whoever looks now need not look again before that moment, while its card stays the same. */
  readonly rest: (one: Queued, until: Moment) => void;
  readonly find: (task: TaskId) => Queued | undefined;
  /** Answered in another folder. */
  readonly isEnded: (task: QueueTask) => boolean;
  /** Waiting here, and answered in another folder. */
  readonly ended: () => readonly Queued[];
}

/** So many new ones are put in one by one; of more, all are sorted again. */
const FEW = 64;

export function openQueueOrder(folders: Iterable<QueueFolder> = []): QueueOrder {
  const byFolder = new Map<FolderId, QueueFolder>();
  const byTask = new Map<TaskId, Placed>();
  /** How many folders say that they ended it. */
  const ends = new Map<TaskId, number>();
  /** Of those, the ones that wait here. */
  const both = new Set<TaskId>();
  let sorted: Placed[] = [];
  let fresh: Placed[] = [];
  /** Of those in `sorted` that left it. */
  let gone = 0;
  /** At rest, those who wake last first. */
  const asleep: Placed[] = [];
  let looked: Looked | undefined;

  function leave(task: TaskId): void {
    const before = byTask.get(task);
    if (!before) return;
    before.isThere = false;
    byTask.delete(task);
    both.delete(task);
    if (before.until === undefined) gone += 1;
  }

  function placed({ of, task }: Queued, until?: Moment): Placed {
    const one = { of, task, isThere: true, ...(until === undefined ? {} : { until }) };
    byTask.set(task.task, one);
    if (ends.has(task.task)) both.add(task.task);
    return one;
  }

  function put(folder: FolderId, queued: QueueFolder | undefined): void {
    const before = byFolder.get(folder);
    for (const { task } of before?.items ?? []) leave(task);
    for (const task of before?.ends ?? []) {
      const left = (ends.get(task) ?? 0) - 1;
      if (left > 0) ends.set(task, left);
      else {
        ends.delete(task);
        both.delete(task);
      }
    }
    if (!queued) {
      byFolder.delete(folder);
      return;
    }
    byFolder.set(folder, queued);
    for (const task of queued.ends) {
      ends.set(task, (ends.get(task) ?? 0) + 1);
      if (byTask.has(task)) both.add(task);
    }
    for (const task of queued.items) {
      leave(task.task);
      fresh.push(placed({ of: queued, task }));
    }
  }

  function settle(): void {
    const added = fresh.filter((one) => one.isThere);
    fresh = [];
    const isMany = added.length > FEW || gone > sorted.length / 2 + FEW;
    if (isMany) {
      sorted = [...sorted.filter((one) => one.isThere), ...added].sort(needs);
      gone = 0;
    } else
      for (const one of added)
        sorted.splice(
          placeIn(sorted, (there) => needs(there, one) < 0),
          0,
          one,
        );
  }

  function wake(at: Looked): void {
    const isOther = looked !== undefined && (at.me !== looked.me || at.now < looked.now);
    looked = at;
    let first = isOther ? 0 : asleep.length;
    while (first > 0 && (asleep[first - 1]?.until ?? "") <= at.now) first -= 1;
    for (const one of asleep.splice(first)) if (one.isThere) fresh.push(placed(one));
  }

  for (const one of folders) put(one.folder, one);
  const isEnded = (task: QueueTask) => task.reopened !== true && ends.has(task.task);
  return {
    put,
    *inOrder(at) {
      wake(at);
      settle();
      for (const one of sorted) if (one.isThere) yield one;
    },
    rest({ task }, until) {
      const before = byTask.get(task.task);
      if (before?.task !== task || before.until !== undefined) return;
      leave(task.task);
      const one = placed(before, until);
      asleep.splice(
        placeIn(asleep, (there) => (there.until ?? "") > until),
        0,
        one,
      );
    },
    find: (task) => byTask.get(task),
    isEnded,
    ended: () =>
      [...both].flatMap((task) => {
        const one = byTask.get(task);
        return one && isEnded(one.task) ? [one] : [];
      }),
    [Symbol.iterator]: () => byFolder.values(),
  };
}

function needs(a: Queued, b: Queued): number {
  return byNeed(needOf(a), needOf(b));
}

function needOf({ of: { urgency }, task: { task, due, set } }: Queued) {
  return {
    task,
    ...(urgency === undefined ? {} : { urgency }),
    ...(due === undefined ? {} : { due }),
    ...(set === undefined ? {} : { set }),
  };
}

/** After all for which it holds; it holds for the first ones only. */
function placeIn(list: readonly Placed[], isBefore: (there: Placed) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = list[middle];
    if (there && isBefore(there)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The queue kept in order while cards come and change, so that taking the next one looks at the top and not at everything.
 * Must stay true: it says what a look through all folders would say (a property holds it to that).
 */
import type { FolderId, TaskId } from "../id.ts";
import { byNeed, type QueueFolder, type QueueTask } from "./queue.ts";

export interface Queued {
  readonly of: QueueFolder;
  readonly task: QueueTask;
}

export interface QueueOrder extends Iterable<QueueFolder> {
  /** undefined: nothing of that folder waits any more. */
  readonly put: (folder: FolderId, queued: QueueFolder | undefined) => void;
  /** What is waiting, the most needed first. */
  readonly inOrder: () => Iterable<Queued>;
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
  const byTask = new Map<TaskId, Queued>();
  /** How many folders say that they ended it. */
  const ends = new Map<TaskId, number>();
  let sorted: Queued[] = [];
  let fresh: Queued[] = [];
  /** Of those in `sorted` that do not wait any more. */
  let gone = 0;

  const isThere = (one: Queued) => byTask.get(one.task.task) === one;

  function put(folder: FolderId, queued: QueueFolder | undefined): void {
    const before = byFolder.get(folder);
    for (const { task } of before?.items ?? []) if (byTask.delete(task)) gone += 1;
    for (const task of before?.ends ?? []) {
      const left = (ends.get(task) ?? 0) - 1;
      if (left > 0) ends.set(task, left);
      else ends.delete(task);
    }
    if (!queued) {
      byFolder.delete(folder);
      return;
    }
    byFolder.set(folder, queued);
    for (const task of queued.ends) ends.set(task, (ends.get(task) ?? 0) + 1);
    for (const task of queued.items) {
      const one = { of: queued, task };
      byTask.set(task.task, one);
      fresh.push(one);
    }
  }

  function settle(): void {
    const added = fresh.filter(isThere);
    fresh = [];
    const isMany = added.length > FEW || gone > sorted.length / 2 + FEW;
    if (isMany) {
      sorted = [...sorted.filter(isThere), ...added].sort(needs);
      gone = 0;
    } else for (const one of added) sorted.splice(placeOf(sorted, one), 0, one);
  }

  for (const one of folders) put(one.folder, one);
  const isEnded = (task: QueueTask) => task.reopened !== true && ends.has(task.task);
  return {
    put,
    *inOrder() {
      settle();
      for (const one of sorted) if (isThere(one)) yield one;
    },
    find: (task) => byTask.get(task),
    isEnded,
    ended: () =>
      [...ends.keys()].flatMap((task) => {
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

function placeOf(sorted: readonly Queued[], one: Queued): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = sorted[middle];
    if (there && needs(there, one) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

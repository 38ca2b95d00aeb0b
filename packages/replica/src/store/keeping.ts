/**
 * Writes to the store in the order asked. Where the disk takes no more, what should be kept waits in memory, is counted
 * for the status line, and is tried again: nothing that was said is lost while the program lives.
 */
import { StoreFull, type Change, type Store } from "./store.ts";

export interface Keeping {
  /** Resolves when it is on the disk, or, where the disk refuses, when it is safe in memory and waits. */
  keep(changes: readonly Change[]): Promise<void>;
  /** Tries what waits again. */
  retry(): Promise<void>;
  readonly unkept: () => number;
  readonly full: () => boolean;
}

export function openKeeping(store: Store, changed: () => void): Keeping {
  const waiting: (readonly Change[])[] = [];
  let full = false;
  let stuck = false;
  let line: Promise<void> = Promise.resolve();

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      // One write for all that waits: order within it is kept, and a burst costs one transaction.
      const batch = waiting.slice();
      try {
        await store.write(batch.flat());
      } catch (problem) {
        full = problem instanceof StoreFull;
        if (batch.length > 1 && (await firstAlone(batch))) continue;
        stuck = true;
        changed();
        return;
      }
      waiting.splice(0, batch.length);
    }
    if (!stuck) return;
    full = false;
    stuck = false;
    changed();
  }

  /** Something small may still fit where all together did not. */
  async function firstAlone(batch: readonly (readonly Change[])[]): Promise<boolean> {
    const [first] = batch;
    if (!first) return false;
    try {
      await store.write(first);
    } catch {
      return false;
    }
    waiting.shift();
    return true;
  }

  function inLine(): Promise<void> {
    line = line.then(drain);
    return line;
  }

  return {
    keep(changes) {
      waiting.push(changes);
      return inLine();
    },
    retry: inLine,
    unkept: () => (stuck ? waiting.length : 0),
    full: () => full,
  };
}

/**
 * Who watches which answer. A change after a rest is answered at once; where one change follows another, at most once a
 * frame, and never while the last answer is still being made; while very much arrives the frames grow longer, so that
 * answering takes a small part of the time. What a person has just done here does not wait for that.
 */
import { isLedgerQuery } from "@answerable/casework";
import type { DeskId, FolderId } from "@answerable/wire";

import type { Answer, Query, Unwatch } from "./office.ts";
import type { Timers } from "./timers.ts";

export interface WatchersDeps {
  readonly timers: Timers;
  readonly now: () => number;
  /** undefined: nothing can be answered now (locked). */
  readonly answer: <Q extends Query>(query: Q, desk?: DeskId) => Promise<Answer<Q> | undefined>;
}

export interface Watchers {
  /** Without a desk: of the one that is shown. */
  readonly watch: <Q extends Query>(
    query: Q,
    listener: (answer: Answer<Q>) => void,
    desk?: DeskId,
  ) => Unwatch;
  /** Something of this folder changed; without a folder: anything may have. */
  readonly changed: (folder?: FolderId) => void;
  /** A person has done something here and looks for it: what changes next is answered at once. */
  readonly hurry: () => void;
}

interface Watcher {
  readonly query: Query;
  readonly ask: () => Promise<void>;
  isDue: boolean;
}

const FRAME = 16;
const LONGEST = 2_000;
/** While changes do not end, answering takes one part in this many and one. */
const REST = 24;

export function openWatchers(deps: WatchersDeps): Watchers {
  const watchers = new Set<Watcher>();
  let isPlanned = false;
  let pace = FRAME;
  let restUntil = 0;
  let isHurried = false;
  /** undefined: nothing waits for its moment. */
  let unplan: (() => void) | undefined;

  function plan(): void {
    if (isPlanned) return;
    isPlanned = true;
    // A clock that is set back meanwhile must not stop the screens either.
    const wait = Math.min(pace, Math.max(0, restUntil - deps.now()));
    unplan = deps.timers.later(wait, () => void answerDue());
  }

  async function answerDue(): Promise<void> {
    unplan = undefined;
    const began = deps.now();
    try {
      for (const watcher of watchers) {
        if (!watcher.isDue) continue;
        watcher.isDue = false;
        await watcher.ask();
      }
    } finally {
      // Also after an answer that broke: the others must not stand still for ever.
      isPlanned = false;
      // A clock that is set forward meanwhile must not stop the screens.
      const ended = deps.now();
      pace = Math.min(LONGEST, Math.max(FRAME, (ended - began) * REST));
      restUntil = isHurried ? ended : ended + pace;
      isHurried = false;
      if ([...watchers].some((watcher) => watcher.isDue)) plan();
    }
  }

  return {
    watch<Q extends Query>(query: Q, listener: (answer: Answer<Q>) => void, desk?: DeskId) {
      const watcher: Watcher = {
        query,
        isDue: false,
        async ask() {
          const answer = await deps.answer(query, desk);
          if (answer !== undefined && watchers.has(watcher)) listener(answer);
        },
      };
      watchers.add(watcher);
      void watcher.ask();
      return () => watchers.delete(watcher);
    },
    hurry() {
      restUntil = 0;
      isHurried = isPlanned && !unplan;
      if (!unplan) return;
      unplan();
      unplan = undefined;
      isPlanned = false;
      plan();
    },
    changed(folder) {
      for (const watcher of watchers) {
        const isOfAnother =
          folder !== undefined &&
          (watcher.query.type === "CaseFile" ||
            watcher.query.type === "Thread" ||
            isLedgerQuery(watcher.query)) &&
          watcher.query.case !== String(folder);
        if (!isOfAnother) watcher.isDue = true;
      }
      if (watchers.size > 0) plan();
    },
  };
}

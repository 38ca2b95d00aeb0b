/**
 * Who watches which answer. A change asks again, at most once a frame, and never again while the last answer is still
 * being made; while very much arrives the frames grow longer, so that answering never takes most of the time.
 */
import type { FolderId } from "@answerable/wire";

import type { Answer, Query, Unwatch } from "./office.ts";
import type { Timers } from "./timers.ts";

export interface WatchersDeps {
  readonly timers: Timers;
  readonly now: () => number;
  /** undefined: nothing can be answered now (locked). */
  readonly answer: <Q extends Query>(query: Q) => Promise<Answer<Q> | undefined>;
}

export interface Watchers {
  readonly watch: <Q extends Query>(query: Q, listener: (answer: Answer<Q>) => void) => Unwatch;
  /** Something of this folder changed; without a folder: anything may have. */
  readonly changed: (folder?: FolderId) => void;
}

interface Watcher {
  readonly query: Query;
  readonly ask: () => Promise<void>;
  isDue: boolean;
}

const FRAME = 16;
const LONGEST = 2_000;
/** The share of time that answering may take is one part in this many. */
const SHARE = 4;

export function openWatchers(deps: WatchersDeps): Watchers {
  const watchers = new Set<Watcher>();
  let isPlanned = false;
  let pace = FRAME;

  function plan(): void {
    if (isPlanned) return;
    isPlanned = true;
    deps.timers.later(pace, () => void answerDue());
  }

  async function answerDue(): Promise<void> {
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
      pace = Math.min(LONGEST, Math.max(FRAME, (deps.now() - began) * SHARE));
      if ([...watchers].some((watcher) => watcher.isDue)) plan();
    }
  }

  return {
    watch<Q extends Query>(query: Q, listener: (answer: Answer<Q>) => void) {
      const watcher: Watcher = {
        query,
        isDue: false,
        async ask() {
          const answer = await deps.answer(query);
          if (answer !== undefined && watchers.has(watcher)) listener(answer);
        },
      };
      watchers.add(watcher);
      void watcher.ask();
      return () => watchers.delete(watcher);
    },
    changed(folder) {
      for (const watcher of watchers) {
        const isOfAnother =
          folder !== undefined &&
          (watcher.query.type === "CaseFile" || watcher.query.type === "Thread") &&
          watcher.query.case !== String(folder);
        if (!isOfAnother) watcher.isDue = true;
      }
      if (watchers.size > 0) plan();
    },
  };
}

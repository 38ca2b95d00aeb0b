/**
 * Live changes are hints: "desk d has grown to place p", and nothing more. They are gathered for a moment and sent outside
 * of any transaction (a notify inside the append cost three quarters of its speed); other processes hear one message per
 * moment. A lost hint costs a moment, never data: every listener's desks are also asked for now and then.
 */
import type { DeskId, Head } from "@answerable/wire";

import type { Store } from "../store.ts";
import type { Timers } from "../timers.ts";

export interface HintTimes {
  /** How long changes are gathered. */
  readonly gather: number;
  /** How often the store is asked, lest a message between processes was lost. */
  readonly poll: number;
  /** How often a quiet line says that it is alive. */
  readonly beat: number;
}
export const hintTimes: HintTimes = { gather: 50, poll: 5_000, beat: 20_000 };

export interface Hints {
  readonly grown: (head: Head) => void;
  /** The team log has come so far: every desk of the helpline is told. */
  readonly teamGrown: (desks: readonly DeskId[], team: number) => void;
  /** Calls with every desk of these that has grown since it was last told. Returns what stops it. undefined: full. */
  readonly listen: (
    desks: readonly DeskId[],
    tell: (heads: readonly Head[]) => void,
  ) => (() => void) | undefined;
  readonly close: () => void;
}

interface Listener {
  readonly desks: readonly DeskId[];
  readonly told: Map<DeskId, number>;
  team: number;
  readonly tell: (heads: readonly Head[]) => void;
}

const MOST_LISTENERS = 2_000;

export function openHints(deps: {
  readonly store: Store;
  readonly timers: Timers;
  readonly times: HintTimes;
}): Hints {
  const { store, timers, times } = deps;
  const listeners = new Set<Listener>();
  let grown = new Map<DeskId, number>();
  let said: readonly Head[] = [];
  let forgetGather: (() => void) | undefined;
  let forgetPoll: (() => void) | undefined;
  let isClosed = false;

  function note(into: Map<DeskId, number>, head: Head): void {
    into.set(head.desk, Math.max(into.get(head.desk) ?? 0, head.place));
  }

  function tellAll(heads: readonly Head[]): void {
    for (const listener of listeners) {
      const news = heads.filter(
        ({ desk, place, team = 0 }) =>
          listener.desks.includes(desk) && (place > (listener.told.get(desk) ?? -1) || team > listener.team),
      );
      for (const { desk, place, team = 0 } of news) {
        listener.told.set(desk, Math.max(place, listener.told.get(desk) ?? -1));
        listener.team = Math.max(team, listener.team);
      }
      if (news.length > 0) listener.tell(news);
    }
  }

  function flush(): void {
    forgetGather = undefined;
    const heads: readonly Head[] = [...[...grown].map(([desk, place]) => ({ desk, place })), ...said];
    grown = new Map();
    said = [];
    tellAll(heads);
    // The floor below is there for when this fails.
    store.announce(heads).catch(() => undefined);
  }

  async function poll(): Promise<void> {
    const desks = [...new Set([...listeners].flatMap((listener) => listener.desks))];
    const heads = await store.heads(desks).catch(() => []);
    tellAll(heads);
    schedulePoll();
  }

  function schedulePoll(): void {
    forgetPoll?.();
    forgetPoll = isClosed || listeners.size === 0 ? undefined : timers.later(times.poll, () => void poll());
  }

  // What other processes say goes out at once: they have gathered it already.
  const unhear = store.hear(tellAll);

  return {
    grown(head) {
      note(grown, head);
      if (!isClosed) forgetGather ??= timers.later(times.gather, flush);
    },
    teamGrown(desks, team) {
      said = desks.map((desk) => ({ desk, place: 0, team }));
      if (!isClosed) forgetGather ??= timers.later(times.gather, flush);
    },
    listen(desks, tell) {
      if (isClosed || listeners.size >= MOST_LISTENERS) return undefined;
      const listener: Listener = { desks, told: new Map(), team: 0, tell };
      listeners.add(listener);
      if (forgetPoll === undefined) schedulePoll();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) schedulePoll();
      };
    },
    close() {
      isClosed = true;
      unhear();
      forgetGather?.();
      forgetPoll?.();
      listeners.clear();
    },
  };
}

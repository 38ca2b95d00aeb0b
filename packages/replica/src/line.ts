/**
 * The line to the server: signs in, keeps in step, listens for hints, and on a bad day waits a little longer each time.
 * Hints are only hints; polling is the floor. Nothing that goes wrong here is lost: the outbox keeps it.
 */
import { Damaged } from "@answerable/seal";
import { TeamLogBroken, Unreachable, WireRefusal, type Head, type Wire } from "@answerable/wire";
import * as v from "valibot";

import type { Timers } from "./timers.ts";

export interface LineDeps {
  readonly wire: Pick<Wire, "hints">;
  readonly timers: Timers;
  /** 0 ≤ x < 1: devices that lost the server together must not come back together. */
  readonly chance: () => number;
  /** Gets a token, or throws. */
  readonly signIn: () => Promise<void>;
  readonly forgetToken: () => void;
  readonly isSignedIn: () => boolean;
  /** Push, then pull. */
  readonly sync: () => Promise<void>;
  /** After a sync went through and nothing waits: what can be done ahead of time, until somebody asks for a sync. */
  readonly idle: (isAsked: () => boolean) => Promise<void>;
  readonly isNews: (head: Head) => boolean;
  readonly online: (isOnline: boolean) => void;
  /** Whether news is waited for on a line that stays open. A browser on HTTP/1.1 has six lines to a server in all; without it, polling. */
  readonly hears: () => boolean;
  /** A bug: it must be seen, and the line goes on trying. */
  readonly broken: (problem: unknown) => void;
  /** The server knows this device no longer. */
  readonly turnedAway: () => void;
}

export interface Line {
  readonly start: () => void;
  /** Something waits to be pushed, or somebody thinks that there is news. */
  readonly poke: () => void;
  readonly stop: () => void;
}

/** Milliseconds. */
const WITH_HINTS = 30_000;
const WITHOUT_HINTS = 5_000;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;

function isUnreadable(problem: unknown): boolean {
  return (
    problem instanceof SyntaxError ||
    problem instanceof v.ValiError ||
    problem instanceof Damaged ||
    problem instanceof TeamLogBroken
  );
}

export function openLine(deps: LineDeps): Line {
  const { timers } = deps;
  let stopped = true;
  let isRunning = false;
  let isAskedAgain = false;
  let failures = 0;
  let cancelWait: () => void = () => undefined;
  let hearing: AbortController | undefined;

  function wait(milliseconds: number): void {
    cancelWait();
    if (!stopped) cancelWait = timers.later(milliseconds, () => void run());
  }

  async function run(): Promise<void> {
    if (stopped) return;
    if (isRunning) {
      isAskedAgain = true;
      return;
    }
    isRunning = true;
    cancelWait();
    const next = await attempt();
    isRunning = false;
    if (isAskedAgain) {
      isAskedAgain = false;
      wait(failures > 0 ? next : 0);
    } else wait(next);
  }

  /** How long to wait before the next. */
  async function attempt(): Promise<number> {
    try {
      if (!deps.isSignedIn()) await deps.signIn();
      await deps.sync();
      failures = 0;
      deps.online(true);
      if (deps.hears()) hear();
      else hearing?.abort();
      if (!isAskedAgain) await deps.idle(() => isAskedAgain);
      return hearing || !deps.hears() ? WITH_HINTS : WITHOUT_HINTS;
    } catch (problem) {
      return afterFailure(problem);
    }
  }

  function afterFailure(problem: unknown): number {
    failures += 1;
    const backoff = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - 1)) * (0.5 + deps.chance() / 2);
    if (problem instanceof WireRefusal) {
      deps.online(problem.status !== 503);
      if (problem.status === 401) {
        deps.forgetToken();
        if (failures === 1) return 0;
        if (failures > 2) deps.turnedAway();
      }
      return Math.max(backoff, (problem.retryAfterSeconds ?? 0) * 1_000);
    }
    // An answer that cannot be read is a server gone wrong, which is like none.
    deps.online(false);
    if (problem instanceof Unreachable) hearing?.abort();
    else if (!isUnreadable(problem)) deps.broken(problem);
    return backoff;
  }

  function hear(): void {
    if (hearing || stopped) return;
    const mine = new AbortController();
    hearing = mine;
    void listen(mine.signal).finally(() => {
      if (hearing === mine) hearing = undefined;
      if (!stopped && !isRunning) wait(FIRST_WAIT * (0.5 + deps.chance()));
    });
  }

  async function listen(signal: AbortSignal): Promise<void> {
    try {
      for await (const head of deps.wire.hints(signal)) {
        if (signal.aborted) return;
        if (deps.isNews(head)) void run();
      }
    } catch {
      // The line of hints broke; polling goes on, and it is opened again after the next sync.
    }
  }

  return {
    start() {
      stopped = false;
      void run();
    },
    poke: () => void run(),
    stop() {
      stopped = true;
      cancelWait();
      hearing?.abort();
      hearing = undefined;
    },
  };
}

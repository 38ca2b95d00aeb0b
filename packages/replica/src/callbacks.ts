/**
 * Taking the next call-back: a family is called by one at a time. Whoever takes an item takes a lease on its number at the
 * server, looks whether the log has grown meanwhile, and only then has it. A lease ends by the holder's own clock, counted
 * from before she asked, so that she never believes in it longer than the server does.
 *
 * Must stay true: nothing leaves the queue here. What was said of a call is a command like any other; the lease is given
 * back when that has reached the server, or runs out. Without a line only a promise of one's own is given.
 */
import {
  answeredElsewhere,
  findInQueue,
  momentOf,
  moscowZone,
  nextInQueue,
  surgeOf,
  type AtTheQueue,
  type Command,
  type HeldCallBack,
  type MemberId,
  type QueueItem,
  type QueueOrder,
  type Result,
  type TaskId,
} from "@answerable/casework";
import type { LeaseName } from "@answerable/seal";
import { Unreachable, WireRefusal, type LeaseAnswer } from "@answerable/wire";

import type { Recorded } from "./record.ts";
import type { Roster } from "./roster/roster.ts";
import type { DeskCopy } from "./sync/desk-copy.ts";

/**
 * QueueEmpty: nobody is to be called now. CalledByAnother: that one is taken, or has left the queue. NoLine: whom a colleague may be
 * calling this very moment cannot be known; only own promises are given. AlreadyTaking: one is being taken at this moment.
 * NotYourDuty: she does not work on cases.
 */
export type TakeRefusal =
  | { readonly type: "QueueEmpty" }
  | { readonly type: "CalledByAnother" }
  | { readonly type: "NoLine" }
  | { readonly type: "AlreadyTaking" }
  | { readonly type: "NotYourDuty" };

export interface CallBacksDeps {
  readonly member: MemberId;
  readonly queue: QueueOrder;
  /** Whoever takes one is shown the number. */
  readonly mayWork: () => boolean;
  readonly isSurge: () => boolean;
  readonly now: () => number;
  readonly leaseName: (what: string) => LeaseName;
  readonly lease: (name: LeaseName, seconds: number) => Promise<LeaseAnswer>;
  /** Everything that the server has is here now. Throws Unreachable. */
  readonly catchUp: () => Promise<void>;
  readonly perform: (command: Command) => Promise<Recorded>;
  readonly changed: () => void;
}

export interface CallBacks {
  readonly take: (wanted?: TaskId) => Promise<Result<HeldCallBack, TakeRefusal>>;
  readonly free: () => Promise<void>;
  readonly held: () => HeldCallBack | undefined;
  /** A command about a call-back was done: ends what it ended in other folders. */
  readonly said: (command: Command) => Promise<void>;
  /** Nothing waits to be pushed any more: what was said has arrived, and the number is free again. */
  readonly arrived: () => Promise<void>;
  readonly at: () => AtTheQueue;
}

/** The parts of an unlocked office that call-backs are made from. */
export interface DeskParts extends Pick<
  CallBacksDeps,
  "member" | "now" | "mayWork" | "leaseName" | "lease" | "perform"
> {
  readonly roster: Pick<Roster, "callBacks" | "shifts">;
  readonly copy: Pick<DeskCopy, "push" | "pull">;
  readonly changed: () => void;
  readonly mayTurn: (member: MemberId) => boolean;
}

export function deskCallBacks(parts: DeskParts): CallBacks {
  const { roster, copy } = parts;
  return openCallBacks({
    ...parts,
    queue: roster.callBacks,
    isSurge: () =>
      surgeOf(
        [...roster.shifts()].flatMap(({ card }) => card.turns),
        parts.mayTurn,
      ).isOn,
    async catchUp() {
      await copy.push();
      await copy.pull();
    },
    changed: () => parts.changed(),
  });
}

const LEASE_SECONDS = 20 * 60;

interface Holding extends HeldCallBack {
  readonly name: LeaseName | undefined;
  /** By this device's clock. */
  readonly ends: number;
}

export function openCallBacks(deps: CallBacksDeps): CallBacks {
  const { member, now } = deps;
  let holding: Holding | undefined;
  /** Numbers whose result is written and has not reached the server. */
  let leaving: readonly LeaseName[] = [];
  let isTaking = false;

  const at = (): AtTheQueue => ({
    me: member,
    now: momentOf(now()),
    isSurge: deps.isSurge(),
    zone: moscowZone,
  });
  const held = () => {
    if (holding && holding.ends <= now()) holding = undefined;
    return holding;
  };

  async function take(wanted?: TaskId): Promise<Result<HeldCallBack, TakeRefusal>> {
    if (!deps.mayWork()) return refused({ type: "NotYourDuty" });
    if (isTaking) return refused({ type: "AlreadyTaking" });
    isTaking = true;
    try {
      const mine = held();
      const same = mine && (wanted === undefined || mine.task === wanted) ? itemOf(mine.task) : undefined;
      if (mine && same) return { ok: true, value: await longer(mine) };
      await free();
      await endAnswered();
      return await takeFirst(wanted);
    } finally {
      isTaking = false;
      deps.changed();
    }
  }

  async function takeFirst(wanted: TaskId | undefined): Promise<Result<HeldCallBack, TakeRefusal>> {
    const passed = new Set<TaskId>();
    let isOffline = false;
    for (;;) {
      const item =
        wanted === undefined
          ? nextInQueue(
              deps.queue,
              at(),
              (one) => (isOffline && one.owner !== member) || passed.has(one.task),
            )
          : passed.has(wanted)
            ? undefined
            : itemOf(wanted);
      if (!item) {
        if (isOffline) return refused({ type: "NoLine" });
        return refused({ type: wanted === undefined ? "QueueEmpty" : "CalledByAnother" });
      }
      passed.add(item.task);
      const taken = await leased(item);
      if (taken === "no line") isOffline = true;
      else if (taken !== "another") {
        holding = taken;
        return { ok: true, value: taken };
      }
    }
  }

  async function leased(item: QueueItem): Promise<Holding | "another" | "no line"> {
    const name = deps.leaseName(item.phones[0] ?? item.task);
    const asked = now();
    try {
      const answer = await deps.lease(name, LEASE_SECONDS);
      if (answer.type === "Taken") return "another";
      await deps.catchUp();
      const ends = asked + LEASE_SECONDS * 1_000;
      const still = itemOf(item.task);
      if (still?.standing.type === item.standing.type && ends > now())
        return holdingOf(still, { name, ends });
      await giveBack(name);
      return "another";
    } catch (problem) {
      if (!isLine(problem)) throw problem;
      // It may have been taken all the same: it runs out by itself, or this device finds it again.
      if (item.owner !== member) return "no line";
      return holdingOf(item, { name: undefined, ends: asked + LEASE_SECONDS * 1_000 });
    }
  }

  /** Still speaking: the lease begins anew. Without a line what is left of it stays. */
  async function longer(mine: Holding): Promise<Holding> {
    if (!mine.name) return mine;
    const asked = now();
    try {
      const answer = await deps.lease(mine.name, LEASE_SECONDS);
      if (answer.type === "Taken") return mine;
      const ends = asked + LEASE_SECONDS * 1_000;
      holding = { ...mine, ends, until: momentOf(ends) };
    } catch (problem) {
      if (!isLine(problem)) throw problem;
    }
    return holding ?? mine;
  }

  function holdingOf(
    item: QueueItem,
    lease: { readonly name: LeaseName | undefined; readonly ends: number },
  ): Holding {
    return {
      ...lease,
      task: item.task,
      folder: item.folder,
      until: momentOf(lease.ends),
      isLeased: lease.name !== undefined,
    };
  }

  async function giveBack(name: LeaseName): Promise<void> {
    try {
      await deps.lease(name, 0);
    } catch (problem) {
      if (!isLine(problem)) throw problem; // it runs out by itself
    }
  }

  async function free(): Promise<void> {
    const mine = holding;
    holding = undefined;
    if (mine?.name) await giveBack(mine.name);
    if (mine) deps.changed();
  }

  /** What was answered in another folder is ended in its own, wherever that can be opened. */
  async function endAnswered(): Promise<void> {
    for (const { folder, task } of answeredElsewhere(deps.queue))
      await deps.perform({ type: "FinishTask", case: folder, task, result: "" });
  }

  const itemOf = (task: TaskId) => findInQueue(deps.queue, at(), task);

  return {
    take,
    free,
    held,
    async said(command) {
      if (command.type !== "TryCallBack" && command.type !== "SkipCallBack") return;
      if (command.type === "TryCallBack") await endAnswered();
      if (holding?.task !== command.task) return;
      if (holding.name) leaving = [...leaving, holding.name];
      holding = undefined;
      deps.changed();
    },
    async arrived() {
      const names = leaving.filter(({ token }) => token !== holding?.name?.token);
      leaving = [];
      for (const name of names) await giveBack(name);
    },
    at,
  };
}

function refused(refusal: TakeRefusal): Result<HeldCallBack, TakeRefusal> {
  return { ok: false, refusal };
}

function isLine(problem: unknown): boolean {
  return problem instanceof Unreachable || problem instanceof WireRefusal;
}

/**
 * Where a letter stands today: its stage, what lies over it, and every clock with its dates. Derived from the facts,
 * the pack and the day; never stored. A letter that was forwarded stands where its children stand.
 */
import { type Day, type Moment, momentFrom } from "../day.ts";
import { ok, type Result } from "../result.ts";
import { type Clock, clockOf, zoneOf } from "./clock.ts";
import type { DeadlineRefusal } from "./deadline.ts";
import { type AppealFacts, checkFacts, endsTheWait, type FactsRefusal } from "./facts.ts";
import { loopIn } from "./loop.ts";
import type { Pack } from "./pack/pack.ts";
import { dayThere } from "./zone.ts";

export type Stage =
  | "draft"
  | "ready"
  | "sent"
  | "received"
  | "registered"
  | "waiting"
  | "answered"
  | "closed";
export type Overlay =
  | "register-late"
  | "forward-late"
  | "answer-late"
  | "extended"
  | "loop"
  | "estimated"
  | "provisional";

export interface Standing {
  readonly stage: Stage;
  readonly overlays: readonly Overlay[];
  readonly clocks: readonly Clock[];
  /** What it could not count, and why: a rule that was not in force then, a day out of reach. */
  readonly uncounted: readonly DeadlineRefusal[];
  readonly loop: readonly string[] | undefined;
  readonly children: readonly Standing[];
  /** The next day on which something runs out, here or at a receiver. */
  readonly nextDay: Day | undefined;
}

/** `now`: a day, or the moment, from which each authority's own day follows by its time zone. */
export function standingOf(
  facts: AppealFacts,
  pack: Pack,
  now: Day | Moment,
): Result<Standing, FactsRefusal> {
  const checked = checkFacts(facts, dayAt(facts, pack, now));
  return checked.ok ? ok(standing({ facts, pack, now, above: nothing })) : checked;
}

const nothing: readonly string[] = [];

function dayAt(facts: AppealFacts, pack: Pack, now: Day | Moment): Day {
  if (isDay(now)) return now;
  const moment = momentFrom(now);
  if (!moment) throw new RangeError("neither a day nor a moment");
  return dayThere(moment, zoneOf(facts, pack));
}

/** The brands have made sure of the form: a day is ten symbols, a moment twenty-four. */
function isDay(now: Day | Moment): now is Day {
  return now.length === 10;
}

interface Given {
  readonly facts: AppealFacts;
  readonly pack: Pack;
  readonly now: Day | Moment;
  /** The bodies that the letter has been through, from the first. */
  readonly above: readonly string[];
}

function standing(given: Given): Standing {
  const { facts, pack, now, above } = given;
  const today = dayAt(facts, pack, now);
  const uncounted: DeadlineRefusal[] = [];
  const clocks: Clock[] = [];
  for (const rule of pack.routes.get(facts.route)?.clocks ?? []) {
    const clock = clockOf({ facts, pack, today, rule }, uncounted);
    if (clock) clocks.push(clock);
  }
  const isForwarded = facts.forwarded.length > 0;
  const path = isForwarded ? [...above, facts.addressee] : above;
  const children = facts.forwarded.map(({ child }) =>
    standing({ facts: arriving(child, facts), pack, now, above: path }),
  );
  const loop = isForwarded ? loopIn(facts, above) : undefined;
  const stage = stageOf(facts, children);
  return {
    stage,
    overlays: stage === "draft" || stage === "ready" ? [] : overlaysOf(facts, clocks, loop !== undefined),
    clocks,
    uncounted,
    loop,
    children,
    nextDay: nextDay(clocks, children, today),
  };
}

/** A forwarded letter is sent to its receiver on the day it was forwarded, and complains of the same bodies. */
function arriving(child: AppealFacts, parent: AppealFacts): AppealFacts {
  const from = parent.forwarded.find((forwarding) => forwarding.child === child);
  if (!from) return child;
  return {
    ...child,
    ground: child.ground ?? parent.ground,
    complainedOf: [...new Set([...parent.complainedOf, ...child.complainedOf])],
    isSigned: true,
    dispatched: child.dispatched ?? { on: from.on, proof: from.proof, by: "post" },
  };
}

function stageOf(facts: AppealFacts, children: readonly Standing[]): Stage {
  if (facts.closed) return "closed";
  if (facts.answers.some(({ kind }) => endsTheWait(kind))) return "answered";
  const isPassedOn = facts.forwarded.length > 0 && facts.forwarded.every(({ isWhole }) => isWhole);
  if (isPassedOn && children.every(({ stage }) => stage === "answered" || stage === "closed"))
    return "answered";
  if (facts.forwarded.length > 0 || facts.extended.length > 0 || facts.answers.length > 0) return "waiting";
  if (facts.registered) return "registered";
  if (facts.received) return "received";
  if (facts.dispatched) return "sent";
  return facts.isSigned ? "ready" : "draft";
}

function overlaysOf(facts: AppealFacts, clocks: readonly Clock[], hasLoop: boolean): readonly Overlay[] {
  let answers = 0;
  let lateAnswers = 0;
  const found = { registerLate: false, forwardLate: false, estimated: false, provisional: false };
  for (const { role, state, trigger, deadline } of clocks) {
    const isLate = state === "late" || state === "metLate";
    if (role === "register" && isLate) found.registerLate = true;
    if (role === "forward" && isLate) found.forwardLate = true;
    if (role === "answer") {
      answers += 1;
      if (isLate) lateAnswers += 1;
    }
    if (state !== "running" && state !== "perhapsLate") continue;
    if (trigger.proof !== "proved") found.estimated = true;
    if (deadline.isProvisional) found.provisional = true;
  }
  const overlays: Overlay[] = [];
  if (found.registerLate) overlays.push("register-late");
  if (found.forwardLate) overlays.push("forward-late");
  // A route may know a short and a long term: late is late by all of them.
  if (answers > 0 && lateAnswers === answers) overlays.push("answer-late");
  if (facts.extended.length > 0) overlays.push("extended");
  if (hasLoop) overlays.push("loop");
  if (found.estimated) overlays.push("estimated");
  if (found.provisional) overlays.push("provisional");
  return overlays;
}

function nextDay(clocks: readonly Clock[], children: readonly Standing[], today: Day): Day | undefined {
  let next: Day | undefined;
  function consider(day: Day | undefined): void {
    if (day !== undefined && day >= today && (next === undefined || day < next)) next = day;
  }
  for (const { state, role, deadline } of clocks) {
    if (state === "running" && role !== "forward")
      consider(deadline.fileBy ?? deadline.mayFrom ?? deadline.latest);
  }
  for (const child of children) consider(child.nextDay);
  return next;
}

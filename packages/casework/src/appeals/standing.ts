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
const noRefusals: readonly DeadlineRefusal[] = [];
const noChildren: readonly Standing[] = [];

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
  const refused: DeadlineRefusal[] = [];
  const counted: Clock[] = [];
  for (const rule of pack.routes.get(facts.route)?.clocks ?? []) {
    const clock = clockOf({ facts, pack, today, rule }, refused);
    if (clock) counted.push(clock);
  }
  // Fifty thousand of these are kept: an array that grew holds more room than it needs, a copy does not.
  const clocks = counted.slice();
  const uncounted = refused.length > 0 ? refused : noRefusals;
  const isForwarded = facts.forwarded.length > 0;
  const path = isForwarded ? [...above, facts.addressee] : above;
  const children = !isForwarded
    ? noChildren
    : facts.forwarded.map(({ child }) => standing({ facts: arriving(child, facts), pack, now, above: path }));
  const loop = isForwarded ? loopIn(facts, above) : undefined;
  const stage = stageOf(facts, children);
  return {
    stage,
    overlays:
      stage === "draft" || stage === "ready"
        ? overlaysNamed(0)
        : overlaysOf(facts, clocks, loop !== undefined),
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
  let mask = 0;
  for (const { role, state, trigger, deadline } of clocks) {
    const isLate = state === "late" || state === "metLate";
    if (role === "register" && isLate) mask |= bits["register-late"];
    if (role === "forward" && isLate) mask |= bits["forward-late"];
    if (role === "answer") {
      answers += 1;
      if (isLate) lateAnswers += 1;
    }
    if (state !== "running" && state !== "perhapsLate") continue;
    if (trigger.proof !== "proved") mask |= bits.estimated;
    if (deadline.isProvisional) mask |= bits.provisional;
  }
  // A route may know a short and a long term: late is late by all of them.
  if (answers > 0 && lateAnswers === answers) mask |= bits["answer-late"];
  if (facts.extended.length > 0) mask |= bits.extended;
  if (hasLoop) mask |= bits.loop;
  return overlaysNamed(mask);
}

const overlayOrder: readonly Overlay[] = [
  "register-late",
  "forward-late",
  "answer-late",
  "extended",
  "loop",
  "estimated",
  "provisional",
];
const bits = {
  "register-late": 1,
  "forward-late": 2,
  "answer-late": 4,
  extended: 8,
  loop: 16,
  estimated: 32,
  provisional: 64,
} as const satisfies Record<Overlay, number>;
const overlaysByMask: (readonly Overlay[])[] = [];

/** One list for each of the few combinations there are, in their order. */
function overlaysNamed(mask: number): readonly Overlay[] {
  return (overlaysByMask[mask] ??= overlayOrder.filter((overlay) => (mask & bits[overlay]) !== 0));
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

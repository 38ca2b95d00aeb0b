/**
 * Where a letter stands today: its stage, what lies over it, and every clock with its dates. Derived from the facts,
 * the pack and the day; two-sided and careful: "late" needs a proved trigger, a date that is not provisional, and a day
 * after the latest reading. What would be late without that proof is "perhaps late": it reminds us and accuses no one.
 */
import { addDays, type Day, dayFrom, type Moment, momentFrom } from "../day.ts";
import { ok, type Result } from "../result.ts";
import {
  type Ask,
  type Deadline,
  deadlineOf,
  type DeadlineRefusal,
  extendedDeadline,
  isInForce,
} from "./deadline.ts";
import {
  type AppealFacts,
  checkFacts,
  type Dated,
  endsTheWait,
  type FactsRefusal,
  type Proof,
} from "./facts.ts";
import { loopIn } from "./loop.ts";
import type { Pack, Rule } from "./pack/pack.ts";
import type { Role, Words } from "./pack/shape.ts";
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

/** `passedOn`: the whole letter was forwarded, its child carries the clock. */
export type ClockState =
  | "running"
  | "late"
  | "perhapsLate"
  | "met"
  | "metLate"
  | "passedOn"
  | "expired"
  | "open";

export interface Clock {
  readonly rule: string;
  readonly role: Role;
  readonly trigger: { readonly what: string; readonly on: Day; readonly proof: Proof };
  /** The condition under which this term, not a longer one, applies. */
  readonly onlyIf: Words | undefined;
  /** As lawfully extended, if it was. */
  readonly deadline: Deadline;
  /** Before any extension. */
  readonly first: Deadline;
  readonly state: ClockState;
  /** The first day on which the breach could be claimed. It stays, whatever comes later. */
  readonly breachedFrom: Day | undefined;
  /** Notices of extension that came too late to matter, or went beyond the law. */
  readonly badNotices: readonly Day[];
}

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
  return checked.ok ? ok(standing({ facts, pack, now, above: [] })) : checked;
}

function zoneOf(facts: AppealFacts, pack: Pack): string {
  const authority =
    pack.authorities.get(facts.addressee) ?? pack.authorities.get(pack.routes.get(facts.route)?.to ?? "");
  return facts.zone ?? authority?.zone ?? "UTC";
}

function dayAt(facts: AppealFacts, pack: Pack, now: Day | Moment): Day {
  const day = dayFrom(now);
  if (day) return day;
  const moment = momentFrom(now);
  if (!moment) throw new RangeError("neither a day nor a moment");
  return dayThere(moment, zoneOf(facts, pack));
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
  for (const id of pack.routes.get(facts.route)?.rules ?? []) {
    const clock = clockOf({ facts, pack, today, id }, uncounted);
    if (clock) clocks.push(clock);
  }
  const children = facts.forwarded.map(({ child }) =>
    standing({ facts: arriving(child, facts), pack, now, above: [...above, facts.addressee] }),
  );
  const loop = loopIn(facts, above);
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

interface ClockAsked {
  readonly facts: AppealFacts;
  readonly pack: Pack;
  readonly today: Day;
  readonly id: string;
}

function clockOf({ facts, pack, today, id }: ClockAsked, uncounted: DeadlineRefusal[]): Clock | undefined {
  const rule = pack.rules.get(id);
  if (!rule || rule.readings.length === 0) return undefined;
  if (rule.grounds && !(facts.ground !== undefined && rule.grounds.includes(facts.ground))) return undefined;
  const trigger = triggerOf(facts, pack, rule);
  if (!trigger) return undefined;
  // A route may list all versions of one law: only the one in force on the day of the trigger runs.
  if (!isInForce(rule, trigger.on) && isAnotherInForce(pack, facts, { rule, on: trigger.on }))
    return undefined;
  const isInHours = rule.readings[0]?.term.unit === "hour";
  const at = isInHours ? trigger.at : undefined;
  const ask: Ask = {
    rule: id,
    on: trigger.on,
    region: facts.region,
    ...(at && { at, zone: zoneOf(facts, pack) }),
  };
  const first = deadlineOf(pack, ask);
  if (!first.ok) {
    uncounted.push(first.refusal);
    return undefined;
  }
  const { deadline, badNotices } = extended({ facts, pack, rule, ask, first: first.value });
  const done = doneOn(facts, rule.role);
  const state = stateOf({ deadline, done, proof: trigger.proof, today, facts });
  return {
    rule: id,
    role: rule.role,
    trigger: { what: rule.trigger, on: trigger.on, proof: trigger.proof },
    onlyIf: rule.onlyIf,
    deadline,
    first: first.value,
    state,
    breachedFrom: state === "late" || state === "metLate" ? deadline.overdueFrom : undefined,
    badNotices,
  };
}

function isAnotherInForce(
  pack: Pack,
  facts: AppealFacts,
  { rule, on }: { readonly rule: Rule; readonly on: Day },
): boolean {
  const ids = pack.routes.get(facts.route)?.rules ?? [];
  return ids.some((id) => {
    const other = pack.rules.get(id);
    return (
      other !== undefined &&
      other.trigger === rule.trigger &&
      other.role === rule.role &&
      other.id !== rule.id &&
      isInForce(other, on)
    );
  });
}

/**
 * The day a rule's clock starts, and how well it is known. Where a letter's arrival or registration is not known, it is
 * reckoned late (post as the pack says, registration on its last lawful day): an estimate may remind, never accuse.
 */
function triggerOf(facts: AppealFacts, pack: Pack, rule: Rule): Dated | undefined {
  const known = facts.known[rule.trigger];
  if (known) return known;
  const [what, event] = rule.trigger.split(".");
  if (!["appeal", "request", "complaint", "claim", "crime-report"].includes(what ?? "")) return undefined;
  switch (event) {
    case "received":
      return receivedOf(facts, pack);
    case "registered":
      return registeredOf(facts, pack);
    case "sent":
      return facts.dispatched;
    case "forwarded":
      return facts.forwarded[0];
    default:
      return undefined;
  }
}

function receivedOf(facts: AppealFacts, pack: Pack): Dated | undefined {
  const { received, registered, dispatched } = facts;
  if (received) return received;
  if (dispatched && dispatched.by !== "post") return { on: dispatched.on, proof: dispatched.proof };
  // It had come in, at the latest, by the day it was registered.
  if (registered) return { on: registered.on, proof: "estimated" };
  return dispatched && { on: addDays(dispatched.on, pack.postDays), proof: "estimated" };
}

function registeredOf(facts: AppealFacts, pack: Pack): Dated | undefined {
  if (facts.registered) return facts.registered;
  const received = receivedOf(facts, pack);
  if (!received) return undefined;
  const registering = (pack.routes.get(facts.route)?.rules ?? []).find(
    (id) => pack.rules.get(id)?.role === "register",
  );
  if (registering === undefined) return { on: received.on, proof: "estimated" };
  const last = deadlineOf(pack, { rule: registering, on: received.on, region: facts.region });
  return { on: last.ok ? last.value.latest : received.on, proof: "estimated" };
}

/** Notices in the order of their dates: each must come within the term as it then stood. A late one cures nothing. */
function extended({
  facts,
  pack,
  rule,
  ask,
  first,
}: {
  readonly facts: AppealFacts;
  readonly pack: Pack;
  readonly rule: Rule;
  readonly ask: Ask;
  readonly first: Deadline;
}) {
  let deadline = first;
  const badNotices: Day[] = [];
  if (!rule.extension || facts.extended.length === 0) return { deadline, badNotices };
  for (const { dated, until } of [...facts.extended].sort((a, b) => (a.dated < b.dated ? -1 : 1))) {
    const longer = dated <= deadline.latest ? extendedDeadline(pack, first, { ask, until }) : undefined;
    if (longer?.ok && longer.value.latest >= deadline.latest) deadline = longer.value;
    if (!longer?.ok || longer.value.extended?.isBeyondTheLaw) badNotices.push(dated);
  }
  return { deadline, badNotices };
}

/** When the duty was done, and whether by a date that can be relied on. */
function doneOn(facts: AppealFacts, role: Role): Dated | undefined {
  switch (role) {
    case "register":
      return facts.registered;
    case "forward":
      return facts.forwarded[0];
    case "answer": {
      const final = facts.answers.filter(({ kind }) => endsTheWait(kind));
      const days = final.map(({ dated, received }): Dated =>
        dated ? { on: dated, proof: "proved" } : { on: received, proof: "estimated" },
      );
      return days.sort((a, b) => (a.on < b.on ? -1 : 1))[0];
    }
    case "other":
    case "file":
    case "wait":
    case "limit":
      return undefined;
  }
}

interface Judged {
  readonly deadline: Deadline;
  readonly done: Dated | undefined;
  readonly proof: Proof;
  readonly today: Day;
  readonly facts: AppealFacts;
}

function stateOf({ deadline, done, proof, today, facts }: Judged): ClockState {
  const { overdueFrom, fileBy, mayFrom, role } = deadline;
  if (fileBy) return today > fileBy ? "expired" : "running";
  if (mayFrom) return today >= mayFrom ? "open" : "running";
  if (!overdueFrom) return "running";
  const isSure = proof === "proved" && !deadline.isProvisional;
  if (done) {
    if (done.on < overdueFrom) return "met";
    return isSure && done.proof === "proved" ? "metLate" : "met";
  }
  if (role === "limit") return today >= overdueFrom ? "expired" : "running";
  // Nobody must forward a letter: the term binds only the body that does.
  if (role === "forward") return "running";
  if (role === "answer" && facts.forwarded.some(({ isWhole, on }) => isWhole && on < overdueFrom))
    return "passedOn";
  // We do not hear of every registration: without a number the body may have registered in time.
  const isHeardOf = role === "answer";
  if (today < overdueFrom) return "running";
  return isSure && isHeardOf ? "late" : "perhapsLate";
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
  const isLate = ({ state }: Clock) => state === "late" || state === "metLate";
  const answers = clocks.filter(({ role }) => role === "answer");
  const overlays: Overlay[] = [];
  if (clocks.some((clock) => clock.role === "register" && isLate(clock))) overlays.push("register-late");
  if (clocks.some((clock) => clock.role === "forward" && isLate(clock))) overlays.push("forward-late");
  // A route may know a short and a long term: late is late by all of them.
  if (answers.length > 0 && answers.every(isLate)) overlays.push("answer-late");
  if (facts.extended.length > 0) overlays.push("extended");
  if (hasLoop) overlays.push("loop");
  const open = clocks.filter(({ state }) => state === "running" || state === "perhapsLate");
  if (open.some(({ trigger }) => trigger.proof !== "proved")) overlays.push("estimated");
  if (open.some(({ deadline }) => deadline.isProvisional)) overlays.push("provisional");
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

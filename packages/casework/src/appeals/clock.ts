/**
 * One clock of one letter: what set it running, its dates, and how it stands today. Careful by rule: "late" needs a
 * proved trigger, a date that is not provisional, and a day after the latest reading. What would be late without that
 * is "perhaps late": it reminds us and accuses no one.
 */
import type { Day } from "../day.ts";
import { count } from "./count.ts";
import { dayNumber, daysLater, dayText } from "./day-number.ts";
import {
  type Ask,
  type Deadline,
  deadlineOf,
  type DeadlineRefusal,
  extendedDeadline,
  isInForce,
  tableOf,
} from "./deadline.ts";
import { type AppealFacts, authorityOfAddressee, type Dated, endsTheWait, type Proof } from "./facts.ts";
import type { Pack, Rule } from "./pack/pack.ts";
import type { Role, Words } from "./pack/shape.ts";

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
  /** The event that set it running, and its day. */
  readonly what: string;
  readonly trigger: Dated;
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

interface ClockAsked {
  readonly facts: AppealFacts;
  readonly pack: Pack;
  readonly today: Day;
  readonly rule: Rule;
}

export function clockOf(
  { facts, pack, today, rule }: ClockAsked,
  uncounted: DeadlineRefusal[],
): Clock | undefined {
  if (rule.grounds && !(facts.ground !== undefined && rule.grounds.includes(facts.ground))) return undefined;
  const trigger = triggerOf(facts, pack, rule);
  if (!trigger) return undefined;
  // A route may list all versions of one law: only the one in force on the day of the trigger runs.
  if (!isInForce(rule, trigger.on) && isAnotherInForce(pack, facts, { rule, on: trigger.on }))
    return undefined;
  const at = rule.readings[0]?.term.unit === "hour" ? trigger.at : undefined;
  const ask: Ask = {
    rule: rule.id,
    on: trigger.on,
    at,
    region: facts.region,
    zone: at && zoneOf(facts, pack),
  };
  const first = deadlineOf(pack, ask);
  if (!first.ok) {
    uncounted.push(first.refusal);
    return undefined;
  }
  const isExtended = facts.extended.length > 0 && rule.extension !== undefined;
  const longer = isExtended ? extended({ facts, pack, rule, ask, first: first.value }) : undefined;
  const deadline = longer?.deadline ?? first.value;
  const done = doneOn(facts, rule.role);
  const state = stateOf({ deadline, done, proof: trigger.proof, today, facts });
  return {
    rule: rule.id,
    role: rule.role,
    what: rule.trigger,
    trigger,
    onlyIf: rule.onlyIf,
    deadline,
    first: first.value,
    state,
    breachedFrom: state === "late" || state === "metLate" ? deadline.overdueFrom : undefined,
    badNotices: longer?.badNotices ?? none,
  };
}

const none: readonly Day[] = [];

function isAnotherInForce(
  pack: Pack,
  facts: AppealFacts,
  { rule, on }: { readonly rule: Rule; readonly on: Day },
): boolean {
  const clocks = pack.routes.get(facts.route)?.clocks ?? [];
  return clocks.some(
    (other) =>
      other.trigger === rule.trigger &&
      other.role === rule.role &&
      other.id !== rule.id &&
      isInForce(other, on),
  );
}

/**
 * The day a rule's clock starts, and how well it is known. Where a letter's arrival or registration is not known, it is
 * reckoned late (post as the pack says, registration on its last lawful day): an estimate may remind, never accuse.
 */
function triggerOf(facts: AppealFacts, pack: Pack, rule: Rule): Dated | undefined {
  switch (rule.course) {
    case "received":
      return receivedOf(facts, pack);
    case "registered":
      return registeredOf(facts, pack);
    case "sent":
      return facts.dispatched;
    case "forwarded":
      return facts.forwarded[0];
    case undefined:
      return facts.known[rule.trigger];
  }
}

function receivedOf(facts: AppealFacts, pack: Pack): Dated | undefined {
  const { received, registered, dispatched } = facts;
  if (received) return received;
  if (dispatched && dispatched.by !== "post") return { on: dispatched.on, proof: dispatched.proof };
  // It had come in, at the latest, by the day it was registered.
  if (registered) return { on: registered.on, proof: "estimated" };
  return dispatched && { on: daysLater(dispatched.on, pack.postDays), proof: "estimated" };
}

function registeredOf(facts: AppealFacts, pack: Pack): Dated | undefined {
  if (facts.registered) return facts.registered;
  const received = receivedOf(facts, pack);
  if (!received) return undefined;
  const registering = pack.routes.get(facts.route)?.clocks.find(({ role }) => role === "register");
  if (registering === undefined) return { on: received.on, proof: "estimated" };
  const last = deadlineOf(pack, { rule: registering.id, on: received.on, region: facts.region });
  return { on: last.ok ? last.value.latest : received.on, proof: "estimated" };
}

interface Extending {
  readonly facts: AppealFacts;
  readonly pack: Pack;
  readonly rule: Rule;
  readonly ask: Ask;
  readonly first: Deadline;
}

/** Notices in the order of their dates: each must come within the term as it then stood. A late one cures nothing. */
function extended({ facts, pack, rule, ask, first }: Extending): {
  readonly deadline: Deadline;
  readonly badNotices: readonly Day[];
} {
  let deadline = first;
  const badNotices: Day[] = [];
  const lastNotice = lastDayOfNotice(pack, rule, ask);
  for (const { dated, until } of [...facts.extended].sort((a, b) => (a.dated < b.dated ? -1 : 1))) {
    const longer = dated <= deadline.latest ? extendedDeadline(pack, first, { ask, until }) : undefined;
    if (longer?.ok && longer.value.latest >= deadline.latest) deadline = longer.value;
    const isLate = lastNotice !== undefined && dated > lastNotice;
    if (isLate || !longer?.ok || longer.value.extended?.isBeyondTheLaw) badNotices.push(dated);
  }
  return { deadline, badNotices };
}

/** Where the law gives the notice a term of its own. A notice after it is told as bad, but still moves our own claim. */
function lastDayOfNotice(pack: Pack, { extension }: Rule, ask: Ask): Day | undefined {
  const term = extension?.noticeWithin;
  if (!term) return undefined;
  const counted = count(term, dayNumber(ask.on), tableOf(pack, term.calendar, ask.region));
  return counted && dayText(counted.due);
}

/** When the duty was done, and whether by a date that can be relied on. */
function doneOn(facts: AppealFacts, role: Role): Dated | undefined {
  switch (role) {
    case "register":
      return facts.registered;
    case "forward":
      return facts.forwarded[0];
    case "answer":
      return facts.answers.length === 0 ? undefined : firstAnswer(facts);
    case "other":
    case "file":
    case "wait":
    case "limit":
      return undefined;
  }
}

function firstAnswer({ answers }: AppealFacts): Dated | undefined {
  const final = answers.filter(({ kind }) => endsTheWait(kind));
  const days = final.map(({ dated, received }): Dated =>
    dated ? { on: dated, proof: "proved" } : { on: received, proof: "estimated" },
  );
  return days.sort((a, b) => (a.on < b.on ? -1 : 1))[0];
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

export function zoneOf(facts: AppealFacts, pack: Pack): string {
  const authority =
    pack.authorities.get(authorityOfAddressee(facts.addressee)) ??
    pack.authorities.get(pack.routes.get(facts.route)?.to ?? "");
  return facts.zone ?? authority?.zone ?? "UTC";
}

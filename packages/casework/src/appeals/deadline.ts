/**
 * A statutory deadline, derived and never stored: from a trigger's day, a pack and its calendars.
 *
 * Two-sided. Of an authority we say "overdue" only from the day after the latest date over all readings of the law;
 * the family's own act is to be filed by the earliest, and by the working day before where that is a day off.
 * A regional holiday is a further reading: the authority may have rested, the family should not rely on it.
 */
import type { Day, Moment } from "../day.ts";
import { addMinutes } from "../day.ts";
import { err, ok, type Result } from "../result.ts";
import { type CalendarTable, openTable } from "./calendar.ts";
import { type Counted, count, settle } from "./count.ts";
import { dayNumber, dayText, isCountable } from "./day-number.ts";
import type { Interpretation, Level, Pack, Rule, Term } from "./pack/pack.ts";
import type { Role } from "./pack/shape.ts";
import { dayThere } from "./zone.ts";

/** One date found by one reading of the text under one calendar. */
export interface Reading {
  readonly id: string;
  readonly term: Term;
  /** The region whose holidays were laid over the calendar. */
  readonly region: string | undefined;
  /** The day the term was counted from: the trigger, or the end of the first term. */
  readonly from: Day;
  readonly raw: Day;
  readonly due: Day;
  readonly isProvisional: boolean;
}

export interface Deadline {
  readonly rule: string;
  readonly role: Role;
  readonly level: Level;
  readonly trigger: Day;
  /** By the rule's own reading: the end before a rollover, and the last lawful day. */
  readonly raw: Day;
  readonly due: Day;
  /** Where the term runs in hours from a known moment: when it ends. */
  readonly endsAt: Moment | undefined;
  /** The zone in whose days that moment was placed. */
  readonly zone: string | undefined;
  readonly earliest: Day;
  readonly latest: Day;
  /** What others owe: the first day on which we may say "overdue". */
  readonly overdueFrom: Day | undefined;
  /** What the family does itself: the last safe day. */
  readonly fileBy: Day | undefined;
  /** What may not be done before a time has passed: the first day on which it may. */
  readonly mayFrom: Day | undefined;
  readonly isProvisional: boolean;
  readonly readings: readonly Reading[];
  readonly extended: { readonly until: Day | undefined; readonly isBeyondTheLaw: boolean } | undefined;
}

export type DeadlineRefusal =
  | { readonly type: "NoSuchRule"; readonly rule: string }
  | { readonly type: "RuleHasNoTerm"; readonly rule: string }
  | {
      readonly type: "NoVersionForDay";
      readonly rule: string;
      readonly day: Day;
      readonly inForce: string | undefined;
    }
  | { readonly type: "NoExtension"; readonly rule: string }
  | { readonly type: "DayOutOfReach"; readonly rule: string; readonly day: Day };

export interface Ask {
  readonly rule: string;
  readonly on: Day;
  /** The moment of the trigger, where it is known: terms in hours run from it. */
  readonly at?: Moment | undefined;
  /** A region whose holidays lie over the calendar: RU-TA. */
  readonly region?: string | undefined;
  readonly zone?: string | undefined;
}

type Found = Result<Deadline, DeadlineRefusal>;

/** Tables and dates already found, for as long as the pack lives. The pack never changes, so neither do they. */
interface Memory {
  readonly tables: Map<string, CalendarTable>;
  /** By rule, by region, by day number: a board asks for the same few thousand dates fifty thousand times. */
  readonly dates: Map<string, Map<string | undefined, (Found | undefined)[][]>>;
  /** The longest extension of a date. */
  readonly longest: Map<Deadline, Found>;
}
const memories = new WeakMap<Pack, Memory>();

function memoryOf(pack: Pack): Memory {
  const known = memories.get(pack);
  if (known) return known;
  const made: Memory = { tables: new Map(), dates: new Map(), longest: new Map() };
  memories.set(pack, made);
  return made;
}

export function tableOf(pack: Pack, calendar: string, region?: string): CalendarTable {
  const { tables } = memoryOf(pack);
  const key = `${calendar} ${region ?? ""}`;
  const known = tables.get(key);
  if (known) return known;
  const found = pack.calendars.get(calendar);
  if (!found) throw new Error(`a checked pack has no calendar ${calendar}`);
  const made = openTable(found, region);
  tables.set(key, made);
  return made;
}

export function deadlineOf(pack: Pack, ask: Ask): Found {
  if (ask.at !== undefined) return derive(pack, ask);
  const { dates } = memoryOf(pack);
  let regions = dates.get(ask.rule);
  if (!regions) dates.set(ask.rule, (regions = new Map()));
  let days = regions.get(ask.region);
  if (!days) regions.set(ask.region, (days = []));
  const number = dayNumber(ask.on);
  if (!isCountable(number)) return derive(pack, ask);
  // Leaves of 512 days: dense where days are asked for, absent elsewhere, and quicker than hashing.
  const leaf = (days[number >> 9] ??= []);
  return (leaf[number & 511] ??= derive(pack, ask));
}

function derive(pack: Pack, ask: Ask): Found {
  const chosen = ruleInForce(pack, ask.rule, ask.on);
  if (!chosen.ok) return chosen;
  const readings = readingsFrom(pack, chosen.value.readings, ask);
  if (!readings) return err({ type: "DayOutOfReach", rule: ask.rule, day: ask.on });
  return ok(deadlineFrom({ pack, rule: chosen.value, ask, readings, extended: undefined }));
}

/** The rule itself, if that version of the law was in force on the day; else a refusal that names the one that was. */
export function ruleInForce(pack: Pack, id: string, day: Day): Result<Rule, DeadlineRefusal> {
  const rule = pack.rules.get(id);
  if (!rule) return err({ type: "NoSuchRule", rule: id });
  if (!isInForce(rule, day)) {
    const inForce = rule.versionOf === undefined ? undefined : versionOn(pack, rule.versionOf, day);
    return err({ type: "NoVersionForDay", rule: id, day, inForce: inForce?.id });
  }
  if (rule.readings.length === 0) return err({ type: "RuleHasNoTerm", rule: id });
  return ok(rule);
}

/** The version of a matter's law on a day: koap.5.59 on 24 April 2023 is another than on the 25th. */
export function versionOn(pack: Pack, matter: string, day: Day): Rule | undefined {
  return [...pack.rules.values()].find((rule) => rule.versionOf === matter && isInForce(rule, day));
}

export function isInForce(rule: Rule, day: Day): boolean {
  return (rule.from === undefined || rule.from <= day) && (rule.to === undefined || day <= rule.to);
}

/** Every reading of the text, and each again with the region's holidays. undefined: out of reach of the tables. */
function readingsFrom(
  pack: Pack,
  readings: readonly Interpretation[],
  ask: Ask,
): readonly Reading[] | undefined {
  const trigger = dayNumber(ask.on);
  if (!isCountable(trigger)) return undefined;
  const found: Reading[] = [];
  for (const region of regionsOf(pack, readings, ask)) {
    for (const { id, term } of readings) {
      const counted = count(term, trigger, tableOf(pack, term.calendar, region));
      if (!counted) return undefined;
      found.push(readingOf(counted, { id, term, region, from: ask.on }));
    }
  }
  return found;
}

function regionsOf(
  pack: Pack,
  readings: readonly Interpretation[],
  ask: Ask,
): readonly (string | undefined)[] {
  const calendar = readings[0]?.term.calendar;
  const isKnown =
    ask.region !== undefined && calendar !== undefined && pack.calendars.get(calendar)?.regions[ask.region];
  return isKnown ? [undefined, ask.region] : [undefined];
}

function readingOf(counted: Counted, about: Pick<Reading, "id" | "term" | "region" | "from">): Reading {
  const { id, term, region, from } = about;
  const { raw, due, isProvisional } = counted;
  return { id, term, region, from, raw: dayText(raw), due: dayText(due), isProvisional };
}

/** The term as an authority lawfully extended it; `until` is the day it named, if it named one. */
export function extendedDeadline(
  pack: Pack,
  first: Deadline,
  how: { readonly ask: Ask; readonly until: Day | undefined },
): Found {
  if (how.until !== undefined) return extend(pack, first, how);
  const { longest } = memoryOf(pack);
  const known = longest.get(first);
  if (known) return known;
  const made = extend(pack, first, how);
  longest.set(first, made);
  return made;
}

function extend(
  pack: Pack,
  first: Deadline,
  { ask, until }: { readonly ask: Ask; readonly until: Day | undefined },
): Result<Deadline, DeadlineRefusal> {
  const chosen = ruleInForce(pack, ask.rule, ask.on);
  if (!chosen.ok) return chosen;
  const { extension } = chosen.value;
  if (!extension) return err({ type: "NoExtension", rule: ask.rule });
  if (until !== undefined && until < first.latest) {
    return ok({ ...first, extended: { until, isBeyondTheLaw: false } }); // a notice cannot shorten what the law gives
  }
  const outOfReach: DeadlineRefusal = { type: "DayOutOfReach", rule: ask.rule, day: ask.on };
  const found: Reading[] = [];
  let isBeyondTheLaw = until !== undefined;
  for (const reading of first.readings) {
    const term = { ...extension.term, start: reading.term.start, rollover: reading.term.rollover };
    // Note: Where an extension starts. "More" runs from the end of the first term: the raw end (the next day is its
    // first), and, where the law does not say which end is meant, also from the end after a rollover.
    const starts =
      extension.type === "whole"
        ? [ask.on]
        : extension.fromRawEnd
          ? [reading.raw]
          : [reading.raw, reading.due];
    for (const from of new Set(starts)) {
      const used: Term = extension.type === "more" ? { ...term, start: extension.term.start } : term;
      const table = tableOf(pack, used.calendar, reading.region);
      const most = count(used, dayNumber(from), table);
      if (!most) return err(outOfReach);
      const named = until === undefined ? undefined : dayNumber(until);
      if (named !== undefined && named <= Math.max(most.raw, most.due)) isBeyondTheLaw = false;
      const isSooner = named !== undefined && named < most.raw;
      const counted = isSooner ? settle({ term: used, first: dayNumber(from) + 1, raw: named }, table) : most;
      if (!counted) return err(outOfReach);
      found.push(readingOf(counted, { id: reading.id, term: used, region: reading.region, from }));
    }
  }
  return ok(
    deadlineFrom({ pack, rule: chosen.value, ask, readings: found, extended: { until, isBeyondTheLaw } }),
  );
}

interface Counting {
  readonly pack: Pack;
  readonly rule: Rule;
  readonly ask: Ask;
  readonly readings: readonly Reading[];
  readonly extended: Deadline["extended"];
}

export function deadlineFrom({ pack, rule, ask, readings, extended }: Counting): Deadline {
  const [own] = readings;
  if (!own) throw new Error(`rule ${rule.id} was counted without a reading`);
  const timed =
    own.term.unit === "hour" && ask.at !== undefined
      ? hoursLater(pack, own, { zone: ask.zone, at: ask.at })
      : undefined;
  const raw = timed?.day ?? own.raw;
  const due = timed?.day ?? own.due;
  const { earliest, latest } = timed ? { earliest: timed.day, latest: timed.day } : ends(readings);
  const side = sideOf(rule.role);
  const safe = side === "family" ? lastSafeDay(pack, readings, earliest) : undefined;
  return {
    rule: rule.id,
    role: rule.role,
    level: rule.level,
    trigger: ask.on,
    raw,
    due,
    endsAt: timed?.moment,
    zone: timed?.zone,
    earliest,
    latest,
    overdueFrom: side === "others" ? dayText(dayNumber(latest) + 1) : undefined,
    fileBy: safe?.day,
    mayFrom: side === "waiting" ? dayText(dayNumber(latest) + 1) : undefined,
    isProvisional: readings.some(({ isProvisional }) => isProvisional) || (safe?.isProvisional ?? false),
    readings,
    extended,
  };
}

export function sideOf(role: Role): "others" | "family" | "waiting" {
  switch (role) {
    case "register":
    case "forward":
    case "answer":
    case "other":
    case "limit":
      return "others";
    case "file":
      return "family";
    case "wait":
      return "waiting";
  }
}

function hoursLater(
  pack: Pack,
  own: Reading,
  { at, zone }: { readonly at: Moment; readonly zone: string | undefined },
): { readonly moment: Moment; readonly day: Day; readonly zone: string } {
  const moment = addMinutes(at, own.term.count * 60);
  const there = zone ?? tableOf(pack, own.term.calendar).zone;
  return { moment, day: dayThere(moment, there), zone: there };
}

/** A day off does not save the family: then the working day before, in every calendar that may apply. */
function lastSafeDay(pack: Pack, readings: readonly Reading[], earliest: Day) {
  const tables = readings.map(({ term, region }) => tableOf(pack, term.calendar, region));
  let day = dayNumber(earliest);
  while (tables.some((table) => !table.isWorking(day))) {
    const from = day;
    day = Math.min(...tables.map((table) => table.onOrBefore(from)));
  }
  const safe = day;
  return {
    day: dayText(safe),
    isProvisional: tables.some((table) => !table.isCovered(safe, dayNumber(earliest))),
  };
}

function ends(readings: readonly Reading[]): { readonly earliest: Day; readonly latest: Day } {
  let earliest: Day | undefined;
  let latest: Day | undefined;
  for (const { raw, due } of readings) {
    const sooner = raw < due ? raw : due;
    if (earliest === undefined || sooner < earliest) earliest = sooner;
    if (latest === undefined || due > latest) latest = due;
  }
  if (earliest === undefined || latest === undefined)
    throw new Error("a deadline was counted without a reading");
  return { earliest, latest };
}

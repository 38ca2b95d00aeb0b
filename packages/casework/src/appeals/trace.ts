/**
 * How a date was found, step by step: what a volunteer opens at a date, and a lawyer checks. Derived on request from
 * the deadline and the pack, so that a board of fifty thousand dates need not carry them.
 */
import type { Day, Moment } from "../day.ts";
import { addDays } from "../day.ts";
import type { CalendarTable, DayOffReason } from "./calendar.ts";
import { dateLacking, firstDay } from "./count.ts";
import { dayNumber, dayText } from "./day-number.ts";
import { type Deadline, type Reading, tableOf } from "./deadline.ts";
import type { Proof } from "./facts.ts";
import type { Level, Pack, Rule, Term } from "./pack/pack.ts";
import type { Words } from "./pack/shape.ts";

export interface SkippedDay {
  readonly day: Day;
  readonly why: DayOffReason;
}

export type TraceStep =
  | {
      readonly type: "Law";
      readonly rule: string;
      readonly law: string;
      readonly article: string;
      readonly level: Level;
      readonly from: Day | undefined;
      readonly to: Day | undefined;
    }
  | { readonly type: "Trigger"; readonly what: string; readonly on: Day; readonly proof: Proof }
  | {
      readonly type: "Reading";
      readonly id: string;
      readonly basis: Words | undefined;
      readonly region: string | undefined;
    }
  | { readonly type: "ExtendedFrom"; readonly day: Day; readonly until: Day | undefined }
  | { readonly type: "FirstDay"; readonly day: Day; readonly countsTriggerDay: boolean }
  | { readonly type: "RawEnd"; readonly day: Day; readonly term: Term }
  | { readonly type: "EndsAt"; readonly at: Moment; readonly day: Day; readonly zone: string }
  | { readonly type: "MonthLacksDate"; readonly date: number; readonly day: Day }
  | { readonly type: "Skipped"; readonly days: readonly SkippedDay[]; readonly workedDaysOff: readonly Day[] }
  | { readonly type: "RolledOn"; readonly to: Day; readonly over: readonly SkippedDay[] }
  | { readonly type: "RolledBack"; readonly to: Day; readonly over: readonly SkippedDay[] }
  | { readonly type: "Due"; readonly day: Day }
  | {
      readonly type: "Provisional";
      readonly coveredFrom: Day | undefined;
      readonly coveredTo: Day | undefined;
    }
  | { readonly type: "Calendar"; readonly id: string; readonly version: string }
  | {
      readonly type: "OverdueFrom";
      readonly day: Day;
      readonly latest: Day;
      /** Why "overdue" may not be said all the same. */
      readonly but: "provisional" | "unproved" | undefined;
    }
  | { readonly type: "FileBy"; readonly day: Day; readonly earliest: Day }
  | { readonly type: "MayFrom"; readonly day: Day };

/** `proof`: how well the trigger is known; without it a date may drive reminders, not accusations. */
export function traceOf(pack: Pack, deadline: Deadline, proof: Proof = "proved"): readonly TraceStep[] {
  const rule = pack.rules.get(deadline.rule);
  if (!rule) throw new Error(`the deadline's rule ${deadline.rule} is not in this pack`);
  const steps: TraceStep[] = [
    {
      type: "Law",
      rule: rule.id,
      law: rule.law,
      article: rule.article,
      level: rule.level,
      from: rule.from,
      to: rule.to,
    },
    { type: "Trigger", what: rule.trigger, on: deadline.trigger, proof },
  ];
  for (const reading of deadline.readings) {
    if (deadline.readings.length > 1)
      steps.push({
        type: "Reading",
        id: reading.id,
        basis: basisOf(rule, reading.id),
        region: reading.region,
      });
    steps.push(...stepsOf(pack, deadline, reading));
  }
  for (const id of new Set(deadline.readings.map(({ term }) => term.calendar))) {
    const { version } = tableOf(pack, id);
    steps.push({ type: "Calendar", id, version });
  }
  if (deadline.overdueFrom) {
    const but = proof !== "proved" ? "unproved" : deadline.isProvisional ? "provisional" : undefined;
    steps.push({ type: "OverdueFrom", day: deadline.overdueFrom, latest: deadline.latest, but });
  }
  if (deadline.fileBy) steps.push({ type: "FileBy", day: deadline.fileBy, earliest: deadline.earliest });
  if (deadline.mayFrom) steps.push({ type: "MayFrom", day: deadline.mayFrom });
  return steps;
}

function basisOf(rule: Rule, reading: string): Words | undefined {
  return rule.readings.find(({ id }) => id === reading)?.basis;
}

function stepsOf(pack: Pack, deadline: Deadline, reading: Reading): readonly TraceStep[] {
  const { term, from, raw, due } = reading;
  const table = tableOf(pack, term.calendar, reading.region);
  const steps: TraceStep[] = [];
  if (deadline.extended) steps.push({ type: "ExtendedFrom", day: from, until: deadline.extended.until });
  if (term.unit === "hour" && deadline.endsAt) {
    return [
      ...steps,
      { type: "EndsAt", at: deadline.endsAt, day: deadline.due, zone: deadline.zone ?? table.zone },
    ];
  }
  const first = dayText(firstDay(term, dayNumber(from)));
  steps.push({ type: "FirstDay", day: first, countsTriggerDay: term.start === "same_day" });
  const lacking = dateLacking(term, dayNumber(from));
  if (lacking !== undefined) steps.push({ type: "MonthLacksDate", date: lacking, day: raw });
  if (term.unit === "working_day") {
    const days = daysOff(table, first, raw);
    const workedDaysOff = daysFrom(first, raw).filter((day) => table.isMovedIn(dayNumber(day)));
    if (days.length > 0 || workedDaysOff.length > 0) steps.push({ type: "Skipped", days, workedDaysOff });
  }
  steps.push({ type: "RawEnd", day: raw, term });
  if (due > raw) steps.push({ type: "RolledOn", to: due, over: daysOff(table, raw, due) });
  if (due < raw) steps.push({ type: "RolledBack", to: due, over: daysOff(table, due, raw) });
  steps.push({ type: "Due", day: due });
  if (reading.isProvisional)
    steps.push({ type: "Provisional", coveredFrom: table.coveredFrom, coveredTo: table.coveredTo });
  return steps;
}

function daysFrom(from: Day, to: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function daysOff(table: CalendarTable, from: Day, to: Day): readonly SkippedDay[] {
  return daysFrom(from, to).flatMap((day) => {
    const why = table.reasonOff(dayNumber(day));
    return why ? [{ day, why }] : [];
  });
}

/**
 * One reading of one term: from the day of the trigger to the raw end, and to the last lawful day after a rollover.
 * Never reads a clock and never guesses: what rests on days that the calendar does not cover is marked provisional.
 */
import type { CalendarTable } from "./calendar.ts";
import { civilFromNumber, daysInMonth, isCountable, numberFromCivil } from "./day-number.ts";
import type { Term } from "./pack/pack.ts";
import type { Rollover } from "./pack/shape.ts";

export interface Counted {
  readonly raw: number;
  readonly due: number;
  readonly isProvisional: boolean;
}

/** undefined: the end lies beyond the days that can be counted. */
export function count(term: Term, trigger: number, table: CalendarTable): Counted | undefined {
  const raw = rawEnd(term, trigger, table);
  return raw === undefined ? undefined : settle({ term, first: firstDay(term, trigger), raw }, table);
}

/** A raw end that is already known (a day that an authority named), rolled over as the term says. */
export function settle(
  { term, first, raw }: { readonly term: Term; readonly first: number; readonly raw: number },
  table: CalendarTable,
): Counted | undefined {
  if (!isRoomAround(raw)) return undefined;
  const due = roll(raw, term.rollover, table);
  const isRolling = term.rollover !== "none";
  const isCovered =
    (term.unit !== "working_day" || table.isCovered(first, raw)) &&
    (!isRolling || table.isCovered(Math.min(raw, due), Math.max(raw, due)));
  return { raw, due, isProvisional: !isCovered };
}

/** The first day that counts. Hours without a known moment begin, at the latest, when the day of the trigger ends. */
export function firstDay(term: Term, trigger: number): number {
  return term.start === "same_day" ? trigger : trigger + 1;
}

function rawEnd(term: Term, trigger: number, table: CalendarTable): number | undefined {
  const first = firstDay(term, trigger);
  if (!isRoomAround(first) || !isCountable(first + term.count * roughDays[term.unit])) return undefined;
  switch (term.unit) {
    case "calendar_day":
    case "day24":
      return first + term.count - 1;
    case "hour":
      return trigger + Math.ceil(term.count / 24);
    case "working_day":
      return table.nth(first, term.count);
    case "month":
      return monthsLater(trigger, term.count, term.start === "same_day");
    case "year":
      return monthsLater(trigger, term.count * 12, term.start === "same_day");
  }
}

/** No unit is longer than this: a fence against leaving the table. */
const roughDays = { calendar_day: 1, day24: 1, hour: 1, working_day: 8, month: 31, year: 366 } as const;

/** Rollovers look a few weeks around. */
function isRoomAround(day: number): boolean {
  return isCountable(day - 60) && isCountable(day + 60);
}

/**
 * The same date so many months later, or the last of the month where there is none (30 November + 3 months:
 * 28 February). Where the day of the trigger itself counts, the term ends the day before that date.
 */
function monthsLater(day: number, months: number, countsItself: boolean): number {
  const { wanted, length, year, month } = target(day, months);
  const end = numberFromCivil({ year, month, date: Math.min(wanted, length) });
  return countsItself && wanted <= length ? end - 1 : end;
}

/** The date that the month lacks, where the end was put on its last day. */
export function dateLacking(term: Term, trigger: number): number | undefined {
  if (term.unit !== "month" && term.unit !== "year") return undefined;
  const { wanted, length } = target(trigger, term.unit === "year" ? term.count * 12 : term.count);
  return wanted > length ? wanted : undefined;
}

function target(day: number, months: number) {
  const from = civilFromNumber(day);
  const index = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return { wanted: from.date, length: daysInMonth(year, month), year, month };
}

function roll(day: number, rollover: Rollover, table: CalendarTable): number {
  switch (rollover) {
    case "next_working_day":
      return table.onOrAfter(day);
    case "previous_working_day":
      return table.onOrBefore(day);
    case "none":
      return day;
  }
}

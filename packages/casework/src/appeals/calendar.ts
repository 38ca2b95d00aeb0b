/**
 * A working-day calendar laid out as a table from 1990 to 2099, so that counting and rolling over are look-ups.
 * Outside its coverage it still answers (weekends, and days off of every year), but says that it is not covered:
 * a date that rests on such days is provisional.
 */
import type { Day } from "../day.ts";
import { daysInMonth, dayNumber, FIRST_DAY, LAST_DAY, numberFromCivil, weekdayOf } from "./day-number.ts";
import type { Calendar } from "./pack/pack.ts";

export type DayOffReason = "weekend" | "holiday" | "region";

export interface CalendarTable {
  readonly id: string;
  readonly version: string;
  readonly zone: string;
  isWorking(day: number): boolean;
  reasonOff(day: number): DayOffReason | undefined;
  /** A weekend day that a decree made a working one. */
  isMovedIn(day: number): boolean;
  /** The working day itself, or the next one. */
  onOrAfter(day: number): number;
  onOrBefore(day: number): number;
  /** The nth working day, from this day on inclusive. */
  nth(from: number, count: number): number;
  /** How many working days lie from `from` to `to`, both included. */
  workingDays(from: number, to: number): number;
  /** Whether every day from the one to the other is within what the calendar knows. */
  isCovered(from: number, to: number): boolean;
  readonly coveredFrom: Day | undefined;
  readonly coveredTo: Day | undefined;
}

export const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;

const WORKING = 0;
const WEEKEND = 1;
const HOLIDAY = 2;
const REGION = 3;
const MOVED_IN = 4;
const reasons = [undefined, "weekend", "holiday", "region", undefined] as const;

/** The days that "05-09" or "01-01/01-08" names in a year. A day that the year lacks (02-29) is left out. */
export function daysNamed(year: number, monthDays: string): readonly number[] {
  const [from, to] = monthDays.split("/").map((text) => monthDay(year, text));
  if (from === undefined) return [];
  if (to === undefined) return monthDays.includes("/") ? [] : [from];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

function monthDay(year: number, text: string): number | undefined {
  const month = Number(text.slice(0, 2));
  const date = Number(text.slice(3, 5));
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined;
  return numberFromCivil({ year, month, date });
}

export function openTable(calendar: Calendar, region?: string): CalendarTable {
  const kinds = kindsOf(calendar, region);
  const before = new Int32Array(kinds.length + 1);
  const working: number[] = [];
  kinds.forEach((kind, index) => {
    const works = kind === WORKING || kind === MOVED_IN;
    before[index + 1] = (before[index] ?? 0) + (works ? 1 : 0);
    if (works) working.push(FIRST_DAY + index);
  });
  const coveredFrom = calendar.from ? dayNumber(calendar.from) : FIRST_DAY;
  const coveredTo = calendar.to ? dayNumber(calendar.to) : LAST_DAY;

  function kindAt(day: number): number {
    return kinds[day - FIRST_DAY] ?? WORKING;
  }
  /** Working days before the day. */
  function rank(day: number): number {
    return before[Math.min(Math.max(day - FIRST_DAY, 0), kinds.length)] ?? 0;
  }
  function workingDay(index: number): number {
    const found = working[index];
    if (found === undefined) throw new RangeError(`calendar ${calendar.id} has no working day there`);
    return found;
  }

  return {
    id: calendar.id,
    version: calendar.version,
    zone: calendar.zone,
    coveredFrom: calendar.from,
    coveredTo: calendar.to,
    isWorking: (day) => kindAt(day) === WORKING || kindAt(day) === MOVED_IN,
    reasonOff: (day) => reasons[kindAt(day)],
    isMovedIn: (day) => kindAt(day) === MOVED_IN,
    onOrAfter: (day) => workingDay(rank(day)),
    onOrBefore: (day) => workingDay(rank(day + 1) - 1),
    nth: (from, count) => workingDay(rank(from) + count - 1),
    workingDays: (from, to) => rank(to + 1) - rank(from),
    isCovered: (from, to) => from >= coveredFrom && to <= coveredTo,
  };
}

function kindsOf(calendar: Calendar, region: string | undefined): Uint8Array {
  const weekend = new Set(calendar.weekend);
  const kinds = new Uint8Array(LAST_DAY - FIRST_DAY + 1);
  kinds.forEach((_, index) => {
    if (weekend.has(weekdays[weekdayOf(FIRST_DAY + index)] ?? "")) kinds[index] = WEEKEND;
  });
  function mark(year: number, named: readonly string[], kind: number): void {
    for (const day of named.flatMap((monthDays) => daysNamed(year, monthDays))) {
      if (kind !== REGION || kinds[day - FIRST_DAY] === WORKING) kinds[day - FIRST_DAY] = kind;
    }
  }
  for (let year = 1990; year <= 2099; year += 1) {
    const listed = calendar.years[String(year)];
    mark(year, listed ? listed.off : calendar.everyYear, HOLIDAY);
    if (region !== undefined) mark(year, calendar.regions[region] ?? [], REGION);
    if (listed) mark(year, listed.working, MOVED_IN);
  }
  return kinds;
}

/** Whole weeks, from a Monday to a Monday; `to` is the first day after. Two periods of one table nest or do not meet. */
import { addDays, daysBetween, dayFrom, type Day } from "@answerable/casework";

export interface Period {
  readonly from: Day;
  readonly to: Day;
}

const days = 7;

/** undefined: no such day. */
export function week(monday: string, weeks = 1): Period | undefined {
  const from = dayFrom(monday);
  return from && { from, to: addDays(from, weeks * days) };
}

/** 1970-01-05 was a Monday. */
export function isWholeWeeks({ from, to }: Period): boolean {
  const monday = dayFrom("1970-01-05");
  if (!monday) return false;
  const length = daysBetween(from, to);
  return length > 0 && length % days === 0 && daysBetween(monday, from) % days === 0;
}

export function periodText({ from, to }: Period): string {
  return `${from}/${to}`;
}

export type Meeting = "same" | "inside" | "around" | "apart" | "across";

/** How one period lies to another. ISO days compare as text. */
export function meetingOf(one: Period, other: Period): Meeting {
  if (one.from === other.from && one.to === other.to) return "same";
  if (one.to <= other.from || other.to <= one.from) return "apart";
  if (one.from >= other.from && one.to <= other.to) return "inside";
  if (one.from <= other.from && one.to >= other.to) return "around";
  return "across";
}

/**
 * Days and moments. A Day is a date on the calendar without a zone: 2022-11-08. A Moment is UTC to the millisecond.
 * Arithmetic is on the proleptic Gregorian calendar, without a clock.
 */
import * as v from "valibot";

import type { Brand } from "./id.ts";

export type Day = Brand<string, "Day">;
export type Moment = Brand<string, "Moment">;

const MILLISECONDS_A_DAY = 86_400_000;
/** The last that a date can say, in milliseconds since 1970; as many before are the first. */
export const LAST_MOMENT = 8.64e15;

/** undefined: no such day (31 February) or not of the form 2022-11-08. */
export function dayFrom(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) return undefined;
  return text as Day; // makes the brand
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * MILLISECONDS_A_DAY)
    .toISOString()
    .slice(0, 10) as Day; // makes the brand
}

/** Whole days from `from` to `to`; negative where `to` lies before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MILLISECONDS_A_DAY);
}

/** undefined: not a moment in UTC. */
export function momentFrom(text: string): Moment | undefined {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : (new Date(time).toISOString() as Moment); // makes the brand
}

export function momentOf(milliseconds: number): Moment {
  return new Date(milliseconds).toISOString() as Moment; // makes the brand
}

/** The moment some minutes later, or the last or first of all moments where a date ends before. */
export function addMinutes(moment: Moment, minutes: number): Moment {
  const milliseconds = Date.parse(moment) + minutes * 60_000;
  return momentOf(Math.max(-LAST_MOMENT, Math.min(milliseconds, LAST_MOMENT)));
}

/** The day of a moment where the clock is `offsetMinutes` ahead of UTC (Moscow: 180). */
export function dayOf(moment: Moment, offsetMinutes = 0): Day {
  return new Date(Date.parse(moment) + offsetMinutes * 60_000).toISOString().slice(0, 10) as Day; // makes the brand
}

export const daySchema = v.pipe(
  v.string(),
  v.check((text) => dayFrom(text) !== undefined),
  v.transform((text) => text as Day), // makes the brand
);
export const momentSchema = v.pipe(
  v.string(),
  v.check((text) => momentFrom(text) === text),
  v.transform((text) => text as Moment), // makes the brand
);

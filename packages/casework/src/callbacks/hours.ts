/**
 * When a family may be called: the hours they gave, or from nine in the morning to nine in the evening where they live.
 * Only plain words are read ("после 19", "с 10 до 18", "до 12"); all others are shown and left to the volunteer.
 */
import { wallClock, momentThere } from "../appeals/zone.ts";
import { addMinutes, type Moment } from "../day.ts";

/** From the first hour up to, not into, the second. The second may be the smaller one: over midnight. */
export type Hours = readonly [from: number, to: number];

export const daytime: Hours = [9, 21];

export function readHours(text: string): Hours | undefined {
  const line = text.toLowerCase();
  const both =
    /(?:с|з|із|від|from|between)?\s*(\d{1,2})(?:[:.]00)?\s*(?:до|-|–|—|to|and)\s*(\d{1,2})(?:[:.]00)?/u.exec(
      line,
    );
  if (both) return hoursOf(Number(both[1]), Number(both[2]));
  const after = /(?:после|після|after)\s*(\d{1,2})/u.exec(line);
  if (after) return hoursOf(Number(after[1]), Math.max(daytime[1], Math.min(24, Number(after[1]) + 2)));
  const before = /(?:до|before)\s*(\d{1,2})/u.exec(line);
  if (before) return hoursOf(Math.min(daytime[0], Number(before[1]) - 1), Number(before[1]));
  return undefined;
}

function hoursOf(from: number, to: number): Hours | undefined {
  return from >= 0 && from <= 23 && to >= 1 && to <= 24 && from !== to ? [from, to] : undefined;
}

export function hourThere(at: Moment, zone: string): number {
  return Number(wallClock(at, zone).slice(11, 13));
}

export function isWithin(hour: number, [from, to]: Hours): boolean {
  return from < to ? hour >= from && hour < to : hour >= from || hour < to;
}

/** This moment, or the first one after it at which they may be called. */
export function nextWithin(at: Moment, zone: string, hours: Hours): Moment {
  if (isWithin(hourThere(at, zone), hours)) return at;
  for (let ahead = 0; ahead < 2; ahead += 1) {
    const day = wallClock(addMinutes(at, ahead * 24 * 60), zone).slice(0, 10);
    const opens = momentThere(`${day}T${String(hours[0]).padStart(2, "0")}:00:00`, zone);
    if (opens !== undefined && opens > at) return opens;
  }
  return at;
}

/** `nextWithin` that remembers: ten thousand families live by a dozen clocks. */
export type Clock = typeof nextWithin;

export function clockOf(): Clock {
  const known = new Map<string, Moment>();
  return (at, zone, hours) => {
    const name = `${at.slice(0, 16)} ${zone} ${hours.join()}`;
    let found = known.get(name);
    if (found === undefined) {
      found = nextWithin(at, zone, hours);
      known.set(name, found);
    }
    return found < at ? at : found;
  };
}

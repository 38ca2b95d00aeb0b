/**
 * When a family may be called: the hours they gave, or from nine in the morning to nine in the evening where they live.
 * Only plain words are read ("после 19", "с 10 до 18", "до 9 вечера"); all others are shown and left to the volunteer.
 */
import { momentThere, wallClock } from "../appeals/zone.ts";
import { addDays, dayFrom, momentOf, type Moment } from "../day.ts";

/** From the first hour up to, not into, the second. The second may be the smaller one: over midnight. */
export type Hours = readonly [from: number, to: number];

export const daytime: Hours = [9, 21];

/** "7 вечера" is nineteen; of "с 7 до 9 вечера" both are of the evening. */
const evening = /^(?:вечера|вечора|дня|pm)$/u;
const hour =
  /(\d+)(?:[:.]00(?!\d))?(?:\s*(?:час\p{L}*|годин\p{L}*))?(?:\s*(утра|ранку|am|вечера|вечора|дня|pm)(?!\p{L}))?/gu;
const negation = /(?<!\p{L})(?:не|ни|ні|кроме|крім|окрім|not|never|except|don['’]t)(?!\p{L})/u;

/** undefined: not said in so few words. Half of "not after eight" or of "half past nine" would be another hour. */
export function readHours(text: string): Hours | undefined {
  const line = text.toLowerCase();
  if (negation.test(line)) return undefined;
  const [one, other, ...more] = [...line.matchAll(hour)].map(([, said, part]) => ({
    said: Number(said),
    isLate: evening.test(part ?? ""),
    isBare: part === undefined,
  }));
  if (one === undefined || more.length > 0) return undefined;
  const form = line.replace(hour, "#");
  if (other !== undefined) {
    if (!/#\s*(?:до|-|–|—|to|and)\s*#/u.test(form)) return undefined;
    const isLate = one.isLate || (one.isBare && other.isLate && one.said < other.said);
    return hoursOf(onTheClock({ ...one, isLate }), onTheClock(other));
  }
  const at = onTheClock(one);
  if (/(?:после|після|after)\s*#/u.test(form)) return hoursOf(at, Math.max(daytime[1], Math.min(24, at + 2)));
  return /(?:до|before)\s*#/u.test(form) ? hoursOf(Math.min(daytime[0], at - 1), at) : undefined;
}

function onTheClock({ said, isLate }: { readonly said: number; readonly isLate: boolean }): number {
  return isLate && said < 12 ? said + 12 : said;
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

/** This moment, or the first one after it at which they may be called. At the ends of the calendar: this moment. */
export function nextWithin(at: Moment, zone: string, hours: Hours): Moment {
  if (isWithin(hourThere(at, zone), hours)) return at;
  const today = dayFrom(wallClock(at, zone).slice(0, 10));
  if (today === undefined) return at;
  // By the calendar: a day in spring has twenty-three hours.
  for (const day of [today, addDays(today, 1)]) {
    const opens = momentThere(`${day}T${String(hours[0]).padStart(2, "0")}:00:00`, zone);
    if (opens !== undefined && opens > at) return opens;
  }
  return at;
}

/** `nextWithin` that remembers by the minute: ten thousand families live by a dozen clocks, and hours begin with a minute. */
export type Clock = typeof nextWithin;

export function clockOf(): Clock {
  const known = new Map<string, Moment>();
  return (at, zone, hours) => {
    // From the minute's beginning: of two who may be called in one minute the second does not wait for the first.
    const minute = Math.floor(Date.parse(at) / 60_000);
    const name = `${minute} ${zone} ${hours.join()}`;
    let found = known.get(name);
    if (found === undefined) {
      found = nextWithin(momentOf(minute * 60_000), zone, hours);
      known.set(name, found);
    }
    return found < at ? at : found;
  };
}

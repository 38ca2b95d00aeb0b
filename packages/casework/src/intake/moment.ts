/** Days and hours as they are said on the telephone: "вчера", `~03.06`, "3 дня назад"; "завтра 18:00", `24.11 10:00`, `+2h`. */
import { addDays, addMinutes, dayOf, momentOf, type Day, type Moment } from "../day.ts";
import { dayPartHours, dayWords, inWords, unitDays, unitMinutes, weekdayStems } from "../words/time.ts";
import { dayOfParts, partsOf, readAbout, twoDigits, type DayParts } from "./day-text.ts";

/** Which way a day without a year lies. */
type Lean = "past" | "future";

/** 2022-06-03, 2022-06 or 2022, with ~ behind it where it is only about. undefined: it cannot be read; the words are kept. */
export function readDay(text: string, today: Day, lean: Lean = "past"): string | undefined {
  const about = readAbout(text);
  const known = readBareDay(about.text, today, lean);
  return known !== undefined && about.approximate && !known.endsWith("~") ? `${known}~` : known;
}

function readBareDay(text: string, today: Day, lean: Lean): string | undefined {
  const word = dayWords.get(text);
  if (word !== undefined) return addDays(today, word);
  if (/^(?:19|20)\d{2}$/u.test(text)) return text;
  const [, count, unit] = /^(\d{1,3}\s+)?(\p{L}+)\s+(?:назад|тому|ago)$/u.exec(text) ?? [];
  if (unit !== undefined) return daysAgo(today, Number(count ?? 1), unit);
  const weekday = readWeekday(text, today, lean);
  if (weekday !== undefined) return weekday;
  const parts = partsOf(text);
  return parts === undefined ? undefined : knownOf(parts, today, lean);
}

function daysAgo(today: Day, count: number, unit: string): string | undefined {
  const days = unitDays.find(([stem]) => unit.startsWith(stem))?.[1];
  if (days === undefined) return undefined;
  const day = addDays(today, -count * days);
  return days === 1 ? day : `${day}~`;
}

function knownOf(parts: DayParts, today: Day, lean: Lean): string | undefined {
  const year = yearOf(parts, today, lean);
  if (parts.day !== undefined) return dayOfParts(year, parts);
  const month = parts.month ?? 0;
  return month >= 1 && month <= 12 ? `${year}-${twoDigits(month)}` : undefined;
}

function yearOf(parts: DayParts, today: Day, lean: Lean): number {
  if (parts.year !== undefined)
    return parts.year.length === 2 ? 2000 + Number(parts.year) : Number(parts.year);
  const thisYear = Number(today.slice(0, 4));
  const day = `${thisYear}-${twoDigits(parts.month ?? 0)}-${twoDigits(parts.day ?? 1)}`;
  if (lean === "past") return day > today ? thisYear - 1 : thisYear;
  return day < today ? thisYear + 1 : thisYear;
}

function readWeekday(text: string, today: Day, lean: Lean): Day | undefined {
  const word = text.replace(/^(?:во?|у|в|on)\s+/u, "");
  if (/[\s\d]/u.test(word)) return undefined;
  const wanted = weekdayStems.findIndex((stems) => stems.some((stem) => word.startsWith(stem)));
  if (wanted === -1) return undefined;
  const now = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const ahead = (wanted - now + 7) % 7;
  return addDays(today, lean === "future" ? ahead || 7 : ahead - 7);
}

/** A day without an hour means by the end of a working day. */
const endOfWork = 18 * 60;
const clock = /^(?:в\s+|о\s+|об\s+|at\s+)?(\d{1,2})[:.](\d{2})$/u;

/** The moment something is due, where the clock is `offsetMinutes` ahead of UTC. undefined: it cannot be read. */
export function readDue(text: string, now: Moment, offsetMinutes: number): Moment | undefined {
  const words = text.trim().toLowerCase().replace(/\s+/gu, " ");
  const later = readLater(words);
  if (later !== undefined) return addMinutes(now, later);
  const today = dayOf(now, offsetMinutes);
  const minuteNow = Math.floor((Date.parse(now) - startOf(today, offsetMinutes)) / 60_000);
  const [dayText, hour] = splitHour(words);
  if (hour !== undefined && Number.isNaN(hour)) return undefined;
  if (dayText === "") {
    if (hour === undefined) return undefined;
    return atMinute(hour > minuteNow ? today : addDays(today, 1), hour, offsetMinutes);
  }
  const known = readBareDay(dayText, today, "future");
  if (known === undefined || known.length !== 10) return undefined;
  const day = addDays(today, 0) === known ? today : (known as Day); // ten symbols: a day
  const late = day === today && minuteNow >= endOfWork;
  return atMinute(day, hour ?? (late ? 24 * 60 - 1 : endOfWork), offsetMinutes);
}

/** "завтра 18:00" -> ["завтра", 1080]; NaN: an hour that no clock shows. `24.11` alone is a day. */
function splitHour(words: string): readonly [string, number | undefined] {
  const place = words.search(
    /(?:^|\s)(?:(?:в|о|об|at) )?\d{1,2}:\d{2}$|(?<=\S\s)(?:(?:в|о|об|at) )?\d{1,2}\.\d{2}$/u,
  );
  const [, hours, minutes] = place === -1 ? [] : (clock.exec(words.slice(place).trim()) ?? []);
  if (hours !== undefined) {
    const minute =
      Number(hours) > 23 || Number(minutes) > 59 ? Number.NaN : Number(hours) * 60 + Number(minutes);
    return [words.slice(0, place).trim().replace(/,$/u, ""), minute];
  }
  const part = Object.keys(dayPartHours).find((word) => words === word || words.endsWith(` ${word}`));
  if (part === undefined) return [words, undefined];
  return [words.slice(0, -part.length).trim(), (dayPartHours[part] ?? 0) * 60];
}

function readLater(words: string): number | undefined {
  const start = inWords.find((word) => words.startsWith(word));
  if (start === undefined) return undefined;
  const [, count, unit] = /^(\d{1,4})?\s*(\p{L}+)\.?$/u.exec(words.slice(start.length).trim()) ?? [];
  const minutes = unitMinutes.find(([stem]) => unit?.startsWith(stem))?.[1];
  return minutes === undefined ? undefined : Number(count ?? 1) * minutes;
}

function startOf(day: Day, offsetMinutes: number): number {
  return Date.parse(`${day}T00:00:00Z`) - offsetMinutes * 60_000;
}

function atMinute(day: Day, minute: number, offsetMinutes: number): Moment {
  return momentOf(startOf(day, offsetMinutes) + minute * 60_000);
}

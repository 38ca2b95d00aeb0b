/** Days as people write them: `08.03.01`, `3 июня`, `~03.06`, `март 2001`, `2001`. Read for what they say, no more. */
import { dayFrom, type Day } from "../day.ts";
import { aboutWords, monthStems } from "../words/time.ts";

export interface DayParts {
  /** As written: two digits or four. */
  readonly year?: string;
  readonly month?: number;
  readonly day?: number;
}

const yearEnd = String.raw`(?:\s*(?:г|год|года|году|р|рік|року)\.?)?(?:\s*р\.?)?`;
const wholeDay = new RegExp(
  String.raw`^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})${yearEnd}$`,
  "u",
);
const isoDay = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u;
const dayAndMonth = /^(\d{1,2})\s*[./]\s*(\d{1,2})\.?$/u;
const monthAndYear = /^(\d{1,2})[./](\d{4})$/u;
const dayAndWord = new RegExp(
  String.raw`^(\d{1,2})(?:-?(?:е|го|th|st|nd|rd))?\s+(\p{L}+)\.?(?:\s+(\d{4}|\d{2})${yearEnd})?$`,
  "u",
);
const wordAndYear = new RegExp(String.raw`^(\p{L}+)\.?(?:\s+(\d{4})${yearEnd})?$`, "u");

/** The signs of "about" taken off: `~`, `≈`, "около", a question mark. */
export function readAbout(text: string): { readonly text: string; readonly approximate: boolean } {
  const trimmed = text.trim().toLowerCase().replace(/\s+/gu, " ");
  const word = aboutWords.find((about) => trimmed.startsWith(`${about} `));
  const bare = (word === undefined ? trimmed : trimmed.slice(word.length))
    .replace(/^[\s~≈]+/u, "")
    .replace(/[\s~≈?]+$/u, "");
  return { text: bare, approximate: word !== undefined || /^[~≈]|[~≈?]$/u.test(trimmed) };
}

export function partsOf(text: string): DayParts | undefined {
  const [, isoYear, isoMonth, isoDate] = isoDay.exec(text) ?? [];
  if (isoYear !== undefined) return { year: isoYear, month: Number(isoMonth), day: Number(isoDate) };
  const [, day, month, year] = wholeDay.exec(text) ?? [];
  if (year !== undefined) return { year, month: Number(month), day: Number(day) };
  const [, shortDay, shortMonth] = dayAndMonth.exec(text) ?? [];
  if (shortDay !== undefined) return { month: Number(shortMonth), day: Number(shortDay) };
  const [, onlyMonth, itsYear] = monthAndYear.exec(text) ?? [];
  if (itsYear !== undefined) return { year: itsYear, month: Number(onlyMonth) };
  return partsInWords(text);
}

function partsInWords(text: string): DayParts | undefined {
  const [, day, word, year] = dayAndWord.exec(text) ?? [];
  const month = monthFrom(word);
  if (month !== undefined) return { ...(year === undefined ? {} : { year }), month, day: Number(day) };
  const [, alone, itsYear] = wordAndYear.exec(text) ?? [];
  const monthAlone = monthFrom(alone);
  return monthAlone === undefined
    ? undefined
    : { ...(itsYear === undefined ? {} : { year: itsYear }), month: monthAlone };
}

function monthFrom(word: string | undefined): number | undefined {
  if (word === undefined || word.length < 3) return undefined;
  const place = monthStems.findIndex((stems) => stems.some((stem) => word.startsWith(stem)));
  return place === -1 ? undefined : place + 1;
}

export function dayOfParts(year: number, parts: DayParts): Day | undefined {
  return dayFrom(`${year}-${twoDigits(parts.month ?? 0)}-${twoDigits(parts.day ?? 0)}`);
}

export function twoDigits(n: number): string {
  return String(n).padStart(2, "0");
}

/**
 * What is wrong with a text that is clearly meant as a day in the past. undefined: nothing, or it is not a day in
 * figures at all. One who means it so writes a question mark behind it, and it is kept as words.
 */
export function dayFault(text: string, today: Day): "NotADay" | "DayInTheFuture" | undefined {
  const trimmed = text.trim();
  if (!/^[\d./-]+$/u.test(trimmed)) return undefined;
  const parts = partsOf(trimmed);
  if (parts?.month === undefined || parts.day === undefined) return undefined;
  // Without a year, the 29th of February is a day.
  if (parts.year === undefined) return dayOfParts(2024, parts) === undefined ? "NotADay" : undefined;
  const year = parts.year.length === 2 ? 2000 + Number(parts.year) : Number(parts.year);
  const day = dayOfParts(year, parts);
  if (day === undefined) return "NotADay";
  return parts.year.length === 4 && day > today ? "DayInTheFuture" : undefined;
}

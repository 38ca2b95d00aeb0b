/**
 * Days in a column, as many hands have written them. A day that can be read in two ways is decided by the rest of its column, or by
 * a person; it is never guessed.
 */
import { dayFrom, readBirth, readDay, type Day } from "@answerable/casework";

import { dayOfSerial } from "./serial.ts";

/** Which of two small numbers comes first. */
export type DayOrder = "day" | "month";

export type CellDay =
  | { readonly type: "Day"; readonly text: string }
  | { readonly type: "Serial"; readonly text: string }
  /** With what is sure of it: the year. */
  | { readonly type: "TwoWays"; readonly text: string }
  | { readonly type: "NotADay" }
  | { readonly type: "DayInTheFuture" }
  | { readonly type: "Words"; readonly text: string };

const figures = /^(\d{1,4})\s*([./\-\s])\s*(\d{1,2})\s*[./\-\s]\s*(\d{1,4})(?:\s*(?:г|р)\.?)?$/u;
/** What stands behind a day: the hour, with or without seconds and zone. */
const hour =
  /(?:[T\s,]+(?:в\s+|о\s+|at\s+)?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[AP]M)?(?:Z|[+-]\d{2}:?\d{2})?)$/iu;
const english = /^(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}|\d{2})$/u;

export interface DayAsked {
  readonly order: DayOrder | undefined;
  readonly today: Day;
  readonly of: "birth" | "other";
}

export function readCellDay(typed: string, asked: DayAsked): CellDay {
  const text = typed.replace(hour, "").trim();
  const serial = /^\d{5}(?:[.,]\d+)?$/u.test(text)
    ? dayOfSerial(Number.parseInt(text, 10), false)
    : undefined;
  if (serial !== undefined) return past({ type: "Serial", text: serial }, asked.today);
  if (/^\d{8}$/u.test(text)) return packed(text, asked);
  const found = figures.exec(text);
  if (found) return inFigures(found, asked);
  const [, month, day, year] = english.exec(text) ?? [];
  const words = month === undefined ? text : `${day} ${month} ${year}`;
  const known = asked.of === "birth" ? readBirth(words, asked.today)?.known : readDay(words, asked.today);
  return known === undefined ? { type: "Words", text: typed } : { type: "Day", text: words };
}

function packed(text: string, asked: DayAsked): CellDay {
  const iso = dayFrom(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`);
  return iso === undefined ? { type: "Words", text } : past({ type: "Day", text: iso }, asked.today);
}

function inFigures(
  [, first = "", sign = "", second = "", third = ""]: RegExpExecArray,
  asked: DayAsked,
): CellDay {
  if (first.length > 2) return made([first, second, third], asked);
  if (third.length === 3 || (third.length === 1 && first.length < 3)) return { type: "NotADay" };
  const [a, b] = [Number(first), Number(second)];
  if (a > 12 && b > 12) return { type: "NotADay" };
  if (a > 12 || a === b) return made([third, second, first], asked);
  if (b > 12) return made([third, first, second], asked);
  // With full stops the day comes first in every land that writes them, unless this column says otherwise.
  const order = asked.order ?? (sign === "." ? "day" : undefined);
  if (order === undefined) return { type: "TwoWays", text: yearOf(third, asked) };
  return order === "day" ? made([third, second, first], asked) : made([third, first, second], asked);
}

function made([year, month, day]: readonly [string, string, string], asked: DayAsked): CellDay {
  const two = (text: string) => text.padStart(2, "0");
  const iso = dayFrom(`${yearOf(year, asked)}-${two(month)}-${two(day)}`);
  return iso === undefined ? { type: "NotADay" } : past({ type: "Day", text: iso }, asked.today);
}

/** Two figures of a year: nobody younger than fourteen is a soldier; anything else lies in this century. */
function yearOf(year: string, { today, of }: DayAsked): string {
  if (year.length > 2) return year;
  const thisYear = Number(today.slice(0, 4));
  const full = 2000 + Number(year);
  return String(of === "birth" && full > thisYear - 14 ? full - 100 : full);
}

function past(day: Extract<CellDay, { readonly type: "Day" | "Serial" }>, today: Day): CellDay {
  return day.text > today ? { type: "DayInTheFuture" } : day;
}

export interface ColumnOrder {
  /** What the column itself says; undefined: nothing, or both. */
  readonly order: DayOrder | undefined;
  /** Cells that can be read in two ways. */
  readonly unclear: number;
  /** Both orders are certainly there. */
  readonly isMixed: boolean;
}

/** The rest of a column decides for its unclear cells, if all of it speaks with one voice. */
export function orderOf(texts: readonly string[]): ColumnOrder {
  let day = 0;
  let month = 0;
  let unclear = 0;
  for (const typed of texts) {
    const [, first, sign, second, third] = figures.exec(typed.replace(hour, "").trim()) ?? [];
    if (first === undefined || first.length > 2 || third === undefined) continue;
    const [a, b] = [Number(first), Number(second)];
    if (a > 12 && b <= 12) day += 1;
    else if (b > 12 && a <= 12) month += 1;
    else if (a !== b && a <= 12 && b <= 12 && sign !== ".") unclear += 1;
  }
  const isMixed = day > 0 && month > 0;
  const order = isMixed || day + month === 0 ? undefined : day > 0 ? "day" : "month";
  return { order, unclear: order === undefined ? unclear : 0, isMixed };
}

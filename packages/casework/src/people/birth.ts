/**
 * A birth date as it was said, compared as it may have been misheard. With a rare name, one wrong component of a full date speaks *for* the
 * same man: two strangers seldom share the other two.
 */
import { withFigures } from "../units/numerals.ts";

export interface SaidBirth {
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
  /** Only an age or "about" was said. */
  readonly about: boolean;
}
export type BirthLevel = "absent" | "same" | "swapped" | "oneOff" | "year" | "nearYear" | "differs";

/** Russian, Ukrainian and Belarusian, by how they begin. */
const months = [
  "янв|січ|студ",
  "фев|лют",
  "мар|бер|сак",
  "апр|кві|крас",
  "ма[йя]|трав",
  "июн|чер|чэр",
  "июл|лип|ліп",
  "авг|сер|жні",
  "сен|вер",
  "окт|жов|кас",
  "ноя|лис|ліс",
  "дек|гру|сне",
].map((stem) => new RegExp(`^(?:${stem})`, "u"));
const englishMonths = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const romanMonths = "i ii iii iv v vi vii viii ix x xi xii".split(" ");
/** Calls of these years: an age said in them is a year of birth within two. */
const yearOfCalls = 2023;

export function readSaidBirth(text: string): SaidBirth | undefined {
  const line = text
    .trim()
    .toLowerCase()
    // A letter that looks like a figure.
    .replace(/[оo](?=\d)|(?<=\d)[оo](?=[\d.])/gu, "0");
  if (line === "") return undefined;
  const about = /[~≈?]|около|прим|где-то|близько|about|circa|или|або/u.test(line);
  const said = /\d/u.test(line) ? line : withFigures(line.split(/[\s,]+/u)).join(" ");
  return dateIn(said, about) ?? monthIn(said, about) ?? yearIn(said, about) ?? ageIn({ line, said }, about);
}

function dateIn(line: string, about: boolean): SaidBirth | undefined {
  const iso = /(?<!\d)(19\d\d|20[01]\d)[-./](\d{1,2})[-./](\d{1,2})(?!\d)/u.exec(line);
  if (iso) return dated({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }, about);
  const dotted = /(?<!\d)(\d{1,2})[-./,\s]+(\d{1,2})[-./,\s]+(\d{4}|\d{2})(?!\d)/u.exec(line);
  if (dotted)
    return dated(
      { year: fullYear(Number(dotted[3])), month: Number(dotted[2]), day: Number(dotted[1]) },
      about,
    );
  const roman = /(?<!\d)(\d{1,2})[-./\s]+([ivx]+)[-./\s]+(\d{4}|\d{2})(?!\d)/u.exec(line);
  if (roman && romanMonths.includes(roman[2] ?? ""))
    return dated(
      {
        year: fullYear(Number(roman[3])),
        month: romanMonths.indexOf(roman[2] ?? "") + 1,
        day: Number(roman[1]),
      },
      about,
    );
  const glued = /(?<!\d)(\d{2})(\d{2})(19\d\d|20[01]\d)(?!\d)/u.exec(line);
  return glued
    ? dated({ year: Number(glued[3]), month: Number(glued[2]), day: Number(glued[1]) }, about)
    : undefined;
}

/** A month in words, with a year, a day, or both beside it. */
function monthIn(line: string, about: boolean): SaidBirth | undefined {
  const words = line.split(/[^\p{L}\d]+/u);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    const slavic = word.length > 2 ? months.findIndex((stem) => stem.test(word)) : -1;
    const month = slavic < 0 ? englishMonths.findIndex((stem) => word.startsWith(stem)) : slavic;
    if (month < 0) continue;
    const day = [words[at - 1], words[at + 1]].map(Number).find((number) => number >= 1 && number <= 31);
    const short = words
      .slice(at + 1)
      .map((each) => Number.parseInt(each, 10))
      .find((number) => number > 31 && number < 100);
    return {
      year: fullYearIn(line) ?? (short === undefined ? undefined : fullYear(short)),
      month: month + 1,
      day,
      about,
    };
  }
  return undefined;
}

function fullYearIn(line: string): number | undefined {
  const year = /(?<!\d)(?:19[3-9]\d|200\d|201[0-2])(?!\d)/u.exec(line)?.[0];
  return year === undefined ? undefined : Number(year);
}

function yearIn(line: string, about: boolean): SaidBirth | undefined {
  const year = fullYearIn(line);
  if (year !== undefined) {
    const after = /(?:19|20)\d\d[-./](\d{1,2})(?!\d)/u.exec(line)?.[1];
    const half = after ?? /(?<!\d)(\d{1,2}|[ivx]+)[./](?:19|20)\d\d/u.exec(line)?.[1] ?? "";
    const month = romanMonths.indexOf(half) + 1 || Number(half);
    const several = (line.match(/(?<!\d)(?:19|20)\d\d(?!\d)/gu) ?? []).length > 1;
    return {
      year,
      month: month >= 1 && month <= 12 ? month : undefined,
      day: undefined,
      about: about || several,
    };
  }
  const short = /(?<!\d)(\d{1,2})[./](\d{2})(?!\d)/u.exec(line);
  if (short) {
    const [month, end] = [Number(short[1]), Number(short[2])];
    if (end > 31 && month >= 1 && month <= 12) return { year: fullYear(end), month, day: undefined, about };
    if (end >= 1 && end <= 12 && month <= 31) return { year: undefined, month: end, day: month, about };
  }
  const decade = /(?<!\d)([4-9])0-?[хx]/u.exec(line)?.[1];
  if (decade === undefined) return undefined;
  const within = /нач/u.test(line) ? 2 : /кон|кін/u.test(line) ? 8 : 5;
  return { year: 1900 + Number(decade) * 10 + within, month: undefined, day: undefined, about: true };
}

/** An age, or the last two figures of a year. */
function ageIn(
  { line, said }: { readonly line: string; readonly said: string },
  about: boolean,
): SaidBirth | undefined {
  const figures = /(?<!\d)(\d{2})(?!\d)/u.exec(said)?.[1];
  if (figures === undefined) return undefined;
  const number = Number(figures);
  const isYear =
    number > 70 ||
    /г\s*[./]?\s*р|рожд|нар|р\.?\s*н|\d-?(?:го(?!д)|й)|(?:ого|его|ый|ої)\s+(?:год|рок)/u.test(line);
  if (isYear) return { year: fullYear(number), month: undefined, day: undefined, about };
  return number >= 17
    ? { year: yearOfCalls - number, month: undefined, day: undefined, about: true }
    : undefined;
}

function fullYear(year: number): number {
  if (year > 99) return year;
  return year > 12 ? 1900 + year : 2000 + year;
}

function dated(
  { year, month, day }: { readonly year: number; readonly month: number; readonly day: number },
  about: boolean,
): SaidBirth {
  if (month > 12 && day <= 12) return { year, month: day, day: month, about };
  return {
    year,
    month: month >= 1 && month <= 12 ? month : undefined,
    day: day >= 1 && day <= 31 ? day : undefined,
    about,
  };
}

const bits: Readonly<Record<BirthLevel, number>> = {
  absent: 0,
  same: 13.5,
  swapped: 8.5,
  oneOff: 5.5,
  year: 3.6,
  nearYear: 0.8,
  differs: -6.5,
};

export function birthLikeness(
  a: SaidBirth | undefined,
  b: SaidBirth | undefined,
): { readonly level: BirthLevel; readonly bits: number } {
  const level = levelOf(a, b);
  if (level === "oneOff" && a && b) return { level, bits: oneOffBits(a, b) };
  const soft = (a?.about ?? false) || (b?.about ?? false);
  return { level, bits: soft && level === "differs" ? -3 : bits[level] };
}

/** A slip of one figure is likelier than another day altogether. */
function oneOffBits(a: SaidBirth, b: SaidBirth): number {
  const pairs: readonly (readonly [number | undefined, number | undefined])[] = [
    [a.year, b.year],
    [a.month, b.month],
    [a.day, b.day],
  ];
  const off = pairs.find(([x, y]) => x !== y);
  const [x = 0, y = 0] = off ?? [];
  const figures = Array.from(String(x).padStart(2, "0"));
  const others = Array.from(String(y).padStart(2, "0"));
  const differing = figures.filter((figure, at) => figure !== others[at]).length;
  if (Math.abs(x - y) <= 1 || differing === 1) return 6.5;
  return figures.length === others.length && figures.sort().join("") === others.sort().join("") ? 6.5 : 4;
}

function levelOf(a: SaidBirth | undefined, b: SaidBirth | undefined): BirthLevel {
  if (!a || !b || a.year === undefined || b.year === undefined) return dayOnly(a, b);
  const apart = Math.abs(a.year - b.year);
  const full = a.month !== undefined && b.month !== undefined && a.day !== undefined && b.day !== undefined;
  if (!full) {
    if (a.about || b.about) return apart <= 2 ? (apart === 0 ? "year" : "nearYear") : "differs";
    if (a.month !== undefined && b.month !== undefined && a.month !== b.month)
      return apart === 0 ? "nearYear" : "differs";
    return apart === 0 ? "year" : apart === 1 ? "nearYear" : "differs";
  }
  const off = Number(apart > 0) + Number(a.month !== b.month) + Number(a.day !== b.day);
  if (off === 0) return "same";
  if (off === 1) return "oneOff";
  if (apart === 0 && a.month === b.day && a.day === b.month) return "swapped";
  return "differs";
}

function dayOnly(a: SaidBirth | undefined, b: SaidBirth | undefined): BirthLevel {
  if (a?.month === undefined || b?.month === undefined || a.day === undefined || b.day === undefined)
    return "absent";
  return a.month === b.month && a.day === b.day ? "oneOff" : "differs";
}

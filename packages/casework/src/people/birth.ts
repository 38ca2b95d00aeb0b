/**
 * A birth date as it was said, compared as it may have been misheard. With a rare name, one wrong component of a full date speaks *for* the
 * same man: two strangers seldom share the other two.
 */
export interface SaidBirth {
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
  /** Only an age or "about" was said. */
  readonly about: boolean;
}
export type BirthLevel = "absent" | "same" | "swapped" | "oneOff" | "year" | "nearYear" | "differs";

const months = [
  "янв",
  "фев|лют",
  "мар|бер",
  "апр|кві",
  "ма[йя]|трав",
  "июн|чер",
  "июл|лип",
  "авг|сер",
  "сен|вер",
  "окт|жов",
  "ноя|лис",
  "дек|гру",
].map((stem) => new RegExp(`^(?:${stem})`, "u"));
const englishMonths = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
/** Calls of these years: an age said in them is a year of birth within two. */
const yearOfCalls = 2023;

export function readSaidBirth(text: string): SaidBirth | undefined {
  const line = text.trim().toLowerCase();
  if (line === "") return undefined;
  const about = /[~≈?]|около|прим|где-то|близько|about|circa/u.test(line);
  const iso = /(?<!\d)(19\d\d|20[01]\d)[-./](\d{1,2})[-./](\d{1,2})(?!\d)/u.exec(line);
  if (iso) return dated({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }, about);
  const dotted = /(?<!\d)(\d{1,2})\s*[-./,\s]\s*(\d{1,2})\s*[-./,\s]\s*(\d{4}|\d{2})(?!\d)/u.exec(line);
  if (dotted)
    return dated(
      { year: fullYear(Number(dotted[3])), month: Number(dotted[2]), day: Number(dotted[1]) },
      about,
    );
  const glued = /(?<!\d)(\d{2})(\d{2})(19\d\d|20[01]\d)(?!\d)/u.exec(line);
  if (glued) return dated({ year: Number(glued[3]), month: Number(glued[2]), day: Number(glued[1]) }, about);
  const words = line.split(/[^\p{L}\d]+/u);
  const year = words.map(Number).find((number) => number >= 1930 && number <= 2012);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    const month = word.length > 2 ? months.findIndex((stem) => stem.test(word)) : -1;
    const english = month < 0 ? englishMonths.findIndex((stem) => word.startsWith(stem)) : month;
    if (english < 0) continue;
    const day = [words[at - 1], words[at + 1]].map(Number).find((number) => number >= 1 && number <= 31);
    const short = words
      .slice(at + 1)
      .map(Number)
      .find((number) => number > 31 && number < 100);
    return {
      year: year ?? (short === undefined ? undefined : fullYear(short)),
      month: english + 1,
      day,
      about,
    };
  }
  if (year !== undefined) {
    const half = /(?<!\d)(\d{1,2})[./](19\d\d|20[01]\d)/u.exec(line);
    return { year, month: half ? Number(half[1]) : undefined, day: undefined, about };
  }
  const age = /(?<!\d)(\d{2})(?!\d)/u.exec(line);
  if (!age) return undefined;
  const number = Number(age[1]);
  if (/г\s*\.?\s*р|рожд|р\.?\s*н/u.test(line))
    return { year: fullYear(number), month: undefined, day: undefined, about };
  return number >= 17 && number <= 70
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

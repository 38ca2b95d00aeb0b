/** A birth date, year or age as it is said: `08.03.01`, `март 2001`, `2001`, `~23`. */
import type { Day } from "../day.ts";
import { dayOfParts, partsOf, readAbout, twoDigits } from "./day-text.ts";

export interface Birth {
  /** 2001-03-08, 2001-03, 2001; with ~ behind it where it is only about. */
  readonly known: string;
  readonly words: string;
}

/** Nobody younger is taken for a soldier when two figures of a year could mean two centuries. */
const youngest = 14;
const ages = /^(\d{1,2})\s*(?:лет|год|года|рок[иів]*|рік|л|р|y|years?(?: old)?)?\.?$/u;
const years =
  /^((?:19|20)\d{2})(?:\s*(?:г|г\.\s?р|год[а-я]*|р|р\.\s?н|р[оі]к[уі]?)\.?(?:\s*р[а-яії]*\.?)?)?$/u;

/** undefined: it cannot be read, or no one can have been born then. The words are kept all the same. */
export function readBirth(text: string, today: Day): Birth | undefined {
  const about = readAbout(text);
  const known = readYearOrDay(about.text, today);
  if (known === undefined) return undefined;
  const approximate = about.approximate && !known.endsWith("~");
  return { known: approximate ? `${known}~` : known, words: text };
}

function readYearOrDay(text: string, today: Day): string | undefined {
  const thisYear = Number(today.slice(0, 4));
  const [, year] = years.exec(text) ?? [];
  if (year !== undefined) return Number(year) <= thisYear ? year : undefined;
  const [, age] = ages.exec(text) ?? [];
  // One who is 23 was born in one of two years: the later one, about.
  if (age !== undefined) return Number(age) >= 1 ? `${thisYear - Number(age)}~` : undefined;
  const parts = partsOf(text);
  if (parts?.year === undefined || parts.month === undefined) return undefined;
  const born = parts.year.length === 4 ? Number(parts.year) : fullYear(Number(parts.year), thisYear);
  if (born < 1900) return undefined;
  if (parts.day === undefined) {
    const month = `${born}-${twoDigits(parts.month)}`;
    return parts.month >= 1 && parts.month <= 12 && month <= today.slice(0, 7) ? month : undefined;
  }
  const day = dayOfParts(born, parts);
  return day !== undefined && day <= today ? day : undefined;
}

function fullYear(twoFigures: number, thisYear: number): number {
  return 2000 + twoFigures <= thisYear - youngest ? 2000 + twoFigures : 1900 + twoFigures;
}

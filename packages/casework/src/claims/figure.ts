/**
 * Words to numbers, by the published policy: about N ± 20 %; nearly N 0.9 N to N; more than N open above; hundreds
 * 200–999; thousands 2,000–9,999; several 2 and more; most more than half. An adjective gives no number. What could be
 * read two ways is not read: "1.500" and digits of other scripts give no number.
 */
import { hasHiddenSigns } from "./signs.ts";

export interface FigureReading {
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly best?: number;
  readonly policy: string;
}

const none: FigureReading = { min: undefined, max: undefined, policy: "no number" };

const smallNumbers: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  десять: 10,
  двадцать: 20,
  двадцяти: 20,
  двадцати: 20,
  тридцать: 30,
  сорок: 40,
  пятьдесят: 50,
  сто: 100,
  ста: 100,
  тысяча: 1000,
  тысячи: 1000,
  тысяч: 1000,
  тисяч: 1000,
};
const days: Readonly<Record<string, number>> = { day: 1, days: 1, week: 7, weeks: 7, fortnight: 14 };
const folds: Readonly<Record<string, number>> = {
  twofold: 2,
  threefold: 3,
  fivefold: 5,
  tenfold: 10,
  hundredfold: 100,
};

const about = /^(?:about|around|some|roughly|около|примерно|порядка|близько|приблизно)\s/u;
const nearly = /^(?:nearly|almost|close to|почти|без малого|майже)\s/u;
const over = /^(?:more than|over|above|more|более|больше|свыше|понад|більше)\s/u;
const fewer = /^(?:less than|under|fewer than|up to|менее|меньше|до|менше)\s/u;
const hundreds = /(?:^|[^\p{L}])(?:hundreds|сотни|сотен|сотні)(?:$|[^\p{L}])/u;
const thousands = /(?:^|[^\p{L}])(?:thousands|тысячи|тисячі)(?:$|[^\p{L}])/u;
const several = /^(?:several|a few|некоторые|несколько|кілька|декілька)(?:\s|$)/u;
const most = /^(?:most|большинство|більшість)(?:\s|$)/u;

/** Reads the words of a figure. `whole`: what "most" is most of. */
export function readFigure(
  words: string,
  whole?: { readonly min: number; readonly max: number },
): FigureReading {
  if (hasHiddenSigns(words)) return none;
  const text = words.normalize("NFKC").toLowerCase().replaceAll(/\s+/gu, " ").trim();
  if (most.test(text)) {
    if (!whole) return { ...none, policy: "“most” = more than half, of what is not known" };
    return { min: Math.floor(whole.min / 2) + 1, max: whole.max, policy: "“most” = more than half" };
  }
  const many = [hundreds.test(text) && [200, 999], thousands.test(text) && [2000, 9999]].flatMap(
    (range) => range || [],
  );
  if (many.length > 0 && !/\d/u.test(text)) {
    return {
      min: Math.min(...many),
      max: Math.max(...many),
      policy: "“hundreds” = 200-999, “thousands” = 2000-9999",
    };
  }
  if (several.test(text)) return { min: 2, max: undefined, policy: "“several” = 2 and more" };
  const number = numberIn(text);
  if (number === undefined) return none;
  if (about.test(text)) {
    const fifth = number / 5;
    return {
      min: Math.ceil(number - fifth),
      max: Math.floor(number + fifth),
      best: number,
      policy: "“about N” = N ± 20 %",
    };
  }
  if (nearly.test(text)) {
    return {
      min: Math.ceil((number * 9) / 10),
      max: number,
      best: number,
      policy: "“nearly N” = 0.9 N to N",
    };
  }
  if (over.test(text)) return { min: number + 1, max: undefined, policy: "“more than N” = open above" };
  if (fewer.test(text)) return { min: 0, max: number, policy: "“up to N” = 0 to N" };
  return { min: number, max: number, best: number, policy: "as said" };
}

/** The one number in a text: undefined where there is none, several, or one that reads two ways. */
function numberIn(text: string): number | undefined {
  if (/[^\P{Nd}0-9]/u.test(text)) return undefined;
  const written = text.match(/\d[\d,. ]*\d|\d/gu) ?? [];
  if (written.length > 1) return undefined;
  const [digits] = written;
  if (digits !== undefined) {
    const grouped = /^\d{1,3}(?:[, ]\d{3})+$/u.test(digits);
    const value = grouped
      ? Number(digits.replaceAll(/[, ]/gu, ""))
      : /^\d+$/u.test(digits)
        ? Number(digits)
        : undefined;
    return value === undefined || !Number.isSafeInteger(value) ? undefined : value * unitAfter(text);
  }
  const named = text.split(/[^\p{L}-]+/u).flatMap((word) => smallNumbers[word] ?? folds[word] ?? []);
  return named.length === 1 ? (named[0] ?? 0) * unitAfter(text) : undefined;
}

function unitAfter(text: string): number {
  const [unit] = text.split(/[^\p{L}]+/u).flatMap((word) => days[word] ?? []);
  return unit ?? 1;
}

/** Whether parts can make up a whole, and what that leaves for the rest. */
export function remainderOf(
  whole: Pick<FigureReading, "min" | "max">,
  parts: readonly Pick<FigureReading, "min" | "max">[],
): { readonly consistent: boolean; readonly min: number; readonly max: number | undefined } {
  const least = parts.reduce((sum, { min }) => sum + (min ?? 0), 0);
  const most = parts.reduce<number | undefined>(
    (sum, { max }) => (sum === undefined || max === undefined ? undefined : sum + max),
    0,
  );
  const top = whole.max === undefined ? undefined : whole.max - least;
  return {
    consistent: top === undefined || top >= 0,
    min: most === undefined ? 0 : Math.max(0, (whole.min ?? 0) - most),
    max: top === undefined ? undefined : Math.max(0, top),
  };
}

/**
 * Text as it is searched: without case, without the differences that people do not hear (ё/е, і/и, ї/и, ґ/г, the
 * apostrophes), cut into words of letters and digits. Most of what is searched is plain Russian, Ukrainian or English,
 * and two hundred thousand cards of it are read on a first day: that goes by hand, letter by letter; anything rarer
 * (accents, ligatures, emoji) goes the long way, to the same words.
 */
const alike: Readonly<Record<string, string>> = {
  ё: "е",
  і: "и",
  ї: "и",
  ґ: "г",
  є: "е",
  ў: "у",
  "'": "",
  "’": "",
  ʼ: "",
  "`": "",
};
const unlike = /[ёіїґєў'’ʼ`]/;
const allUnlike = /[ёіїґєў'’ʼ`]/g;

/** Longer "words" (a pasted page without a space) are of no use in a search. */
const LONGEST = 40;

export function wordsOf(text: string): readonly string[] {
  return plainWordsOf(text) ?? rareWordsOf(text);
}

const OTHER = 0;
const BETWEEN = 1;
const LETTER = 2;
/** What each symbol below U+0460 is, once folded to lower case. */
const kinds = Uint8Array.from({ length: 0x460 }, (_, code) => {
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)) return LETTER;
  if ((code >= 0x430 && code <= 0x45f) || (code >= 0x410 && code <= 0x42f)) return LETTER;
  return code < 0x80 || code === 0xa0 || code === 0xab || code === 0xbb ? BETWEEN : OTHER;
});

/** undefined: something in it is not plain. */
function plainWordsOf(text: string): readonly string[] | undefined {
  const lower = text.toLowerCase();
  const plain = unlike.test(lower) ? lower.replace(allUnlike, (letter) => alike[letter] ?? letter) : lower;
  const words: string[] = [];
  let from = -1;
  for (let at = 0; at < plain.length; at += 1) {
    const code = plain.charCodeAt(at);
    // Dashes, quotes and dots of good typography stand between words.
    const kind = code >= 0x2010 && code <= 0x2026 ? BETWEEN : (kinds[code] ?? OTHER);
    if (kind === OTHER) return undefined;
    if (kind === LETTER) {
      if (from < 0) from = at;
    } else if (from >= 0) {
      words.push(plain.slice(from, Math.min(at, from + LONGEST)));
      from = -1;
    }
  }
  if (from >= 0) words.push(plain.slice(from, from + LONGEST));
  return words;
}

function rareWordsOf(text: string): readonly string[] {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(allUnlike, (letter) => alike[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{Mn}+/gu, (marks) => (marks === "\u0306" ? marks : "")) // й is a letter, not an и with a mark
    .normalize("NFC")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map((word) => word.slice(0, LONGEST));
}

/** Digits as they are remembered: without the country's 7 or 8. undefined: too few to be a telephone. */
export function phoneDigits(text: string): string | undefined {
  const digits = text.replace(/\D/g, "");
  if (digits.length < 5) return undefined;
  return /^[78]\d{10}$/.test(digits) ? digits.slice(1) : digits;
}

/** What to look for where somebody typed digits; undefined: not a telephone. */
export function typedPhone(text: string): string | undefined {
  return /^[\d\s()+.\-–]+$/.test(text) ? phoneDigits(text) : undefined;
}

const latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const cyrillic = "йцукенгшщзхъфывапролджэячсмитьбюё";
const otherLayout = new Map<string, string>([
  ...Array.from(latin, (key, at) => [key, cyrillic[at] ?? key] as const),
  ...Array.from(cyrillic, (key, at) => [key, latin[at] ?? key] as const),
]);

/** The same keys with the other keyboard switched on. */
export function slipped(text: string): string {
  return Array.from(text.toLowerCase(), (letter) => otherLayout.get(letter) ?? letter).join("");
}

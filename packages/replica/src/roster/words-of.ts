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
const allUnlike = /[ёіїґєў'’ʼ`]/g;

/** Longer "words" (a pasted page without a space) are of no use in a search. */
export const LONGEST_WORD = 40;

export function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  const word = new Uint16Array(LONGEST_WORD);
  eachWord(text, word, (length) => words.push(String.fromCharCode(...word.subarray(0, length))));
  return words;
}

const BETWEEN = 0;
const RARE = 1;
const SILENT = 2;
/** What each symbol below U+0492 is in a word; the three above are no symbols of words themselves. */
const folded = Uint16Array.from({ length: 0x492 }, (_, code) => {
  const letter = String.fromCharCode(code).toLowerCase();
  const same = alike[letter];
  if (same !== undefined) return same === "" ? SILENT : same.charCodeAt(0);
  const lower = letter.charCodeAt(0);
  const isPlain = code < 0x80 ? /[a-z0-9]/.test(letter) : lower >= 0x430 && lower <= 0x45f;
  if (isPlain) return lower;
  return code < 0x80 || code === 0xa0 || code === 0xab || code === 0xbb ? BETWEEN : RARE;
});

function foldedAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x492) return folded[code] ?? RARE;
  if (code === 0x2019) return SILENT;
  // Dashes, quotes and dots of good typography stand between words.
  return code >= 0x2010 && code <= 0x2026 ? BETWEEN : RARE;
}

/** Begins a word's hash; each letter turns it on. */
export const HASH_BEGINS = 0x811c9dc5;
export const hashedOn = (hash: number, letter: number) => Math.imul(hash ^ letter, 0x01000193);

/** Puts one word after another into `word` and calls `take` with its length and its hash. */
export function eachWord(
  text: string,
  word: Uint16Array,
  take: (length: number, hash: number) => void,
): void {
  let length = 0;
  let hash = HASH_BEGINS;
  let begins = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = foldedAt(text, at);
    if (letter > SILENT) {
      if (length < LONGEST_WORD) {
        word[length] = letter;
        hash = hashedOn(hash, letter);
      }
      length += 1;
    } else if (letter === BETWEEN) {
      if (length > 0) take(Math.min(length, LONGEST_WORD), hash);
      length = 0;
      hash = HASH_BEGINS;
      begins = at + 1;
      // What stands before the word that it is in was plain.
    } else if (letter === RARE) return eachRareWord(text.slice(begins), word, take);
  }
  if (length > 0) take(Math.min(length, LONGEST_WORD), hash);
}

function eachRareWord(text: string, word: Uint16Array, take: (length: number, hash: number) => void): void {
  for (const rare of rareWordsOf(text)) {
    let hash = HASH_BEGINS;
    for (let at = 0; at < rare.length; at += 1) {
      const letter = rare.charCodeAt(at);
      word[at] = letter;
      hash = hashedOn(hash, letter);
    }
    take(rare.length, hash);
  }
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
    .map((word) => word.slice(0, LONGEST_WORD));
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

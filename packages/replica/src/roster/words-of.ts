/**
 * Text as it is searched: without case, without the differences that people do not hear (ё/е, і/и, ї/и, ґ/г, the
 * apostrophes), cut into words of letters and digits. Telephones are their national digits, from the front and from the
 * back, so that the last digits heard find the number too.
 */
const alike: Readonly<Record<string, string>> = { ё: "е", і: "и", ї: "и", ґ: "г", є: "е", ў: "у" };

export function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[ёіїґєў]/g, (letter) => alike[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{Mn}+/gu, (marks) => (marks === "\u0306" ? marks : "")) // й is a letter, not an и with a mark
    .normalize("NFC")
    .replace(/['’ʼ`]/g, "");
}

/** Longer "words" (a pasted page without a space) are of no use in a search. */
const LONGEST = 40;

export function wordsOf(text: string): readonly string[] {
  return folded(text)
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

const FRONT = "+";
const BACK = "-";

/** Two entries of the index for one number. */
export function phoneWords(phone: string): readonly string[] {
  const digits = phoneDigits(phone);
  return digits === undefined ? [] : [FRONT + digits, BACK + reversed(digits)];
}

/** What to look for where somebody typed digits. */
export function phoneBeginnings(text: string): readonly string[] {
  if (!/^[\d\s()+.\-–]+$/.test(text)) return [];
  const digits = phoneDigits(text);
  return digits === undefined ? [] : [FRONT + digits, BACK + reversed(digits)];
}

function reversed(text: string): string {
  return Array.from(text).toReversed().join("");
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

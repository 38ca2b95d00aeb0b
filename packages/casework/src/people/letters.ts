/**
 * Letters as they come: composed, cut of marks that do not sound, and look-alikes put back into their own alphabet.
 * Official texts themselves hold Latin i, C, O inside Cyrillic words; a word is repaired only as a whole, never letter by letter.
 */
const cyrillicOfLook = new Map<string, string>(
  Object.entries({
    a: "а",
    e: "е",
    o: "о",
    p: "р",
    c: "с",
    x: "х",
    y: "у",
    i: "і",
    k: "к",
    m: "м",
    t: "т",
    b: "в",
    h: "н",
    u: "и",
    n: "п",
    g: "д",
    r: "г",
    j: "ј",
    s: "ѕ",
    ĸ: "к",
    ɑ: "а",
    α: "а",
    ο: "о",
    ρ: "р",
    ν: "и",
    ï: "ї",
    ë: "ё",
    ı: "і",
    l: "і",
    "0": "о",
    "3": "з",
    "1": "і",
    "4": "ч",
    "6": "б",
    "|": "і",
  }),
);
const latinOfLook = new Map<string, string>(
  Object.entries({
    а: "a",
    е: "e",
    о: "o",
    р: "p",
    с: "c",
    х: "x",
    у: "y",
    і: "i",
    к: "k",
    м: "m",
    т: "t",
    в: "b",
    н: "h",
    ї: "ï",
    ё: "ë",
    ѕ: "s",
    ј: "j",
  }),
);
/** Letters whose capitals look alike in both alphabets: a word of only these can be of either. */
const eitherAlphabet = /^[abcehikmoptxyавсеніікмортхуј.-]+$/iu;

export type Script = "cyrillic" | "latin" | "none";

const cyrillicLetter = /[Ѐ-ԯ]/u;
const latinLetter = /[A-Za-zÀ-ɏḀ-ỿɑĸʹʺ]/u;

export function hasCyrillic(text: string): boolean {
  return cyrillicLetter.test(text);
}

export function hasLatin(text: string): boolean {
  return latinLetter.test(text);
}

export function scriptOf(text: string): Script {
  let cyrillic = 0;
  let latin = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x400 && code < 0x530) cyrillic += 1;
    else if (code > 0x40 && latinLetter.test(text.charAt(at))) latin += 1;
  }
  if (cyrillic === 0 && latin === 0) return "none";
  return cyrillic >= latin ? "cyrillic" : "latin";
}

/** One word, lower case or not; `around` is the alphabet of the words beside it and decides words that could be of either. */
export function repairLookAlikes(word: string, around: Script): string {
  const cyrillic = hasCyrillic(word);
  const latin = hasLatin(word);
  if (cyrillic && (latin || /\d/u.test(word))) {
    const own = scriptOf(word);
    if (own === "cyrillic" || !canBeLatin(word)) return mapped(word, cyrillicOfLook);
    return mapped(word, latinOfLook);
  }
  if (latin && !cyrillic && around === "cyrillic" && isCapital(word) && eitherAlphabet.test(word))
    return mapped(word, cyrillicOfLook);
  if (cyrillic && !latin && around === "latin" && eitherAlphabet.test(word)) return mapped(word, latinOfLook);
  return word;
}

function isCapital(word: string): boolean {
  return word === word.toUpperCase();
}

function canBeLatin(word: string): boolean {
  for (const letter of word.toLowerCase())
    if (cyrillicLetter.test(letter) && !latinOfLook.has(letter)) return false;
  return true;
}

function mapped(word: string, looks: ReadonlyMap<string, string>): string {
  let out = "";
  for (const letter of word.toLowerCase()) out += looks.get(letter) ?? letter;
  return isCapital(word)
    ? out.toUpperCase()
    : word.charAt(0) === word.charAt(0).toUpperCase()
      ? capitalised(out)
      : out;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Letters and signs that are composed as they stand. */
const asUsual = /^[ !#-)+-_a-~А-яЁёІіЇїЄєҐґЎў]*$/u;

/** Where a keyboard has no Ukrainian apostrophe: Мар"яна, В*ячеслав. */
const keyInstead = /(?<=[бвгґджзклмнпрстфхцчшщ])["*](?=[яєюї])/giu;

/** NFC, apostrophes and dashes of every kind made one, invisible characters out, acute stress marks out. */
export function composed(text: string): string {
  if (asUsual.test(text)) return text;
  return text
    .replace(keyInstead, "'")
    .normalize("NFC")
    .replace(/[\u200B-\u200F\u2060\uFEFF\u00AD]/gu, "")
    .replace(/[\u0300-\u036F\uFE20-\uFE2F]/gu, "")
    .replace(/[’‘ʼʹʺ`´′″ʻ‛＇]/gu, "'")
    .replace(/[‐‑‒–—−]/gu, "-")
    .replace(/[\u00A0\u2000-\u200A\u202F\t\r\n]+/gu, " ");
}

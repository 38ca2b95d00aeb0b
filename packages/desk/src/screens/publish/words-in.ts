/** Printed words in the language of the desk, else in the first there is. */
import { langs, type Lang, type Wording } from "@answerable/casework";

export function wordsIn(words: Readonly<Partial<Record<Lang, string>>>, lang: Lang): string {
  return words[lang] ?? langs.map((one) => words[one]).find((one) => one !== undefined) ?? "";
}

/** What a person worded for print, in the languages she has. */
export function printedIn(printed: Wording): Readonly<Partial<Record<Lang, string>>> {
  return Object.fromEntries(
    langs.flatMap((lang) => (printed[lang] === undefined ? [] : [[lang, printed[lang]] as const])),
  );
}

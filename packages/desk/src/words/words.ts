/** The words of the desk. Russian is the source: a word exists if it stands there, and a test asks the same of the others. */
import { refusalWords, type Lang, type Refusal } from "@answerable/casework";

import type ru from "./ru.json";

export type WordId = keyof typeof ru;
/** The refusals of casework, in its own words. */
export type RefusalId = `refusal.${Refusal["type"]}`;
export type Words = Record<WordId | RefusalId, string>;

declare global {
  namespace FormatjsIntl {
    interface Message {
      ids: WordId | RefusalId;
    }
  }
}

/** One language is fetched, not three. */
export async function loadWords(lang: Lang): Promise<Words> {
  const refusals = Object.fromEntries(
    Object.entries(refusalWords).map(([type, words]) => [`refusal.${type}`, words[lang]]),
  );
  return { ...(await fetchWords(lang)), ...(refusals as Record<RefusalId, string>) }; // one for each refusal: see refusalWords
}

async function fetchWords(lang: Lang): Promise<Record<WordId, string>> {
  switch (lang) {
    case "ru":
      return (await import("./ru.json")).default;
    case "uk":
      return (await import("./uk.json")).default;
    case "en":
      return (await import("./en.json")).default;
  }
}

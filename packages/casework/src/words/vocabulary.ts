/**
 * A vocabulary is a list of stable codes with a label in each language of the desk. Codes go into sealed events and
 * never change; labels may be bettered at any time. Whatever a person may be asked has `unknown` and `refused`:
 * "we do not know" and "she would rather not say" are answers, and different ones.
 */
import * as v from "valibot";

export const langs = ["ru", "uk", "en"] as const;
export type Lang = (typeof langs)[number];
export type Label = { readonly [L in Lang]: string };
export type Vocabulary<C extends string = string> = { readonly [K in C]: Label };
export type Code<V extends Vocabulary> = keyof V & string;

const blanks = {
  unknown: { ru: "неизвестно", uk: "невідомо", en: "unknown" },
  refused: { ru: "не хотят говорить", uk: "не хочуть казати", en: "would rather not say" },
} as const satisfies Vocabulary;

/** A list that answers a question put to a person: `unknown` and `refused` close it. */
export function vocabulary<const W extends Vocabulary>(words: W): W & typeof blanks {
  return { ...words, ...blanks };
}

/** A list of the desk's own making, where the desk itself chooses and always knows. */
export function ownWords<const W extends Vocabulary>(words: W): W {
  return words;
}

export function codesOf<V extends Vocabulary>(vocab: V): readonly Code<V>[] {
  return Object.keys(vocab).filter((code) => isCode(vocab, code));
}

/** Schema of the codes of a vocabulary. */
export function codeOf<V extends Vocabulary>(vocab: V) {
  return v.picklist(codesOf(vocab));
}

export function isCode<V extends Vocabulary>(vocab: V, text: string): text is Code<V> {
  return Object.hasOwn(vocab, text);
}

export function labelOf<V extends Vocabulary>(vocab: V, code: Code<V>, lang: Lang): string {
  // A code of a newer release may reach an older screen: it shows as the code itself.
  const label: Label | undefined = vocab[code];
  return label === undefined ? code : label[lang];
}

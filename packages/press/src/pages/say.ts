/** The words of the public pages in one language, and its numbers and days. Days are days: no zone shifts them. */
import { langs, type Lang } from "@answerable/casework";
import { IntlMessageFormat } from "intl-messageformat";

import type { Words } from "../record.ts";
import en from "../words/en.json" with { type: "json" };
import ru from "../words/ru.json" with { type: "json" };
import uk from "../words/uk.json" with { type: "json" };

export type WordId = keyof typeof ru;

export interface Say {
  readonly lang: Lang;
  (id: WordId, values?: Readonly<Record<string, string | number>>): string;
  readonly number: (value: number) => string;
  /** One, two and three. */
  readonly list: (parts: readonly string[]) => string;
  /** Of `2022-11-08`, in full. */
  readonly day: (day: string) => string;
  /** From the first day to the last. */
  readonly span: (from: string, to: string) => string;
  /** Of an EDTF date: about and open ends are said by a sign, months and days in full. */
  readonly when: (edtf: string) => string;
}

const lists: Readonly<Record<Lang, Readonly<Record<WordId, string>>>> = { ru, uk, en };

export function sayIn(lang: Lang): Say {
  const formats = new Map<WordId, IntlMessageFormat>();
  // Days as most of the world writes them.
  const locale = lang === "en" ? "en-GB" : lang;
  const numbers = new Intl.NumberFormat(lang);
  const list = new Intl.ListFormat(locale);
  const days = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const months = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
  const say = (id: WordId, values?: Readonly<Record<string, string | number>>): string => {
    const format = formats.get(id) ?? new IntlMessageFormat(lists[lang][id], lang);
    formats.set(id, format);
    return String(format.format(values));
  };
  const day = (text: string): string => days.format(new Date(`${text}T00:00:00Z`));
  const span = (from: string, to: string): string =>
    days.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
  const one = (part: string): string => {
    const about = part.endsWith("~") || part.endsWith("?") ? "≈ " : "";
    const bare = part.replace(/[~?%]$/u, "");
    if (bare === ".." || bare === "") return "…";
    if (isDay(bare)) return about + day(bare);
    if (/^\d{4}-\d{2}$/u.test(bare)) return about + months.format(new Date(`${bare}-01T00:00:00Z`));
    return about + bare;
  };
  return Object.assign(say, {
    lang,
    number: (value: number) => numbers.format(value),
    list: (parts: readonly string[]) => list.format(parts),
    day,
    span,
    when: (edtf: string) => {
      const [from = "", to] = edtf.split("/");
      if (to === undefined) return one(from);
      return isDay(from) && isDay(to) ? span(from, to) : `${one(from)} – ${one(to)}`;
    },
  });
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text);
}

/** The words in this language, else the first there are, with the language they are in. */
export function inLang(words: Words, lang: Lang): { readonly text: string; readonly lang: Lang } {
  const found = words[lang] === undefined ? langs.find((one) => words[one] !== undefined) : lang;
  return { text: found === undefined ? "" : (words[found] ?? ""), lang: found ?? lang };
}

/**
 * A legal pack as the desk uses it: checked, with each rule's calendar, role and verification level settled.
 * Made only by loadPack; nothing in it changes afterwards, so what is derived from it may be remembered.
 */
import type { Day } from "../../day.ts";
import type { Lang } from "../../words/vocabulary.ts";
import type { PackFile, Role, Rollover, Start, Unit, Words } from "./shape.ts";

/** T: the text of the law was seen. S: a summary was seen. M: written from memory. */
export type Level = "T" | "S" | "M";

export interface Term {
  readonly unit: Unit;
  readonly count: number;
  readonly start: Start;
  readonly rollover: Rollover;
  readonly calendar: string;
}

/** One way to read the same text of the law. */
export interface Interpretation {
  readonly id: string;
  readonly term: Term;
  readonly basis: Words | undefined;
}

export interface Extension {
  /** `more`: so much from the end of the first term. `whole`: so much from the trigger, in place of the first term. */
  readonly type: "more" | "whole";
  readonly term: Term;
  /** Whether the law says that it runs from the end before a rollover. Where it does not, both ends are readings. */
  readonly fromRawEnd: boolean;
  readonly noticeWithin: Term | undefined;
  readonly requires: Words | undefined;
}

export interface Rule {
  readonly id: string;
  readonly law: string;
  readonly article: string;
  readonly says: Words;
  readonly role: Role;
  readonly by: string;
  readonly trigger: string;
  /** Where the trigger is a step of the letter's own course, which. */
  readonly course: "sent" | "received" | "registered" | "forwarded" | undefined;
  /** The first is the reading of the rule itself. Empty: the rule has no term. */
  readonly readings: readonly Interpretation[];
  readonly extension: Extension | undefined;
  readonly onlyIf: Words | undefined;
  /** It runs only for letters on these grounds. */
  readonly grounds: readonly string[] | undefined;
  readonly level: Level;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  readonly versionOf: string | undefined;
}

export interface Calendar {
  readonly id: string;
  readonly version: string;
  readonly zone: string;
  readonly weekend: readonly string[];
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  readonly everyYear: readonly string[];
  readonly years: PackFile["calendars"][number]["years"];
  readonly regions: Readonly<Record<string, readonly string[]>>;
}

export interface Authority {
  readonly id: string;
  readonly kind: string;
  readonly name: Words;
  readonly parent: string | undefined;
  readonly calendar: string;
  readonly zone: string;
  readonly sensitive: boolean;
  /** By region, where the office of a region is known by its own name. */
  readonly seats: Readonly<Record<string, AuthoritySeat>>;
}

export interface AuthoritySeat {
  readonly office: string;
  readonly head?: string | undefined;
  readonly headDative?: string | undefined;
}

export interface Route {
  readonly id: string;
  readonly name: Words | undefined;
  readonly to: string;
  readonly form: readonly string[];
  readonly rules: readonly string[];
  /** Those of its rules that have a term. */
  readonly clocks: readonly Rule[];
}

export interface Escalation {
  /** Empty: from any route. */
  readonly from: readonly string[];
  readonly on: readonly string[];
  /** undefined: watch the body that the letter was forwarded to. */
  readonly to: string | undefined;
  readonly atParent: boolean;
  readonly before: string | undefined;
  readonly ground: string | undefined;
  readonly when: string | undefined;
  readonly note: Words | undefined;
}

export type Ground = PackFile["grounds"][number];
export type Template = PackFile["templates"][number];
export type Card = NonNullable<PackFile["cards"]>[number];

export interface Pack {
  readonly id: string;
  readonly version: string;
  readonly jurisdiction: string;
  readonly status: string;
  readonly postDays: number;
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly authorities: ReadonlyMap<string, Authority>;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly grounds: ReadonlyMap<string, Ground>;
  readonly routes: ReadonlyMap<string, Route>;
  readonly escalations: readonly Escalation[];
  readonly templates: ReadonlyMap<string, Template>;
  readonly cards: readonly Card[];
}

/** The text in that language, or in the next best one. */
export function inLang(words: Words, lang: Lang): string {
  if (typeof words === "string") return words;
  const order: readonly Lang[] = lang === "en" ? ["en", "ru", "uk"] : [lang, "ru", "uk", "en"];
  for (const candidate of order) {
    const text = words[candidate];
    if (text !== undefined) return text;
  }
  return "";
}

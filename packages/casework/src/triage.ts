/**
 * How soon someone must act, suggested by rules that are shown with their reasons. A person may raise the urgency freely
 * and lower it only with a reason. Words such as "сегодня ночью" grow stale: a rule of time looks at the day they were said.
 */
import type { Case, UrgencyCode } from "./case.ts";
import { dayOf, daysBetween, type Day } from "./day.ts";
import type { Draft } from "./intake/draft.ts";
import { readDay } from "./intake/moment.ts";
import { stems, triageReasons } from "./words/triage.ts";
import type { Code, contactKinds, fates, Grievance, Label, whereabouts } from "./words/vocabularies.ts";

export type TriageRuleId = Code<typeof triageReasons>;

export interface FiredRule {
  readonly id: TriageRuleId;
  readonly urgency: UrgencyCode;
  readonly because: Label;
}

export interface Triage {
  readonly urgency: UrgencyCode;
  /** Those that fired, the most urgent first. */
  readonly rules: readonly FiredRule[];
}

/** What the rules look at, of a call being typed or of a case. */
interface Told {
  readonly kinds: readonly Code<typeof contactKinds>[];
  readonly grievances: readonly Grievance[];
  readonly fates: readonly Code<typeof fates>[];
  readonly whereabouts: readonly Code<typeof whereabouts>[];
  /** Plain lower-case sentences, each with the day it was said. */
  readonly sentences: readonly { readonly text: string; readonly day: Day }[];
  readonly today: Day;
}

interface Rule {
  readonly id: TriageRuleId;
  readonly urgency: UrgencyCode;
  readonly fires: (told: Told) => boolean;
}

const violations = /^[A-L]\d$/u;

/** As data, the most urgent first. */
export const triageRules: readonly Rule[] = [
  { id: "u1-beaten", urgency: "U1", fires: (told) => names(told, "G1") || says(told, "beaten") },
  { id: "u1-death-threat", urgency: "U1", fires: (told) => names(told, "G2") || says(told, "deathThreat") },
  {
    id: "u1-wounded-to-assault",
    urgency: "U1",
    fires: (told) => names(told, "E3") || says(told, "wounded", "assault"),
  },
  { id: "u1-suicidal", urgency: "U1", fires: (told) => says(told, "suicide") },
  {
    id: "u1-taken-tonight",
    urgency: "U1",
    fires: (told) =>
      says(
        { ...told, sentences: told.sentences.filter((one) => isFresh(one.day, told.today)) },
        "takenNow",
        "taken",
      ),
  },
  {
    id: "u2-untreated",
    urgency: "U2",
    fires: (told) => names(told, "H1", "H2") || says(told, "untreated"),
  },
  {
    id: "u2-detained",
    urgency: "U2",
    fires: (told) =>
      names(told, "F1") || told.whereabouts.includes("heldByOwnSide") || says(told, "detained"),
  },
  { id: "u2-dated-transport", urgency: "U2", fires: (told) => hasDayAhead(told, "transport", 7) },
  { id: "u2-legal-limit", urgency: "U2", fires: (told) => hasDayAhead(told, "limit", 3) },
  { id: "u2-burial", urgency: "U2", fires: (told) => says(told, "burial", "unidentified") },
  { id: "u2-violence", urgency: "U2", fires: (told) => names(told, "G3", "G5", "G6", "G7", "E6") },
  { id: "u2-caller-safety", urgency: "U2", fires: (told) => names(told, "M4") },
  {
    id: "u3-missing",
    urgency: "U3",
    fires: (told) =>
      names(told, "A1", "A2", "A7") ||
      told.fates.some((fate) => ["noContact", "missingFamily", "missingOfficial"].includes(fate)),
  },
  {
    id: "u3-grievance",
    urgency: "U3",
    fires: (told) => told.grievances.some((code) => violations.test(code)),
  },
  {
    id: "u3-soldier",
    urgency: "U3",
    fires: (told) => told.kinds.some((kind) => kind === "aboutSoldier" || kind === "soldierHimself"),
  },
  { id: "u4-information", urgency: "U4", fires: () => true },
];

export function triageOf(from: Draft | Case, today: Day): Triage {
  const told = "type" in from ? toldByCase(from, today) : toldByDraft(from, today);
  const fired = triageRules.filter((rule) => rule.fires(told));
  // The last two say "nothing in particular": they stand alone or not at all.
  const particular = fired.filter((rule) => rule.id !== "u3-soldier" && rule.id !== "u4-information");
  const rules = (particular.length > 0 ? particular : fired.slice(0, 1)).map(({ id, urgency }) => ({
    id,
    urgency,
    because: triageReasons[id],
  }));
  return { urgency: rules[0]?.urgency ?? "U4", rules };
}

function toldByDraft(draft: Draft, today: Day): Told {
  return {
    kinds: draft.kind === undefined ? [] : [draft.kind],
    grievances: draft.grievances,
    fates: draft.fate === undefined ? [] : [draft.fate],
    whereabouts: draft.whereabouts === undefined ? [] : [draft.whereabouts],
    sentences: sentencesOf([draft.summary, draft.writtenTo.answer].join(". "), today),
    today,
  };
}

function toldByCase(known: Case, today: Day): Told {
  const standing = (field: string): readonly string[] =>
    known.facts
      .filter((fact) => fact.field === field && fact.about === undefined && fact.standing === "stands")
      .map((fact) => fact.value);
  return {
    kinds: known.contacts.map((contact) => contact.kind),
    grievances: known.grievances,
    fates: standing("fate") as Told["fates"], // only compared with codes
    whereabouts: standing("whereabouts") as Told["whereabouts"], // only compared with codes
    sentences: known.contacts.flatMap((contact) => sentencesOf(contact.summary, dayOf(contact.began))),
    today,
  };
}

/** At most the first ten thousand symbols: a summary is four sentences, and a rule must answer between two key strokes. */
function sentencesOf(text: string, day: Day): Told["sentences"] {
  return text
    .slice(0, 10_000)
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[’ʼ]/gu, "'")
    .split(/[!?;\n]+|\.(?!\d)/u)
    .map((sentence) => ({ text: sentence.trim(), day }))
    .filter((sentence) => sentence.text !== "");
}

function names(told: Told, ...codes: readonly Grievance[]): boolean {
  return codes.some((code) => told.grievances.includes(code));
}

const patterns = Object.fromEntries(
  Object.entries(stems).map(([name, alternatives]) => [
    name,
    new RegExp(String.raw`(?<![\p{L}])(?:${alternatives})`, "gu"),
  ]),
) as Record<keyof typeof stems, RegExp>; // fromEntries forgets the keys

/** One sentence has a word of each list, none of them denied. */
function says(told: Told, ...lists: readonly (keyof typeof stems)[]): boolean {
  return told.sentences.some(({ text }) => lists.every((list) => hasWord(text, list)));
}

function hasWord(sentence: string, list: keyof typeof stems): boolean {
  return [...sentence.matchAll(patterns[list])].some(
    (match) =>
      !/(?<!\p{L})(?:не|ни|нет|больше не|not|never|isn't|no longer|без|ні)\s+$/u.test(
        sentence.slice(0, match.index),
      ),
  );
}

function isFresh(said: Day, today: Day): boolean {
  const days = daysBetween(said, today);
  return days >= 0 && days <= 1;
}

const dayTokens =
  /(?<![\d.])\d{1,2}\.\d{1,2}(?:\.(?:\d{4}|\d{2}))?(?![\d:])|(?<!\d)\d{1,2}(?:-?го|-?е)? \p{L}{3,}|(?<!\p{L})(?:завтра|послезавтра|післязавтра|tomorrow|понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье|понеділок|вівторок|серед[ау]|четвер|п'ятниц[яю]|субот[ау]|неділ[яю])(?!\p{L})/gu;

/** A sentence has such a word and a day that lies from today up to so many days ahead. */
function hasDayAhead(told: Told, list: keyof typeof stems, days: number): boolean {
  return told.sentences.some(({ text, day }) => {
    if (!hasWord(text, list)) return false;
    return (text.match(dayTokens) ?? []).some((token) => {
      const known = readDay(token, day, "future");
      if (known === undefined || known.length !== 10) return false;
      const ahead = daysBetween(told.today, known as Day); // ten symbols: a day
      return ahead >= 0 && ahead <= days;
    });
  });
}

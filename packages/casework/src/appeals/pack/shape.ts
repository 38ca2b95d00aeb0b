/**
 * The shape of a legal pack as lawyers write it: a JSON file. Version 0.1 is the draft (a rule without effective dates
 * is taken as always in force); version 1 demands them. What the program works on is the lifted `Pack` (pack.ts).
 */
import * as v from "valibot";

import { dayFrom } from "../../day.ts";
import { codesOf, grievances } from "../../words/vocabularies.ts";
import { dayNumber, isCountable } from "../day-number.ts";

const text = v.pipe(
  v.string("a text is expected"),
  v.minLength(1, "a text stands empty"),
  v.maxLength(20_000),
);
const code = v.pipe(
  v.string("an id is expected"),
  v.regex(/^[a-z0-9][a-z0-9._-]*$/i, "an id is letters, digits, dots, hyphens and underscores"),
  v.maxLength(64),
);
const day = v.pipe(
  v.string("a day is expected"),
  v.check((value) => {
    const known = dayFrom(value);
    return known !== undefined && isCountable(dayNumber(known));
  }, "no such day between 1990 and 2099 (days are written 2022-11-08)"),
);
const span = v.strictObject({ from: v.nullable(day), to: v.nullable(day) });
const flag = v.boolean("true or false is expected");

/** One language (the draft's English) or several. */
const words = v.union(
  [text, v.strictObject({ ru: v.optional(text), uk: v.optional(text), en: v.optional(text) })],
  "a text, or texts by language: ru, uk, en",
);

export const units = ["calendar_day", "working_day", "day24", "hour", "month", "year"] as const;
export const starts = ["next_day", "same_day", "moment"] as const;
export const rollovers = ["next_working_day", "previous_working_day", "none"] as const;
const levels = ["text-seen", "summary-seen", "memory"] as const;
const roles = ["register", "forward", "answer", "other", "file", "wait", "limit"] as const;
const slotTypes = [
  "text",
  "person",
  "people[]",
  "address",
  "authority",
  "enum",
  "unit",
  "claims",
  "list",
  "refs",
  "evidence",
  "date",
  "deadline",
  "number",
  "signature",
] as const;
export const grammarCases = ["genitive", "dative", "accusative", "instrumental", "prepositional"] as const;

const unit = v.picklist(units, `a unit is one of ${units.join(", ")}`);
const start = v.picklist(starts, `a start is one of ${starts.join(", ")}`);
const rollover = v.picklist(rollovers, `a rollover is one of ${rollovers.join(", ")}`);
const level = v.picklist(levels, `a verification level is one of ${levels.join(", ")}`);
const count = v.pipe(
  v.number("a count is a number"),
  v.integer("a count is whole"),
  v.minValue(1),
  v.maxValue(3_660),
);

const term = v.strictObject({ unit, count, start, rollover, calendar: v.optional(code) });
const laterTerm = v.strictObject({
  unit,
  count,
  start: v.optional(start),
  rollover: v.optional(rollover),
  calendar: v.optional(code),
  from: v.optional(text),
});

const monthDay = v.pipe(
  v.string("a day of the year is expected"),
  v.regex(/^\d{2}-\d{2}(\/\d{2}-\d{2})?$/, "days of a year are written 05-09, or 01-01/01-08 for several"),
);
const year = v.strictObject({
  off: v.array(monthDay),
  working: v.array(monthDay),
  workingDays: v.optional(v.pipe(v.number(), v.integer())),
});
const region = v.strictObject({
  name: v.optional(words),
  off: v.array(monthDay),
  verified: level,
  source: v.optional(text),
});

const calendar = v.strictObject({
  id: code,
  version: v.optional(text),
  jurisdiction: v.optional(text),
  tz: text,
  weekend: v.array(v.picklist(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], "a weekday is Mon ... Sun")),
  coverage: span,
  beyondCoverage: v.optional(v.literal("provisional")),
  /** Days off that the law names for every year: used, provisionally, in years that have no list yet. */
  everyYear: v.optional(v.array(monthDay)),
  everyYearVerified: v.optional(level),
  years: v.record(v.pipe(v.string(), v.regex(/^\d{4}$/, "a year is four digits")), year),
  regions: v.optional(v.record(v.string(), region)),
  source: v.optional(text),
  note: v.optional(text),
  verified: v.optional(level),
});

/** Who holds the office in one region: found by the case, shown before the letter is made, and to be checked each time. */
const seat = v.strictObject({
  office: text,
  head: v.optional(text),
  headDative: v.optional(text),
  source: v.optional(text),
  verified: level,
});

const authority = v.strictObject({
  id: code,
  kind: text,
  name: words,
  levels: v.optional(v.array(text)),
  competence: v.optional(v.array(words)),
  not: v.optional(v.array(words)),
  parent: v.optional(code),
  calendar: code,
  zone: v.optional(text),
  sensitive: v.optional(flag),
  /** By region: RU-PRI. */
  seats: v.optional(v.record(code, seat)),
  note: v.optional(words),
  verified: v.optional(level),
});

const rule = v.strictObject({
  id: code,
  jurisdiction: v.optional(text),
  law: text,
  article: text,
  /** The full title and article of the act, for letters. */
  source: v.optional(text),
  sourceVerified: v.optional(level),
  duty: v.optional(words),
  effect: v.optional(words),
  role: v.optional(v.picklist(roles, `a role is one of ${roles.join(", ")}`)),
  by: v.optional(text),
  trigger: v.optional(text),
  term: v.optional(v.nullable(term)),
  /** Under what condition this term, not a longer one of the same route, applies. */
  onlyIf: v.optional(words),
  /** A rule that runs only for letters on these grounds. */
  grounds: v.optional(v.array(code)),
  extension: v.optional(
    v.strictObject({
      article: v.optional(text),
      max: v.optional(laterTerm),
      to: v.optional(laterTerm),
      totalMax: v.optional(laterTerm),
      from: v.optional(text),
      requires: v.optional(words),
      noticeWithin: v.optional(laterTerm),
      cases: v.optional(v.array(words)),
    }),
  ),
  interpretations: v.optional(
    v.array(
      v.strictObject({
        id: code,
        unit: v.optional(unit),
        count: v.optional(count),
        start: v.optional(start),
        rollover: v.optional(rollover),
        basis: v.optional(words),
      }),
    ),
  ),
  claimOverdue: v.optional(v.nullable(v.literal("latest"))),
  fileBy: v.optional(v.nullable(v.literal("earliest"))),
  effective: v.optional(span),
  effectiveNote: v.optional(words),
  effectiveVerified: v.optional(level),
  /** What one matter is called through all versions of its law. */
  versionOf: v.optional(code),
  starts: v.optional(v.array(text)),
  check: v.optional(text),
  guard: v.optional(words),
  risk: v.optional(words),
  note: v.optional(words),
  counting: v.optional(words),
  precondition: v.optional(words),
  verified: level,
});

const ground = v.strictObject({
  id: code,
  label: words,
  facts: v.optional(v.array(words)),
  basis: v.array(words),
  routes: v.array(code),
  strength: v.optional(words),
  urgency: v.optional(text),
  doNoHarm: v.optional(words),
  verified: v.optional(level),
});

const route = v.strictObject({
  id: code,
  name: v.optional(words),
  to: code,
  form: v.array(text),
  collective: v.optional(v.union([flag, text])),
  rules: v.array(code),
  receipt: v.optional(words),
  verified: v.optional(level),
});

const escalation = v.strictObject({
  from: text,
  on: text,
  to: text,
  at: v.optional(v.literal("parent")),
  before: v.optional(code),
  when: v.optional(text),
  /** The ground that `when` names, where the program can check it. */
  ground: v.optional(code),
  note: v.optional(words),
});

const slot = v.strictObject({
  id: code,
  type: v.optional(v.picklist(slotTypes, `a slot is one of ${slotTypes.join(", ")}`)),
  name: v.optional(words),
  inflect: v.optional(v.picklist(grammarCases, `a grammatical case is one of ${grammarCases.join(", ")}`)),
  required: v.optional(flag),
  optional: v.optional(flag),
  pii: v.optional(flag),
  sensitive: v.optional(flag),
  seal: v.optional(text),
  min: v.optional(v.number()),
  rule: v.optional(code),
  filter: v.optional(text),
  default: v.optional(words),
  values: v.optional(v.array(v.strictObject({ id: code, name: words }))),
  why: v.optional(words),
  note: v.optional(words),
});

const block = v.strictObject({
  type: v.picklist([
    "addressee",
    "sender",
    "title",
    "paragraph",
    "heading",
    "list",
    "enclosures",
    "signature",
  ]),
  /** Printed only where this slot is filled. */
  if: v.optional(code),
  text,
  gloss: text,
});

const template = v.strictObject({
  id: code,
  name: v.optional(words),
  lang: v.optional(text),
  route: v.optional(v.array(code)),
  extends: v.optional(code),
  slots: v.array(slot),
  body: v.optional(v.array(block)),
  verified: v.optional(level),
  note: v.optional(words),
});

/** What a volunteer reads out on a grievance. It says only what the pack says, or that the lawyer answers. */
const card = v.strictObject({
  id: code,
  /** answer: from the law of this pack. conduct: no question of law. lawyer: the pack has no answer. */
  kind: v.picklist(["answer", "conduct", "lawyer"], "a card is an answer, conduct or lawyer"),
  grievances: v.pipe(
    v.array(v.picklist(codesOf(grievances), "a card names codes of grievances: A1, L2")),
    v.minLength(1),
  ),
  title: words,
  says: v.strictObject({ ru: text, uk: text, en: text }),
  never: v.optional(words),
  ground: v.optional(code),
  routes: v.optional(v.array(code)),
  rules: v.optional(v.array(code)),
  /** When a lawyer last read it. null: nobody has. */
  checkedOn: v.nullable(day),
});

export const packFile = v.strictObject({
  pack: v.strictObject({
    id: code,
    version: text,
    jurisdiction: text,
    languages: v.array(text),
    schema: v.picklist(
      ["answerable.legal-pack/0.1", "answerable.legal-pack/1"],
      "the schema is answerable.legal-pack/1 (or /0.1, a draft)",
    ),
    status: text,
    reviewed: v.array(v.strictObject({ by: v.nullable(text), on: v.nullable(day) })),
    /** How many days a letter by post is reckoned to take where nothing proves its arrival. */
    postDays: v.optional(count),
    signature: v.optional(v.nullable(v.strictObject({ algorithm: text, key: text, value: text }))),
  }),
  calendars: v.pipe(v.array(calendar), v.minLength(1, "a pack has at least one calendar")),
  authorities: v.array(authority),
  rules: v.array(rule),
  grounds: v.array(ground),
  routes: v.array(route),
  escalations: v.array(escalation),
  templates: v.array(template),
  cards: v.optional(v.array(card)),
});

export type PackFile = v.InferOutput<typeof packFile>;
export type Words = v.InferOutput<typeof words>;
export type Unit = (typeof units)[number];
export type Start = (typeof starts)[number];
export type Rollover = (typeof rollovers)[number];
export type Role = (typeof roles)[number];
export type LevelName = (typeof levels)[number];

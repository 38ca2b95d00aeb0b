/**
 * The card clipped to the front of a folder: enough to find it, to match it, to list it and to count it. A device opens
 * 200,000 of them, so they are short: empty fields are left out when written and filled in when read.
 */
import * as v from "valibot";

import { daySchema, momentSchema } from "./day.ts";
import { id, type MemberId, type TaskId } from "./id.ts";
import {
  caseKinds,
  codeOf,
  fates,
  grievances,
  outcomes,
  relations,
  services,
  stages,
  taskKinds,
  urgencies,
  whereabouts,
} from "./words/vocabularies.ts";

const list = <S extends v.GenericSchema>(of: S) => v.pipe(v.optional(v.array(of), []), v.readonly());
const texts = list(v.string());
/** A code of a newer release reads as absent: the card of a case must open on any device. */
const code = <S extends v.GenericSchema>(of: S) => v.optional(v.fallback(v.optional(of), undefined));

const CardPerson = v.object({
  calledAs: v.optional(v.string(), ""),
  relation: v.optional(v.fallback(codeOf(relations), "unknown"), "unknown"),
  /** E.164 where it could be read, else as typed. */
  phones: texts,
});
const CardTask = v.object({
  task: id<TaskId>(),
  kind: codeOf(taskKinds),
  what: v.optional(v.string(), ""),
  due: v.optional(momentSchema),
  owner: v.optional(id<MemberId>()),
});
/** Minute since 1970, who took it (place in `members`), who called (place in `people`; -1: nobody we know). */
const CardContact = v.pipe(v.tuple([v.number(), v.number(), v.number()]), v.readonly());

const common = {
  people: list(CardPerson),
  members: list(id<MemberId>()),
  contacts: list(CardContact),
  /** Open ones only. */
  tasks: list(CardTask),
};

export const CaseCard = v.object({
  type: v.literal("Case"),
  kind: codeOf(caseKinds),
  number: v.string(),
  opened: momentSchema,
  stage: v.optional(v.fallback(codeOf(stages), "unknown"), "new"),
  owner: v.optional(id<MemberId>()),
  outcome: code(codeOf(outcomes)),
  /** Every name ever heard and not withdrawn; those that stand come first. */
  names: texts,
  births: texts,
  regions: texts,
  towns: texts,
  units: texts,
  callSigns: texts,
  dogTags: texts,
  phones: texts,
  service: code(codeOf(services)),
  fate: code(codeOf(fates)),
  whereabouts: code(codeOf(whereabouts)),
  /** When he was last heard of, as known or as told. */
  lastHeard: v.optional(v.string(), ""),
  /** The first is the main one. */
  grievances: v.pipe(v.optional(v.array(v.fallback(codeOf(grievances), "unknown")), []), v.readonly()),
  urgency: code(codeOf(urgencies)),
  urgentSince: v.optional(momentSchema),
  acknowledged: v.optional(v.boolean(), false),
  summary: v.optional(v.string(), ""),
  ...common,
});
export type CaseCard = Readonly<v.InferOutput<typeof CaseCard>>;

export const ShiftCard = v.object({
  type: v.literal("Shift"),
  member: id<MemberId>(),
  day: daySchema,
  ...common,
});
export type ShiftCard = Readonly<v.InferOutput<typeof ShiftCard>>;

export const Card = v.variant("type", [CaseCard, ShiftCard]);
export type Card = CaseCard | ShiftCard;
export type CardPerson = CaseCard["people"][number];
export type CardTask = CaseCard["tasks"][number];
export type CardContact = CaseCard["contacts"][number];

/** undefined: this release cannot read it. */
export function readCard(payload: unknown): Card | undefined {
  const read = v.safeParse(Card, payload);
  return read.success ? read.output : undefined;
}

/** As written: empty fields left out. */
export function cardToPayload(card: Card): unknown {
  return JSON.parse(JSON.stringify(card, (key, value: unknown) => (isBlank(key, value) ? undefined : value)));
}

function isBlank(key: string, value: unknown): boolean {
  if (/^\d+$/u.test(key)) return false; // a place in a list must stay filled
  if (value === "" || value === false) return true;
  if (key === "stage" && value === "new") return true;
  return Array.isArray(value) && value.length === 0;
}

/**
 * What can happen to an appeal, as events in the case's folder. Days are the letter's own; no deadline is ever written
 * down: dates follow from these events, the legal pack and its calendars when somebody looks.
 */
import * as v from "valibot";

import { daySchema, momentSchema } from "../day.ts";
import {
  id,
  type AnswerId,
  type AppealId,
  type BatchId,
  type CaseId,
  type PersonId,
  type SignatoryId,
} from "../id.ts";
import { codeOf, relations } from "../words/vocabularies.ts";
import { answerKinds } from "./facts.ts";

const words = v.pipe(v.string(), v.maxLength(200_000));
const short = v.pipe(v.string(), v.maxLength(500));
/** An id of the legal pack. */
const code = v.pipe(v.string(), v.maxLength(64));
const appeal = id<AppealId>();
const proof = v.picklist(["proved", "told", "estimated"]);

/** Which office: the pack names a kind of body, `office` the very one, as it is written on the envelope. */
const seat = {
  route: code,
  authority: code,
  office: short,
  /** For its holidays and its day: RU-KRS, Europe/Moscow. */
  region: v.optional(code),
  zone: v.optional(code),
};

const signatory = v.strictObject({
  signatory: id<SignatoryId>(),
  name: short,
  relation: codeOf(relations),
  /** Her own soldier, by his full name. */
  soldier: short,
  /** How she agreed: by telephone, or with her own hand. */
  consent: v.picklist(["spoken", "written"]),
  address: v.optional(words),
  person: v.optional(id<PersonId>()),
  /** Where she is known from another case. */
  case: v.optional(id<CaseId>()),
});
export type SignatoryTold = v.InferOutput<typeof signatory>;

export const appealEvents = [
  v.strictObject({
    type: v.literal("AppealDrafted"),
    appeal,
    /** Its own short number, for the scan that comes back: random, with a check symbol; an address of nothing. */
    number: v.pipe(v.string(), v.maxLength(16)),
    pack: code,
    ...seat,
    ground: v.optional(code),
    complainedOf: v.array(short),
    kind: v.picklist(["individual", "collective"]),
    template: code,
    /** What stands in the template's slots; a list has a line for each of its points. */
    slots: v.record(code, words),
    signatories: v.array(signatory),
    batch: v.optional(id<BatchId>()),
    /** The letter whose next step this is, and what made it one (an edge of the pack: overdue, refusal). */
    after: v.optional(v.strictObject({ appeal, why: code })),
  }),
  v.strictObject({
    type: v.literal("AppealChanged"),
    appeal,
    office: v.optional(short),
    slots: v.record(code, words),
  }),
  v.strictObject({ type: v.literal("SignatoryJoined"), appeal, ...signatory.entries }),
  v.strictObject({
    type: v.literal("SignatoryLeft"),
    appeal,
    signatory: id<SignatoryId>(),
    reason: words,
  }),
  /** A second person has read it. `despite`: warnings that were seen and answered by `reason`. */
  v.strictObject({ type: v.literal("AppealChecked"), appeal, despite: v.array(code), reason: words }),
  v.strictObject({ type: v.literal("AppealSigned"), appeal, on: daySchema }),
  v.strictObject({ type: v.literal("AppealWithdrawn"), appeal, on: daySchema, reason: words }),
  /** Sending it now could harm somebody. */
  v.strictObject({ type: v.literal("AppealHeld"), appeal, reason: words }),
  v.strictObject({ type: v.literal("AppealFreed"), appeal, reason: words }),
  v.strictObject({
    type: v.literal("AppealDispatched"),
    appeal,
    on: daySchema,
    by: v.picklist(["post", "hand", "reception", "portal", "fax"]),
    proof,
    tracking: v.optional(short),
  }),
  v.strictObject({ type: v.literal("AppealReceived"), appeal, on: daySchema, proof }),
  v.strictObject({
    type: v.literal("AppealRegistered"),
    appeal,
    on: daySchema,
    number: short,
    proof,
  }),
  v.strictObject({
    type: v.literal("AppealForwarded"),
    appeal,
    on: daySchema,
    proof,
    /** Whether nothing of the letter was left for the first body to answer. */
    isWhole: v.boolean(),
    /** The letter as it lives on there. */
    child: appeal,
    childNumber: v.pipe(v.string(), v.maxLength(16)),
    ...seat,
    notice: v.optional(short),
  }),
  v.strictObject({
    type: v.literal("AppealExtended"),
    appeal,
    dated: daySchema,
    until: v.optional(daySchema),
    reason: words,
  }),
  v.strictObject({
    type: v.literal("AppealAnswered"),
    appeal,
    answer: id<AnswerId>(),
    kind: v.picklist(answerKinds),
    /** The date on the letter. */
    dated: v.optional(daySchema),
    received: daySchema,
    number: v.optional(short),
    summary: words,
  }),
  /** Came back unopened, or the body has ended the correspondence (59-FZ art. 11(5)). */
  v.strictObject({
    type: v.literal("AppealReturned"),
    appeal,
    on: daySchema,
    how: v.picklist(["returned", "ended"]),
    reason: words,
  }),
  v.strictObject({ type: v.literal("AppealEscalated"), appeal, to: appeal, why: code }),
  /** Another day that sets a clock running: violation.known, refusal.issued. */
  v.strictObject({
    type: v.literal("AppealTriggerSaid"),
    appeal,
    what: code,
    on: daySchema,
    at: v.optional(momentSchema),
    proof,
  }),
  /** Said by the family, never by the desk. */
  v.strictObject({
    type: v.literal("AppealOutcomeSaid"),
    appeal,
    helped: v.picklist(["yes", "partly", "no", "harm"]),
    words,
    person: v.optional(id<PersonId>()),
  }),
] as const;

export type AppealEvent = v.InferOutput<(typeof appealEvents)[number]>;
export type AppealEventOf<T extends AppealEvent["type"]> = Extract<AppealEvent, { type: T }>;

const types: ReadonlySet<string> = new Set(appealEvents.map((schema) => schema.entries.type.literal));

export function isAppealEvent(event: { readonly type: string }): event is AppealEvent {
  return types.has(event.type);
}

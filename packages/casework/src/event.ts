/**
 * What can happen in a folder. Past tense, never changed once released: a new shape gets a new name and a lift in older.ts.
 *
 * A fact about a person is an assertion: who said it, how that person knew, in which contact, when. Nothing is
 * overwritten: a correction names the facts it had seen and sets aside; two that did not know of each other both stand.
 */
import * as v from "valibot";

import { appealEvents } from "./appeals/event.ts";
import { attachmentEvents } from "./attachments/event.ts";
import { callBackEvents } from "./callbacks/event.ts";
import { daySchema, momentSchema, type Moment } from "./day.ts";
import { dropEvents } from "./drops/event.ts";
import { dutyEvents } from "./duty/event.ts";
import {
  id,
  type CaseId,
  type ContactId,
  type DeviceId,
  type FactId,
  type LetterId,
  type MemberId,
  type NoteId,
  type PersonId,
  type SheetId,
  type ShiftId,
  type TaskId,
} from "./id.ts";
import { incidentEvents } from "./incident/event.ts";
import { incomingEvents } from "./incoming/event.ts";
import { outgoingEvents } from "./outgoing/event.ts";
import { recordEvents } from "./record/event.ts";
import { referralEvents } from "./referral/event.ts";
import { retentionEvents } from "./retention/event.ts";
import { rightEvents } from "./rights/event.ts";
import { sameEvents } from "./same/event.ts";
import {
  caseKinds,
  channels,
  codeOf,
  consentScopes,
  contactKinds,
  dispositions,
  factFields,
  grievances,
  outcomes,
  relations,
  sources,
  stages,
  urgencies,
} from "./words/vocabularies.ts";

/** Anything a person may type, whole: 100 kB of it is still kept. */
const words = v.pipe(v.string(), v.maxLength(200_000));
const contactId = id<ContactId>();
const personId = id<PersonId>();
const factId = id<FactId>();
const taskId = id<TaskId>();

/** Eight symbols that a caller can be told: random, with a check symbol; an address of nothing. */
const caseNumber = v.pipe(v.string(), v.maxLength(16));

export const Event = v.variant("type", [
  v.strictObject({
    type: v.literal("CaseOpened"),
    case: id<CaseId>(),
    kind: codeOf(caseKinds),
    number: caseNumber,
  }),
  v.strictObject({
    type: v.literal("ShiftOpened"),
    shift: id<ShiftId>(),
    member: id<MemberId>(),
    day: daySchema,
  }),
  v.strictObject({
    type: v.literal("ContactRecorded"),
    contact: contactId,
    kind: codeOf(contactKinds),
    channel: codeOf(channels),
    began: momentSchema,
    ended: momentSchema,
    caller: v.optional(personId),
    safeToSpeak: v.picklist(["yes", "no", "unasked"]),
    disposition: codeOf(dispositions),
    summary: words,
    source: codeOf(sources),
    /** The line as it was pasted, where the call came in as text: evidence stays as received. */
    pasted: v.optional(words),
  }),
  v.strictObject({
    type: v.literal("PersonAdded"),
    person: personId,
    calledAs: words,
    relation: codeOf(relations),
  }),
  /** `about` undefined: the soldier. `value` as it was said; `known` is its normal form where there is one (E.164, 2001-03-08, RU-KRS). */
  v.strictObject({
    type: v.literal("FactStated"),
    fact: factId,
    about: v.optional(personId),
    field: codeOf(factFields),
    value: words,
    known: v.optional(v.pipe(v.string(), v.maxLength(200))),
    sure: v.boolean(),
    /** Which parts of a name the caller is not sure of. */
    unsureOf: v.optional(v.array(v.picklist(["surname", "given", "patronymic"]))),
    /** The fact this one speaks of: safe hours are those of one telephone. */
    of: v.optional(factId),
    source: codeOf(sources),
    contact: v.optional(contactId),
    setsAside: v.array(factId),
  }),
  v.strictObject({ type: v.literal("FactWithdrawn"), fact: factId, reason: words }),
  v.strictObject({
    type: v.literal("ConsentGiven"),
    person: personId,
    scopes: v.array(codeOf(consentScopes)),
    contact: v.optional(contactId),
  }),
  v.strictObject({
    type: v.literal("GrievancesNamed"),
    contact: v.optional(contactId),
    /** The first is the main one. */
    codes: v.pipe(v.array(codeOf(grievances)), v.minLength(1), v.maxLength(20)),
  }),
  v.strictObject({
    type: v.literal("LetterReported"),
    letter: id<LetterId>(),
    contact: v.optional(contactId),
    authority: words,
    sentOn: v.optional(daySchema),
    /** The day as it was told, where it is no day of the calendar ("в октябре"). */
    sentOnWords: v.optional(words),
    number: v.optional(words),
    answer: v.optional(words),
  }),
  v.strictObject({
    type: v.literal("UrgencySet"),
    urgency: codeOf(urgencies),
    /** Ids of the triage rules that fired, empty when a person chose. */
    rules: v.array(v.pipe(v.string(), v.maxLength(64))),
    reason: words,
  }),
  v.strictObject({ type: v.literal("UrgencyAcknowledged"), urgency: codeOf(urgencies) }),
  v.strictObject({
    type: v.literal("TaskSet"),
    task: taskId,
    kind: v.picklist(["promise", "callback", "task"]),
    what: words,
    owner: v.optional(id<MemberId>()),
    due: v.optional(momentSchema),
    person: v.optional(personId),
  }),
  v.strictObject({ type: v.literal("TaskDone"), task: taskId, result: words }),
  v.strictObject({ type: v.literal("TaskReopened"), task: taskId }),
  v.strictObject({ type: v.literal("NoteAdded"), note: id<NoteId>(), text: words }),
  v.strictObject({ type: v.literal("StageMoved"), stage: codeOf(stages), reason: words }),
  v.strictObject({ type: v.literal("OwnerSet"), owner: v.optional(id<MemberId>()) }),
  v.strictObject({ type: v.literal("OutcomeSet"), outcome: codeOf(outcomes), reason: words }),
  /** All of it left the desk as one archive, for a court: to whom, why, how many sheets, and the hash of exactly what left. */
  v.strictObject({
    type: v.literal("CaseGivenOut"),
    to: words,
    reason: words,
    sheets: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    plain: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
  }),
  ...appealEvents,
  ...sameEvents,
  ...attachmentEvents,
  ...callBackEvents,
  ...dropEvents,
  ...dutyEvents,
  ...recordEvents,
  ...referralEvents,
  ...retentionEvents,
  ...rightEvents,
  ...incomingEvents,
  ...outgoingEvents,
  ...incidentEvents,
]);
export type Event = v.InferOutput<typeof Event>;
export type EventOf<T extends Event["type"]> = Extract<Event, { type: T }>;

/** One sheet as the fold sees it: who put what in, when by that device's clock, at which number of the folder. */
export interface Sheet {
  readonly id: SheetId;
  readonly number: number;
  readonly by: MemberId;
  readonly device: DeviceId;
  readonly at: Moment;
  /**
   * The newest sheet of the folder that its author had when she wrote it; beside it she had her own earlier ones. undefined: it was
   * written before this was said, and counts as if she had had all that lies before it.
   */
  readonly upon?: number;
  readonly events: readonly Event[];
  /** How many events of kinds this device does not know lie sealed in the sheet, kept for a newer one. */
  readonly unknown: number;
}

/** Whether who wrote the one had the other before her. What is earlier of her own device she had, also while it waited to be sent. */
export function hasSeen(
  { upon, device }: Pick<Sheet, "upon" | "device">,
  other: Pick<Sheet, "number" | "device">,
): boolean {
  return upon === undefined || other.number <= upon || other.device === device;
}

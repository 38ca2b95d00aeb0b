/**
 * What is being typed while someone speaks. Every text field holds the raw text, whole; what it means is read from it
 * elsewhere and never written back over it. A draft is kept sealed on the device every second.
 */
import * as v from "valibot";

import { momentSchema, type Moment } from "../day.ts";
import { id, type CaseId, type DraftId, type FolderId, type TaskId } from "../id.ts";
import { seenStrip, verdicts } from "../same/event.ts";
import { channels, consentScopes, contactKinds, dispositions, relations, sources } from "../words/call.ts";
import { grievances } from "../words/grievances.ts";
import { fates, services, whereabouts } from "../words/soldier.ts";
import { codeOf, isCode, type Code, type Vocabulary } from "../words/vocabulary.ts";
import { urgencies } from "../words/work.ts";

const typed = v.optional(v.string(), "");
const answer = v.optional(v.picklist(["yes", "no", "unasked"]), "unasked");
const list = <S extends v.GenericSchema>(of: S) => v.pipe(v.optional(v.array(of), []), v.readonly());

/** A code of another release reads as not chosen: it must not cost the rest of the draft. */
const code = <V extends Vocabulary>(vocab: V) => v.optional(v.fallback(v.optional(codeOf(vocab)), undefined));
const codes = <V extends Vocabulary>(vocab: V) =>
  v.pipe(
    v.optional(v.array(v.string()), []),
    v.transform((all) => all.filter((one): one is Code<V> => isCode(vocab, one))),
    v.readonly(),
  );

const DraftPhone = v.object({
  raw: typed,
  safeHours: typed,
  mayLeaveMessage: answer,
  maySayWhoWeAre: answer,
});
export type DraftPhone = Readonly<v.InferOutput<typeof DraftPhone>>;

/** What was decided about a possible match while the caller still spoke. */
const DraftLink = v.object({ other: id<CaseId>(), verdict: v.picklist(verdicts), strip: seenStrip });
export type DraftLink = Readonly<v.InferOutput<typeof DraftLink>>;

const DraftAnswers = v.object({
  folder: id<FolderId>(),
  task: id<TaskId>(),
  /** What else waited for that number when it was taken. */
  closes: v.pipe(v.array(id<TaskId>()), v.readonly()),
  zone: v.string(),
});

/** Missing fields are empty ones: a draft kept by an older release opens in a newer. */
export const Draft = v.object({
  id: id<DraftId>(),
  began: momentSchema,
  /** When the telephone was put down; from here on it is wrap-up. */
  ended: v.optional(momentSchema),
  kind: code(contactKinds),
  channel: v.optional(v.fallback(codeOf(channels), "unknown"), "phoneIn"),
  /** The existing case this call goes to, chosen among the matches. */
  attachTo: v.optional(id<CaseId>()),
  /** The call-back that is being spoken: sealing the call says that they were reached. */
  answers: v.fallback(v.optional(DraftAnswers), undefined),
  /** The call opens its own case, and these are the same soldier's, or surely not. One that cannot be read costs no word. */
  links: v.pipe(v.fallback(v.optional(v.array(DraftLink), []), []), v.readonly()),
  safeToSpeak: answer,
  phones: list(DraftPhone),
  consent: codes(consentScopes),
  callerName: typed,
  relation: code(relations),
  soldierName: typed,
  unsure: list(v.picklist(["surname", "given", "patronymic"])),
  birth: typed,
  region: typed,
  service: code(services),
  unit: typed,
  callSign: typed,
  dogTag: typed,
  soldierPhone: typed,
  lastContact: typed,
  lastContactHow: typed,
  lastContactFrom: typed,
  fate: code(fates),
  whereabouts: code(whereabouts),
  grievances: codes(grievances),
  summary: typed,
  /** Who told the caller what the summary says. */
  source: v.optional(v.fallback(codeOf(sources), "unknown"), "unknown"),
  writtenTo: v.optional(v.object({ authority: typed, sentOn: typed, number: typed, answer: typed }), {}),
  urgency: code(urgencies),
  urgencyReason: typed,
  promise: v.optional(v.object({ what: typed, due: typed }), {}),
  disposition: code(dispositions),
  /** What the short call of a surge left unasked, in the words of the task it becomes. */
  followUp: typed,
  /** The line as it was pasted: evidence stays as received. */
  pasted: typed,
  /** Fields filled from a paste and not confirmed yet. */
  suggested: list(v.string()),
  parked: v.optional(v.boolean(), false),
});
export type Draft = Readonly<Omit<v.InferOutput<typeof Draft>, "suggested">> & {
  readonly suggested: readonly DraftField[];
};
export type DraftField = Exclude<
  keyof v.InferOutput<typeof Draft>,
  "suggested" | "id" | "began" | "ended" | "parked" | "answers"
>;

export function emptyDraft(draft: DraftId, began: Moment): Draft {
  return v.parse(Draft, { id: draft, began }) as Draft; // `suggested` is empty
}

/** undefined: not a draft at all. */
export function readDraft(kept: unknown): Draft | undefined {
  const read = v.safeParse(Draft, kept);
  return read.success ? (read.output as Draft) : undefined; // the names in `suggested` only colour a field
}

export const emptyPhone: DraftPhone = {
  raw: "",
  safeHours: "",
  mayLeaveMessage: "unasked",
  maySayWhoWeAre: "unasked",
};

/** Nothing typed, nothing chosen: it may be thrown away without a question. */
export function isEmpty(draft: Draft): boolean {
  const blank = emptyDraft(draft.id, draft.began);
  const told: readonly (keyof Draft)[] = Object.keys(blank) as (keyof Draft)[]; // Object.keys forgets the key type
  return told
    .concat("kind", "attachTo", "relation", "service", "fate", "whereabouts", "urgency", "disposition")
    .filter((field) => !["id", "began", "ended", "channel", "parked", "suggested"].includes(field))
    .every((field) => isBlank(draft[field]));
}

function isBlank(value: unknown): boolean {
  if (value === undefined || value === "unasked" || value === "unknown") return true;
  if (typeof value === "string") return value.trim() === "";
  if (Array.isArray(value)) return value.every((one) => typeof one === "object" && isBlank(one));
  return typeof value === "object" && value !== null && Object.values(value).every(isBlank);
}

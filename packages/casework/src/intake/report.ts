/**
 * What a family writes in the form: their own words under a few plain questions. The shape inside the sealed letter. Every text is
 * kept as typed; the desk reads it into a draft and decides. A code of another release reads as not chosen.
 */
import * as v from "valibot";

import type { Moment } from "../day.ts";
import type { DraftId } from "../id.ts";
import { consentScopes, relations, sources } from "../words/call.ts";
import { services } from "../words/soldier.ts";
import { isCode, type Code, type Vocabulary } from "../words/vocabulary.ts";
import { emptyDraft, emptyPhone, type Draft } from "./draft.ts";

const typed = (most: number) => v.optional(v.pipe(v.string(), v.maxLength(most)), "");
const answer = v.optional(v.picklist(["yes", "no", "unasked"]), "unasked");
const hash = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

/** A file: in the letter itself, or beside it and opened by its own key. `name` is the sender's word for it and never a path. */
export const ReportFile = v.object({
  name: typed(200),
  /** By its first bytes. */
  kind: typed(60),
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  where: v.variant("type", [
    v.object({
      type: v.literal("Letter"),
      file: v.pipe(v.string(), v.regex(/^files\/[0-9]{2}\.[a-z0-9]{1,8}$/)),
    }),
    v.object({
      type: v.literal("Blob"),
      blob: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/)),
      plain: hash,
      cipher: hash,
      key: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/)),
    }),
  ]),
});
export type ReportFile = v.InferOutput<typeof ReportFile>;

export const Report = v.object({
  v: v.literal(1),
  /** An addition goes to the case of the letter with the same receipt; a reply answers something that was published. */
  kind: v.picklist(["report", "addition", "reply"]),
  /** What a reply answers: the id that stands in its public page. */
  about: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,60}$/))),
  language: v.picklist(["ru", "uk", "en"]),
  story: typed(30_000),
  /** Is someone in danger of life: now, within days, or not that the writer knows. */
  danger: v.optional(v.picklist(["now", "soon", "unknown"]), "unknown"),
  soldierName: typed(300),
  birth: typed(100),
  region: typed(300),
  service: typed(40),
  unit: typed(500),
  lastContact: typed(500),
  source: typed(40),
  relation: typed(40),
  callerName: typed(200),
  phone: typed(200),
  safeHours: typed(300),
  mayLeaveMessage: answer,
  mayBeCalled: answer,
  consent: v.optional(v.pipe(v.array(v.string()), v.maxLength(10)), []),
  files: v.optional(v.pipe(v.array(ReportFile), v.maxLength(40)), []),
});
export type Report = v.InferOutput<typeof Report>;

/** undefined: no report that this release can read. */
export function readReport(opened: unknown): Report | undefined {
  const read = v.safeParse(Report, opened);
  return read.success ? read.output : undefined;
}

/** The draft of the contact that taking this letter makes: the volunteer goes through it as through a call. */
export function draftOfReport(report: Report, draft: DraftId, began: Moment): Draft {
  const {
    story,
    soldierName,
    birth,
    region,
    unit,
    lastContact,
    callerName,
    phone,
    safeHours,
    mayLeaveMessage,
  } = report;
  const relation = chosen(relations, report.relation);
  const service = chosen(services, report.service);
  const isCalled = phone.trim() !== "" && report.mayBeCalled !== "no";
  return {
    ...emptyDraft(draft, began),
    kind: report.kind === "addition" ? "followUp" : relation === "self" ? "soldierHimself" : "aboutSoldier",
    channel: "webForm",
    safeToSpeak: "yes",
    phones: isCalled ? [{ ...emptyPhone, raw: phone, safeHours, mayLeaveMessage }] : [],
    consent: report.consent.filter((one): one is Code<typeof consentScopes> => isCode(consentScopes, one)),
    callerName,
    ...(relation === undefined ? {} : { relation }),
    soldierName,
    birth,
    region,
    ...(service === undefined ? {} : { service }),
    unit,
    lastContact,
    summary: story,
    source: chosen(sources, report.source) ?? "unknown",
    ...(report.danger === "now" ? { urgency: "U1" as const, urgencyReason: "" } : {}),
  };
}

function chosen<V extends Vocabulary>(vocab: V, code: string): Code<V> | undefined {
  return isCode(vocab, code) ? code : undefined;
}

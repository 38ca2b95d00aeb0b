/**
 * Where a call goes: into the case it was attached to, into a new case, or among the calls of the shift that belong to
 * no case. A call with nothing in it is refused by naming the field that would make it one.
 */
import type { Draft } from "../intake/draft.ts";
import type { Refusal } from "../refusal.ts";
import { err, ok, type Result } from "../result.ts";
import type { Code, contactKinds } from "../words/vocabularies.ts";
import { callerOf, phonesOf } from "./caller.ts";

export interface Destination {
  readonly type: "Attached" | "NewCase" | "Shift";
  readonly kind: Code<typeof contactKinds>;
}

/** The line ended before anything was said. */
const endings: readonly Draft["disposition"][] = [
  "hungUp",
  "silent",
  "wrongNumber",
  "abusive",
  "technical",
  "test",
];

export function destinationOf(draft: Draft): Result<Destination, Refusal> {
  const kind = draft.kind ?? guessedKind(draft);
  if (kind === undefined)
    return err({ type: "NothingToRecord", field: isCallBack(draft) ? "phones" : "kind" });
  if (draft.attachTo !== undefined) return ok({ type: "Attached", kind });
  switch (kind) {
    case "information":
    case "support":
    case "nothing":
      // Whoever is in danger gets a case, whatever she called about.
      return ok({ type: draft.urgency === "U1" || draft.urgency === "U2" ? "NewCase" : "Shift", kind });
    case "followUp":
      return ok({ type: tellsOfSoldier(draft) ? "NewCase" : "Shift", kind });
    case "aboutSoldier":
    case "soldierHimself":
      return aboutSoldier(draft, kind);
  }
}

export function isCallBack(draft: Draft): boolean {
  return draft.safeToSpeak === "no" || draft.disposition === "callBackSet";
}

function aboutSoldier(draft: Draft, kind: Destination["kind"]): Result<Destination, Refusal> {
  if (tellsOfSoldier(draft)) return ok({ type: "NewCase", kind });
  if (endings.includes(draft.disposition)) return ok({ type: "Shift", kind });
  const reachable = phonesOf(draft).length > 0;
  if (isCallBack(draft))
    return reachable ? ok({ type: "Shift", kind }) : err({ type: "NothingToRecord", field: "phones" });
  const told = reachable || draft.callerName.trim() !== "" || draft.promise.what.trim() !== "";
  return told ? ok({ type: "NewCase", kind }) : err({ type: "NothingToRecord", field: "soldierName" });
}

function guessedKind(draft: Draft): Destination["kind"] | undefined {
  if (draft.attachTo !== undefined && callerOf(draft) !== undefined) return "followUp";
  if (tellsOfSoldier(draft)) return "aboutSoldier";
  if (endings.includes(draft.disposition)) return "nothing";
  return isCallBack(draft) && phonesOf(draft).length > 0 ? "aboutSoldier" : undefined;
}

function tellsOfSoldier(draft: Draft): boolean {
  const texts = [
    draft.soldierName,
    draft.birth,
    draft.region,
    draft.unit,
    draft.callSign,
    draft.dogTag,
    draft.soldierPhone,
    draft.lastContact,
    draft.lastContactHow,
    draft.lastContactFrom,
    draft.summary,
    draft.pasted,
    ...Object.values(draft.writtenTo),
  ];
  const chosen = [draft.service, draft.fate, draft.whereabouts, draft.urgency];
  return (
    texts.some((text) => text.trim() !== "") ||
    chosen.some((code) => code !== undefined) ||
    draft.grievances.length > 0
  );
}

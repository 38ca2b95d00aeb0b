/**
 * The right-hand column of the phone desk: what to say now, what to do after, whom to write to and by when that body
 * must answer. Follows from what is written in the draft or the case, and from nothing else.
 */
import type { Case } from "./case.ts";
import type { Day } from "./day.ts";
import type { Draft } from "./intake/draft.ts";
import { presentValue } from "./present.ts";
import { triageOf, type Triage } from "./triage.ts";
import {
  authorities,
  seats,
  terms,
  termsOf,
  type AuthorityId,
  type Seat,
  type Term,
  type TermId,
} from "./words/authorities.ts";
import { nextSteps, scriptLines } from "./words/script.ts";
import { groupOf, type Code, type Grievance, type Label } from "./words/vocabularies.ts";

export type ScriptLineId = Code<typeof scriptLines>;
export type NextStepId = Code<typeof nextSteps>;

export interface Addressee {
  readonly id: AuthorityId;
  readonly label: Label;
  readonly seat: Seat;
  /** The home region as told, where the nearest one is found by it. */
  readonly region?: string;
  readonly terms: readonly (Term & { readonly id: TermId })[];
}

export interface NextSteps {
  /** undefined in a case file: nobody is on the line. */
  readonly script: { readonly id: ScriptLineId; readonly says: Label } | undefined;
  readonly steps: readonly { readonly id: NextStepId; readonly says: Label }[];
  /** The nearest first. */
  readonly addressees: readonly Addressee[];
}

interface Route {
  readonly steps: readonly NextStepId[];
  readonly to: readonly AuthorityId[];
}

const prosecutor = "ru.mil-prosecutor.garrison";

/** By grievance; where a code has no row of its own, the row of its group. */
const routes: { readonly [G in string]?: Route } = {
  A: { steps: ["askUnit", "tracing"], to: ["ru.commissariat", "ru.unit", "ru.mod", "icrc.cta"] },
  A4: { steps: ["tracing"], to: ["icrc.cta", "ru.mod"] },
  A5: { steps: ["neverInferDeath", "askUnit"], to: ["ru.commissariat", "ru.unit", "ru.mod"] },
  A6: { steps: ["askUnit"], to: ["ru.commissariat", "ru.unit", prosecutor] },
  B: {
    steps: ["papersOfCallUp", "courtLimit"],
    to: ["ru.commissariat", "ru.mil-court.garrison", prosecutor],
  },
  B5: { steps: ["papersOfCallUp", "courtLimit"], to: [prosecutor, "ru.mil-court.garrison"] },
  B6: { steps: ["courtLimit"], to: [prosecutor, "ru.mil-court.garrison"] },
  C: { steps: ["trainingDates"], to: [prosecutor, "ru.mod"] },
  D: { steps: ["whatIsMissing"], to: [prosecutor, "ru.mod", "ru.governor"] },
  E: { steps: ["trainingDates"], to: [prosecutor, "ru.mod"] },
  E3: { steps: ["medicalPapers"], to: [prosecutor, "ru.unit"] },
  E6: { steps: ["noHarm", "crimeReport"], to: ["ru.mil-investigator", prosecutor] },
  F: {
    steps: ["noHarm", "heldDetails", "crimeReport"],
    to: ["ru.mil-investigator", prosecutor, "ru.ombudsman"],
  },
  F4: { steps: ["courtLimit"], to: [prosecutor, "ru.mil-court.garrison"] },
  G: { steps: ["noHarm", "crimeReport"], to: ["ru.mil-investigator", prosecutor, "ru.ombudsman"] },
  H: { steps: ["medicalPapers"], to: [prosecutor, "ru.unit"] },
  H4: { steps: ["medicalPapers", "support"], to: [prosecutor, "ru.unit"] },
  I: { steps: ["payPapers"], to: ["ru.unit", prosecutor, "ru.mil-court.garrison"] },
  J: { steps: ["report"], to: ["ru.unit", prosecutor] },
  K: { steps: ["askUnit"], to: ["ru.unit", "ru.mod"] },
  L: { steps: ["complainOfSilence"], to: [prosecutor, "ru.prosecutor.territorial"] },
  L6: { steps: ["callerSafety"], to: ["ru.prosecutor.territorial", "ru.ombudsman.region"] },
  M1: { steps: ["support"], to: [] },
  M3: { steps: ["noMoney"], to: ["ru.prosecutor.territorial"] },
  M4: { steps: ["callerSafety"], to: ["ru.prosecutor.territorial", "ru.ombudsman.region"] },
};

export function nextStepsOf(from: Draft | Case, today: Day): NextSteps {
  const triage = triageOf(from, today);
  const { grievances, region, service } = "type" in from ? ofCase(from) : ofDraft(from);
  const found = grievances.flatMap((code) => routes[code] ?? routes[groupOf(code) ?? ""] ?? []);
  const conscript =
    service === "conscript" && grievances.some((code) => code.startsWith("E") || code.startsWith("C"));
  const steps: NextStepId[] = [
    ...firstSteps(triage),
    ...(conscript ? (["fourMonths"] as const) : []),
    ...found.flatMap((route) => route.steps),
  ];
  const id = "type" in from ? undefined : scriptLineOf(from, triage);
  return {
    script: id === undefined ? undefined : { id, says: scriptLines[id] },
    steps: [...new Set(steps)].map((step) => ({ id: step, says: nextSteps[step] })),
    addressees: [...new Set(found.flatMap((route) => route.to))].map((to) => addressee(to, region)),
  };
}

function firstSteps(triage: Triage): readonly NextStepId[] {
  const fired = triage.rules.map((rule) => rule.id);
  return [
    ...(fired.includes("u1-suicidal") ? (["stayOnLine"] as const) : []),
    ...(triage.urgency === "U1" || triage.urgency === "U2" ? (["shiftLead"] as const) : []),
    ...(fired.includes("u2-detained") ? (["noHarm", "heldDetails"] as const) : []),
  ];
}

function addressee(id: AuthorityId, region: string): Addressee {
  const seat = seats[id];
  return {
    id,
    label: authorities[id],
    seat,
    ...(seat === "home" && region.trim() !== "" ? { region } : {}),
    terms: termsOf[id].map((term) => ({ id: term, ...terms[term] })),
  };
}

interface Situation {
  readonly grievances: readonly Grievance[];
  readonly region: string;
  readonly service: string | undefined;
}

function ofDraft(draft: Draft): Situation {
  return { grievances: draft.grievances, region: draft.region, service: draft.service };
}

function ofCase(known: Case): Situation {
  return {
    grievances: known.grievances,
    region: presentValue(known, "region").values[0]?.value ?? "",
    service: presentValue(known, "service").values[0]?.known,
  };
}

/** The first thing not yet said, in speaking order; danger before all. */
function scriptLineOf(draft: Draft, triage: Triage): ScriptLineId {
  if (triage.rules.some((rule) => rule.id === "u1-suicidal")) return "danger";
  if (draft.safeToSpeak === "no") return "callBack";
  switch (draft.kind) {
    case undefined:
      return "greeting";
    case "nothing":
      return "quiet";
    case "support":
      return "listen";
    case "information":
      return "inform";
    case "aboutSoldier":
    case "soldierHimself":
    case "followUp":
      return nextQuestion(draft);
  }
}

function nextQuestion(draft: Draft): ScriptLineId {
  const himself = draft.kind === "soldierHimself";
  const known = draft.attachTo !== undefined;
  const isBlank = (text: string): boolean => text.trim() === "";
  const questions: readonly (readonly [ScriptLineId, boolean])[] = [
    ["safe", draft.safeToSpeak === "unasked"],
    ["phone", draft.phones.every((phone) => isBlank(phone.raw))],
    ["consent", draft.consent.length === 0 && !known],
    ["caller", isBlank(draft.callerName) && draft.relation === undefined && !himself],
    ["soldierName", isBlank(draft.soldierName) && !known],
    ["birth", isBlank(draft.birth) && !known],
    ["region", isBlank(draft.region) && !known],
    ["service", draft.service === undefined && !known],
    ["unit", isBlank(draft.unit) && !known],
    ["lastContact", isBlank(draft.lastContact) && !known && !himself],
    ["whatHappened", isBlank(draft.summary)],
    ["whoTold", draft.source === "unknown" && !himself],
    ["writtenTo", isBlank(draft.writtenTo.authority) && !known],
    ["promise", isBlank(draft.promise.what) && isBlank(draft.promise.due)],
  ];
  return questions.find(([, open]) => open)?.[0] ?? "closing";
}

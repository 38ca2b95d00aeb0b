/** Words and rules of the paper office: what may happen in a folder, what follows from it, and how it is said. */
export * from "./appeals/index.ts";
export * from "./attachments/index.ts";
export * from "./callbacks/index.ts";
export * from "./card.ts";
export { cardToPayload, readCard } from "./card-text.ts";
export { isMoreUrgent, type Case, type Urgency, type UrgencyCode } from "./case.ts";
export * from "./claims/index.ts";
export * from "./command.ts";
export * from "./counters.ts";
export * from "./day.ts";
export * from "./drops/index.ts";
export { decide, longestText, type Decision, type Given } from "./decide.ts";
export * from "./duty/index.ts";
export * from "./event.ts";
export { foldSheet, foldSheets, type Folder } from "./folder.ts";
export * from "./id.ts";
export * from "./incoming/index.ts";
export * from "./outgoing/index.ts";
export * from "./incident/index.ts";
export * from "./intake/index.ts";
export * from "./lists.ts";
export * from "./make-card.ts";
export {
  nextStepsOf,
  type Addressee,
  type NextStepId,
  type NextSteps,
  type ScriptLineId,
} from "./next-steps.ts";
export { newNumber, numberToText, readNumber } from "./number.ts";
export * from "./overview/index.ts";
export type {
  Consent,
  Contact,
  Fact,
  Letter,
  Naming,
  Note,
  Papers,
  Person,
  Stamp,
  Task,
  TimelineRow,
} from "./papers.ts";
export { reasonInWords } from "./people/explain.ts";
export { regionLabel, regionOf, regionRows, tileGrid, type Tile } from "./places/index.ts";
export {
  isManyValued,
  presentConsent,
  presentStatistics,
  presentValue,
  type PresentValue,
} from "./present.ts";
export * from "./record/index.ts";
export { readEvents, type ReadEvents } from "./read-events.ts";
export * from "./refusal.ts";
export * from "./result.ts";
export * from "./referral/index.ts";
export * from "./retention/index.ts";
export * from "./rights/index.ts";
export * from "./same/index.ts";
export type { Shift } from "./shift.ts";
export { triageOf, type FiredRule, type Triage, type TriageRuleId } from "./triage.ts";
export {
  authorities,
  terms,
  type AuthorityId,
  type Seat,
  type Term,
  type TermId,
} from "./words/authorities.ts";
export { refusalValues, refusalWords } from "./words/refusals.ts";
export { triageReasons } from "./words/triage.ts";
export * from "./words/vocabularies.ts";

/** Claims: who said what, through whom, who denies it, and what that amounts to. */
export { answerLedger } from "./answer.ts";
export { claimReviewsOf, provOf, publicNameOf, type Reviewer } from "./claim-review.ts";
export { isSpecific, type Denial } from "./denial.ts";
export { voicesOf, type Attribution, type Cast, type ChainStanding } from "./depth.ts";
export {
  enterInLedger,
  eventsOfLedger,
  foldLedgerEvent,
  foldLedgerEvents,
  LedgerEvent,
  type EntryRefusal,
} from "./event.ts";
export { countedBy, figureLines, type DrawnLine, type FigureLine } from "./figure-lines.ts";
export { readFigure, remainderOf, type FigureReading } from "./figure.ts";
export {
  isHeld,
  weigh,
  type ClaimStanding,
  type Grade,
  type IncidentStanding,
  type Standing as LedgerStanding,
} from "./grade.ts";
export {
  explainIndependence,
  independenceOf,
  testimonyAmong,
  type ExplainedIndependence,
  type Independence,
  type OneBecause,
  type WayCounted,
} from "./independence.ts";
export {
  Agent,
  AppealAct,
  Chain,
  Claim,
  emptyLedger,
  EvidenceItem,
  Figure,
  Incident,
  Judgement,
  LedgerPlace,
  LedgerRelation,
  notStated,
  Segment,
  type AgentId,
  type ChainId,
  type ClaimId,
  type FigureId,
  type IncidentId,
  type ItemId,
  type Ledger,
  type PlaceId,
  type Wording,
} from "./model.ts";
export { readLedger, siftLedger, type Sifted } from "./read.ts";
export type { LedgerRefusal } from "./refusal.ts";
export { isTakenBack, isToBeLookedAt, isUsable, type Soundness } from "./rests.ts";
export type { StandingKind } from "./self-speech.ts";
export { standingsOf, type Standings } from "./standings.ts";
export { hasHiddenSigns } from "./signs.ts";
export { chainFindings, claimFindings, gradeInWords, incidentFindings, ledgerToFile } from "./write.ts";
export { mayMeet, spanOf, type TimeSpan } from "./edtf.ts";
export type { OneBecauseOf } from "./presumed.ts";
export { answerInLedger } from "./shown/answer.ts";
export * from "./shown/asked.ts";
export {
  entriesOfQuick,
  isFromCircle,
  voicesOfCase,
  type QuickEntries,
  type QuickEntry,
  type Voice,
} from "./quick-entry.ts";

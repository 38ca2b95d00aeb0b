/** Appeals: legal packs as data, and the dates that follow from them. */
export * from "./deadline.ts";
export {
  type Disagreement,
  type ExamplesFile,
  fillExamples,
  type Filled,
  readExamples,
  type StepRefusal,
} from "./examples.ts";
export { loadPack, loadSignedPack, type LoadedPack } from "./pack/load.ts";
export { locate, type Located, type Place } from "./pack/locate.ts";
export {
  type Authority,
  type Calendar,
  type Escalation,
  type Extension,
  type Ground,
  inLang,
  type Interpretation,
  type Level,
  type Pack,
  type Route,
  type Rule,
  type Template,
  type Term as LegalTerm,
} from "./pack/pack.ts";
export type { Role, Rollover, Start, Unit, Words } from "./pack/shape.ts";
export { type JsonPath, pathText, type Problem } from "./pack/problem.ts";
export { type SlotUse, slotsOf, slotsUsed } from "./pack/template-check.ts";
export { type PackSignature, signedPart, type VerifySignature } from "./pack/signature.ts";
export { type SkippedDay, traceOf, type TraceStep } from "./trace.ts";
export { dayInWords } from "./count-words.ts";
export { levelWords, stepInWords, traceInWords } from "./trace-words.ts";
export { triggerWords } from "./trigger-words.ts";
export { type Offer, offersOf } from "./escalation.ts";
export * from "./facts.ts";
export {
  addresseeOf,
  factsOf,
  type Appeal,
  type AppealAnswer,
  type AppealCourse,
  type AppealForwarding,
  type Helped,
  type Signatory,
} from "./appeal.ts";
export type { CardAppeal } from "./card.ts";
export type { AppealCommand, AppealCommandOf, SeatGiven, SignatoryGiven } from "./command.ts";
export { isAppealEvent, type AppealEvent } from "./event.ts";
export { loopIn } from "./loop.ts";
export { type Clock, type ClockState } from "./clock.ts";
export { type Overlay, type Stage as AppealStage, type Standing, standingOf } from "./standing.ts";
export { channelGuard, guardsOf, type Guard, type GuardType } from "./letter/guards.ts";
export { addressed, declineName } from "./letter/names.ts";
export {
  letterPage,
  slotsOfTemplate,
  type BlockType,
  type LetterBlock,
  type LetterPage,
  type SignatureRow,
  type Slots,
} from "./letter/page.ts";
export { signaturesOf, slotsFrom } from "./letter/slots.ts";
export { type Answering, answeringOf } from "./board/answering.ts";
export {
  type BoardDate,
  boardLines,
  type BoardLine,
  type BoardList,
  boardLists,
  byUrgency,
  type DateKind,
} from "./board/board.ts";
export { icsOf } from "./board/ics.ts";
export { answerAppeals, isAppealsQuery } from "./asked/answer.ts";
export type * from "./asked/asked.ts";
export type { AppealsOffice, CaseOnBoard } from "./asked/office.ts";
export { dayThere } from "./zone.ts";

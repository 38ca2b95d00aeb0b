/** Names of people: read, compared, weighed, found. */
export { readSaidBirth, birthLikeness, type SaidBirth, type BirthLevel } from "./birth.ts";
export { compareAll, compareNames, nameOf, scoreOf, type NameLikeness } from "./compare.ts";
export {
  decline,
  declineSaid,
  type Case as NameCase,
  type Gender,
  type NamePart,
  type NameWord,
} from "./decline.ts";
export {
  explain,
  nameReasons,
  reasonInWords,
  reasonsOf,
  type Reason,
  type ReasonField,
  type ReasonLevel,
} from "./explain.ts";
export {
  blockKeys,
  hash as hashOfKey,
  keysOfBlock,
  largestBlock,
  linkReports,
  type LinkOptions,
  type ReportLink,
} from "./index/link.ts";
export { openNamesAhead, openNamesReader, type ReadNames, type ToRead } from "./index/names-ahead.ts";
export { reportsAtHand } from "./index/reports-at-hand.ts";
export { namesIn, openReportIndex, type RawReport, type ReportIndex } from "./index/report-index.ts";
export { openRosterIndex, type Found, type RosterIndex } from "./index/roster-index.ts";
export { rememberingComparer, type PartLevel, type PartLikeness, type Shares } from "./likeness.ts";
export { namesInText } from "./names-in-text.ts";
export { normaliseName } from "./normalise.ts";
export { possible, propose, type Proposal } from "./propose.ts";
export { makeReady } from "./ready.ts";
export { readingsOf, sexOfReading, type PersonName, type NameReading } from "./roles.ts";
export { coarseShares } from "./shares.ts";
export {
  mostBegun,
  mostBits,
  phoneFigures,
  weighNamed,
  weighReports,
  type Commonness,
  type FieldLevel,
  type SoldierReport,
  type ReportPair,
  type Weighed,
} from "./weigh.ts";
export type { ReasonLanguage } from "./reason-words.ts";

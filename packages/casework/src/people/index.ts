/** Names of people: read, compared, weighed, found. */
export { readBirth, birthLikeness, type Birth, type BirthLevel } from "./birth.ts";
export { compareNames, nameOf, scoreOf, type NameLikeness } from "./compare.ts";
export { decline, declineSaid, type Case, type Gender, type NamePart, type NameWord } from "./decline.ts";
export {
  explain,
  nameReasons,
  reasonInWords,
  reasonsOf,
  type Reason,
  type ReasonField,
  type ReasonLevel,
} from "./explain.ts";
export { linkReports, type Link, type LinkOptions } from "./index/link.ts";
export { openReportIndex, type RawReport, type ReportIndex } from "./index/report-index.ts";
export { openRosterIndex, type Found, type RosterIndex } from "./index/roster-index.ts";
export type { PartLevel, PartLikeness, Shares } from "./likeness.ts";
export { normaliseName } from "./normalise.ts";
export { propose, type Proposal } from "./propose.ts";
export { readingsOf, sexOfReading, type PersonName, type Reading } from "./roles.ts";
export { coarseShares } from "./shares.ts";
export {
  phoneKey,
  weigh,
  type Commonness,
  type FieldLevel,
  type Report,
  type ReportPair,
  type Weighed,
} from "./weigh.ts";
export type { Language } from "./reason-words.ts";

/** Names of people: read, compared, weighed, found. */
export { readBirth, birthLikeness, type Birth, type BirthLevel } from "./birth.ts";
export { compareNames, nameOf, scoreOf, type NameLikeness } from "./compare.ts";
export { linkReports, type Link, type LinkOptions } from "./index/link.ts";
export { openReportIndex, type RawReport, type ReportIndex } from "./index/report-index.ts";
export { openRosterIndex, type Found, type RosterIndex } from "./index/roster-index.ts";
export type { PartLevel, PartLikeness, Shares } from "./likeness.ts";
export { normaliseName } from "./normalise.ts";
export { propose, type Proposal } from "./propose.ts";
export { readingsOf, sexOfReading, type PersonName, type Reading } from "./roles.ts";
export { coarseShares } from "./shares.ts";
export { phoneKey, weigh, type Commonness, type FieldLevel, type Report, type Weighed } from "./weigh.ts";

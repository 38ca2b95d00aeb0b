/** What may be public: counts, the disclosure audit, the publication rules, releases. */
export { auditOf, type Breach, type Need } from "./audit.ts";
export { boundsOf } from "./bounds.ts";
export { manifestOf, mirrorOf, pagesOf } from "./pages/pages.tsx";
export type { PublicFile, Site } from "./pages/site.ts";
export { isWholeWeeks, meetingOf, periodText, week, type Meeting, type Period } from "./period.ts";
export {
  puzzleOf,
  type Cell,
  type Interval,
  type Line,
  type Puzzle,
  type Sum,
  type Unknown,
} from "./puzzle.ts";
export { type Correction, type Entry, type OfficeLine } from "./entries.ts";
export type { Change } from "./publishing/changes.ts";
export { deskCodes, deskDomain, tableNames, tablesFor, type TableName } from "./publishing/domain.ts";
export { readFiled, type Filed } from "./publishing/filed.ts";
export {
  archiveOf,
  examineRelease,
  prepareRelease,
  signedRelease,
  type Examined,
  type Examining,
  type Objection,
  type PageSignature,
  type Prepared,
  type PrepareRefusal,
  type Shown,
  type Standing,
  type Told,
  type Wanted,
} from "./publishing/prepare.ts";
export {
  mattersOf,
  officialsOf,
  publicClaimsOf,
  type Matter,
  type Provenance,
  type Words,
} from "./record.ts";
export {
  draftRelease,
  release,
  type Asked as ReleaseAsked,
  type DraftRefusal,
  type Printable,
  type PrintedCell,
  type PrintedTable,
  type Release,
  type ReleaseDraft,
  type ReleaseRefusal,
  type Signing,
} from "./release.ts";
export {
  judgeClaims,
  type Judged,
  type PublicAgent,
  type PublicClaim,
  type PublicPlace,
  type RuleContext,
  type RuleId,
  type TraceLine,
} from "./rules.ts";
export { suppressed, type Reason, type Suppressed } from "./suppress.ts";
export {
  countTable,
  thresholdOf,
  type CountedTable,
  type Domain,
  type PressFact,
  type TableCell,
  type TableSpec,
} from "./table.ts";
export { countedLine, unionOf, type LedgerLine, type Union } from "./union.ts";
export type { TellTale } from "./tell-tales.ts";
export { answerVectors } from "./vectors.ts";

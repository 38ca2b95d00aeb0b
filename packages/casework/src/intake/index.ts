/** What a form and a phone desk need to take a call in. Light: it knows no cases. */
export { readBirth, type Birth } from "./birth.ts";
export { dayFault } from "./day-text.ts";
export {
  Draft,
  emptyDraft,
  emptyPhone,
  isEmpty,
  readDraft,
  type DraftField,
  type DraftPhone,
} from "./draft.ts";
export { KIND_BYTES, kindOf, lookOf, type FileKind } from "./file-kind.ts";
export { readDay, readDue } from "./moment.ts";
export { suggestFrom } from "./paste.ts";
export { readPhone, type Phone } from "./phone.ts";
export { draftOfReport, readReport, Report, ReportFile } from "./report.ts";
export { wellFormed, wellFormedAll } from "./text.ts";

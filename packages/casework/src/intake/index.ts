/** What a form and a phone desk need to take a call in. Light: it knows no cases. */
export { Draft, emptyDraft, emptyPhone, isEmpty, readDraft, type DraftField, type DraftPhone } from "./draft.ts";

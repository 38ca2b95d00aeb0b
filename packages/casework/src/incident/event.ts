/**
 * What happens in an incident folder: cases that a rule proposed and a person gathered as one happening; one let go again,
 * the whole taken back; and what the families were told. Each is signed like everything else.
 */
import * as v from "valibot";

import { momentSchema } from "../day.ts";
import { id, type CaseId, type FolderId } from "../id.ts";
import { codeOf, grievances } from "../words/vocabularies.ts";

const words = v.pipe(v.string(), v.maxLength(200_000));
export const MOST_CASES = 200;
const cases = v.pipe(v.array(id<CaseId>()), v.minLength(1), v.maxLength(MOST_CASES));

export const incidentEvents = [
  v.strictObject({
    type: v.literal("IncidentGathered"),
    incident: id<FolderId>(),
    unit: words,
    grievance: codeOf(grievances),
    /** The Monday of the week. */
    week: momentSchema,
    cases,
  }),
  v.strictObject({ type: v.literal("CasesGathered"), cases }),
  v.strictObject({ type: v.literal("CaseLetGo"), case: id<CaseId>(), reason: words }),
  v.strictObject({ type: v.literal("IncidentTakenBack"), reason: words }),
  v.strictObject({
    type: v.literal("FamiliesTold"),
    text: words,
    asks: v.boolean(),
    told: v.pipe(v.array(id<CaseId>()), v.maxLength(MOST_CASES)),
    /** Nobody of them left a receipt, or their folder was not at hand: they are still to be told. */
    untold: v.pipe(
      v.array(v.strictObject({ case: id<CaseId>(), why: v.pipe(v.string(), v.maxLength(64)) })),
      v.maxLength(MOST_CASES),
    ),
  }),
] as const;

export type IncidentEvent = v.InferOutput<(typeof incidentEvents)[number]>;

const types: ReadonlySet<string> = new Set(incidentEvents.map(({ entries }) => entries.type.literal));

export function isIncidentEvent(event: { readonly type: string }): event is IncidentEvent {
  return types.has(event.type);
}

/** Anything that may happen in an incident folder: few cases, so that events speak of each other. */
import fc from "fast-check";

import type { Moment } from "../../day.ts";
import type { Event } from "../../event.ts";
import type { CaseId, FolderId } from "../../id.ts";

const idOf = (name: string) => name.padEnd(22, "_");
export const caseNames = ["case", "case2", "case3", "case4"].map((name) => idOf(name) as CaseId);

const aCase = fc.constantFrom(...caseNames);
const cases = fc.array(aCase, { minLength: 1, maxLength: 4 });
const reason = fc.constantFrom("another unit", "");

export const anyIncidentEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    type: fc.constant("IncidentGathered" as const),
    incident: fc.constant(idOf("incident") as FolderId),
    unit: fc.constantFrom("в/ч 98989", ""),
    grievance: fc.constantFrom("C1" as const, "A1" as const),
    week: fc.constant("2022-11-07T00:00:00.000Z" as Moment),
    cases,
  }),
  fc.record({ type: fc.constant("CasesGathered" as const), cases }),
  fc.record({ type: fc.constant("CaseLetGo" as const), case: aCase, reason }),
  fc.record({ type: fc.constant("IncidentTakenBack" as const), reason }),
  fc.record({
    type: fc.constant("FamiliesTold" as const),
    text: fc.constant("We have written."),
    asks: fc.boolean(),
    told: cases,
    untold: fc.array(fc.record({ case: aCase, why: fc.constant("NobodyToAnswer") }), { maxLength: 2 }),
  }),
);

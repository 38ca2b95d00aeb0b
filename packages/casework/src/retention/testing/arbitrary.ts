import fc from "fast-check";

import type { RetentionEvent } from "../event.ts";
import { ruleIds } from "../rule.ts";

const day = fc
  .date({ min: new Date("2022-02-24"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((one) => one.toISOString().slice(0, 10));
const reason = fc.string({ unit: "binary", maxLength: 20 });

export const anyRetentionEvent = fc.oneof(
  fc.record({ type: fc.constant("ExpiryProposed"), rule: fc.constantFrom(...ruleIds) }),
  fc.record({ type: fc.constant("ExpiryTakenBack") }),
  fc.record({ type: fc.constant("CaseKept"), until: day, reason }),
) as unknown as fc.Arbitrary<RetentionEvent>; // a day of the calendar is a brand

import fc from "fast-check";

import type { CaseId, ReferralId } from "../../id.ts";
import { consentWays, type ReferralEvent } from "../event.ts";

const referral = fc.nat(2).map((n) => `referral${n}`.padEnd(22, "_") as ReferralId);
const reason = fc.string({ unit: "binary", maxLength: 20 });
const told = fc.record({
  referral,
  desk: fc.constantFrom("desk-a".padEnd(22, "_"), "desk-b".padEnd(22, "_")),
  deskName: fc.constantFrom("Юристы", ""),
  other: fc.constant("case-there".padEnd(22, "_") as CaseId),
  consent: fc.record({
    by: fc.constantFrom("мать", "сам"),
    how: fc.constantFrom(...consentWays),
    day: fc.constant("2022-11-08" as const),
  }),
  reason,
});

export const anyReferralEvent = fc.oneof(
  fc.tuple(fc.constantFrom("CaseReferred", "CaseReceived"), told).map(([type, rest]) => ({ type, ...rest })),
  fc.record({ type: fc.constantFrom("CaseSentBack", "CaseCameBack"), referral, reason }),
) as unknown as fc.Arbitrary<ReferralEvent>; // a day of the calendar is a brand

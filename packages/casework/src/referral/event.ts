/**
 * A case that another desk goes on with, and that may come back. The other desk has a folder of its own with a key of its own; here stands
 * where it went and who of the family agreed, there what was known on that day.
 */
import * as v from "valibot";

import { daySchema } from "../day.ts";
import { id, type CaseId, type ReferralId } from "../id.ts";

const words = v.pipe(v.string(), v.maxLength(200_000));
const deskId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));

export const consentWays = ["spoken", "written"] as const;

/** Who of the family agreed that the other desk reads it, how, and on which day. */
const consent = v.strictObject({
  by: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
  how: v.picklist(consentWays),
  day: daySchema,
});
export type ReferralConsent = v.InferOutput<typeof consent>;

const told = {
  referral: id<ReferralId>(),
  /** The desk at the other end, and its case. */
  desk: deskId,
  deskName: v.pipe(v.string(), v.maxLength(500)),
  other: id<CaseId>(),
  consent,
  reason: words,
} as const;

export const referralEvents = [
  v.strictObject({ type: v.literal("CaseReferred"), ...told }),
  v.strictObject({ type: v.literal("CaseReceived"), ...told }),
  v.strictObject({ type: v.literal("CaseSentBack"), referral: id<ReferralId>(), reason: words }),
  v.strictObject({ type: v.literal("CaseCameBack"), referral: id<ReferralId>(), reason: words }),
] as const;

export type ReferralEvent = v.InferOutput<(typeof referralEvents)[number]>;

const types: ReadonlySet<string> = new Set(referralEvents.map((schema) => schema.entries.type.literal));

export function isReferralEvent(event: { readonly type: string }): event is ReferralEvent {
  return types.has(event.type);
}

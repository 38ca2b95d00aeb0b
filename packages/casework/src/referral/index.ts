/** A case that another desk goes on with. */
export { isReferralCommand, type ReferralCommand } from "./command.ts";
export { consentWays, isReferralEvent, type ReferralConsent, type ReferralEvent } from "./event.ts";
export type { Referral } from "./fold.ts";

/** Where a case went and whence it came, oldest first. */
import type { Case } from "../case.ts";
import type { Event } from "../event.ts";
import type { CaseId, ReferralId } from "../id.ts";
import type { Stamp } from "../papers.ts";
import type { ReferralConsent, ReferralEvent } from "./event.ts";

export interface Referral extends Stamp {
  readonly referral: ReferralId;
  readonly way: "out" | "in";
  readonly desk: string;
  readonly deskName: string;
  readonly other: CaseId;
  readonly consent: ReferralConsent;
  readonly reason: string;
  /** It went back to the desk that it came from. */
  readonly back?: Stamp & { readonly reason: string };
}

export function foldReferral(
  known: readonly Referral[],
  event: ReferralEvent,
  stamp: Stamp,
): readonly Referral[] {
  switch (event.type) {
    case "CaseReferred":
    case "CaseReceived": {
      if (known.some((one) => one.referral === event.referral)) return known;
      const { type, ...told } = event;
      return [...known, { ...stamp, ...told, way: type === "CaseReferred" ? "out" : "in" }];
    }
    case "CaseSentBack":
    case "CaseCameBack":
      return known.map((one) =>
        one.referral === event.referral && !one.back
          ? { ...one, back: { ...stamp, reason: event.reason } }
          : one,
      );
  }
}

/**
 * Note: One referral, two devices. Two members who sit at both desks may refer one case in the same moment: the folder is one, and each
 * sheet tells the case whole. People, calls, facts, letters and notes have ids, and are there once; of what has none the second sheet
 * says again only what the first did not say.
 */
export function withoutReceivedAgain(known: Case, events: readonly Event[]): readonly Event[] {
  const isAgain = events.some(
    (event) =>
      event.type === "CaseReceived" && known.referrals.some((one) => one.referral === event.referral),
  );
  return isAgain ? events.filter((event) => !isThere(known, event)) : events;
}

function isThere({ consents, namings, urgencies }: Case, event: Event): boolean {
  if (event.type === "ConsentGiven")
    return consents.some(
      (one) =>
        one.person === event.person && one.contact === event.contact && isSame(one.scopes, event.scopes),
    );
  if (event.type === "GrievancesNamed")
    return namings.some((one) => one.contact === event.contact && isSame(one.codes, event.codes));
  if (event.type === "UrgencySet")
    return urgencies.some((one) => one.urgency === event.urgency && one.reason === event.reason);
  return false;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, at) => word === other[at]);
}

/** Where a case went and whence it came, oldest first. */
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

import type { Case } from "../case.ts";
import type { CaseId, ReferralId } from "../id.ts";
import type { ReferralConsent } from "./event.ts";

interface Told {
  readonly referral: ReferralId;
  readonly desk: string;
  readonly deskName: string;
  readonly other: CaseId;
  readonly consent: ReferralConsent;
  readonly reason: string;
}

/** The first of each two is said at one desk, the second at the other, by somebody who sits at both. */
export type ReferralCommand =
  | ({ readonly type: "ReferCase"; readonly case: CaseId } & Told)
  /** `known`: the case at the desk that it comes from. */
  | ({ readonly type: "ReceiveCase"; readonly case: CaseId; readonly known: Case } & Told)
  | {
      readonly type: "SendCaseBack";
      readonly case: CaseId;
      readonly referral: ReferralId;
      readonly reason: string;
    }
  | {
      readonly type: "TakeCaseBack";
      readonly case: CaseId;
      readonly referral: ReferralId;
      readonly reason: string;
    };

const types: Readonly<Record<ReferralCommand["type"], true>> = {
  ReferCase: true,
  ReceiveCase: true,
  SendCaseBack: true,
  TakeCaseBack: true,
};

export function isReferralCommand(command: { readonly type: string }): command is ReferralCommand {
  return Object.hasOwn(types, command.type);
}

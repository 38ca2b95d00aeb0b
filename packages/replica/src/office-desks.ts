/** The part of the office that concerns several desks: which one is shown, and a case that goes from one to another. */
import type { CaseId, Refusal, ReferralConsent } from "@answerable/casework";
import type { DeskId } from "@answerable/wire";

import type { OfficeRefusal } from "./office.ts";

export interface DeskRow {
  readonly id: DeskId;
  /** Its number among all desks of the helpline: where it has no name, or none that can be read here. */
  readonly number: number;
  readonly name?: string;
  readonly purpose?: string;
  /** Sheets recorded there on this device and not yet sent. */
  readonly unsent: number;
}

/** NoSeat: the list of people does not let this member sit there. Unreachable: it was never open on this device, and there is no line. */
export type ShowRefusal =
  | { readonly type: "Locked" }
  | { readonly type: "NoSeat" }
  | { readonly type: "Unreachable" };

export interface Refer {
  readonly case: CaseId;
  readonly desk: DeskId;
  readonly consent: ReferralConsent;
  readonly reason: string;
}

export type ReferRefusal = Refusal | OfficeRefusal | ShowRefusal;

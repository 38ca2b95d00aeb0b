/**
 * The name under which a telephone is leased at the server: 16 bytes that follow from the desk's first secret, so that all
 * its devices say the same, whatever epoch they have come to, and the server can neither read nor guess a number.
 */
import { idFrom, type DeviceId, type LeaseClaim, type LeaseToken } from "@answerable/wire";

import type { DeskSecrets } from "./desk-keys.ts";
import { derived } from "./kdf.ts";

export interface LeaseName {
  readonly token: LeaseToken;
  /** The same for this device as long as it lives: after a crash it finds its own lease. */
  readonly claim: LeaseClaim;
}

export function leaseName({ desk, secrets }: DeskSecrets, what: string, device: DeviceId): LeaseName {
  const [first] = [...secrets].toSorted(([a], [b]) => a - b);
  if (!first) throw new Error("a desk has a secret");
  const [, secret] = first;
  return {
    token: idFrom<LeaseToken>(derived(secret, "answerable/lease/1", [desk, what]).subarray(0, 16)),
    claim: idFrom<LeaseClaim>(
      derived(secret, "answerable/lease-claim/1", [desk, what, device]).subarray(0, 16),
    ),
  };
}

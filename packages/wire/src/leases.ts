/**
 * Who calls a family back, so that two do not at once. A lease is a token and an expiry: the token is an HMAC under a key
 * of the desk, so that the server learns neither number nor name, and `claim` stands for one device's holding of it and for
 * nothing else. Nothing depends on a lease but courtesy: the queue itself is in the sealed folders.
 */
import * as v from "valibot";

import type { Brand } from "./brand.ts";
import { id } from "./ids.ts";

export type LeaseToken = Brand<string, "LeaseToken">;
export type LeaseClaim = Brand<string, "LeaseClaim">;

export const LONGEST_LEASE_SECONDS = 1_800;

/** PUT desks/:desk/leases/:token. No seconds: it is given back. */
export const LeaseAsk = v.strictObject({
  claim: id<LeaseClaim>(),
  seconds: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(LONGEST_LEASE_SECONDS)),
});
export type LeaseAsk = v.InferOutput<typeof LeaseAsk>;

/** Held: it is yours for so long from the moment you asked. Taken: another has it for so long still. */
export const LeaseAnswer = v.variant("type", [
  v.strictObject({ type: v.literal("Held"), seconds: v.number() }),
  v.strictObject({ type: v.literal("Taken"), seconds: v.number() }),
]);
export type LeaseAnswer = v.InferOutput<typeof LeaseAnswer>;

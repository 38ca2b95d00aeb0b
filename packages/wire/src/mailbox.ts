/**
 * Where a family finds the desk's answer. A mailbox is named by the locator on the receipt and the public key that follows
 * from the receipt's secret; it exists from the first answer on. Whoever asks with a signature gets one page of constant
 * size, whether there is an answer or not, so that neither the wire nor a guesser can tell.
 */
import * as v from "valibot";

import { bytesTextOf } from "./bytes.ts";
import { labelled } from "./canonical.ts";
import type { DeskId, Hash } from "./ids.ts";

/** A page: four bytes of length (little-endian), an age file of that length, random bytes. Length 0: nothing there yet. */
export const MAIL_PAGE_BYTES = 65_536;

/** Letters that look the same in Latin and Cyrillic, and figures. */
export const RECEIPT_SYMBOLS = "ABEKMHPCTYX0123456789";
export const Locator = v.pipe(v.string(), v.regex(/^[ABEKMHPCTYX0-9]{5}$/));

export const MailChallengeRequest = v.strictObject({ locator: Locator });
export const MailChallenge = v.strictObject({ challenge: v.pipe(v.string(), v.maxLength(200)) });
export type MailChallenge = v.InferOutput<typeof MailChallenge>;

/** `tell`: the family allows the desk to know the day on which it was read. */
export const MailRequest = v.strictObject({
  locator: Locator,
  key: bytesTextOf(32),
  challenge: v.pipe(v.string(), v.maxLength(200)),
  tell: v.boolean(),
  signature: bytesTextOf(64),
});
export type MailRequest = v.InferOutput<typeof MailRequest>;

export interface MailAsking extends Pick<MailRequest, "locator" | "challenge" | "tell"> {
  readonly charter: Hash;
  readonly desk: DeskId;
}

export function mailMessage({ charter, desk, locator, challenge, tell }: MailAsking): Uint8Array {
  return labelled("answerable/mailbox/1", { charter, desk, locator, challenge, tell });
}

/** From the desk. The page holds the whole correspondence so far; number n replaces number n-1. */
export const Mail = v.strictObject({
  v: v.literal(1),
  locator: Locator,
  key: bytesTextOf(32),
  number: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(100_000)),
  page: bytesTextOf(MAIL_PAGE_BYTES),
});
export type Mail = v.InferOutput<typeof Mail>;

/** Older: the mailbox already has page `number`, and it is not this one. */
export const MailAnswer = v.variant("type", [
  v.strictObject({ type: v.literal("Taken") }),
  v.strictObject({ type: v.literal("Older"), number: v.number() }),
]);
export type MailAnswer = v.InferOutput<typeof MailAnswer>;

/** Mailboxes whose family allowed it to be told: page `number` was fetched on that day. */
export const MailReads = v.strictObject({
  reads: v.array(
    v.strictObject({
      key: bytesTextOf(32),
      number: v.number(),
      day: v.pipe(v.string(), v.isoDate()),
    }),
  ),
});
export type MailReads = v.InferOutput<typeof MailReads>;

/**
 * Letters from outside. A form puts its ciphertext under a random id of its own making, so a retry finds itself there. The
 * server adds the desk's next drop place and the day, never the second, and signs that it has filed these bytes.
 */
import * as v from "valibot";

import { bytesText, bytesTextOf } from "./bytes.ts";
import { labelled } from "./canonical.ts";
import { hashSchema, id, periodSchema, type DeskId, type DropId } from "./ids.ts";

/** A letter with its small papers; what is larger goes as a blob. */
export const MAX_DROP_BYTES = 4_194_304;
export const PERIOD_HEADER = "x-answerable-period";

const day = v.pipe(v.string(), v.isoDate());
const dropPlace = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** `body` is an age file to the desk's intake key of that period. */
export const SealedDrop = v.strictObject({
  v: v.literal(1),
  desk: id<DeskId>(),
  id: id<DropId>(),
  period: periodSchema,
  body: bytesText(MAX_DROP_BYTES),
});
export type SealedDrop = v.InferOutput<typeof SealedDrop>;

/** Drops have places of their own, apart from the sheets': 1, 2, 3, … within the desk. */
export const PlacedDrop = v.strictObject({ place: dropPlace, day, drop: SealedDrop });
export type PlacedDrop = v.InferOutput<typeof PlacedDrop>;

/** The stream of drops: the head first, an end last. A stream without its end was cut. */
export const DropLine = v.union([
  v.strictObject({ head: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) }),
  PlacedDrop,
  v.strictObject({ end: v.literal(true) }),
]);
export type DropLine = v.InferOutput<typeof DropLine>;

/** What the family can show: on that day the server had a letter with this hash, and knew nothing else of it. */
export const ProofOfFiling = v.strictObject({
  v: v.literal(1),
  hash: hashSchema,
  day,
  /** The server's Ed25519 key for this purpose. */
  key: bytesTextOf(32),
  signature: bytesTextOf(64),
});
export type ProofOfFiling = v.InferOutput<typeof ProofOfFiling>;

export function filingMessage({ hash, day }: Pick<ProofOfFiling, "hash" | "day">): Uint8Array {
  return labelled("answerable/filing/1", { hash, day });
}

/** Taken: filed, also when it had been before. */
export const DropAnswer = v.strictObject({ type: v.literal("Taken"), proof: ProofOfFiling });
export type DropAnswer = v.InferOutput<typeof DropAnswer>;

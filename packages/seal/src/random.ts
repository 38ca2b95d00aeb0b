/**
 * Randomness comes in as an argument and is doubted: a source that throws, gives too little, gives zeros or gives the same
 * bytes twice stops sealing. XChaCha20 with a repeated nonce would give both plaintexts away.
 */
import { equalBytes } from "@noble/ciphers/utils.js";

export type Random = (bytes: number) => Uint8Array;

export class RandomFailed extends Error {
  override readonly name = "RandomFailed";
  constructor() {
    super("the source of randomness failed");
  }
}

/** Fresh random bytes (16 or more), checked against a second draw that is thrown away. */
export function drawn(random: Random, bytes: number): Uint8Array {
  if (bytes < 16) throw new Error("fewer than 16 random bytes are never needed");
  const kept = random(bytes);
  const witness = random(16);
  if (kept.length !== bytes || witness.length !== 16) throw new RandomFailed();
  if (isZero(kept) || isZero(witness) || equalBytes(kept.subarray(0, 16), witness)) throw new RandomFailed();
  return kept;
}

function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

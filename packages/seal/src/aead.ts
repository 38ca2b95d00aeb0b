import { fromText, joined, toText } from "@answerable/wire";
/**
 * XChaCha20-Poly1305 with a random 24-byte nonce: nonce, ciphertext, tag, one after another. The associated data says what
 * this is and where it belongs; moved anywhere else it does not open.
 */
import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";

import { NONCE_BYTES, TAG_BYTES } from "./constants.ts";
import { Damaged, type DamagedPart } from "./damaged.ts";
import { drawn, type Random } from "./random.ts";

export interface Closing {
  readonly key: Uint8Array;
  readonly aad: Uint8Array;
  readonly random: Random;
}

export interface Opening {
  readonly key: Uint8Array;
  readonly aad: Uint8Array;
  /** What to call it if it does not open. */
  readonly what: DamagedPart;
}

export function closed(bytes: Uint8Array, { key, aad, random }: Closing): Uint8Array {
  const nonce = drawn(random, NONCE_BYTES);
  return joined(nonce, xchacha20poly1305(key, nonce, aad).encrypt(bytes));
}

/** Throws Damaged. */
export function opened(body: Uint8Array, { key, aad, what }: Opening): Uint8Array {
  if (body.length < NONCE_BYTES + TAG_BYTES) throw new Damaged(what);
  const nonce = body.subarray(0, NONCE_BYTES);
  try {
    return xchacha20poly1305(key, nonce, aad).decrypt(body.subarray(NONCE_BYTES));
  } catch {
    throw new Damaged(what);
  }
}

export function closedText(bytes: Uint8Array, closing: Closing): string {
  return toText(closed(bytes, closing));
}

export function openedText(text: string, opening: Opening): Uint8Array {
  return opened(bytesOf(text, opening.what), opening);
}

/** Base64url that came from outside. */
export function bytesOf(text: string, what: DamagedPart): Uint8Array {
  try {
    return fromText(text);
  } catch {
    throw new Damaged(what);
  }
}

/** Ed25519 and SHA-256 by node:crypto. OpenSSL verifies cofactorless and refuses s at or above the order; weak keys are refused by the caller. */
import { createHash, createPublicKey, verify as verifyByNode, type KeyObject } from "node:crypto";

import { isStrictKey } from "@answerable/wire";

/** SubjectPublicKeyInfo of Ed25519 up to the key itself (RFC 8410). */
const spkiPrefix = Buffer.from("302a300506032b6570032100", "hex");

export async function verify(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  if (!isStrictKey(publicKey) || signature.length !== 64) return false;
  const key = keyOf(publicKey);
  return key !== undefined && verifyByNode(null, message, key, signature);
}

export function sha256(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest();
}

function keyOf(publicKey: Uint8Array): KeyObject | undefined {
  try {
    return createPublicKey({ key: Buffer.concat([spkiPrefix, publicKey]), format: "der", type: "spki" });
  } catch {
    return undefined; // not a point on the curve
  }
}

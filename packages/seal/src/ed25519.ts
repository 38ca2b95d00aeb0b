import { isStrictKey, joined } from "@answerable/wire";
/**
 * Ed25519 with one meaning on every machine: a strict public key (see isStrictKey in wire), S below the group order, and the
 * cofactorless equation with R compared as bytes. That is what WebCrypto does in OpenSSL and BoringSSL once weak keys are
 * refused before it. noble's own `verify` multiplies by the cofactor even with `zip215: false`, so the fallback spells the
 * equation out from noble's points: otherwise two devices could disagree about one crafted signature.
 */
import { ed25519 } from "@noble/curves/ed25519.js";
import { bytesToNumberLE, equalBytes } from "@noble/curves/utils.js";
import { sha512 } from "@noble/hashes/sha2.js";

import { plain, subtle } from "./subtle.ts";

export interface Signer {
  readonly publicKey: Uint8Array;
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>;
}

/** False for anything that is not a signature by this key over this message. */
export async function verify(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  if (signature.length !== 64 || !isStrictKey(publicKey)) return false;
  return (
    (await verifyNatively(publicKey, message, signature)) ?? verifyInScript(publicKey, message, signature)
  );
}

/** undefined: this WebCrypto has no Ed25519. The key must be strict. */
export async function verifyNatively(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) {
  const key = await natively((crypto) =>
    crypto.importKey("raw", plain(publicKey), "Ed25519", false, ["verify"]),
  );
  return key && subtle?.verify("Ed25519", key, plain(signature), plain(message));
}

/** The same in plain JavaScript. The key must be strict. */
export function verifyInScript(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const { Point } = ed25519;
  const r = signature.subarray(0, 32);
  const s = bytesToNumberLE(signature.subarray(32));
  if (s >= Point.Fn.ORDER) return false;
  const key = pointOf(publicKey);
  if (!key) return false;
  const k = bytesToNumberLE(sha512(joined(r, publicKey, message))) % Point.Fn.ORDER;
  const due = Point.BASE.multiplyUnsafe(s).subtract(key.multiplyUnsafe(k));
  return equalBytes(due.toBytes(), r);
}

/** A signer that holds the seed as a WebCrypto key that cannot be read back, where there is one. */
export async function signerFrom(seed: Uint8Array): Promise<Signer> {
  const publicKey = publicKeyOf(seed);
  const wrapped = plain(joined(pkcs8, seed));
  const key = await natively((crypto) => crypto.importKey("pkcs8", wrapped, "Ed25519", false, ["sign"]));
  wrapped.fill(0);
  if (!key || !subtle) return signerInScript(seed);
  const native = subtle;
  return {
    publicKey,
    sign: async (message) => new Uint8Array(await native.sign("Ed25519", key, plain(message))),
  };
}

export function signerInScript(seed: Uint8Array): Signer {
  const own = Uint8Array.from(seed);
  return { publicKey: publicKeyOf(own), sign: async (message) => ed25519.sign(message, own) };
}

export function publicKeyOf(seed: Uint8Array): Uint8Array {
  return ed25519.getPublicKey(seed);
}

/** RFC 8410: PrivateKeyInfo of an Ed25519 seed, up to the seed. */
const pkcs8 = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20);

async function natively(use: (crypto: SubtleCrypto) => Promise<CryptoKey>): Promise<CryptoKey | undefined> {
  if (!subtle) return undefined;
  try {
    return await use(subtle);
  } catch (error) {
    // Browsers before Ed25519 say NotSupportedError or SyntaxError; anything else is a bug.
    if (error instanceof Error && ["NotSupportedError", "SyntaxError"].includes(error.name)) return undefined;
    throw error;
  }
}

function pointOf(key: Uint8Array) {
  try {
    return ed25519.Point.fromBytes(key, false);
  } catch {
    return undefined;
  }
}

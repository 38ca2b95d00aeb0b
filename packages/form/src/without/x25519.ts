/** Stands in the built pages where the age library tries WebCrypto's X25519 first: here is the way that every browser goes. */
// oxlint-disable-next-line arrows/declared-import -- of the age library's own library
import { x25519 } from "@noble/curves/ed25519.js";

export async function scalarMult(scalar: Uint8Array, point: Uint8Array): Promise<Uint8Array> {
  return x25519.scalarMult(scalar, point);
}

export async function scalarMultBase(scalar: Uint8Array): Promise<Uint8Array> {
  return x25519.scalarMultBase(scalar);
}

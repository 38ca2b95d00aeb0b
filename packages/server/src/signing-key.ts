/** An Ed25519 key of the server's own from 32 secret bytes. Each has one purpose: proofs of filing, or the notes of the log. */
import { createPrivateKey, createPublicKey, sign } from "node:crypto";

/** RFC 8410: PrivateKeyInfo of an Ed25519 seed, up to the seed. */
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");

export interface SigningKey {
  readonly publicKey: Uint8Array;
  readonly sign: (message: Uint8Array) => Uint8Array;
}

export function openSigningKey(seed: Uint8Array): SigningKey {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32);
  return { publicKey: new Uint8Array(publicKey), sign: (message) => sign(null, message, key) };
}

/** The server's word that it had these bytes on that day. Its key is made once and lies in the database with its other secrets. */
import { createPrivateKey, createPublicKey, sign } from "node:crypto";

import { filingMessage, type Hash, type ProofOfFiling } from "@answerable/wire";

import { textOf } from "../bytes.ts";

/** RFC 8410: PrivateKeyInfo of an Ed25519 seed, up to the seed. */
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");

export type Filing = (hash: Hash, day: string) => ProofOfFiling;

export function openFiling(seed: Uint8Array): Filing {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: "der", type: "pkcs8" });
  const publicKey = textOf(createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32));
  return (hash, day) => ({
    v: 1,
    hash,
    day,
    key: publicKey,
    signature: textOf(sign(null, filingMessage({ hash, day }), key)),
  });
}

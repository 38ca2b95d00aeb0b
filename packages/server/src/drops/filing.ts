/** The server's word that it had these bytes on that day. Its key is made once and lies in the database with its other secrets. */
import { filingMessage, type Hash, type ProofOfFiling } from "@answerable/wire";

import { textOf } from "../bytes.ts";
import { openSigningKey } from "../signing-key.ts";

export type Filing = (hash: Hash, day: string) => ProofOfFiling;

export function openFiling(seed: Uint8Array): Filing {
  const key = openSigningKey(seed);
  const publicKey = textOf(key.publicKey);
  return (hash, day) => ({
    v: 1,
    hash,
    day,
    key: publicKey,
    signature: textOf(key.sign(filingMessage({ hash, day }))),
  });
}

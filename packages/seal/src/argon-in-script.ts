/** Argon2id in plain JavaScript: all there is in the family's page, where WebAssembly may not run. The cost is compiled in. */
import { argon2id } from "@noble/hashes/argon2.js";

import { ARGON2 } from "./constants.ts";

export interface Stretching {
  readonly passphrase: Uint8Array;
  readonly salt: Uint8Array;
}

/** 32 bytes. */
export function stretchedInScript({ passphrase, salt }: Stretching): Uint8Array {
  const { memoryKiB, passes, lanes, bytes } = ARGON2;
  return argon2id(passphrase, salt, { m: memoryKiB, t: passes, p: lanes, dkLen: bytes });
}

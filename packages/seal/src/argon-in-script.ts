/** Argon2id in plain JavaScript: all there is in the family's page, where WebAssembly may not run. The cost is compiled in. */
import { argon2id } from "./argon2id.ts";
import { ARGON2 } from "./constants.ts";

export interface Stretching {
  readonly passphrase: Uint8Array;
  readonly salt: Uint8Array;
}

/** 32 bytes. */
export function stretchedInScript({ passphrase, salt }: Stretching): Uint8Array {
  return argon2id({ password: passphrase, salt, ...ARGON2 });
}

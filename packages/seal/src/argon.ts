/** Argon2id: hash-wasm at the desk, our own script where WebAssembly may not run. The cost is compiled in. */
import { argon2id as argon2idInWasm } from "hash-wasm";

import { stretchedInScript, type Stretching } from "./argon-in-script.ts";
import { ARGON2 } from "./constants.ts";

export { stretchedInScript, type Stretching };

export type Stretch = (stretching: Stretching) => Promise<Uint8Array>;

/** 32 bytes. */
export async function stretched(stretching: Stretching): Promise<Uint8Array> {
  if (typeof WebAssembly !== "object") return stretchedInScript(stretching);
  try {
    return await stretchedInWasm(stretching);
  } catch (error) {
    // A page whose CSP has no 'wasm-unsafe-eval' has WebAssembly and may not compile it.
    if (error instanceof WebAssembly.CompileError) return stretchedInScript(stretching);
    throw error;
  }
}

export function stretchedInWasm({ passphrase, salt }: Stretching): Promise<Uint8Array> {
  const { memoryKiB, passes, lanes, bytes } = ARGON2;
  return argon2idInWasm({
    password: passphrase,
    salt,
    memorySize: memoryKiB,
    iterations: passes,
    parallelism: lanes,
    hashLength: bytes,
    outputType: "binary",
  });
}

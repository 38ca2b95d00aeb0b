/** SHA-256 as files flow: in WebAssembly where it may run, which is twice as fast; a few are made ahead, because making one takes a turn. */
import { createSHA256 } from "hash-wasm";

import type { Hasher } from "./drop/attachment.ts";

/** For one file: `sealFile` takes two, `openFile` one. */
export async function wasmHashers(count: number): Promise<() => Hasher> {
  const ready: Hasher[] = [];
  for (let made = 0; made < count; made += 1) {
    const hasher = await createSHA256();
    hasher.init();
    ready.push({ update: (bytes) => hasher.update(bytes), digest: () => hasher.digest("binary") });
  }
  return () => {
    const hasher = ready.pop();
    if (!hasher) throw new Error("no hasher is left");
    return hasher;
  };
}

import { joined, utf8 } from "@answerable/wire";
/** Randomness for tests: the same bytes for the same name, never the same twice in one run of it. */
import { sha512 } from "@noble/hashes/sha2.js";

import type { Random } from "../random.ts";

export function chance(name: string): Random {
  let count = 0;
  return (bytes) => {
    const parts: Uint8Array[] = [];
    for (let have = 0; have < bytes; have += 64) {
      count += 1;
      parts.push(sha512(utf8(`${name} ${count}`)));
    }
    return joined(...parts).slice(0, bytes);
  };
}

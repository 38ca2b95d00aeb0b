/**
 * What the server says of a desk's log: its size and root, signed as a note (wire/note.ts), with what a device asks to be proven.
 * Said anew whenever asked; a log that grew since has another note, and one that did not has the same.
 */
import {
  checkpointText,
  growthOf,
  keyIdOf,
  LOG_KEY,
  originOf,
  pathOf,
  signatureLine,
  utf8,
  writeNote,
  type DeskId,
  type Hash,
  type Leaves,
  type LogAnswer,
} from "@answerable/wire";

import { textOf } from "../bytes.ts";
import { sha256 } from "../sign-in/verify.ts";
import type { SigningKey } from "../signing-key.ts";
import type { Store } from "../store.ts";
import { openDeskTree } from "./desk-tree.ts";
import type { Cosigned } from "./witnessing.ts";

export interface LogAsked {
  readonly desk: DeskId;
  readonly from: number;
  readonly places: readonly number[];
}

export interface Checkpoints {
  /** undefined: a place that is not in the log. */
  readonly answer: (asked: LogAsked) => Promise<LogAnswer | undefined>;
}

export interface CheckpointsDeps {
  readonly store: Store;
  readonly key: SigningKey;
  /** The lines of witnesses for a checkpoint, as far as there are any. */
  readonly cosigned?: Cosigned;
}

export function openCheckpoints({ store, key, cosigned }: CheckpointsDeps): Checkpoints {
  function signed(desk: DeskId, size: number, root: Uint8Array) {
    const origin = originOf(desk);
    const text = checkpointText({ origin, size, root });
    const bytes = key.sign(utf8(text));
    const id = keyIdOf(sha256, { name: origin, kind: LOG_KEY, key: key.publicKey });
    const own = signatureLine({ name: origin, key: id, bytes });
    return (lines: readonly string[]) => writeNote(text, [own, ...lines]);
  }

  return {
    async answer({ desk, from, places }) {
      const size = (await store.heads([desk]))[0]?.place ?? 0;
      if (places.some((place) => place < 1 || place > size)) return undefined;
      const tree = openDeskTree(store, desk, size);
      const over = async (parts: readonly Leaves[]) => {
        const found: Uint8Array[] = [];
        for (const part of parts) found.push(await tree.over(part));
        return found;
      };
      const hashes = async (parts: readonly Leaves[]) => (await over(parts)).map(hashText);
      const isKnown = from > 0 && from <= size;
      const paths: Hash[][] = [];
      for (const place of places) paths.push(await hashes(pathOf(place - 1, size)));
      const note = signed(desk, size, await tree.over({ start: 0, end: size }));
      const growth = (old: number) => over(growthOf(old, size));
      const lines = await cosigned?.(desk, { size, note: note([]), growth });
      return {
        note: note(lines ?? []),
        key: textOf(key.publicKey),
        root: isKnown ? hashText(await tree.over({ start: 0, end: from })) : "",
        growth: isKnown ? await hashes(growthOf(from, size)) : [],
        paths,
      };
    },
  };
}

function hashText(bytes: Uint8Array): Hash {
  return textOf(bytes) as Hash; // makes the brand: SHA-256 in base64url
}

/**
 * The hash of any run of a desk's sheets, for the proofs that devices demand. Kept as it grows: whole blocks of 256 leaves, of
 * 256 such blocks, and so on, have their roots in the store, made when first needed and never again; the leaves themselves are
 * the sheets' hashes, which are there anyway. So a proof over a hundred thousand sheets reads a few hundred hashes.
 *
 * Must stay true: it is asked only for what lies below the desk's head, and what lies there never changes.
 */
import { leafHash, nodeHash, rootOf, splitOf, type DeskId, type Leaves } from "@answerable/wire";

import { sha256 } from "../sign-in/verify.ts";
import type { Store } from "../store.ts";

export type TreeStore = Pick<Store, "sheetHashes" | "treeBlocks" | "keepTreeBlocks">;

/** Children of one block. */
const BLOCK = 256;

export interface DeskTree {
  /** The root over these leaves. */
  readonly over: (leaves: Leaves) => Promise<Uint8Array>;
}

/** For one question: what was read stays in memory until it is answered. */
export function openDeskTree(store: TreeStore, desk: DeskId, size: number): DeskTree {
  const shelves = new Map<string, Promise<readonly Uint8Array[]>>();

  /** Up to 256 hashes of one level, beginning at a multiple of 256: as many as are whole below `size`. */
  function shelf(level: number, n: number): Promise<readonly Uint8Array[]> {
    const name = `${level} ${n}`;
    const found = shelves.get(name) ?? (level === 0 ? leaves(n) : blocks(level, n));
    shelves.set(name, found);
    return found;
  }

  async function leaves(n: number): Promise<readonly Uint8Array[]> {
    const to = Math.min((n + 1) * BLOCK, size);
    const hashes = await store.sheetHashes(desk, n * BLOCK, to);
    if (hashes.length !== to - n * BLOCK) throw new Error("the log has a gap below its head");
    return hashes.map((hash) => leafHash(sha256, hash));
  }

  async function blocks(level: number, n: number): Promise<readonly Uint8Array[]> {
    const whole = Math.min(BLOCK, Math.floor(size / BLOCK ** level) - n * BLOCK);
    const kept = await store.treeBlocks(desk, level, { after: n * BLOCK, most: whole });
    const made: Uint8Array[] = [];
    for (let at = kept.length; at < whole; at += 1)
      made.push(rootOf(sha256, await shelf(level - 1, n * BLOCK + at)));
    if (made.length > 0)
      await store.keepTreeBlocks(desk, level, { after: n * BLOCK + kept.length, hashes: made });
    return [...kept, ...made];
  }

  async function over({ start, end }: Leaves): Promise<Uint8Array> {
    const count = end - start;
    if (count > 1 && !isPowerOfTwo(count)) {
      const middle = start + splitOf(count);
      return nodeHash(sha256, await over({ start, end: middle }), await over({ start: middle, end }));
    }
    // A whole subtree: a run of hashes on one shelf.
    let [level, from, wanted] = [0, start, count];
    for (; wanted >= BLOCK; wanted /= BLOCK) {
      level += 1;
      from /= BLOCK;
    }
    const hashes = await shelf(level, Math.floor(from / BLOCK));
    return rootOf(sha256, hashes.slice(from % BLOCK, (from % BLOCK) + wanted));
  }

  return { over: (leaves) => (leaves.end === 0 ? Promise.resolve(rootOf(sha256, [])) : over(leaves)) };
}

function isPowerOfTwo(n: number): boolean {
  while (n % 2 === 0) n /= 2;
  return n === 1;
}

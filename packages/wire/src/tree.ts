/**
 * The Merkle tree of RFC 6962 (section 2.1) over a desk's sheets in order of place: one root stands for all of them, and a
 * handful of hashes prove that a sheet is in it, or that a longer tree has a shorter one as its beginning.
 *
 * The server finds the hashes of a proof, every device checks them; neither knows a hash function of its own: SHA-256 is an
 * argument. Hashes here are 32 bytes; a proof that has anything else, or too few or too many, is no proof.
 */
import { joined } from "./bytes.ts";

export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** Leaves from `start` up to and without `end`, counted from 0. */
export interface Leaves {
  readonly start: number;
  readonly end: number;
}

const LEAF = Uint8Array.of(0);
const NODE = 1;

export function leafHash(sha256: Sha256, leaf: Uint8Array): Uint8Array {
  return sha256(joined(LEAF, leaf));
}

export function nodeHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(65);
  bytes[0] = NODE;
  bytes.set(left, 1);
  bytes.set(right, 33);
  return sha256(bytes);
}

/** The root over these hashes of leaves, or of whole subtrees of one size: it is made the same way. */
export function rootOf(sha256: Sha256, hashes: readonly Uint8Array[]): Uint8Array {
  if (hashes.length === 0) return sha256(new Uint8Array());
  let level = hashes;
  while (level.length > 1) {
    const above: Uint8Array[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at], level[at + 1]];
      if (left) above.push(right ? nodeHash(sha256, left, right) : left);
    }
    level = above;
  }
  return level[0] ?? sha256(new Uint8Array());
}

/** The largest power of two below `n`, for n above 1: where a tree of n leaves is split. */
export function splitOf(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** Which subtrees prove that leaf `at` is in the tree of `size`: PATH of RFC 6962. */
export function pathOf(at: number, size: number): readonly Leaves[] {
  const path: Leaves[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (at < middle) {
      path.unshift({ start: middle, end });
      end = middle;
    } else {
      path.unshift({ start, end: middle });
      start = middle;
    }
  }
  return path;
}

/** Which subtrees prove that the tree of `size` begins with the tree of `from`: PROOF of RFC 6962, for 0 < from ≤ size. */
export function growthOf(from: number, size: number): readonly Leaves[] {
  const path: Leaves[] = [];
  let [start, end] = [0, size];
  while (from < end) {
    const middle = start + splitOf(end - start);
    if (from <= middle) {
      path.unshift({ start: middle, end });
      end = middle;
    } else {
      path.unshift({ start, end: middle });
      start = middle;
    }
  }
  return start === 0 ? path : [{ start, end }, ...path];
}

/** The root that follows from a leaf's hash and its path (RFC 9162, 2.1.3.2). undefined: the path does not fit the tree. */
export function rootAlong(
  sha256: Sha256,
  leaf: { readonly hash: Uint8Array; readonly at: number; readonly size: number },
  path: readonly Uint8Array[],
): Uint8Array | undefined {
  const shape = pathOf(leaf.at, leaf.size);
  if (leaf.at >= leaf.size || shape.length !== path.length || !areHashes(path)) return undefined;
  return path.reduce(
    (hash, sibling, n) =>
      (shape[n]?.start ?? 0) < leaf.at ? nodeHash(sha256, sibling, hash) : nodeHash(sha256, hash, sibling),
    leaf.hash,
  );
}

export type IsInTree = (
  leaf: { readonly hash: Uint8Array; readonly at: number },
  path: readonly Uint8Array[],
) => boolean;

/**
 * Whether leaves are in one tree, each by its path. What was proven is not worked out again: a way up ends where it meets a node
 * that has led to the root before. A way that fails teaches nothing.
 */
export function openMembership(sha256: Sha256, { size, root }: TreeHead): IsInTree {
  const proven = new Map<number, Uint8Array>();
  const nameOf = (level: number, at: number) => at * 64 + level;
  return (leaf, path) => {
    if (leaf.at >= size || !areHashes(path)) return false;
    const passed: (readonly [name: number, hash: Uint8Array])[] = [];
    let [level, at, last, { hash }] = [0, leaf.at, size - 1, leaf];
    for (const sibling of path) {
      // A node at the end of its level without a neighbour stands for itself further up.
      while (at === last && at % 2 === 0 && at > 0) [level, at, last] = [level + 1, at / 2, at / 2];
      const name = nameOf(level, at);
      const known = proven.get(name);
      if (known) return isSameHash(known, hash) && learn(passed);
      if (last === 0) return false;
      const isRight = at % 2 === 1;
      passed.push([name, hash], [nameOf(level, isRight ? at - 1 : at + 1), sibling]);
      hash = isRight ? nodeHash(sha256, sibling, hash) : nodeHash(sha256, hash, sibling);
      [level, at, last] = [level + 1, Math.floor(at / 2), Math.floor(last / 2)];
    }
    return last === 0 && isSameHash(hash, root) && learn(passed);
  };

  function learn(passed: readonly (readonly [name: number, hash: Uint8Array])[]): true {
    for (const [name, hash] of passed) proven.set(name, hash);
    return true;
  }
}

export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/** Whether `later` has `earlier` as its beginning, by this proof (RFC 9162, 2.1.4.2). */
export function isGrown(
  sha256: Sha256,
  { earlier, later }: { readonly earlier: TreeHead; readonly later: TreeHead },
  proof: readonly Uint8Array[],
): boolean {
  if (earlier.size > later.size || !areHashes(proof)) return false;
  if (earlier.size === 0) return proof.length === 0;
  if (earlier.size === later.size) return proof.length === 0 && isSameHash(earlier.root, later.root);
  const shape = growthOf(earlier.size, later.size);
  if (shape.length !== proof.length) return false;
  // A tree of whole subtrees only begins with itself: then its own root is the proof's first hash, and is not sent.
  const isWhole = (shape[0]?.start ?? 0) >= earlier.size;
  const first = isWhole ? earlier.root : proof[0];
  if (!first) return false;
  let [before, after] = [first, first];
  for (let n = isWhole ? 0 : 1; n < proof.length; n += 1) {
    const [hash, part] = [proof[n], shape[n]];
    if (!hash || !part) return false;
    if (part.start >= earlier.size) after = nodeHash(sha256, after, hash);
    else [before, after] = [nodeHash(sha256, hash, before), nodeHash(sha256, hash, after)];
  }
  return isSameHash(before, earlier.root) && isSameHash(after, later.root);
}

export function isSameHash(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function areHashes(proof: readonly Uint8Array[]): boolean {
  return proof.every((hash) => hash.length === 32);
}

import { createHash } from "node:crypto";

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  growthOf,
  isGrown,
  openMembership,
  leafHash,
  pathOf,
  rootAlong,
  rootOf,
  splitOf,
  nodeHash,
  type Leaves,
} from "./tree.ts";

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash("sha256").update(bytes).digest());
const hex = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString("hex");

/** The eight leaves that the reference implementation of RFC 6962 tests with, and the roots it gives for 0 to 8 of them. */
const leaves = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map((text) => leafHash(sha256, new Uint8Array(Buffer.from(text, "hex"))));
const roots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
/** Its consistency proofs: from, to, hashes. */
const published = [
  [1, 1, []],
  [
    1,
    8,
    [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
  ],
  [
    6,
    8,
    [
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  ],
  [
    2,
    5,
    [
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
  ],
] as const;

/** MTH exactly as RFC 6962 writes it. */
function byTheBook(hashes: readonly Uint8Array[]): Uint8Array {
  const [only] = hashes;
  if (!only) return sha256(new Uint8Array());
  if (hashes.length === 1) return only;
  const k = splitOf(hashes.length);
  return nodeHash(sha256, byTheBook(hashes.slice(0, k)), byTheBook(hashes.slice(k)));
}
const many = Array.from({ length: 70 }, (_, n) => leafHash(sha256, Uint8Array.of(n)));
const found = (parts: readonly Leaves[], all = many) =>
  parts.map(({ start, end }) => byTheBook(all.slice(start, end)));

describe("the tree over a desk's sheets", () => {
  test("has the published roots", () => {
    for (const [size, root] of roots.entries()) expect(hex(rootOf(sha256, leaves.slice(0, size)))).toBe(root);
  });

  test("gives the published proofs of growth", () => {
    for (const [from, to, proof] of published)
      expect(found(growthOf(from, to), leaves).map(hex)).toEqual(proof);
  });

  test("has the published paths of leaves 0 and 5 of eight, and of leaf 2 of three", () => {
    expect(found(pathOf(0, 8), leaves).map(hex)).toEqual(published[1][2]);
    expect(found(pathOf(5, 8), leaves).map(hex)).toEqual([
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]);
    expect(found(pathOf(2, 3), leaves).map(hex)).toEqual([roots[2]]);
  });

  test("proves every leaf of every size, and every growth", () => {
    for (let size = 1; size <= many.length; size += 1) {
      const all = many.slice(0, size);
      const root = byTheBook(all);
      expect(hex(rootOf(sha256, all))).toBe(hex(root));
      for (const [at, hash] of all.entries())
        expect(hex(rootAlong(sha256, { hash, at, size }, found(pathOf(at, size))))).toBe(hex(root));
      for (let from = 1; from <= size; from += 1) {
        const heads = {
          earlier: { size: from, root: byTheBook(many.slice(0, from)) },
          later: { size, root },
        };
        expect(isGrown(sha256, heads, found(growthOf(from, size)))).toBe(true);
      }
    }
  });

  test("a proof with anything changed, missing, added or said of another size proves nothing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 70 }), fc.nat(), fc.nat(), (size, one, two) => {
        const from = 1 + (one % (size - 1));
        const root = byTheBook(many.slice(0, size));
        const earlier = { size: from, root: byTheBook(many.slice(0, from)) };
        const proof = found(growthOf(from, size));
        const grown = (change: Partial<{ size: number; root: Uint8Array }>, hashes = proof) =>
          isGrown(sha256, { earlier: { ...earlier, ...change }, later: { size, root } }, hashes);
        const at = two % proof.length;
        const bent = proof.map((hash, n) => (n === at ? sha256(hash) : hash));
        expect(grown({}, bent)).toBe(false);
        expect(grown({}, proof.slice(1))).toBe(false);
        expect(grown({}, [...proof, root])).toBe(false);
        expect(grown({ root: sha256(earlier.root) })).toBe(false);
        expect(grown({ size: size + 1 })).toBe(false);
        const leaf = two % size;
        const hash = many[leaf] ?? root;
        const path = found(pathOf(leaf, size));
        const along = (hashes: readonly Uint8Array[]) =>
          hex(rootAlong(sha256, { hash, at: leaf, size }, hashes));
        expect(along(path.map((each, n) => (n === two % path.length ? sha256(each) : each)))).not.toBe(
          hex(root),
        );
        expect(along(path.slice(1))).toBe("");
        expect(rootAlong(sha256, { hash, at: size, size }, path)).toBeUndefined();
      }),
      { seed: 6962, numRuns: 300 },
    );
  });

  test("many leaves are proven together as each is alone, in any order, and one that is not there never is", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 70 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(3)), { maxLength: 90 }),
        (size, asked) => {
          const root = byTheBook(many.slice(0, size));
          const isIn = openMembership(sha256, { size, root });
          for (const [one, what] of asked) {
            const at = one % size;
            const hash = many[at] ?? root;
            const path = found(pathOf(at, size));
            if (what === 1) expect(isIn({ hash: sha256(hash), at }, path)).toBe(false);
            else if (what === 2 && size > 1) expect(isIn({ hash, at: (at + 1) % size }, path)).toBe(false);
            else if (what === 3) expect(isIn({ hash: sha256(hash), at }, path.map(sha256))).toBe(false);
            else expect(isIn({ hash, at }, path)).toBe(true);
          }
        },
      ),
      { seed: 9162, numRuns: 300 },
    );
  });
});

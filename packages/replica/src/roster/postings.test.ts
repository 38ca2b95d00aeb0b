import * as fc from "fast-check";
import { expect, test } from "vitest";

import { openPostings } from "./postings.ts";

test("things keep the rows they were given and lose those that were taken, in any order", () => {
  const turn = fc.record({
    thing: fc.nat(9),
    // Some things are common.
    row: fc.nat(400),
    isTaken: fc.oneof(
      { arbitrary: fc.constant(false), weight: 3 },
      { arbitrary: fc.constant(true), weight: 2 },
    ),
  });
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 2_000 }), (turns) => {
      const postings = openPostings();
      const told = new Map<number, Set<number>>();
      for (const { thing, row, isTaken } of turns) {
        const rows = told.get(thing) ?? new Set();
        told.set(thing, rows);
        if (isTaken) {
          postings.remove(thing, row);
          rows.delete(row);
        } else if (!postings.has(thing, row)) {
          postings.add(thing, row);
          rows.add(row);
        }
      }
      for (const [thing, rows] of told) {
        expect(postings.rows(thing)).toEqual([...rows].toSorted((a, b) => a - b));
        const hits = new Uint8Array(401);
        postings.mark(thing, hits);
        expect(hits.reduce((sum, hit) => sum + hit, 0)).toBe(rows.size);
      }
      expect(postings.rows(77_000)).toEqual([]);
    }),
    { seed: 5, numRuns: 300 },
  );
});

test("a word that every row has is found in every row", () => {
  const postings = openPostings();
  for (let row = 0; row < 100_000; row += 1) for (const thing of [row, 200_000]) postings.add(thing, row);
  expect(postings.rows(200_000)).toHaveLength(100_000);
  expect(postings.rows(99_999)).toEqual([99_999]);
});

test("a common word is taken from one row and given to another, and the rest is as it was", () => {
  const postings = openPostings();
  for (let row = 0; row < 20_000; row += 1) {
    postings.add(1, row);
    if (row % 3 === 0) postings.add(2, row);
    if (row % 900 === 0) postings.add(3, row);
  }
  postings.remove(1, 777);
  postings.remove(2, 9);
  postings.add(2, 10);
  postings.add(2, 60_000);
  expect(postings.has(1, 777)).toBe(false);
  expect(postings.rows(1)).toHaveLength(19_999);
  expect(postings.rows(2).slice(0, 6)).toEqual([0, 3, 6, 10, 12, 15]);
  expect(postings.rows(2).at(-1)).toBe(60_000);
  expect(postings.rows(3)).toHaveLength(23);
});

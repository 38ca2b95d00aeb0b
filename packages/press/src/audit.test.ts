import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { auditOf } from "./audit.ts";
import { boundsOf } from "./bounds.ts";
import { puzzleOf, type Puzzle } from "./puzzle.ts";

const line = (values: Readonly<Record<string, number>>, hidden: readonly string[]) =>
  puzzleOf(
    Object.entries(values).map(([id, value]) => ({ id, value, hidden: hidden.includes(id) })),
    [{ whole: "all", parts: Object.keys(values) }],
  );
const all = (puzzle: Puzzle, k: number) => puzzle.unknowns.map((_, unknown) => ({ unknown, k }));

describe("the audit", () => {
  test("one hole in a line hides nothing", () => {
    const puzzle = line({ a: 2, b: 9, c: 9 }, ["a"]);
    expect(auditOf(puzzle, all(puzzle, 5))).toEqual([
      { id: "a", k: 5, interval: { low: 2, high: 2, exact: true } },
    ]);
  });
  test("who is alone in a hidden number subtracts himself and learns the other", () => {
    const puzzle = line({ a: 1, b: 2, c: 1 }, ["a", "c"]);
    expect(auditOf(puzzle, all(puzzle, 2)).map(({ id, seat }) => [id, seat])).toEqual([
      ["a", "c"],
      ["c", "a"],
    ]);
  });
  test("with one more hole he learns nothing that matters", () => {
    const puzzle = line({ a: 1, b: 2, c: 1 }, ["a", "b", "c"]);
    expect(auditOf(puzzle, all(puzzle, 2))).toEqual([]);
  });
  test("a hidden number that must reach k and cannot is a breach, however wide it looks", () => {
    const puzzle = line({ a: 2, b: 2, c: 30 }, ["a", "b"]);
    expect(auditOf(puzzle, all(puzzle, 5)).map(({ id }) => id)).toEqual(["a", "b"]);
  });
  test("the audit with its shortcuts says what the full bounds say from every seat", () => {
    const values = fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        values,
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        fc.integer({ min: 2, max: 5 }),
        (rows, hides, k) => {
          const cells = rows.flatMap((row, at) =>
            row.map((value, column) => ({
              id: `${at}|${column}`,
              value,
              hidden: hides[at * 3 + column] ?? false,
            })),
          );
          const lines = [
            ...rows.map((row, at) => ({ whole: `r${at}`, parts: row.map((_, column) => `${at}|${column}`) })),
            ...[0, 1, 2].map((column) => ({
              whole: `c${column}`,
              parts: rows.map((_, at) => `${at}|${column}`),
            })),
          ];
          const puzzle = puzzleOf(cells, lines);
          const breached = new Set(auditOf(puzzle, all(puzzle, k)).map(({ id }) => id));
          expect(breached).toEqual(breachedFromAnySeat(puzzle, k));
        },
      ),
      { seed: 8, numRuns: 300 },
    );
  });
});

/** Slowly: the whole puzzle again for every seat. A member's own one is printed, so to say: his cell is a cell of the others. */
function breachedFromAnySeat(puzzle: Puzzle, k: number): ReadonlySet<string> {
  const breached = new Set<string>();
  const check = (given: Puzzle, need: number, spared: number | undefined, shift: number): void => {
    const inside = spared !== undefined;
    const bounds = boundsOf(given);
    given.unknowns.forEach(({ id }, at) => {
      const interval = bounds[at];
      if (!interval || at === spared || (inside && puzzle.unknowns[at]?.value === 0)) return;
      const own = at === shift ? 1 : 0;
      if (interval.high - interval.low < need || interval.high + own < need) breached.add(id);
    });
  };
  check(puzzle, k, undefined, -1);
  puzzle.unknowns.forEach(({ value }, seat) => {
    if (value === 1) check({ ...puzzle, sums: [...puzzle.sums, { terms: [[seat, 1]] }] }, k, seat, -1);
    else if (value > 1) {
      const unknowns = puzzle.unknowns.map((unknown, at) =>
        at === seat ? { ...unknown, value: value - 1 } : unknown,
      );
      check({ unknowns, sums: puzzle.sums }, k - 1, seat, seat);
    }
  });
  return breached;
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { boundsOf } from "./bounds.ts";
import { puzzleOf, type Cell, type Line, type Puzzle } from "./puzzle.ts";

/** A two-way table with all margins printed; `hidden` names inner cells as row|column. */
function tableOf(
  rows: readonly (readonly number[])[],
  hidden: (row: number, column: number) => boolean,
): Puzzle {
  const cells: Cell[] = [];
  const lines: Line[] = [];
  const columns = rows[0]?.map((_, column) => column) ?? [];
  rows.forEach((row, at) => {
    for (const column of columns)
      cells.push({ id: `${at}|${column}`, value: row[column] ?? 0, hidden: hidden(at, column) });
    lines.push({ whole: `${at}|all`, parts: columns.map((column) => `${at}|${column}`) });
  });
  for (const column of columns)
    lines.push({ whole: `all|${column}`, parts: rows.map((_, at) => `${at}|${column}`) });
  return puzzleOf(cells, lines);
}

const counts = fc.integer({ min: 0, max: 9 });
const tables = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([height, width]) =>
    fc.record({
      rows: fc.array(fc.array(counts, { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
      hidden: fc.array(fc.array(fc.boolean(), { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
    }),
  );

describe("what a reader can find out", () => {
  test("the largest flow and the linear program give the same bounds on any two-way table", () => {
    fc.assert(
      fc.property(tables, ({ rows, hidden }) => {
        const puzzle = tableOf(rows, (row, column) => hidden[row]?.[column] ?? false);
        expect(boundsOf(puzzle)).toEqual(boundsOf(puzzle, "lp"));
      }),
      { seed: 8, numRuns: 200 },
    );
  });
  test("and both are what trying every table gives", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }), {
          minLength: 2,
          maxLength: 3,
        }),
        fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
        (rows, hidden) => {
          const puzzle = tableOf(rows, (row, column) => hidden[row * 3 + column] ?? false);
          fc.pre(puzzle.unknowns.length <= 6);
          expect(boundsOf(puzzle).map(({ low, high }) => [low, high])).toEqual(byTrying(puzzle));
        },
      ),
      { seed: 8, numRuns: 100 },
    );
  });
  test("a number that stands in no sum cannot be bounded", () => {
    const [interval] = boundsOf({ unknowns: [{ id: "x", value: 4 }], sums: [] });
    expect(interval).toEqual({ low: 0, high: Infinity, exact: true });
  });
  test("nothing hidden, nothing to find out", () => {
    expect(boundsOf({ unknowns: [], sums: [] })).toEqual([]);
  });
  test("three-way tables with all two-way margins are no net, and the solver answers", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 8, maxLength: 8 }), (values) => {
        const unknowns = values.map((value, at) => ({ id: String(at), value }));
        const sums = [1, 2, 4].flatMap((bit) =>
          values.flatMap((_, at) =>
            at & bit ? [] : [{ terms: [[at, 1] as const, [at | bit, 1] as const] }],
          ),
        );
        const puzzle = { unknowns, sums };
        expect(boundsOf(puzzle).map(({ low, high }) => [low, high])).toEqual(byTrying(puzzle));
      }),
      { seed: 8, numRuns: 50 },
    );
  });
});

/** Every whole-number solution, by trying. */
function byTrying({ unknowns, sums }: Puzzle): readonly (readonly number[])[] {
  const goal = sums.map(({ terms }) =>
    terms.reduce((sum, [at, factor]) => sum + factor * (unknowns[at]?.value ?? 0), 0),
  );
  const most = unknowns.map((_, at) =>
    Math.min(
      ...sums.flatMap(({ terms }, place) =>
        terms.some(([one]) => one === at) ? [Math.abs(goal[place] ?? 0)] : [],
      ),
    ),
  );
  const found = unknowns.map(() => [Infinity, -Infinity]);
  const tried = unknowns.map(() => 0);
  function fits(): boolean {
    return sums.every(
      ({ terms }, place) =>
        terms.reduce((sum, [at, factor]) => sum + factor * (tried[at] ?? 0), 0) === goal[place],
    );
  }
  function go(at: number): void {
    if (at === unknowns.length) {
      if (fits())
        tried.forEach(
          (value, one) =>
            (found[one] = [
              Math.min(found[one]?.[0] ?? value, value),
              Math.max(found[one]?.[1] ?? value, value),
            ]),
        );
      return;
    }
    for (let value = 0; value <= (most[at] ?? 0); value += 1) {
      tried[at] = value;
      go(at + 1);
    }
  }
  go(0);
  return found;
}

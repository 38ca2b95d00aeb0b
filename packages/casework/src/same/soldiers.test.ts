import fc from "fast-check";
import { expect, test } from "vitest";

import { verdicts } from "./event.ts";
import { openSoldiers, type RowLink } from "./soldiers.ts";

const same = (other: number): RowLink => ({ other, verdict: "same" });
const different = (other: number): RowLink => ({ other, verdict: "different" });
const unsure = (other: number): RowLink => ({ other, verdict: "unsure" });

test("a soldier is everything that somebody has called the same", () => {
  const soldiers = openSoldiers();
  soldiers.put(2, [same(1)]);
  soldiers.put(3, [same(2)]);
  expect(soldiers.casesOf(1)).toEqual([1, 2, 3]);
  expect(soldiers.casesOf(7)).toEqual([7]);
  expect(soldiers.doubles(() => true)).toBe(2);
  expect(soldiers.doubles((row) => row === 1)).toBe(0);
});

test("a link taken back takes the soldier apart again", () => {
  const soldiers = openSoldiers();
  soldiers.put(2, [same(1)]);
  soldiers.put(2, []);
  expect(soldiers.casesOf(1)).toEqual([1]);
  expect(soldiers.between(1, 2)).toBeUndefined();
  expect(soldiers.doubles(() => true)).toBe(0);
});

test("different about the very two outweighs same, and is shown as a conflict", () => {
  const soldiers = openSoldiers();
  soldiers.put(1, [same(2)]);
  soldiers.put(2, [different(1)]);
  expect(soldiers.casesOf(1)).toEqual([1]);
  expect(soldiers.between(1, 2)).toBe("conflict");
  expect(soldiers.doubtful()).toEqual([{ a: 1, b: 2, standing: "conflict" }]);
  expect(soldiers.isRefused(2, 1)).toBe(true);
});

test("different about two who are one only through a third takes nothing apart and is shown", () => {
  const soldiers = openSoldiers();
  soldiers.put(1, [same(2), different(3)]);
  soldiers.put(3, [same(2)]);
  expect(soldiers.casesOf(1)).toEqual([1, 2, 3]);
  expect(soldiers.conflictsOf(2)).toEqual([{ a: 1, b: 3, standing: "different" }]);
});

test("unsure links nobody and waits for a reviewer", () => {
  const soldiers = openSoldiers();
  soldiers.put(5, [unsure(4)]);
  expect(soldiers.casesOf(4)).toEqual([4]);
  expect(soldiers.doubtful()).toEqual([{ a: 4, b: 5, standing: "unsure" }]);
});

const row = fc.nat(7);
const links = fc.array(fc.record({ other: row, verdict: fc.constantFrom(...verdicts) }), { maxLength: 4 });
const said = fc.uniqueArray(fc.tuple(row, links), { selector: ([one]) => one, maxLength: 8 });

test("the order in which cards arrive does not matter, nor what they said before", () => {
  fc.assert(
    fc.property(said, said, fc.integer(), (before, now, turn) => {
      const one = openSoldiers();
      for (const [from, all] of now) one.put(from, all);
      const other = openSoldiers();
      for (const [from, all] of before) other.put(from, all);
      for (const [from] of before) if (!now.some(([to]) => to === from)) other.put(from, []);
      for (const [from, all] of now.toSorted((a, b) => ((a[0] ^ turn) & 7) - ((b[0] ^ turn) & 7)))
        other.put(from, all);
      for (let a = 0; a < 8; a += 1) {
        expect(other.casesOf(a)).toEqual(one.casesOf(a));
        for (let b = 0; b < 8; b += 1) expect(other.between(a, b)).toBe(one.between(b, a));
      }
      expect(other.doubles(() => true)).toBe(one.doubles(() => true));
    }),
    { seed: 32 },
  );
});

test("every case is in one soldier only, and a refused pair is never one by its own link", () => {
  fc.assert(
    fc.property(said, (all) => {
      const soldiers = openSoldiers();
      for (const [from, told] of all) soldiers.put(from, told);
      for (let a = 0; a < 8; a += 1)
        for (const b of soldiers.casesOf(a)) expect(soldiers.casesOf(b)).toEqual(soldiers.casesOf(a));
    }),
    { seed: 33 },
  );
});

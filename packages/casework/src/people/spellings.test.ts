/** One man as different people write him, and different men who are nearly alike. */
import { expect, test } from "vitest";

import { compareNames, nameOf, scoreOf } from "./index.ts";
import { different, same } from "./spellings.fixtures.ts";

function pairsOf(lines: string): readonly (readonly [string, string])[] {
  return lines
    .trim()
    .split("\n")
    .map((line) => {
      const [a = "", b = ""] = line.split("|");
      return [a.trim(), b.trim()];
    });
}
const score = (a: string, b: string): number => scoreOf(compareNames(nameOf(a), nameOf(b)).bits);

test.each(same)("one man, %s, is one man", (_, pairs) => {
  const apart = pairsOf(pairs).filter(([a, b]) => score(a, b) < 0.5);
  expect(apart).toEqual([]);
});

test("brothers, and men whose names differ by what no line loses, are not one man", () => {
  const alike = pairsOf(different).filter(([a, b]) => score(a, b) >= 0.5);
  expect(alike).toEqual([]);
});

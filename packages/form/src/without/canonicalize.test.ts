import { canonicalText } from "@answerable/wire";
import * as fc from "fast-check";
import { expect, test } from "vitest";

import canonicalize from "./canonicalize.ts";

test("whatever JSON can say is written as the library writes it", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
      expect(canonicalize(value)).toBe(canonicalText(value));
    }),
    { seed: 20261122, numRuns: 500 },
  );
  const absent = { b: 1, a: undefined, я: [undefined, null], "\u{1f600}": 0, "\ufb33": 1e21 };
  expect(canonicalize(absent)).toBe(canonicalText(absent));
});

test("what JSON cannot say is refused as the library refuses it", () => {
  for (const wrong of [Number.NaN, Infinity, "\ud800", { a: ["\udc00"] }, { "\ud800": 1 }]) {
    expect(() => canonicalText(wrong)).toThrow();
    expect(() => canonicalize(wrong)).toThrow();
  }
  expect(canonicalize(undefined)).toBeUndefined();
});

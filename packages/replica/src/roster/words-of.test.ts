/** The quick way over plain text finds the same words as the long way that normalises everything. */
import fc from "fast-check";
import { expect, test } from "vitest";

import { eachWord, LONGEST_WORD, wordsOf } from "./words-of.ts";

const symbols = Array.from("абвёЁіІїґҐєўЎъЯй'’ʼ`\"—…«» \u00a0\n.,-09azAZ№éßﬁİ😀́");
const text = fc.oneof(
  fc.array(fc.constantFrom(...symbols), { maxLength: 90 }).map((parts) => parts.join("")),
  fc.string({ unit: "grapheme", maxLength: 60 }),
);

test("a text has the same words whether or not something rare stands in it", () => {
  fc.assert(
    fc.property(text, text, (some, other) => {
      // An accent at the beginning sends all of it the long way.
      const [first, ...words] = wordsOf(`é\n${some}`);
      expect(first).toBe("e");
      expect(wordsOf(some)).toEqual(words);
      expect(wordsOf(`${some}\n${other}`)).toEqual([...wordsOf(some), ...wordsOf(other)]);
    }),
    { seed: 22, numRuns: 2_000 },
  );
});

test("words come one after another into one buffer, none longer than it", () => {
  const word = new Uint16Array(LONGEST_WORD);
  const lengths: number[] = [];
  eachWord(`${"я".repeat(1_000)} а`, word, (length) => lengths.push(length));
  expect(lengths).toEqual([LONGEST_WORD, 1]);
});

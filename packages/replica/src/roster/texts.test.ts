import * as fc from "fast-check";
import { expect, test } from "vitest";

import { fold, mostFolded, unfold } from "./folding.ts";
import { openTexts } from "./texts.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Text with much of what was said before, as cards have it. */
const repetitive = fc
  .array(
    fc.oneof(
      fc.constantFrom('{"v":1,"by":"', "Курская область", "не выходит на связь", "ї€😀", "\u0001", "a"),
      fc.string({ unit: "binary", maxLength: 20 }),
    ),
    { maxLength: 80 },
  )
  .map((parts) => new TextDecoder().decode(new TextEncoder().encode(parts.join(""))));

test("what was folded unfolds to the same bytes", () => {
  fc.assert(
    fc.property(fc.oneof(repetitive.map(utf8), fc.uint8Array({ maxLength: 3_000 })), (bytes) => {
      const room = new Uint8Array(mostFolded(bytes.length));
      const folded = room.slice(0, fold(bytes, room));
      expect(unfold(folded, new Uint8Array(bytes.length))).toEqual(Uint8Array.from(bytes));
    }),
    { seed: 7, numRuns: 400 },
  );
});

test("what repeats itself folds small", () => {
  const bytes = utf8("Две недели не выходит на связь, в части молчат. ".repeat(300));
  const room = new Uint8Array(mostFolded(bytes.length));
  expect(fold(bytes, room)).toBeLessThan(bytes.length / 50);
});

test("every row keeps the last text it was given, whatever other rows were given", () => {
  const texts = openTexts();
  const told = new Map<number, string>();
  fc.assert(
    fc.property(fc.nat(300), repetitive, (row, text) => {
      texts.set(row, utf8(text));
      told.set(row, text);
      const some = (row * 7) % 300;
      expect(texts.get(some)).toBe(told.get(some));
    }),
    { seed: 3, numRuns: 3_000 },
  );
  for (const [row, text] of told) expect(texts.get(row)).toBe(text);
});

test("a text longer than a leaf, and the many that replace each other, lose nothing and do not pile up", () => {
  const texts = openTexts();
  const long = "Жил-был ".repeat(9_000);
  texts.set(5, utf8(long));
  for (let turn = 0; turn < 40_000; turn += 1) texts.set(turn % 50, utf8(`${turn} ${"вот ".repeat(90)}`));
  texts.set(7, utf8(long));
  expect(texts.get(7)).toBe(long);
  expect(texts.get(49)).toBe(`39999 ${"вот ".repeat(90)}`);
  expect(texts.bytes()).toBeLessThan(3_000_000);
});

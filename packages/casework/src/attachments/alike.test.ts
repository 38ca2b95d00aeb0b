import fc from "fast-check";
import { expect, test } from "vitest";

import { areAlike, leastApart, rowOf } from "./alike.ts";

const picture = fc.bigInt({ min: 1n, max: 2n ** 64n - 1n });
const film = (least: number) => fc.array(picture, { minLength: least, maxLength: 40 });
const likenessOf = (row: readonly (bigint | undefined)[]): string =>
  row.map((one) => one?.toString(16).padStart(16, "0") ?? "").join(",");
const file = (plain: string, likeness?: string) => ({
  plain,
  found: likeness === undefined ? {} : { likeness },
});
/** As coding anew changes a picture: a few bits. */
const codedAnew = (row: readonly bigint[], bits: readonly number[]): readonly bigint[] =>
  row.map((one, at) => {
    let other = one;
    for (let step = 0; step < 4; step += 1) other ^= 1n << BigInt(bits[(at * 4 + step) % bits.length] ?? 0);
    return other;
  });

test("a film that was coded anew and cut at both ends is like the one it was made from", () => {
  fc.assert(
    fc.property(
      film(8),
      fc.array(fc.nat({ max: 63 }), { minLength: 1, maxLength: 30 }),
      fc.nat({ max: 2 }),
      fc.nat({ max: 2 }),
      (row, bits, head, tail) => {
        const copy = codedAnew(row, bits).slice(head, row.length - tail);
        expect(areAlike(file("a", likenessOf(row)), file("b", likenessOf(copy)))).toBe(true);
      },
    ),
    { seed: 8 },
  );
});

test("films of different things are not alike, and one like picture does not make them so", () => {
  fc.assert(
    fc.property(film(8), film(8), fc.nat(), (one, other, nth) => {
      const shared = one[nth % one.length] ?? 1n;
      const borrowed = other.with(nth % other.length, shared);
      expect(areAlike(file("a", likenessOf(one)), file("b", likenessOf(borrowed)))).toBe(false);
    }),
    { seed: 8 },
  );
});

test("it is the same from both sides", () => {
  fc.assert(
    fc.property(film(1), film(1), (one, other) => {
      expect(leastApart(one, other)).toBe(leastApart(other, one));
    }),
    { seed: 8 },
  );
});

test("black at the beginning says nothing, and nothing but black says nothing at all", () => {
  const row = [undefined, undefined, 7n, 7n << 20n, 7n << 40n, 5n << 50n];
  expect(areAlike(file("a", likenessOf(row)), file("b", likenessOf(row.slice(2))))).toBe(true);
  const black = likenessOf([undefined, undefined, undefined]);
  expect(areAlike(file("a", black), file("b", black))).toBe(false);
});

test("pictures are alike up to six of sixty-four bits; the same bytes always, a copy made here never", () => {
  expect(areAlike(file("a", "ffffffffffffffff"), file("b", "ffffffffffffffc0"))).toBe(true);
  expect(areAlike(file("a", "ffffffffffffffff"), file("b", "ffffffffffffff80"))).toBe(false);
  expect(areAlike(file("a"), file("a"))).toBe(true);
  expect(areAlike(file("a"), file("b"))).toBe(false);
  const madeFrom = { attachment: "x" as never, how: "copy" }; // whose it is does not matter here
  expect(areAlike({ ...file("a"), madeFrom }, file("a"))).toBe(false);
});

test("what is no likeness is like nothing", () => {
  for (const odd of ["", "zz", "ffff", "ffffffffffffffff;", "ffffffffffffffffffffffffffffffff"]) {
    expect(rowOf(odd).filter((one) => one !== undefined)).toEqual([]);
    expect(areAlike(file("a", odd), file("b", odd))).toBe(false);
  }
});

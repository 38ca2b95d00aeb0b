import { base64nopad as wholeBase64, bech32 as wholeBech32 } from "@scure/base";
import * as fc from "fast-check";
import { expect, test } from "vitest";

import { base64nopad, bech32 } from "./base.ts";

const seed = { seed: 20261122, numRuns: 400 };
const bytes = fc.uint8Array({ maxLength: 50 });

/** The value, or that it is refused. */
function outcome<T>(go: () => T): T | "refused" {
  try {
    return go();
  } catch {
    return "refused";
  }
}

test("a key is written and read as the whole collection does it", () => {
  fc.assert(
    fc.property(fc.constantFrom("age", "age1pq", "AGE-SECRET-KEY-", "a"), bytes, (prefix, given) => {
      const text = bech32.encodeFromBytes(prefix, given.subarray(0, 40));
      expect(text).toBe(wholeBech32.encodeFromBytes(prefix, given.subarray(0, 40)));
      expect(bech32.decodeToBytes(text).bytes).toEqual(given.subarray(0, 40));
      expect(bech32.decodeToBytes(text.toUpperCase())).toEqual(wholeBech32.decodeToBytes(text.toUpperCase()));
    }),
    seed,
  );
  const long = new Uint8Array(1_216).fill(7);
  const text = bech32.encode("age1pq", bech32.toWords(long), false);
  expect(text).toBe(wholeBech32.encode("age1pq", wholeBech32.toWords(long), false));
  expect(bech32.fromWords(bech32.decode(text, false).words)).toEqual(long);
  expect(() => bech32.decode(text)).toThrow("Bech32");
});

test("a key with a slip is refused where the whole collection refuses it", () => {
  fc.assert(
    fc.property(
      bytes,
      fc.nat(),
      fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 2 }),
      (given, at, slip) => {
        const text = bech32.encodeFromBytes("age", given.subarray(0, 32));
        const place = at % text.length;
        const changed = text.slice(0, place) + slip + text.slice(place + 1);
        expect(outcome(() => bech32.decodeToBytes(changed))).toEqual(
          outcome(() => wholeBech32.decodeToBytes(changed)),
        );
      },
    ),
    seed,
  );
  for (const text of ["", "1", "a1", "1qqqqqq", "age1", "age1qqqqqq", "аge1qqqqqq"])
    expect(outcome(() => bech32.decodeToBytes(text))).toEqual(outcome(() => wholeBech32.decodeToBytes(text)));
});

test("words that are no bytes are refused alike", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 31 }), { maxLength: 20 }), (words) => {
      expect(outcome(() => bech32.fromWords(words))).toEqual(outcome(() => wholeBech32.fromWords(words)));
    }),
    seed,
  );
});

test("base64 is written and read alike, and a foreign symbol, padding and stray bits are refused", () => {
  fc.assert(
    fc.property(bytes, (given) => {
      const text = wholeBase64.encode(given);
      expect(base64nopad.encode(given)).toBe(text);
      expect(base64nopad.decode(text)).toEqual(given);
    }),
    seed,
  );
  for (const text of ["AA==", "A", "AB", "A-A", "A_A", "A A", "Ж"])
    expect(outcome(() => base64nopad.decode(text))).toEqual(outcome(() => wholeBase64.decode(text)));
});

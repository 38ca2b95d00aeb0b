import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";

import { bytesTextOf, fromText, fromUtf8, joined, toText, utf8 } from "./bytes.ts";
import { idFrom } from "./ids.ts";

const seeded = { seed: 20221122 };

test("bytes come back from their text, which is RFC 4648's", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(toText(bytes)).toBe(Buffer.from(bytes).toString("base64url"));
      expect(fromText(toText(bytes))).toEqual(bytes);
    }),
    seeded,
  );
});

test("bytes have one text and no second spelling", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), (text) => {
      let bytes: Uint8Array;
      try {
        bytes = fromText(text);
      } catch {
        return;
      }
      expect(toText(bytes)).toBe(text);
    }),
    { ...seeded, numRuns: 1_000 },
  );
  for (const wrong of [
    "A",
    "AAAAA",
    "AB",
    "AAB",
    "AA==",
    "AA=",
    "A A",
    "AA\n",
    "+/AA",
    "é",
    "АAAA",
    "\u0100AAA",
  ]) {
    expect(() => fromText(wrong), wrong).toThrow("not base64url");
  }
});

test("the schema of fixed bytes takes exactly what decodes to them", () => {
  for (const length of [16, 31, 32, 33, 64]) {
    const schema = bytesTextOf(length);
    const text = toText(new Uint8Array(length).fill(255));
    expect(v.is(schema, text)).toBe(true);
    expect(v.is(schema, `${text}A`)).toBe(false);
    expect(v.is(schema, text.slice(1))).toBe(false);
    // Every symbol in the last place: the schema and the decoder agree.
    for (const last of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") {
      const spelled = text.slice(0, -1) + last;
      expect(v.is(schema, spelled)).toBe(decodes(spelled));
    }
  }
});

test("text that is not UTF-8 is refused", () => {
  expect(fromUtf8(utf8("ё"))).toBe("ё");
  expect(() => fromUtf8(Uint8Array.of(0xff))).toThrow();
});

test("parts are joined in order", () => {
  expect(joined(Uint8Array.of(1), new Uint8Array(), Uint8Array.of(2, 3))).toEqual(Uint8Array.of(1, 2, 3));
});

test("an id needs its 16 random bytes", () => {
  expect(idFrom(new Uint8Array(16))).toMatch(/^A{22}$/);
  expect(() => idFrom(new Uint8Array(15))).toThrow("16 random bytes");
});

function decodes(text: string): boolean {
  try {
    fromText(text);
    return true;
  } catch {
    return false;
  }
}

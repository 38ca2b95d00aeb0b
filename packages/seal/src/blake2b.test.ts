import { utf8 } from "@answerable/wire";
import { blake2b as blake2bByNoble } from "@noble/hashes/blake2.js";
import * as fc from "fast-check";
import { expect, test } from "vitest";

import { blake2b } from "./blake2b.ts";
import { hexOf } from "./testing/hex.ts";

test("gives the digest of RFC 7693, appendix A", () => {
  expect(hexOf(blake2b(utf8("abc")))).toBe(
    "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923",
  );
});

test("gives what noble gives, for any bytes and any length", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), fc.integer({ min: 1, max: 64 }), (bytes, length) => {
      expect(hexOf(blake2b(bytes, length))).toBe(hexOf(blake2bByNoble(bytes, { dkLen: length })));
    }),
    { seed: 20261122, numRuns: 300 },
  );
  for (const length of [0, 127, 128, 129, 255, 256, 257])
    expect(hexOf(blake2b(new Uint8Array(length)))).toBe(hexOf(blake2bByNoble(new Uint8Array(length))));
});

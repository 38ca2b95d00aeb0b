import fc from "fast-check";
import { expect, test } from "vitest";

import { BINDER_STEP, SMALLEST } from "./constants.ts";
import { largestPayload, multipleOf, padded, padme, padmeFrom, unpadded, type Bucket } from "./padding.ts";

const buckets: readonly Bucket[] = [padmeFrom(SMALLEST), multipleOf(BINDER_STEP)];

test("Padmé keeps the high bits of a length", () => {
  for (const [length, due] of [
    [9, 10],
    [200, 208],
    [1000, 1024],
    [10_000, 10_240],
    [1_000_000, 1_015_808],
  ] as const) {
    expect(padme(length)).toBe(due);
  }
});

test("a bucket is never smaller, at most 12 % larger, and stays where it is", () => {
  fc.assert(
    fc.property(fc.nat({ max: 2 ** 31 }), (length) => {
      expect(padme(length)).toBeGreaterThanOrEqual(length);
      expect(padme(length)).toBeLessThanOrEqual(Math.ceil(length * 1.12));
      expect(padme(padme(length))).toBe(padme(length));
    }),
    { seed: 20221122 },
  );
});

test("below a megabyte there are fewer than three hundred sizes", () => {
  const sizes = new Set<number>();
  for (let length = 0; length < 1_000_000; length += 1) sizes.add(Math.max(SMALLEST, padme(length)));
  expect(sizes.size).toBeLessThan(300);
});

test("what was padded comes back, and any other padding is refused", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 9_000 }), fc.constantFrom(...buckets), (bytes, bucket) => {
      const all = padded(bytes, bucket, 100_000);
      expect(all.length).toBe(bucket(bytes.length + 4));
      expect(unpadded(all, bucket)).toEqual(bytes);
      if (all.length > bytes.length + 4) {
        all[all.length - 1] = 1;
        expect(() => unpadded(all, bucket)).toThrow("damaged: padding");
      }
    }),
    { seed: 20221122 },
  );
});

test("a length that lies is refused", () => {
  const [bucket] = buckets;
  if (!bucket) throw new Error("a bucket");
  const all = padded(new Uint8Array(10), bucket, 1_000);
  for (const length of [257, 253, 0xffffffff]) {
    new DataView(all.buffer).setUint32(0, length, true);
    expect(() => unpadded(all, bucket)).toThrow("damaged: padding");
  }
  expect(() => unpadded(all.subarray(0, 3), bucket)).toThrow("damaged: padding");
  expect(() => unpadded(padded(new Uint8Array(10), bucket, 1_000).subarray(0, 255), bucket)).toThrow(
    "damaged: padding",
  );
});

test("the largest payload is the largest", () => {
  for (const bucket of buckets) {
    const most = largestPayload(bucket, 50_000);
    expect(padded(new Uint8Array(most), bucket, 50_000).length).toBeLessThanOrEqual(50_000);
    expect(() => padded(new Uint8Array(most + 1), bucket, 50_000)).toThrow("do not fit");
  }
});

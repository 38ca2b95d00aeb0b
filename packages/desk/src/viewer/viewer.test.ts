import fc from "fast-check";
import { expect, test } from "vitest";

import { likenessOf } from "./likeness.ts";
import { hasManifest } from "./particulars.ts";
import { isDrawable, pictureSize } from "./picture-size.ts";

const bytes = (...all: readonly (number | string)[]) =>
  new Uint8Array(
    all.flatMap((one) => (typeof one === "number" ? [one] : Array.from(one, (sign) => sign.charCodeAt(0)))),
  );

test("a picture's size is read from its head, whatever its kind", () => {
  const png = bytes(0x89, "PNG\r\n\u001a\n", 0, 0, 0, 13, "IHDR", 0, 0, 0x04, 0, 0, 0, 0x03, 0);
  expect(pictureSize(png)).toEqual({ width: 1_024, height: 768 });
  expect(pictureSize(bytes("GIF89a", 0x40, 1, 0xf0, 0))).toEqual({ width: 320, height: 240 });
  const jpeg = bytes(0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xc2, 0, 11, 8, 1, 0xe0, 2, 0x80);
  expect(pictureSize(jpeg)).toEqual({ width: 640, height: 480 });
  const webp = bytes("RIFF", 0, 0, 0, 0, "WEBPVP8X", 10, 0, 0, 0, 0, 0, 0, 0, 0x7f, 2, 0, 0xdf, 1, 0);
  expect(pictureSize(webp)).toEqual({ width: 640, height: 480 });
});

test("a head that promises more points than memory holds is not drawn, nor one that says nothing", () => {
  expect(isDrawable({ width: 60_000, height: 60_000 })).toBe(false);
  expect(isDrawable({ width: 1_000_000, height: 1 })).toBe(false);
  expect(isDrawable({ width: 0, height: 9 })).toBe(false);
  expect(isDrawable({ width: 11_648, height: 8_736 })).toBe(false);
  expect(isDrawable({ width: 11_608, height: 8_608 })).toBe(true);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (any) => {
      const size = pictureSize(Uint8Array.from([0xff, 0xd8, ...any]));
      expect(size === undefined || Number.isInteger(size.width)).toBe(true);
    }),
    { seed: 5 },
  );
});

test("a likeness survives a change of light, and another picture has another", () => {
  const points = (of: (x: number, y: number) => number) =>
    Uint8ClampedArray.from({ length: 9 * 8 * 4 }, (_, at) => of(Math.floor(at / 4) % 9, Math.floor(at / 36)));
  const slope = likenessOf(points((x) => 200 - x * 20));
  expect(slope).toBe("ffffffffffffffff");
  expect(likenessOf(points((x) => 240 - x * 20))).toBe(slope);
  expect(likenessOf(points((x) => x * 20))).toBe("0000000000000000");
});

test("a C2PA manifest store is noticed in any kind of file", () => {
  expect(hasManifest(bytes("nothing of the kind"))).toBe(false);
  expect(hasManifest(bytes("RIFF", 0, 0, 0, 40, "jumb", 0, 0, 0, 30, "jumdc2pa", 0, "…"))).toBe(true);
});

import fc from "fast-check";
/** Two pictures signed by another program (signed-pictures.fixtures.json), as they are and with something changed in them. */
import { gunzipSync } from "fflate";
import { expect, test } from "vitest";

import { readCbor } from "./cbor.ts";
import { boxesIn, storeIn } from "./jumbf.ts";
import { provenanceOf } from "./provenance.ts";
import fixtures from "./signed-pictures.fixtures.json" with { type: "json" };

const pictureOf = (packed: string): Uint8Array =>
  gunzipSync(Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0)));
const jpeg = pictureOf(fixtures.jpeg);
const png = pictureOf(fixtures.png);
const changedAt = (file: Uint8Array, at: number): Uint8Array => file.with(at, (file[at] ?? 0) ^ 1);
const placeOf = (file: Uint8Array, words: string): number =>
  Array.from(file, (byte) => String.fromCharCode(byte))
    .join("")
    .indexOf(words);

const intact = { verdict: "intact", signer: "Testcam 1, Nowhere", maker: "Testcam" };

test("a picture signed by another program is intact, and its signer is named by the certificate's own word", async () => {
  expect(await provenanceOf(jpeg)).toEqual(intact);
  expect(await provenanceOf(png)).toEqual(intact);
});

test("a point of the picture changed after it was signed is noticed", async () => {
  expect((await provenanceOf(changedAt(jpeg, jpeg.length - 40)))?.verdict).toBe("broken");
  expect((await provenanceOf(Uint8Array.from([...jpeg, 0])))?.verdict).toBe("broken");
});

test("a word of the claim, of what it names, or of the signature changed is noticed", async () => {
  expect((await provenanceOf(changedAt(jpeg, placeOf(jpeg, "xmp:iid:1") + 8)))?.verdict).toBe("broken");
  expect((await provenanceOf(changedAt(jpeg, placeOf(jpeg, "c2pa.created") + 11)))?.verdict).toBe("broken");
  const store = storeIn(png);
  const manifest = boxesIn(store?.bytes ?? png)[0]?.boxes[0];
  const signature = manifest?.boxes.find(({ label }) => label === "c2pa.signature")?.boxes[0]?.content;
  const cose = readCbor(signature ?? png) as readonly unknown[];
  const tail = cose[3] as Uint8Array;
  expect((await provenanceOf(changedAt(png, tail.byteOffset - png.byteOffset + 7)))?.verdict).toBe("broken");
});

test("a gap in the hash that reaches beyond the manifest is no binding", async () => {
  // Whatever stands in the gap could be anything: another picture beside the one that was signed.
  const gap = placeOf(jpeg, "exclusions");
  const widened = changedAt(jpeg, gap + 19);
  expect((await provenanceOf(widened))?.verdict).toBe("broken");
});

test("a picture without a manifest says nothing", async () => {
  expect(await provenanceOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xd9))).toBeUndefined();
  expect(await provenanceOf(new Uint8Array(64))).toBeUndefined();
});

test("whatever is changed outside the manifest, it is not intact; whatever within, it is judged without a fall", async () => {
  const [from, to] = storeIn(jpeg)?.places[0] ?? [0, 0];
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: jpeg.length - (to - from) - 1 }),
      fc.integer({ min: 1, max: 255 }),
      async (nth, flip) => {
        const at = nth < from ? nth : nth + to - from;
        const file = jpeg.with(at, (jpeg[at] ?? 0) ^ flip);
        expect((await provenanceOf(file))?.verdict).not.toBe("intact");
      },
    ),
    { seed: 8, numRuns: 100 },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat({ max: 2_500 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 }),
      async (changes) => {
        let file = jpeg;
        for (const [at, byte] of changes) file = file.with(from + at, byte);
        await provenanceOf(file);
      },
    ),
    { seed: 8, numRuns: 60 },
  );
});

test("numbers, words, bytes and lists of CBOR are read as the RFC's examples say", () => {
  const read = (hex: string) =>
    readCbor(Uint8Array.from(hex.match(/../gu) ?? [], (two) => Number.parseInt(two, 16)));
  expect(read("1bffffffffffffffff")).toBe(18_446_744_073_709_551_615n);
  expect(read("3903e7")).toBe(-1000);
  expect(read("fb3ff199999999999a")).toBe(1.1);
  expect(read("c11a514b67b0")).toBe(1_363_896_240);
  expect(read("7f657374726561646d696e67ff")).toBe("streaming");
  expect(read("9f018202039f0405ffff")).toEqual([1, [2, 3], [4, 5]]);
  expect(read("bf61610161629f0203ffff")).toEqual(
    new Map<string, unknown>([
      ["a", 1],
      ["b", [2, 3]],
    ]),
  );
  expect(() => read("5b0000000100000000")).toThrow();
});

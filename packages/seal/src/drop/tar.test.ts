import { utf8 } from "@answerable/wire";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { Damaged } from "../damaged.ts";
import { filesOfTar, isSafeName, tarOf } from "./tar.ts";

const bucket = (length: number) => Math.max(4_096, Math.ceil(length / 1_024) * 1_024);
const bounds = { files: 8, bucket };
const files = [
  { name: "report.json", bytes: utf8("{}") },
  { name: "files/01.jpg", bytes: new Uint8Array(1_000).fill(7) },
];

/** A header field overwritten, and the checksum made right again. */
function forged(at: number, text: string): Uint8Array {
  const tar = tarOf(files, bucket);
  tar.set(utf8(text), at);
  tar.set(utf8("        "), 148);
  const sum = tar.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  tar.set(utf8(`${sum.toString(8).padStart(6, "0")}\0 `), 148);
  return tar;
}

describe("a strict tar", () => {
  test("gives back what went in, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 2_000 }), { maxLength: 8 }), (contents) => {
        const given = contents.map((bytes, at) => ({ name: `files/0${at}.bin`, bytes }));
        expect(filesOfTar(tarOf(given, bucket), bounds)).toEqual(given);
      }),
      { seed: 1 },
    );
  });

  test.each([
    ["a symbolic link", 156, "2"],
    ["a hard link", 156, "1"],
    ["a folder", 156, "5"],
    ["a device", 156, "3"],
    ["a long-name entry", 156, "L"],
    ["a pax header", 156, "x"],
    ["a name that climbs", 0, "../etc/a.b"],
    ["an absolute name", 0, "/etc/pass.x"],
    ["a name with a line break", 0, "repo\nt.json"],
    ["an executable", 100, "0000755"],
    ["another owner", 108, "0000001"],
    ["a time", 136, "14000000000"],
    ["a size larger than the archive", 124, "00000077777"],
    ["a negative size", 124, "-0000000001"],
    ["a size in base 256", 124, "\x7f\x7f\x7f"],
    ["a prefix", 345, "etc"],
  ])("refuses %s", (_, at, text) => {
    expect(() => filesOfTar(forged(at, text), bounds)).toThrow(Damaged);
  });

  test("refuses a second file of one name, too many files, bytes after the end, another padding, and a cut", () => {
    const [one] = files;
    if (!one) throw new Error("a file");
    expect(() => filesOfTar(tarOf([one, one], bucket), bounds)).toThrow(Damaged);
    const many = Array.from({ length: 9 }, (_, at) => ({
      name: `files/0${at}.bin`,
      bytes: new Uint8Array(),
    }));
    expect(() => filesOfTar(tarOf(many, bucket), bounds)).toThrow(Damaged);
    const after = tarOf(files, bucket);
    after[after.length - 1] = 1;
    expect(() => filesOfTar(after, bounds)).toThrow(Damaged);
    const hidden = tarOf(files, bucket);
    hidden[512 + 5] = 1;
    expect(() => filesOfTar(hidden, bounds)).toThrow(Damaged);
    expect(() =>
      filesOfTar(
        tarOf(files, (length) => bucket(length) + 1_024),
        bounds,
      ),
    ).toThrow(Damaged);
    const whole = tarOf(files, bucket);
    for (let length = 0; length < whole.length; length += 512)
      expect(() => filesOfTar(whole.subarray(0, length), bounds)).toThrow(Damaged);
  });

  test("whatever bytes come, nothing but Damaged is thrown", () => {
    const whole = tarOf(files, bucket);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        (changes) => {
          const tar = whole.slice();
          for (const [at, byte] of changes) tar[at] = byte;
          try {
            filesOfTar(tar, bounds);
          } catch (error) {
            expect(error).toBeInstanceOf(Damaged);
          }
        },
      ),
      { seed: 2, numRuns: 500 },
    );
  });

  test("knows a plain name", () => {
    for (const name of ["report.json", "files/01.jpg"]) expect(isSafeName(name)).toBe(true);
    for (const name of [
      "",
      ".json",
      "a",
      "a/b/c.d",
      "files/..",
      "files/01.tar.gz",
      "Файл.jpg",
      "a b.c",
      "files\\01.jpg",
      "con:.x",
    ])
      expect(isSafeName(name)).toBe(false);
  });
});

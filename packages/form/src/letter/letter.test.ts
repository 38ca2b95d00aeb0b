import { readFileSync } from "node:fs";

import { relations, sources, services, consentScopes, isCode } from "@answerable/casework";
import { kindOf } from "@answerable/casework/intake";
import { RandomFailed, TooLarge } from "@answerable/seal/drop";
import { Unreachable, WireRefusal } from "@answerable/wire";
import { describe, expect, test } from "vitest";

import { insideOf, IN_LETTER_BYTES } from "./files.ts";
import { isPassing, wordsForFailure } from "./say-why.ts";

const file = (name: string, size: number) => ({ name, size }) as File; // as much of a file as the choice looks at

describe("papers and pictures", () => {
  test("ride in the letter while they are small together; the rest goes beside it", () => {
    const [a, b, c] = [file("a", 400_000), file("b", 2_000_000), file("c", 500_000)] as const;
    expect(insideOf([a, b, c])).toEqual([a, c]);
    expect(insideOf([file("d", IN_LETTER_BYTES)])).toHaveLength(1);
    expect(insideOf([file("e", IN_LETTER_BYTES + 1)])).toEqual([]);
  });

  test("are what their first bytes say, and a web page is nothing to be looked at", () => {
    expect(kindOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)).kind).toBe("image/jpeg");
    expect(kindOf(new TextEncoder().encode("%PDF-1.7")).kind).toBe("application/pdf");
    for (const text of ["<svg onload=alert(1)>", "<html>", "PK\u0003\u0004", "MZ", ""])
      expect(kindOf(new TextEncoder().encode(text)).ending).toBe("bin");
  });
});

describe("what went wrong", () => {
  test("is said in words, and only what passes by itself makes a letter wait", () => {
    expect(wordsForFailure(new RandomFailed())).toBe("bad.random");
    expect(wordsForFailure(new TooLarge(2, 1))).toBe("bad.tooMuch");
    expect(wordsForFailure(new Unreachable())).toBe("bad.offline");
    expect(wordsForFailure(new WireRefusal(503, "Busy"))).toBe("bad.server");
    expect(wordsForFailure(new WireRefusal(409, "WrongPeriod"))).toBe("bad.unknown");
    expect(
      [new Unreachable(), new WireRefusal(503, "x"), new WireRefusal(403, "NoWork")].every(isPassing),
    ).toBe(true);
    expect([new WireRefusal(409, "x"), new WireRefusal(413, "x"), new Error("x")].some(isPassing)).toBe(
      false,
    );
  });
});

test("every answer that can be chosen in the form is a code that the desk knows", () => {
  const html = readFileSync(new URL("../../write.html", import.meta.url), "utf8");
  const values = (name: string) =>
    [...html.matchAll(new RegExp(`value="([^"]+)"[^>]*data-t="${name}\\.`, "g"))].map(
      (found) => found[1] ?? "",
    );
  const boxes = [...html.matchAll(/name="consent"[\s\S]*?value="([^"]+)"/g)].map((found) => found[1] ?? "");
  for (const [vocab, codes] of [
    [relations, values("relation")],
    [sources, values("source")],
    [services, values("service")],
    [consentScopes, boxes],
  ] as const) {
    expect(codes.length).toBeGreaterThan(2);
    for (const code of codes) expect(isCode(vocab, code), code).toBe(true);
  }
});

import { RECEIPT_SYMBOLS } from "@answerable/wire";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { RandomFailed } from "../random.ts";
import { chance } from "../testing/chance.ts";
import { groupsOf, locatorOf, newReceipt, readReceipt, secretOf, type ReceiptCode } from "./receipt-code.ts";

const codes = fc.string({ minLength: 1 }).map((name) => newReceipt(chance(name)));
const seed = { seed: 20261122 };
const shown = (code: ReceiptCode) => groupsOf(code).join(" ");
const symbols = Array.from(RECEIPT_SYMBOLS);

describe("a receipt's code", () => {
  test("is five groups of four: five symbols of locator, fourteen of secret and one to check", () => {
    const code = newReceipt(chance("receipt"));
    expect(shown(code)).toMatch(/^(?:[ABEKMHPCTYX0-9]{4} ){4}[ABEKMHPCTYX0-9]{4}$/);
    expect(locatorOf(code)).toHaveLength(5);
    expect(secretOf(code)).toHaveLength(15);
    expect(readReceipt(shown(code))).toEqual({ ok: true, value: code });
  });

  test("is refused for every slip of a single symbol", () => {
    fc.assert(
      fc.property(codes, (code) => {
        for (let at = 0; at < code.length; at += 1) {
          for (const symbol of symbols.filter((one) => one !== code[at])) {
            const slip = code.slice(0, at) + symbol + code.slice(at + 1);
            expect(readReceipt(slip)).toEqual({ ok: false, refusal: { type: "Mistyped" } });
          }
        }
      }),
      { ...seed, numRuns: 30 },
    );
  });

  test("is refused for every swap of two neighbours", () => {
    fc.assert(
      fc.property(codes, (code) => {
        for (let at = 0; at + 1 < code.length; at += 1) {
          const swap = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
          if (swap !== code) expect(readReceipt(swap).ok).toBe(false);
        }
      }),
      { ...seed, numRuns: 200 },
    );
  });

  test("may be typed on either keyboard, in any case, with any spaces and dashes, or with none", () => {
    const cyrillic: Record<string, string> = {
      A: "А",
      B: "В",
      E: "Е",
      K: "К",
      M: "М",
      H: "Н",
      P: "Р",
      C: "С",
      T: "Т",
      Y: "У",
      X: "Х",
      0: "О",
      3: "З",
    };
    fc.assert(
      fc.property(
        codes,
        fc.infiniteStream(fc.nat(2)),
        fc.constantFrom(" ", "-", "  ", " – ", ""),
        (code, coin, gap) => {
          const typed = groupsOf(code)
            .map((group) =>
              Array.from(group, (one) => {
                const side = coin.next().value;
                if (side === 0) return one.toLowerCase();
                return side === 1 ? (cyrillic[one] ?? one) : (cyrillic[one] ?? one).toLowerCase();
              }).join(""),
            )
            .join(gap);
          expect(readReceipt(` ${typed} `)).toEqual({ ok: true, value: code });
        },
      ),
      seed,
    );
  });

  test("half typed, says which group is wrong", () => {
    const code = newReceipt(chance("half"));
    const [one, two, three, four, five] = groupsOf(code) as [string, string, string, string, string];
    const refusal = (text: string) => {
      const read = readReceipt(text);
      return read.ok ? undefined : read.refusal;
    };
    expect(refusal("")).toEqual({ type: "WrongLength", group: 1 });
    expect(refusal(`${one} ${two}`)).toEqual({ type: "WrongLength", group: 3 });
    expect(refusal(`${one} ${two.slice(1)} ${three} ${four} ${five}`)).toEqual({
      type: "WrongLength",
      group: 2,
    });
    expect(refusal(`${one} ${two} ${three} ${four.slice(1)}Ж ${five}`)).toEqual({
      type: "WrongSymbol",
      group: 4,
      symbol: "Ж",
    });
    expect(refusal(`${one} ${two} ${three} ${four} ${five} ${one}`)).toEqual({
      type: "WrongLength",
      group: 6,
    });
    expect(refusal(code.slice(0, 10))).toEqual({ type: "WrongLength", group: 3 });
  });

  test("whatever is typed, reading it does not fail", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => void readReceipt(text)),
      seed,
    );
  });

  test("uses every symbol alike", () => {
    const seen = new Map(symbols.map((one) => [one, 0]));
    for (let n = 0; n < 2_000; n += 1) {
      for (const one of newReceipt(chance(`many ${n}`))) seen.set(one, (seen.get(one) ?? 0) + 1);
    }
    const due = (2_000 * 20) / symbols.length;
    for (const count of seen.values()) expect(Math.abs(count - due)).toBeLessThan(due * 0.12);
  });

  test("is not made without randomness", () => {
    expect(() => newReceipt(() => new Uint8Array(32))).toThrow(RandomFailed);
  });
});

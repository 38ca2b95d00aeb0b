import { describe, expect, test } from "vitest";

import article from "../../article.json" with { type: "json" };
import { figureLines } from "./figure-lines.ts";
import { readFigure, remainderOf } from "./figure.ts";
import { weigh } from "./grade.ts";
import { readLedger } from "./read.ts";
import { smallLedger } from "./testing/small-ledger.ts";

describe("words become numbers by the published policy", () => {
  const whole = { min: 200_000, max: 200_000 };
  test.each(article.figures)("$id of the article: “$lexical”", ({ lexical, min, max }) => {
    const reading = readFigure(lexical, lexical.startsWith("most") ? whole : undefined);
    expect([reading.min ?? null, reading.max ?? null]).toEqual([min, max]);
  });
  test.each([
    ["около 50", 40, 60],
    ["почти 1 000", 900, 1000],
    ["более 300", 301, undefined],
    ["сотни", 200, 999],
    ["тысячи", 2000, 9999],
    ["кілька", 2, undefined],
    ["fewer than 30", 0, 30],
    ["５０", 50, 50],
    ["about 0", 0, 0],
  ])("“%s”", (words, min, max) => {
    const reading = readFigure(words);
    expect([reading.min, reading.max]).toEqual([min, max]);
  });
  test.each(["1.500", "٥٠", "from 3 to 5", "", "heavy", "5 0 0", "999999999999999999999", "\u202E05"])(
    "“%s” gives no number",
    (words) => {
      expect(readFigure(words).min).toBeUndefined();
    },
  );
});

describe("parts and wholes", () => {
  test("of 200,000 men 50,000 went into battle: 150,000 are left, and most holds", () => {
    const left = remainderOf({ min: 200_000, max: 200_000 }, [{ min: 50_000, max: 50_000 }]);
    expect(left).toEqual({ consistent: true, min: 150_000, max: 150_000 });
  });
  test("parts that are more than the whole do not hold", () => {
    expect(
      remainderOf({ min: 10, max: 12 }, [
        { min: 9, max: 9 },
        { min: 4, max: undefined },
      ]).consistent,
    ).toBe(false);
  });
});

describe("the four lines", () => {
  test("the article's estimate of killed and wounded stands alone and is nobody's count of the killed", () => {
    const read = readLedger(article);
    if (!read.ok) throw new Error("the article is refused");
    const ledger = read.value;
    const lines = figureLines(ledger.figures, { ledger, standing: weigh(ledger) });
    expect(lines).toContainEqual({
      line: "external estimate",
      counted: "killed+wounded",
      min: 100_001,
      max: undefined,
      figures: ["F17"],
    });
    expect(lines.find(({ figures }) => figures.some((figure) => figure === "F16"))).toMatchObject({
      line: "reported range",
      min: 200,
      max: 999,
    });
  });
  test("named, reported, conceded and estimated are never put into one, and never added", () => {
    const figure = (id: string, more: object) => ({
      id,
      quantity: "killed at the bridge",
      unit: "killed",
      ...more,
    });
    const ledger = smallLedger({
      chains: {
        a: { origin: "ag:rita" },
        b: { origin: "ag:zoya" },
        m: { origin: "ag:ministry" },
        s: { origin: "ag:abroad" },
      },
      agents: [
        { id: "ag:ministry", type: "institution" },
        { id: "ag:abroad", type: "state" },
      ],
      claims: [
        { id: "C1", chain: "a", figure: "F1" },
        { id: "C2", chain: "b", figure: "F2" },
        { id: "C3", chain: "m", figure: "F3" },
        { id: "C4", chain: "s", figure: "F4" },
        { id: "C5", chain: "a", figure: "F5" },
      ],
      figures: [
        figure("F1", { min: 40, max: 60 }),
        figure("F2", { min: 200, max: 999 }),
        figure("F3", { min: 5, max: 5 }),
        figure("F4", { min: 301, max: null }),
        figure("F5", { min: 12, max: null, namedFloor: true }),
      ],
    });
    const lines = figureLines(ledger.figures, { ledger, standing: weigh(ledger) });
    expect(lines.map(({ line, min, max }) => [line, min, max])).toEqual([
      ["reported range", 40, 999],
      ["conceded", 5, 5],
      ["external estimate", 301, undefined],
      ["named floor", 12, undefined],
    ]);
  });
});

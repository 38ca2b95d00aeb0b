import { describe, expect, test } from "vitest";

import vectors from "./sdc-vectors.fixtures.json" with { type: "json" };
import { answerVectors } from "./vectors.ts";

const answers = answerVectors(vectors)["vectors"] as readonly Record<string, unknown>[];

function without(
  row: Readonly<Record<string, unknown>>,
  ...keys: readonly string[]
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key)));
}
function casesOf(vector: Readonly<Record<string, unknown>>): readonly Record<string, unknown>[] | undefined {
  return vector["cases"] as readonly Record<string, unknown>[] | undefined;
}

/** The file with every answer taken out. */
const bare = {
  vectors: vectors.vectors.map((vector) => {
    const cases = casesOf(vector)?.map((one) =>
      without(one, "interval", "outsider", "insider", "safe", "need", "why"),
    );
    return { ...without(vector, "safe", "why"), ...(cases && { cases }) };
  }),
};

describe("the published vectors", () => {
  test.each(vectors.vectors)("$id", (vector) => {
    const expected = without(vector, "from", "title", "why", "cells", "tables", "releases", "total");
    const cases = casesOf(vector)?.map((one) => without(one, "why"));
    expect(answers.find(({ id }) => id === vector.id)).toMatchObject({
      ...expected,
      ...(cases && { cases }),
    });
  });
  test("are answered the same when nobody tells what the answer is", () => {
    const again = answerVectors(bare)["vectors"] as readonly Record<string, unknown>[];
    const verdicts = (given: readonly Record<string, unknown>[]) =>
      given.map(({ id, safe, cases }) => [id, safe ?? (cases as { safe: unknown }[]).map((one) => one.safe)]);
    expect(verdicts(again)).toEqual(verdicts(answers));
    expect(again).toMatchObject(answers);
  });
  test.each([null, [], {}, { vectors: [1, {}, { cells: { a: "x" } }, { cells: { a: -1 }, cases: [] }] }])(
    "what is no vector is refused in words: %j",
    (raw) => {
      expect(JSON.stringify(answerVectors(raw))).toContain("refused");
    },
  );
  test("rounded to five, a step of one is no longer seen", () => {
    const releases = [
      { date: "2022-11-07", region: "Kursk", cases: 10 },
      { date: "2022-11-14", region: "Kursk", cases: 15 },
    ];
    expect(answerVectors({ vectors: [{ id: "r", releases, rounding: 5 }] })["vectors"]).toMatchObject([
      { safe: true },
    ]);
  });
});

import { describe, expect, test } from "vitest";

import article from "../../article.json" with { type: "json" };
import { answerLedger } from "./answer.ts";
import { rawLedger } from "./testing/small-ledger.ts";

describe("a researcher's own file", () => {
  test("the article answers as recorded", () => {
    const answer = JSON.parse(JSON.stringify(answerLedger(article)));
    expect(answer.refusals).toEqual([]);
    for (const [at, { id, grade, independentOrigins, contested, origins }] of article.incidents.entries()) {
      const { min, max } = independentOrigins;
      expect(answer.incidents[at]).toMatchObject({
        id,
        grade,
        contested,
        origins,
        independentOrigins: { min, max },
      });
    }
  });
  test("a file without incidents is answered as one matter", () => {
    const claims = ["a", "b"].map((chain) => ({ id: `C-${chain}`, chain }));
    const raw = rawLedger({ chains: { a: { origin: "ag:rita" }, b: { origin: "ag:zoya" } }, claims });
    expect(answerLedger(raw)).toMatchObject({
      incidents: [],
      whole: { independentOrigins: { min: 2, max: 2 } },
    });
  });
  test("nothing at all is refused, and answered", () => {
    expect(answerLedger(undefined)).toMatchObject({ claims: [], refusals: [{ type: "NotALedger" }] });
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";

import article from "../../article.json" with { type: "json" };
import { weigh } from "./grade.ts";
import { readLedger, siftLedger } from "./read.ts";
import { rawLedger, type SmallLedger } from "./testing/small-ledger.ts";
import { ledgerToFile } from "./write.ts";

const one = { chains: { a: { origin: "ag:rita" } } };

function refusalsOf(raw: unknown) {
  const { ledger, refusals } = siftLedger(raw);
  weigh(ledger); // what is left can always be weighed
  return refusals;
}
const small = (more: Partial<SmallLedger>) => refusalsOf(rawLedger({ ...one, ...more }));

describe("what a claims file may not hold", () => {
  test("a chain that comes back to where it was", () => {
    const raw = rawLedger(one);
    const circular = {
      ...raw,
      chains: [
        {
          id: "ch:round",
          origin: "ag:rita",
          links: [
            { from: "ag:rita", to: "it:a", mode: "stated" },
            { from: "it:a", to: "it:copy", mode: "quoted" },
            { from: "it:copy", to: "it:a", mode: "quoted" },
          ],
        },
      ],
      items: [...raw.items, { id: "it:copy", agent: "ag:rita" }],
      claims: [{ id: "C1", chain: "ch:round", incident: "I1" }],
    };
    const refusals = refusalsOf(circular);
    expect(refusals[0]).toMatchObject({ type: "CircularChain", chain: "ch:round" });
    const [incident] = weigh(siftLedger(circular).ledger).incidents;
    expect(incident).toMatchObject({ grade: "unusable", independence: { min: 0, max: 0 } });
  });
  test("a thing derived from itself through another", () => {
    const items = [
      { id: "it:x", derivedFrom: ["it:y"] },
      { id: "it:y", derivedFrom: ["it:x"] },
    ];
    expect(small({ items }).map(({ type }) => type)).toEqual(["CircularDerivation", "CircularDerivation"]);
  });
  test("a claim that denies itself", () => {
    expect(small({ relations: [{ type: "denies", from: "C-a", to: ["C-a"] }] })).toEqual([
      { type: "ClaimDeniesItself", claim: "C-a", relation: "denies" },
    ]);
  });
  test("a figure whose least is more than its most", () => {
    expect(small({ figures: [{ id: "F1", min: 60, max: 40 }] })).toEqual([
      { type: "FigureUpsideDown", figure: "F1", min: 60, max: 40 },
    ]);
  });
  test("a retraction of a retraction", () => {
    const claims = ["C1", "C2", "C3"].map((id) => ({ id, chain: "a" }));
    const relations = [
      { type: "retracts", from: "C2", to: ["C1"] },
      { type: "retracts", from: "C3", to: ["C2"] },
    ];
    expect(small({ claims, relations })).toEqual([{ type: "RetractionOfRetraction", claim: "C2" }]);
  });
  test("corrections in a circle", () => {
    const claims = ["C1", "C2"].map((id) => ({ id, chain: "a" }));
    const relations = [
      { type: "corrects", from: "C2", to: ["C1"] },
      { type: "corrects", from: "C1", to: ["C2"] },
    ];
    expect(small({ claims, relations }).map(({ type }) => type)).toEqual([
      "CircularCorrection",
      "CircularCorrection",
    ]);
  });
  test.each([
    ["turned around", "provocation \u202Eoediv"],
    ["of no width", "a\u200Bb"],
    ["half a sign", "\uD83D"],
    ["a null", "a\u0000b"],
    ["a tag", "flag\u{E0067}"],
  ])("a title with signs %s", (_, label) => {
    expect(small({ incidents: [{ id: "I1", label, claims: [] }] })).toEqual([
      { type: "HiddenSigns", table: "incidents", at: 0, where: "label" },
    ]);
  });
  test("two ids that look the same", () => {
    const claims = ["C1", "Ｃ１"].map((id) => ({ id, chain: "a" }));
    expect(small({ claims })).toEqual([{ type: "IdTwice", table: "claims", id: "Ｃ１" }]);
  });
  test("a name that stands for nobody", () => {
    expect(small({ claims: [{ id: "C1", chain: "ch:none" }] })).toEqual([
      { type: "NobodyOfThatName", table: "claims", id: "C1", names: "ch:none" },
    ]);
  });
  test.each([[null], [[]], ["claims"], [7], [{ claims: 4 }], [{ claims: [null, 3, {}] }]])(
    "%j is refused, not thrown at",
    (raw) => {
      expect(refusalsOf(raw).length).toBeGreaterThan(0);
    },
  );
  test("any JSON at all, and the article with any one value spoilt, gives a ledger and refusals", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => void refusalsOf(raw)),
      { seed: 8, numRuns: 300 },
    );
    const tables = ["agents", "items", "chains", "claims", "figures", "relations", "incidents"] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...tables),
        fc.nat(),
        fc.nat(),
        fc.jsonValue(),
        (table, row, field, value) => {
          const rows: Record<string, unknown>[] = [...article[table]];
          const at = row % rows.length;
          const keys = Object.keys(rows[at] ?? {});
          const key = keys[field % keys.length] ?? "id";
          rows[at] = { ...rows[at], [key]: value };
          const { ledger } = siftLedger({ ...article, [table]: rows });
          ledgerToFile(ledger);
        },
      ),
      { seed: 8, numRuns: 60 },
    );
  });
  test("a long chain of claims resting on each other does not overflow", () => {
    const claims = Array.from({ length: 20_000 }, (_, at) => ({
      id: `C${at}`,
      chain: "a",
      cause: at > 0 ? [`C${at - 1}`] : [],
    }));
    const relations = claims.slice(1).map(({ id }, at) => ({ type: "corrects", from: id, to: [`C${at}`] }));
    expect(readLedger(rawLedger({ ...one, claims, relations })).ok).toBe(true);
  });
});

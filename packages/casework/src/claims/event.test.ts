import * as v from "valibot";
import { describe, expect, test } from "vitest";

import article from "../../article.json" with { type: "json" };
import { enterInLedger, eventsOfLedger, foldLedgerEvent, LedgerEvent } from "./event.ts";
import { weigh } from "./grade.ts";
import { emptyLedger, type Ledger } from "./model.ts";
import { readLedger } from "./read.ts";
import { smallLedger } from "./testing/small-ledger.ts";
import { ledgerToFile } from "./write.ts";

function given(...events: readonly unknown[]): Ledger {
  return events.map((event) => v.parse(LedgerEvent, event)).reduce(foldLedgerEvent, emptyLedger);
}

const rita = { type: "AgentEntered", agent: { id: "ag:rita", type: "person" } };
const drawn = { type: "ChainDrawn", chain: { id: "ch:a", origin: "ag:rita", perceives: "saw", links: [] } };
const said = (id: string, more: object = {}) => ({
  type: "ClaimEntered",
  claim: { id, chain: "ch:a", ...more },
});

describe("a claims folder", () => {
  test("the article enters as events and comes out of them without loss", () => {
    const read = readLedger(article);
    if (!read.ok) throw new Error("the article is refused");
    const events: unknown = JSON.parse(JSON.stringify(eventsOfLedger(read.value)));
    const folded = (Array.isArray(events) ? events : [])
      .map((event) => v.parse(LedgerEvent, event))
      .reduce(foldLedgerEvent, emptyLedger);
    expect(JSON.parse(JSON.stringify(ledgerToFile(folded)))).toEqual(article);
  });
  test("a claim retracted takes along what rests on it", () => {
    const ledger = given(rita, drawn, said("C1"), said("C2", { cause: ["C1"] }), {
      type: "ClaimRetracted",
      claim: "C1",
      reason: "she was told of another town",
    });
    expect(weigh(ledger).claims.map(({ soundness }) => soundness.type)).toEqual([
      "Retracted",
      "RestsOnRetracted",
    ]);
  });
  test("a claim cannot be retracted twice, nor its retraction retracted", () => {
    const retracted = { type: "ClaimRetracted", claim: "C1", reason: "wrong" } as const;
    const ledger = given(rita, drawn, said("C1"), retracted);
    expect(enterInLedger(ledger, v.parse(LedgerEvent, retracted))).toEqual({
      ok: false,
      refusal: { type: "RetractionOfRetraction", claim: "C1" },
    });
  });
  test.each([
    [{ type: "RelationSeen", relation: { type: "denies", from: "C1", to: ["C1"] } }, "ClaimDeniesItself"],
    [{ type: "ClaimCorrected", claim: "C1", by: "C1", reason: "x" }, "CircularCorrection"],
    [{ type: "ClaimRetracted", claim: "C9", reason: "x" }, "NoSuchClaim"],
    [{ type: "FigureRead", figure: { id: "F1", min: 3, max: 2 } }, "FigureUpsideDown"],
    [said("C2", { text: "\u202Eabc" }), "HiddenSigns"],
    [
      {
        type: "ChainDrawn",
        chain: { id: "ch:b", origin: "ag:rita", links: [{ from: "ag:rita", to: "ag:rita", mode: "told" }] },
      },
      "CircularChain",
    ],
  ])("%j is refused before it is sealed", (event, type) => {
    expect(enterInLedger(given(rita, drawn, said("C1")), v.parse(LedgerEvent, event))).toMatchObject({
      ok: false,
      refusal: { type },
    });
  });
  test("an event that names nothing known leaves the ledger as it was", () => {
    const ledger = smallLedger({ chains: { a: { origin: "ag:rita" } } });
    const lost = v.parse(LedgerEvent, { type: "ClaimRetracted", claim: "C-none", reason: "x" });
    expect(foldLedgerEvent(ledger, lost)).toEqual(ledger);
  });
  test("two wives become one when a person says so, and why", () => {
    const ledger = smallLedger({ chains: { a: { origin: "ag:rita" }, b: { origin: "ag:zoya" } } });
    const joined = v.parse(LedgerEvent, {
      type: "OriginsJoined",
      claim: "C-a",
      with: ["C-b"],
      reason: "both read one chat",
    });
    expect(weigh(ledger).incidents[0]?.grade).toBe("corroborated");
    expect(weigh(foldLedgerEvent(ledger, joined)).incidents[0]?.grade).toBe("single");
  });
  test("two of one household are two when a person says so, and one again when she takes it back", () => {
    const ledger = smallLedger({
      chains: { a: { origin: "ag:rita" }, b: { origin: "ag:zoya" } },
      agents: [
        { id: "ag:rita", household: "one flat" },
        { id: "ag:zoya", household: "one flat" },
      ],
    });
    const said = (type: string, more: object = {}) =>
      v.parse(LedgerEvent, { type, claim: "C-a", with: ["C-b"], ...more });
    const apart = foldLedgerEvent(
      ledger,
      said("OriginsHeldApart", { reason: "each was at another meeting" }),
    );
    expect(weigh(ledger).incidents[0]?.independence.min).toBe(1);
    expect(weigh(apart).incidents[0]?.independence.min).toBe(2);
    const again = foldLedgerEvent(apart, said("OriginsReopened"));
    expect(weigh(again).incidents[0]?.independence.min).toBe(1);
    expect(again.relations).toEqual(ledger.relations);
  });
  test("a third of the household may still be either's: nobody is one more origin by that", () => {
    const flat = (id: string) => ({ id, household: "one flat" });
    const ledger = smallLedger({
      chains: { a: { origin: "ag:rita" }, b: { origin: "ag:zoya" }, c: { origin: "ag:lida" } },
      agents: [flat("ag:rita"), flat("ag:zoya"), flat("ag:lida")],
    });
    const apart = v.parse(LedgerEvent, {
      type: "OriginsHeldApart",
      claim: "C-a",
      with: ["C-b"],
      reason: "each was at another meeting",
    });
    expect(weigh(foldLedgerEvent(ledger, apart)).incidents[0]?.independence.min).toBe(1);
  });
  test("that a claim stands after a correction is entered of two claims that are there, and changes nothing else", () => {
    const entered = given(rita, drawn, said("C1"), said("C2", { cause: ["C1"] }), said("C3"), {
      type: "ClaimCorrected",
      claim: "C1",
      by: "C3",
      reason: "it was another town",
    });
    const stands = (claim: string, after: string) =>
      v.parse(LedgerEvent, { type: "ClaimStands", claim, after, reason: "it says nothing of the town" });
    const sound = (ledger: typeof entered) => weigh(ledger).claims.map(({ soundness: { type } }) => type);
    expect(sound(entered)).toEqual(["Corrected", "RestsOnCorrected", "Sound"]);
    expect(sound(foldLedgerEvent(entered, stands("C2", "C3")))).toEqual(["Corrected", "Sound", "Sound"]);
    expect(enterInLedger(entered, stands("C2", "C9"))).toEqual({
      ok: false,
      refusal: { type: "NoSuchClaim", claim: "C9" },
    });
    expect(foldLedgerEvent(entered, stands("C9", "C3"))).toBe(entered);
    expect(enterInLedger(entered, stands("C2", "C3")).ok).toBe(true);
  });
  test("a claim struck takes its figure, its chain and its incident along; one that others speak of stays", () => {
    const before = given(rita);
    const entered = given(
      rita,
      drawn,
      { type: "IncidentOpened", incident: { id: "I1", label: "x" } },
      { type: "FigureRead", figure: { id: "F1", min: 1, max: 2 } },
      said("C1", { figure: "F1", incident: "I1" }),
    );
    const struck = v.parse(LedgerEvent, { type: "ClaimStruck", claim: "C1" });
    expect(foldLedgerEvent(entered, struck)).toEqual(before);
    const denied = [
      said("C2"),
      { type: "RelationSeen", relation: { type: "denies", from: "C2", to: ["C1"] } },
    ]
      .map((event) => v.parse(LedgerEvent, event))
      .reduce(foldLedgerEvent, entered);
    expect(foldLedgerEvent(denied, struck)).toEqual(denied);
    expect(enterInLedger(denied, struck)).toEqual({
      ok: false,
      refusal: { type: "ClaimInUse", claim: "C1" },
    });
  });
});

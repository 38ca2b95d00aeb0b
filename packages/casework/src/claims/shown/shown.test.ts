import { describe, expect, test } from "vitest";

import article from "../../../article.json" with { type: "json" };
import type { FolderId } from "../../id.ts";
import type { Lang } from "../../words/vocabulary.ts";
import type { Ledger } from "../model.ts";
import { readLedger } from "../read.ts";
import { smallLedger } from "../testing/small-ledger.ts";
import { answerInLedger } from "./answer.ts";
import type { IncidentFilter } from "./asked.ts";

const file = "claimsfile____________" as FolderId;
const read = readLedger(article);
if (!read.ok) throw new Error("the article is refused");
const seed = read.value;

function rows(filter: IncidentFilter = {}, order: "entered" | "time" = "entered", ledger: Ledger = seed) {
  const found = answerInLedger(
    { ledger, name: "x" },
    { type: "Incidents", case: file, lang: "en", filter, order, from: 0, count: 50 },
  );
  if (!found) throw new Error("a list is always answered");
  return found;
}
function pageOf(incident: string, ledger: Ledger = seed, lang: Lang = "en") {
  const page = answerInLedger(
    { ledger, name: "x" },
    { type: "IncidentPage", case: file, lang, incident, most: 100 },
  );
  if (!page) throw new Error("no such incident");
  return page;
}
const ids = (filter: IncidentFilter) => rows(filter).rows.map(({ id }) => id);

describe("the list of incidents", () => {
  test("the article has its thirteen, its seventy-nine claims, and those that belong to no incident", () => {
    expect(rows()).toMatchObject({ total: 13, all: 13, claims: 79, loose: 30 });
    expect(rows().rows.every(({ origins }) => origins.min <= 1)).toBe(true);
  });
  test("is filtered by kind, region, grade, denial, period and words, and by several at once", () => {
    expect(ids({ kind: "refusal" })).toEqual(["I07"]);
    expect(ids({ region: "RU-KRS" })).toEqual(["I01", "I02", "I03"]);
    expect(ids({ grade: "contested" })).toEqual(["I06", "I08", "I09"]);
    expect(ids({ denied: true })).toEqual(["I06", "I08", "I09"]);
    expect(ids({ from: "2022-11-08" as never, to: "2022-11-08" as never, kind: "protest" })).toEqual([
      "I03",
      "I05",
    ]);
    expect(ids({ text: "gorbunov" })).toEqual(["I01"]);
    expect(ids({ region: "RU-KRS", kind: "protest" })).toEqual(["I02", "I03"]);
    expect(ids({ text: "nowhere said" })).toEqual([]);
  });
  test("the map shows the regions under the rest of the filter, whichever region is chosen", () => {
    expect(rows({ region: "RU-KRS" }).regions.find(({ id }) => id === "RU-VOR")?.count).toBe(1);
    expect(rows({ kind: "protest" }).regions).toMatchObject([
      { id: "RU-KRS", count: 2, label: expect.any(String) },
    ]);
  });
  test("in order of time what began first comes first, and what nobody dates last", () => {
    const undated = smallLedger({
      chains: { a: { origin: "ag:a" } },
      incidents: [
        { id: "I-none", claims: [] },
        { id: "I-old", claims: [], time: { edtf: "2022-10" } },
      ],
    });
    expect(rows({}, "time").rows[0]?.id).toBe("I12");
    expect(rows({}, "time", undated).rows.at(-1)?.span).toBeUndefined();
  });
});

describe("the page of an incident", () => {
  test("says what is denied beside the denial, and why that contests it", () => {
    const page = pageOf("I06");
    const denied = page.claims.find(({ id }) => id === "C040");
    expect(denied?.denials).toMatchObject([{ claim: "C046", kind: "counter-accusation", isExplicit: true }]);
    expect(page.steps.find(({ rule }) => rule === "Contested")).toMatchObject({ kind: "counter-accusation" });
    expect(page.steps).toContainEqual({ rule: "Origins", min: 1, max: 2 });
  });
  test("draws the one husband who reached us by two ways as one origin", () => {
    const page = pageOf("I07");
    const husband = page.chains.filter(({ origin }) => origin?.id === "ag:participant-husband");
    expect(husband.map(({ id }) => id)).toEqual(["ch:participant", "ch:call"]);
    expect(new Set(husband.map(({ proved }) => proved)).size).toBe(1);
    expect(page.steps.find((step) => step.rule === "One")).toMatchObject({ why: "origin", isProved: true });
    expect(husband[0]?.steps.map(({ mode }) => mode)).toEqual(["told", "quoted", "summarised", "translated"]);
  });
  test("the four lines stand in one order; what was said without a number stands apart", () => {
    const page = pageOf("I08");
    expect(page.figures.find(({ quantity }) => quantity.startsWith("deaths"))?.lines).toEqual([
      { line: "reported range", min: 200, max: 999, words: ["hundreds"] },
    ]);
    expect(pageOf("I06").figures.flatMap(({ wordsOnly }) => wordsOnly)).toContain("catastrophic");
  });
  test("claims of no incident have a page too", () => {
    expect(pageOf("")).toMatchObject({ row: undefined, claimsInAll: 30 });
  });
  test("a claim that others rest on says how many, and is not struck", () => {
    const ledger = smallLedger({
      chains: { a: { origin: "ag:a" }, b: { origin: "ag:b" } },
      claims: [
        { id: "C-a", chain: "a", incident: "I" },
        { id: "C-b", chain: "b", incident: "I", cause: ["C-a"] },
      ],
      incidents: [{ id: "I", claims: ["C-a", "C-b"] }],
    });
    expect(pageOf("I", ledger).claims).toMatchObject([
      { id: "C-a", resting: 1, isStrikable: false },
      { id: "C-b", resting: 0, isStrikable: true },
    ]);
  });
});

describe("same origin?", () => {
  const flat = smallLedger({
    chains: { a: { origin: "ag:a" }, b: { origin: "ag:b" }, c: { origin: "ag:a" } },
    agents: [
      { id: "ag:a", household: "one flat" },
      { id: "ag:b", household: "one flat" },
    ],
  });
  const asked = (ledger: Ledger) =>
    answerInLedger({ ledger, name: "x" }, { type: "SameOrigins", case: file, lang: "en" });
  test("a household is asked about, the same person is not", () => {
    expect(asked(flat)?.open).toMatchObject([{ because: ["tie"] }]);
  });
  test("what was decided is remembered with its reason and asked no more", () => {
    const relation = { type: "different-origin", from: "C-a", to: ["C-b"], reason: "two meetings" };
    const apart = {
      ...flat,
      relations: [relation, { ...relation, from: "C-c" }] as unknown as Ledger["relations"],
    }; // brands
    expect(asked(apart)).toMatchObject({
      open: [],
      decided: [{ decided: { isSame: false, reason: "two meetings" } }, { decided: { isSame: false } }],
    });
  });
});

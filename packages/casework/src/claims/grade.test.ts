import { describe, expect, test } from "vitest";

import { weigh } from "./grade.ts";
import { smallLedger, type SmallLedger } from "./testing/small-ledger.ts";

const twoWomen = { a: { origin: "ag:rita" }, b: { origin: "ag:zoya" } };
const ministry = { m: { origin: "ag:ministry" } };
const denialClaim = { id: "C-m", type: "denial", chain: "m", incident: "I2" };

function gradeOf(small: SmallLedger) {
  const standing = weigh(smallLedger(small));
  const incident = standing.incidents.find(({ id }) => id === "I1");
  return { grade: incident?.grade, contested: incident?.contested };
}

function denied(chains: SmallLedger["chains"], relation: Readonly<Record<string, unknown>>) {
  const claims = Object.keys(chains).map((chain) => ({
    id: `C-${chain}`,
    type: "event",
    chain,
    incident: "I1",
  }));
  return gradeOf({
    chains: { ...chains, ...ministry },
    claims: [...claims, denialClaim],
    relations: [{ type: "denies", from: "C-m", to: ["C-a"], ...relation }],
  });
}

describe("what a set of claims amounts to", () => {
  test("one origin is single, two with one within one telling are corroborated", () => {
    expect(gradeOf({ chains: { a: { origin: "ag:rita" } } }).grade).toBe("single");
    expect(gradeOf({ chains: twoWomen }).grade).toBe("corroborated");
  });
  test("two origins that are both far away stay single", () => {
    const far = (origin: string) => ({ origin, through: [`${origin}-wife`, `${origin}-paper`] });
    expect(gradeOf({ chains: { a: far("ag:first"), b: far("ag:second") } }).grade).toBe("single");
  });
  test.each(["generic", "counter-accusation", "praise", "specific"])(
    "a single claim under a %s denial is contested",
    (denialKind) => {
      expect(denied({ a: { origin: "ag:rita" } }, { denialKind })).toEqual({
        grade: "contested",
        contested: ["C-a"],
      });
    },
  );
  test.each(["generic", "praise", "counter-accusation"])(
    "what two say stays corroborated under a %s denial",
    (denialKind) => {
      expect(denied(twoWomen, { denialKind })).toEqual({ grade: "corroborated", contested: [] });
    },
  );
  test.each(["specific", "counter-figure", "counter-fact", "document"])(
    "what two say is contested by a denial that is %s",
    (denialKind) => {
      expect(denied(twoWomen, { denialKind })).toEqual({ grade: "contested", contested: ["C-a"] });
    },
  );
  test("a denial that was only possibly meant contests nothing", () => {
    expect(denied({ a: { origin: "ag:rita" } }, { strength: "possible" }).grade).toBe("single");
  });
  test("a retracted denial denies no more", () => {
    const small = {
      chains: { a: { origin: "ag:rita" }, ...ministry },
      claims: [
        { id: "C-a", type: "event", chain: "a", incident: "I1" },
        { ...denialClaim, retracted: { reason: "the ministry took it back" } },
      ],
      relations: [{ type: "denies", from: "C-m", to: ["C-a"] }],
    };
    expect(gradeOf(small).grade).toBe("single");
  });
  test("confirmed needs a reason and corroboration; a reason alone does not lift a single claim", () => {
    const incidents = [
      { id: "I1", claims: [], judgement: { type: "confirmed", reason: "the court said so" } },
    ];
    expect(gradeOf({ chains: twoWomen, incidents }).grade).toBe("confirmed");
    expect(gradeOf({ chains: { a: { origin: "ag:rita" } }, incidents }).grade).toBe("single");
  });
  test("a discounted claim counts no more, and says why", () => {
    const claims = [
      { id: "C-a", type: "event", chain: "a", incident: "I1", discounted: { reason: "an old picture" } },
      { id: "C-b", type: "event", chain: "b", incident: "I1" },
    ];
    expect(gradeOf({ chains: twoWomen, claims }).grade).toBe("single");
    expect(gradeOf({ chains: twoWomen, claims: claims.slice(0, 1) }).grade).toBe("discounted");
  });
  test("what may not be worded may not be graded", () => {
    const publication = { level: "withhold", rules: ["HOLD"] };
    expect(
      gradeOf({
        chains: { a: { origin: "ag:rita" } },
        claims: [{ id: "C-a", chain: "a", incident: "I1", publication }],
      }).grade,
    ).toBe("unusable");
  });
});

describe("what was taken back takes along what rests on it", () => {
  const chains = { a: { origin: "ag:rita" }, b: { origin: "ag:zoya" } };
  const claims = [
    { id: "C1", chain: "a", incident: "I1" },
    { id: "C2", chain: "b", cause: ["C1"] },
    { id: "C3", chain: "b", cause: ["C2"] },
    { id: "C4", chain: "b" },
    { id: "C5", chain: "b" },
  ];
  const stands = (relations: readonly Readonly<Record<string, unknown>>[]) =>
    Object.fromEntries(
      weigh(smallLedger({ chains, claims, relations })).claims.map(({ claim, soundness }) => [
        claim.id,
        soundness.type,
      ]),
    );

  test("through any number of steps", () => {
    const found = stands([{ type: "retracts", from: "C4", to: ["C1"], reason: "it was another town" }]);
    expect(found).toEqual({
      C1: "Retracted",
      C2: "RestsOnRetracted",
      C3: "RestsOnRetracted",
      C4: "Sound",
      C5: "Sound",
    });
  });
  test("a correction asks for another look at what rests on it, and forbids nothing", () => {
    const found = stands([{ type: "corrects", from: "C4", to: ["C1"] }]);
    expect(found).toEqual({
      C1: "Corrected",
      C2: "RestsOnCorrected",
      C3: "RestsOnCorrected",
      C4: "Sound",
      C5: "Sound",
    });
  });
  test("what somebody looked at again stands, and what rests on it with it, until another correction comes", () => {
    const put = (from: string, to: string) => ({ type: "corrects", from, to: [to] });
    const looked = (from: string, after: string) => ({ type: "stands-after", from, to: [after] });
    expect(stands([put("C4", "C1"), looked("C2", "C4")])).toMatchObject({ C2: "Sound", C3: "Sound" });
    expect(stands([put("C4", "C1"), looked("C3", "C4")])).toMatchObject({
      C2: "RestsOnCorrected",
      C3: "Sound",
    });
    expect(stands([put("C4", "C1"), looked("C2", "C4"), put("C5", "C1")])).toMatchObject({
      C2: "RestsOnCorrected",
      C3: "RestsOnCorrected",
    });
    // To have looked after a correction says nothing of a retraction.
    expect(
      stands([put("C4", "C1"), looked("C2", "C4"), { type: "retracts", from: "C5", to: ["C1"] }]),
    ).toMatchObject({ C2: "RestsOnRetracted", C3: "RestsOnRetracted" });
  });
  test("two corrections below one claim ask for two looks", () => {
    const two = [
      { type: "elaborates", from: "C3", to: ["C5"] },
      { type: "corrects", from: "C4", to: ["C1"] },
      { type: "corrects", from: "C4", to: ["C5"] },
    ];
    const other = two.map((one) =>
      one.to[0] === "C5" && one.type === "corrects" ? { ...one, from: "C2" } : one,
    );
    const looked = { type: "stands-after", from: "C3", to: ["C4"] };
    expect(stands([...two, looked])["C3"]).toBe("Sound");
    expect(stands([...other, looked])["C3"]).toBe("RestsOnCorrected");
  });
  test("whoever rests on the correction itself rests on what is right", () => {
    const found = stands([
      { type: "elaborates", from: "C4", to: ["C1"] },
      { type: "elaborates", from: "C5", to: ["C4"] },
      { type: "corrects", from: "C4", to: ["C1"] },
    ]);
    expect(found).toMatchObject({ C1: "Corrected", C2: "RestsOnCorrected", C4: "Sound", C5: "Sound" });
  });
  test("what was only supported stands without its support", () => {
    const found = stands([
      { type: "supports", from: "C1", to: ["C5"] },
      { type: "retracts", from: "C4", to: ["C1"] },
    ]);
    expect(found["C5"]).toBe("Sound");
  });
  test("the parts of a sum carry it", () => {
    const found = stands([
      { type: "arithmetic", from: "C5", to: ["C3"] },
      { type: "retracts", from: "C4", to: ["C1"] },
    ]);
    expect(found["C5"]).toBe("RestsOnRetracted");
  });
  test("claims that rest on each other in a circle fall together, and the walk ends", () => {
    const found = stands([
      { type: "elaborates", from: "C4", to: ["C5"] },
      { type: "elaborates", from: "C5", to: ["C4", "C1"] },
      { type: "retracts", from: "C2", to: ["C1"] },
    ]);
    expect([found["C4"], found["C5"]]).toEqual(["RestsOnRetracted", "RestsOnRetracted"]);
  });
});

import { describe, expect, test } from "vitest";

import type { CaseId, NewId, PersonId } from "../id.ts";
import { enterAll } from "./event.ts";
import { weigh } from "./grade.ts";
import { emptyLedger, type Ledger } from "./model.ts";
import { entriesOfQuick, voicesOfCase, type QuickEntry, type Voice } from "./quick-entry.ts";
import { answerInLedger } from "./shown/answer.ts";

function ids(): NewId {
  let n = 0;
  return () => `${(n += 1)}`.padStart(22, "0") as never; // as many brands as are asked for
}
const person = (label: string, id = `ag:${label}`): Voice => ({ id, label, type: "person", isPrivate: true });
const plain: QuickEntry = {
  text: "they were sent without training",
  type: "event",
  isVerbatim: false,
  origin: person("soldier"),
  perceives: "did",
  through: [person("wife")],
  source: { kind: "call" },
  incident: { label: "sent untrained", kind: "supply" },
};
function entered(ledger: Ledger, entry: QuickEntry, newId: NewId): Ledger | string {
  const done = enterAll(ledger, entriesOfQuick(entry, newId).entries);
  return done.ok ? done.value : done.refusal.type;
}
function ledgerOf(entries: readonly QuickEntry[]): Ledger {
  const newId = ids();
  return entries.reduce<Ledger>((ledger, entry) => {
    const after = entered(ledger, entry, newId);
    if (typeof after === "string") throw new Error(after);
    return after;
  }, emptyLedger);
}
const incidentIn = (ledger: Ledger) => ({ id: ledger.incidents[0]?.id ?? "" });

describe("a claim entered at the desk", () => {
  test("brings its voices, its way, its incident; what the wife was told has been told once", () => {
    const standing = weigh(ledgerOf([plain]));
    expect(standing.claims).toMatchObject([{ chain: { hearsayDepth: 1, broken: false }, grade: "single" }]);
    expect(standing.incidents).toMatchObject([{ independence: { min: 1, max: 1 } }]);
  });
  test("an unknown origin through somebody known is a minimum of one telling", () => {
    const standing = weigh(ledgerOf([{ ...plain, origin: undefined, perceives: "unknown" }]));
    expect(standing.claims).toMatchObject([
      { chain: { hearsayDepth: 1, broken: true, attribution: "unknown-origin" } },
    ]);
  });
  test("killed is not killed and wounded, and the words are read by the published policy", () => {
    const figure = {
      quantity: "losses",
      unit: "killed",
      words: "about fifty",
      min: 40,
      max: 60,
      isNamedFloor: false,
    };
    const ledger = ledgerOf([{ ...plain, type: "quantity", figure }]);
    expect(ledger.figures).toMatchObject([{ includes: ["killed"], policy: "“about N” = N ± 20 %" }]);
  });
  test("a region is a place that may be printed as itself", () => {
    const ledger = ledgerOf([{ ...plain, region: "RU-KRS" }]);
    expect(ledger.places).toMatchObject([{ level: "region", printed: { ru: "Курская область" } }]);
    const found = answerInLedger(
      { ledger, name: "x" },
      { type: "Incidents", case: "c" as never, lang: "ru", filter: {}, order: "time", from: 0, count: 9 },
    );
    expect(found?.rows[0]?.region).toBe("RU-KRS");
  });
  test("an authority's denial stands beside what it denies and contests it", () => {
    const ledger = ledgerOf([plain]);
    const newId: NewId = () => "denial________________" as never; // one id is enough for each table
    const denial: QuickEntry = {
      ...plain,
      text: "nothing of the kind",
      type: "denial",
      origin: { id: "ag:mod", label: "ministry", type: "institution", isPrivate: false },
      through: [],
      source: { kind: "official-answer" },
      incident: incidentIn(ledger),
      denies: { claim: ledger.claims[0]?.id ?? "", kind: "generic" },
    };
    const after = entered(ledger, denial, newId);
    if (typeof after === "string") throw new Error(after);
    expect(weigh(after).incidents[0]?.grade).toBe("contested");
  });
  test("a correction reaches what is corrected, and the reason stays", () => {
    const ledger = ledgerOf([plain]);
    const corrects = { claim: ledger.claims[0]?.id ?? "", reason: "he said two weeks" };
    const after = entered(ledger, { ...plain, incident: incidentIn(ledger), corrects }, () => "x" as never); // as above
    if (typeof after === "string") throw new Error(after);
    expect(weigh(after).claims[0]?.soundness).toMatchObject({ type: "Corrected" });
  });
  test.each([
    [{ through: [person("wife"), person("sister"), person("wife")] }, "CircularChain"],
    [
      { figure: { quantity: "x", unit: "person", words: "x", min: 9, max: 2, isNamedFloor: false } },
      "FigureUpsideDown",
    ],
    [{ denies: { claim: "C:nobody", kind: "generic" } }, "NoSuchClaim"],
    [{ text: "\u202Eturned around" }, "HiddenSigns"],
  ] satisfies readonly (readonly [Partial<QuickEntry>, string])[])(
    "%j is refused, and nothing enters",
    (change, why) => {
      expect(entered(emptyLedger, { ...plain, ...change }, ids())).toBe(why);
    },
  );
});

describe("what callers tell", () => {
  const of = "case__________________" as CaseId;
  const told = (who: string, origin: "soldier" | "caller") => {
    const voices = voicesOfCase({
      case: of,
      caller: { person: who as PersonId, label: who, role: "mother" },
      soldier: { label: "soldier", role: "soldier" },
    });
    const caller = voices.caller ?? voices.soldier;
    return origin === "soldier"
      ? { ...plain, origin: voices.soldier, through: [caller] }
      : { ...plain, origin: caller, perceives: "saw", through: [] };
  };
  test("two relatives told by one soldier are one origin, proved", () => {
    const first = ledgerOf([told("mother", "soldier")]);
    const both = ledgerOf([
      told("mother", "soldier"),
      { ...told("wife", "soldier"), incident: incidentIn(first) },
    ]);
    expect(weigh(both).incidents[0]?.independence).toEqual({ min: 1, max: 1 });
  });
  test("two of one case who each saw it may be one: a person is asked", () => {
    const first = ledgerOf([told("mother", "caller")]);
    const both = ledgerOf([
      told("mother", "caller"),
      { ...told("wife", "caller"), incident: incidentIn(first) },
    ]);
    expect(weigh(both).incidents[0]?.independence).toEqual({ min: 1, max: 2 });
    const asked = answerInLedger({ ledger: both, name: "x" }, { type: "SameOrigins", case: of, lang: "ru" });
    expect(asked?.open).toMatchObject([{ because: ["tie"] }]);
  });
});

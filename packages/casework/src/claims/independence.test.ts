import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { independenceOf } from "./independence.ts";
import { standingsOf } from "./standings.ts";
import { smallLedger, type SmallLedger } from "./testing/small-ledger.ts";

function bounds(small: SmallLedger) {
  const ledger = smallLedger(small);
  const { min, max } = independenceOf(ledger.claims, standingsOf(ledger));
  return [min, max];
}

const twoWomen = { a: { origin: "ag:rita" }, b: { origin: "ag:zoya" } };

describe("how many independent origins", () => {
  test("two wives told by one soldier are one", () => {
    expect(
      bounds({
        chains: {
          a: { origin: "ag:soldier", through: ["ag:rita"] },
          b: { origin: "ag:soldier", through: ["ag:zoya"] },
        },
      }),
    ).toEqual([1, 1]);
  });
  test("two soldiers of one company through two wives are two", () => {
    expect(
      bounds({
        chains: {
          a: { origin: "ag:first", through: ["ag:rita"] },
          b: { origin: "ag:second", through: ["ag:zoya"] },
        },
      }),
    ).toEqual([2, 2]);
  });
  test("a wife who speaks for herself and passes on her husband is one, and it is proved", () => {
    expect(
      bounds({ chains: { a: { origin: "ag:rita" }, b: { origin: "ag:soldier", through: ["ag:rita"] } } }),
    ).toEqual([1, 1]);
  });
  test("two soldiers through one wife who also speaks for herself are two, and no third", () => {
    const through = ["ag:rita"];
    const [min, max] = bounds({
      chains: {
        own: { origin: "ag:rita" },
        a: { origin: "ag:first", through },
        b: { origin: "ag:second", through },
      },
    });
    expect([min, max]).toEqual([2, 2]);
  });
  test("two who pass each other on are one", () => {
    expect(
      bounds({
        chains: {
          a: { origin: "ag:rita", through: ["ag:zoya"] },
          b: { origin: "ag:zoya", through: ["ag:rita"] },
        },
      }),
    ).toEqual([1, 1]);
  });
  test("one file under two names is one", () => {
    const sha256 = "ab".repeat(32);
    expect(
      bounds({ chains: twoWomen, posts: { a: { sha256 }, b: { sha256: sha256.toUpperCase() } } }),
    ).toEqual([1, 1]);
  });
  test("two soldiers quoted in one article are not one for lying in one file", () => {
    const sha256 = "cd".repeat(32);
    expect(
      bounds({
        chains: {
          a: { origin: "ag:first", through: ["ag:paper"] },
          b: { origin: "ag:second", through: ["ag:paper"] },
        },
        posts: { a: { sha256 }, b: { sha256 } },
      })[1],
    ).toBe(2);
  });
  test("pictures a few bits apart are presumed one, and only presumed", () => {
    expect(
      bounds({
        chains: twoWomen,
        posts: { a: { perceptualHash: "ffff0000ffff0000" }, b: { perceptualHash: "ffff0000ffff0003" } },
      }),
    ).toEqual([1, 2]);
    expect(
      bounds({
        chains: twoWomen,
        posts: { a: { perceptualHash: "ffff0000ffff0000" }, b: { perceptualHash: "0000ffff00ff0003" } },
      }),
    ).toEqual([2, 2]);
  });
  test("the same words are presumed one; a phrase that everybody uses is not", () => {
    const text =
      "they put us off the train at night in a field without tents and told us to dig in where we stood";
    expect(bounds({ chains: twoWomen, posts: { a: { text }, b: { text: `${text}!` } } })).toEqual([1, 2]);
    expect(bounds({ chains: twoWomen, posts: { a: { text }, b: { text: "help our men" } } })).toEqual([2, 2]);
  });
  test.each([
    [
      "one household",
      [
        { id: "ag:rita", household: "h1" },
        { id: "ag:zoya", household: "h1" },
      ],
    ],
    [
      "one chat",
      [
        { id: "ag:rita", dependsOn: { chat: ["c1", "c2"] } },
        { id: "ag:zoya", dependsOn: { chat: "c2" } },
      ],
    ],
    [
      "a call between them",
      [{ id: "ag:rita", dependsOn: [{ kind: "call", with: "ag:zoya" }] }, { id: "ag:zoya" }],
    ],
    ["a plain name", [{ id: "ag:rita", dependsOn: ["ag:zoya"] }, { id: "ag:zoya" }]],
  ])("speakers tied by %s are presumed one", (_, agents) => {
    expect(bounds({ chains: twoWomen, agents })).toEqual([1, 2]);
  });
  test("a person's word that two have one origin proves it", () => {
    expect(
      bounds({ chains: twoWomen, relations: [{ type: "same-origin", from: "C-a", to: ["C-b"] }] }),
    ).toEqual([1, 1]);
  });
  test("unknown origins collapse for the minimum and stand apart for the maximum", () => {
    const unknown = { origin: null, through: ["ag:channel"] };
    const other = { origin: null, through: ["ag:paper"] };
    expect(bounds({ chains: { a: unknown, b: other } })).toEqual([1, 2]);
    expect(bounds({ chains: { ...twoWomen, c: unknown } })).toEqual([2, 3]);
  });
  test("a crowd of unknown size that passes on an unknown origin leaves the maximum open", () => {
    expect(
      bounds({
        chains: { a: { origin: null, through: ["ag:channels"] } },
        agents: [{ id: "ag:channels", type: "group" }],
        posts: { a: { kind: "social-posts" } },
      }),
    ).toEqual([1, undefined]);
  });
  test("a narrator adds nothing to the minimum once somebody is named", () => {
    const narrator = { origin: "ag:author", perceives: "unknown" };
    expect(bounds({ chains: { n: narrator } })).toEqual([1, 1]);
    expect(bounds({ chains: { n: narrator, a: { origin: "ag:rita" } } })).toEqual([1, 2]);
  });
  test("an opinion about it makes no further origin", () => {
    const claims = [
      { id: "C1", type: "event", chain: "a" },
      { id: "C2", type: "evaluation", chain: "b" },
    ];
    expect(bounds({ chains: twoWomen, claims })).toEqual([1, 1]);
  });
  test("no claims, no origins", () => {
    expect(bounds({ chains: {} })).toEqual([0, 0]);
  });
  test("the minimum never exceeds the maximum, and more ties never make more origins", () => {
    const agent = fc.constantFrom("ag:a", "ag:b", "ag:c", "ag:d", "ag:e");
    const chain = fc.record({
      origin: fc.oneof(agent, fc.constant(null)),
      through: fc.uniqueArray(agent, { minLength: 1, maxLength: 3 }),
      perceives: fc.constantFrom("saw", "unknown"),
    });
    fc.assert(
      fc.property(
        fc.array(chain, { minLength: 1, maxLength: 8 }),
        fc.array(agent, { maxLength: 4 }),
        (list, tied) => {
          const chains = Object.fromEntries(
            list.map((one, at) => [
              `ch${at}`,
              { ...one, through: one.through.filter((agent) => agent !== one.origin) },
            ]),
          );
          const [min = 0, max = Infinity] = bounds({ chains });
          expect(min).toBeGreaterThanOrEqual(1);
          expect(min).toBeLessThanOrEqual(max);
          const household = tied.map((id) => ({ id, household: "h" }));
          const [less = 0] = bounds({ chains, agents: household });
          expect(less).toBeLessThanOrEqual(min);
        },
      ),
      { seed: 8, numRuns: 300 },
    );
  });
});

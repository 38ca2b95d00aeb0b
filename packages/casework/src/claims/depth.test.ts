import { describe, expect, test } from "vitest";

import article from "../../article.json" with { type: "json" };
import { castOf, standingOfChain } from "./depth.ts";
import { readLedger } from "./read.ts";

function articleLedger() {
  const read = readLedger(article);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

describe("the article's chains", () => {
  const ledger = articleLedger();
  const cast = castOf(ledger);
  test.each(article.chains)("$id has the depth, copies and breaks that were recorded", (recorded) => {
    const chain = ledger.chains.find((one) => one.id === recorded.id);
    if (!chain) throw new Error("no chain");
    // The declared restaters are taken away: the links alone must tell.
    const { restatedBy: _, ...drawn } = chain;
    const standing = standingOfChain(drawn, cast);
    expect({
      hearsayDepth: standing.hearsayDepth,
      copies: standing.copies,
      broken: standing.broken,
      restatedBy: standing.restaters,
    }).toEqual({
      hearsayDepth: recorded.hearsayDepth,
      copies: recorded.copies,
      broken: recorded.broken,
      restatedBy: recorded.restatedBy,
    });
  });
});

function chainOf(raw: Record<string, unknown>) {
  const read = readLedger({
    agents: ["soldier", "wife", "sister", "paper"].map((name) => ({ id: `ag:${name}`, type: "person" })),
    items: [
      { id: "it:post", kind: "social-post", agent: "ag:wife" },
      { id: "it:copy", kind: "web-page", agent: "ag:paper" },
    ],
    chains: [{ id: "ch:x", ...raw }],
    claims: [],
  });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const [chain] = read.value.chains;
  if (!chain) throw new Error("no chain");
  return standingOfChain(chain, castOf(read.value));
}

describe("how far a chain's end lies from the one who perceived", () => {
  test("whoever copies or translates does not restate, even where a list declares that he did", () => {
    const standing = chainOf({
      origin: "ag:wife",
      restatedBy: ["ag:paper"],
      links: [
        { from: "ag:wife", to: "it:post", mode: "stated" },
        { from: "it:post", to: "it:copy", mode: "translated" },
      ],
    });
    expect([standing.hearsayDepth, standing.copies]).toEqual([0, 1]);
  });
  test("one who restates twice is one", () => {
    const standing = chainOf({
      origin: "ag:soldier",
      links: [
        { from: "ag:soldier", to: "ag:wife", mode: "told" },
        { from: "ag:wife", to: "it:post", mode: "stated" },
      ],
    });
    expect(standing.restaters).toEqual(["ag:wife"]);
  });
  test("one declared as restating whom no link shows is counted", () => {
    const standing = chainOf({
      origin: "ag:soldier",
      restatedBy: ["ag:sister", "ag:wife", "ag:wife"],
      links: [{ from: "ag:soldier", to: "ag:wife", mode: "told" }],
    });
    expect(standing.hearsayDepth).toBe(2);
  });
  test("links that do not meet break the chain", () => {
    const standing = chainOf({
      origin: "ag:soldier",
      links: [
        { from: "ag:soldier", to: "ag:wife", mode: "told" },
        { from: "ag:sister", to: "it:post", mode: "told" },
      ],
    });
    expect(standing.broken).toBe(true);
  });
  test("a narrator who names nobody is at depth 0 and unattributed", () => {
    const standing = chainOf({
      origin: "ag:paper",
      perceives: "unknown",
      links: [{ from: "ag:paper", to: "it:copy", mode: "stated" }],
    });
    expect([standing.hearsayDepth, standing.attribution]).toEqual([0, "unattributed"]);
  });
});

import { describe, expect, test } from "vitest";

import article from "../../article.json" with { type: "json" };
import { claimReviewsOf, provOf } from "./claim-review.ts";
import { weigh } from "./grade.ts";
import { readLedger } from "./read.ts";

function articleLedger() {
  const read = readLedger(article);
  if (!read.ok) throw new Error("the article is refused");
  return read.value;
}
const ledger = articleLedger();
const standing = weigh(ledger);

describe("the article for machines", () => {
  const reviews = claimReviewsOf(standing, { name: "Practice helpline", url: "https://practice.example" });
  test("every claim that may be worded is a review; the four that may not are not there", () => {
    expect(reviews.length).toBe(75);
    expect(JSON.stringify(reviews)).not.toContain("Nobody comes through it");
  });
  test("a private person goes out by role", () => {
    const labels = article.agents
      .filter((agent) => agent.private && agent.role !== undefined)
      .map(({ label }) => label);
    const text = JSON.stringify([reviews, provOf(ledger, standing)]);
    for (const label of labels) expect(text).not.toContain(label);
    expect(text).toContain("wife of a mobilised soldier");
  });
  test("PROV names every node of every link as an agent or an entity", () => {
    const prov = JSON.parse(JSON.stringify(provOf(ledger, standing)));
    const known = new Set([...Object.keys(prov.agent), ...Object.keys(prov.entity)]);
    for (const table of [
      "used",
      "wasGeneratedBy",
      "wasAssociatedWith",
      "wasDerivedFrom",
      "wasAttributedTo",
    ]) {
      for (const row of Object.values<Record<string, string>>(prov[table])) {
        for (const key of ["prov:entity", "prov:agent", "prov:generatedEntity", "prov:usedEntity"]) {
          if (row[key] !== undefined) expect(known).toContain(row[key]);
        }
      }
    }
    expect(Object.keys(prov.activity).length).toBe(
      article.chains.reduce((sum, { links }) => sum + links.length, 0),
    );
  });
});

/** The two scoring commands and the publication rules, against the article and the vectors that everybody can read. */
import { describe, expect, test } from "vitest";

import article from "../packages/casework/article.json" with { type: "json" };
import { answerLedger, readLedger, weigh } from "../packages/casework/src/claims/index.ts";
import { publicClaimsOf } from "../packages/press/src/record.ts";
import { judgeClaims } from "../packages/press/src/rules.ts";

function publicClaims() {
  const read = readLedger(article);
  if (!read.ok) throw new Error("the article is refused");
  return publicClaimsOf(read.value, weigh(read.value));
}

const context = { on: "2023-01-09", takenOut: new Set(), consented: new Set() };

describe("the publication rules on the article", () => {
  const judged = judgeClaims(publicClaims(), context);
  test.each(article.claims)("$id is printed as recorded, by the recorded rules", ({ id, publication }) => {
    const found = judged.find(({ claim }) => claim.id === id);
    expect([found?.level, [...(found?.rules ?? [])].sort()]).toEqual([
      publication.level,
      [...publication.rules].sort(),
    ]);
  });
  test("a claim goes with the only denial that answers it, and a denial with all that it denies", () => {
    const takenOut = new Set(["C040", "C077"]);
    const again = judgeClaims(publicClaims(), { ...context, takenOut });
    expect(again.find(({ claim }) => claim.id === "C046")?.rules).toContain("PARITY");
    const without = judgeClaims(publicClaims(), { ...context, takenOut: new Set(["C073"]) });
    expect(without.find(({ claim }) => claim.id === "C064")?.level).toBe("withhold");
  });
  test("men at risk: not before fourteen days", () => {
    const late = publicClaims().map((claim) =>
      claim.id === "C030" ? { ...claim, lastDay: "2022-12-30" } : claim,
    );
    expect(judgeClaims(late, context).find(({ claim }) => claim.id === "C030")?.rules).toContain("DELAY");
  });
  test("a private person's name in a text stops it, and is shown", () => {
    const named = publicClaims().map((claim) =>
      claim.id === "C012"
        ? { ...claim, words: { en: `It was said by ${claim.participants[0].label}.` } }
        : claim,
    );
    const found = judgeClaims(named, context).find(({ claim }) => claim.id === "C012");
    expect(found?.trace.find(({ rule }) => rule === "NAME")?.why).toContain("ag:woman-kursk");
  });
});

test("the ledger command's answer holds every chain, claim and incident of the article", () => {
  const answer = answerLedger(article);
  expect([answer.chains.length, answer.claims.length, answer.incidents.length]).toEqual([21, 79, 13]);
});

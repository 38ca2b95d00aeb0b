/** The seed article, whole: what the program computes is what was recorded by hand; nothing derived is read. */
import { describe, expect, test } from "vitest";

import article from "../../article.json" with { type: "json" };
import { weigh } from "./grade.ts";
import { readLedger } from "./read.ts";
import { claimFindings, incidentFindings, ledgerToFile } from "./write.ts";

/** The file without anything that follows from the rest, so that no recorded answer can leak into the computed one. */
function bare() {
  const without = (row: object, keys: readonly string[]) =>
    Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key)));
  const { stats: _, translationIssues: __, ...file } = article;
  return {
    ...file,
    chains: article.chains.map((chain) =>
      without(chain, ["restatedBy", "hearsayDepth", "copies", "broken", "depthIsMinimum"]),
    ),
    claims: article.claims.map((claim) =>
      without(claim, [
        "hearsayDepth",
        "copies",
        "chainBroken",
        "depthIsMinimum",
        "originKey",
        "contested",
        "attribution",
        "admiralty",
      ]),
    ),
    incidents: article.incidents.map((incident) =>
      without(incident, ["origins", "independentOrigins", "grade", "contested"]),
    ),
  };
}

function ledgerFrom(raw: unknown) {
  const read = readLedger(raw);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

const standing = weigh(ledgerFrom(bare()));

describe("the seed article", () => {
  test("comes in whole: 41 segments, 79 claims, 17 figures, 13 incidents, 6 acts of appeal", () => {
    const ledger = ledgerFrom(article);
    expect([
      ledger.segments.length,
      ledger.claims.length,
      ledger.figures.length,
      ledger.incidents.length,
      ledger.appealActs.length,
    ]).toEqual([41, 79, 17, 13, 6]);
  });

  test("goes out again without loss, with everything derived computed anew", () => {
    expect(JSON.parse(JSON.stringify(ledgerToFile(ledgerFrom(article))))).toEqual(article);
  });

  test("no incident shows more independent origins than are proven: never more than one", () => {
    for (const incident of standing.incidents) expect(incident.independence.min).toBe(1);
  });

  test.each(article.claims)(
    "$id: depth, copies, attribution, contest and credibility are the recorded ones",
    (recorded) => {
      const found = standing.claims.find(({ claim }) => claim.id === recorded.id);
      if (!found) throw new Error("no claim");
      expect(recorded).toMatchObject(claimFindings(found));
    },
  );

  test.each(article.incidents)(
    "$id: origins, bounds, grade and contest are the recorded ones",
    (recorded) => {
      const found = standing.incidents.find(({ id }) => id === recorded.id);
      if (!found) throw new Error("no incident");
      expect(recorded).toMatchObject(incidentFindings(found));
    },
  );

  test("the grades do not need the table of incidents, except that a mobilisation is a public act", () => {
    const { incidents: _, figures: __, ...small } = bare();
    const found = weigh(ledgerFrom(small)).incidents;
    for (const { id, independence, grade } of standing.incidents) {
      expect(found.find((incident) => incident.id === id)).toMatchObject({ independence, grade });
    }
  });
});

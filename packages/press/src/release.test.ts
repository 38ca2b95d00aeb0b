import { dayFrom, type Day, type MemberId } from "@answerable/casework";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { openSolver } from "./lp.ts";
import { week } from "./period.ts";
import { reduced } from "./reduce.ts";
import { draftRelease, release, type Asked } from "./release.ts";
import type { Domain, PressFact, TableSpec } from "./table.ts";
import { unionOf, type LedgerLine } from "./union.ts";

const anna = "anna" as MemberId; // invented
const vera = "vera" as MemberId; // invented
const domain: Domain = {
  k: 5,
  codes: { region: ["north", "south", "east", "west"], grievance: ["training", "weapons", "detained"] },
  strict: { grievance: ["detained"] },
};

function day(text: string): Day {
  const found = dayFrom(text);
  if (!found) throw new Error("no day");
  return found;
}
function weekOf(monday: string, weeks = 1) {
  const found = week(monday, weeks);
  if (!found) throw new Error("no week");
  return found;
}
function cases(
  count: number,
  codes: Readonly<Record<string, string>>,
  on = "2022-11-08",
): readonly PressFact[] {
  const name = Object.values(codes).join();
  return Array.from({ length: count }, (_, at) => ({ id: `${on}.${name}.${at}`, day: day(on), codes }));
}
const byRegion = (period: TableSpec["period"]): TableSpec => ({
  name: `regions ${period.to}`,
  dimensions: ["region"],
  period,
});
function asked(more: Partial<Asked>): Asked {
  const context = { takenOut: new Set<string>(), consented: new Set<string>() };
  return {
    on: day("2022-11-21"),
    tables: [],
    facts: [],
    domain,
    claims: [],
    matters: [],
    officials: [],
    answering: [],
    context,
    ledger: [],
    ...more,
  };
}
function lineOf(more: Partial<Asked>): LedgerLine {
  const draft = draftRelease(asked(more));
  if (!draft.ok) throw new Error(draft.refusal.type);
  return draft.value.line;
}

describe("a month's figures", () => {
  const period = weekOf("2022-11-07");
  const facts = [
    ...cases(30, { region: "north" }),
    ...cases(20, { region: "south" }),
    ...cases(2, { region: "east" }),
    ...cases(12, { region: "west" }),
  ];
  test("a small number is hidden, and the cheapest other one with it", () => {
    const draft = draftRelease(asked({ facts, tables: [byRegion(period)] }));
    if (!draft.ok) throw new Error(draft.refusal.type);
    const values = draft.value.printable.tables[0]?.cells.map(({ held, value }) => [
      held[0]?.[1] ?? "all",
      value,
    ]);
    expect(values).toEqual([
      ["all", 64],
      ["north", 30],
      ["south", 20],
      ["east", undefined],
      ["west", undefined],
    ]);
  });
  test("what eleven became twelve is not printed a second time", () => {
    const first = cases(11, { region: "north" }).concat(cases(40, { region: "south" }));
    const one = lineOf({ facts: first, tables: [byRegion(period)] });
    const later = [...first, ...cases(1, { region: "north" }, "2022-11-15")];
    const draft = draftRelease(
      asked({
        on: day("2022-11-28"),
        facts: later,
        tables: [byRegion(weekOf("2022-11-07", 2))],
        ledger: [one],
      }),
    );
    if (!draft.ok) throw new Error(draft.refusal.type);
    const shown = draft.value.printable.tables[0]?.cells
      .filter(({ value }) => value !== undefined)
      .map(({ held }) => held[0]?.[1]);
    expect(shown).not.toContain("north");
    expect(shown).not.toContain(undefined);
  });
  test("a growing number is printed rounded to twice k, and the one who came is not seen", () => {
    const one = lineOf({ facts, tables: [{ ...byRegion(period), roundedTo: 10 }] });
    const more = [...facts, ...cases(1, { region: "north" }, "2022-11-15")];
    const draft = draftRelease(
      asked({
        on: day("2022-11-28"),
        facts: more,
        ledger: [one],
        tables: [{ ...byRegion(weekOf("2022-11-07", 2)), roundedTo: 10 }],
      }),
    );
    expect(draft.ok && draft.value.printable.tables[0]?.cells.map(({ value }) => value)).toEqual([70]);
  });
  test("a table of one row, and one of nothing at all", () => {
    const single = { ...domain, codes: { region: ["north"], grievance: ["training", "weapons"] } };
    const table: TableSpec = { name: "t", dimensions: ["region", "grievance"], period };
    const few = [
      ...cases(2, { region: "north", grievance: "training" }),
      ...cases(30, { region: "north", grievance: "weapons" }),
    ];
    const draft = draftRelease(asked({ domain: single, facts: few, tables: [table] }));
    if (!draft.ok) throw new Error(draft.refusal.type);
    expect(
      draft.value.printable.tables[0]?.cells
        .filter(({ held }) => held.some(([, code]) => code === "training"))
        .map(({ value }) => value),
    ).toEqual([undefined, undefined]);
    const nothing = draftRelease(asked({ tables: [table] }));
    expect(nothing.ok && nothing.value.printable.tables[0]?.cells.every(({ value }) => value === 0)).toBe(
      true,
    );
  });
  test.each([
    [{ period: { from: day("2022-11-08"), to: day("2022-11-15") } }, "PeriodNotWholeWeeks"],
    [{ period: weekOf("2022-11-21") }, "PeriodNotOver"],
    [{ dimensions: ["region", "unit"] as const }, "UnitCounted"],
  ])("is refused: %j", (change, type) => {
    expect(draftRelease(asked({ tables: [{ ...byRegion(period), ...change }] }))).toMatchObject({
      ok: false,
      refusal: { type },
    });
  });
  test("two releases of one table within a week, or of weeks that cross, are refused", () => {
    const one = lineOf({ facts, tables: [byRegion(weekOf("2022-11-07", 2))] });
    expect(
      draftRelease(asked({ facts, ledger: [one], tables: [byRegion(weekOf("2022-11-07", 2))] })),
    ).toMatchObject({ refusal: { type: "TooSoon" } });
    expect(
      draftRelease(
        asked({ on: day("2022-11-28"), facts, ledger: [one], tables: [byRegion(weekOf("2022-11-14", 2))] }),
      ),
    ).toMatchObject({ refusal: { type: "PeriodsAcross" } });
  });
  test("three tables that go round in a circle are refused", () => {
    const pair = (a: string, b: string): TableSpec => ({ name: a + b, dimensions: [a, b], period });
    expect(
      draftRelease(
        asked({
          tables: [pair("region", "grievance"), pair("grievance", "outcome"), pair("region", "outcome")],
        }),
      ),
    ).toMatchObject({ refusal: { type: "TablesInCircle" } });
  });
});

describe("two people", () => {
  const facts = cases(30, { region: "north" });
  const drafted = draftRelease(asked({ facts, tables: [byRegion(weekOf("2022-11-07"))] }));
  if (!drafted.ok) throw new Error(drafted.refusal.type);
  const draft = drafted.value;
  const signing = { reviewer: anna, second: vera, ledger: [], takenOut: new Set<string>() };
  test("make a release, and nobody else can", () => {
    const made = release(draft, signing);
    expect(made.ok && made.value.release.reviewers).toEqual([anna, vera]);
    expect(made.ok && made.value.release.number).toBe(1);
  });
  test("one person twice is refused", () => {
    expect(release(draft, { ...signing, second: anna })).toMatchObject({
      refusal: { type: "OnePersonTwice" },
    });
  });
  test("a release in between makes the draft void", () => {
    expect(release(draft, { ...signing, ledger: [draft.line] })).toMatchObject({
      refusal: { type: "LedgerMovedOn", expected: 0, found: 1 },
    });
  });
  test("a relative who takes a case out in between makes the draft void", () => {
    const id = facts[0]?.id ?? "";
    expect(release(draft, { ...signing, takenOut: new Set([id]) })).toMatchObject({
      refusal: { type: "TakenOutMeanwhile", ids: [id] },
    });
  });
});

describe("a year of releases", () => {
  test("weekly tables and quarters around them: a reader with a solver finds no number below k", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat({ max: 999 })), (stream) => {
        const draw = (below: number): number => (Number(stream.next().value) * below) / 1000;
        const pick = (codes: readonly string[] | undefined): string =>
          codes?.[Math.floor(draw(codes.length))] ?? "";
        let facts: readonly PressFact[] = [];
        const ledger: LedgerLine[] = [];
        for (let at = 0; at < 52; at += 1) {
          const monday = new Date(Date.UTC(2022, 0, 3 + at * 7)).toISOString().slice(0, 10);
          const fresh = Array.from({ length: 20 + Math.floor(draw(60)) }, (_, one) => ({
            id: `${at}.${one}`,
            day: day(monday),
            codes: { region: pick(domain.codes["region"]), grievance: pick(domain.codes["grievance"]) },
          }));
          facts = [...facts, ...fresh];
          const tables: TableSpec[] = [
            { name: "weekly", dimensions: ["region", "grievance"], period: weekOf(monday) },
          ];
          if (at % 13 === 12) {
            const from = new Date(Date.UTC(2022, 0, 3 + (at - 12) * 7)).toISOString().slice(0, 10);
            tables.push({ name: "quarter", dimensions: ["region"], period: weekOf(from, 13) });
          }
          const draft = draftRelease(asked({ on: weekOf(monday).to, facts, tables, ledger }));
          if (!draft.ok) throw new Error(JSON.stringify(draft.refusal));
          ledger.push(draft.value.line);
        }
        expect(ledger.some((line) => line.printed.length > 0)).toBe(true);
        const { puzzle, needs } = unionOf(ledger, domain);
        const { pieces, standsFor } = reduced(puzzle);
        for (const { unknown, k } of needs.filter((_, place) => place % 97 === 0)) {
          const { sign, piece, place } = standsFor[unknown] ?? { sign: 0, piece: -1, place: -1 };
          const home = pieces[piece];
          expect(sign).not.toBe(0);
          if (!home) continue;
          const solver = openSolver(home);
          const up = solver.move({ unknown: place, direction: sign > 0 ? "rise" : "fall" })?.by ?? 0;
          const down =
            up >= k ? 0 : (solver.move({ unknown: place, direction: sign > 0 ? "fall" : "rise" })?.by ?? 0);
          expect(up + down).toBeGreaterThanOrEqual(k);
        }
      }),
      { seed: 8, numRuns: 1 },
    );
  }, 60_000);
});

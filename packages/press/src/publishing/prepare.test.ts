import {
  addDays,
  dayFrom,
  emptyLedger,
  foldLedgerEvents,
  readLedger,
  type Day,
  type Ledger,
  type MemberId,
} from "@answerable/casework";
import article from "@answerable/casework/article.json" with { type: "json" };
import { describe, expect, test } from "vitest";

import { week } from "../period.ts";
import type { PressFact } from "../table.ts";
import { deskDomain, tablesFor } from "./domain.ts";
import { filedText, readFiled } from "./filed.ts";
import { archiveOf, examineRelease, prepareRelease, signedRelease, type Wanted } from "./prepare.ts";

const anna = "anna" as MemberId; // invented
const vera = "vera" as MemberId; // invented
const quiet = (): void => undefined;

function day(text: string): Day {
  const found = dayFrom(text);
  if (!found) throw new Error("no day");
  return found;
}
function weekOf(monday: string) {
  const found = week(monday);
  if (!found) throw new Error("no week");
  return found;
}
/** So many soldiers of a week, unevenly spread, always the same. */
function soldiers(monday: string, count: number): readonly PressFact[] {
  const { region = [], grievance = [], service = [] } = deskDomain.codes;
  let seed = 11;
  const pick = (codes: readonly string[]): string => {
    seed = (seed * 48_271) % 2_147_483_647;
    return codes[Math.floor((seed / 2_147_483_647) ** 2 * 9)] ?? "";
  };
  return Array.from({ length: count }, (_, at) => ({
    id: `${monday}.${at}`,
    day: addDays(day(monday), at % 7),
    codes: { region: pick(region), grievance: pick(grievance), service: pick(service) },
  }));
}
function ledgerOf(file: unknown): Ledger {
  const read = readLedger(file);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}
const worded: Ledger = {
  ...ledgerOf(article),
  claims: ledgerOf(article).claims.map((claim) => ({ ...claim, printed: { en: `Said: ${claim.id}` } })),
};
const first: Wanted = {
  on: day("2022-12-05"),
  tables: tablesFor(["service"], weekOf("2022-11-07")),
  site: { name: { ru: "Линия" }, practice: true, address: "https://line.example/record" },
  ledger: { ...worded, incidents: [] },
  takenOut: [],
  consented: [],
  facts: soldiers("2022-11-07", 60),
  answering: [],
  earlier: [],
};
function prepared(wanted: Wanted) {
  const made = prepareRelease(wanted, quiet);
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}

describe("a release on its way", () => {
  const proposal = prepared(first);
  const examine = (more: Partial<Wanted> & { readonly signed?: string; readonly text?: string } = {}) => {
    const examined = examineRelease({ ...first, text: proposal.text, signed: proposal.hash, ...more }, quiet);
    if (!examined.ok) throw new Error(examined.refusal.type);
    return examined.value;
  };

  test("is filed whole: the second person's device makes the same pages of it, byte for byte", () => {
    const second = examine();
    expect(second.objections).toEqual([]);
    expect(second.moved).toBe(false);
    expect(second.hash).toBe(proposal.hash);
    expect(second.files).toEqual(proposal.files);
    expect(proposal.hidden.small).toBeGreaterThan(0);
  });

  test("is not signed over other pages than those that were looked at", () => {
    expect(examine({ signed: "x".repeat(43) }).objections).toEqual([{ type: "OtherPages" }]);
    expect(examineRelease({ ...first, text: "nothing", signed: "" }, quiet)).toMatchObject({
      refusal: { type: "Unreadable" },
    });
  });

  test("is stopped where a relative withdraws in between: an entry of hers, or the case that was counted", () => {
    const [entry] = proposal.printable.entries;
    expect(examine({ takenOut: [entry?.claim ?? ""] }).objections).toEqual([
      { type: "Withdrawn", claims: [entry?.claim], cases: 0 },
    ]);
    expect(examine({ facts: first.facts.slice(1) }).objections).toEqual([
      { type: "Withdrawn", claims: [], cases: 1 },
    ]);
  });

  test("is stopped where what it says was retracted in between, and the next one says that it is withdrawn and not what", () => {
    const [entry] = proposal.printable.entries;
    const claim = worded.claims.find(({ id }) => id === entry?.claim)?.id;
    if (!claim) return expect.unreachable();
    const ledger = foldLedgerEvents(first.ledger, [
      { type: "ClaimRetracted", claim, reason: "said that it was not so" },
    ]);
    const { objections } = examine({ ledger });
    expect(objections).toMatchObject([{ type: "Withdrawn", claims: expect.arrayContaining([claim]) }]);
    const next = prepared({ ...first, ledger, tables: [], earlier: [proposal.text] });
    expect(next.printable.entries.map((one) => one.claim)).not.toContain(claim);
    expect(next.printable.corrections).toContainEqual({ on: first.on, claim, type: "Withdrawn" });
    const said = new RegExp(`Said: ${claim}(?![0-9])`, "u");
    const pages = (files: readonly { readonly bytes: Uint8Array }[]) =>
      files.map(({ bytes }) => new TextDecoder().decode(bytes)).join("\n");
    expect(pages(proposal.files)).toMatch(said);
    expect(pages(next.files)).not.toMatch(said);
    return undefined;
  });

  test("is stopped where another release came in between", () => {
    const { objections } = examine({ earlier: [proposal.text] });
    expect(objections.map(({ type }) => type)).toContain("OutOfTurn");
  });

  test("says where something came in since, and may still be signed", () => {
    const late = { ...first.facts[0], id: "late" } as PressFact;
    const { objections, moved } = examine({ facts: [...first.facts, late] });
    expect([objections, moved]).toEqual([[], true]);
  });

  test("forged to give a small number away is seen by the second device", () => {
    const filed = readFiled(proposal.text);
    if (!filed) throw new Error("filed");
    // Every hidden number but one is printed: the one follows.
    const [small] = filed.line.cells.filter(({ value }) => value > 0 && value < 5);
    const printed = filed.line.cells.map(({ id }) => id).filter((id) => id !== small?.id);
    const forged = { ...filed, line: { ...filed.line, printed } };
    const text = filedText(forged);
    expect(examine({ text }).objections.map(({ type }) => type)).not.toEqual([]);
    expect(examine({ text }).moved).toBe(true);
  });

  test("a minute later words are mended, the same figures stand, and a table is refused", () => {
    const mended = { ...first, tables: [], earlier: [proposal.text] };
    const [entry] = proposal.printable.entries;
    const without = prepared({ ...mended, takenOut: [entry?.claim ?? ""] });
    expect(without.printable).toMatchObject({
      number: 2,
      tables: proposal.printable.tables,
      corrections: [{ claim: entry?.claim, type: "Withdrawn" }],
      withheld: { OUT: 1 },
    });
    expect(without.changes).toContainEqual({
      type: "EntryRemoved",
      claim: entry?.claim,
      before: entry?.words,
    });
    expect(prepareRelease({ ...first, earlier: [proposal.text] }, quiet)).toMatchObject({
      refusal: { type: "TooSoon" },
    });
    expect(prepareRelease({ ...first, earlier: ["?"] }, quiet)).toMatchObject({
      refusal: { type: "EarlierUnreadable", number: 1 },
    });
  });

  test("of nothing at all can be made", () => {
    const nothing = prepared({ ...first, tables: [], facts: [], ledger: emptyLedger });
    expect(nothing.printable.entries).toEqual([]);
    expect(nothing.files.some(({ path }) => path === "ru/index.html")).toBe(true);
  });

  test("becomes an archive only with two different people", () => {
    const { release, site } = signedRelease(proposal.text, { by: anna, second: vera });
    const signatures = [{ device: "d".repeat(22), key: "k".repeat(43), signature: "s".repeat(86) }];
    const archive = archiveOf(release, { site, signatures, told: quiet });
    expect(archive.length).toBeGreaterThan(10_000);
    expect(archiveOf(release, { site, signatures, told: quiet })).toEqual(archive);
    expect(() => signedRelease(proposal.text, { by: anna, second: anna })).toThrow("OnePersonTwice");
  });
});

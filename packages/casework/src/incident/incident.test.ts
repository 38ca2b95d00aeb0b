import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { cardToPayload, readCard } from "../card-text.ts";
import type { Day, Moment } from "../day.ts";
import { decide } from "../decide.ts";
import type { Event } from "../event.ts";
import { foldSheet, type Folder } from "../folder.ts";
import type { CaseId, DeviceId, FolderId, MemberId, NewId, SheetId, ShiftId } from "../id.ts";
import { cardOf } from "../make-card.ts";
import { clustersOf, unitKey, type InCluster } from "../overview/cluster.ts";
import { gatheredIn } from "./asked.ts";
import type { IncidentCommand } from "./command.ts";
import type { Incident } from "./incident.ts";
import { anyIncidentEvent, caseNames } from "./testing/arbitrary.ts";

const folder = "incident______________" as FolderId;
const nina = "nina__________________" as MemberId; // invented
const at = "2022-11-12T10:00:00.000Z" as Moment;
const newId: NewId = () => "new___________________" as never; // as many brands as are asked for
const cluster = {
  unit: "в/ч 98989",
  grievance: "C1",
  week: "2022-11-07T00:00:00.000Z" as Moment,
  cases: caseNames.slice(0, 3),
} as const;

function folded(before: Folder | undefined, events: readonly Event[]): Folder | undefined {
  const number = (before?.sheets ?? 0) + 1;
  const id = `s${number}`.padEnd(22, "_") as SheetId;
  return foldSheet(before, folder, { id, number, by: nina, device: "d" as DeviceId, at, events, unknown: 0 });
}
function after(before: Folder | undefined, command: IncidentCommand): Incident | string {
  const given = {
    by: nina,
    at,
    today: "2022-11-12" as Day,
    newId,
    shift: "s" as ShiftId,
    shiftFolder: undefined,
  };
  const decided = decide({ ...given, folder: before }, command);
  if (!decided.ok) return decided.refusal.type;
  const next = folded(before, decided.value.events);
  if (next?.type !== "Incident") throw new Error("no incident");
  return next;
}
function done(before: Folder | undefined, command: IncidentCommand): Incident {
  const next = after(before, command);
  if (typeof next === "string") throw new Error(next);
  return next;
}
const gathered = done(undefined, { type: "GatherIncident", case: folder, cluster });
const [first, second] = ["case__________________" as CaseId, "case2_________________" as CaseId];

describe("an incident", () => {
  test("is gathered by a person from what a rule proposed, and its card names its cases", () => {
    expect(gathered).toMatchObject({ unit: "в/ч 98989", cases: cluster.cases, gathered: { by: nina } });
    const card = cardOf(gathered);
    expect(readCard(JSON.parse(JSON.stringify(cardToPayload(card))))).toEqual(card);
    expect(after(gathered, { type: "GatherIncident", case: folder, cluster })).toBe("AlreadySo");
  });

  test("lets a case go with a reason, takes it again, and no case twice", () => {
    expect(after(gathered, { type: "LetCaseGo", case: folder, of: first, reason: " " })).toBe("TextMissing");
    const without = done(gathered, { type: "LetCaseGo", case: folder, of: first, reason: "another unit" });
    expect(without.cases).not.toContain(first);
    expect(without.letGo).toMatchObject([{ case: first, reason: "another unit", by: nina }]);
    expect(after(without, { type: "LetCaseGo", case: folder, of: first, reason: "again" })).toBe(
      "NoSuchCase",
    );
    const again = done(without, { type: "GatherCases", case: folder, cases: [first, first, second] });
    expect(again.cases.filter((one) => one === first)).toEqual([first]);
    expect(again.letGo).toEqual([]);
    expect(after(again, { type: "GatherCases", case: folder, cases: [first] })).toBe("AlreadySo");
  });

  test("once taken back holds nothing, takes nothing, and frees its cases to be proposed again", () => {
    const back = done(gathered, { type: "TakeIncidentBack", case: folder, reason: "two happenings" });
    expect(back).toMatchObject({ cases: [], takenBack: { reason: "two happenings" } });
    expect(after(back, { type: "GatherCases", case: folder, cases: [first] })).toBe("NoSuchIncident");
    const fronts = (incident: Incident) => [{ card: cardOf(incident) as never }]; // the card of an incident
    expect(gatheredIn(fronts(gathered))).toEqual(new Set(cluster.cases));
    expect(gatheredIn(fronts(back)).size).toBe(0);
  });

  test("gathered a second time by somebody who had not heard, takes in what is new and not what was let go", () => {
    const [third, fourth] = [caseNames[2], caseNames[3]] as readonly CaseId[];
    if (!third || !fourth) throw new Error("the office has four names");
    const without = done(gathered, { type: "LetCaseGo", case: folder, of: third, reason: "another unit" });
    const { unit, grievance, week } = cluster;
    const said = { type: "IncidentGathered", incident: folder, unit, grievance, week } as const;
    const twice = folded(without, [{ ...said, cases: [third, fourth, first] }]);
    expect(twice).toMatchObject({ cases: [...without.cases, fourth], gathered: { by: nina } });
  });

  test("remembers whom it told and whom it could not tell", () => {
    const told = { told: [first], untold: [{ case: second, why: "NobodyToAnswer" }] };
    const after = done(gathered, {
      type: "NoteFamiliesTold",
      case: folder,
      text: "Пишем.",
      asks: false,
      ...told,
    });
    expect(after.told).toMatchObject([{ text: "Пишем.", by: nina, ...told }]);
  });
});

test("whatever happens in it, a case is in an incident once or not at all, and none is both in it and let go", () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyIncidentEvent, { maxLength: 4 }), { maxLength: 8 }), (sheets) => {
      const end = sheets.reduce<Folder | undefined>(folded, gathered);
      if (end?.type !== "Incident") throw new Error("no incident");
      expect(new Set(end.cases).size).toBe(end.cases.length);
      expect(end.letGo.filter((one) => end.cases.includes(one.case))).toEqual([]);
      if (end.takenBack) expect(end.cases).toEqual([]);
    }),
    { seed: 75, numRuns: 300 },
  );
});

const anyCase: fc.Arbitrary<InCluster> = fc
  .record({
    case: fc.nat(30).map((n) => `case${n}`.padEnd(22, "_") as CaseId),
    soldier: fc.nat(12),
    unit: fc.constantFrom("в/ч 98989", "98989, вторая рота", "в/ч 97979", "под Курском"),
    grievance: fc.constantFrom("A1" as const, "C1" as const),
    opened: fc.integer({ min: 27_800_000, max: 27_830_000 }),
    isGathered: fc.constantFrom(false, false, false, true),
  })
  .map((one) => ({ ...one, key: unitKey(one.unit) }));

test("proposals are the same in whatever order the cases came, name no case twice and none that is gathered", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyCase, { selector: (one) => one.case, maxLength: 31 }),
      fc.nat(),
      (cases, seed) => {
        const proposals = clustersOf(cases);
        const turned = cases.toSorted((a, b) => hash(a.case, seed) - hash(b.case, seed));
        expect(clustersOf(turned)).toEqual(proposals);
        const named = proposals.flatMap((one) => one.cases);
        expect(new Set(named).size).toBe(named.length);
        for (const id of named) expect(cases.find((one) => one.case === id)?.isGathered).toBe(false);
      },
    ),
    { seed: 76, numRuns: 300 },
  );
  const many = fc.sample(fc.uniqueArray(anyCase, { selector: (one) => one.case, minLength: 25 }), {
    seed: 3,
    numRuns: 1,
  });
  expect(clustersOf(many[0] ?? []).length).toBeGreaterThan(0);
});

function hash(text: string, seed: number): number {
  let sum = seed % 1_000_003;
  for (const letter of text) sum = (sum * 31 + letter.charCodeAt(0)) % 1_000_003;
  return sum;
}

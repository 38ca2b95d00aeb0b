import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";

import type { Event, Sheet } from "./event.ts";
import { Event as EventSchema } from "./event.ts";
import { foldSheet, foldSheets } from "./folder.ts";
import type { FactId, SheetId } from "./id.ts";
import { presentValue } from "./present.ts";
import { anySheets, caseSheets } from "./testing/arbitrary.ts";
import { aMotherCalls, caseId, device, nina, now, oleg, openOffice, the } from "./testing/office.ts";

const runs = { seed: 7, numRuns: 300 };

test("the events of these properties are ones that can be sealed", () => {
  fc.assert(
    fc.property(anySheets, (sheets) => {
      for (const sheet of sheets)
        for (const event of sheet.events) expect(v.safeParse(EventSchema, event).issues).toBeUndefined();
    }),
    runs,
  );
});

test("whatever happens in whatever order, folding does not fail", () => {
  fc.assert(
    fc.property(anySheets, (sheets) => {
      const folder = foldSheets(caseId, sheets);
      if (folder === undefined) return;
      expect(folder.id).toBe(caseId);
      for (const fact of folder.facts) expect(["stands", "set aside", "withdrawn"]).toContain(fact.standing);
    }),
    runs,
  );
});

test("the same sheets say the same on every device, folded at once or one by one", () => {
  fc.assert(
    fc.property(caseSheets, fc.nat(8), (sheets, at) => {
      const whole = foldSheets(caseId, sheets);
      const half = foldSheets(caseId, sheets.slice(0, at));
      const rest = sheets.slice(at).reduce((folder, sheet) => foldSheet(folder, caseId, sheet), half);
      expect(rest).toEqual(whole);
      expect(foldSheets(caseId, structuredClone(sheets))).toEqual(whole);
    }),
    runs,
  );
});

test("nothing ever stated leaves the case, and every event has its row", () => {
  fc.assert(
    fc.property(caseSheets, (sheets) => {
      const folder = foldSheets(caseId, sheets);
      if (folder === undefined) return;
      const events = sheets.flatMap((sheet) => sheet.events);
      const stated = events.flatMap((event) => (event.type === "FactStated" ? [event.fact] : []));
      expect(folder.facts.map((fact) => fact.id)).toEqual([...new Set(stated)]);
      const rows = folder.timeline.filter((row) => row.what.type !== "Unknown");
      expect(rows).toHaveLength(events.length);
      expect(new Set(folder.timeline.map((row) => row.key)).size).toBe(folder.timeline.length);
      expect(folder.unknown).toBe(sheets.reduce((sum, sheet) => sum + sheet.unknown, 0));
    }),
    runs,
  );
});

test("a sheet folded in does not change the folder it was folded into", () => {
  fc.assert(
    fc.property(caseSheets, (sheets) => {
      const before = foldSheets(caseId, sheets.slice(0, -1));
      const kept = structuredClone(before);
      sheets.slice(-1).forEach((sheet) => foldSheet(before, caseId, sheet));
      expect(before).toEqual(kept);
    }),
    runs,
  );
});

function stating(
  number: number,
  fact: string,
  more: { readonly value: string; readonly setsAside: readonly FactId[]; readonly by: Sheet["by"] },
): Sheet {
  const event: Event = {
    type: "FactStated",
    fact: fact.padEnd(22, "_") as FactId,
    field: "unit",
    value: more.value,
    sure: true,
    source: "unknown",
    setsAside: [...more.setsAside],
  };
  return {
    id: `s${number}`.padEnd(22, "_") as SheetId,
    number,
    by: more.by,
    device,
    at: now,
    events: [event],
    unknown: 0,
  };
}

test("two who correct the same field offline are both kept, and the clash is shown", () => {
  const office = openOffice();
  office.tell(office.call(aMotherCalls));
  const told = foldSheet(
    office.theCase(),
    caseId,
    stating(2, "first", { value: "в/ч 1", setsAside: [], by: nina }),
  );
  const seen = [the(presentValue(the(told), "unit").values[0]).id];
  const ninas = stating(3, "ninas", { value: "в/ч 2", setsAside: seen, by: nina });
  const olegs = stating(4, "olegs", { value: "в/ч 3", setsAside: seen, by: oleg });
  const both = the(foldSheet(foldSheet(told, caseId, ninas), caseId, olegs));
  const otherOrder = the(
    foldSheet(foldSheet(told, caseId, { ...olegs, number: 3 }), caseId, { ...ninas, number: 4 }),
  );
  for (const folder of [both, otherOrder]) {
    const present = presentValue(folder, "unit");
    expect(present.values.map((fact) => fact.value).toSorted()).toEqual(["в/ч 2", "в/ч 3"]);
    expect(present.clash).toBe(true);
  }
});

test("two who say the same in other letters do not clash", () => {
  const office = openOffice();
  office.tell(office.call({ kind: "aboutSoldier", soldierName: "Соколов Пётр", birth: "08.03.01" }));
  office.tell(office.call({ attachTo: caseId, soldierName: "соколов  петр", birth: "8 марта 2001" }));
  expect(presentValue(office.theCase(), "name")).toMatchObject({ values: [{}, {}], clash: false });
  expect(presentValue(office.theCase(), "birth").clash).toBe(false);
});

test("a year does not clash with a day in it, an age not with the year before, two days do", () => {
  const clash = (one: string, other: string): boolean => {
    const office = openOffice();
    office.tell(office.call({ kind: "aboutSoldier", birth: one }));
    office.tell(office.call({ attachTo: caseId, birth: other }));
    return presentValue(office.theCase(), "birth").clash;
  };
  expect(clash("2001", "08.03.2001")).toBe(false);
  expect(clash("~23", "20.12.1998")).toBe(false);
  expect(clash("~23", "20.12.1996")).toBe(true);
  expect(clash("08.03.2001", "09.03.2001")).toBe(true);
  expect(clash("весной", "осенью")).toBe(true);
});

test("a name without its patronymic clashes with nothing, and who knows less does not make the case say less", () => {
  const present = (field: "name" | "birth", ...said: readonly { soldierName: string; birth: string }[]) => {
    const office = openOffice();
    said.forEach((one, at) =>
      office.tell(office.call(at === 0 ? { kind: "aboutSoldier", ...one } : { attachTo: caseId, ...one })),
    );
    const { values, clash } = presentValue(office.theCase(), field);
    return { first: values[0]?.value, clash };
  };
  const mother = { soldierName: "Батуев Баир Доржиевич", birth: "08.03.1996" };
  const comrade = { soldierName: "Баир Батуев", birth: "1996" };
  const stranger = { soldierName: "Батуев Булат", birth: "09.03.1996" };
  for (const calls of [
    [mother, comrade],
    [comrade, mother],
  ]) {
    expect(present("name", ...calls)).toEqual({ first: "Батуев Баир Доржиевич", clash: false });
    expect(present("birth", ...calls)).toEqual({ first: "08.03.1996", clash: false });
  }
  expect(present("name", mother, comrade, stranger)).toEqual({ first: "Батуев Булат", clash: true });
  expect(present("birth", mother, comrade, stranger)).toEqual({ first: "09.03.1996", clash: true });
});

test("a sheet told twice is there once", () => {
  const office = openOffice();
  office.tell(office.call(aMotherCalls));
  const once = office.theCase();
  const twice = the(foldSheet(once, caseId, the(office.sheets()[0])));
  const {
    timeline: _,
    consents: __,
    namings: ___,
    urgencies: ____,
    urgency: _____,
    ...papers
  } = once as typeof once & { urgency?: unknown };
  expect(twice).toMatchObject(papers);
});

test("the timeline says who, when and what, newest sheet first", () => {
  const office = openOffice();
  office.tell(office.call(aMotherCalls));
  office.tell({ type: "AddNote", case: caseId, text: "Позвонить сестре" });
  const rows = office.theCase().timeline;
  expect(rows[0]).toMatchObject({ by: nina, at: now, what: { type: "NoteAdded", text: "Позвонить сестре" } });
  expect(rows[1]?.what.type).toBe("CaseOpened");
});

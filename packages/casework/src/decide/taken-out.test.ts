/** A number that was taken out while others wrote offline: in whatever order the sheets arrive, nobody is rung who did not want it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Command } from "../command.ts";
import { decide } from "../decide.ts";
import type { Sheet } from "../event.ts";
import { foldSheets } from "../folder.ts";
import type { DeviceId, FactId, NewId, SheetId } from "../id.ts";
import {
  aMotherCalls,
  caseId,
  draft,
  nina,
  now,
  openOffice,
  phone,
  shiftId,
  the,
  today,
} from "../testing/office.ts";
import { phoneKey } from "./caller.ts";
import { isReach } from "./taken-out.ts";

/** Three laptops and a server; each writes upon what it has pulled, with its own that wait on top. */
function openDesk() {
  const begun = openOffice();
  begun.tell(begun.call(aMotherCalls));
  let ids = 0;
  const newId = (() => `new${String((ids += 1)).padStart(19, "0")}`) as NewId;
  let log: readonly Sheet[] = begun.sheets();
  const had = new Map<SheetId, ReadonlySet<SheetId>>();
  const laptops = ["one", "two", "three"].map((name) => ({
    device: name.padEnd(22, "_") as DeviceId,
    pulled: log.length,
    waiting: [] as readonly Sheet[],
  }));
  const laptop = (at: number) => the(laptops[at]);
  const seenBy = (at: number) => {
    const { pulled, waiting } = laptop(at);
    const own = waiting.map((sheet, later) => ({ ...sheet, number: pulled + later + 1 }));
    return [...log.slice(0, pulled), ...own];
  };
  const folderOf = (sheets: readonly Sheet[]) => {
    const folder = foldSheets(caseId, sheets);
    if (folder?.type !== "Case") throw new Error("there is no case");
    return folder;
  };
  function says(at: number, command: Command): boolean {
    const sheets = seenBy(at);
    const folder = folderOf(sheets);
    const decided = decide(
      { folder, by: nina, at: now, today, newId, shift: shiftId, shiftFolder: undefined },
      command,
    );
    if (!decided.ok || decided.value.events.length === 0) return false;
    const { device, pulled, waiting } = laptop(at);
    const id = newId<SheetId>();
    const { events } = decided.value;
    had.set(id, new Set(sheets.map((sheet) => sheet.id)));
    laptop(at).waiting = [
      ...waiting,
      { id, number: 0, by: nina, device, at: now, upon: pulled, events, unknown: 0 },
    ];
    return true;
  }
  return {
    had,
    says,
    pulls: (at: number) =>
      void (laptop(at).pulled = laptop(at).waiting.length > 0 ? laptop(at).pulled : log.length),
    /** The first that waits is placed on top of whatever is there. */
    pushes(at: number) {
      const [first, ...rest] = laptop(at).waiting;
      if (!first) return;
      log = [...log, { ...first, number: log.length + 1 }];
      laptop(at).pulled = log.length;
      laptop(at).waiting = rest;
    },
    log: () => log,
    seen: (at: number) => folderOf(seenBy(at)),
    placed: () => folderOf(log),
    states: (at: number, value: string) =>
      says(at, {
        type: "StateFact",
        case: caseId,
        about: the(begun.theCase().people[0]).id,
        field: "phone",
        value,
        sure: true,
        source: "sawHimself",
        setsAside: [],
      }),
    takesOut(at: number, value: string) {
      const stands = folderOf(seenBy(at)).facts.find(
        (fact) => isReach(fact) && fact.withdrawn === undefined && phoneKey(fact.value) === phoneKey(value),
      );
      return (
        stands && says(at, { type: "WithdrawFact", case: caseId, fact: stands.id, reason: "просит удалить" })
      );
    },
    calls: (at: number, raw: string) =>
      says(at, {
        type: "RecordCall",
        case: caseId,
        draft: { ...draft(aMotherCalls), attachTo: caseId, phones: [phone(raw, { safeHours: "после 20" })] },
      }),
  };
}
const HERS = "8 912 345-67-89";
const numbersOf = ({ facts }: ReturnType<ReturnType<typeof openDesk>["placed"]>) =>
  facts.filter((fact) => isReach(fact) && fact.standing === "stands").map(({ value }) => phoneKey(value));

describe("a number taken out while another laptop was offline", () => {
  for (const order of [
    [0, 1],
    [1, 0],
  ] as const)
    test(`is rung by nobody where laptop ${order[0]} is heard first, nor are her hours told`, () => {
      const desk = openDesk();
      desk.takesOut(0, HERS);
      desk.states(1, "+7 (912) 345 67 89");
      desk.calls(1, `${HERS} только вечером`);
      for (const at of [...order, ...order, ...order]) desk.pushes(at);
      expect(desk.log()).toHaveLength(4);
      expect(numbersOf(desk.placed())).toEqual([]);
      const hours = desk.placed().facts.filter(({ field }) => field === "safeHours");
      expect(hours.map(({ standing }) => standing)).toEqual(hours.map(() => "withdrawn"));
      // Who writes on learns of it when her laptop has pulled, and may state it with open eyes.
      expect(numbersOf(desk.seen(1))).toEqual([]);
      desk.pulls(1);
      desk.states(1, HERS);
      expect(numbersOf(desk.seen(1))).toEqual(["+79123456789"]);
      desk.pushes(1);
      expect(numbersOf(desk.placed())).toEqual(["+79123456789"]);
    });

  test("comes back by the same laptop that took it out and was offline all the while", () => {
    const desk = openDesk();
    desk.takesOut(0, HERS);
    desk.states(0, HERS);
    desk.states(1, "8 912 000-00-01");
    for (const at of [1, 0, 0]) desk.pushes(at);
    expect(numbersOf(desk.placed())).toEqual(["+79120000001", "+79123456789"]);
  });

  test("is gone too where two took it out and one of them had it stated again before she heard of the other", () => {
    const desk = openDesk();
    desk.takesOut(0, HERS);
    desk.takesOut(1, HERS);
    desk.states(1, HERS);
    for (const at of [0, 1, 1]) desk.pushes(at);
    expect(numbersOf(desk.placed())).toEqual([]);
  });

  test("what sheets from before say counts as it always did", () => {
    const desk = openDesk();
    desk.takesOut(0, HERS);
    desk.states(1, HERS);
    for (const at of [0, 1]) desk.pushes(at);
    const before = desk.log().map((sheet) => {
      const { upon: _, ...told } = sheet;
      return told;
    });
    const folder = the(foldSheets(caseId, before));
    expect(
      folder.facts.filter(({ field, standing }) => field === "phone" && standing === "stands"),
    ).toHaveLength(1);
  });
});

const RUNS = Number(process.env["ANSWERABLE_RUNS"] ?? 60);

const deed = fc.record({
  at: fc.nat(2),
  does: fc.constantFrom("states", "states", "takesOut", "calls", "pushes", "pulls"),
  number: fc.constantFrom(HERS, "89123456789", "8 912 000-00-01", "+7 912 0000001"),
} as const);

test("a number stands if every withdrawal of it was before the eyes of whoever stated it, whatever order the network chose", () => {
  const ends: number[] = [];
  fc.assert(
    fc.property(
      fc.array(deed, { maxLength: 24 }),
      fc.array(fc.nat(2), { minLength: 30, maxLength: 30 }),
      (deeds, last) => {
        const desk = openDesk();
        for (const { at, does, number } of deeds) desk[does](at, number);
        for (const at of last) desk.pushes(at);
        for (let at = 0; at < 3; at += 1) for (let more = 0; more < 24; more += 1) desk.pushes(at);
        const sheets = desk.log();
        const { facts } = desk.placed();
        const keyOf = new Map<FactId, string>(
          facts.filter(isReach).map(({ id, value }) => [id, phoneKey(value)]),
        );
        const withdrawals = sheets.flatMap(({ id, events }) =>
          events.flatMap((event) =>
            event.type === "FactWithdrawn" ? [{ by: id, key: keyOf.get(event.fact) }] : [],
          ),
        );
        for (const fact of facts.filter(isReach)) {
          const before = desk.had.get(fact.sheet) ?? new Set();
          const isMeant = withdrawals.every(({ by, key }) => key !== keyOf.get(fact.id) || before.has(by));
          expect(fact.withdrawn === undefined).toBe(isMeant);
          ends.push(isMeant ? 1 : 0);
        }
        for (const fact of facts)
          if (fact.of !== undefined && facts.find(({ id }) => id === fact.of)?.withdrawn)
            expect(fact.withdrawn).toBeDefined();
      },
    ),
    { seed: 41, numRuns: RUNS },
  );
  expect(new Set(ends)).toEqual(new Set([0, 1]));
});

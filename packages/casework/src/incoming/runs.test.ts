/** What came of a list, where several devices brought it in: the same figure in whatever order their sheets arrive. */
import fc from "fast-check";
import { expect, test } from "vitest";

import type { Event, Sheet } from "../event.ts";
import { foldSheets } from "../folder.ts";
import type { DeviceId, ListId, SheetId } from "../id.ts";
import { caseId, nina, now, shiftId, the, today } from "../testing/office.ts";

const list = "list".padEnd(22, "_") as ListId;
const LINES = 10;
const laid: Event = { type: "ListLaid", list, name: "Список комитета", lines: LINES, columns: [] };
const nobody = { opened: 0, added: 0, already: 0, refused: 0, leftOut: 0 };
const ran = (told: Partial<typeof nobody>): Event => ({ type: "ListBroughtIn", list, ...nobody, ...told });
const back: Event = { type: "ListTakenBack", list, cases: 1, reason: "не тот файл" };

interface Written {
  readonly by: number;
  readonly upon?: number;
  readonly events: readonly Event[];
}
function doneOf(written: readonly Written[]) {
  const opening: Event = { type: "ShiftOpened", shift: shiftId, member: nina, day: today };
  const sheets = [{ by: 0, events: [opening] }, ...written].map(({ by, events, ...upon }, at): Sheet => ({
    id: `sheet${at}`.padEnd(22, "_") as SheetId,
    number: at + 1,
    by: nina,
    device: `device${by}`.padEnd(22, "_") as DeviceId,
    at: now,
    ...upon,
    events,
    unknown: 0,
  }));
  const folder = foldSheets(caseId, sheets);
  return folder?.type === "Shift" ? the(folder.lists[0]).done : expect.unreachable();
}

test("a run that was stopped and one that went on are told together, and no line twice", () => {
  const done = doneOf([
    { by: 0, upon: 1, events: [laid] },
    { by: 0, upon: 1, events: [ran({ opened: 6, refused: 1 })] },
    { by: 1, upon: 3, events: [laid] },
    { by: 1, upon: 3, events: [ran({ opened: 2, added: 1, already: 6, refused: 1 })] },
  ]);
  expect(done).toEqual({ opened: 8, added: 1, already: 0, refused: 1, leftOut: 0 });
});

test("brought in again after it was taken back, it counts from nothing", () => {
  const run = { by: 0, upon: 1, events: [ran({ opened: 10 })] };
  const lays = { by: 0, upon: 1, events: [laid] };
  expect(doneOf([lays, run, { by: 0, upon: 1, events: [back] }, lays, run])?.opened).toBe(10);
});

const offline = fc.array(
  fc.record({ opened: fc.nat(5), added: fc.nat(2), refused: fc.nat(1) }).map((told) => ({
    ...told,
    already: LINES - told.opened - told.added - told.refused,
  })),
  { minLength: 1, maxLength: 3 },
);

test("devices that brought it in offline are not added up, in whatever order their sheets come", () => {
  const whole = fc.array(offline, { minLength: 2, maxLength: 3 });
  const turns = fc.array(fc.nat(2), { minLength: 40, maxLength: 40 });
  let met = 0;
  fc.assert(
    fc.property(whole, turns, turns, (devices, one, other) => {
      const written = devices.map((runs, by) =>
        runs.flatMap((told): readonly Written[] => [
          { by, upon: 1, events: [laid] },
          { by, upon: 1, events: [ran(told)] },
        ]),
      );
      const inOrder = (order: readonly number[]) => {
        const left = written.map((sheets) => [...sheets]);
        const taken = order.flatMap((by) => left[by]?.splice(0, 1) ?? []);
        return doneOf([...taken, ...left.flat()]);
      };
      const done = inOrder(one);
      expect(inOrder(other)).toEqual(done);
      const sums = devices.map((runs) => runs.reduce((sum, { opened, added }) => sum + opened + added, 0));
      expect((done?.opened ?? 0) + (done?.added ?? 0)).toBe(Math.max(...sums));
      met += sums.filter((sum) => sum > 0).length > 1 ? 1 : 0;
    }),
    { seed: 8, numRuns: 200 },
  );
  expect(met).toBeGreaterThan(50);
});

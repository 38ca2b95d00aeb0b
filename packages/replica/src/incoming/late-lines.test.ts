/**
 * See note: Lines that come late (late-lines.ts). One coordinator brings a list in, a line at a time; what she wrote goes out, comes in and is
 * taken back elsewhere in any order.
 */
import {
  cardOf,
  cardToPayload,
  decide,
  foldSheet,
  type Command,
  type DeviceId,
  type Event,
  type Folder,
  type FolderId,
  type IncomingRow,
  type MemberId,
  type SheetId,
} from "@answerable/casework";
import { idFrom } from "@answerable/wire";
import { expect, test } from "vitest";

import { openLikeness } from "../likeness/likeness.ts";
import { todayOf } from "../queries/roster.ts";
import type { Recorded } from "../record.ts";
import { openRoster } from "../roster/roster.ts";
import { chanceOf, type Chance } from "../testing/chance.ts";
import { built } from "../testing/likeness-of.ts";
import { openIncoming } from "./incoming.ts";

interface Said {
  readonly folder: FolderId;
  readonly by: MemberId;
  readonly events: readonly Event[];
}

const today = todayOf(Date.UTC(2026, 10, 23), 180);
const idOf = (text: string) => Buffer.from(text.padEnd(16, "_").slice(-16), "latin1").toString("base64url");
const lineAt = (at: number): IncomingRow => ({
  at,
  leaf: "",
  received: `Ряскин Лев ${at}`,
  key: "",
  noted: [],
  told: {
    soldierName: `Ряскин Лев ${at}`,
    birth: "",
    region: "",
    unit: "",
    callSign: "",
    dogTag: "",
    soldierPhone: "",
    lastContact: "",
    callerName: "",
    phones: [],
    summary: "",
    grievances: [],
    date: "",
  },
});

/** A device of a coordinator: what it has heard of the log, and what it has not said yet. */
async function openDevice(at: number, log: Said[], chance: Chance, meanwhile: () => void) {
  const me = idFrom<MemberId>(new Uint8Array(16).fill(at));
  const likeness = openLikeness(openRoster(me), me);
  await built(likeness);
  const unsent: Said[] = [];
  let heard = 0;
  let clock = 0;

  function present(folder: FolderId): Folder | undefined {
    const said = [...log.slice(0, heard), ...unsent].filter((one) => one.folder === folder);
    return said.reduce<Folder | undefined>(
      (soFar, { by, events }, before) =>
        foldSheet(soFar, folder, {
          id: `${folder}${before}` as SheetId,
          number: before + 1,
          by,
          device: by as string as DeviceId,
          at: today.now,
          events,
          unknown: 0,
        }),
      undefined,
    );
  }
  function show(folder: FolderId): void {
    const now = present(folder);
    const payload = { by: me, name: "Вера", card: now && cardToPayload(cardOf(now)) };
    if (now) likeness.roster.put({ folder, number: now.sheets, place: heard, payload }, false);
  }
  async function record(command: Command): Promise<Recorded> {
    if (!("case" in command) || command.case === undefined) throw new Error("a list speaks of folders");
    const given = { by: me, at: today.now, today: today.day, newId: () => idFrom<never>(chance.bytes(16)) };
    const decided = decide(
      {
        ...given,
        folder: present(command.case),
        shift: command.case,
        shiftFolder: undefined,
        duties: ["coordinator"],
      },
      command,
    );
    if (!decided.ok) return decided;
    unsent.push({ folder: command.case, by: me, events: decided.value.events });
    show(command.case);
    return { ok: true, value: { folder: command.case } };
  }
  const incoming = openIncoming({
    likeness,
    names: () => ({
      folderOfList: () => idOf("list") as FolderId,
      folderOfLine: (name) => idOf(name) as FolderId,
    }),
    record,
    folder: async (folder) => present(folder),
    isCoordinator: () => true,
    async pause() {
      meanwhile();
      await new Promise((done) => setImmediate(done));
    },
    // Every look at the clock is a breath.
    now: () => (clock += 50),
    changed: () => undefined,
    broughtIn: () => undefined,
  });
  const list = () => incoming.lists().lists[0];
  return {
    likeness,
    incoming,
    list,
    isQuiet: () => unsent.length === 0 && heard === log.length,
    push(most = 1) {
      log.push(...unsent.splice(0, most));
    },
    pull(most = log.length) {
      const fresh = log.slice(heard, heard + most);
      heard += fresh.length;
      for (const folder of new Set(fresh.map((one) => one.folder))) show(folder);
    },
    phase: () => incoming.answer({ type: "List", from: 0, count: 0 }).phase,
    async takeBack() {
      const known = list();
      if (!known || known.takenBack) return;
      await incoming.say({ type: "TakeBack", list: known.list, reason: "не тот файл" });
    },
    standing: () => likeness.roster.fromLists().length,
    shown: () => likeness.roster.find({ text: "", list: "all", from: 0, count: 1, dueBy: 0 }).total,
  };
}

/** More with ANSWERABLE_LATE_LINES=300. */
const SEEDS = Number(process.env["ANSWERABLE_LATE_LINES"] ?? 12);
const turn = () => new Promise((done) => setImmediate(done));

test("a list that was taken back has no line that stands, in whatever order its lines went out, came in and were taken back", async () => {
  const ends = { late: 0, again: 0 };
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const chance = chanceOf(seed);
    const log: Said[] = [];
    let act = (): void => undefined;
    const devices = await Promise.all([1, 2, 3].map((at) => openDevice(at, log, chance, () => act())));
    const [brings, takes, third] = devices;
    if (!brings || !takes || !third) return expect.unreachable();
    const takesAt = 1 + chance.below(14);
    let step = 0;
    act = () => {
      step += 1;
      // What she wrote is heard soon, what is said of it seldom reaches her before she has done.
      if (chance.happens(0.4)) brings.push(1 + chance.below(3));
      else if (chance.happens(0.5)) takes.pull();
      else if (chance.happens(0.7)) takes.push(9);
      else chance.pick([brings, third]).pull();
      if (step >= takesAt && step < takesAt + 40) void takes.takeBack();
    };
    const lines = Array.from({ length: 8 }, (_, at) => lineAt(at + 1));
    const lay = () => brings.incoming.say({ type: "Lay", name: "Список", columns: [], lines, isFirst: true });
    await lay();
    await brings.incoming.say({ type: "Check" });
    for (let turns = 0; turns < 400 && brings.phase() !== "checked"; turns += 1) await turn();
    await brings.incoming.say({ type: "BringIn" });
    for (let turns = 0; turns < 400 && !/done|stopped/u.test(brings.phase()); turns += 1) await turn();
    const isAgain = chance.happens(0.2);
    if (isAgain) {
      // Laid once more by whoever knows that it was taken back: then it stands.
      brings.pull();
      await lay();
      await brings.incoming.say({ type: "Check" });
      for (let turns = 0; turns < 400 && brings.phase() !== "checked"; turns += 1) await turn();
      await brings.incoming.say({ type: "BringIn" });
      for (let turns = 0; turns < 400 && !/done|stopped/u.test(brings.phase()); turns += 1) await turn();
    }
    act = () => undefined;
    for (let turns = 0; turns < 60; turns += 1) await turn();
    for (const device of devices) {
      device.pull();
      device.push(100);
    }
    for (const device of devices) device.pull();
    const before = third.standing();
    // Each when it is idle, in any order, some at once.
    for (let round = 0; round < 6; round += 1) {
      const some = devices.filter(() => chance.happens(0.7));
      await Promise.all(some.map((device) => device.incoming.settle()));
      for (const device of devices) device.push(100);
      for (const device of devices) device.pull();
    }
    expect(devices.every((device) => device.isQuiet())).toBe(true);
    const isBack = third.list()?.takenBack !== undefined;
    for (const device of devices) {
      expect(device.list()?.takenBack !== undefined).toBe(isBack);
      expect(device.standing()).toBe(isBack ? 0 : before);
      expect(device.shown()).toBe(isBack ? 0 : before);
    }
    if (isBack && before > 0) ends.late += 1;
    if (!isBack && before > 0 && isAgain) ends.again += 1;
  }
  expect(ends.late).toBeGreaterThan(4);
  expect(ends.again).toBeGreaterThan(0);
});

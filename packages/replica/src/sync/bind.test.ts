/** Binders: an idle device binds the cards, and a new device takes a few large things instead of many small ones. */
import type { Binder, FolderId } from "@answerable/wire";
import { expect, test } from "vitest";

import { chanceOf } from "../testing/chance.ts";
import { caseId, moment, note, openDevice, opening, type Device } from "../testing/devices.ts";
import { paperHelpline, serverOf } from "../testing/helpline.ts";
import { bindAgain, slotOf } from "./bind.ts";

async function record(device: Device, count: number, chance: ReturnType<typeof chanceOf>) {
  const ids = Array.from({ length: count }, () => caseId(chance));
  for (const id of ids) {
    await device.copy().record(id, () => ({ at: moment(0), events: [opening(id), note(chance, "сказано")] }));
  }
  expect(await device.sync()).toBe("through");
  return ids;
}

const cardsOf = (device: Device) =>
  [...device.roster().all()]
    .map(({ folder, number, payload }) => [folder, number, payload.card] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));

test("a new device takes the binders, then only the cards newer than they cover, and has the same roster", async () => {
  const chance = chanceOf(11);
  const paper = await paperHelpline(3);
  const server = await serverOf(paper);
  const asked: string[] = [];
  const counted = async (request: Request) => {
    asked.push(new URL(request.url).pathname.split("/").at(-1) ?? "");
    return server.fetch(request);
  };
  const first = await openDevice({ paper, server: server.fetch, at: 0, chance });
  first.network.heal();
  const ids = await record(first, 250, chance);
  await first.copy().bind();
  const [changed] = ids;
  if (changed === undefined) throw new Error("there are cases");
  await first.copy().record(changed, () => ({ at: moment(1), events: [note(chance, "позже")] }));
  await record(first, 3, chance);

  const newcomer = await openDevice({ paper, server: counted, at: 1, chance });
  newcomer.network.heal();
  expect(await newcomer.sync()).toBe("through");
  expect(asked).toContain("binders");
  expect(cardsOf(newcomer)).toEqual(cardsOf(first));
  expect(newcomer.roster().size()).toBe(253);
  let single = 0;
  for await (const page of newcomer.disk.list("cards")) single += page.length;
  expect(single).toBe(4);

  // Both have it all again after the program was started anew, from binders and single cards on the disk.
  for (const device of [first, newcomer]) {
    const before = cardsOf(device);
    await device.crash(0)();
    expect(cardsOf(device)).toEqual(before);
  }
  await server.close();
}, 30_000);

test("with something unsent on top, or too little that is new, nothing is bound", async () => {
  const chance = chanceOf(12);
  const paper = await paperHelpline(1);
  const server = await serverOf(paper);
  const puts: string[] = [];
  const device = await openDevice({
    paper,
    at: 0,
    chance,
    server: async (request) => {
      if (request.method === "PUT") puts.push(request.url);
      return server.fetch(request);
    },
  });
  device.network.heal();
  const [id] = await record(device, 5, chance);
  await device.copy().bind();
  await record(device, 220, chance);
  if (id === undefined) throw new Error("there are cases");
  await device.copy().record(id, () => ({ at: moment(1), events: [note(chance, "не ушло")] }));
  await device.copy().bind();
  expect(puts).toEqual([]);
  await server.close();
}, 30_000);

test("a folder's id in another spelling has a slot like any other, and one id in one spelling the same as ever", () => {
  expect(slotOf("______________________".slice(0, 22) as FolderId, 256)).toBe(255);
  expect(slotOf("AQAAAAAAAAAAAAAAAAAAAA" as FolderId, 256)).toBe(1);
});

test("where less has changed than is worth binding no card is looked at, however many there are", async () => {
  const unread = () => {
    throw new Error("a card was read");
  };
  await bindAgain({
    wire: { putBinder: unread },
    closing: undefined as never, // not reached
    roster: {
      size: () => 200_000,
      newerThan: () => 5_000,
      folder: unread,
      row: unread,
      card: unread,
      knows: unread,
    },
    cards: { replaceByBinder: unread },
    puller: { cursor: () => 9_000, covered: () => 4_000, coveredTo: unread },
    isUnsent: unread,
    pause: unread,
  });
});

test("of a case that is shredded nothing is left on a disk, in no binder and by no name, also after a start anew", async () => {
  const chance = chanceOf(12);
  const paper = await paperHelpline(3);
  const server = await serverOf(paper);
  const device = await openDevice({ paper, server: server.fetch, at: 0, chance });
  device.network.heal();
  const ids = await record(device, 250, chance);
  await device.copy().bind();
  const [gone, kept] = ids;
  if (gone === undefined || kept === undefined) throw new Error("there are cases");
  const bound = async () => {
    const folders: string[] = [];
    for await (const page of device.disk.list("binders"))
      for (const { text } of page)
        folders.push(
          ...device
            .closing()
            .openBinder(JSON.parse(text) as Binder)
            .map(({ folder }) => folder),
        ); // it was written as one
    return folders;
  };
  expect(await bound()).toContain(gone);
  await device.copy().shred(gone);
  const left = await bound();
  expect(left).not.toContain(gone);
  expect(left).toHaveLength(249);
  await device.crash(0)();
  expect(cardsOf(device).some(([folder]) => folder === gone)).toBe(false);
  expect(cardsOf(device).some(([folder]) => folder === kept)).toBe(true);
  for (const drawer of ["keys", "sheets", "cards", "outbox"] as const)
    for await (const page of device.disk.list(drawer))
      expect(page.filter(({ key }) => key.includes(gone))).toEqual([]);
  await server.close();
}, 30_000);

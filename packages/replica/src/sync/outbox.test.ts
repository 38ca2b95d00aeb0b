/** What waits to be sent: whatever lies open and whatever is read from the disk, it says what was written, in its order. */
import type { ContactId, Event, ListId } from "@answerable/casework";
import { idFrom, type FolderId, type SheetId } from "@answerable/wire";
import fc from "fast-check";
import { expect, test } from "vitest";

import { openKeeping } from "../store/keeping.ts";
import { memoryStore } from "../store/memory.ts";
import { StoreFull, type Store } from "../store/store.ts";
import { chanceOf } from "../testing/chance.ts";
import { moment, note } from "../testing/devices.ts";
import { MOST_AT_HAND, openOutbox, type Unsent } from "./outbox.ts";

const chance = chanceOf(77);
const newFolder = () => idFrom<FolderId>(chance.bytes(16));
const written = (folder: FolderId, events: readonly Event[]): Unsent => ({
  id: idFrom<SheetId>(chance.bytes(16)),
  folder,
  at: moment(1),
  events,
});
const own = (folder: FolderId) => written(folder, [note(chance, "ранен")]);
const line = (folder: FolderId) =>
  written(folder, [
    {
      type: "RowTaken",
      list: "list".padEnd(22, "_") as ListId, // makes the brand
      row: "row".padEnd(11, "_"),
      place: "2",
      contact: "contact".padEnd(22, "_") as ContactId, // as above
    },
    note(chance, "строка списка"),
  ]);

/** Bound to its shelf, as a seal is. */
const closing = {
  toStore: (kind: string, id: string, text: string) => JSON.stringify([kind, id, text]),
  fromStore(kind: string, id: string, sealed: string) {
    const [of, at, text] = JSON.parse(sealed) as readonly string[];
    if (of !== kind || at !== id || text === undefined) throw new Error("of another shelf");
    return text;
  },
};
const openOn = (store: Store) => {
  const keeping = openKeeping(store, () => undefined);
  return openOutbox({ store, keeping, closing }).then((outbox) => ({ outbox, keeping }));
};
async function inTurn(outbox: Awaited<ReturnType<typeof openOn>>["outbox"]) {
  const folders: FolderId[] = [];
  for await (const portion of outbox.folders()) folders.push(...portion);
  return folders;
}

test("a long list that waits lies open neither when it is put down nor when the laptop is opened again, and its words are all there", async () => {
  const store = memoryStore();
  const lines = Array.from({ length: 3 * MOST_AT_HAND }, () => line(newFolder()));
  const { outbox } = await openOn(store);
  for (const one of lines) await outbox.add([one]);
  expect(outbox.open()).toBe(0);
  let most = 0;
  const read: Unsent[] = [];
  const { outbox: again } = await openOn(store);
  expect(again.open()).toBe(0);
  for await (const portion of again.folders()) {
    most = Math.max(most, again.open());
    for (const folder of portion) read.push(...(await again.read(folder)));
  }
  // A page of the disk at a time.
  expect(most).toBeLessThan(lines.length);
  expect(again.open()).toBe(0);
  expect(read).toEqual(lines);
  expect((await Promise.all(lines.map((one) => again.read(one.folder)))).flat()).toEqual(lines);
  expect(again.count()).toBe(lines.length);
});

test("of what people wrote the newest stay at hand, and no more than so many", async () => {
  const store = memoryStore();
  let asked = 0;
  const { outbox } = await openOn({
    ...store,
    get(drawer, key) {
      asked += 1;
      return store.get(drawer, key);
    },
  });
  const calls = Array.from({ length: MOST_AT_HAND + 5 }, () => own(newFolder()));
  for (const call of calls) await outbox.add([call]);
  expect(outbox.open()).toBe(MOST_AT_HAND);
  for (const call of calls.slice(5)) expect(await outbox.read(call.folder)).toEqual([call]);
  expect(asked).toBe(0);
  for (const call of calls.slice(0, 5)) expect(await outbox.read(call.folder)).toEqual([call]);
  expect(asked).toBe(5);
});

test("while the disk has no room, what it should have stays open; when it has, it is let go", async () => {
  const disk = memoryStore();
  let isFull = true;
  const store: Store = {
    ...disk,
    async write(changes) {
      if (isFull) throw new StoreFull();
      await disk.write(changes);
    },
  };
  const { outbox, keeping } = await openOn(store);
  const lines = Array.from({ length: 20 }, () => line(newFolder()));
  for (const one of lines) await outbox.add([one]);
  expect(outbox.open()).toBe(20);
  for (const one of lines) expect(await outbox.read(one.folder)).toEqual([one]);
  isFull = false;
  await keeping.retry();
  await outbox.add([line(newFolder())]);
  expect(outbox.open()).toBe(0);
  for (const one of lines) expect(await outbox.read(one.folder)).toEqual([one]);
});

test("what another tab of this device has sent waits no longer", async () => {
  const store = memoryStore();
  const { outbox } = await openOn(store);
  const sent = line(newFolder());
  await outbox.add([sent]);
  const { outbox: other, keeping } = await openOn(store);
  const gone = other.remove(sent.id);
  await keeping.keep(gone ? [gone] : []);
  expect(await outbox.read(sent.folder)).toEqual([]);
  expect(outbox.of(sent.folder)).toEqual([]);
  expect(outbox.count()).toBe(0);
});

const step = fc.oneof(
  fc.record({ does: fc.constantFrom("own", "line"), at: fc.nat({ max: 4 }) }),
  fc.record({ does: fc.constant("sent"), at: fc.nat({ max: 30 }) }),
  fc.record({ does: fc.constant("opened again"), at: fc.constant(0) }),
);

test("whatever is written, sent and opened again, each folder has its sheets in the order they were written", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const store = memoryStore();
      let { outbox, keeping } = await openOn(store);
      const folders = Array.from({ length: 5 }, newFolder);
      let plain: readonly Unsent[] = [];
      for (const { does, at } of steps) {
        const folder = folders[at] ?? newFolder();
        if (does === "own" || does === "line") {
          const unsent = does === "own" ? own(folder) : line(folder);
          plain = [...plain, unsent];
          await outbox.add([unsent]);
        } else if (does === "sent") {
          const sent = plain[at % Math.max(1, plain.length)];
          const change = sent && outbox.remove(sent.id);
          plain = plain.filter((one) => one !== sent);
          await keeping.keep(change ? [change] : []);
        } else ({ outbox, keeping } = await openOn(store));
      }
      for (const folder of folders)
        expect(await outbox.read(folder)).toEqual(plain.filter((one) => one.folder === folder));
      expect([...outbox.all()].map(({ id }) => id)).toEqual(plain.map(({ id }) => id));
      expect((await inTurn(outbox)).toSorted()).toEqual(
        [...new Set(plain.map(({ folder }) => folder))].toSorted(),
      );
    }),
    { seed: 61, numRuns: 120 },
  );
});

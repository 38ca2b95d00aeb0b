/** Damage: kept sealed, told in plain words, and the rest works. */
import { expect, test, vi } from "vitest";

import { memoryStore } from "./store/memory.ts";
import type { Change, Drawer } from "./store/store.ts";
import {
  foundedOn,
  PATIENCE,
  joinedTo,
  newCase,
  officeOn,
  PASSPHRASE,
  recordCall,
  serverForOffices,
  until,
} from "./testing/offices.ts";

// Each unlocks a few times at the full cost of a passphrase.

const offline = { fetch: async () => Promise.reject(new TypeError("no network")) };

const everything = { type: "Roster", text: "", list: "all", from: 0, count: 50 } as const;

/** Turns one symbol in the middle of the sealed body. */
function bent(text: string): string {
  const at = text.indexOf('"body":"') + 40;
  return text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
}

async function onDisk() {
  const disk = memoryStore();
  const server = serverForOffices();
  const office = await foundedOn(server, { store: disk });
  const [sick, sound] = [newCase(), newCase()];
  await office.do(recordCall({ soldierName: "Больной Лист" }, sick));
  await office.do(recordCall({ soldierName: "Здоровый Лист" }, sound));
  await office.do({ type: "AddNote", case: sick, text: "второй лист" });
  await until(office, (status) => status.waiting === 0);
  await office.lock();
  async function bend(drawer: Drawer, names: string): Promise<void> {
    const changes: Change[] = [];
    for await (const page of disk.list(drawer)) {
      for (const { key, text } of page)
        if (key.includes(names)) changes.push({ drawer, key, text: bent(text) });
    }
    await disk.write(changes.slice(0, 1));
  }
  return { disk, server, sick, sound, bend };
}

test("a damaged sheet is set aside, the sheets around it and all other cases are there", async () => {
  const { disk, server, sick, sound, bend } = await onDisk();
  await bend("sheets", `${sick}/0000002`);
  const office = officeOn(offline, { store: disk });
  await office.unlock(PASSPHRASE);
  await until(office, (status) => status.phase === "open");
  const file = await office.ask({ type: "CaseFile", case: sick });
  expect(file.type === "Here" && file.damaged).toEqual([{ folder: sick, what: "sheet", number: 2 }]);
  expect(file.type === "Here" && file.case.contacts.length).toBe(1);
  expect((await office.ask({ type: "CaseFile", case: sound })).type).toBe("Here");
  expect((await office.do({ type: "AddNote", case: sick, text: "работа идёт дальше" })).ok).toBe(true);
  await until(office, (status) => status.quarantined.length === 1);
  await office.lock();
  await server.close();
});

test("what a disk has bent is taken from the server again, and work on it goes on", async () => {
  const { disk, server, sick, bend } = await onDisk();
  await bend("sheets", `${sick}/0000002`);
  const office = officeOn(server, { store: disk });
  await office.unlock(PASSPHRASE);
  expect((await office.do({ type: "AddNote", case: sick, text: "третий лист" })).ok).toBe(true);
  await until(office, (status) => status.phase === "open" && status.online && status.waiting === 0);
  await until(office, (status) => status.quarantined.length === 0);
  const file = await office.ask({ type: "CaseFile", case: sick });
  expect(file.type === "Here" && file.case.notes.map((note) => note.text)).toEqual([
    "второй лист",
    "третий лист",
  ]);
  await office.lock();
  await server.close();
});

test("on a folder whose key the disk has bent nothing is put down unread: the server's key is taken first, and without a server that is said", async () => {
  const { disk, server, sick, bend } = await onDisk();
  await bend("keys", sick);
  const note = { type: "AddNote", case: sick, text: "третий лист" } as const;
  const call = recordCall({ attachTo: sick, summary: "Мать звонила снова." });
  const alone = officeOn(offline, { store: disk });
  await alone.unlock(PASSPHRASE);
  const refused = { ok: false, refusal: { type: "FolderNotHere", folder: sick } };
  expect(await alone.do(note)).toEqual(refused);
  expect(await alone.do(call)).toEqual(refused);
  await alone.lock();

  const office = officeOn(server, { store: disk });
  await office.unlock(PASSPHRASE);
  expect((await office.do(note)).ok).toBe(true);
  expect((await office.do(call)).ok).toBe(true);
  await until(office, (status) => status.online && status.waiting === 0);
  const file = await office.ask({ type: "CaseFile", case: sick });
  expect(file.type === "Here" && file.case.notes.map(({ text }) => text)).toEqual([
    "второй лист",
    "третий лист",
  ]);
  expect(file.type === "Here" && file.case.contacts.length).toBe(2);
  expect(file.type === "Here" && file.damaged).toEqual([]);
  await office.lock();
  await server.close();
});

test("a damaged card is set aside and named, the others are listed", async () => {
  const { disk, server, sick, bend } = await onDisk();
  await bend("cards", sick);
  const office = officeOn(offline, { store: disk });
  await office.unlock(PASSPHRASE);
  const { quarantined } = await until(
    office,
    (status) => status.phase === "open" && status.quarantined.length > 0,
  );
  expect(quarantined).toEqual([{ folder: sick, what: "card" }]);
  expect((await office.ask(everything)).rows.map((row) => row.name)).toEqual(["Здоровый Лист"]);
  await office.lock();
  await server.close();
});

test("a server that swaps the sheets of two folders is noticed, and nothing false is shown", async () => {
  const server = serverForOffices();
  const first = await foundedOn(server);
  const [one, other] = [newCase(), newCase()];
  await first.do(recordCall({ soldierName: "Первый Первов" }, one));
  await first.do(recordCall({ soldierName: "Другой Другов" }, other));
  await until(first, (status) => status.waiting === 0);
  const evil = async (request: Request) => {
    const response = await server.fetch(request);
    if (!request.url.includes(`/folders/${one}`)) return response;
    const swapped = new Request(request.url.replace(one, other), request);
    const text = await (await server.fetch(swapped)).text();
    return new Response(text.replaceAll(other, one), { headers: response.headers });
  };
  const second = await joinedTo(first, server, { fetch: evil });
  await vi.waitFor(async () => expect((await second.ask(everything)).total).toBe(2), PATIENCE);
  const file = await second.ask({ type: "CaseFile", case: one });
  expect(file.type).toBe("NotHere");
  await until(second, (status) => status.quarantined.some((damage) => damage.folder === one));
  expect((await second.ask({ type: "CaseFile", case: other })).type).toBe("Here");
  await first.lock();
  await second.lock();
  await server.close();
});

/** A server that means harm, in front of a real one: what it does is noticed and named, nothing is lost, and the rest works. */
import type { CaseId } from "@answerable/casework";
import { expect, test, vi } from "vitest";

import { memoryStore } from "./store/memory.ts";
import type { Change, Drawer, Store } from "./store/store.ts";
import {
  aCall,
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

const offline = { fetch: async () => Promise.reject(new TypeError("no network")) };
const everything = { type: "Roster", text: "", list: "all", from: 0, count: 50 } as const;
const quiet = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Meddler {
  /** undefined: the true answer goes through. */
  meddle: (request: Request, answer: () => Promise<string>) => Promise<Response | undefined> | undefined;
  readonly fetch: (request: Request) => Promise<Response>;
}

function meddlerBefore(server: { readonly fetch: (request: Request) => Promise<Response> }): Meddler {
  const meddler: Meddler = {
    meddle: () => undefined,
    async fetch(request) {
      const twin = request.clone();
      const answer = async () => (await server.fetch(twin)).text();
      return (await meddler.meddle(request, answer)) ?? server.fetch(request);
    },
  };
  return meddler;
}

/** Turns one symbol of every sealed body. */
function bent(text: string): string {
  return text.replaceAll(/"body":"(.{40})(.)/g, (_, before: string, symbol: string) => {
    return `"body":"${before}${symbol === "A" ? "B" : "A"}`;
  });
}

async function bend(disk: Store, drawer: Drawer, name: string): Promise<void> {
  const changes: Change[] = [];
  for await (const page of disk.list(drawer))
    for (const { key, text } of page) if (key.includes(name)) changes.push({ drawer, key, text: bent(text) });
  await disk.write(changes);
}

async function unlocked(server: Parameters<typeof officeOn>[0], store: Store) {
  const office = officeOn(server, { store });
  await office.unlock(PASSPHRASE);
  await until(office, (status) => status.phase === "open");
  return office;
}

async function notesOf(office: ReturnType<typeof officeOn>, id: CaseId): Promise<readonly string[]> {
  const file = await office.ask({ type: "CaseFile", case: id });
  return file.type === "Here" ? file.case.notes.map((note) => note.text) : [];
}

async function twoDevices() {
  const server = serverForOffices();
  const meddler = meddlerBefore(server);
  const disk = memoryStore();
  const first = await foundedOn(server);
  const second = await joinedTo(first, server, { store: disk, fetch: meddler.fetch });
  return {
    server,
    meddler,
    disk,
    first,
    second,
    async end() {
      await first.lock();
      await second.lock();
      await server.close();
    },
  };
}

test("a note that waited while the disk bent its folder's key is sealed under the folder's own key, and read by all", async () => {
  const { server, meddler, disk, first, second, end } = await twoDevices();
  const id = newCase();
  await second.do(recordCall({ soldierName: "Ключев Ключ" }, id));
  await until(second, (status) => status.waiting === 0);
  meddler.meddle = () => Promise.reject(new TypeError("no network"));
  await second.do({ type: "AddNote", case: id, text: "не потеряйте" });
  await second.lock();
  await bend(disk, "keys", id);
  const again = await unlocked(server, disk);
  await until(again, (status) => status.online && status.waiting === 0);
  await vi.waitFor(async () => expect(await notesOf(first, id)).toEqual(["не потеряйте"]), PATIENCE);
  await again.lock();
  // What was mended is mended on the disk, too.
  const later = await unlocked(offline, disk);
  expect(await notesOf(later, id)).toEqual(["не потеряйте"]);
  expect(later.status().quarantined).toEqual([]);
  await later.lock();
  await end();
});

test("a forged sheet with a number of its own is set aside, and gone from the disk when the true ones have come", async () => {
  const { server, meddler, disk, first, second, end } = await twoDevices();
  const id = newCase();
  await first.do(recordCall({ soldierName: "Листов Лист" }, id));
  await until(first, (status) => status.waiting === 0);
  let isEvil = true;
  meddler.meddle = async (request, answer) => {
    if (!isEvil || !request.url.includes(`/folders/${id}`)) return undefined;
    const text = await answer();
    const { key, sheets } = JSON.parse(text);
    const [last] = sheets;
    if (!last) return new Response(text);
    const forged = { place: last.place + 1, sheet: { ...last.sheet, number: 900_000, id: newCase() } };
    return new Response(JSON.stringify({ key, sheets: [...sheets, forged] }));
  };
  await vi.waitFor(async () => expect((await second.ask(everything)).total).toBe(1), PATIENCE);
  expect((await second.ask({ type: "CaseFile", case: id })).type).toBe("Here");
  await until(second, (status) => status.quarantined.some((one) => one.folder === id));
  isEvil = false;
  await second.lock();
  const again = await unlocked(server, disk);
  await again.ask({ type: "CaseFile", case: id });
  await again.do({ type: "AddNote", case: id, text: "дальше" });
  await until(again, (status) => status.waiting === 0 && status.quarantined.length === 0);
  await again.lock();
  const later = await unlocked(offline, disk);
  expect(await notesOf(later, id)).toEqual(["дальше"]);
  expect(later.status().quarantined).toEqual([]);
  await later.lock();
  await end();
});

test("an old card played again, or a bent one, never takes the place of a newer on the disk", async () => {
  const { meddler, disk, first, second, end } = await twoDevices();
  const [replayed, broken] = [newCase(), newCase()];
  await first.do(recordCall({ soldierName: "Повторов Пётр" }, replayed));
  await first.do(recordCall({ soldierName: "Гнутов Глеб" }, broken));
  await vi.waitFor(async () => expect((await second.ask(everything)).total).toBe(2), PATIENCE);
  const kept = await disk.get("cards", await keyOf(disk, replayed));
  await first.do({ type: "AddNote", case: replayed, text: "новое" });
  await until(first, (status) => status.waiting === 0);
  const newest = await vi.waitFor(async () => {
    const text = await disk.get("cards", await keyOf(disk, replayed));
    expect(JSON.parse(text ?? "{}").card.number).toBeGreaterThan(1);
    return text;
  }, PATIENCE);
  const head = () => JSON.parse(newest ?? "{}").place as number;
  // The old card of one folder at a new place, and the other's present card bent, with a number of its own.
  meddler.meddle = async (request) => {
    if (!request.url.includes("cards?")) return undefined;
    const other = await disk.get("cards", await keyOf(disk, broken));
    const { card } = JSON.parse(other ?? "{}");
    const evil = [
      { head: head() + 2 },
      { place: head() + 1, card: JSON.parse(kept ?? "{}").card },
      { place: head() + 2, card: JSON.parse(bent(JSON.stringify({ ...card, number: card.number + 1 }))) },
      { end: true },
    ];
    return new Response(evil.map((line) => `${JSON.stringify(line)}\n`).join(""));
  };
  await first.do(recordCall({ soldierName: "Третий Тимур" }));
  await until(second, (status) => status.quarantined.some((one) => one.folder === broken));
  await second.lock();
  const later = await unlocked(offline, disk);
  const names = (await later.ask(everything)).rows.map((row) => row.name).toSorted();
  expect(names).toEqual(["Гнутов Глеб", "Повторов Пётр"]);
  expect(
    JSON.parse((await disk.get("cards", await keyOf(disk, replayed))) ?? "{}").card.number,
  ).toBeGreaterThan(1);
  await later.lock();
  await end();
});

async function keyOf(disk: Store, id: CaseId): Promise<string> {
  for await (const page of disk.list("cards"))
    for (const { key } of page) if (key.endsWith(`/${id}`)) return key;
  return "";
}

test("a server that begins again from yesterday is named, and what it says at the old places is read all the same", async () => {
  const { server, meddler, first, second, end } = await twoDevices();
  for (const soldierName of ["Один", "Два", "Три"]) await second.do(recordCall({ soldierName }));
  await until(second, (status) => status.waiting === 0);
  await vi.waitFor(async () => expect((await first.ask(everything)).total).toBe(3), PATIENCE);
  // Yesterday had one sheet. Somebody else's new case has the second place now; it grows beyond the old head later.
  let isYesterday = true;
  const id = newCase();
  meddler.meddle = async (request) => {
    if (!request.url.includes("cards?")) return undefined;
    const after = Number(new URL(request.url).searchParams.get("after"));
    const found = (await allCards(server, request)).find(({ card }) => card.folder === id);
    if (!found) return undefined; // it begins again once the new case is there
    const lines = [
      { head: isYesterday ? 2 : 9 },
      ...(after < 2 ? [{ ...found, place: 2 }] : []),
      { end: true },
    ];
    return new Response(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  };
  await first.do(recordCall({ soldierName: "Новый" }, id));
  await until(first, (status) => status.waiting === 0);
  await second.do(recordCall({ soldierName: "Пять" }));
  await until(second, (status) => status.quarantined.some((one) => one.what === "rollback"));
  isYesterday = false;
  await second.do(recordCall({ soldierName: "Шесть" }));
  await vi.waitFor(async () => {
    const names = (await second.ask(everything)).rows.map((row) => row.name);
    expect(names).toContain("Новый");
  }, PATIENCE);
  expect(second.status().quarantined).toContainEqual({ what: "rollback" });
  await end();
});

async function allCards(
  server: { readonly fetch: (request: Request) => Promise<Response> },
  request: Request,
) {
  const url = new URL(request.url);
  url.search = "?after=0";
  const text = await (await server.fetch(new Request(url, request))).text();
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
    .filter((line) => "card" in line);
}

test("a server that shows the card and keeps the sheet is named, and not asked over and over", async () => {
  const { meddler, first, second, end } = await twoDevices();
  const id = newCase();
  await first.do(recordCall({ soldierName: "Утаённый Устин" }, id));
  await first.do({ type: "AddNote", case: id, text: "утаено" });
  await until(first, (status) => status.waiting === 0);
  let asked = 0;
  meddler.meddle = async (request, answer) => {
    if (!request.url.includes(`/folders/${id}`)) return undefined;
    asked += 1;
    const { key, sheets } = JSON.parse(await answer());
    return new Response(
      JSON.stringify({ key, sheets: sheets.filter((one: Numbered) => one.sheet.number < 2) }),
    );
  };
  await vi.waitFor(async () => expect((await second.ask(everything)).total).toBe(1), PATIENCE);
  second.watch({ type: "CaseFile", case: id }, () => undefined);
  await until(second, (status) => status.quarantined.some((one) => one.folder === id && one.what === "gap"));
  expect((await second.ask({ type: "CaseFile", case: id })).type).toBe("Here");
  const before = asked;
  await quiet(1_000);
  expect(asked - before).toBeLessThan(3);
  await end();
});

interface Numbered {
  readonly sheet: { readonly number: number };
}

test("a case that cannot be fetched is said to be not here; the server is not stormed, and it opens when the line is back", async () => {
  const { meddler, first, second, end } = await twoDevices();
  const id = newCase();
  let asked = 0;
  let isAway = true;
  meddler.meddle = async (request) => {
    if (!isAway || !request.url.includes(`/folders/${id}`)) return undefined;
    asked += 1;
    throw new TypeError("no network");
  };
  await first.do(recordCall({ soldierName: "Далёкий Данила" }, id));
  await vi.waitFor(async () => expect((await second.ask(everything)).total).toBe(1), PATIENCE);
  const seen: string[] = [];
  second.watch({ type: "CaseFile", case: id }, (answer) => seen.push(answer.type));
  await vi.waitFor(() => expect(seen.at(-1)).toBe("NotHere"), PATIENCE);
  await quiet(1_000);
  expect(asked).toBeLessThan(10);
  isAway = false;
  await second.do(recordCall({ soldierName: "Другой" }));
  await vi.waitFor(() => expect(seen.at(-1)).toBe("Here"), PATIENCE);
  await end();
});

test("one folder over which the server stumbles does not hold up the others", async () => {
  const { meddler, first, second, end } = await twoDevices();
  const [sick, sound] = [newCase(), newCase()];
  meddler.meddle = async (request) => {
    if (request.method !== "POST" || !(await request.clone().text()).includes(sick)) return undefined;
    return new Response(JSON.stringify({ type: "Broken" }), { status: 500 });
  };
  await second.do(recordCall({ soldierName: "Камень" }, sick));
  await second.do(recordCall({ soldierName: "Дорога" }, sound));
  await vi.waitFor(async () => {
    expect((await first.ask(everything)).rows.map((row) => row.name)).toEqual(["Дорога"]);
  }, PATIENCE);
  expect(second.status().waiting).toBe(1);
  await end();
});

test("a server that for ever says that the team log has grown ends the meeting, and does not keep the device signing", async () => {
  const { server, meddler, second, end } = await twoDevices();
  let pushes = 0;
  meddler.meddle = async (request) => {
    if (!(request.method === "POST" && request.url.endsWith("/api/team"))) return undefined;
    pushes += 1;
    return new Response(JSON.stringify({ type: "Behind", number: 1 }));
  };
  const invited = await second.invite({ deviceName: "третье" });
  if (!invited.ok) throw new Error("not invited");
  const third = officeOn(server);
  const who = { yourName: "Вера Тестова", deviceName: "третье", passphrase: PASSPHRASE };
  const joined = third.join({ link: invited.value.link, ...who });
  await until(second, (status) => status.enrol?.step === "failed");
  expect(pushes).toBeLessThan(20);
  await third.cancelMeeting();
  await joined;
  await end();
});

test("a team log that is cut is named; one that is another from some statement on is believed no more", async () => {
  const { meddler, second, end } = await twoDevices();
  let shown: "cut" | "forked" | "true" = "cut";
  meddler.meddle = async (request, answer) => {
    if (request.method !== "GET" || !request.url.includes("/api/team")) return undefined;
    const { statements } = JSON.parse(await answer());
    if (shown === "cut") return new Response(JSON.stringify({ statements: [] }));
    if (shown === "true") return undefined;
    const other = statements.map((one: object) => ({ ...one, at: "2026-11-22T18:30:01Z" }));
    return new Response(JSON.stringify({ statements: other }));
  };
  await second.do(recordCall({ soldierName: "Обрезов" }));
  await until(second, (status) => status.quarantined.some((one) => one.what === "rollback"));
  shown = "true";
  await second.do(recordCall({ soldierName: "Честный" }));
  await until(second, (status) => status.quarantined.length === 0);
  shown = "forked";
  await second.do(recordCall({ soldierName: "Развилкин" }));
  await until(second, (status) => status.broken === "team");
  expect((await second.ask(everything)).total).toBe(3);
  await end();
});

test("Ctrl+Enter pressed twice takes one call down once, and a draft on its way to the disk does not come back", async () => {
  const server = serverForOffices();
  const office = await foundedOn(server);
  const draft = aCall({ soldierName: "Дважды Дмитрий" });
  const [one, two] = await Promise.all([
    office.do({ type: "RecordCall", draft, case: newCase() }),
    office.do({ type: "RecordCall", draft, case: newCase() }),
  ]);
  await office.keepDraft(draft);
  expect(two).toEqual(one);
  expect((await office.ask(everything)).total).toBe(1);
  expect(await office.drafts()).toEqual([]);
  await office.lock();
  await server.close();
});

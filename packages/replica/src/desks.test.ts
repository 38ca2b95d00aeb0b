import type { DraftId } from "@answerable/casework";
import { expect, test } from "vitest";

import type { DeskId, Office, Status } from "./office.ts";
import { memoryStore } from "./store/memory.ts";
import { drawers, type Store } from "./store/store.ts";
import {
  aCall,
  foundedOn,
  joinedTo,
  officeOn,
  PASSPHRASE,
  recordCall,
  serverForOffices,
  until as untilIn,
} from "./testing/offices.ts";

/** However busy the machine is: what is waited for comes, or the test's own limit ends it. */
const PATIENT = 60_000;
const until = (office: Office, holds: (status: Status) => boolean) => untilIn(office, holds, PATIENT);

const all = { type: "Roster", text: "", list: "all", from: 0, count: 10 } as const;
const LAWYERS = { type: "MakeDesk", name: "Юристы", purpose: "Жалобы и суды", members: [] } as const;

async function madeBeside(office: Office): Promise<{ readonly first: DeskId; readonly second: DeskId }> {
  const made = await office.sayOfPeople(LAWYERS);
  if (!made.ok) throw new Error(made.refusal.type);
  const { desks = [] } = await until(office, (status) => status.desks?.length === 2);
  const [first, second] = desks;
  if (!first || !second) throw new Error("two desks were there a moment ago");
  return { first: first.id, second: second.id };
}

async function shown(office: Office, desk: DeskId): Promise<void> {
  expect(await office.show(desk)).toEqual({ ok: true, value: undefined });
  await until(office, (status) => status.desk === desk && status.phase === "open" && status.online);
}

async function lying(store: Store): Promise<readonly string[]> {
  const keys: string[] = [];
  for (const drawer of drawers)
    for await (const page of store.list(drawer)) keys.push(...page.map(({ key }) => `${drawer} ${key}`));
  return keys;
}

test(
  "a member of two desks unlocks once and finds at each what was said and half-written there, and nothing of the other",
  { timeout: PATIENT },
  async () => {
    const server = serverForOffices();
    const store = memoryStore();
    const office = await foundedOn(server, { store });
    const { first, second } = await madeBeside(office);
    expect(office.status().desks).toMatchObject([
      { number: 1 },
      { number: 2, name: "Юристы", purpose: "Жалобы и суды" },
    ]);
    await office.do(recordCall({ soldierName: "Перегудов Тихон" }));
    await office.keepDraft(aCall({ summary: "первый стол" }));
    await office.keepSlip({ place: "case/note", words: { text: "первый" } });

    await shown(office, second);
    expect((await office.ask(all)).total).toBe(0);
    expect(await office.drafts()).toEqual([]);
    expect(await office.slips()).toEqual([]);
    expect((await office.ask({ type: "Counters" })).shift).toMatchObject({ contacts: 0 });
    await office.do(recordCall({ soldierName: "Зимородков Пётр" }));
    await office.keepDraft(aCall({ summary: "второй стол" }));
    expect((await office.ask(all)).total).toBe(1);
    // Screens of the first desk that speak late speak to the first desk.
    await office
      .at(first)
      .keepDraft(aCall({ id: "late-aaaaaaaaaaaaaaaaaa" as DraftId, summary: "опоздало" }));
    expect((await office.at(first).ask(all)).rows.map((row) => row.name)).toEqual(["Перегудов Тихон"]);

    await shown(office, first);
    expect((await office.ask(all)).rows.map((row) => row.name)).toEqual(["Перегудов Тихон"]);
    expect((await office.drafts()).map((one) => one.summary)).toEqual(["первый стол", "опоздало"]);

    // One passphrase for both, and the desk that was shown last stands there again.
    await shown(office, second);
    await until(office, ({ waiting }) => waiting === 0);
    await office.lock();
    await office.unlock(PASSPHRASE);
    await until(office, ({ phase }) => phase === "open");
    expect(office.status().desk).toBe(second);
    expect((await office.drafts()).map((one) => one.summary)).toEqual(["второй стол"]);
    const keys = await lying(store);
    expect(keys.filter((key) => key.startsWith("drafts ~")).length).toBe(1);
    expect(keys.filter((key) => key.startsWith("team box/")).length).toBe(2);
  },
);

test(
  "what was recorded at one desk without a line is sent while another is shown, also after a restart",
  { timeout: PATIENT },
  async () => {
    const server = serverForOffices();
    const store = memoryStore();
    let isPluggedIn = true;
    const fetch = async (request: Request) => {
      if (!isPluggedIn) throw new TypeError("the cable is out");
      return server.fetch(request);
    };
    const office = await foundedOn(server, { store, fetch });
    const { first, second } = await madeBeside(office);
    const other = await joinedTo(office, server);
    await shown(office, second);
    isPluggedIn = false;
    expect((await office.show(first)).ok).toBe(true);
    await office.do(recordCall({ soldierName: "Перегудов Тихон" }));
    await office.show(second);
    await until(office, ({ desks }) => desks?.[0]?.unsent === 1);
    await office.lock();
    const again = officeOn(server, { store });
    await until(again, ({ phase }) => phase === "locked");
    await again.unlock(PASSPHRASE);
    await until(again, ({ desk, phase }) => phase === "open" && desk === second);
    await until(again, ({ desks, online }) => online && desks?.[0]?.unsent === 0);
    await until(other, ({ desk }) => desk === first);
    await expect.poll(async () => (await other.ask(all)).total, { timeout: PATIENT }).toBe(1);
  },
);

test(
  "only the desk that is shown keeps a line open for hints, whichever were visited",
  { timeout: PATIENT },
  async () => {
    const server = serverForOffices();
    const opened: AbortSignal[] = [];
    const fetch = async (request: Request) => {
      if (new URL(request.url).pathname === "/api/hints") opened.push(request.signal);
      return server.fetch(request);
    };
    const office = await foundedOn(server, { fetch });
    const { first, second } = await madeBeside(office);
    const held = () => opened.filter((signal) => !signal.aborted).length;
    let before = 0;
    for (const desk of [undefined, second, first]) {
      if (desk !== undefined) await shown(office, desk);
      const isOne = () => opened.length > before && held() === 1;
      await expect.poll(isOne, { timeout: PATIENT }).toBe(true);
      before = opened.length;
    }
  },
);

test(
  "who is given a seat at the new desk opens it on her own device; without one she reads its name and nothing else",
  { timeout: PATIENT },
  async () => {
    const server = serverForOffices();
    const office = await foundedOn(server);
    const invited = await office.invite({ deviceName: "", newcomer: { roles: ["lawyer"] } });
    if (!invited.ok) throw new Error(invited.refusal.type);
    const lawyer = officeOn(server);
    await lawyer.join({
      link: invited.value.link,
      yourName: "Лев",
      deviceName: "стол",
      passphrase: PASSPHRASE,
    });
    const me = (await until(lawyer, ({ me: mine, phase }) => mine !== undefined && phase === "open")).me
      ?.member;
    if (!me) throw new Error("nobody");
    const { second } = await madeBeside(office);
    // A desk at which she does not sit: its name is told her, its door is not.
    const seen = await untilAnswer(lawyer, (desks) => desks.length === 2);
    expect(seen[1]).toMatchObject({ name: "Юристы", isMine: false });
    expect(await lawyer.show(second)).toEqual({ ok: false, refusal: { type: "NoSeat" } });
    expect(await office.sayOfPeople({ type: "GiveSeat", desk: second, member: me })).toMatchObject({
      ok: true,
    });
    await until(lawyer, ({ desks }) => desks?.length === 2);
    await shown(lawyer, second);
    // Out of her seat again: the device goes back to where she sits.
    expect(await office.sayOfPeople({ type: "TakeSeat", desk: second, member: me })).toMatchObject({
      ok: true,
    });
    await until(lawyer, ({ desk, desks }) => desk !== second && desks?.length === 1);
    expect(await lawyer.sayOfPeople(LAWYERS)).toEqual({ ok: false, refusal: { type: "NotAllowed" } });
    expect(await office.sayOfPeople({ ...LAWYERS, name: " " })).toMatchObject({
      refusal: { type: "NameMissing" },
    });
  },
);

async function untilAnswer(office: Office, holds: (desks: readonly { readonly id: DeskId }[]) => boolean) {
  let found = (await office.ask({ type: "Team" })).desks;
  await expect
    .poll(
      async () => {
        found = (await office.ask({ type: "Team" })).desks;
        return holds(found);
      },
      { timeout: PATIENT },
    )
    .toBe(true);
  return found;
}

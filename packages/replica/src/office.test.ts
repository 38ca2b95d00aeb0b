/** The office as a person meets it, on a real server in the same process. */
import type { DraftId } from "@answerable/casework";
import { expect, test, vi } from "vitest";

import type { CaseFileAnswer, RosterAnswer } from "./office.ts";
import { memoryStore } from "./store/memory.ts";
import { StoreFull, type Store } from "./store/store.ts";
import {
  aCall,
  foundedOn,
  PATIENCE,
  joinedTo,
  newCase,
  officeOn,
  ORIGIN,
  PASSPHRASE,
  recordCall,
  SECRET,
  serverForOffices,
  until,
} from "./testing/offices.ts";

const everything = { type: "Roster", text: "", list: "all", from: 0, count: 50 } as const;

test("a call recorded on one device stands in the roster of a second, whole", async () => {
  const server = serverForOffices();
  const first = await foundedOn(server);
  const second = await joinedTo(first, server);
  const seen = new Promise<RosterAnswer>((resolve) =>
    second.watch(everything, (answer) => answer.total > 0 && resolve(answer)),
  );
  const done = await first.do(
    recordCall({ soldierName: "Громов Илья Петрович", birth: "08.03.2001", summary: "Нет связи с июня." }),
  );
  expect(done.ok).toBe(true);
  const own = await first.ask(everything);
  expect(own.rows.map((row) => row.name)).toEqual(["Громов Илья Петрович"]);
  const { rows } = await seen;
  expect(rows[0]?.name).toBe("Громов Илья Петрович");
  const file = await second.ask({ type: "CaseFile", case: rows[0]?.case ?? newCase() });
  expect(file.type).toBe("Here");
  expect(file.type === "Here" && file.case.contacts[0]?.summary).toBe("Нет связи с июня.");
  expect((await second.ask({ type: "Counters" })).all).toEqual({ contacts: 1, callers: 1, soldiers: 1 });
  await first.lock();
  await second.lock();
  await server.close();
});

test("without a network everything is recorded and found, and arrives when the line is back", async () => {
  const server = serverForOffices();
  let isCut = false;
  const fetch = async (request: Request) => {
    if (isCut) throw new TypeError("no network");
    return server.fetch(request);
  };
  const first = await foundedOn(server, { fetch });
  const second = await joinedTo(first, server);
  isCut = true;
  await first.do(recordCall({ soldierName: "Ветров Олег" }));
  await until(first, (status) => !status.online && status.waiting === 1);
  expect((await first.ask({ ...everything, text: "ветр" })).rows[0]).toMatchObject({
    name: "Ветров Олег",
    unsent: true,
  });
  isCut = false;
  await until(first, (status) => status.online && status.waiting === 0);
  expect((await first.ask(everything)).rows[0]?.unsent).toBe(false);
  await vi.waitFor(async () => expect((await second.ask(everything)).total).toBe(1), PATIENCE);
  await first.lock();
  await second.lock();
  await server.close();
});

test("two devices that change the same field without a network both stand, and the case says that they clash", async () => {
  const server = serverForOffices();
  let isCut = false;
  const fetch = async (request: Request) => {
    if (isCut) throw new TypeError("no network");
    return server.fetch(request);
  };
  const first = await foundedOn(server, { fetch });
  const second = await joinedTo(first, server, { fetch });
  const id = newCase();
  await first.do(recordCall({ soldierName: "Соколов Пётр" }, id));
  await vi.waitFor(async () => expect((await second.ask(everything)).total).toBe(1), PATIENCE);
  expect((await second.ask({ type: "CaseFile", case: id })).type).toBe("Here");
  isCut = true;
  const state = (value: string) =>
    ({
      type: "StateFact",
      case: id,
      field: "unit",
      value,
      sure: true,
      source: "soldierTold",
      setsAside: [],
    }) as const;
  expect((await first.do(state("11111"))).ok).toBe(true);
  expect((await second.do(state("22222"))).ok).toBe(true);
  isCut = false;
  const units = (file: CaseFileAnswer) =>
    file.type === "Here"
      ? file.case.facts
          .filter((one) => one.field === "unit" && one.standing === "stands")
          .map((one) => one.value)
      : [];
  for (const office of [first, second]) {
    await vi.waitFor(
      async () =>
        expect(units(await office.ask({ type: "CaseFile", case: id })).toSorted()).toEqual([
          "11111",
          "22222",
        ]),
      { timeout: PATIENCE, interval: 200 },
    );
  }
  await first.lock();
  await second.lock();
  await server.close();
}, 30_000);

test("locked, unlocked with the wrong words, unlocked with the right ones: everything is there again", async () => {
  const server = serverForOffices();
  const store = memoryStore();
  const office = await foundedOn(server, { store });
  await office.do(recordCall({ soldierName: "Лесной Артём" }));
  const draft = aCall({ soldierName: "недописан" });
  await office.keepDraft(draft);
  const slip = { place: `${newCase()}/note`, words: { text: "полслова" } };
  await office.keepSlip({ place: "taken", words: { text: "взято" } });
  await office.keepSlip(slip);
  await office.dropSlip("taken");
  await office.lock();
  expect((await office.keepSlip(slip)).ok).toBe(false);
  expect(office.status()).toMatchObject({ phase: "locked", helpline: "Маяк", practice: true, waiting: 0 });
  await expect(office.ask(everything)).rejects.toThrow();
  expect(await office.do({ type: "AddNote", case: newCase(), text: "поздно" })).toEqual({
    ok: false,
    refusal: { type: "Locked" },
  });

  const again = officeOn(server, { store });
  expect(await again.unlock("не те слова совсем")).toEqual({
    ok: false,
    refusal: { type: "WrongPassphrase" },
  });
  expect(await again.unlock(PASSPHRASE)).toEqual({ ok: true, value: undefined });
  await until(again, (status) => status.phase === "open");
  expect((await again.ask(everything)).rows[0]?.name).toBe("Лесной Артём");
  expect((await again.drafts()).map((one) => one.soldierName)).toEqual(["недописан"]);
  expect(await again.slips()).toEqual([slip]);
  expect(again.status().me?.name).toBe("Вера Тестова");
  await again.do({ type: "RecordCall", draft, case: newCase() });
  expect(await again.drafts()).toEqual([]);
  await again.lock();
  await server.close();
});

test("a full disk is said in plain words, nothing is lost, and it is kept as soon as there is room", async () => {
  const server = serverForOffices();
  const disk = memoryStore();
  let isFull = false;
  const store: Store = {
    ...disk,
    async write(changes) {
      if (isFull) throw new StoreFull();
      await disk.write(changes);
    },
  };
  const office = await foundedOn(server, { store });
  isFull = true;
  expect((await office.do(recordCall({ soldierName: "Полный Диск" }))).ok).toBe(true);
  await until(office, (status) => status.storage?.full === true && status.storage.unkept > 0);
  expect((await office.ask(everything)).total).toBe(1);
  await until(office, (status) => status.waiting === 0);
  isFull = false;
  await office.lock();
  const again = officeOn(server, { store: disk });
  await again.unlock(PASSPHRASE);
  await until(again, (status) => status.phase === "open");
  expect((await again.ask(everything)).total).toBe(1);
  await again.lock();
  await server.close();
});

test("a clock that is wrong by a day is told, and work goes on", async () => {
  const server = serverForOffices();
  const office = await foundedOn(server, { now: () => Date.now() + 24 * 60 * 60_000 });
  expect(office.status().clockOffByMinutes).toBe(24 * 60);
  expect((await office.do(recordCall({ soldierName: "Завтрашний День" }))).ok).toBe(true);
  await until(office, (status) => status.waiting === 0);
  await office.lock();
  await server.close();
});

test("a wrong six digits ends the meeting on both sides, and a new link works", async () => {
  const server = serverForOffices();
  const first = await foundedOn(server, { practice: false });
  const invited = await first.invite({ deviceName: "ноутбук" });
  const link = invited.ok ? invited.value.link : "";
  expect(link.startsWith(`${ORIGIN}/#enrol=`)).toBe(true);
  const second = officeOn(server);
  const joining = second.join({ link, yourName: "Вера", deviceName: "ноутбук", passphrase: PASSPHRASE });
  await until(second, (status) => status.enrol?.step === "digits");
  expect(await second.typeDigits("000000")).toEqual({ ok: false, refusal: { type: "WrongDigits" } });
  expect(await joining).toEqual({ ok: false, refusal: { type: "WrongDigits" } });
  await until(first, (status) => status.enrol?.step === "failed");

  const retry = await first.invite({ deviceName: "ноутбук" });
  const rejoining = second.join({
    link: retry.ok ? retry.value.link : "",
    yourName: "Вера",
    deviceName: "ноутбук",
    passphrase: PASSPHRASE,
  });
  const shown = await until(second, (status) => status.enrol?.step === "digits");
  const asked = await until(first, (status) => status.enrol?.step === "digits");
  const digitsOf = (status: typeof shown) =>
    status.enrol && "digits" in status.enrol ? status.enrol.digits : "";
  const [a, b] = await Promise.all([first.typeDigits(digitsOf(shown)), second.typeDigits(digitsOf(asked))]);
  expect([a.ok, b.ok]).toEqual([true, true]);
  expect(await rejoining).toEqual({ ok: true, value: undefined });
  await until(second, (status) => status.phase === "open" && status.syncedAt !== undefined);
  await first.lock();
  await second.lock();
  await server.close();
});

test("what is no link, too short a passphrase, a second founding and a wrong founding secret are refused in words", async () => {
  const server = serverForOffices();
  const office = officeOn(server);
  const person = { yourName: "Вера", deviceName: "стол", passphrase: PASSPHRASE };
  expect(await office.join({ ...person, link: "https://desk.example/#nothing" })).toEqual({
    ok: false,
    refusal: { type: "NotALink" },
  });
  expect(await office.join({ ...person, link: "x", passphrase: "коротко" })).toMatchObject({
    ok: false,
    refusal: { type: "PassphraseTooShort" },
  });
  const wish = { ...person, helplineName: "Маяк", practice: true };
  expect(await office.found({ ...wish, foundingSecret: "wrong" })).toEqual({
    ok: false,
    refusal: { type: "FoundingRefused" },
  });
  expect((await office.found({ ...wish, foundingSecret: SECRET })).ok).toBe(true);
  expect(await office.found({ ...wish, foundingSecret: SECRET })).toEqual({
    ok: false,
    refusal: { type: "NotEmpty" },
  });
  await office.lock();
  await server.close();
});

test("a case that nobody has is unknown", async () => {
  const server = serverForOffices();
  const office = await foundedOn(server);
  expect(await office.ask({ type: "CaseFile", case: newCase() })).toEqual({ type: "Unknown" });
  await office.lock();
  await server.close();
});

test("a screen that asks for its drafts while the office is still opening gets them", async () => {
  const server = serverForOffices();
  const store = memoryStore();
  const first = await foundedOn(server, { store });
  const draft = { ...aCall({ soldierName: "Полуслов" }), id: newCase() as unknown as DraftId };
  await first.keepDraft(draft);
  await first.lock();
  const asked = new Promise<readonly unknown[]>((resolve) => {
    let isAsked = false;
    first.watchStatus(({ phase }) => {
      if (phase !== "opening" || isAsked) return;
      isAsked = true;
      void first.drafts().then(resolve);
    });
  });
  await first.unlock(PASSPHRASE);
  expect(await asked).toEqual([draft]);
  await first.lock();
  await server.close();
});

import { lettersOf, type CaseId, type DropId } from "@answerable/casework";
import { describe, expect, test } from "vitest";

import type { Office } from "./office.ts";
import { openFamily } from "./testing/families.ts";
import { foundedOn, joinedTo, newCase, recordCall, serverForOffices, until } from "./testing/offices.ts";

const page = { type: "Inbox", list: "waiting", from: 0, count: 50 } as const;

/** Asks until it holds, as a screen that is told of every change would. */
async function asked<T>(
  ask: () => Promise<T>,
  holds: (answer: T) => boolean,
  milliseconds = 20_000,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > end) throw new Error(`it never came: ${JSON.stringify(answer).slice(0, 600)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** In step with the server now and not in half a minute: whatever is recorded asks for it. */
async function inStep(office: Office): Promise<void> {
  const before = office.status().syncedAt;
  const done = await office.do(recordCall({ kind: "support" }));
  expect(done.ok).toBe(true);
  await until(office, ({ waiting, syncedAt }) => waiting === 0 && syncedAt !== before);
}

const letterAt = (office: Office, drop: DropId) =>
  asked(
    async () => {
      await inStep(office);
      return office.ask(page);
    },
    ({ rows }) => rows.some((row) => row.drop === drop && row.state === "open"),
  );

async function caseFile(office: Office, id: CaseId) {
  const answer = await office.ask({ type: "CaseFile", case: id });
  if (answer.type !== "Here") throw new Error(`the case is ${answer.type}`);
  return answer;
}

async function take(office: Office, drop: DropId, into?: CaseId): Promise<CaseId> {
  const done = await office.takeDrop(into === undefined ? { drop } : { drop, into });
  if (!done.ok) throw new Error(`not taken: ${done.refusal.type}`);
  return done.value.folder;
}

/** Written, sent, and in the mailbox. */
async function answers(office: Office, id: CaseId, text: string): Promise<void> {
  const [known] = (await caseFile(office, id)).case.families;
  if (!known) throw new Error("nobody has written");
  await office.do({ type: "WriteReply", case: id, mailbox: known.mailbox, text, asks: false });
  const posted = async () => {
    await inStep(office);
    return (await caseFile(office, id)).case.families[0]?.posted;
  };
  await asked(posted, (number) => number === known.replies.length + 1);
}

/** A network that can be pulled out. */
function cable(server: { readonly fetch: (request: Request) => Promise<Response> }) {
  let isIn = true;
  return {
    out: () => (isIn = false),
    in: () => (isIn = true),
    fetch: async (request: Request) => {
      if (!isIn) throw new TypeError("no network");
      return server.fetch(request);
    },
  };
}

async function helpline() {
  const server = serverForOffices();
  return { server, office: await foundedOn(server) };
}

describe("a letter from outside", { timeout: 60_000 }, () => {
  test("comes to a desk that has just been founded, opens, and lies beside the case it is like", async () => {
    const { server, office } = await helpline();
    const known = newCase();
    await office.do(recordCall({ soldierName: "Ветлугин Савва Ильич", birth: "08.03.2001" }, known));
    const family = await openFamily({ server });
    const drop = await family.writes({ soldierName: "ветлугин савва", birth: "08.03.2001", danger: "now" });
    const { rows, lists, letterbox } = await letterAt(office, drop);
    expect(rows[0]).toMatchObject({ name: "ветлугин савва", danger: "now", match: { case: known } });
    expect(lists).toEqual({ waiting: 1, aside: 0, damaged: 0 });
    expect(letterbox.type).toBe("Open");
    const letter = await office.ask({ type: "Drop", drop });
    expect(letter).toMatchObject({ type: "Open", locator: family.locator, matches: [{ case: known }] });
    expect((await office.ask({ type: "Counters" })).queues.letters).toBe(1);
  });

  test("opens a case with all that it says, or goes into one that is there, and is gone from the inbox", async () => {
    const { server, office } = await helpline();
    const family = await openFamily({ server });
    const first = await family.writes({
      soldierName: "Ветлугин Савва",
      birth: "31.02.2001",
      story: "Держат в подвале.",
      danger: "now",
      phone: "+7 900 555-01-02",
      mayBeCalled: "yes",
    });
    const other = await openFamily({ server });
    const second = await other.writes({ soldierName: "Ветлугин", relation: "spouse", callerName: "Ольга" });
    await letterAt(office, second);
    const id = await take(office, first);
    expect(await take(office, second, id)).toBe(id);
    const { case: file } = await caseFile(office, id);
    expect(file.contacts.map((one) => [one.channel, one.summary])).toEqual([
      ["webForm", "Держат в подвале."],
      ["webForm", "Сын не выходит на связь с третьего июня."],
    ]);
    expect(file.people.map((one) => one.relation)).toEqual(["mother", "spouse"]);
    expect(file.urgency?.urgency).toBe("U1");
    // No day of the calendar: kept as words, and the letter is not refused for it.
    expect(file.facts.find((fact) => fact.field === "birth")).toMatchObject({ value: "31.02.2001?" });
    expect(lettersOf(file).map((one) => one.drop)).toEqual([first, second]);
    // What the family shares with the desk alone does not reach a screen.
    expect(file.families.map((one) => one.reply)).toEqual(["", ""]);
    expect(JSON.stringify(file)).not.toMatch(/"reply":"[^"]/);
    expect((await office.ask(page)).total).toBe(0);
    expect(await office.takeDrop({ drop: first })).toMatchObject({
      ok: false,
      refusal: { type: "TakenAlready" },
    });
    await inStep(office);
    expect(await office.ask({ type: "Drop", drop: first })).toEqual({ type: "Unknown" });
    const found = { type: "Roster", text: family.locator, list: "all", from: 0, count: 5 } as const;
    expect((await office.ask(found)).rows.map((row) => row.case)).toEqual([id]);
  });

  test("is set aside and brought back, on every device", async () => {
    const { server, office } = await helpline();
    const second = await joinedTo(office, server);
    const family = await openFamily({ server });
    const drop = await family.writes({ story: "Купите наши окна!" });
    await letterAt(office, drop);
    await letterAt(second, drop);
    expect((await office.do({ type: "SetDropsAside", drops: [drop] })).ok).toBe(true);
    expect((await office.ask(page)).lists).toMatchObject({ waiting: 0, aside: 1 });
    await inStep(office);
    const there = await asked(
      async () => {
        await inStep(second);
        return second.ask({ type: "Drop", drop });
      },
      (answer) => answer.type === "Open" && answer.asides.length === 1,
    );
    if (there.type !== "Open") throw new Error("it is open");
    await second.do({ type: "BringDropsBack", drops: [{ drop, asides: there.asides }] });
    await inStep(second);
    await letterAt(office, drop);
  });

  test("that is no letter is named as damaged, and the others are read", async () => {
    const { server, office } = await helpline();
    const family = await openFamily({ server });
    const bad = await family.put(crypto.getRandomValues(new Uint8Array(20_000)), await family.period());
    const good = await family.writes({ story: "Сын не звонил." });
    await letterAt(office, good);
    const damaged = await office.ask({ ...page, list: "damaged" });
    expect(damaged.rows).toMatchObject([{ drop: bad, state: "damaged", name: "", line: "" }]);
    expect(await office.takeDrop({ drop: bad })).toEqual({ ok: false, refusal: { type: "LetterNotOpen" } });
    expect((await office.do({ type: "SetDropsAside", drops: [bad] })).ok).toBe(true);
    expect((await office.ask(page)).lists).toEqual({ waiting: 1, aside: 1, damaged: 0 });
  });
});

describe("two devices, one letter", { timeout: 60_000 }, () => {
  test("taken by both as a new case, one of them offline: one case, one contact, on both", async () => {
    const { server, office } = await helpline();
    const line = cable(server);
    const second = await joinedTo(office, server, { fetch: line.fetch });
    const drop = await (await openFamily({ server })).writes({ soldierName: "Ветлугин Савва" });
    await letterAt(office, drop);
    await letterAt(second, drop);
    line.out();
    const there = await take(second, drop);
    const here = await take(office, drop);
    expect(there).toBe(here);
    await inStep(office);
    line.in();
    await inStep(second);
    await inStep(office);
    for (const one of [office, second]) {
      const { case: file } = await caseFile(one, here);
      expect(file.contacts).toHaveLength(1);
      expect(file.people).toHaveLength(1);
      expect(lettersOf(file)).toHaveLength(1);
      expect((await one.ask(page)).total).toBe(0);
    }
    const { all } = await office.ask({ type: "Counters" });
    expect(all.soldiers).toBe(1);
  });

  test("taken into two cases, one of them offline: the first in the log has it, and both devices say so", async () => {
    const { server, office } = await helpline();
    const line = cable(server);
    const second = await joinedTo(office, server, { fetch: line.fetch });
    const mine = newCase();
    await office.do(recordCall({ soldierName: "Ветлугин Савва Ильич" }, mine));
    const drop = await (await openFamily({ server })).writes({ soldierName: "Ветлугин Савва" });
    await letterAt(office, drop);
    await letterAt(second, drop);
    line.out();
    const late = await take(second, drop);
    await take(office, drop, mine);
    await inStep(office);
    line.in();
    await inStep(second);
    const elsewhere = async (one: Office) => {
      await inStep(one);
      return (await caseFile(one, late)).outside.elsewhere;
    };
    for (const one of [office, second]) {
      const said = await asked(
        () => elsewhere(one),
        (found) => found.length > 0,
      );
      expect(said).toMatchObject([{ drop, case: mine }]);
      expect((await caseFile(one, mine)).outside.elsewhere).toEqual([]);
    }
  });
});

describe("an answer", { timeout: 60_000 }, () => {
  test("goes into the family's mailbox, is read there, and the desk is told where they allow it", async () => {
    const server = serverForOffices();
    let later = 0;
    const office = await foundedOn(server, { now: () => Date.now() + later });
    const family = await openFamily({ server });
    const drop = await family.writes({ soldierName: "Ветлугин Савва" });
    await letterAt(office, drop);
    const id = await take(office, drop);
    const [known] = (await caseFile(office, id)).case.families;
    const mailbox = known?.mailbox ?? "";
    expect(await family.reads()).toBeUndefined();
    await office.do({
      type: "WriteReply",
      case: id,
      mailbox,
      text: "Мы написали в прокуратуру.",
      asks: true,
    });
    await office.do({ type: "WriteReply", case: id, mailbox, text: "Ждём ответа до пятницы.", asks: false });
    const posted = async () => {
      await inStep(office);
      return (await caseFile(office, id)).case.families[0]?.posted;
    };
    await asked(posted, (number) => number === 2);
    const mail = await family.reads(true);
    expect(mail?.letters.map((one) => one.text)).toEqual([
      "Мы написали в прокуратуру.",
      "Ждём ответа до пятницы.",
    ]);
    later = 61_000; // asked once a minute
    await inStep(office);
    expect((await caseFile(office, id)).outside.reads).toMatchObject([{ mailbox, number: 2 }]);
  });

  test("is not said to be read where the family does not allow it", async () => {
    const server = serverForOffices();
    let later = 0;
    const office = await foundedOn(server, { now: () => Date.now() + later });
    const family = await openFamily({ server });
    const drop = await family.writes({});
    await letterAt(office, drop);
    const id = await take(office, drop);
    await answers(office, id, "Пишем.");
    expect((await family.reads(false))?.letters).toHaveLength(1);
    later = 61_000;
    await inStep(office);
    expect((await caseFile(office, id)).outside.reads).toEqual([]);
  });

  test("written without a network goes when the line is back", async () => {
    const server = serverForOffices();
    const line = cable(server);
    const office = await foundedOn(server, { fetch: line.fetch });
    const family = await openFamily({ server });
    const drop = await family.writes({});
    await letterAt(office, drop);
    const id = await take(office, drop);
    await inStep(office);
    line.out();
    const [known] = (await caseFile(office, id)).case.families;
    const reply = { mailbox: known?.mailbox ?? "", text: "Связи нет, а ответ есть.", asks: false };
    expect((await office.do({ type: "WriteReply", case: id, ...reply })).ok).toBe(true);
    expect(await family.reads()).toBeUndefined();
    line.in();
    const mail = await asked(
      async () => {
        await inStep(office);
        return family.reads();
      },
      (page) => page !== undefined,
    );
    expect(mail?.letters).toMatchObject([{ text: "Связи нет, а ответ есть." }]);
  });

  test("of two desks at once stands in the order of the log, and the mailbox has both", async () => {
    const { server, office } = await helpline();
    const line = cable(server);
    const second = await joinedTo(office, server, { fetch: line.fetch });
    const family = await openFamily({ server });
    const drop = await family.writes({});
    await letterAt(office, drop);
    const id = await take(office, drop);
    await inStep(office);
    const [known] = await asked(
      async () => {
        await inStep(second);
        const answer = await second.ask({ type: "CaseFile", case: id });
        return answer.type === "Here" ? answer.case.families : [];
      },
      (families) => families.length === 1,
    );
    line.out();
    const mailbox = known?.mailbox ?? "";
    await second.do({ type: "WriteReply", case: id, mailbox, text: "второй", asks: false });
    await answers(office, id, "первый");
    line.in();
    const mail = await asked(
      async () => {
        await inStep(second);
        return family.reads();
      },
      (page) => page?.letters.length === 2,
    );
    expect(mail?.letters.map((one) => one.text)).toEqual(["первый", "второй"]);
  });

  test("from each of two cases that took one letter comes to the family on one page", async () => {
    const { server, office } = await helpline();
    const line = cable(server);
    const second = await joinedTo(office, server, { fetch: line.fetch });
    const mine = newCase();
    await office.do(recordCall({ soldierName: "Ветлугин Савва Ильич" }, mine));
    const family = await openFamily({ server });
    const drop = await family.writes({ soldierName: "Ветлугин Савва" });
    await letterAt(office, drop);
    await letterAt(second, drop);
    line.out();
    const other = await take(second, drop);
    const [known] = (await caseFile(second, other)).case.families;
    const mailbox = known?.mailbox ?? "";
    await second.do({ type: "WriteReply", case: other, mailbox, text: "из второго дела", asks: false });
    await take(office, drop, mine);
    await answers(office, mine, "из первого дела");
    expect((await family.reads(true))?.letters.map((one) => one.text)).toEqual(["из первого дела"]);
    line.in();
    const mail = await asked(
      async () => {
        await inStep(second);
        return family.reads();
      },
      (page) => page?.letters.length === 2,
    );
    expect(mail?.letters.map((one) => one.text)).toEqual(["из первого дела", "из второго дела"]);
    await answers(office, mine, "и ещё раз из первого");
    expect((await family.reads())?.letters.map((one) => one.text)).toEqual([
      "из первого дела",
      "из второго дела",
      "и ещё раз из первого",
    ]);
  });

  test("is answered by the family, and the addition comes to the same case by itself", async () => {
    const { server, office } = await helpline();
    const family = await openFamily({ server });
    const drop = await family.writes({ soldierName: "Ветлугин Савва" });
    await letterAt(office, drop);
    const id = await take(office, drop);
    await inStep(office);
    const added = await family.writes({ kind: "addition", story: "Он позвонил сегодня." });
    const letters = async () => {
      await inStep(office);
      return lettersOf((await caseFile(office, id)).case);
    };
    const both = await asked(letters, (found) => found.length === 2);
    expect(both[1]).toMatchObject({ drop: added, byItself: true });
    expect((await caseFile(office, id)).case.people).toHaveLength(1);
    expect((await office.ask(page)).total).toBe(0);
  });
});

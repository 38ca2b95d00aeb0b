import { dayFrom, type IncomingRow } from "@answerable/casework";
/**
 * A spreadsheet comes in: read, laid beside the roster, brought in, brought in again (nothing), corrected by its keys, taken back whole.
 * On the desks' own code with a real server; the screen's story is a-spreadsheet-comes-in.chromium.test.ts.
 */
import { guessColumns, readList, rowsOf } from "@answerable/desk/reading";
import type { LineKind, ListWord, Office } from "@answerable/replica";
import { memoryStore as memoryShelf } from "@answerable/server";
import { afterAll, beforeAll, expect, test } from "vitest";

import {
  bringIn as enrolNewcomer,
  call,
  enrol,
  found,
  openStage,
  seen,
  until,
  type Laptop,
} from "./stage.ts";

let ninas: Laptop;
let bureau: Laptop;
let olegs: Laptop;
let zoyas: Laptop;
beforeAll(async () => {
  const stage = openStage(memoryShelf());
  ninas = stage.laptop("kitchen");
  bureau = stage.laptop("bureau");
  olegs = stage.laptop("oleg");
  zoyas = stage.laptop("zoya");
  await found(ninas, "Нина");
  await enrol(ninas, bureau, "Нина");
  await enrolNewcomer(ninas, olegs, "Олег");
});
afterAll(async () => {
  for (const laptop of [ninas, bureau, olegs, zoyas]) await laptop.office().lock();
});

const today = dayFrom("2026-11-23") ?? expect.unreachable();
const header = "№;ФИО военнослужащего;Дата рождения;Область;Имя заявителя;Кем приходится;Телефон;Суть\n";
const lines = [
  "1;Чернобровин Тимур Олегович;08.03.1996;Орловская область;Лада;мать;8 998 111-22-31;не звонит",
  "2;Лопухов Захар Ильич;01.02.1999;Курская область;Вера;жена;8 998 111-22-32;ранен",
  "3;Осокин Платон Юрьевич;31.02.1999;;Инна;сестра;8 998 111-22-33;нет выплат",
  "4;Ряскин Лев Маркович;12.12.1990;Тульская область;Зоя;мать;8 998 111-22-34;без обучения",
  "4;Ряскин Лев Маркович;12.12.1990;Тульская область;Зоя;мать;8 998 111-22-34;без обучения",
];

function read(text: string): readonly IncomingRow[] {
  const [grid] = readList(new TextEncoder().encode(text)).grids;
  if (!grid) return expect.unreachable();
  const { header, fields } = guessColumns(grid);
  const rows = rowsOf(grid, { header, fields, orders: {} }, today);
  return Array.from({ length: rows.count }, (_, at) => rows.row(at));
}

const whole = (kind?: LineKind) => ({ type: "List", from: 0, count: 100, ...(kind && { kind }) }) as const;

async function say(office: Office, word: ListWord): Promise<void> {
  const said = await office.sayOfList(word);
  expect(said).toEqual({ ok: true, value: undefined });
}

async function checked(office: Office, text: string, name = "Список комитета") {
  await say(office, { type: "Lay", name, columns: [], lines: read(text), isFirst: true });
  await say(office, { type: "Check" });
  return seen(office, whole(), ({ phase }) => phase === "checked");
}

async function broughtIn(office: Office) {
  await say(office, { type: "BringIn" });
  return seen(office, whole(), ({ phase }) => phase === "done");
}

const total = async (office: Office) =>
  (await office.ask({ type: "Roster", text: "", list: "all", from: 0, count: 1 })).total;
const listed = (office: Office, text: string, holds: (total: number) => boolean) =>
  seen(office, { type: "Roster", text, list: "all", from: 0, count: 5 }, (answer) => holds(answer.total));

test("a volunteer who is no coordinator cannot bring a list in", async () => {
  const said = await olegs
    .office()
    .sayOfList({ type: "Lay", name: "x", columns: [], lines: [], isFirst: true });
  expect(said).toEqual({ ok: false, refusal: { type: "OnlyCoordinator" } });
});

test("each line has its receipt before anything comes in, and what is like somebody's case says so", async () => {
  const office = ninas.office();
  const before = await office.do({
    type: "RecordCall",
    case: "C".repeat(22) as never,
    draft: call({
      soldierName: "Лопухов Захар Ильич",
      birth: "01.02.1999",
      callerName: "Вера",
      region: "Курская область",
    }),
  });
  expect(before.ok).toBe(true);
  await until(office, ({ indexing }) => indexing === undefined);
  const { counts, rows } = await checked(office, header + lines.join("\n"));
  expect(counts).toMatchObject({ New: 3, Like: 1, Refused: 1, Double: 1, Taken: 0 });
  expect(rows.map(({ receipt }) => receipt?.type)).toEqual(["New", "New", "Refused", "New", "Double"]);
  expect(rows[1]?.receipt).toMatchObject({ like: { name: "Лопухов Захар Ильич", isSure: true } });
  expect(rows[2]?.receipt).toMatchObject({ why: { type: "NotADay", cell: "C4", text: "31.02.1999" } });
  expect(rows[4]?.receipt).toMatchObject({ place: "5" });
  expect(await total(office)).toBe(1);
});

test("it comes in, sealed like any call, and the other device has it", async () => {
  const office = ninas.office();
  const { counts } = await broughtIn(office);
  expect(counts).toMatchObject({ Taken: 3, Refused: 1, Double: 1 });
  expect(await total(office)).toBe(4);
  await listed(bureau.office(), "чернобровин", (count) => count === 1);
  const { lists } = await seen(
    bureau.office(),
    { type: "Lists" },
    ({ lists }) => lists[0]?.done !== undefined,
  );
  expect(lists).toMatchObject([
    { name: "Список комитета", lines: 5, done: { opened: 3, added: 0, already: 1, refused: 1 } },
  ]);
});

test("the very same list again, and on the other device, adds nothing", async () => {
  for (const laptop of [ninas, bureau]) {
    await until(laptop.office(), ({ indexing, waiting }) => indexing === undefined && waiting === 0);
    await listed(laptop.office(), "", (count) => count === 4);
    const { counts } = await checked(laptop.office(), header + lines.join("\n"));
    expect(counts).toMatchObject({ New: 0, Here: 3, Double: 1, Refused: 1 });
    await broughtIn(laptop.office());
    expect(await total(laptop.office())).toBe(4);
  }
});

let cards: ReturnType<Laptop["holdBack"]>;

test("a corrected line goes into the case that its key has, and is no second conversation", async () => {
  const office = ninas.office();
  cards = bureau.holdBack("/cards");
  const corrected = [
    lines[0]?.replace("08.03.1996", "09.03.1996"),
    lines[1],
    lines[2]?.replace("31.02", "28.02"),
  ];
  const { counts, rows } = await checked(office, header + corrected.join("\n"));
  expect(counts).toMatchObject({ Updates: 1, Here: 1, New: 1 });
  await broughtIn(office);
  const [updated] = rows;
  const id = updated?.receipt?.type === "Updates" ? updated.receipt.case : expect.unreachable();
  const file = await seen(office, { type: "CaseFile", case: id }, ({ type }) => type === "Here");
  if (file.type !== "Here") return expect.unreachable();
  expect(file.case.contacts).toHaveLength(1);
  const births = file.case.facts.filter(({ field }) => field === "birth");
  expect(births.map(({ known, standing }) => [known, standing])).toEqual([
    ["1996-03-08", "set aside"],
    ["1996-03-09", "stands"],
  ]);
  expect(await total(office)).toBe(5);
  return undefined;
});

test("a whole list is taken back on a device that has its cards and not yet its sheets: its cases are gone from lists and counts, the call stays", async () => {
  await until(ninas.office(), ({ waiting }) => waiting === 0);
  const office = bureau.office();
  const sheets = bureau.holdBack("/folders/");
  cards.go();
  const { lists } = await seen(
    office,
    { type: "Lists" },
    ({ lists }) => lists.length === 2 && lists.every(({ done }) => done),
  );
  for (const { list } of lists) {
    await say(office, { type: "TakeBack", list, reason: "не тот файл" });
    // The corrected case, for the sync and for the list; and the case that the corrected list opened.
    if (list === lists[0]?.list) await sheets.asked(3);
    sheets.go();
    await seen(office, whole(), ({ phase }) => phase !== "takingBack");
    const after = await office.ask({ type: "Lists" });
    expect(after.lists.find((one) => one.list === list)?.takenBack).toBeDefined();
  }
  for (const laptop of [bureau, ninas]) {
    await listed(laptop.office(), "", (count) => count === 1);
    const counters = await seen(laptop.office(), { type: "Counters" }, ({ all }) => all.contacts === 1);
    expect(counters.all).toEqual({ contacts: 1, callers: 1, soldiers: 1 });
  }
});

test("brought in once more, it is all there again", async () => {
  const office = ninas.office();
  await seen(office, { type: "Lists" }, ({ lists }) => lists.every(({ takenBack }) => takenBack));
  await listed(office, "", (count) => count === 1);
  const { counts } = await checked(office, header + lines.join("\n"));
  expect(counts).toMatchObject({ New: 3, Here: 0 });
  await broughtIn(office);
  expect(await total(office)).toBe(4);
});

test("more than fifty rows go out only where another allows it, masked as the desk is, and every device has the signed line", async () => {
  const office = ninas.office();
  const known = await office.ask({ type: "OutLists" });
  const wish = {
    of: "roster",
    part: "all",
    text: "",
    columns: ["name", "phone"],
    rows: 51,
    to: "Уполномоченному",
    reason: "сверка",
  } as const;
  const plain = "p".repeat(43);
  const short = { type: "TakeShortListOut", case: known.shift, ...wish, as: "xlsx", plain } as const;
  expect(await office.do(short)).toEqual({ ok: false, refusal: { type: "AnotherMustConfirm" } });
  expect((await office.do({ type: "AskListOut", case: known.shift, ...wish })).ok).toBe(true);
  const asked = await seen(olegs.office(), { type: "OutLists" }, ({ lists }) => lists.length === 1);
  const [list] = asked.lists;
  if (!list) return expect.unreachable();
  expect(asked).toMatchObject({ mayTake: false, mayAllow: false });
  const answer = {
    type: "AnswerListOut",
    case: list.folder,
    list: list.id,
    isAllowed: true,
    reason: "",
  } as const;
  expect(await olegs.office().do(answer)).toEqual({ ok: false, refusal: { type: "NotYourDuty" } });
  expect(await office.do(answer)).toEqual({ ok: false, refusal: { type: "AnotherMustConfirm" } });
  const rows = await olegs.office().ask({ type: "OutRows", text: "", list: "all", from: 0, count: 50 });
  expect(rows).toEqual({ rows: [], total: 0 });
  const { me } = office.status();
  if (!me) return expect.unreachable();
  await enrolNewcomer(ninas, zoyas, "Зоя", ["reviewer"]);
  const there = zoyas.office();
  await listed(there, "", (count) => count === 4);
  const shown = await there.ask({ type: "OutRows", text: "чернобровин", list: "all", from: 0, count: 50 });
  expect(shown.rows.map(({ name, calledBy }) => [name, calledBy.map((one) => one.phones)])).toEqual([
    ["Чернобровин Тимур Олегович", [["•••••"]]],
  ]);
  // Corrected since, he is still found by the name of before; it leaves the desk no more.
  const [him] = shown.rows;
  if (!him) return expect.unreachable();
  const { case: id } = him;
  const file = await seen(office, { type: "CaseFile", case: id }, (answer) => answer.type === "Here");
  const facts = file.type === "Here" ? file.case.facts : [];
  const setsAside = facts.filter(({ field }) => field === "name").map((fact) => fact.id);
  const right = { field: "name", value: "Белобровин Тимур Олегович", sure: true, source: "unknown" } as const;
  const correct = { type: "StateFact", case: id, ...right, setsAside } as const;
  expect((await office.do(correct)).ok).toBe(true);
  const found = { type: "OutRows", text: "чернобровин", list: "all", from: 0, count: 50 } as const;
  const out = await seen(there, found, ({ rows: [row] }) => row?.name === right.value);
  expect(out.rows).toMatchObject([{ name: right.value, alsoNamed: [] }]);
  const kept = { type: "Roster", text: "чернобровин", list: "all", from: 0, count: 5 } as const;
  expect((await there.ask(kept)).rows).toMatchObject([{ alsoNamed: ["Чернобровин Тимур Олегович"] }]);
  expect((await there.do(answer)).ok).toBe(true);
  await seen(office, { type: "OutLists" }, ({ lists }) => lists[0]?.isAllowed ?? false);
  const take = { type: "TakeListOut", case: list.folder, list: list.id, as: "xlsx", plain } as const;
  expect(await office.do({ ...take, rows: 52 })).toMatchObject({ refusal: { type: "MoreThanAllowed" } });
  expect((await office.do({ ...take, rows: 51 })).ok).toBe(true);
  const { lists } = await seen(there, { type: "OutLists" }, ({ lists }) => lists[0]?.taken.length === 1);
  expect(lists).toMatchObject([{ ...wish, by: me.member, taken: [{ by: me.member, rows: 51, plain }] }]);
  return undefined;
});

test("a crash in the middle: what was brought in is there, and the rest comes in with the second try", async () => {
  const office = ninas.office();
  const many = Array.from(
    { length: 200 },
    (_, at) => `${at};Крашенин Фома ${at}-й;;;Лида;мать;8 997 ${String(1_000_000 + at)};`,
  );
  const text = header + many.join("\n");
  await checked(office, text, "Большой список");
  await say(office, { type: "BringIn" });
  await seen(office, whole(), ({ done }) => done >= 64);
  await ninas.crash();
  const again = ninas.office();
  expect(await again.unlock("five words that nobody guesses")).toEqual({ ok: true, value: undefined });
  await until(again, ({ phase, indexing }) => phase === "open" && indexing === undefined);
  const { counts } = await checked(again, text, "Большой список");
  expect(counts.Here).toBeGreaterThanOrEqual(64);
  expect(counts.Here + counts.New).toBe(200);
  await broughtIn(again);
  await listed(again, "крашенин", (count) => count === 200);
});

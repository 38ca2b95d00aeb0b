import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";

import { answersLate, drawn, pressKey, sitDown } from "../testing/at-the-desk.ts";
import { canBeUsedByEveryone } from "../testing/everyone.ts";
import { sampleLetters } from "../testing/sample-letters.ts";
import { openSampleOffice } from "../testing/sample.ts";

async function withLetters(mounting: Parameters<typeof sitDown>[0] = {}, hash = "#/inbox") {
  const office = openSampleOffice();
  for (const letter of sampleLetters) office.post(letter);
  await sitDown({ ...mounting, office }, hash);
  if (hash === "#/inbox") {
    await expect.poll(() => document.querySelectorAll(".letter-row").length).toBe(6);
    await expect.poll(() => document.querySelector(".drop-story")).not.toBeNull();
  }
  await drawn(); // the keys listen from the first frame on
  return office;
}

const status = () => document.querySelector(".inbox > .sealed-line")?.textContent ?? "";
const chosen = () => document.querySelector('.letter-row[aria-current="true"] .name')?.textContent;
const inbox = { type: "Inbox", list: "waiting", from: 0, count: 50 } as const;

test("who is in danger comes first, and her letter is open with the case that is like it", async () => {
  const office = await withLetters();
  expect(chosen()).toBe("Горностаев Лев");
  expect(document.querySelector(".drop-danger")?.textContent).toContain("Опасность для жизни сейчас");
  expect(document.querySelector(".drop-told")?.textContent).toContain("держат в подвале");
  expect(document.querySelector(".drop-beside")?.textContent).toContain("Горностаев");
  expect(document.querySelector(".place-count")?.textContent).toBe("6");
  expect((await office.ask({ type: "Counters" })).queues.letters).toBe(6);
});

test("t takes a letter as a new case, 1 into the case beside, on either layout; the next one is open", async () => {
  const office = await withLetters();
  const before = (await office.ask({ type: "Roster", text: "", list: "all", from: 0, count: 99 })).total;
  pressKey("1");
  await expect.poll(status).toContain("Взято в дело");
  await expect.poll(chosen).toBe("Ветлугин Савва Ильич");
  await drawn();
  pressKey("е"); // t on the other layout
  await expect.poll(status).toContain("открыто новое дело");
  const after = (await office.ask({ type: "Roster", text: "", list: "all", from: 0, count: 99 })).total;
  expect(after).toBe(before + 1);
  expect((await office.ask(inbox)).total).toBe(4);
});

test("s sets aside, z takes it back; b brings back from the list of those set aside", async () => {
  const office = await withLetters();
  pressKey("s");
  await expect.poll(status).toContain("Отложено 1 письмо");
  expect((await office.ask(inbox)).total).toBe(5);
  await drawn();
  pressKey("я"); // z on the other layout
  await expect.poll(async () => (await office.ask(inbox)).total).toBe(6);
  await drawn();
  pressKey("s");
  await expect.poll(async () => (await office.ask(inbox)).total).toBe(5);
  document.querySelectorAll<HTMLButtonElement>(".inbox-lists button")[1]?.click();
  await expect.poll(() => document.querySelectorAll(".letter-row").length).toBe(1);
  await expect.poll(() => document.querySelector(".drop-acts")?.textContent).toContain("Вернуть");
  await drawn();
  pressKey("b");
  await expect.poll(async () => (await office.ask(inbox)).total).toBe(6);
});

test("z brings a letter back although it is pressed before the office's answer has come", async () => {
  const office = await withLetters();
  const aside = answersLate(office, "SetDropsAside");
  pressKey("s");
  await expect.poll(async () => (await office.ask(inbox)).total).toBe(5);
  await expect.poll(aside.asked).toBe(true);
  await drawn();
  pressKey("z");
  aside.answer();
  await expect.poll(async () => (await office.ask(inbox)).total).toBe(6);
  await expect.poll(status).toContain("Возвращено 1 письмо");
});

test("one text that many send is one group, and all of it is taken, each its own case", async () => {
  const office = await withLetters();
  const group = [...document.querySelectorAll<HTMLButtonElement>(".group")].find((one) =>
    one.textContent?.includes("один текст"),
  );
  group?.click();
  await expect.poll(() => document.querySelectorAll(".letter-row").length).toBe(3);
  document.querySelector<HTMLButtonElement>(".inbox-mass .button")?.click();
  await expect.poll(status).toContain("Взято 3 письма");
  expect((await office.ask(inbox)).total).toBe(3);
});

test("what does not open says so in plain words, and can be set aside", async () => {
  await withLetters();
  document.querySelectorAll<HTMLButtonElement>(".inbox-lists button")[2]?.click();
  await expect.poll(() => document.querySelector(".drop-closed")?.textContent).toContain("Ничего из него");
  expect(document.querySelector(".drop-acts")?.textContent).not.toContain("новое дело");
});

test("an empty inbox says what happens when a family writes", async () => {
  await sitDown({}, "#/inbox");
  await expect.poll(() => document.querySelector(".inbox .empty")?.textContent).toContain("Писем нет");
});

test("a family is answered in the case file, and the answer waits there for the line", async () => {
  const office = await withLetters();
  pressKey("t");
  await expect.poll(status).toContain("открыто новое дело");
  document.querySelector<HTMLAnchorElement>(".inbox > .sealed-line a")?.click();
  await expect.poll(() => document.querySelector(".exchange")?.textContent).toContain("держат в подвале");
  const write = document.querySelector<HTMLTextAreaElement>(".reply-form textarea");
  await page.elementLocator(write ?? document.body).fill("Мы пишем в прокуратуру сегодня.");
  await expect.poll(() => document.querySelector(".reply-form")?.textContent).toContain("по-русски");
  document.querySelector<HTMLButtonElement>(".reply-form button")?.click();
  await expect
    .poll(() => document.querySelector('.exchange [data-from="desk"]')?.textContent)
    .toContain("ждёт связи");
  expect(office.cases.length).toBeGreaterThan(0);
  await canBeUsedByEveryone();
});

test("a caller is given a number that can be said aloud", async () => {
  const office = await withLetters({}, "#/");
  location.hash = `#/case/${office.cases[0] ?? ""}`;
  await expect.poll(() => document.querySelector("#told-title")).not.toBeNull();
  [...document.querySelectorAll<HTMLButtonElement>(".part-head button")]
    .find((one) => one.textContent === "Дать номер")
    ?.click();
  await expect
    .poll(() => document.querySelector(".slip-number")?.textContent)
    .toMatch(/^[ABEKMHPCTYX0-9]{5}$/);
  expect(document.querySelector(".slip")?.textContent).toContain("Вслух: ");
});

describe.each([
  ["light", 1366, 768],
  ["dark", 1366, 768],
  ["light", 390, 844],
  ["dark", 390, 844],
] as const)("in %s at %d pixels", (theme, width, height) => {
  test("the inbox and one letter can be used by everyone", async () => {
    await page.viewport(width, height);
    await withLetters({ theme });
    await canBeUsedByEveryone();
    document.querySelector<HTMLButtonElement>(".letter-row")?.click();
    await drawn();
    await canBeUsedByEveryone();
  });
});

/** The appeals screens by hand and keyboard, on the sample helpline: noon of 8 November 2022. */
import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";

import { sitDown } from "../testing/at-the-desk.ts";

const board = () => expect.poll(() => document.querySelector(".board-letter")).not.toBeNull();
const rows = () => [...document.querySelectorAll(".board-letter")].map((row) => row.textContent ?? "");

test("the board puts what is overdue longest first, and its date tells how it was found", async () => {
  await page.viewport(1366, 768);
  await sitDown({}, "#/board");
  await board();
  expect(rows()[0]).toContain("просрочено с 01.11.2022");
  expect(rows()[0]).toContain("Губернатор Курской области");
  await userEvent.click(document.querySelector(".date-told") ?? document.body);
  await expect.poll(() => document.querySelector(".trace")?.textContent).toContain("59-ФЗ");
  expect(document.querySelector(".trace")?.textContent).toContain("29.09.2022");
  expect(document.querySelector(".trace")?.textContent).toContain("не юридическая консультация");
});

test("the lists and filters cut the board", async () => {
  await sitDown({}, "#/board");
  await board();
  await page.getByRole("button", { name: /Молчат/ }).click();
  await expect.poll(() => rows().length).toBe(1);
  await page.getByRole("button", { name: /Не отправлены/ }).click();
  await expect.poll(() => rows()[0]).toContain("Орловской");
  await page.getByRole("button", { name: /Ждут ответа/ }).click();
  const select = document.querySelector<HTMLSelectElement>(".board-filters select");
  const ministry = [...(select?.options ?? [])].find((one) => one.textContent?.startsWith("Министерство"));
  await userEvent.selectOptions(select ?? document.body, ministry?.value ?? "");
  await expect.poll(() => rows().length).toBe(1);
  expect(rows()[0]).toContain("продлено");
});

test("what came is taken down with a kind, a day, a number and Enter", async () => {
  const office = await sitDown({}, "#/");
  location.hash = `#/case/${office.cases[8] ?? ""}`;
  await expect.poll(() => document.querySelectorAll(".thread-letter").length).toBe(3);
  await page.getByRole("button", { name: "Что пришло" }).first().click();
  await expect.poll(() => document.querySelector(".came")).not.toBeNull();
  await page.getByRole("radio", { name: "ответ", exact: true }).click();
  await page.getByRole("radio", { name: "отписка" }).click();
  await page.getByLabelText("Когда пришёл ответ").fill("31.02");
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => document.querySelector(".wrong")?.textContent).toContain("31.02");
  await page.getByLabelText("Когда пришёл ответ").fill("вчера");
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => document.querySelector(".came")).toBeNull();
  await expect.poll(() => document.querySelector(".thread-letter")?.textContent).toContain("ответ есть");
});

test("silence offers the next letter, drafted and waiting to be read", async () => {
  const office = await sitDown({}, "#/");
  location.hash = `#/case/${office.cases[8] ?? ""}`;
  await expect.poll(() => document.querySelector(".thread-acts [data-look='seal']")).not.toBeNull();
  await page
    .getByRole("button", { name: /Дальше: Прокурору/ })
    .first()
    .click();
  await expect
    .poll(() => document.querySelector(".paper-page h1")?.textContent)
    .toContain("нарушении порядка");
  const text = document.querySelector(".paper-page")?.textContent ?? "";
  expect(text).toContain("Последний день срока — 31.10.2022");
  expect(text).toContain("от Горностаевой Марфы Ильиничны");
});

test("one letter for every case that the roster shows", async () => {
  const office = await sitDown({}, "#/roster");
  await expect.poll(() => document.querySelector(".roster-row")).not.toBeNull();
  await page.getByRole("button", { name: /Письмо для/ }).click();
  await page.getByRole("button", { name: /Составить/ }).click();
  await expect.poll(() => location.hash).toBe("#/board");
  const answer = await office.ask({ type: "Board", list: "unsent", from: 0, count: 100, lang: "ru" });
  expect(answer.total).toBeGreaterThan(9);
});

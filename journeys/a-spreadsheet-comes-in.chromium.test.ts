/**
 * A committee's spreadsheet (windows-1251, semicolons) in Chromium: a coordinator chooses it, names its columns, checks it, brings it
 * in, sees it on a second device, brings it in again (nothing), and takes it back. The story itself: a-spreadsheet-comes-in.test.ts.
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

import { readList } from "@answerable/desk/reading";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { openHouse, twoDevices, type House, type Laptop } from "./chromium-stage.ts";
import { pictures, seriousIn } from "./keyboard.ts";

let house: House;
let ninas: Laptop;
let bureau: Laptop;

beforeAll(async () => {
  house = await openHouse();
  [ninas, bureau] = await twoDevices(house);
});
afterAll(() => house?.close());

const text =
  "Список комитета;;;;;;\r\n№;ФИО военнослужащего;Дата рождения;Область;Имя заявителя;Кем приходится;Телефон\r\n" +
  "1;Чернобровин Тимур Олегович;08.03.1996;Орловская область;Лада;мать;8 998 111-22-31\r\n" +
  "2;Осокин Платон Юрьевич;31.02.1999;;Инна;сестра;8 998 111-22-33\r\n" +
  "3;Ряскин Лев Маркович;12.12.1990;Тульская область;Зоя;мать;8 998 111-22-34\r\n";

/** The eight-bit encoding turned round: what the browser decodes, we encode. */
function windows1251(words: string): Buffer {
  const all = new TextDecoder("windows-1251").decode(Uint8Array.from({ length: 256 }, (_, at) => at));
  return Buffer.from(Array.from(words, (sign) => all.indexOf(sign)));
}

async function openLists(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Картотека" }).click();
  await page.locator("#roster-rows, .empty").first().waitFor();
  await page.getByRole("link", { name: "Принести список" }).focus();
  await page.keyboard.press("i");
  await page.getByRole("heading", { name: "Принести список" }).waitFor();
}

async function choose(page: Page): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles({
    name: "комитет.csv",
    mimeType: "text/csv",
    buffer: windows1251(text),
  });
  await page.getByText("Кодировка: windows-1251").waitFor();
}

async function look(page: Page, name: string): Promise<void> {
  expect(await seriousIn(page)).toEqual([]);
  await pictures(page, name);
}

const rosterRows = async (page: Page) => {
  await page.getByRole("link", { name: "Картотека" }).click();
  return page.locator(".roster-rows .name");
};

describe("a spreadsheet comes in, in Chromium", () => {
  test("its encoding, separator and columns are understood, and can be changed", async () => {
    const page = ninas.page();
    await openLists(page);
    await look(page, "lists-empty");
    await choose(page);
    await page.getByText("Разделитель: ;").waitFor();
    const holds = page.getByLabel("Что в столбце «ФИО военнослужащего»");
    await expect.poll(() => holds.inputValue()).toBe("soldierName");
    await expect.poll(() => page.getByLabel("Что в столбце «Дата рождения»").inputValue()).toBe("birth");
    await expect.poll(() => page.getByLabel("Что в столбце «Кем приходится»").inputValue()).toBe("relation");
    await expect.poll(() => page.getByLabel("Что в столбце «№»").inputValue()).toBe("key");
    await page.getByLabel("Чей это список").fill("Комитет матерей");
    await look(page, "lists-columns");
  });

  test("each line is told what would become of it before anything comes in; then it comes in", async () => {
    const page = ninas.page();
    await page.getByRole("button", { name: "Проверить" }).click();
    await page.getByText("Пока ничего не внесено").waitFor();
    await page.getByText("Не войдёт: в ячейке C4 нет такого дня: 31.02.1999").waitFor();
    await look(page, "lists-checked");
    await page.locator(".incoming-frame").focus();
    await page.keyboard.press("b");
    await page.getByText("Внесены 2 строки.").waitFor();
    await look(page, "lists-done");
    const rows = await rosterRows(page);
    await expect.poll(() => rows.count()).toBe(2);
  });

  test("the second device has it", async () => {
    const there = bureau.page();
    await there.getByRole("link", { name: "Картотека" }).click();
    await expect.poll(() => there.locator(".roster-rows .name").count()).toBe(2);
    await there.getByText("Чернобровин Тимур Олегович").waitFor();
  });

  test("the same file again adds nothing, on the second device too", async () => {
    const there = bureau.page();
    await openLists(there);
    await choose(there);
    await there.getByLabel("Чей это список").fill("Комитет матерей");
    await there.getByRole("button", { name: "Проверить" }).click();
    await there.getByRole("button", { name: "Уже здесь 2" }).waitFor();
    await there.getByText("Внести можно 0 строк").waitFor();
    expect(await there.getByRole("button", { name: /^Внести/ }).isDisabled()).toBe(true);
    const rows = await rosterRows(there);
    await expect.poll(() => rows.count()).toBe(2);
  });

  test("two cases go out with a name and a reason; the file is what the log says, and another device reads the line", async () => {
    const page = ninas.page();
    await rosterRows(page);
    await page.getByRole("link", { name: "Отдать список" }).focus();
    await page.keyboard.press("e");
    await page.getByRole("heading", { name: "Отдать список", exact: true }).waitFor();
    await page.getByText("2 строки; первые из них:").waitFor();
    await page.getByRole("cell", { name: "Чернобровин Тимур Олегович" }).waitFor();
    const take = page.getByRole("button", { name: "Сохранить 2 строки" });
    expect(await take.isDisabled()).toBe(true);
    await page.getByLabel("Кому").fill("Уполномоченному");
    await page.getByLabel("Зачем").fill("сверка");
    await look(page, "list-out");
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    const bytes = await readFile(await download.path());
    expect(download.suggestedFilename()).toBe("list.xlsx");
    await page.getByText(createHash("sha256").update(bytes).digest("hex")).waitFor();
    const [grid] = readList(bytes).grids;
    expect(grid?.rows.map(({ cells }) => cells[2])).toEqual([
      "Имя военнослужащего",
      expect.stringMatching(/^(?:Чернобровин Тимур Олегович|Ряскин Лев Маркович)$/u),
      expect.stringMatching(/^(?:Чернобровин Тимур Олегович|Ряскин Лев Маркович)$/u),
    ]);
    await look(page, "list-out-log");
    await page.setViewportSize({ width: 390, height: 844 });
    const hash = await page.locator(".out code").boundingBox();
    expect((hash?.x ?? 0) + (hash?.width ?? 391)).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1366, height: 768 });
    const there = bureau.page();
    await there.getByRole("link", { name: "Картотека" }).click();
    await there.getByRole("link", { name: "Отдать список" }).click();
    await there.getByText("Кому: Уполномоченному. Зачем: сверка").waitFor();
  });

  test("the list is taken back whole, with a reason, and is gone from both", async () => {
    const there = bureau.page();
    await openLists(there);
    await there.getByRole("button", { name: "Отозвать список" }).click();
    await there.getByLabel("Почему").fill("прислали не тот файл");
    await there.keyboard.press("Enter");
    await there.getByText("Отозван:").waitFor();
    for (const laptop of [bureau, ninas]) {
      const page = laptop.page();
      await page.getByRole("link", { name: "Картотека" }).click();
      await expect.poll(() => page.locator(".roster-rows .name").count()).toBe(0);
    }
  });

  test("nothing that was in the file crossed the wire in clear", () => {
    const crossed = Buffer.concat(house.crossed.map(([, bytes]) => bytes));
    for (const word of ["Чернобровин", "комитет", "998 111-22-31"])
      expect(crossed.includes(Buffer.from(word))).toBe(false);
  });
});

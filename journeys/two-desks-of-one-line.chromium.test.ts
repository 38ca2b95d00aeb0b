/**
 * A coordinator makes a desk for the lawyers, and works at both from one browser with the keyboard alone: what is half written or sealed at
 * one desk is nothing at the other, and a case goes over once it is written who agreed.
 */
import type { Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";

import { hitsIn } from "./canaries.ts";
import { foundIn, openHouse, openLaptop, sealCall, type House, type Laptop } from "./chromium-stage.ts";
import { pictures, press, reach, seriousIn, write } from "./keyboard.ts";

// Invented, like everybody here.
const LAWYERS = "Юристы по отказам";
const HERE = "Перегудов Тихон";
const THERE = "Зимородков Пётр";
const MOTHER = "Зинаида Лукинична";
let house: House;
let ninas: Laptop;

beforeAll(async () => {
  house = await openHouse();
  ninas = await openLaptop(house, "nina");
  await foundIn(ninas, house);
});
afterAll(() => house?.close());

test("a desk is made on the screen of people, and stands above every screen", async () => {
  const page = ninas.page();
  await press(page, "Люди и устройства");
  await write(page, "Название стола", LAWYERS);
  await write(page, "Для чего он", "Жалобы и суды");
  await press(page, "Сделать стол");
  await page.locator(".desk-switch").getByText("Стол 1").waitFor();
  await page.locator(".desks .member-name").getByText(LAWYERS).waitFor();
  expect(await seriousIn(page)).toEqual([]);
  await pictures(page, "desks");
});

test("what is half written at one desk is not at the other, and is there again on the way back", async () => {
  const page = ninas.page();
  await press(page, "Звонок");
  await write(page, "Кто звонит", MOTHER);
  await write(page, "Военнослужащий", HERE);
  await toDesk(page, 2, LAWYERS);
  await valueOf(page, "Военнослужащий", "");
  await write(page, "Военнослужащий", THERE);
  await sealCall(page);
  expect(await seriousIn(page)).toEqual([]);
  await rosterIs(page, [THERE]);

  await toDesk(page, 1, "Стол 1");
  await rosterIs(page, []);
  await press(page, "Звонок");
  await valueOf(page, "Военнослужащий", HERE);
  await valueOf(page, "Кто звонит", MOTHER);
  await sealCall(page);
  await rosterIs(page, [HERE]);
});

test("a case goes to the other desk with the mother's word, and is read there", async () => {
  const page = ninas.page();
  await press(page, "Картотека");
  await reach(page, "Картотека", "[role=listbox]");
  await page.keyboard.press("Enter");
  await press(page, "Передать другому столу");
  await write(page, "Кто согласился", MOTHER);
  await write(page, "Почему", "нужен суд");
  await press(page, "сказано вслух");
  await pictures(page, "referral");
  await press(page, "Передать");
  await page.getByText(`Передано столу «${LAWYERS}»`, { exact: true }).waitFor();
  expect(await seriousIn(page)).toEqual([]);

  await toDesk(page, 2, LAWYERS);
  await rosterIs(page, [THERE, HERE]);
  const words = [LAWYERS, "Жалобы и суды", "Перегудов", "Зимородков", MOTHER, "нужен суд"];
  expect(hitsIn(house.crossed, words)).toEqual([]);
});

async function toDesk(page: Page, number: number, name: string): Promise<void> {
  await page.keyboard.press("F10");
  await page.locator(".desk-list").waitFor();
  await page.keyboard.press(String(number));
  await page.locator(".desk-switch strong").getByText(name, { exact: true }).waitFor();
  await page.getByText("На связи").waitFor();
}

/** The whole roster of the desk that is shown: nothing counts before it says how many there are. */
async function rosterIs(page: Page, names: readonly string[]): Promise<void> {
  await press(page, "Картотека");
  const seen = () =>
    page.evaluate(() => ({
      total: /\d+/u.exec(document.querySelector(".roster-top .says")?.textContent ?? "")?.[0],
      names: Array.from(document.querySelectorAll(".roster-name .name"), (one) => one.textContent).toSorted(),
    }));
  const all = { total: String(names.length), names: names.toSorted() };
  await expect.poll(seen).toEqual(all);
}

function valueOf(page: Page, field: string, value: string): Promise<void> {
  return expect.poll(() => page.getByLabel(field, { exact: true }).first().inputValue()).toBe(value);
}

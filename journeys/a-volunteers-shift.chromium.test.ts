/**
 * A volunteer's day at the built desk, with the keyboard alone: she takes the shift over from whoever handed it over, says that the urgent
 * case is hers, calls families back in the order the desk gives, has surge shorten her calls, and hands over what is open.
 * The clock stands at one in the afternoon, so that families may be called.
 */
import type { Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";

import {
  foundIn,
  openHouse,
  openLaptop,
  sealCall,
  welcomeIn,
  windable,
  type House,
  type Laptop,
} from "./chromium-stage.ts";
import { isAt, pictures, press, reach, seriousIn, write } from "./keyboard.ts";

// Invented, like everybody here.
const URGENT = "Осколков Демид";
const SILENT = "Молчалин Ждан";
const HARD = "Тихоходов Лука";
const TWICE = ["Долгополов Савва", "Долгополов Фрол"] as const;
const HALF = "Незаписанный Прохор";
const NEWS = "Третий звонок об одной части, матери созваниваются между собой.";
const ahead = Date.parse("2026-11-18T10:00:00Z") - Date.now();

let house: House;
let ninas: Laptop;
let veras: Laptop;

beforeAll(async () => {
  house = await openHouse();
  [ninas, veras] = await Promise.all([openLaptop(house, "nina"), openLaptop(house, "vera")]);
  for (const laptop of [ninas, veras]) await windable(laptop, () => ahead);
  await foundIn(ninas, house);
  await welcomeIn(ninas, veras, "Вера");
});
afterAll(() => house?.close());

test("who was on before writes the calls down and hands over", async () => {
  const page = ninas.page();
  await press(page, "Смена");
  await press(page, "Начать старшим смены");
  await page.getByText("Вы на смене").waitFor();
  await takeCall(page, HARD, "+7 900 555-01-11", "F8");
  await takeCall(page, SILENT, "+7 900 555-01-22", "F8");
  for (const name of TWICE) await takeCall(page, name, "+7 900 555-01-77", "F8");
  await takeCall(page, URGENT, "+7 900 555-01-33", "urgent");
  await page.locator(".lane-count").getByText("1 срочное ждёт").waitFor();
  await press(page, "Смена");
  await pictures(page, "shift-lead");
  await write(page, "Необычное за смену", NEWS);
  await press(page, "Сдать смену");
  await page.locator(".hand-over").getByText("Ждёт, пока примет").waitFor();
});

test("the next one reads what was handed over, begins, and takes the urgent case", async () => {
  const page = veras.page();
  await press(page, "Смена");
  await page.locator(".hand-over").getByText(NEWS).waitFor();
  await pictures(page, "shift-before");
  await press(page, "Начать смену");
  await page.locator(".lane").getByText("Осколков").waitFor();
  await press(page, "Смену принял");
  await page.locator(".hand-over").waitFor({ state: "detached" });
  await pictures(page, "shift-on");
  await page.keyboard.press("F3");
  await press(page, "Принимаю");
  await page.locator(".lane").waitFor({ state: "detached" });
});

test("families are called in the order the desk gives, and nobody leaves it untold", async () => {
  const page = veras.page();
  await press(page, "Обзвон");
  await page.getByText("Ждут 4 звонка: сейчас 4").waitFor();
  await pictures(page, "queue");

  // One is too hard for her: the others have it, and she has the next.
  await next(page, HARD);
  await pictures(page, "held");
  await page.keyboard.press("s");
  await press(page, "мне сейчас слишком тяжело");
  await page.locator(".sealed-line").getByText("передано другим").waitFor();

  // A wrong key is taken back; the right one says when they are called again, at another hour.
  await next(page, SILENT);
  await page.keyboard.press("1");
  await page.locator(".sealed-line").getByText("поговорили").waitFor();
  await page.keyboard.press("z");
  await page.locator(".held").getByText("Молчалин").waitFor();
  await write(page, "Коротко, что было", "Гудки, никого.");
  await page.keyboard.press("Escape");
  await page.keyboard.press("4");
  await page.locator(".sealed-line").getByText("не берут трубку · не раньше: сегодня, 15:0").waitFor();
  expect(await seriousIn(page)).toEqual([]);
  await pictures(page, "tried");
});

test("one talk written down ends all that waited for that number, and puts no other call away", async () => {
  const page = veras.page();
  await press(page, "Звонок");
  await write(page, "Военнослужащий", HALF);
  await press(page, "Обзвон");
  await next(page, TWICE[0]);
  await page.locator(".held-also").getByText(TWICE[1]).waitFor();
  await pictures(page, "held-twice");
  await page.keyboard.press("w");
  await page.getByRole("button", { name: `Вернуться: ${HALF}` }).waitFor();
  await write(page, "Суть", "Оба сына в одной роте, паёк на двоих.");
  await pictures(page, "write-down");
  await sealCall(page);
  await pictures(page, "answered");
  await press(page, "Перезвон отмечен");
  await page.getByText("Ждут 2 звонка: сейчас 0, позже 2").waitFor();
});

test("in a surge the coordinator's switch shortens her calls, and what was not asked is a task", async () => {
  const nina = ninas.page();
  await write(nina, "Почему", "телефоны не умолкают с утра");
  await press(nina, "Включить режим наплыва");
  const page = veras.page();
  await page.locator(".notice").getByText("телефоны не умолкают с утра").waitFor();
  await press(page, "Звонок");
  await press(page, `Вернуться: ${HALF}`);
  expect(await page.locator("#call-birth, #call-unit").count()).toBe(0);
  await pictures(page, "surge");
  await sealCall(page);
  await press(page, "Открыть");
  await page.getByText("Спросить потом: родился").first().waitFor();
  expect(await seriousIn(page)).toEqual([]);
});

test("a case that ended well is told to whoever had a part in it, and the shift is handed over", async () => {
  const page = veras.page();
  await pick(page, "Итог", "решено");
  await write(page, "Чем подтверждается итог", "нашёлся, позвонил сам");
  await page.keyboard.press("Enter");
  await page.locator(".sealed-line").getByText("Записано").waitFor();
  await pick(page, "Этап", "закрыто");
  await page.locator(".pick-value").getByText("закрыто").waitFor();
  await press(page, "Смена");
  await page.getByText("Решилось хорошо — 1 дело").waitFor();
  await pictures(page, "shift-report");
  await write(page, "Необычное за смену", "Паёк на двоих: так говорят уже двое.");
  await press(page, "Сдать смену");
  await page.locator(".hand-over").getByText("Ждёт, пока примет").waitFor();
  expect(await seriousIn(page)).toEqual([]);
  const told = ninas.page().locator(".hand-over");
  await told.getByText("Паёк на двоих").waitFor();
  await told.getByText("срочных открыто 1").waitFor();
});

/** In a list that opens: down until it is there. */
async function pick(page: Page, name: string, value: string): Promise<void> {
  await reach(page, name, ".pick-button");
  await page.keyboard.press("Enter");
  await page.locator(".pick-list [role=option]:focus").waitFor();
  for (let steps = 0; steps < 12 && !(await isAt(page, value)); steps += 1)
    await page.keyboard.press("ArrowDown");
  expect(await isAt(page, value)).toBe(true);
  await page.keyboard.press("Enter");
  await page.locator(".pick-list").waitFor({ state: "detached" });
}

async function next(page: Page, name: string): Promise<void> {
  await page.locator(".queue-take").waitFor(); // a key pressed on the way to the screen is none of its keys
  await page.keyboard.press("n");
  await page.locator(".held").getByText(name).first().waitFor();
}

async function takeCall(page: Page, name: string, phone: string, how: "F8" | "urgent"): Promise<void> {
  await press(page, "Звонок");
  await page.getByLabel("Военнослужащий", { exact: true }).first().waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("1");
  await write(page, "Куда перезвонить", phone);
  await write(page, "Военнослужащий", name);
  if (how === "F8") await page.keyboard.press("F8");
  else {
    await page.keyboard.press("F4");
    await page.keyboard.press("ArrowLeft");
  }

  await sealCall(page);
}

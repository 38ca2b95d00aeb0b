/**
 * Two newspapers print the same words of two women, and an authority denies them. A volunteer enters it at the built desk with the keyboard alone: a
 * sentence of a pasted text becomes a claim, the desk holds the two for perhaps one source until she decides, and the incident shows
 * at once how many they are at least and at most, how it is graded and why, and the denial beside what it denies.
 */
import type { Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";

import { foundIn, openHouse, openLaptop, type House, type Laptop } from "./chromium-stage.ts";
import { isAt, press, reach, seriousIn, write } from "./keyboard.ts";

// Invented, like everybody private here.
const printed =
  "Их привезли ночью и сразу увели в лес, рассказала родственница. Ни карт, ни связи, ни командиров с ними не было, через сутки назад вернулась половина. Власти области пока молчат.";
const sentence = "Ни карт, ни связи";
let house: House;
let ninas: Laptop;

beforeAll(async () => {
  house = await openHouse();
  ninas = await openLaptop(house, "nina");
  await foundIn(ninas, house);
});
afterAll(() => house?.close());

test("a sentence of a press text becomes a claim, and the file is opened by its name", async () => {
  const page = ninas.page();
  await press(page, "Утверждения");
  await write(page, "Название новой папки", "Ноябрь");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Ноябрь" }).waitFor();
  await page.keyboard.press("n");
  await fromPaper(page, { outlet: "Курская хроника", who: "жена солдата" });
  await write(page, "Как назвать событие", "Остались без командиров");
  await page.keyboard.press("Control+Enter");
  await page.locator(".enter-form .sealed-line").getByText("Утверждение записано").waitFor();
  await page.locator(".sentences [data-taken]").getByText(sentence).waitFor();
  expect(await seriousIn(page)).toEqual([]);
});

test("the same words in another paper are perhaps one source: one at least, two at most", async () => {
  const page = ninas.page();
  await press(page, "Утверждения");
  await page.getByRole("heading", { name: "Ноябрь" }).waitFor();
  await page.keyboard.press("n");
  await fromPaper(page, { outlet: "Вечерний листок", who: "сестра другого солдата" });
  await choose(page, "Событие", "Остались без командиров");
  await page.keyboard.press("Control+Enter");
  await page.locator(".enter-form .sealed-line").getByText("Утверждение записано").waitFor();
  await press(page, "Показать событие");
  await expect.poll(() => page.locator(".incident-number").textContent()).toBe("1–2");
  await page.locator(".incident-facts").getByText("один источник").waitFor();
  await page.getByText("Те же слова, может быть, один источник").first().waitFor();
  expect(await seriousIn(page)).toEqual([]);
});

test("a person says that they are two, with her reason, and the incident is corroborated", async () => {
  const page = ninas.page();
  await press(page, "Утверждения");
  await press(page, "Один источник?");
  await page.locator(".origin-pair").first().waitFor();
  expect(await seriousIn(page)).toEqual([]);
  await write(page, "Причина", "говорили с обеими");
  await press(page, "Разные источники");
  await page.getByText("Ни одна пара не ждёт решения.").waitFor();
  await page.locator(".same-decided").getByText("говорили с обеими").waitFor();
  await openIncident(page);
  await expect.poll(() => page.locator(".incident-number").textContent()).toBe("2");
  await page.locator(".incident-facts").getByText("подкреплено").waitFor();
  await page.getByText("Не меньше двух независимых источников").waitFor();
});

test("an authority's denial stands beside what it denies, and what two say stays corroborated", async () => {
  const page = ninas.page();
  await press(page, "Добавить утверждение");
  await sayFrom(page, "ответ ведомства");
  await write(page, "Ведомство или должностное лицо", "Штаб округа");
  await write(page, "Кто сам это видел, сделал или решил", "Штаб округа");
  await write(page, "Утверждение: одно", "Провокация, ничего подобного не было");
  await choose(page, "Опровергает", "Ни карт");
  await page.keyboard.press("Control+Enter");
  await page.locator(".enter-form .sealed-line").getByText("Утверждение записано").waitFor();
  await press(page, "Показать событие");
  const denied = page.locator(".claim").filter({ hasText: sentence }).first();
  await denied.getByText("Провокация, ничего подобного не было").waitFor();
  await page.locator(".incident-facts").getByText("подкреплено").waitFor();
  await expect.poll(() => page.locator(".incident-number").textContent()).toBe("2");
  await page.getByText("Есть возражение (общее отрицание), но оценку оно не меняет").first().waitFor();
  expect(await seriousIn(page)).toEqual([]);
});

async function fromPaper(
  page: Page,
  { outlet, who }: { readonly outlet: string; readonly who: string },
): Promise<void> {
  await sayFrom(page, "пресса");
  await write(page, "Издание", outlet);
  await write(page, "Текст целиком", printed);
  await press(page, sentence);
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("enter-text");
  await write(page, "Кто сам это видел, сделал или решил", who);
}

async function openIncident(page: Page): Promise<void> {
  await press(page, "Утверждения");
  await page.getByRole("heading", { name: "Ноябрь" }).waitFor();
  await reach(page, "События");
  await page.keyboard.press("Enter");
  await page.locator(".incident-number").waitFor();
}

/** Tab leads to the kind that is chosen, the arrows to the others. */
async function sayFrom(page: Page, kind: string): Promise<void> {
  await reach(page, ["рассказали нам", "пост", "пресса", "ответ ведомства"]);
  for (let step = 0; step < 4 && !(await isAt(page, kind)); step += 1)
    await page.keyboard.press("ArrowRight");
  expect(await isAt(page, kind)).toBe(true);
}

/** In a list of the browser's own: the next until it is the one. */
async function choose(page: Page, name: string, option: string): Promise<void> {
  await reach(page, name);
  const chosen = (): Promise<string> =>
    page.evaluate(() => {
      const list = document.activeElement;
      return list instanceof HTMLSelectElement ? (list.selectedOptions[0]?.textContent ?? "") : "";
    });
  for (let steps = 0; steps < 20 && !(await chosen()).startsWith(option); steps += 1)
    await page.keyboard.press("ArrowDown");
  expect(await chosen()).toContain(option);
}

/** Two brothers in Chromium: shown as a brother, set apart with one key, remembered by a pass. The story itself: two-brothers.test.ts. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { openHouse, sealCall, takeCall, twoDevices, type House, type Laptop } from "./chromium-stage.ts";
import { tabTo } from "./keyboard.ts";

let house: House;
let ninas: Laptop;
let bureau: Laptop;

beforeAll(async () => {
  house = await openHouse();
  [ninas, bureau] = await twoDevices(house);
});
afterAll(() => house?.close());

const said = (given: string, birth: string) =>
  [
    ["Куда перезвонить", "8 998 765-43-24"],
    ["Кто звонит", "Пелагея Львовна"],
    ["кем приходится", "мать"],
    ["Военнослужащий", `Черноризов ${given} Ефимович`],
    ["Родился", birth],
    ["Родом", "Орловская область"],
  ] as const;

describe("two brothers, in Chromium", () => {
  test("the mother calls about the second: he is shown as a brother, and n sets him apart", async () => {
    const page = ninas.page();
    await takeCall(page, said("Тихон", "1996"));
    await sealCall(page);
    await takeCall(page, said("Демьян", "2001"));
    await page.locator(".match-why").getByText("Похоже, брат").waitFor();
    await page.keyboard.press("F2");
    await page.keyboard.press("n");
    await expect.poll(() => page.locator(".match").count()).toBe(0);
    // More is said of him, and he does not come back.
    await page.keyboard.press("Escape");
    await tabTo(page, "Часть");
    await page.keyboard.type("в/ч 98986");
    await sealCall(page);
  });

  test("at the second device both are there, each on his own, and a pass proposes nothing", async () => {
    const there = bureau.page();
    await there.getByRole("link", { name: "Картотека" }).click();
    await there.keyboard.press("/");
    await there.keyboard.type("черноризов");
    await expect.poll(() => there.locator(".roster-rows .name").count()).toBe(2);
    await there.getByRole("link", { name: "Сверка" }).click();
    await there.getByRole("button", { name: "Сверить картотеку" }).click();
    await there.getByText("Сверено: 2 дела").waitFor();
    await there.getByText("Сверять нечего").waitFor();
  });
});

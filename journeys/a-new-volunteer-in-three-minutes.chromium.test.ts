/**
 * A coordinator has a new volunteer on the telephone. Two browsers, two people: a link, six digits read aloud both ways, and the
 * volunteer takes her first call. Hands are given the time that hands take.
 */
import { afterAll, beforeAll, expect, test } from "vitest";

import {
  PASSPHRASE,
  foundIn,
  openHouse,
  openLaptop,
  takeCall,
  type House,
  type Laptop,
} from "./chromium-stage.ts";

let house: House;
let ninas: Laptop;
let veras: Laptop;
beforeAll(async () => {
  house = await openHouse();
  ninas = await openLaptop(house, "nina");
  veras = await openLaptop(house, "vera");
});
afterAll(() => house?.close());

const MINUTES = 3;
/** A person reads six digits out, and another types them: seconds, for each side. */
const READING = 8_000;

test("a new volunteer comes to the line in less than three minutes", { timeout: 300_000 }, async () => {
  await foundIn(ninas, house);
  const there = ninas.page();
  const began = performance.now();

  await there.getByRole("link", { name: "Люди и устройства" }).click();
  await there.getByRole("button", { name: "Создать ссылку для человека" }).click();
  const link = await there.locator("output.link-shown").innerText();
  expect(link).toContain("#welcome=");

  const here = veras.page();
  await here.goto(link);
  await here.getByLabel("Как вас называть").pressSequentially("Вера", { delay: 120 });
  await here.getByLabel("Название устройства").pressSequentially("ноутбук дома", { delay: 120 });
  for (const field of ["Парольная фраза этого устройства", "Ещё раз"])
    await here.getByLabel(field).pressSequentially(PASSPHRASE, { delay: 120 });
  await here.keyboard.press("Enter");
  const digitsOf = async (page: typeof here) =>
    (await page.locator(".digits").innerText({ timeout: 60_000 })).replace(/\D/g, "");
  const [shownThere, shownHere] = [await digitsOf(there), await digitsOf(here)];
  await here.waitForTimeout(READING);
  for (const [page, digits] of [
    [there, shownHere],
    [here, shownThere],
  ] as const) {
    await page.getByLabel("Шесть цифр с другого устройства").pressSequentially(digits, { delay: 120 });
    await page.keyboard.press("Enter");
  }
  await here.getByRole("button", { name: /Запечатать/ }).waitFor({ timeout: 60_000 });
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`from the coordinator's first click to the volunteer's desk: ${seconds} s`);
  expect(seconds).toBeLessThan(MINUTES * 60);

  // She is on the list with her name, her device and her duty, and her first call comes to the coordinator.
  await there.getByText("Человек на линии.").waitFor();
  await there.getByText("ноутбук дома", { exact: true }).waitFor({ timeout: 60_000 });
  await takeCall(here, [["Военнослужащий", "Новичков Архип"]]);
  await here.keyboard.press("Control+Enter");
  await there.getByRole("link", { name: "Картотека" }).click();
  await there.getByText("Новичков Архип").first().waitFor({ timeout: 60_000 });

  // The link has done its work and stands nowhere in the address.
  expect(here.url()).not.toContain("welcome");
  await here.reload();
  await here.getByLabel("Парольная фраза").waitFor();
});

test(
  "she presses F7 three times, in three tabs without a network, and nothing is left",
  { timeout: 200_000 },
  async () => {
    const first = veras.page();
    await first.getByLabel("Парольная фраза").fill(PASSPHRASE);
    await first.keyboard.press("Enter");
    await first.getByRole("button", { name: /Запечатать/ }).waitFor({ timeout: 60_000 });
    const context = veras.context();
    const others = [await context.newPage(), await context.newPage()];
    for (const page of others) {
      await page.goto(`${house.origin}/`);
      await page.getByLabel("Парольная фраза").waitFor();
    }
    await context.setOffline(true);
    await first.bringToFront();
    for (const time of [1, 2, 3]) await first.keyboard.press("F7", { delay: time });
    for (const page of [first, ...others]) {
      await page.locator(".nothing").waitFor();
      expect(await page.locator("body").innerText()).toBe("");
      expect(await page.title()).toBe("");
    }
    const left = await first.evaluate(async () => {
      const found: string[] = [...Object.keys(localStorage), ...(await caches.keys())];
      for (const { name = "" } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.addEventListener("success", () => resolve(opening.result));
          opening.addEventListener("error", () => reject(new Error("not opened")));
        });
        for (const store of database.objectStoreNames) {
          const count = await new Promise<number>((resolve) => {
            const counting = database.transaction(store).objectStore(store).count();
            counting.addEventListener("success", () => resolve(counting.result));
          });
          if (count > 0) found.push(`${name}/${store}: ${count}`);
        }
        database.close();
      }
      return found;
    });
    expect(left).toEqual([]);

    // The line is back: the coordinator's list says by itself that the device is lost.
    await context.setOffline(false);
    const there = ninas.page();
    await there.getByRole("link", { name: "Люди и устройства" }).click();
    await there.getByText("потеряно", { exact: true }).waitFor({ timeout: 60_000 });
  },
);

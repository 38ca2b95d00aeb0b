/**
 * At night, on an old telephone: a mother writes, seals, writes the code down. In the morning the desk is unlocked: her letter lies
 * beside the call that it is like, is taken there and answered, with the keyboard alone; she reads the answer and adds a photograph.
 * Between her browser and the server nothing can be read, whoever listens.
 */
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";

import { hitsIn } from "./canaries.ts";
import {
  PASSPHRASE,
  foundIn,
  openHouse,
  openLaptop,
  sealCall,
  takeCall,
  type House,
  type Laptop,
} from "./chromium-stage.ts";
import { openEar } from "./ear.ts";
import { canaries, openBrowser, story, takeReceipt, telephone, writtenAt } from "./form-stage.ts";
import { tabTo } from "./keyboard.ts";

let house: House;
let ear: Awaited<ReturnType<typeof openEar>>;
let laptop: Laptop;
let browser: Browser;
beforeAll(async () => {
  house = await openHouse();
  ear = await openEar(house);
  laptop = await openLaptop(house, "kitchen");
  browser = await openBrowser();
  await foundIn(laptop, house);
});
afterAll(async () => {
  await browser.close();
  ear.close();
  await house?.close();
});

const answer = "Мария, мы написали в прокуратуру. Ответ должен прийти до 22 декабря.";

test("a form comes at night", { timeout: 120_000 }, async () => {
  const desk = laptop.page();
  // An aunt has called about him in the afternoon; the desk is locked for the night.
  await takeCall(desk, [
    ["кем приходится", "тётя"],
    ["Военнослужащий", "Ветлугин Савва Тихонович"],
    ["Родом", "Солнцегорск"],
  ]);
  await sealCall(desk);
  await goTo(desk, "Письма");
  await desk.getByText("Семьи могут писать").waitFor();
  await goTo(desk, "Люди и устройства");
  const fingerprint = (await desk.locator(".fingerprint").innerText()).replace(/\s/g, "");
  await lock(desk);

  // At night his mother writes, on an old telephone.
  const { page, context } = await telephone(browser);
  const slow = await context.newCDPSession(page);
  await slow.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  await writtenAt(page, `${ear.origin}/write#${fingerprint}`);
  await page.locator("#send").click();
  const code = await takeReceipt(page);
  await expect.poll(() => page.locator("#receipt-state").textContent()).toContain("записан верно");
  await expect.poll(() => page.locator("#proof").textContent()).toContain("Ed25519");

  // In the morning it lies in the inbox, beside the case it is like, and is taken into it.
  await unlock(desk);
  await goTo(desk, "Письма");
  await desk.locator(".drop-story").getByText(story).waitFor();
  const beside = desk.locator(".drop-beside .match");
  await beside.getByText("Ветлугин Савва Тихонович").waitFor();
  expect(await beside.count()).toBe(1);
  await expect.poll(() => desk.locator(".drop-facts").innerText()).toContain("+79990001122");
  await expect
    .poll(() => desk.locator(".drop header").innerText())
    .toContain(code.replace(" ", "").slice(0, 5));
  await desk.keyboard.press("1");
  await desk.getByText("Взято в дело").waitFor();
  await desk.locator(".inbox > .sealed-line a").press("Enter");

  // The desk answers; she reads it with small letters and no spaces, and lets it be known.
  await desk.getByRole("heading", { name: "Переписка с семьёй" }).waitFor();
  await tabTo(desk, "Ответить семье");
  await desk.keyboard.type(answer);
  await desk.keyboard.press("Tab");
  await desk.keyboard.press("Space");
  await tabTo(desk, "Запечатать и отправить");
  await desk.keyboard.press("Enter");
  await desk.locator(".exchange").getByText("лежит в ящике семьи").waitFor();
  await lock(desk);
  await page.locator("#close").click();
  await page.goto(`${ear.origin}/reply#${fingerprint}`);
  await page.locator("#typed-code").fill(code.toLowerCase().replaceAll(" ", ""));
  await page.locator("#tell").check();
  await page.locator("#open-mail").click();
  await page.locator("#letters").getByText(answer).waitFor({ timeout: 60_000 });

  // She adds a photograph that is too large for a letter, and one that is not.
  const photo = Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff]),
    Buffer.from("canary-photo"),
    Buffer.alloc(1_600_000, 7),
  ]);
  await page.locator("#story").fill("Пришло фото повестки.");
  await page.locator("#files").setInputFiles([
    { name: "povestka.jpg", mimeType: "image/jpeg", buffer: photo },
    { name: "small.jpg", mimeType: "image/jpeg", buffer: photo.subarray(0, 2_000) },
  ]);
  await page.locator("#send").click();
  await page.locator("#added").waitFor({ timeout: 60_000 });

  // It goes to the same case by itself, which tells that she has read the answer.
  await unlock(desk);
  const exchange = desk.locator(".exchange");
  await exchange.getByText("Семья добавила").waitFor();
  await exchange.getByText("Пришло фото повестки.").waitFor();
  await exchange.getByText("семья прочла").waitFor();
  await expect
    .poll(async () => (await desk.locator(".file-name").allInnerTexts()).toSorted())
    .toEqual(["povestka.jpg", "small.jpg"]);

  // Neither her browser nor the desk's said anything that could be read on the way.
  const heard = ear.heard();
  const said = Buffer.concat(heard.map(([, bytes]) => bytes));
  expect(said.length).toBeGreaterThan(1_600_000);
  for (const line of ["PUT /api/", "PATCH /api/", "GET /reply"]) expect(said.includes(line), line).toBe(true);
  expect(hitsIn(heard, canaries)).toEqual([]);
  expect(house.crossed.length).toBeGreaterThan(10);
  expect(hitsIn(house.crossed, canaries)).toEqual([]);
});

/** With the keyboard alone. */
async function goTo(desk: Page, place: string): Promise<void> {
  await desk.keyboard.press("Escape"); // no field has focus
  await tabTo(desk, place);
  await desk.keyboard.press("Enter");
}

async function lock(desk: Page): Promise<void> {
  await desk.getByRole("button", { name: "Закрыть", exact: true }).first().click();
  await desk.getByLabel("Парольная фраза").waitFor();
}

async function unlock(desk: Page): Promise<void> {
  await desk.getByLabel("Парольная фраза").fill(PASSPHRASE);
  await desk.keyboard.press("Enter");
  await desk.locator(".places a", { hasText: "Письма" }).waitFor();
}

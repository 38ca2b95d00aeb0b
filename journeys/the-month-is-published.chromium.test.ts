/**
 * A month is made public by two people in two browsers. A name in an entry stops the draft and is worded again; a family takes its entry
 * out while the release waits, and the second person's desk sees it; drafted anew, signed twice, it is public. Whoever opens it
 * reads it without a script and without a cookie, no byte of it names a private person, and a reply comes to the desk that asked.
 */
import { webcrypto } from "node:crypto";

import {
  addDays,
  dayOf,
  emptyDraft,
  eventsOfLedger,
  momentOf,
  readLedger,
  type ClaimId,
  type Draft,
  type FolderId,
  type Grievance,
  type LedgerEvent,
  type NewId,
} from "@answerable/casework";
import { articleForPrint } from "@answerable/practice";
import {
  deviceSecretFromBytes,
  memoryStore,
  onlySeat,
  openOffice,
  type Office,
  type Status,
} from "@answerable/replica";
import axe from "axe-core";
import { unzipSync } from "fflate";
import { chromium, type Browser, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { PASSPHRASE, openHouse, openLaptop, type House, type Laptop } from "./chromium-stage.ts";

// Invented, like everybody private here.
const soldier = "Бельчугина Сергея";
const telephone = "+7 900 555 01 04";
const random = (bytes: number) => webcrypto.getRandomValues(new Uint8Array(bytes));
const newId: NewId = <T extends string>() => Buffer.from(random(16)).toString("base64url") as T; // 22 symbols
const file = newId<FolderId>();
let house: House;
let bureau: Office;
let ninas: Laptop;
let veras: Laptop;
let stranger: Browser;
let wound: number | undefined;

beforeAll(async () => {
  house = await openHouse();
  bureau = openOffice({
    store: memoryStore(),
    fetch: (request) => fetch(request),
    origin: house.origin,
    now: () => wound ?? Date.now(),
    offsetMinutes: () => 180,
    random,
    timers: {
      later(milliseconds, call) {
        const timer = setTimeout(call, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    deviceSecret: deviceSecretFromBytes(random(32)),
    seat: onlySeat(),
  });
  await founded();
  ninas = await openLaptop(house, "nina");
  veras = await openLaptop(house, "vera");
  await comes(ninas, "Нина", "coordinator");
  await comes(veras, "Вера", "reviewer");
  stranger = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
});
afterAll(async () => {
  await stranger?.close();
  await bureau?.lock();
  await house?.close();
});

/** A helpline with a month of calls, and the article in its ledger beside one entry that names a soldier. */
async function founded(): Promise<void> {
  const done = await bureau.found({
    helplineName: "Учебная линия",
    yourName: "Дежурная",
    deviceName: "бюро",
    passphrase: PASSPHRASE,
    practice: true,
    foundingSecret: house.foundingLink.split("=")[1] ?? "",
  });
  expect(done.ok).toBe(true);
  await until(({ phase }) => phase === "open");
  const today = dayOf(momentOf(Date.now()), 180);
  const said = ["A1", "A1", "C1", "D2", "F1"] as const;
  const regions = ["Курская область", "Курская область", "Липецк", "Воронежская область"];
  for (let at = 0; at < 60; at += 1) {
    const on = addDays(today, -9 - (at % 18));
    wound = Date.parse(`${on}T09:00:00Z`) + at * 60_000;
    await call(momentOf(wound), { region: regions[at % 4] ?? "", grievance: said[at % 5] ?? "A1", at });
  }
  wound = undefined;
  const read = readLedger(articleForPrint());
  if (!read.ok) throw new Error("the article is no ledger");
  const [claim] = read.value.claims.filter(({ id }) => id === "C002");
  if (!claim) throw new Error("the article has no C002");
  const entries: readonly LedgerEvent[] = [
    ...eventsOfLedger(read.value),
    {
      type: "ClaimEntered",
      claim: { ...claim, id: "C900" as ClaimId, printed: { ru: `Мать ищет ${soldier}: ${telephone}` } },
    },
  ];
  expect(await bureau.do({ type: "EnterInLedger", case: file, name: "Ноябрь", entries })).toMatchObject({
    ok: true,
  });
  await until(({ waiting }) => waiting === 0);
}

function until(holds: (status: Status) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const unwatch = bureau.watchStatus((status) => {
      if (!holds(status)) return;
      queueMicrotask(() => unwatch()); // the listener may be called before `unwatch` is assigned
      resolve();
    });
  });
}

async function call(
  began: Draft["began"],
  { region, grievance, at }: { readonly region: string; readonly grievance: Grievance; readonly at: number },
): Promise<void> {
  const draft: Draft = {
    ...emptyDraft(newId(), began),
    ended: began,
    kind: "aboutSoldier",
    safeToSpeak: "yes",
    consent: ["help", "statistics"],
    callerName: "Антонина",
    soldierName: `Бельчугин Сергей ${at}`,
    region,
    grievances: [grievance],
  };
  expect(await bureau.do({ type: "RecordCall", draft, case: newId() })).toMatchObject({ ok: true });
}

/** In a practice helpline nobody types the digits. */
async function comes(laptop: Laptop, name: string, role: "coordinator" | "reviewer"): Promise<void> {
  const invited = await bureau.invite({ deviceName: "", newcomer: { roles: [role] } });
  if (!invited.ok) throw new Error(invited.refusal.type);
  const page = laptop.page();
  await page.goto(invited.value.link);
  await page.getByLabel("Как вас называть").fill(name);
  await page.getByLabel("Название устройства").fill("ноутбук");
  for (const field of ["Парольная фраза этого устройства", "Ещё раз"])
    await page.getByLabel(field).fill(PASSPHRASE);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /Запечатать/ }).waitFor({ timeout: 60_000 });
  await bureau.cancelMeeting();
}

const publishPlace = (page: Page) => page.getByRole("link", { name: "Публикация" }).click();
const heading = (page: Page, name: RegExp | string) =>
  page.getByRole("heading", { name, exact: true }).waitFor({ timeout: 30_000 });

async function proposes(page: Page, number: number): Promise<void> {
  await heading(page, `Подпись под выпуском ${number}`);
  await page.keyboard.press("Control+Enter");
  await heading(page, new RegExp(`Выпуск ${number} ждёт второй подписи`));
}

describe("the month is published", () => {
  test("a name and a telephone in an entry stop the draft, are shown, and are worded again", async () => {
    const page = ninas.page();
    await publishPlace(page);
    await heading(page, "Выпуск 1");
    await page.keyboard.press("p");
    const telling = page.locator(".telling li");
    await telling.first().waitFor({ timeout: 30_000 });
    await expect
      .poll(() => telling.allInnerTexts())
      .toEqual([expect.stringContaining(soldier), expect.stringContaining(telephone)]);
    await telling.first().getByRole("button", { name: "Поправить" }).click();
    await page.getByLabel("Русский").fill("Мать ищет сына, мобилизованного осенью.");
    await page.getByRole("button", { name: "Записать эти слова для печати" }).click();
    await page.getByText("составьте выпуск снова").waitFor();
    await page.keyboard.press("p");
    await proposes(page, 1);
  });

  test("the same person does not sign twice", async () => {
    const page = ninas.page();
    await page.getByRole("button", { name: "Проверить и посмотреть" }).click();
    await heading(page, "Подпись под выпуском 1");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Подписать должен другой человек: вы этот выпуск составили.").waitFor();
  });

  test("a family takes its entry out while the release waits: the second person's desk sees it and does not sign", async () => {
    const wish = { claims: ["C900" as ClaimId], wish: "out", reason: "просьба матери" } as const;
    expect(await bureau.do({ type: "SetPrintWish", case: file, ...wish })).toMatchObject({ ok: true });
    await expect.poll(() => bureau.status().waiting, { timeout: 30_000 }).toBe(0);
    const page = veras.page();
    await publishPlace(page);
    await heading(page, /Выпуск 1 ждёт второй подписи. Составила и подписала: Нина/);
    await expect
      .poll(
        async () => {
          await page.getByRole("button", { name: "Проверить и посмотреть" }).click();
          await heading(page, "Подпись под выпуском 1");
          return page.locator(".stopped").allInnerTexts();
        },
        { timeout: 30_000, interval: 2_000 },
      )
      .toEqual([expect.stringContaining("C900")]);
    expect(await page.locator(".signing [data-look=seal]").isDisabled()).toBe(true);
    await page.getByText("Вернуть без подписи").first().click();
    await page.getByLabel("Почему").fill("семья просит изъять C900");
    await page.getByRole("button", { name: "Вернуть без подписи" }).click();
    await heading(page, "Выпуск 1");
  });

  test("drafted anew it is examined on the second desk, signed, and handed to the server", async () => {
    const nina = ninas.page();
    await heading(nina, "Выпуск 1");
    await nina.keyboard.press("p");
    await proposes(nina, 1);
    const page = veras.page();
    await heading(page, /Выпуск 1 ждёт второй подписи/);
    await page.getByRole("button", { name: "Проверить и посмотреть" }).click();
    await heading(page, "Подпись под выпуском 1");
    expect(await page.locator(".stopped").count()).toBe(0);
    // The page itself, as it will be public, in the frame without an origin; a link in it leads on.
    const frame = page.frameLocator(".preview-frame");
    await frame.getByRole("heading", { level: 1 }).waitFor();
    await frame.getByRole("link", { name: "Хроника", exact: true }).click();
    await frame.getByRole("heading", { level: 1, name: "Хроника" }).waitFor();
    await page.getByRole("button", { name: "Подписать" }).click();
    await page.getByRole("button", { name: "Опубликовать" }).click();
    await page.getByText("опубликован", { exact: true }).waitFor({ timeout: 30_000 });
  });

  test("is read by a stranger: no script, no cookie, nobody private in any byte, and axe finds nothing", async () => {
    const context = await stranger.newContext({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
    });
    const page = await context.newPage();
    await expect
      .poll(async () => (await page.goto(`${house.origin}/record/ru/index.html`))?.status(), {
        timeout: 10_000,
      })
      .toBe(200);
    expect(await page.getByText("УЧЕБНАЯ").count()).toBeGreaterThan(0);
    expect(await page.locator("table.bars").count()).toBe(2);
    expect(await page.getByText("родные попросили убрать").count()).toBeGreaterThan(0);
    expect(await context.cookies()).toEqual([]);
    await context.close();
    const archive = await fetch(`${house.origin}/record/mirror.zip`);
    const files = unzipSync(new Uint8Array(await archive.arrayBuffer()));
    const all = Object.entries(files).map(
      ([path, bytes]) => [path, new TextDecoder().decode(bytes)] as const,
    );
    expect(all.length).toBeGreaterThan(50);
    for (const [path, text] of all)
      for (const canary of ["Бельчугин", "900 555", "9005550104", "Антонина", "C900"])
        expect([path, text.includes(canary)]).toEqual([path, false]);
    expect(await faultsOn(Object.keys(files).filter(isPageKind))).toEqual([]);
  });

  test("a reply is left under a dossier, and stands in the inbox with what it answers", async () => {
    const page = await stranger.newPage({ locale: "ru-RU" });
    await page.goto(`${house.origin}/record/ru/dossiers/i06.html`);
    await page
      .getByRole("link", { name: /Оставить ответ/ })
      .last()
      .click();
    await page.getByRole("heading", { name: "Оставить ответ" }).waitFor();
    await page.locator("#story").fill("Я был там и видел другое.");
    await page.locator("#send").click();
    await page.locator("#receipt").waitFor({ state: "visible", timeout: 60_000 });
    await page.close();
    const desk = veras.page();
    await desk.getByRole("link", { name: "Письма" }).first().click();
    await desk.getByText("ответ на запись I06").first().waitFor({ timeout: 60_000 });
  });
});

/** One of each kind, in Russian. */
function isPageKind(path: string): boolean {
  return /^(?:index|ru\/[a-z]+|ru\/dossiers\/i06)\.html$/u.test(path);
}

async function faultsOn(paths: readonly string[]): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    const context = await stranger.newContext({ colorScheme, bypassCSP: true });
    const page = await context.newPage();
    for (const path of paths) {
      await page.goto(`${house.origin}/record/${path}`);
      await page.evaluate(axe.source);
      const found = await page.evaluate(async () => {
        const { violations } = await (
          globalThis as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          }
        ).axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      faults.push(...found.map((fault) => `${path} ${colorScheme} ${fault}`));
    }
    await context.close();
  }
  return faults;
}

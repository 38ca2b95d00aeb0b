/**
 * The same call in Chromium against the built desk, with the keyboard: two browsers with profiles on the disk, the built
 * server as its own process, its own PostgreSQL. The story itself: a-mother-calls.test.ts.
 */
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { hitsIn } from "./canaries.ts";
import {
  PASSPHRASE,
  beginCall,
  filesBelow,
  lockAndShut,
  openHouse,
  twoDevices,
  type House,
  type Laptop,
} from "./chromium-stage.ts";
import { dumpOf } from "./dump.ts";
import { tabTo } from "./keyboard.ts";

const kills = Number(process.env["ANSWERABLE_KILLS"] ?? 3);

let house: House;
let ninas: Laptop;
let bureau: Laptop;

beforeAll(async () => {
  house = await openHouse();
  [ninas, bureau] = await twoDevices(house);
});
afterAll(() => house?.close());

const surname = "Верещагин-Ольхов";
// Names that stand in no list of the program: what it ships lies in the browser's cache, and rightly.
const canaries = [
  surname,
  "Святополк",
  "Антонина Лебедь",
  "Zvonogradsky",
  "79987654321",
  "998 765-43-21",
  "98989",
  "сорокалетний автомат",
];

/** Where the browser keeps the program as the server sent it: how a key begins stands in it. */
const program = /\/(?:Code )?Cache\/|\/CacheStorage\/|\/ScriptCache\//u;

/** Words that a family said, and what opens anything, on the disk of a browser that is shut or dead. */
async function wordsOnDisk({ profile }: Laptop, words: readonly string[]): Promise<readonly string[]> {
  const files = await filesBelow(profile);
  expect(files.filter(([where]) => where.includes("IndexedDB")).length).toBeGreaterThan(2);
  const hits = [
    ...hitsIn(files, [...words, PASSPHRASE]),
    ...hitsIn(
      files.filter(([where]) => !program.test(where)),
      ["AGE-SECRET-KEY"],
    ),
  ];
  return hits.map(({ word, where }) => `${word} in ${where}`);
}

describe("a mother calls, in Chromium", () => {
  test("twelve fields and Ctrl+Enter: the call is sealed, and stands on the second device", async () => {
    const page = ninas.page();
    await beginCall(page);
    // In speaking order, with Tab and the keyboard alone: twelve fields.
    const said: readonly (readonly [field: string, text: string])[] = [
      ["Куда перезвонить", "8 998 765-43-21"],
      ["когда безопасно", "после семи"],
      ["помощь", " "], // consent: Space presses the button
      ["письма", " "],
      ["Кто звонит", "Антонина Лебедь"],
      ["кем приходится", "мать"],
      ["Военнослужащий", `${surname} Святополк Игоревич`],
      ["Родился", "08.03.01"],
      ["Родом", "Курская область"],
      ["Служба", "мобил"],
      ["Часть", "в/ч 98989"],
      ["Что случилось", "C1"],
    ];
    for (const [field, text] of said) {
      await tabTo(page, field);
      await page.keyboard.type(text);
    }
    await page.keyboard.press("Enter"); // takes the grievance and moves on to the summary
    await tabTo(page, "Суть");
    await page.keyboard.type(
      "Две недели подготовки, сорокалетний автомат. Zvonogradsky, so it stands in his passport. Везут вперёд.",
    );
    const pressed = Date.now();
    await page.keyboard.press("Control+Enter");

    const there = bureau.page();
    await there.getByRole("link", { name: "Картотека" }).click();
    await there.getByText(`${surname} Святополк Игоревич`).waitFor({ timeout: 10_000 });
    expect(Date.now() - pressed).toBeLessThan(10_000);
    await there.keyboard.press("/");
    await there.keyboard.type("верещ");
    await there.getByText(`${surname} Святополк Игоревич`).first().waitFor();

    // The case file, opened with the keyboard.
    await there.keyboard.press("ArrowDown");
    await there.keyboard.press("Enter");
    await there.getByText("Антонина Лебедь").first().waitFor();
    await there.getByText("сорокалетний автомат").first().waitFor();
    await there.getByText("08.03.01").first().waitFor();
  });

  test("a reload in mid-word brings the draft back", async () => {
    const page = ninas.page();
    await page.keyboard.press("1");
    await tabTo(page, "Военнослужащий");
    await page.keyboard.type("Полусказ");
    await page.waitForTimeout(1_100);
    await page.reload();
    await unlock(ninas);
    await expect.poll(() => typedName(ninas)).toBe("Полусказ");
  });

  test("a call taken with the cable out arrives later", async () => {
    const page = ninas.page();
    await ninas.context().setOffline(true);
    await tabTo(page, "Военнослужащий");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("Заречный Платон");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Нет связи").waitFor();
    const there = bureau.page();
    await there.getByRole("link", { name: "Картотека" }).click();
    await there.getByRole("searchbox").fill("");
    await there.waitForTimeout(1_500);
    expect(await there.getByText("Заречный Платон").count()).toBe(0);
    await ninas.context().setOffline(false);
    await there.getByText("Заречный Платон").waitFor({ timeout: 90_000 });
  });

  test(
    `a browser killed ${kills} times in mid-typing loses at most one second of it, and leaves no word and no key on the disk`,
    { timeout: 60_000 + kills * 20_000 },
    async () => {
      const KEY_EVERY = 40;
      for (let kill = 0; kill < kills; kill += 1) {
        const page = ninas.page();
        await page.getByRole("link", { name: "Звонок" }).click();
        const field = page.getByRole("textbox", { name: "Суть" });
        await field.fill("");
        await field.focus();
        const typed: { readonly text: string; readonly at: number }[] = [];
        const word = `убит${kill} `.repeat(40);
        // Milliseconds of typing: another moment of a second each time, and never before the first, of which nothing is promised.
        const stopAt = 1_050 + (kill % 10) * 173;
        const began = Date.now();
        while (Date.now() - began < stopAt) {
          await page.keyboard.type(word[typed.length] ?? "x");
          typed.push({ text: word.slice(0, typed.length + 1), at: Date.now() });
          await page.waitForTimeout(KEY_EVERY);
        }
        const killedAt = Date.now();
        await ninas.kill();
        // The keys were open and a word half typed: what lies on the disk now is what somebody finds who cuts the power.
        if (kill === kills - 1)
          expect(await wordsOnDisk(ninas, [...canaries, `убит${kill}`, "убит0"])).toEqual([]);
        await ninas.open();
        await unlock(ninas);
        const summary = ninas.page().getByRole("textbox", { name: "Суть" });
        await expect.poll(() => summary.inputValue()).not.toBe("");
        const kept = await summary.inputValue();
        const secondBefore = typed.filter(({ at }) => at <= killedAt - 1_000).at(-1)?.text ?? "";
        expect(word.startsWith(kept)).toBe(true);
        expect(kept.length).toBeGreaterThanOrEqual(secondBefore.length);
      }
    },
  );

  test("after a panic the disk has no key and no word of a family, and the other devices hear of it", async () => {
    const page = bureau.page();
    for (let press = 0; press < 3; press += 1) await page.keyboard.press("F7");
    await expect.poll(() => page.evaluate(() => document.body.innerText.trim())).toBe("");
    const left = () =>
      page.evaluate(async () => {
        const names = (await indexedDB.databases()).map(({ name }) => name ?? "");
        const counts = names.map(
          (name) =>
            new Promise<number>((done) => {
              const opening = indexedDB.open(name);
              opening.addEventListener("success", () => {
                const { result } = opening;
                const stores = [...result.objectStoreNames];
                if (stores.length === 0) return done(0);
                const reading = result.transaction(stores);
                const asked = stores.map((store) => reading.objectStore(store).count());
                reading.addEventListener("complete", () => {
                  result.close();
                  done(asked.reduce((sum, one) => sum + one.result, 0));
                });
              });
            }),
        );
        return (await Promise.all(counts)).reduce((sum, one) => sum + one, 0);
      });
    await expect.poll(left).toBe(0);
    await bureau.shut();
    expect(await wordsOnDisk(bureau, canaries)).toEqual([]);
    const there = ninas.page();
    await there.getByRole("link", { name: "Люди и устройства" }).click();
    await there.getByText("потеряно").first().waitFor({ timeout: 30_000 });
  });

  test("canary names stand in no body on the wire, no file of the database, no log, and no locked profile", async () => {
    // Locked first, as before leaving the chair; then the browsers shut and the server stopped, so that all lies in files.
    await lockAndShut(ninas);
    await house.stopServer();
    const files = await filesBelow(house.directory);
    expect(files.filter(([where]) => where.includes("/postgres/")).length).toBeGreaterThan(100);
    expect(files.some(([where, bytes]) => where.endsWith("server.log") && bytes.length > 500)).toBe(true);
    expect(files.filter(([where]) => where.includes("IndexedDB")).length).toBeGreaterThan(2);
    expect(house.crossed.length).toBeGreaterThan(50);
    const dump = await dumpOf(join(house.directory, "data", "postgres"));
    expect(dump.filter(([where]) => where.startsWith("app.sheet.")).length).toBeGreaterThan(10);
    expect(
      hitsIn([...house.crossed, ...files, ...dump], canaries).map(({ word, where }) => `${word} in ${where}`),
    ).toEqual([]);
    // The search itself works here: what may be read is found.
    expect(hitsIn(files, ["Линия на сцене"]).length).toBeGreaterThan(0);
  });
});

async function unlock(laptop: Laptop): Promise<void> {
  const page = laptop.page();
  await page.getByLabel("Парольная фраза").fill(PASSPHRASE);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /Запечатать/ }).waitFor({ timeout: 30_000 });
}

function typedName(laptop: Laptop): Promise<string> {
  return laptop.page().getByLabel("Военнослужащий").inputValue();
}

import type { CaseId } from "@answerable/casework";
/**
 * At night, on an old telephone: a mother writes, seals, writes the code down; the desk opens the letter, answers; she reads the
 * answer and adds a photograph. Between her browser and the server nothing can be read, whoever stands there.
 */
import { readReport, type Report } from "@answerable/casework/intake";
import type { CaseFileAnswer } from "@answerable/replica";
import { openFile } from "@answerable/seal";
import type { BlobId, Hash } from "@answerable/wire";
import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { hitsIn } from "./canaries.ts";
import {
  canaries,
  openBrowser,
  openNightHouse,
  openNightStage,
  takeReceipt,
  story,
  telephone,
  type NightStage,
  written,
  writtenAt,
} from "./form-stage.ts";
import { call, enrol, newId, seen } from "./stage.ts";

/** The one family that has written about it. */
const familyIn = (answer: CaseFileAnswer) => (answer.type === "Here" ? answer.case.families[0] : undefined);

let browser: Browser;
let stage: NightStage;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  stage = await openNightStage();
});
afterEach(() => stage.close());

test("a form comes at night", { timeout: 240_000 }, async () => {
  await stage.close();
  const house = await openNightHouse();
  const { coordinator, second } = house;
  await enrol(coordinator, second, "Инна Ручьёва");
  const desk = coordinator.office();
  const night = second.office();

  // An aunt has called about him in the afternoon.
  const known = newId<CaseId>();
  await desk.do({
    type: "RecordCall",
    case: known,
    draft: call({
      soldierName: "Ветлугин Савва Тихонович",
      region: "Солнцегорск",
      relation: "otherRelative",
    }),
  });

  // At night his mother writes, on an old telephone.
  const { page, context } = await telephone(browser);
  const slow = await context.newCDPSession(page);
  await slow.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  await writtenAt(page, house.link("write"));
  await page.locator("#send").click();
  const code = await takeReceipt(page);
  expect(await page.locator("#receipt-state").textContent()).toContain("записан верно");
  expect(await page.locator("#proof").textContent()).toContain("Ed25519");

  await night.do({ type: "RecordCall", case: newId<CaseId>(), draft: call({ kind: "support" }) });

  // It lies in the inbox of the device that is awake, beside the case it is like.
  const inbox = { type: "Inbox", list: "waiting", from: 0, count: 10 } as const;
  const { rows } = await seen(night, inbox, (answer) => answer.rows[0]?.match !== undefined);
  const [row] = rows;
  if (!row) throw new Error("one letter");
  expect(row).toMatchObject({
    name: "Ветлугин Савва Тихонович",
    relation: "mother",
    match: { case: known },
    isAddition: false,
  });
  const letter = await night.ask({ type: "Drop", drop: row.drop });
  if (letter.type !== "Open") throw new Error("the letter is open");
  expect(letter.report).toMatchObject({
    story,
    phone: "+79990001122",
    mayBeCalled: "yes",
    consent: ["help"],
  });
  expect(letter.locator).toBe(code.replace(" ", "").slice(0, 5));
  expect((await night.takeDrop({ drop: row.drop, into: known })).ok).toBe(true);
  const file = { type: "CaseFile", case: known } as const;
  const taken = await seen(desk, file, (answer) => familyIn(answer) !== undefined);
  if (taken.type !== "Here") throw new Error("the case is here");
  expect(taken.case.contacts.map((contact) => contact.channel)).toEqual(["phoneIn", "webForm"]);

  // The desk answers; she reads it with small letters and no spaces, and lets it be known.
  const mailbox = familyIn(taken)?.mailbox ?? "";
  const answer = "Мария, мы написали в прокуратуру. Ответ должен прийти до 22 декабря.";
  await desk.do({ type: "WriteReply", case: known, mailbox, text: answer, asks: true });
  await seen(desk, file, (answer) => familyIn(answer)?.posted === 1);
  await page.locator("#close").click();
  await page.goto(house.link("reply"));
  await page.locator("#typed-code").fill(code.toLowerCase().replaceAll(" ", ""));
  await page.locator("#tell").check();
  await page.locator("#open-mail").click();
  await page.locator("#letters article").waitFor({ timeout: 60_000 });
  expect(await page.locator("#letters").textContent()).toContain(answer);
  house.letAMinutePass();
  await desk.do({ type: "AddNote", case: known, text: "Ждём, прочтёт ли." });
  const told = await seen(desk, file, (answer) => answer.type === "Here" && answer.outside.reads.length > 0);
  expect(told).toMatchObject({ outside: { reads: [{ mailbox, number: 1 }] } });

  // She adds a photograph that is too large for a letter. It goes to the same case by itself.
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
  await desk.do({ type: "AddNote", case: known, text: "Прочла." });
  const both = await seen(desk, file, (answer) => (familyIn(answer)?.letters.length ?? 0) === 2);
  const added = familyIn(both)?.letters[1];
  expect(added?.byItself).toBe(true);
  const { files } = JSON.parse(added?.received ?? "{}") as Pick<Report, "files">; // as it was sent, but for its keys
  expect(files.map(({ name, kind, where }) => [name, kind, where.type])).toEqual([
    ["small.jpg", "image/jpeg", "Letter"],
    ["povestka.jpg", "image/jpeg", "Blob"],
  ]);
  if (both.type !== "Here") throw new Error("the case is here");
  expect(both.case.contacts.at(-1)).toMatchObject({ channel: "webForm", summary: "Пришло фото повестки." });
  expect(both.case.people).toHaveLength(2);

  // Neither her browser nor the desk's devices said anything that could be read on the way.
  expect(house.crossed.length).toBeGreaterThan(10);
  expect(hitsIn(house.crossed, canaries)).toEqual([]);
  expect(hitsIn(house.heard(), canaries)).toEqual([]);
  await context.close();
  await house.close();
});

test("a helpline of the hybrid suite is written to in the same way", { timeout: 120_000 }, async () => {
  await stage.close();
  stage = await openNightStage({ suite: "A2", practice: true });
  const { page, context } = await telephone(browser, { locale: "uk-UA" });
  await page.goto(`${stage.origin}/write`);
  await page.getByRole("heading", { name: "Написати нам" }).waitFor();
  expect(await page.locator("#practice").isVisible()).toBe(true);
  await page.locator("#story").fill("Не повертається з травня.");
  const photo = Buffer.alloc(1_600_000, "canary-photo");
  await page.locator("#files").setInputFiles({ name: "фото.jpg", mimeType: "image/jpeg", buffer: photo });
  await page.locator("#send").click();
  await takeReceipt(page);
  const [letter] = await stage.letters();
  expect(readReport(letter?.drop.report)).toMatchObject({
    language: "uk",
    story: "Не повертається з травня.",
  });

  // The photograph lies beside the letter, and opens by the key that the letter names.
  const [large] = readReport(letter?.drop.report)?.files ?? [];
  if (large?.where.type !== "Blob") throw new Error("it is too large for a letter");
  const { blob, plain, key } = large.where;
  const sealed = await stage.wire.blob(stage.secrets().desk, blob as BlobId);
  if (!sealed.body) throw new Error("a body");
  const facts = { size: large.size, plain: plain as Hash, key };
  const opened = openFile({ suite: "A2", sealed: sealed.body, facts });
  expect(Buffer.from(await new Response(opened).arrayBuffer()).equals(photo)).toBe(true);
  expect(hitsIn(stage.crossed, canaries)).toEqual([]);
  await context.close();
});

describe("a letter that cannot go", () => {
  test(
    "waits on the telephone as ciphertext, and goes when the line is back, also after the page was closed",
    { timeout: 180_000 },
    async () => {
      const { page, context } = await telephone(browser);
      await written(page, stage.origin);
      await page.locator("#line").waitFor({ state: "visible" });
      await context.setOffline(true);
      await page.locator("#send").click();
      await takeReceipt(page);
      expect(await page.locator("#proof-why").textContent()).toContain("ждёт связи");
      expect(await stage.letters()).toHaveLength(0);
      const kept = await page.evaluate(
        () =>
          new Promise<string>((resolve) => {
            const asking = indexedDB.open("letters");
            asking.onsuccess = () => {
              const all = asking.result.transaction("sealed").objectStore("sealed").getAll();
              all.onsuccess = () =>
                resolve(
                  all.result
                    .map((one) =>
                      Array.from(one.body as Uint8Array, (byte) => byte.toString(16).padStart(2, "0")).join(
                        "",
                      ),
                    )
                    .join(),
                );
            };
          }),
      );
      expect(kept.length).toBeGreaterThan(30_000);
      expect(hitsIn([["IndexedDB", Buffer.from(kept, "hex")]], canaries)).toEqual([]);
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
      await page.close();
      await context.setOffline(false);
      const again = await context.newPage();
      await again.goto(`${stage.origin}/write`);
      await expect.poll(async () => (await stage.letters()).length, { timeout: 20_000 }).toBe(1);
      await context.close();
    },
  );

  test(
    "is not lost when the server's disk is full, and there is one letter when the answer was lost",
    { timeout: 120_000 },
    async () => {
      const { page, context } = await telephone(browser);
      let refusals = 0;
      stage.answerWith(async (request, go) => {
        if (request.method !== "PUT") return go(request);
        refusals += 1;
        if (refusals === 1) return new Response(`{"type":"StoreUnavailable"}`, { status: 503 });
        const answer = await go(request);
        return refusals === 2 ? new Response(null, { status: 504 }) : answer;
      });
      await page.clock.install();
      await written(page, stage.origin);
      await page.locator("#send").click();
      await page.clock.runFor(3_000);
      await takeReceipt(page);
      for (let n = 0; n < 20; n += 1) {
        if (refusals >= 3) break;
        await page.clock.runFor(31_000);
        await new Promise((done) => setTimeout(done, 200));
      }
      expect(refusals).toBeGreaterThanOrEqual(3);
      expect(await stage.letters()).toHaveLength(1);
      await context.close();
    },
  );

  test(
    "with a large photograph while the server dies is not sent in half, and goes without the photograph when asked to",
    { timeout: 120_000 },
    async () => {
      const { page, context } = await telephone(browser);
      let pieces = 0;
      stage.answerWith(async (request, go) => {
        if (request.method === "PATCH") pieces += 1;
        return pieces > 1 ? new Response(`{"type":"StoreUnavailable"}`, { status: 503 }) : go(request);
      });
      await page.clock.install();
      await written(page, stage.origin);
      const photo = Buffer.alloc(3_000_000, "canary-photo");
      await page
        .locator("#files")
        .setInputFiles([{ name: "повестка.jpg", mimeType: "image/jpeg", buffer: photo }]);
      await page.locator("#send").click();
      for (let n = 0; n < 60 && !(await page.locator("#fault").isVisible()); n += 1) {
        await page.clock.runFor(10_000);
        await new Promise((done) => setTimeout(done, 100));
      }
      expect(await page.locator("#fault").textContent()).toContain("Файл не дошёл, письмо не отправлено");
      expect(await page.locator("#story").inputValue()).toBe(story);
      expect(stage.crossed.filter(([where]) => where.startsWith("PUT"))).toEqual([]);
      stage.answerWith(undefined);
      await page.locator("#without-files").click();
      await page.clock.runFor(3_000);
      await takeReceipt(page);
      const letters = await stage.letters();
      expect(letters.map(({ drop }) => readReport(drop.report)?.files)).toEqual([[]]);
      expect(hitsIn(stage.crossed, canaries)).toEqual([]);
      await context.close();
    },
  );

  test(
    "because the browser has no random numbers, or the clock is a year off, says so, and nothing is sent",
    { timeout: 120_000 },
    async () => {
      const { page, context } = await telephone(browser);
      await page.addInitScript(() => {
        crypto.getRandomValues = (array) => array;
      });
      await written(page, stage.origin);
      await page.locator("#send").click();
      await page.locator("#fault").waitFor({ state: "visible" });
      expect(await page.locator("#fault").textContent()).toContain("случайных чисел");
      await context.close();

      const late = await telephone(browser);
      await late.page.clock.setFixedTime(Date.now() + 365 * 86_400_000);
      await late.page.goto(`${stage.origin}/write`);
      await late.page.locator("#fault-early").waitFor({ state: "visible" });
      expect(await late.page.locator("#fault-early").textContent()).toContain("Часы этого устройства");
      expect(stage.crossed.filter(([where]) => where.startsWith("PUT"))).toEqual([]);
      await late.context.close();
    },
  );
});

/**
 * At night, on an old telephone: a mother writes, seals, writes the code down; the desk opens the letter, answers; she reads the
 * answer and adds a photograph. Between her browser and the server nothing can be read, whoever stands there.
 */
import { readReport } from "@answerable/casework/intake";
import { openFile, readReceipt, sealMail, publishIntake, foundHelpline, openKeep } from "@answerable/seal";
import { fromText, MAIL_PAGE_BYTES, toText } from "@answerable/wire";
import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { hitsIn } from "./canaries.ts";
import {
  openBrowser,
  openNightStage,
  takeReceipt,
  story,
  telephone,
  TELEPHONE,
  type NightStage,
  written,
} from "./form-stage.ts";

const canaries = [
  "Ветлугин",
  "Громыхайлова",
  "не выходит на связь",
  "79990001122",
  "Солнцегорск",
  "canary-photo",
  // What the desk answers.
  "написали в прокуратуру",
];

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

test("a form comes at night", { timeout: 180_000 }, async () => {
  const { page, context } = await telephone(browser);
  await written(page, stage.origin);
  await page.locator("#send").click();
  const code = await takeReceipt(page);
  const read = readReceipt(code);
  if (!read.ok) throw new Error("the receipt shows a code");
  expect(await page.locator("#receipt-state").textContent()).toContain("записан верно");
  expect(await page.locator("#proof").textContent()).toContain(
    (await stage.letters())[0]?.placed.drop.id ? "Ed25519" : "",
  );

  const [letter] = await stage.letters();
  if (!letter) throw new Error("one letter");
  const { report, family } = letter.drop;
  expect(readReport(report)).toMatchObject({
    kind: "report",
    story,
    soldierName: "Ветлугин Савва Тихонович",
    region: "Солнцегорск",
    relation: "mother",
    phone: "+79990001122",
    mayBeCalled: "yes",
    consent: ["help"],
  });

  // The desk answers.
  const { secrets, team, wire } = stage;
  const correspondence = {
    v: 1 as const,
    locator: family.locator,
    number: 1,
    letters: [
      {
        day: "2026-11-23",
        text: "Мария, мы написали в прокуратуру. Ответ должен прийти до 22 декабря.",
        asks: false,
      },
    ],
  };
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
  const pageOfMail = await sealMail({
    suite: "A1",
    recipient: family.recipient,
    reply: fromText(family.reply),
    correspondence,
    random,
  });
  expect(pageOfMail).toHaveLength(MAIL_PAGE_BYTES);
  await wire.putMail(secrets().desk, {
    v: 1,
    locator: family.locator,
    key: family.mailbox,
    number: 1,
    page: toText(pageOfMail),
  });

  // She reads it on another day, typing with small letters, and adds a photograph.
  await page.locator("#close").click();
  await page.goto(`${stage.origin}/reply`);
  await page.locator("#typed-code").fill(code.toLowerCase().replaceAll(" ", ""));
  await page.locator("#tell").check();
  await page.locator("#open-mail").click();
  await page.locator("#letters article").waitFor({ timeout: 60_000 });
  expect(await page.locator("#letters").textContent()).toContain("прокуратуру");
  expect((await wire.mailReads(secrets().desk)).reads).toHaveLength(1);

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
  const addition = (await stage.letters())[1];
  const added = addition && readReport(addition.drop.report);
  expect(added).toMatchObject({ kind: "addition", story: "Пришло фото повестки." });
  expect(addition?.drop.family.reply).toBe(family.reply);
  expect(addition?.drop.files[0]?.bytes).toEqual(Uint8Array.from(photo.subarray(0, 2_000)));
  const large = added?.files.find((file) => file.where.type === "Blob");
  if (large?.where.type !== "Blob") throw new Error("the large photograph goes beside the letter");
  const { blob, plain, key } = large.where;
  const sealed = await wire.blob(secrets().desk, blob as Parameters<typeof wire.blob>[1]);
  if (!sealed.body) throw new Error("a body");
  const opened = openFile({
    suite: "A1",
    sealed: sealed.body,
    facts: { size: large.size, plain: plain as never, key },
  });
  expect(Buffer.from(await new Response(opened).arrayBuffer()).equals(photo)).toBe(true);

  expect(team().desks.size).toBe(1);
  expect(stage.crossed.length).toBeGreaterThan(10);
  expect(hitsIn(stage.crossed, canaries)).toEqual([]);
  await context.close();
});

test("a helpline of the hybrid suite is written to in the same way", { timeout: 120_000 }, async () => {
  await stage.close();
  stage = await openNightStage({ suite: "A2", practice: true });
  const { page, context } = await telephone(browser, { locale: "uk-UA" });
  await page.goto(`${stage.origin}/write`);
  await page.getByRole("heading", { name: "Написати нам" }).waitFor();
  expect(await page.locator("#practice").isVisible()).toBe(true);
  await page.locator("#story").fill("Не повертається з травня.");
  await page.locator("#send").click();
  await takeReceipt(page);
  const [letter] = await stage.letters();
  expect(readReport(letter?.drop.report)).toMatchObject({
    language: "uk",
    story: "Не повертається з травня.",
  });
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

describe("an evil server", () => {
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
  async function refusedBy(change: (statements: readonly unknown[]) => unknown): Promise<string> {
    stage.answerWith(async (request, go) => {
      const answer = await go(request);
      if (!request.url.includes("/api/team")) return answer;
      const { statements } = (await answer.json()) as { readonly statements: readonly unknown[] };
      return Response.json({ statements: change(statements) });
    });
    const { page, context } = await telephone(browser);
    await written(page, stage.origin);
    await page.locator("#fault-early").waitFor({ state: "visible" });
    expect(await page.locator("#telephone").textContent()).toBe(TELEPHONE);
    await page.locator("#send").click();
    await page.locator("#fault").waitFor({ state: "visible" });
    const text = (await page.locator("#fault").textContent()) ?? "";
    expect(stage.crossed.filter(([where]) => /^(?:PUT|POST|PATCH)/.test(where))).toEqual([]);
    expect(hitsIn(stage.crossed, canaries)).toEqual([]);
    await context.close();
    return text;
  }

  test(
    "that changes the intake key, or leaves its signature out, gets nothing",
    { timeout: 120_000 },
    async () => {
      const other = toText(new Uint8Array(64));
      const text = await refusedBy((statements) =>
        statements.map((one) => {
          const statement = one as { readonly act: { readonly type: string } };
          return statement.act.type === "IntakeKeyPublished" ? { ...statement, signature: other } : statement;
        }),
      );
      expect(text).toContain("нельзя верить");
    },
  );

  test(
    "that shows another helpline's log, or leaves the key out, gets nothing",
    { timeout: 120_000 },
    async () => {
      const now = Date.now();
      const theirs = await foundHelpline({ name: "Чужие", practice: false, suite: "A1", now, random });
      const keep = await openKeep(theirs.keep);
      const published = await publishIntake({ keep, team: theirs.team, now, random, desk: theirs.secrets });
      const log = [...theirs.push.statements, ...published.push.statements];
      expect(await refusedBy(() => log)).toContain("нельзя верить");
      expect(await refusedBy((statements) => [...statements, ...published.push.statements])).toContain(
        "нельзя верить",
      );
      expect(await refusedBy((statements) => statements.slice(0, 2))).toContain("просрочен");
    },
  );

  test("that goes on serving a key which ran out gets nothing", { timeout: 120_000 }, async () => {
    await stage.close();
    let behind = 60 * 86_400_000;
    stage = await openNightStage({ now: () => Date.now() - behind });
    behind = 0;
    expect(await refusedBy((statements) => statements)).toContain("просрочен");
  });

  test("that forges an answer is not believed", { timeout: 120_000 }, async () => {
    const { page, context } = await telephone(browser);
    await written(page, stage.origin);
    await page.locator("#send").click();
    const code = await takeReceipt(page);
    const [letter] = await stage.letters();
    if (!letter) throw new Error("one letter");
    const { locator, recipient, mailbox } = letter.drop.family;
    const correspondence = {
      v: 1 as const,
      locator,
      number: 1,
      letters: [{ day: "2026-11-23", text: "Приходите одна.", asks: false }],
    };
    const forged = await sealMail({ suite: "A1", recipient, reply: random(32), correspondence, random });
    await stage.wire.putMail(stage.secrets().desk, {
      v: 1,
      locator,
      key: mailbox,
      number: 1,
      page: toText(forged),
    });
    await page.locator("#close").click();
    await page.goto(`${stage.origin}/reply`);
    await page.locator("#typed-code").fill(code);
    await page.locator("#open-mail").click();
    await page.locator("#fault").waitFor({ state: "visible", timeout: 60_000 });
    expect(await page.locator("#fault").textContent()).toContain("подделан");
    expect(await page.locator("#letters").textContent()).toBe("");
    await context.close();
  });
});

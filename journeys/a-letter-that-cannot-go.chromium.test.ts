/** A letter is never lost and never sent by half: no line, a full disk, a dead server, no random numbers, a clock that is off. */
import { readReport } from "@answerable/casework/intake";
import { openFile } from "@answerable/seal";
import type { BlobId, Hash } from "@answerable/wire";
import { describe, expect, test } from "vitest";

import { hitsIn } from "./canaries.ts";
import { canaries, everyNight, takeReceipt, story, written } from "./form-stage.ts";

const night = everyNight();

test("a helpline of the hybrid suite is written to in the same way", { timeout: 120_000 }, async () => {
  await night.begin({ suite: "A2", practice: true });
  const { page } = await night.telephone({ locale: "uk-UA" });
  await page.goto(`${night.stage().origin}/write`);
  await page.getByRole("heading", { name: "Написати нам" }).waitFor();
  await expect.poll(() => page.locator("#practice").isVisible()).toBe(true);
  await page.locator("#story").fill("Не повертається з травня.");
  const photo = Buffer.alloc(1_600_000, "canary-photo");
  await page.locator("#files").setInputFiles({ name: "фото.jpg", mimeType: "image/jpeg", buffer: photo });
  await page.locator("#send").click();
  await takeReceipt(page);
  const [letter] = await night.stage().letters();
  expect(readReport(letter?.drop.report)).toMatchObject({
    language: "uk",
    story: "Не повертається з травня.",
  });

  // The photograph lies beside the letter, and opens by the key that the letter names.
  const [large] = readReport(letter?.drop.report)?.files ?? [];
  if (large?.where.type !== "Blob") throw new Error("it is too large for a letter");
  const { blob, plain, key } = large.where;
  const sealed = await night.stage().wire.blob(night.stage().secrets().desk, blob as BlobId);
  if (!sealed.body) throw new Error("a body");
  const facts = { size: large.size, plain: plain as Hash, key };
  const opened = openFile({ suite: "A2", sealed: sealed.body, facts });
  expect(Buffer.from(await new Response(opened).arrayBuffer()).equals(photo)).toBe(true);
  expect(hitsIn(night.stage().crossed, canaries)).toEqual([]);
});

describe("a letter that cannot go", () => {
  test(
    "waits on the telephone as ciphertext, and goes when the line is back, also after the page was closed",
    { timeout: 180_000 },
    async () => {
      const { page, context } = await night.telephone();
      await written(page, night.stage().origin);
      await page.locator("#line").waitFor({ state: "visible" });
      await context.setOffline(true);
      await page.locator("#send").click();
      await takeReceipt(page);
      await expect.poll(() => page.locator("#proof-why").textContent()).toContain("ждёт связи");
      expect(await night.stage().letters()).toHaveLength(0);
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
      await again.goto(`${night.stage().origin}/write`);
      await expect.poll(async () => (await night.stage().letters()).length).toBe(1);
    },
  );

  test(
    "is not lost when the server's disk is full, and there is one letter when the answer was lost",
    { timeout: 120_000 },
    async () => {
      const { page } = await night.telephone();
      let refusals = 0;
      night.stage().answerWith(async (request, go) => {
        if (request.method !== "PUT") return go(request);
        refusals += 1;
        if (refusals === 1) return new Response(`{"type":"StoreUnavailable"}`, { status: 503 });
        const answer = await go(request);
        return refusals === 2 ? new Response(null, { status: 504 }) : answer;
      });
      await page.clock.install();
      await written(page, night.stage().origin);
      await page.locator("#send").click();
      await page.clock.runFor(3_000);
      await takeReceipt(page);
      for (let n = 0; n < 20; n += 1) {
        if (refusals >= 3) break;
        await page.clock.runFor(31_000);
        await new Promise((done) => setTimeout(done, 200));
      }
      expect(refusals).toBeGreaterThanOrEqual(3);
      expect(await night.stage().letters()).toHaveLength(1);
    },
  );

  test(
    "with a large photograph while the server dies is not sent in half, and goes without the photograph when asked to",
    { timeout: 120_000 },
    async () => {
      const { page } = await night.telephone();
      let pieces = 0;
      night.stage().answerWith(async (request, go) => {
        if (request.method === "PATCH") pieces += 1;
        return pieces > 1 ? new Response(`{"type":"StoreUnavailable"}`, { status: 503 }) : go(request);
      });
      await page.clock.install();
      await written(page, night.stage().origin);
      const photo = Buffer.alloc(3_000_000, "canary-photo");
      await page
        .locator("#files")
        .setInputFiles([{ name: "повестка.jpg", mimeType: "image/jpeg", buffer: photo }]);
      await page.locator("#send").click();
      for (let n = 0; n < 60 && !(await page.locator("#fault").isVisible()); n += 1) {
        await page.clock.runFor(10_000);
        await new Promise((done) => setTimeout(done, 100));
      }
      await expect
        .poll(() => page.locator("#fault").textContent())
        .toContain("Файл не дошёл, письмо не отправлено");
      await expect.poll(() => page.locator("#story").inputValue()).toBe(story);
      expect(night.stage().crossed.filter(([where]) => where.startsWith("PUT"))).toEqual([]);
      night.stage().answerWith(undefined);
      await page.locator("#without-files").click();
      await page.clock.runFor(3_000);
      await takeReceipt(page);
      const letters = await night.stage().letters();
      expect(letters.map(({ drop }) => readReport(drop.report)?.files)).toEqual([[]]);
      expect(hitsIn(night.stage().crossed, canaries)).toEqual([]);
    },
  );

  test(
    "because the browser has no random numbers, or the clock is a year off, says so, and nothing is sent",
    { timeout: 120_000 },
    async () => {
      const { page, context } = await night.telephone();
      await page.addInitScript(() => {
        crypto.getRandomValues = (array) => array;
      });
      await written(page, night.stage().origin);
      await page.locator("#send").click();
      await page.locator("#fault").waitFor({ state: "visible" });
      await expect.poll(() => page.locator("#fault").textContent()).toContain("случайных чисел");
      await context.close();

      const late = await night.telephone();
      await late.page.clock.setFixedTime(Date.now() + 365 * 86_400_000);
      await late.page.goto(`${night.stage().origin}/write`);
      await late.page.locator("#fault-early").waitFor({ state: "visible" });
      await expect
        .poll(() => late.page.locator("#fault-early").textContent())
        .toContain("Часы этого устройства");
      expect(night.stage().crossed.filter(([where]) => where.startsWith("PUT"))).toEqual([]);
      await late.context.close();
    },
  );
});

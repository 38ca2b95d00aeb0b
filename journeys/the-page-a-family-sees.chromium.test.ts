/** What the family's pages are on the telephone that opens them: quick to leave, keeping nothing, reachable without a mouse, light on a slow line. */
import { readFileSync, readdirSync, statSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

import { readReport } from "@answerable/casework/intake";
import { describe, expect, test } from "vitest";

import { hitsIn } from "./canaries.ts";
import { everyNight, story, takeReceipt, written } from "./form-stage.ts";

const night = everyNight();

describe("the page", () => {
  test(
    "leaves at once by its button and by Esc twice, and nothing typed is left",
    { timeout: 120_000 },
    async () => {
      const { page } = await night.telephone();
      await page.route("https://www.wikipedia.org/", (route) =>
        route.fulfill({ body: "<p>энциклопедия</p>", contentType: "text/html" }),
      );
      for (const leave of [
        async () => page.locator("#leave").click(),
        async () => page.keyboard.press("Escape").then(() => page.keyboard.press("Escape")),
      ]) {
        await written(page, night.stage().origin);
        await page.locator("#keep").check();
        expect(await page.evaluate(() => localStorage.length)).toBe(1);
        await leave();
        await page.waitForURL("https://www.wikipedia.org/");
        await page.goto(`${night.stage().origin}/write`);
        expect(await page.locator("#story").inputValue()).toBe("");
        expect(await page.evaluate(() => localStorage.length)).toBe(0);
      }
    },
  );

  test("keeps a draft only where it was asked to", { timeout: 60_000 }, async () => {
    const { page } = await night.telephone();
    await written(page, night.stage().origin);
    await page.reload();
    expect(await page.locator("#story").inputValue()).toBe("");
    await page.locator("#story").fill(story);
    await page.locator("#keep").check();
    await page.reload();
    await expect.poll(() => page.locator("#story").inputValue()).toBe(story);
    await page.locator("#keep").uncheck();
    await page.reload();
    expect(await page.locator("#story").inputValue()).toBe("");
  });

  test(
    "sets no cookie, asks nobody else for anything, and has nothing inline",
    { timeout: 60_000 },
    async () => {
      const { page, context } = await night.telephone();
      const asked: string[] = [];
      const said: string[] = [];
      page.on("request", (request) => asked.push(new URL(request.url()).origin));
      page.on("console", (message) => said.push(message.text()));
      for (const address of ["/write", "/reply"]) {
        await page.goto(night.stage().origin + address);
        await page.locator("#line").waitFor({ state: "visible" });
        const html = await (await page.request.get(night.stage().origin + address)).text();
        expect(html).not.toMatch(/<style|<script(?![^>]*src=)|\son[a-z]+=|style=|javascript:/);
        expect(html).toMatch(/<h1[^>]*>(?:Написать нам|Прочитать ответ)/);
      }
      expect(new Set(asked)).toEqual(new Set([night.stage().origin]));
      expect(await context.cookies()).toEqual([]);
      expect(said.filter((line) => /policy|violat|error/i.test(line))).toEqual([]);
    },
  );

  test(
    "says which group of a half-typed code is wrong, and finds no answer where there is none",
    { timeout: 120_000 },
    async () => {
      const { page } = await night.telephone();
      await page.goto(`${night.stage().origin}/reply`);
      await page.locator("#typed-code").fill("TY36 X4Y 0E81 13AT MBB3");
      await page.locator("#open-mail").click();
      await expect.poll(() => page.locator("#code-fault").textContent()).toContain("Группа 2");
      await page.locator("#typed-code").fill("TY36 X4Y0 0E81 13AT MBB4");
      await page.locator("#open-mail").click();
      await expect.poll(() => page.locator("#code-fault").textContent()).toContain("ошибка");
      await page.locator("#typed-code").fill("ту36 х4у0 ое81 13ат мвв3");
      await page.locator("#open-mail").click();
      await page.locator("#no-mail").waitFor({ state: "visible", timeout: 60_000 });
    },
  );

  test(
    "can be used from the keyboard alone and has no fault that axe can find, in both lights",
    { timeout: 180_000 },
    async () => {
      const axe = readFileSync(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
      for (const colorScheme of ["light", "dark"] as const) {
        const { page } = await night.telephone({ colorScheme, bypassCSP: true });
        for (const address of ["/write", "/reply"]) {
          await page.goto(night.stage().origin + address);
          await page.locator("summary").click();
          await page.evaluate(axe);
          const faults = await page.evaluate(async () => {
            const found = await (
              globalThis as unknown as {
                axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
              }
            ).axe.run();
            return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
          });
          expect(faults).toEqual([]);
        }
      }
      const { page } = await night.telephone();
      await page.goto(`${night.stage().origin}/write`);
      await page.locator("#story").focus();
      await page.keyboard.type(story);
      for (let n = 0; n < 40; n += 1) {
        await page.keyboard.press("Tab");
        if (await page.evaluate(() => document.activeElement?.id === "send")) break;
      }
      await page.keyboard.press("Enter");
      await page.locator("#receipt").waitFor({ state: "visible", timeout: 60_000 });
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("receipt");
    },
  );

  test(
    "seals a reply to what was published, with what it answers, and asks nothing that is not needed for it",
    { timeout: 120_000 },
    async () => {
      const { page } = await night.telephone();
      await page.goto(`${night.stage().origin}/write#${night.stage().fingerprint}.canary-incident`);
      await page.getByRole("heading", { name: "Оставить ответ" }).waitFor();
      await expect.poll(() => page.locator("#lead").textContent()).toContain("не будут опубликованы");
      await expect.poll(() => page.locator("#about").textContent()).toContain("canary-incident");
      expect(await page.getByLabel("Фамилия, имя, отчество").isVisible()).toBe(false);
      await page.locator("[data-language=en]").click();
      await page.getByRole("heading", { name: "Leave a reply" }).waitFor();
      await page.locator("#story").fill("canary-words: the figure is another.");
      await page.locator("#send").click();
      await takeReceipt(page);
      await expect.poll(() => page.locator("#where").textContent()).toContain("/reply#");
      const [letter] = await night.stage().letters();
      expect(readReport(letter?.drop.report)).toMatchObject({
        kind: "reply",
        about: "canary-incident",
        story: "canary-words: the figure is another.",
        soldierName: "",
        mayBeCalled: "no",
        consent: ["help"],
      });
      expect(hitsIn(night.stage().crossed, ["canary-incident", "canary-words"])).toEqual([]);
    },
  );

  test("fits a screen of 320 pixels without scrolling sideways", { timeout: 60_000 }, async () => {
    const { page } = await night.telephone({ viewport: { width: 320, height: 640 } });
    for (const address of ["/write", "/reply"]) {
      await page.goto(night.stage().origin + address);
      for (const language of ["ru", "uk", "en"]) {
        await page.locator(`[data-language=${language}]`).click();
        await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe(language);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      }
    }
  });
});

describe("on a slow line and an old telephone", () => {
  const built = new URL("../packages/form/dist-web/", import.meta.url);

  test("both pages with everything they may ever load are sixty kilobytes, and each is so where only gzip is spoken", () => {
    let bytes = 0;
    const gzipped = { write: 0, reply: 0 };
    for (const name of readdirSync(built, { recursive: true, encoding: "utf8" })) {
      const file = new URL(name, built);
      if (/\.(?:br|gz)$/.test(name) || statSync(file).isDirectory()) continue;
      bytes += brotliCompressSync(readFileSync(file)).length;
      const size = gzipSync(readFileSync(file), { level: 9 }).length;
      // The script for suite A2 is fetched only where the charter says so.
      if (/hybrid-/.test(name)) continue;
      if (!/reply/.test(name)) gzipped.write += size;
      if (!/write/.test(name)) gzipped.reply += size;
      expect(readFileSync(file, "latin1")).not.toMatch(/WebAssembly|\beval\(|new Function/);
      // Younger than the telephones we write for.
      expect(readFileSync(file, "latin1")).not.toMatch(
        /\.(?:toSorted|toReversed|findLast|toWellFormed|groupBy|withResolvers)\(/,
      );
    }
    process.stdout.write(
      `the form, brotli, all of it: ${bytes}; gzip, in three languages: ${JSON.stringify(gzipped)}\n`,
    );
    expect(bytes).toBeLessThanOrEqual(60_000);
    expect(gzipped.write).toBeLessThanOrEqual(60_000);
    expect(gzipped.reply).toBeLessThanOrEqual(60_000);
  });

  test("the questions stand there within four seconds at 400 kbit/s", { timeout: 60_000 }, async () => {
    const { page, context } = await night.telephone();
    const line = await context.newCDPSession(page);
    await line.send("Network.enable");
    await line.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 400,
      downloadThroughput: 50_000,
      uploadThroughput: 50_000,
    });
    const began = performance.now();
    await page.goto(`${night.stage().origin}/write`, { waitUntil: "commit" });
    await page.locator("#story").waitFor({ state: "visible" });
    const seen = performance.now() - began;
    await page.locator("#line").waitFor({ state: "visible" });
    const checked = performance.now() - began;
    process.stdout.write(
      `first view at 400 kbit/s: ${Math.round(seen)} ms; whose line it is, checked: ${Math.round(checked)} ms\n`,
    );
    expect(seen).toBeLessThan(4_000);
  });

  test(
    "a letter is sealed at once with the processor slowed six times, and the receipt's key is there before it is asked for",
    { timeout: 120_000 },
    async () => {
      const { page, context } = await night.telephone();
      const machine = await context.newCDPSession(page);
      await machine.send("Emulation.setCPUThrottlingRate", { rate: 6 });
      await written(page, night.stage().origin);
      const began = performance.now();
      await page.evaluate(() => {
        const marks = [performance.now()];
        const now = document.getElementById("now");
        if (!now) throw new Error("the page has no now");
        const seen: [string, number][] = [];
        new MutationObserver(() =>
          seen.push([now.textContent ?? "", performance.now() - (marks[0] ?? 0)]),
        ).observe(now, { childList: true, characterData: true, subtree: true });
        (globalThis as unknown as { seen: typeof seen }).seen = seen;
      });
      await page.locator("#send").click();
      await page.locator("#receipt").waitFor({ state: "visible", timeout: 90_000 });
      const waited = performance.now() - began;
      const seen = await page.evaluate(() => (globalThis as unknown as { seen: [string, number][] }).seen);
      const at = (text: string) => seen.find(([said]) => said.startsWith(text))?.[1] ?? Number.NaN;
      const sealing = at("Отправляем") - at("Запечатываем");
      const key = at("Запечатываем") - at("Готовим");
      process.stdout.write(
        `processor slowed six times: waited for the key ${Math.round(key)} ms, sealing ${Math.round(sealing)} ms, from the button to the receipt ${Math.round(waited)} ms\n`,
      );
      expect(sealing).toBeLessThan(300);
      expect(key).toBeLessThan(2_000);
    },
  );

  test(
    "the receipt's key is made while the code's owner looks for the button",
    { timeout: 120_000 },
    async () => {
      const { page, context } = await night.telephone();
      const machine = await context.newCDPSession(page);
      await machine.send("Emulation.setCPUThrottlingRate", { rate: 6 });
      await page.addInitScript(() => {
        const real = globalThis.Worker;
        const took: number[] = [];
        Object.assign(globalThis, {
          took,
          Worker: class extends real {
            constructor(address: string) {
              super(address);
              const began = performance.now();
              this.addEventListener("message", () => took.push(performance.now() - began));
            }
          },
        });
      });
      await page.goto(`${night.stage().origin}/reply`);
      await page.locator("#typed-code").fill("ту36 х4у0 ое81 13ат мвв3");
      const key = async () =>
        page.evaluate(() => (globalThis as unknown as { readonly took: readonly number[] }).took[0]);
      await expect.poll(key, { timeout: 60_000 }).toBeGreaterThan(0);
      const began = performance.now();
      await page.locator("#open-mail").click();
      await page.locator("#no-mail").waitFor({ state: "visible", timeout: 60_000 });
      const waited = performance.now() - began;
      // The browser slows the page and not its workers: six times the key's own time is what a slow telephone needs.
      process.stdout.write(
        `the receipt's key in Chromium's worker: ${Math.round((await key()) ?? 0)} ms; from the button to the answer, slowed six times: ${Math.round(waited)} ms\n`,
      );
      expect(waited).toBeLessThan(2_000);
    },
  );
});

/**
 * Recording a call with 20,000 cards on the device, in Chromium: from the key that records it to its row in the roster of
 * the same device (through the port: decide, absorb, seal, keep, list), and to its row on a second device, by way of the
 * server. Bars: 50 ms and one second, p95. Then the built desk itself on that device: what a key costs the page in which
 * a call is typed, with the matches and the guide beside it. Bar: 16 ms of the main thread, p95.
 *
 *   npm run bench -- record [--cards=20000] [--calls=50]
 */
import { fromSource, option } from "../tools/from-source.mjs";
import { openStage, PASSPHRASE, percentile } from "./browser/stage.mjs";

const BAR_HERE = 50;
const BAR_THERE = 1000;
const BAR_KEY = 16;
/** Milliseconds between two keys: all that one key sets going has settled by then. */
const SETTLES = 120;
const cards = Number(option("cards", "20000"));
// No more than one page of the roster shows: the last of one minute stand last.
const calls = Math.min(50, Number(option("calls", "50")));

/** A call typed with the keyboard at the built desk, once its index of names stands. */
async function typedAtTheDesk(page, address) {
  await page.goto(address);
  await page.locator('input[type="password"]').fill(PASSPHRASE);
  await page.keyboard.press("Enter");
  const name = page.locator("#call-soldier");
  await name.waitFor({ timeout: 60_000 });
  await page.waitForFunction(() => document.querySelector(".sync, .indexing") === null, undefined, {
    timeout: 120_000,
  });
  await page.waitForTimeout(5_000);
  await page.evaluate(() => {
    globalThis.keys = [];
    const turn = new MessageChannel();
    let pressed = 0;
    turn.port1.onmessage = () => globalThis.keys.push(performance.now() - pressed);
    addEventListener("keydown", () => (pressed = performance.now()), { capture: true });
    addEventListener("input", () => turn.port2.postMessage(undefined), { capture: true });
  });
  const meter = await page.context().newCDPSession(page);
  await meter.send("Performance.enable");
  const worked = async () => {
    const { metrics } = await meter.send("Performance.getMetrics");
    return (metrics.find((one) => one.name === "TaskDuration")?.value ?? 0) * 1000;
  };
  const all = [];
  async function type(text) {
    for (const letter of text) {
      const before = await worked();
      // As a keyboard with that layout sends it.
      await meter.send("Input.dispatchKeyEvent", { type: "keyDown", key: letter, text: letter });
      await meter.send("Input.dispatchKeyEvent", { type: "keyUp", key: letter });
      await page.waitForTimeout(SETTLES);
      all.push((await worked()) - before);
    }
  }
  await name.focus();
  await type("Виперов Роен Милович");
  await page.locator("#call-summary").focus();
  await type("Ранен, лежит в подвале, звонил матери, говорит, что увозят.");
  const own = await page.evaluate(() => globalThis.keys);
  return { own, all };
}

const module = await fromSource("packages/replica/src/testing/offices.ts");
const stage = await openStage(cards);
try {
  const pages = [];
  for (const device of [0, 1]) {
    const { page } = await stage.openBrowser(device);
    await page.evaluate(() => globalThis.bench.open());
    await page.evaluate((words) => globalThis.bench.enter(words), PASSPHRASE);
    await page.evaluate(() => globalThis.bench.firstDay());
    await page.evaluate(() => globalThis.bench.indexed());
    pages.push(page);
  }
  const [here, there] = pages;
  const shown = [];
  const sealed = [];
  const arrived = [];
  for (let call = 0; call < calls; call += 1) {
    // Urgent, so that the row stands on the first page of both rosters.
    const command = module.recordCall({
      soldierName: `Звонков Пётр${call}`,
      summary: `Ранен, лежит в подвале, звонок ${call}.`,
      fate: "wounded",
    });
    const done = await here.evaluate((one) => globalThis.bench.record(one), command);
    const at = await there.evaluate((folder) => globalThis.bench.rowSeen(folder), done.folder);
    shown.push(done.shown);
    sealed.push(done.sealed);
    arrived.push(at - done.began);
  }
  const line = (name, times, bar) => {
    const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
    console.log(
      `  ${name}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms${bar === undefined ? "" : ` (bar ${bar} ms) ${p95 <= bar ? "ok" : "ABOVE THE BAR"}`}`,
    );
    return bar === undefined || p95 <= bar;
  };
  console.log(`recording ${calls} calls with ${cards} cards, in Chromium`);
  line("sealed and kept on the disk", sealed);
  const isQuick = line("its row in the roster of the same device", shown, BAR_HERE);
  const isThere = line("its row on a second device", arrived, BAR_THERE);
  const keys = await typedAtTheDesk(here, await stage.serveDesk());
  line("a key at the phone desk, until its own task is done", keys.own, BAR_KEY);
  line("all that it sets going on the main thread, matches drawn", keys.all);
  const isLight = percentile(keys.own, 0.95) <= BAR_KEY;
  if (!isQuick || !isThere || !isLight) process.exitCode = 1;
} finally {
  await stage.close();
}

/**
 * A list of 100,000 lines at the built desk, in Chromium, from a real server and on a real disk, beside a roster of 200,000: chosen, named,
 * checked, stopped, gone on with, brought in while somebody types a call and opens a case, broken off by closing the page, finished, brought in
 * again (nothing), taken back. What the page's main thread was held up by, what a key waited for, what it took. Needs `npm run build`.
 *
 *   npm run bench -- import-desk [--cards=200000] [--lines=100000] [--pictures=directory] [--only=bring]
 *
 * `--only=bring`: read, checked, brought in at one go, and the desk opened again with all of it waiting.
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { openStage, PASSPHRASE } from "./browser/stage.mjs";
import { drawnList } from "./matching/list.mjs";

const BAR_TASK = 200;
const BAR_KEY = 100;
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const given = (name, usual) =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.split("=")[1] ?? usual;
const [cards, lines] = [Number(given("cards", 200_000)), Number(given("lines", 100_000))];
const pictures = given("pictures");
const LONG = 1_500_000;
/** Milliseconds for which the sheets that go out are counted. */
const SENDING = 10_000;

const { regionLabel } = await import(join(root, "packages/casework/dist/places/index.js"));
const { reports, bytes } = drawnList({ cards, lines }, (code) => regionLabel(code, "ru"));
const folder = await mkdtemp(join(tmpdir(), "import-desk-"));
const file = join(folder, "list.csv");
await writeFile(file, bytes);

const stage = await openStage(cards, reports);
const { page, resident } = await stage.openBrowser(0);
const address = await stage.serveDesk();
const keyboard = await page.context().newCDPSession(page);
await page.addInitScript(() => {
  globalThis.held = [];
  globalThis.waited = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) globalThis.held.push([startTime, duration]);
  }).observe({ type: "longtask", buffered: true });
  // From the key to the next picture of the screen.
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      if (name === "keydown") globalThis.waited.push(duration);
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
});

const mb = (size) => `${Math.round(size / 1e6)} MB`;
const s = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;
const longest = { task: 0, key: 0 };

/** How long it took, and what held the page up meanwhile. */
async function told(what, go, count) {
  const before = await page.evaluate(() => performance.now()).catch(() => 0);
  const began = performance.now();
  const value = await go();
  const took = performance.now() - began;
  const { held, waited } = await page.evaluate((from) => {
    const { held, waited } = globalThis;
    globalThis.waited = [];
    return { held: held.filter(([at]) => at >= from).map(([, length]) => length), waited };
  }, before);
  const [task, key] = [Math.max(0, ...held), Math.max(0, ...waited)];
  longest.task = Math.max(longest.task, task);
  longest.key = Math.max(longest.key, key);
  const rate = count === undefined ? "" : `, ${Math.round((count / took) * 1000)} lines a second`;
  const keys = waited.length === 0 ? "" : `, slowest key ${Math.round(key)} ms`;
  console.log(
    `  ${what}: ${s(took)}${rate}; longest task of the page ${Math.round(task)} ms${keys}; ${mb(resident())}`,
  );
  return value;
}

async function look(name) {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  for (const width of [1366, 390]) {
    await page.setViewportSize({ width, height: 768 });
    await writeFile(join(pictures, `${name}-${width}.png`), await page.screenshot());
  }
  await page.setViewportSize({ width: 1366, height: 768 });
}

async function unlock() {
  await page.goto(address);
  await page.locator('input[type="password"]').fill(PASSPHRASE);
  await page.keyboard.press("Enter");
  await page.locator("#call-soldier").waitFor({ timeout: LONG });
  await page.waitForFunction(() => document.querySelector(".sync, .indexing") === null, undefined, {
    timeout: LONG,
  });
}

async function openLists() {
  await page.getByRole("link", { name: "Картотека" }).click();
  await page.getByRole("link", { name: "Принести список" }).click();
  await page.getByRole("heading", { name: "Принести список" }).waitFor();
}

async function choose() {
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.getByLabel("Чей это список").waitFor({ timeout: LONG });
  await page.getByLabel("Чей это список").fill("Список комитета");
}

const check = async () => {
  await page.getByRole("button", { name: "Проверить" }).click();
  // A list that is here already is checked before anybody could read that it is being checked.
  await page.getByText(/Сверяю с картотекой|Пока ничего не внесено/u).waitFor({ timeout: LONG });
};
const isChecked = () => page.getByText("Пока ничего не внесено").waitFor({ timeout: LONG });
const bring = () => page.getByRole("button", { name: /^Внести \d/u }).click();
/** The number of lines on the button of a kind. */
async function countOf(kind) {
  const button = page.getByRole("button", { name: new RegExp(`^${kind} [\\d\\s]+$`, "u") });
  if ((await button.count()) === 0) return 0;
  return Number((await button.innerText()).replace(/\D/gu, ""));
}
const progress = () =>
  page.evaluate(() => Number(document.querySelector(".incoming-way progress")?.value ?? 0));
async function until(share) {
  await page.waitForFunction(
    (most) => Number(document.querySelector(".incoming-way progress")?.value ?? 0) >= most,
    Math.floor(lines * share),
    { timeout: LONG },
  );
}

/** A call is typed and a case opened, as if there were no list. */
async function workMeanwhile() {
  await page.getByRole("link", { name: "Звонок" }).click();
  const answered = [];
  await page.locator("#call-soldier").fill("");
  await page.locator("#call-soldier").focus();
  for (const letter of "Иванов Сергей Петрович") {
    // As a keyboard with that layout sends it.
    await keyboard.send("Input.dispatchKeyEvent", { type: "keyDown", key: letter, text: letter });
    await keyboard.send("Input.dispatchKeyEvent", { type: "keyUp", key: letter });
    await page.waitForTimeout(60);
  }
  const began = performance.now();
  await page.locator(".matches li, .match").first().waitFor({ timeout: 20_000 });
  answered.push(performance.now() - began);
  await look("typing");
  await page.getByRole("link", { name: "Картотека" }).click();
  const opening = performance.now();
  await page.locator(".roster-rows .name").first().waitFor();
  const rows = performance.now() - opening;
  await page.keyboard.press("Enter");
  return { matches: answered[0], rows };
}

console.log(`a list of ${lines} lines at the desk, beside a roster of ${cards}, in Chromium`);
try {
  await told("unlocked, all cards in, index built", unlock);
  await openLists();
  await told("the file chosen and its columns named", choose);
  await told("laid down", check, lines);
  await look("checking");
  await told("checked", isChecked, lines);
  console.log(`    ${await countOf("Новые")} new, ${await countOf("Похожи на чьё-то дело")} like a case`);
  await look("checked");
  if (given("only") === "bring") await bringAll();
  else await wholeStory();
  const isHeld = longest.task <= BAR_TASK && longest.key <= BAR_KEY;
  console.log(
    `  longest task ${Math.round(longest.task)} ms (bar ${BAR_TASK}), slowest key ${Math.round(longest.key)} ms (bar ${BAR_KEY}) ${isHeld ? "ok" : "ABOVE THE BAR"}`,
  );
  if (!isHeld) process.exitCode = 1;
} catch (problem) {
  await look("broken");
  throw problem;
} finally {
  await stage.close();
  await rm(folder, { recursive: true, force: true });
}

async function bringAll() {
  await bring();
  await told("brought in at one go", isBroughtIn, lines);
  console.log(`    ${await onItsWay()} sheets on their way`);
  await told("unlocked again", unlock);
}

async function isBroughtIn() {
  const said = page.getByRole("status").filter({ hasText: /^Внесен[аоы] /u });
  await said.waitFor({ timeout: LONG });
}

async function onItsWay() {
  const said = await page.locator(".foot .link").innerText();
  return Number(said.replace(/\D/gu, ""));
}

async function wholeStory() {
  await page.locator(".incoming-frame").focus();
  await page.keyboard.press("PageDown");
  await told("the last of its lines looked at", async () => {
    await page.locator(".incoming-frame").evaluate((box) => (box.scrollTop = box.scrollHeight));
    await page.getByText(String(lines + 1), { exact: true }).waitFor({ timeout: LONG });
  });
  await look("last-line");
  await bring();
  await told("brought in, the first fifth", () => until(0.2), lines * 0.2);
  await look("bringing");
  await told("a call typed and a case opened meanwhile", async () => {
    const { matches, rows } = await workMeanwhile();
    console.log(
      `    matches shown after ${Math.round(matches)} ms, rows of the roster after ${Math.round(rows)} ms`,
    );
  });
  await openLists();
  await until(0.2);
  await told("stopped", async () => {
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^Внести \d/u }).waitFor({ timeout: LONG });
  });
  console.log(`    ${await countOf("Внесены")} are in`);
  await bring();
  await told("gone on with", () => until(0.1), lines * 0.1);
  console.log(`    and the page is closed at ${await progress()} of them`);
  await told("unlocked again", unlock);
  await openLists();
  await choose();
  await check();
  await told("the same file checked again", isChecked, lines);
  const here = await countOf("Уже здесь");
  console.log(`    ${here} here, ${await countOf("Новые")} new`);
  await bring();
  await told("brought in, the rest", isBroughtIn, lines - here);
  await look("done");
  const waiting = await onItsWay();
  await page.waitForTimeout(SENDING);
  const gone = waiting - (await onItsWay());
  console.log(
    `    ${waiting} sheets on their way; ${Math.round((gone / SENDING) * 1000)} a second go to the server`,
  );
  await page.getByRole("button", { name: "Другой список" }).click();
  await choose();
  await check();
  await told("the same file once more", isChecked, lines);
  console.log(`    ${await countOf("Новые")} new (bar 0), ${await countOf("Уже здесь")} here`);
  await page.getByRole("button", { name: "Отозвать список" }).first().click();
  await page.getByLabel("Почему").fill("проверка");
  await page.keyboard.press("Enter");
  await told("taken back", () => page.getByText("Отозван:").waitFor({ timeout: LONG }), lines);
  await look("taken-back");
}

/**
 * A new device's first day. In Chromium, from a real server: the binders over the wire, opened, put into the roster, kept
 * on the disk; against transfer and opening alone, which is the limit. Then the first rows, unlocking with all cards at
 * rest, and the worker's memory. In Node, without network and disk: searches, and a changed card listed and counted.
 *
 *   npm run bench -- first-sync [--cards=20000,200000] [--only=node|chromium]
 */
import { fromSource, option } from "../tools/from-source.mjs";
import { openStage, PASSPHRASE, percentile } from "./browser/stage.mjs";

const BAR = 2.5;
const s = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;
const mb = (bytes) => `${Math.round(bytes / 1e6)} MB`;

async function inNode(cards) {
  const module = await fromSource("packages/replica/src/testing/first-sync.ts");
  const run = await module.firstSync(cards, () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  });
  const ratio = (kind) => (run.all[kind] / run.opening[kind]).toFixed(2);
  console.log(`${cards} cards in Node, ${run.megabytes.toFixed(1)} MB in binders`);
  console.log(
    `  opening alone ${s(run.opening.wall)}, into the roster ${s(run.all.wall)}: ratio ${ratio("wall")}, in processor time ${ratio("processor")} (bar ${BAR}, with transfer)`,
  );
  for (const [name, times] of Object.entries({ ...run.searches, "a changed card": run.recorded }))
    console.log(
      `  ${name}: p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms`,
    );
}

async function inChromium(cards) {
  const stage = await openStage(cards);
  try {
    const { page, costed } = await stage.openBrowser(0);
    const leg = (name) =>
      costed(() =>
        page.evaluate((one) => globalThis.bench.legs(one), {
          type: "measure",
          leg: name,
          ...stage.filled.measured,
        }),
      );
    await leg("transfer"); // the server's own first reading
    const transfer = await leg("transfer");
    const limit = await leg("limit");
    const roster = await leg("roster");
    const keeping = await leg("keeping");
    await page.evaluate(() => globalThis.bench.open());
    await page.evaluate((words) => globalThis.bench.enter(words), PASSPHRASE);
    const day = await costed(() => page.evaluate(() => globalThis.bench.firstDay()));
    const first = day.value;
    const indexed = await page.evaluate(() => globalThis.bench.indexed());
    const memory = await page.evaluate(() => globalThis.bench.memory());
    await page.reload();
    await page.waitForFunction(() => globalThis.bench !== undefined);
    await page.evaluate(() => globalThis.bench.open());
    const again = await page.evaluate((words) => globalThis.bench.unlock(words), PASSPHRASE);
    if (first.total < cards || again.total < cards) throw new Error("cards are missing");

    console.log(`${cards} cards in Chromium, ${stage.filled.megabytes.toFixed(1)} MB in binders`);
    console.log(
      `  transfer ${s(transfer.value)}, opening ${s(limit.value - transfer.value)}, roster ${s(roster.value - limit.value)}, keeping ${s(keeping.value - roster.value)}`,
    );
    const ratio = (first.all / limit.value).toFixed(2);
    const processor = (day.processor / limit.processor).toFixed(2);
    console.log(
      `  the whole first day in the desk's worker ${s(first.all)}, transfer and opening alone ${s(limit.value)}: ratio ${ratio}, in processor time ${processor} (bar ${BAR})`,
    );
    console.log(
      `  first rows ${s(first.firstRows)} after the keys were open, progress from ${s(first.firstProgress)} on`,
    );
    console.log(
      `  unlocking with all of them at rest: keys ${s(again.keys)}, first rows ${s(again.firstRows)}, all ${s(again.all)}`,
    );
    console.log(`  the index of likeness is built behind it, ${s(indexed)} after the last card`);
    console.log(`  memory of the worker: ${mb(memory)}`);
  } finally {
    await stage.close();
  }
}

const only = option("only", "");
for (const cards of option("cards", "20000,200000").split(",").map(Number)) {
  if (only !== "node") await inChromium(cards);
  if (only !== "chromium") await inNode(cards);
}

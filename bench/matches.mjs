/**
 * The matching core inside the program, in Node and in a worker of Chromium: the index over a desk's cards, possible matches
 * as a call is typed, the search box, a changed card, and a full pass. Needs `npx tsc -b` (for the drawn reports' regions).
 *
 *   node --expose-gc bench/matches.mjs [--cards=20000,200000] [--no-pass] [--chromium] [--alone]
 *
 * --alone: in Chromium without the second worker that reads names beside the first.
 */
import { fromSource, option } from "../tools/from-source.mjs";
import { runInChromium } from "./browser/matches-stage.mjs";
import { drawReports } from "./matching/generate.mjs";

const { regionLabel } = await import("../packages/casework/dist/places/index.js");
const given = option("cards", "20000,200000");
const withPass = !process.argv.includes("--no-pass");
const module = await fromSource("packages/replica/src/testing/likeness-at-scale.ts");
const at = (sorted, share) => sorted[Math.floor((sorted.length - 1) * share)].toFixed(1);
const line = (name, sorted, bar) =>
  console.log(
    `  ${name}: p50 ${at(sorted, 0.5)} ms, p95 ${at(sorted, 0.95)} ms, worst ${at(sorted, 1)} ms${bar}`,
  );

function tell(run) {
  console.log(`  roster loaded in ${Math.round(run.loaded)} ms`);
  console.log(
    `  index built in ${Math.round(run.built)} ms (bar 5000), longest without a breath ${Math.round(run.longestBreath)} ms`,
  );
  line("matches, all fields", run.matches, " (bar p95 30)");
  line("matches, a begun name", run.begun, " (bar p95 30)");
  line("the search box, a name", run.searches, " (bar p95 30)");
  line("a changed card, and the counters", run.changed, "");
  if (withPass)
    console.log(
      `  full pass ${(run.pass.milliseconds / 1000).toFixed(1)} s (bar 120), ${run.pass.proposals} proposals, longest without a breath ${Math.round(run.pass.longestBreath)} ms`,
    );
}

async function inChromium(cards) {
  const run = await runInChromium(cards, { withPass, alone: process.argv.includes("--alone") });
  console.log(`${cards} cards in Chromium`);
  tell(run);
  const sorted = (times) => times.toSorted((a, b) => a - b);
  line("a keystroke on the page's own thread", sorted(run.held), " (bar 16)");
  line("a keystroke and its answer, a name alone", sorted(run.answered), "");
  console.log(`  memory of the worker ${Math.round(run.megabytes)} MB`);
}

for (const cards of given.split(",").map(Number)) {
  if (process.argv.includes("--chromium")) {
    await inChromium(cards);
    continue;
  }
  const reports = drawReports(7, cards, (code) => regionLabel(code, "ru"));
  console.log(`${reports.length} cards`);
  globalThis.gc?.();
  const before = process.memoryUsage();
  const memory = (what) => {
    // Twice: buffers that the first finds unused are given back by the second.
    globalThis.gc?.();
    globalThis.gc?.();
    const after = process.memoryUsage();
    const heap = Math.round((after.heapUsed - before.heapUsed) / 1e6);
    const buffers = Math.round((after.arrayBuffers - before.arrayBuffers) / 1e6);
    console.log(`  memory of the ${what}: heap ${heap} MB, buffers ${buffers} MB (bar 150 together)`);
  };
  const breath = () => new Promise((resolve) => setImmediate(resolve));
  tell(await module.likenessAtScale(reports, { withPass, memory, breath }));
}

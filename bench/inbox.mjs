/**
 * A surge in the letterbox, in Node: letters sealed as the form seals them, opened with all the bounds and laid beside a roster by
 * the desk's own inbox, a few milliseconds at a time. Bar: 10,000 letters in 60 seconds. Needs `npx tsc -b packages/casework`.
 *
 *   npm run bench -- inbox [--letters=10000] [--cards=20000]
 */
import { fromSource, option } from "../tools/from-source.mjs";
import { drawReports } from "./matching/generate.mjs";

const BAR = 60;
const letters = Number(option("letters", "10000"));
const cards = Number(option("cards", "20000"));
const { regionLabel } = await import("../packages/casework/dist/places/index.js");
const module = await fromSource("packages/replica/src/testing/inbox-at-scale.ts");

console.log(`${letters} letters beside ${cards} cases`);
const drawn = drawReports(7, cards + letters, (code) => regionLabel(code, "ru"));
const run = await module.inboxAtScale(drawn, { letters, say: console.log });
const bar = (BAR * letters) / 10_000;
console.log(`  opened and matched in ${run.seconds.toFixed(1)} s (bar ${bar} s)`);
console.log(`  ${run.open} open, ${run.matched} like a case; progress told ${run.told} times`);
console.log(
  `  longest work between two breaths ${Math.round(run.longestBreath)} ms; a page of the list ${Math.round(run.page)} ms`,
);
console.log(`  of ${run.alike} letters that are like a case, a glance found the likeliest of ${run.glanced}`);
if (run.open !== letters || run.seconds > bar) process.exitCode = 1;

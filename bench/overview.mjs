/**
 * The overview over a desk of 200,000 soldiers and some 1.2 million contacts: the three counters against a count over the
 * cards themselves, and the time of an answer for each period.
 *
 *   node --expose-gc --max-old-space-size=4096 bench/overview.mjs [--cards=200000]
 */
import { fromSource, option } from "../tools/from-source.mjs";

const cards = Number(option("cards", "210000"));
const module = await fromSource("packages/replica/src/testing/overview-at-scale.ts");
const run = await module.runOverview(cards, 7, {
  clock: () => performance.now(),
  settled: () => globalThis.gc?.(),
});
console.log(`${cards} cards, ${run.contacts} contacts, ${run.soldiers} soldiers`);
for (const { period, milliseconds, counters, oracle } of run.periods) {
  const [first = 0] = milliseconds;
  const worst = Math.max(...milliseconds);
  const exact = ["contacts", "callers", "soldiers"].every((one) => counters[one] === oracle[one])
    ? "exact"
    : "NOT EXACT";
  console.log(
    `  ${period}: first ${first.toFixed(0)} ms, worst ${worst.toFixed(0)} ms (bar 500); ${counters.contacts} contacts, ${counters.callers} callers, ${counters.soldiers} soldiers, ${exact}${exact === "exact" ? "" : ` (${JSON.stringify(oracle)})`}`,
  );
  if (exact !== "exact" || worst > 500) process.exitCode = 1;
}

/**
 * A new device's first day, without the network: opening all binders alone (the limit) against opening them into a roster
 * that is searched and kept; first rows; searches; a changed card put into the roster and the list asked again.
 * In Node; transfer and IndexedDB are the browser's and are measured there.
 *
 *   node --expose-gc bench/first-sync.mjs [--cards=20000,200000]
 */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { runnerImport } from "vite";

const BAR = 2.5;
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const source = {
  root,
  logLevel: "error",
  configFile: false,
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"] } },
};
const given = process.argv.find((word) => word.startsWith("--cards="))?.split("=")[1] ?? "20000,200000";
const { module } = await runnerImport(join(root, "packages/replica/src/testing/first-sync.ts"), source);
const p95 = (sorted) => sorted[Math.floor(sorted.length * 0.95)].toFixed(1);
const p50 = (sorted) => sorted[Math.floor(sorted.length / 2)].toFixed(1);

for (const cards of given.split(",").map(Number)) {
  globalThis.gc?.();
  const before = process.memoryUsage();
  const run = await module.firstSync(cards, () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  });
  globalThis.gc?.();
  const after = process.memoryUsage();
  const ratio = (kind) => (run.all[kind] / run.opening[kind]).toFixed(2);
  console.log(`${cards} cards, ${run.megabytes.toFixed(1)} MB in binders`);
  console.log(
    `  opening alone ${Math.round(run.opening.wall)} ms, into the roster ${Math.round(run.all.wall)} ms: ratio ${ratio("wall")}, in processor time ${ratio("processor")} (bar ${BAR}, with transfer)`,
  );
  console.log(`  first rows after ${Math.round(run.firstRows)} ms`);
  for (const [name, sorted] of Object.entries(run.searches))
    console.log(`  ${name}: p50 ${p50(sorted)} ms, p95 ${p95(sorted)} ms`);
  console.log(
    `  a changed card, listed and counted: p50 ${p50(run.recorded)} ms, p95 ${p95(run.recorded)} ms`,
  );
  console.log(
    `  memory after: heap ${Math.round((after.heapUsed - before.heapUsed) / 1e6)} MB, buffers ${Math.round((after.arrayBuffers - before.arrayBuffers) / 1e6)} MB`,
  );
}

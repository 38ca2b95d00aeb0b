/**
 * A list of 20,000 lines brought into a roster of 200,000 cards: read, laid beside every card, put into folders; and once more. Half of its
 * lines are of men the roster knows, in another spelling. In Node, without disk, network and sealing. Needs `npx tsc -b`.
 *
 *   node --expose-gc bench/import.mjs [--cards=200000] [--lines=20000]
 */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { runnerImport } from "vite";

import { drawnList } from "./matching/list.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const source = {
  root,
  logLevel: "error",
  configFile: false,
  resolve: { conditions: ["@answerable/source"] },
  ssr: { resolve: { conditions: ["@answerable/source"] } },
};
const given = (name, usual) =>
  Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.split("=")[1] ?? usual);
const { regionLabel } = await import(join(root, "packages/casework/dist/places/index.js"));
const { module: reading } = await runnerImport(join(root, "packages/desk/src/reading/index.ts"), source);
const { module: scale } = await runnerImport(
  join(root, "packages/replica/src/testing/list-at-scale.ts"),
  source,
);

const [cards, lines] = [given("cards", 200_000), given("lines", 20_000)];
const { reports, bytes } = drawnList({ cards, lines }, (code) => regionLabel(code, "ru"));

let began = performance.now();
const [grid] = reading.readList(bytes).grids;
const { header, fields } = reading.guessColumns(grid);
const rows = reading.rowsOf(grid, { header, fields, orders: {} }, "2026-11-22");
const read = Array.from({ length: rows.count }, (_, at) => rows.row(at));
const seconds = (milliseconds) => (milliseconds / 1000).toFixed(1);
const rate = (milliseconds) => Math.round((read.length / milliseconds) * 1000);
const taken = performance.now() - began;
console.log(
  `${read.length} lines, ${Math.round(bytes.length / 1e6)} MB: read in ${seconds(taken)} s, ${rate(taken)} a second`,
);
began = performance.now();
const run = await scale.listAtScale(reports, read, () => new Promise((resolve) => setImmediate(resolve)));
console.log(`roster of ${cards}`);
console.log(
  `  keys of the roster made in ${seconds(run.ready)} s, from when the page is opened; counted in: ${rate(taken + run.ready + run.check + run.bringIn)} lines a second`,
);
console.log(
  `  checked in ${seconds(run.check)} s, ${rate(run.check)} a second; ${run.first.Noted} worth a look`,
);
console.log(
  `  brought in within ${seconds(run.bringIn)} s, ${rate(run.bringIn)} a second; ${run.cases} cases`,
);
console.log(`  together ${rate(taken + run.check + run.bringIn)} lines a second (bar 500)`);
console.log(
  `  again: ${run.second.New + run.second.Updates} would come in (bar 0), ${run.second.Here} here, ${run.second.Double} doubles, in ${seconds(run.again)} s`,
);
console.log(`  longest without a breath ${Math.round(run.longestBreath)} ms`);

/**
 * npm run --silent disclosure -- VECTORS.json: a statistician's tables (the shape of sdc-vectors.json) with the intervals
 * and verdicts that our audit computes. Runs on the built press; reads one file, prints JSON.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const built = resolve(import.meta.dirname, "..", "packages", "press", "dist", "index.js");
const [path] = process.argv.slice(2);

if (path === undefined) {
  console.error("usage: npm run --silent disclosure -- VECTORS.json");
  process.exit(2);
}
if (!existsSync(built)) {
  console.error("press is not built: npx tsc -b packages/press");
  process.exit(2);
}
let raw;
try {
  raw = JSON.parse(readFileSync(resolve(process.env.INIT_CWD ?? ".", path), "utf8"));
} catch (error) {
  console.error(`cannot read ${join(path)}: ${error.message}`);
  process.exit(2);
}
const { answerVectors } = await import(built);
const answer = answerVectors(raw);
process.stdout.write(`${JSON.stringify(answer, null, 1)}\n`);
if ("refused" in answer) process.exitCode = 1;

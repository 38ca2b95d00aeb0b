/**
 * npm run --silent ledger -- CLAIMS.json: a researcher's own claims (agents, items, chains, claims, relations as in the
 * article file; one ledger, a list of them, or `cases`) with the depths, copies, bounds and grades that follow. Derived
 * fields in the file are not read. Runs on the built casework; prints JSON; what cannot stand is refused by name and
 * the rest is answered, with exit code 1.
 */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

const built = resolve(import.meta.dirname, "..", "packages", "casework", "dist", "claims", "index.js");
const [path] = process.argv.slice(2);

if (path === undefined) {
  console.error("usage: npm run --silent ledger -- CLAIMS.json");
  process.exit(2);
}
if (!existsSync(built)) {
  console.error("casework is not built: npx tsc -b packages/casework");
  process.exit(2);
}
let raw;
try {
  raw = JSON.parse(readFileSync(resolve(process.env.INIT_CWD ?? ".", path), "utf8"));
} catch (error) {
  console.error(`cannot read ${path}: ${error.message}`);
  process.exit(2);
}
const { answerLedger } = await import(built);

const cases = Array.isArray(raw) ? raw : Array.isArray(raw?.cases) ? raw.cases : undefined;
const answers = (cases ?? [raw]).map((one) => answerLedger(one?.ledger ?? one?.input ?? one));
const named = answers.map((answer, at) => ({ ...nameOf(cases?.[at]), ...answer }));
process.stdout.write(`${JSON.stringify(cases ? { cases: named } : named[0], null, 1)}\n`);
for (const { refusals } of answers) for (const refusal of refusals) console.error(JSON.stringify(refusal));
if (answers.some(({ refusals }) => refusals.length > 0)) process.exitCode = 1;

function nameOf(one) {
  return Object.fromEntries(
    ["id", "name", "title"].flatMap((key) => (one?.[key] === undefined ? [] : [[key, one[key]]])),
  );
}

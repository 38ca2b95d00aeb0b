/**
 * npm run --silent deadlines -- PACK.json EXAMPLES.json
 *
 * Fills in every derived date of a file of worked examples by a legal pack, and prints the file on stdout: raw and due
 * of each step, overdueFrom and fileBy of each example. Only n, rule, trigger, over and as are taken as given.
 * On stderr: refused steps, and where the file told another date than we derive. Ends with 1 if a step was refused.
 */
import { readFileSync } from "node:fs";

import { builtAppeals } from "./built-casework.mjs";

const [packPath, examplesPath] = process.argv.slice(2);
if (!packPath || !examplesPath) {
  console.error("usage: npm run --silent deadlines -- PACK.json EXAMPLES.json");
  process.exit(2);
}

const { fillExamples, loadPack, locate, pathText, readExamples } = await builtAppeals();

const packText = readJson(packPath);
const loaded = loadPack(packText.value);
if (!loaded.ok || packText.doubles.length > 0) {
  const problems = [...packText.doubles, ...(loaded.ok ? [] : loaded.refusal)];
  for (const { weight, path, what } of problems) {
    if (weight === "error")
      console.error(`${packPath}:${packText.placeOf(path).line}: ${pathText(path)}: ${what}`);
  }
  console.error(`${packPath} cannot be counted with.`);
  process.exit(2);
}

const examples = readJson(examplesPath);
const parsed = readExamples(examples.value);
if (!parsed.ok) {
  for (const { path, what } of parsed.refusal) {
    console.error(`${examplesPath}:${examples.placeOf(path).line}: ${pathText(path)}: ${what}`);
  }
  process.exit(2);
}

const { file, refusals, disagreements } = fillExamples(loaded.value.pack, parsed.value);
for (const { n, step, refusal } of refusals) {
  console.error(`example ${n}, step ${step + 1}: refused: ${JSON.stringify(refusal)}`);
}
for (const { n, where, told, derived } of disagreements) {
  console.error(
    `example ${n}, ${where}: the file says ${JSON.stringify(told)}, we derive ${JSON.stringify(derived)}`,
  );
}
console.log(JSON.stringify(file, undefined, 1));
process.exitCode = refusals.length > 0 ? 1 : 0;

function readJson(path) {
  let text;
  try {
    text = readFileSync(path, "utf8");
  } catch (thrown) {
    console.error(`${path}: cannot be read (${thrown.code})`);
    process.exit(2);
  }
  const located = locate(text);
  if (located.type === "Read") return located;
  console.error(`${path}:${located.place.line}:${located.place.column}: ${located.what}`);
  process.exit(2);
}

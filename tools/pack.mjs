/**
 * npm run pack -- check FILE
 *
 * For lawyers who edit a legal pack: says what is wrong with it and on which line. Ends with 1 if the pack cannot be used.
 */
import { readFileSync } from "node:fs";

import { builtAppeals } from "./built-casework.mjs";

const [command, path] = process.argv.slice(2);
if (command !== "check" || !path) {
  console.error("usage: npm run pack -- check FILE");
  process.exit(2);
}

const { loadPack, locate, pathText } = await builtAppeals();

let text;
try {
  text = readFileSync(path, "utf8");
} catch (thrown) {
  console.error(`${path}: cannot be read (${thrown.code})`);
  process.exit(2);
}
const located = locate(text);
if (located.type === "NotJson") {
  console.error(`${path}:${located.place.line}:${located.place.column}: ${located.what}`);
  process.exit(1);
}

const loaded = loadPack(located.value);
const problems = [...located.doubles, ...(loaded.ok ? loaded.value.warnings : loaded.refusal)];
const placed = problems.map((problem) => ({ ...problem, place: located.placeOf(problem.path) }));
placed.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
for (const { weight, path: inside, what, place } of placed) {
  console.log(`${path}:${place.line}:${place.column}: ${weight}: ${what}  [${pathText(inside)}]`);
}

const errors = placed.filter(({ weight }) => weight === "error").length;
if (errors > 0 || !loaded.ok) {
  console.log(
    `${errors} ${errors === 1 ? "error" : "errors"}: the pack cannot be used until it is put right.`,
  );
  process.exitCode = 1;
} else {
  const { id, version, rules, routes, templates, calendars } = loaded.value.pack;
  const levels = ["T", "S", "M"].map(
    (level) => `${level} ${[...rules.values()].filter((rule) => rule.level === level).length}`,
  );
  console.log(
    `${id} ${version} may be used: ${rules.size} rules (${levels.join(", ")}), ${routes.size} routes, ${templates.size} letters, ${calendars.size} calendars.`,
  );
  console.log("T: text of the law seen. S: summary seen. M: from memory. This is not legal advice.");
}

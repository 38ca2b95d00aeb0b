/** Runs one bench of bench/ after a build: `npm run bench -- ingest --seconds=3`. Without a name it says which there are. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { root, say } from "./set-up.mjs";

const bench = join(root, "bench");
const entryOf = (name) =>
  [join(bench, `${name}.mjs`), join(bench, name, "run.mjs")].find((file) => existsSync(file));
const names = [...new Set(readdirSync(bench).map((file) => file.replace(/\.mjs$/, "")))]
  .filter((name) => /^[a-z-]+$/.test(name) && entryOf(name) !== undefined)
  .sort();

const [name, ...options] = process.argv.slice(2);
if (name === undefined || !names.includes(name)) {
  say(`Which one?\n${names.map((each) => `  npm run bench -- ${each}`).join("\n")}`);
  process.exit(name === undefined ? 0 : 1);
}
const built = spawnSync("npm", ["run", "build", "--silent"], { cwd: root, stdio: "inherit" });
if (built.status !== 0) process.exit(built.status ?? 1);
const run = spawnSync(process.execPath, ["--expose-gc", entryOf(name), ...options], {
  cwd: root,
  stdio: "inherit",
});
process.exit(run.status ?? 1);

/**
 * The built casework package, for commands. Built again first wherever the compiler is installed: a second is nothing
 * against a date counted by yesterday's rules. Whatever the build says goes to stderr.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const built = new URL("../packages/casework/dist/appeals/index.js", import.meta.url);

export async function builtAppeals() {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const compiler = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
  if (existsSync(compiler)) {
    spawnSync(process.execPath, [compiler, "-b", "packages/casework"], {
      cwd: root,
      stdio: ["ignore", 2, 2],
    });
  }
  if (!existsSync(built))
    throw new Error("the casework package is not built: run `npm ci`, then `npx tsc -b`");
  return import(built.href);
}

/**
 * `npm run backup -- write FILE`, `check FILE`, `restore FILE`, `drill FILE`: a whole sealed backup of the helpline that `npm start`
 * runs here, or of the one that DATA_DIR or DATABASE_URL name. See docs/recovery.md.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

import { root, run } from "./set-up.mjs";

const main = join(root, "packages/server/dist/backup/main.js");
if (!existsSync(main)) run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-b"]);
const homes = [join(root, ".answerable"), "/var/lib/answerable"].flatMap((place) => [
  join(place, "helpline"),
  join(place, "practice"),
]);
const DATA_DIR = process.env.DATA_DIR ?? homes.find((home) => existsSync(home)) ?? homes[0];
const done = spawnSync(process.execPath, [main, ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, DATA_DIR },
});
process.exit(done.status ?? 1);

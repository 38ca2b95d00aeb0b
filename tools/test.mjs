/** npm test: sets up what a fresh clone lacks, then runs every test. Words after -- go to vitest and narrow the run. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

import { build, chromium, debianExtras, install, requireNode, root } from "./set-up.mjs";

requireNode();
install();
chromium();
if (process.env.CI) debianExtras();
build();
const done = spawnSync(
  process.execPath,
  [
    join(root, "node_modules/vitest/vitest.mjs"),
    "run",
    "--reporter=default",
    `--reporter=${join(root, "tools/tally.mjs")}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: "inherit", env: process.env },
);
process.exit(done.status ?? 1);

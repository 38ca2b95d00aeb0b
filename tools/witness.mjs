/** `npm run witness -- --server URL`: a witness of a server's log, in another place than the server. See docs/witness.md. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

import { root, run } from "./set-up.mjs";

const main = join(root, "packages/server/dist/witness/main.js");
if (!existsSync(main)) run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-b"]);
const done = spawnSync(process.execPath, [main, ...process.argv.slice(2)], { stdio: "inherit" });
process.exit(done.status ?? 1);

/**
 * `npm run build [-- --hash [--list]]`: types checked and compiled, the pages bundled. With --hash it prints the one hash of the desk and of the
 * form's pages: who builds the same sources, anywhere, gets the same. With --list every file's own, as sha256sum has it.
 */
import { join } from "node:path";

import { hashesOf, oneHashOf } from "./hashes.mjs";
import { build, install, root, say } from "./set-up.mjs";

install();
build();
if (process.argv.includes("--hash"))
  for (const pages of ["desk", "form"]) {
    const hashes = hashesOf(join(root, "packages", pages, "dist-web"));
    if (process.argv.includes("--list")) for (const [path, hash] of hashes) say(`${hash}  ${path}`);
    say(`${oneHashOf(hashes)}  ${pages}`);
  }

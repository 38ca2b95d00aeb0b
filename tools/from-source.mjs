/** What a bench asks of the tree: a module with our packages' sources behind it, as the tests have them, and the words of its command line. */
import { join } from "node:path";

import { runnerImport } from "vite";

import { root } from "./set-up.mjs";

const conditions = ["@answerable/source"];
const source = {
  root,
  logLevel: "error",
  configFile: false,
  resolve: { conditions },
  ssr: { resolve: { conditions } },
};

/** The path is told from the root of the tree. Throws where there is no such module. */
export async function fromSource(path) {
  return (await runnerImport(join(root, path), source)).module;
}

/** Of `--name=word`: the word. */
export function option(name, otherwise) {
  return process.argv.find((word) => word.startsWith(`--${name}=`))?.split("=")[1] ?? otherwise;
}

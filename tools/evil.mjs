/**
 * `npm run evil [-- --tries=20]`: a server that means harm, and what a device notices of it. A table of attacks: how often tried, how
 * often named, how often the device said the truth all the same, and how often it was taken in (which must be never).
 */
import { join } from "node:path";

import { runnerImport } from "vite";

import { root, say } from "./set-up.mjs";

const conditions = ["@answerable/source"];
const source = {
  root,
  logLevel: "error",
  configFile: false,
  resolve: { conditions },
  ssr: { resolve: { conditions } },
};
const { attacks, tallied } = (await runnerImport(join(root, "journeys/evil/attacks.ts"), source)).module;
const option = process.argv.find((word) => word.startsWith("--tries="));
const tries = Number(option?.split("=")[1] ?? "20");
const seeds = Array.from({ length: tries }, (_, at) => at + 1);

const widths = [66, 7, 9, 10, 10, 8];
const line = (cells) =>
  say(
    cells
      .map((cell, at) => (at === 0 ? String(cell).padEnd(widths[0]) : String(cell).padStart(widths[at])))
      .join(" "),
  );
line(["attack", "tries", "noticed", "harmless", "taken in", "healed"]);
let failed = false;
const { leavings } = (await runnerImport(join(root, "journeys/evil/leaving.ts"), source)).module;
for (const attack of [...attacks, ...leavings]) {
  const tally = await tallied(attack, seeds);
  const takenIn = tally.invented + (tally.isDelay ? 0 : tally.unseen.length);
  line([
    tally.name,
    tally.tries,
    tally.noticed,
    tally.harmless,
    takenIn,
    tally.tries - tally.unhealed.length,
  ]);
  failed ||= takenIn > 0 || tally.unhealed.length > 0 || tally.tries === 0;
}
const { paperAttacks, talliedPapers } = (await runnerImport(join(root, "journeys/evil/papers.ts"), source))
  .module;
for (const attack of paperAttacks) {
  const tally = await talliedPapers(attack, seeds);
  line([tally.name, tally.tries, tally.refused, tally.same, tally.other.length, tally.tries]);
  failed ||= tally.other.length > 0 || tally.refused === 0;
}
say("");
say(
  "harmless: the device said the truth all the same. What is kept back with all that follows it is a delay, and shows when the devices meet.",
);
process.exitCode = failed ? 1 : 0;

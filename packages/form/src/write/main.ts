/** Composition root of "Write to us": the only place of this page that reaches for the clock, chance, the network and the stores. */
import { openQueue } from "../letter/queue.ts";
import { browserDeps, browserStorage } from "../page/main.ts";
import { openWritePage } from "./write-page.ts";

openWritePage({
  ...browserDeps(),
  queue: openQueue(globalThis.indexedDB),
  storage: browserStorage(),
  print: () => print(),
});

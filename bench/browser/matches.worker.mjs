/** The matching core at scale in a worker of a real browser, as the desk's worker holds it; answers questions while it is asked. */
import { regionLabel } from "../../packages/casework/src/places/index.ts";
import { likenessAtScale } from "../../packages/replica/src/testing/likeness-at-scale.ts";
import { drawReports } from "../matching/generate.mjs";

const turn = new MessageChannel();
/** As the desk's worker breathes. */
function breath() {
  return new Promise((resolve) => {
    turn.port1.onmessage = resolve;
    turn.port2.postMessage(undefined);
  });
}

const namesWorker = () =>
  new Worker(new URL("../../packages/desk/src/names.worker.ts", import.meta.url), { type: "module" });

let ask;
async function measure(data) {
  const reports = drawReports(7, data.cards, (code) => regionLabel(code, "ru"));
  const run = await likenessAtScale(reports, {
    withPass: data.withPass,
    memory: () => undefined,
    breath,
    ...(data.alone ? {} : { namesWorker }),
  });
  ask = run.ask;
  const { loaded, built, longestBreath, matches, begun, searches, changed, pass } = run;
  postMessage({
    done: { loaded, built, longestBreath, matches, begun, searches, changed, pass },
    names: reports.slice(0, 200).map(({ name }) => name),
  });
}

addEventListener("message", ({ data }) => {
  if (data.type === "ask") postMessage({ answer: ask(data.name) });
  else
    measure(data).catch((problem) => {
      throw problem;
    });
});

/** The page of the bench of matches: its main thread does what the phone desk does at a keystroke, asks and takes the answer. */
const worker = new Worker(new URL("./matches.worker.mjs", import.meta.url), { type: "module" });
const heard = () =>
  new Promise((resolve, reject) => {
    worker.addEventListener("message", ({ data }) => resolve(data), { once: true });
    worker.addEventListener("error", (problem) => reject(new Error(problem.message)), { once: true });
  });

async function run(cards, { withPass, alone }) {
  worker.postMessage({ type: "run", cards, withPass, alone }, []);
  const { done, names } = await heard();
  const memory = await performance.measureUserAgentSpecificMemory();
  const inWorker = memory.breakdown
    .filter(({ attribution }) => attribution.some(({ scope }) => scope.startsWith("Dedicated")))
    .reduce((sum, { bytes }) => sum + bytes, 0);
  // What a keystroke costs this thread, and how long its answer takes.
  const held = [];
  const answered = [];
  for (const name of names) {
    const began = performance.now();
    worker.postMessage({ type: "ask", name }, []);
    held.push(performance.now() - began);
    await heard();
    answered.push(performance.now() - began);
  }
  return { ...done, held, answered, megabytes: inWorker / 1e6 };
}
globalThis.bench = { run };

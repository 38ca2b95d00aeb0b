/** The page of a bench: the desk's own worker behind its own port, and a second worker that measures the legs. */
import { connectOffice } from "@answerable/replica";

const { default: officeUrl } = await import("../../packages/desk/src/office.worker.ts?worker&url");
const { default: legsUrl } = await import("./legs.worker.mjs?worker&url");

const everything = { type: "Roster", text: "", list: "all", from: 0, count: 50 };
// The server's policy for the desk holds here too.
const policy = globalThis.trustedTypes.createPolicy("answerable", { createScriptURL: (url) => url });
const workerAt = (url) => new Worker(policy.createScriptURL(url), { type: "module" });
let office;
/** When each case was first seen in the roster, in milliseconds since 1970. */
const seen = new Map();
let rows = 0;

const now = () => performance.timeOrigin + performance.now();

function legs(given) {
  const worker = workerAt(legsUrl);
  return new Promise((done, failed) => {
    worker.addEventListener("message", ({ data }) => {
      worker.terminate();
      if (data.failed === undefined) done(data.value);
      else failed(new Error(data.failed));
    });
    worker.postMessage(given, []);
  });
}

function open() {
  office = connectOffice(workerAt(officeUrl));
  office.watch(everything, (answer) => {
    rows = answer.total;
    for (const row of answer.rows) if (!seen.has(row.case)) seen.set(row.case, now());
  });
}

const until = (holds) =>
  new Promise((done) => {
    const unwatch = office.watchStatus((status) => {
      if (!holds(status)) return;
      done(status);
      setTimeout(() => unwatch(), 0);
    });
  });

async function enter(passphrase) {
  await until((status) => status.phase === "locked");
  const answer = await office.unlock(passphrase);
  if (!answer.ok) throw new Error(answer.refusal.type);
}

/** Milliseconds from now on until something is seen. */
function watchRows() {
  const began = now();
  const times = {};
  const stop = office.watchStatus((status) => {
    if (status.sync) times.firstProgress ??= now() - began;
  });
  const look = setInterval(() => rows > 0 && (times.firstRows ??= now() - began), 2);
  return async () => {
    times.all = now() - began;
    const { total } = await office.ask(everything);
    times.firstRows ??= now() - began;
    times.firstProgress ??= times.all;
    clearInterval(look);
    stop();
    return { ...times, total };
  };
}

/** A device that was just enrolled and whose keys are open: until all cards are in. */
async function firstDay() {
  const seenSoFar = watchRows();
  await until((status) => status.syncedAt !== undefined);
  return seenSoFar();
}

/** Milliseconds until nothing is left to be built behind. */
async function indexed() {
  const began = now();
  // The page is told of the index a moment after the cards.
  await new Promise((done) => setTimeout(done, 200));
  await until((status) => status.indexing === undefined);
  return now() - began;
}

/** A device with all cards at rest: from the passphrase to the last of them. */
async function unlock(passphrase) {
  await until((status) => status.phase === "locked");
  const seenSoFar = watchRows();
  const began = now();
  await enter(passphrase);
  const keys = now() - began;
  await until((status) => status.phase === "open");
  return { keys, ...(await seenSoFar()) };
}

/** From the key that records a call to its row in the roster. */
async function record(command) {
  const began = now();
  const done = await office.do(command);
  if (!done.ok) throw new Error(done.refusal.type);
  const sealed = now() - began;
  const at = await rowSeen(done.value.folder);
  return { began, sealed, shown: at - began, folder: done.value.folder };
}

async function rowSeen(folder) {
  const deadline = now() + 8_000;
  while (!seen.has(folder)) {
    if (now() > deadline)
      throw new Error(`the row never came: ${rows} rows, ${JSON.stringify(office.status())}`);
    await new Promise((done) => setTimeout(done, 1));
  }
  return seen.get(folder);
}

/** Bytes of the page, its workers included. */
async function memory() {
  const { breakdown } = await performance.measureUserAgentSpecificMemory();
  const ofWorkers = breakdown.filter(({ attribution }) =>
    attribution.some(({ scope }) => scope === "DedicatedWorkerGlobalScope"),
  );
  return ofWorkers.reduce((sum, { bytes }) => sum + bytes, 0);
}

globalThis.bench = { legs, open, enter, firstDay, indexed, unlock, record, rowSeen, memory };

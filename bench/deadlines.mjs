/**
 * The board over 50,000 open appeals: every clock of every one, derived from scratch with a pack just read.
 * Facts are laid out beforehand; what is timed is what the worker does when the day turns. Goal: 300 ms.
 * The best of nine is held against the goal: a busy machine adds, and never takes away.
 */
import { readFileSync } from "node:fs";

import { builtAppeals } from "../tools/built-casework.mjs";

const { loadPack, newAppeal, standingOf, traceOf } = await builtAppeals();
const json = JSON.parse(readFileSync(new URL("../packages/casework/packs/ru.json", import.meta.url), "utf8"));

const APPEALS = 50_000;
const GOAL_MS = 300;
const today = "2026-11-20";

let seed = 4;
function below(limit) {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed % limit;
}
function day(from, span) {
  return new Date(Date.parse(`${from}T00:00:00Z`) + below(span) * 86_400_000).toISOString().slice(0, 10);
}
function later(date, most) {
  return new Date(Date.parse(`${date}T00:00:00Z`) + (1 + below(most)) * 86_400_000)
    .toISOString()
    .slice(0, 10);
}

const routes = [
  ["r.governor", "ru.governor"],
  ["r.mod", "ru.mod"],
  ["r.mil-prosecutor", "ru.mil-prosecutor.garrison"],
  ["r.crime-report", "ru.mil-investigator"],
];

function appeal() {
  const [route, addressee] = routes[below(routes.length)];
  const sent = day("2025-01-01", 600);
  const received = later(sent, 9);
  const registered = later(received, 5);
  const isKnown = below(4) > 0;
  const child = { ...newAppeal("r.mil-prosecutor", "ru.mil-prosecutor.district"), received: undefined };
  return {
    ...newAppeal(route, addressee),
    region: below(10) === 0 ? "RU-TA" : undefined,
    isSigned: true,
    dispatched: { on: sent, proof: "proved", by: "post" },
    received: isKnown ? { on: received, proof: "proved" } : undefined,
    registered: isKnown ? { on: registered, proof: "proved", number: "1" } : undefined,
    extended: below(8) === 0 && isKnown ? [{ dated: later(registered, 28), until: undefined }] : [],
    forwarded:
      below(6) === 0 && isKnown ? [{ on: later(registered, 9), proof: "proved", isWhole: true, child }] : [],
    known: below(3) === 0 ? { "violation.known": { on: received, proof: "proved" } } : {},
  };
}
const appeals = Array.from({ length: APPEALS }, appeal);

function run() {
  const loaded = loadPack(json);
  if (!loaded.ok) throw new Error("the pack does not load");
  const { pack } = loaded.value;
  const began = performance.now();
  const worked = process.cpuUsage();
  const late = { clocks: 0, late: 0, provisional: 0 };
  const found = appeals.map((facts) => {
    const standing = standingOf(facts, pack, today);
    if (!standing.ok) throw new Error(JSON.stringify(standing.refusal));
    return standing.value;
  });
  const took = performance.now() - began;
  const { user, system } = process.cpuUsage(worked);
  for (const { clocks, children, overlays } of found) {
    late.clocks += clocks.length + children.reduce((sum, child) => sum + child.clocks.length, 0);
    if (overlays.includes("answer-late")) late.late += 1;
    if (overlays.includes("provisional")) late.provisional += 1;
  }
  const traced = performance.now();
  for (const { clocks } of found.slice(0, 1_000)) for (const { deadline } of clocks) traceOf(pack, deadline);
  return { took, cpu: (user + system) / 1000, traces: performance.now() - traced, ...late };
}

const first = run();
const runs = Array.from({ length: 9 }, run).sort((a, b) => a.took - b.took);
const [best] = runs;
const median = runs[4];
console.log(
  `${APPEALS} appeals, ${median.clocks} clocks, ${median.late} late, ${median.provisional} provisional`,
);
console.log(
  `all dates derived: ${best.took.toFixed(0)} ms best, ${median.took.toFixed(0)} ms median of 9, ${first.took.toFixed(0)} ms cold (goal ${GOAL_MS} ms: ${(best.took / GOAL_MS).toFixed(2)} of it)`,
);
console.log(`processor time: ${median.cpu.toFixed(0)} ms, collecting garbage on all threads included`);
console.log(`traces of 1,000 appeals: ${median.traces.toFixed(0)} ms`);
if (best.took > GOAL_MS) process.exitCode = 1;

/**
 * How long the exact audit takes: one table of 85 regions × 12 grievances, ten linked weekly releases with the table of
 * all ten weeks around them, and 20,000 claims weighed. Prints milliseconds against the promise. Runs on the built
 * packages: npx tsc -b packages/press && node bench/disclosure.mjs
 */
import { join, resolve } from "node:path";

const packages = resolve(import.meta.dirname, "..", "packages");
const { siftLedger, weigh } = await import(join(packages, "casework", "dist", "claims", "index.js"));
const { auditOf, boundsOf, countedLine, suppressed, unionOf, week } = await import(
  join(packages, "press", "dist", "index.js")
);

let seed = 8;
function random() {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff;
  return seed / 0x7fffffff;
}
const codes = (letter, count) => Array.from({ length: count }, (_, at) => `${letter}${at}`);
const domain = {
  k: 5,
  codes: { region: codes("R", 85), grievance: codes("G", 12) },
  strict: { grievance: ["G11"] },
};
const dayAt = (days) => new Date(Date.UTC(2022, 10, 7 + days)).toISOString().slice(0, 10);
const skewed = (list, power) => list[Math.floor(list.length * random() ** power)];

function weekOfFacts(at, count) {
  return Array.from({ length: count }, (_, one) => ({
    id: `${at}.${one}`,
    day: dayAt(at * 7),
    codes: { region: skewed(domain.codes.region, 2), grievance: skewed(domain.codes.grievance, 1.6) },
  }));
}
function timed(what, promised, run) {
  const began = performance.now();
  const result = run();
  const took = performance.now() - began;
  const against =
    promised === undefined ? "" : ` (promised ${promised} ms: ${took <= promised ? "kept" : "MISSED"})`;
  console.log(`${what}: ${Math.round(took)} ms${against}`);
  return result;
}
function weekly(at, name) {
  return { name, dimensions: ["region", "grievance"], period: week(dayAt(at * 7)) };
}

for (const count of [800, 3000, 12000]) {
  const facts = weekOfFacts(0, count);
  const given = { facts, domain, earlier: [] };
  const line = countedLine({ number: 1, on: dayAt(7), tables: [weekly(0, "weekly")] }, given);
  const { line: printed } = timed(`85 × 12, ${count} cases, hidden`, undefined, () =>
    suppressed(line, given),
  );
  const { puzzle, needs } = unionOf([printed], domain);
  timed(`85 × 12, ${count} cases, audited from every seat (${needs.length} needs)`, 500, () =>
    auditOf(puzzle, needs),
  );
  timed(`85 × 12, ${count} cases, all exact bounds (${puzzle.unknowns.length})`, undefined, () =>
    boundsOf(puzzle),
  );
}

const lines = [];
let facts = [];
for (let at = 0; at < 10; at += 1) {
  facts = [...facts, ...weekOfFacts(at, 1500)];
  const tables = [weekly(at, "weekly")];
  if (at === 9)
    tables.push({ name: "ten weeks", dimensions: ["region", "grievance"], period: week(dayAt(0), 10) });
  const given = { facts, domain, earlier: lines };
  const line = countedLine({ number: at + 1, on: dayAt(at * 7 + 7), tables }, given);
  const found =
    at < 9
      ? suppressed(line, given)
      : timed("the tenth release, hidden", undefined, () => suppressed(line, given));
  lines.push(found.line);
}
const { puzzle, needs } = unionOf(lines, domain);
const breaches = timed(`ten linked releases, audited (${needs.length} needs)`, 5000, () =>
  auditOf(puzzle, needs),
);
console.log(`breaches: ${breaches.length}`);

const size = 20_000;
const raw = {
  agents: Array.from({ length: size }, (_, at) => ({
    id: `ag:${at}`,
    type: "person",
    ...(at % 7 === 0 && { household: `h${at % 900}` }),
  })),
  items: Array.from({ length: size }, (_, at) => ({
    id: `it:${at}`,
    kind: "social-post",
    agent: `ag:${at}`,
  })),
  chains: Array.from({ length: size }, (_, at) => {
    const origin = `ag:${Math.floor(random() * size)}`;
    const told = origin === `ag:${at}` ? [] : [{ from: origin, to: `ag:${at}`, mode: "told" }];
    return {
      id: `ch:${at}`,
      origin,
      perceives: "saw",
      links: [...told, { from: `ag:${at}`, to: `it:${at}`, mode: "stated" }],
    };
  }),
  claims: Array.from({ length: size }, (_, at) => ({
    id: `C${at}`,
    type: "event",
    chain: `ch:${at}`,
    incident: `I${at % 2500}`,
  })),
};
const { ledger } = timed("20,000 claims, read", undefined, () => siftLedger(raw));
timed("20,000 claims, weighed", 1000, () => weigh(ledger));

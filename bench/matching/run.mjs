/**
 * The table of the matching bench: `node bench/matching/run.mjs [--size 200000] [--peers 20000] [--link 50000] [--each 60]`, after
 * `npx tsc -b packages/casework`. Peers are measured on a smaller register because most would take minutes on the large one; ours is shown on both.
 */
import { performance } from "node:perf_hooks";

import { buildIndex, linkRecords, scoreNames } from "./adapter.mjs";
import { drawReports } from "./generate.mjs";
import { measureLinks } from "./linkage.mjs";
import { pairPeers, searchPeers } from "./peers.mjs";
import { publicFiguresAbroad } from "./public-figures-abroad.mjs";
import { publicFigures } from "./public-figures.mjs";
import { drawQueries, drawRegister, measure, registerRecords } from "./search.mjs";

const { regionLabel } = await import(
  new URL(
    "places/index.js",
    process.env.ANSWERABLE_CASEWORK ?? new URL("../../packages/casework/dist/", import.meta.url),
  ).href
);
const asked = (name, usual) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : Number(process.argv[at + 1]);
};
const size = asked("size", 200_000);
const peerSize = asked("peers", 20_000);
const linkSize = asked("link", 50_000);
const each = asked("each", 60);
const share = (x) => x.toFixed(3).replace(/^0/u, "");
const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);

function publicPairs() {
  const people = (publicFigures.trimEnd() + publicFiguresAbroad)
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((name) => name.trim()));
  const same = people.flatMap((names) => names.flatMap((a, at) => names.slice(at + 1).map((b) => [a, b])));
  const family = (name) => name.split(" ").map((word) => word.toLowerCase());
  const strangers = [];
  people.forEach((names, i) =>
    people.slice(i + 1).forEach((others) => {
      const [a, b] = [family(names[0]), family(others[0])];
      const alike = a.some((word) => b.includes(word));
      names.forEach((x, n) =>
        others.forEach((y, m) => {
          if (alike || (n + m * 7 + i * 3) % 97 === 0) strangers.push([x, y]);
        }),
      );
    }),
  );
  return { same, strangers };
}

function scored(score, { same, strangers }) {
  const right = same.map(([a, b]) => score(a, b)).sort((a, b) => a - b);
  const wrong = strangers.map(([a, b]) => score(a, b)).sort((a, b) => b - a);
  const cut = wrong[Math.floor(wrong.length * 0.01)];
  const over = (list, edge) => list.filter((x) => x >= edge).length;
  let f1 = 0;
  for (let at = 0; at < right.length; at += Math.max(1, Math.floor(right.length / 400))) {
    const found = right.length - at;
    f1 = Math.max(f1, (2 * found) / (found + over(wrong, right[at]) + right.length));
  }
  return { f1, atOne: right.filter((x) => x > cut).length / right.length };
}

console.log("## Pairs of public persons' names\n");
row("", "F1", "recall at 1 % false alarms");
row("---", "---", "---");
const pairs = publicPairs();
for (const [name, score] of Object.entries({ "**Answerable**": scoreNames, ...pairPeers })) {
  const { f1, atOne } = scored(score, pairs);
  row(name, share(f1), share(atOne));
}
console.log(
  `\n${pairs.same.length} pairs of one person, ${pairs.strangers.length} of two (all that share a word of the full name, and a sample of the rest).\n`,
);

function register(count) {
  const soldiers = drawRegister(7, count);
  return {
    soldiers,
    queries: drawQueries(soldiers, 11, each),
    byId: new Map(soldiers.map((soldier) => [soldier.id, soldier])),
  };
}

function ours({ soldiers, queries, byId }) {
  globalThis.gc?.();
  const before = process.memoryUsage();
  const begin = performance.now();
  const index = buildIndex(registerRecords(soldiers));
  const build = (performance.now() - begin) / 1000;
  globalThis.gc?.();
  const after = process.memoryUsage();
  for (const query of queries.slice(0, 40)) index.search({ name: query.text }, 10);
  const result = measure(queries, (text, k) => index.search({ name: text }, k).map((id) => byId.get(id)));
  return {
    ...result,
    build,
    megabytes: (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6,
  };
}

console.log("## Search by name\n");
const large = register(size);
const result = ours(large);
const heads = ["R@1", "R@10", "R@10 as asked"];
row("", "register", ...heads, "p50 ms", "p95 ms", "build s", "MB");
row(...Array(9).fill("---"));
const first = (r) =>
  Object.values(r.byKind).reduce((sum, kind) => sum + kind.first, 0) /
  Object.values(r.byKind).reduce((sum, kind) => sum + kind.asked, 0);
const line = (name, count, r) =>
  row(
    name,
    count,
    share(first(r)),
    share(r.all),
    share(r.borne),
    r.p50.toFixed(1),
    r.p95.toFixed(1),
    r.build?.toFixed(1) ?? "",
    r.megabytes?.toFixed(0) ?? "",
  );
line("**Answerable**", size, result);
const peerTables = {};
if (peerSize > 0) {
  const small = register(peerSize);
  const mine = ours(small);
  line("**Answerable**", peerSize, mine);
  peerTables.Answerable = mine;
  const names = registerRecords(small.soldiers).map((record) => record.name);
  for (const [name, open] of Object.entries(searchPeers)) {
    const begin = performance.now();
    const peer = open(names);
    if (!peer) {
      row(name, peerSize, "no server here", "", "", "", "", "", "");
      continue;
    }
    const build = (performance.now() - begin) / 1000;
    const queries = small.queries.filter((_, at) => at % 3 === 0);
    const all = peer.searchAll?.(
      queries.map((query) => query.text),
      10,
    );
    let at = 0;
    const r = measure(queries, (text, k) =>
      (all ? all.answers[at++] : peer.search(text, k)).map((place) => small.soldiers[place]),
    );
    if (all) {
      const times = all.times.sort((a, b) => a - b);
      r.p50 = times[times.length >> 1];
      r.p95 = times[Math.floor(times.length * 0.95)];
    }
    line(name, peerSize, { ...r, build });
    peerTables[name] = r;
    peer.close?.();
  }
}
for (const [title, table] of [
  ["kind of error", "byKind"],
  ["group", "byGroup"],
]) {
  console.log(`\n### R@10 by ${title}\n`);
  row(
    title,
    "asked",
    `Answerable R@1, ${size}`,
    `R@10, ${size}`,
    `R@10 as asked, ${size}`,
    ...Object.keys(peerTables).map((name) => `${name}, ${peerSize}`),
  );
  row(...Array(5 + Object.keys(peerTables).length).fill("---"));
  for (const [key, { asked: count, first, ten, borne }] of Object.entries(result[table]))
    row(
      key,
      count,
      share(first / count),
      share(ten / count),
      share(borne / count),
      ...Object.values(peerTables).map((r) => {
        const cell = r[table][key];
        return cell ? share(cell.ten / cell.asked) : "";
      }),
    );
}

console.log("\n## Linking reports with all fields\n");
row("reports", "recall at precision .95", "at .99", "true pairs proposed", "pairs proposed", "s");
row(...Array(6).fill("---"));
const reports = drawReports(5, linkSize, (code) => regionLabel(code, "ru"));
const begin = performance.now();
const links = [...linkRecords(reports)];
const seconds = (performance.now() - begin) / 1000;
const linked = measureLinks(reports, links);
row(
  linkSize,
  share(linked.at95),
  share(linked.at99),
  share(linked.proposed),
  linked.pairs,
  seconds.toFixed(1),
);
const groupOf = new Map(reports.map((report) => [report.soldier, report.group]));
console.log("\n### True pairs proposed, by group\n");
row("group", "proposed", "scored above even");
row("---", "---", "---");
const soldierOf = new Map(reports.map((report) => [report.rec_id, report.soldier]));
for (const group of new Set(groupOf.values())) {
  const within = reports.filter((report) => report.group === group);
  const found = linked.scored.filter((pair) => pair.right && groupOf.get(soldierOf.get(pair.a)) === group);
  const sizes = new Map();
  for (const report of within) sizes.set(report.soldier, (sizes.get(report.soldier) ?? 0) + 1);
  const all = [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  row(group, share(found.length / all), share(found.filter((pair) => pair.score > 0.5).length / all));
}

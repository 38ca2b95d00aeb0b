/**
 * What else one could use, in the same run: each peer gets the same names transliterated in one common way (the fairest raw text can be made
 * across scripts) and the same questions. `open(names)` gives `search(text, k)`: places in the list, best first.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Accuracy, Encoder } from "bmpm";
import { distance } from "fastest-levenshtein";
import FlexSearch from "flexsearch";
import { translate, WIKIPEDIA } from "iuliia";
import MiniSearch from "minisearch";

const neighbours = { і: "i", ї: "i", є: "e", ґ: "g", ў: "u", ł: "l" };
/** One transliteration for all, Ukrainian and Belarusian letters and Latin marks included: peers shall not lose for want of it. */
export const plain = (text) =>
  translate(
    text.toLowerCase().replace(/[іїєґўł]/gu, (letter) => neighbours[letter]),
    WIKIPEDIA,
  )
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9 ]/gu, "");

export function jaroWinkler(a, b) {
  if (a === b) return 1;
  const range = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const seen = Array.from({ length: b.length }, () => false);
  const mine = [];
  for (let i = 0; i < a.length; i += 1)
    for (let j = Math.max(0, i - range); j < Math.min(b.length, i + range + 1); j += 1)
      if (!seen[j] && a[i] === b[j]) {
        seen[j] = true;
        mine.push(a[i]);
        break;
      }
  if (mine.length === 0) return 0;
  let at = 0;
  let swaps = 0;
  for (let j = 0; j < b.length; j += 1)
    if (seen[j]) {
      if (b[j] !== mine[at]) swaps += 1;
      at += 1;
    }
  const m = mine.length;
  const jaro = (m / a.length + m / b.length + (m - swaps / 2) / m) / 3;
  let prefix = 0;
  while (prefix < 4 && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

const encoder = new Encoder(Accuracy.APPROX, "russian");
const encodings = new Map();
function bmpm(word) {
  let known = encodings.get(word);
  if (!known) encodings.set(word, (known = encoder.encode(plain(word).replaceAll(" ", "")).slice(0, 60)));
  return known;
}

const sorted = (text) => plain(text).split(/\s+/u).filter(Boolean).sort().join(" ");
export const pairPeers = {
  "Levenshtein, transliterated": (a, b) => {
    const [x, y] = [sorted(a), sorted(b)];
    return 1 - distance(x, y) / Math.max(x.length, y.length, 1);
  },
  "Jaro-Winkler, transliterated": (a, b) => jaroWinkler(sorted(a), sorted(b)),
  "Beider-Morse": (a, b) => {
    const keys = (text) => text.split(/\s+/u).map((word) => new Set(bmpm(word)));
    const [x, y] = [keys(a), keys(b)];
    if (x.length === 0 || y.length === 0) return 0;
    return (
      x.filter((set) => y.some((other) => [...set].some((key) => other.has(key)))).length /
      Math.max(x.length, y.length)
    );
  },
};

function scan(likeness) {
  return (names) => {
    const ready = names.map(sorted);
    return {
      search: (text, k) => {
        const asked = sorted(text);
        return ready
          .map((name, at) => [likeness(asked, name), at])
          .sort((a, b) => b[0] - a[0])
          .slice(0, k)
          .map(([, at]) => at);
      },
    };
  };
}

export const searchPeers = {
  minisearch: (names) => {
    const index = new MiniSearch({ fields: ["name"], searchOptions: { fuzzy: 0.3, prefix: true } });
    index.addAll(names.map((name, id) => ({ id, name: plain(name) })));
    return {
      search: (text, k) =>
        index
          .search(plain(text))
          .slice(0, k)
          .map((found) => found.id),
    };
  },
  flexsearch: (names) => {
    const index = new FlexSearch.Index({ tokenize: "forward", encoder: FlexSearch.Charset.LatinExtra });
    names.forEach((name, at) => index.add(at, plain(name)));
    return { search: (text, k) => index.search(plain(text), { limit: k, suggest: true }) };
  },
  "Levenshtein scan": scan((a, b) => -distance(a, b)),
  "Jaro-Winkler scan": scan(jaroWinkler),
  pg_trgm: openTrigrams,
};

/** Where Debian keeps the newest server it has. */
function systemPostgres() {
  const home = "/usr/lib/postgresql";
  const newest = existsSync(home) ? readdirSync(home).sort((a, b) => Number(b) - Number(a))[0] : undefined;
  return newest === undefined ? undefined : join(home, newest, "bin");
}

/** A PostgreSQL of the machine, started for the bench on a socket of its own and thrown away; undefined where there is none. */
function openTrigrams(names) {
  const bin = process.env.PG_BIN ?? systemPostgres();
  if (bin === undefined) return undefined;
  const home = mkdtempSync(join(tmpdir(), "bench-trgm-"));
  const isRoot = process.getuid?.() === 0;
  const run = (program, args, input) => {
    const done = spawnSync(
      isRoot ? "runuser" : `${bin}/${program}`,
      isRoot ? ["-u", "postgres", "--", `${bin}/${program}`, ...args] : args,
      { input, encoding: "utf8", maxBuffer: 1 << 28 },
    );
    if (done.error || done.status !== 0) throw new Error(done.stderr || String(done.error));
    return done.stdout;
  };
  const psql = (text) =>
    run("psql", ["-h", home, "-d", "postgres", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"], text);
  try {
    if (isRoot) spawnSync("chown", ["postgres", home]);
    run("initdb", ["-D", `${home}/data`, "-A", "trust", "--no-sync"]);
    run("pg_ctl", [
      "-D",
      `${home}/data`,
      "-w",
      "-o",
      `-c listen_addresses='' -k ${home} -c fsync=off`,
      "-l",
      `${home}/log`,
      "start",
    ]);
    psql("create extension pg_trgm; create table name(id int, text text);");
    psql(`copy name from stdin;\n${names.map((name, at) => `${at}\t${plain(name)}`).join("\n")}\n\\.\n`);
    psql("create index on name using gist (text gist_trgm_ops(siglen=64)); analyze name;");
  } catch {
    rmSync(home, { recursive: true, force: true });
    return undefined;
  }
  return {
    searchAll: (texts, k) => {
      const out = psql(
        `\\timing on\n${texts.map((text) => `select coalesce(string_agg(id::text, ','), '') from (select id from name order by text <-> '${plain(text)}' limit ${k}) found;`).join("\n")}`,
      )
        .trim()
        .split("\n");
      const answers = out
        .filter((line) => !line.startsWith("Time"))
        .map((line) => line.split(",").filter(Boolean).map(Number));
      const times = out
        .filter((line) => line.startsWith("Time"))
        .map((line) => Number(/[\d.]+/u.exec(line)?.[0]));
      return { answers, times };
    },
    close: () => {
      run("pg_ctl", ["-D", `${home}/data`, "-m", "immediate", "stop"]);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

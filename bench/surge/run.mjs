/**
 * A surge against the real server: sixty volunteers at their desks and families at the form, then ten times that, then more until
 * something gives. Once against one server process, once against two behind nginx with the configuration of docs/operating.
 *
 * A volunteer records thirty sheets an hour, holds a line for hints, and fetches the new cards of her desk after each, one fetch at
 * a time, as the replica does. A family opens the form, does the work that is asked, and files a letter of 16.6 kB. Arrivals do not
 * wait for answers, and time counts from when something was meant to begin. Whoever is told "not now" keeps everything and comes
 * again after the time that the answer names. At the end the database is asked: what was acknowledged is there, once.
 *
 *   npm run bench -- surge [--only=one|two] [--stages=1,10,100,300] [--seconds=30]
 */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { fromSource, option } from "../../tools/from-source.mjs";
import { root } from "../../tools/set-up.mjs";
import { openCallers } from "./callers.mjs";

const USUAL = { operators: 60, lettersAnHour: 2_000 };
const SHEETS_AN_HOUR = 30;
const OF_A_DESK = 60;
const SECRET = "a-founding-secret-for-the-bench";
const NGINX = "/usr/sbin/nginx";

const pg = createRequire(join(root, "packages/server/package.json"))("pg");
const seconds = Number(option("seconds", "30"));
const stages = option("stages", "1,10,100,300").split(",").map(Number);
const only = option("only", "");

const { testDatabase, hasSystemPostgres } = await fromSource("packages/server/src/testing/test-postgres.ts");
const { testHelpline } = await fromSource("packages/server/src/testing/helpline.ts");
const { faultsOfLog } = await fromSource("packages/server/src/testing/history.ts");
const { openWire } = await fromSource("packages/wire/src/index.ts");

for (const [name, processes] of [
  ["one", 1],
  ["two", 2],
]) {
  if (only !== "" && only !== name) continue;
  if (processes === 2 && !existsSync(NGINX)) console.log("two processes: left out, nginx is not installed");
  else await benchWith(processes);
}

async function benchWith(processes) {
  const database = await testDatabase((await hasSystemPostgres()) ? "system" : "npm");
  const stop = [() => database.close()];
  try {
    const place = await startServers(processes, database, stop);
    const helpline = await testHelpline({ seed: "surge", desks: 0 });
    const most = Math.max(...stages.filter((times) => times <= 10));
    const desks = await found({
      helpline,
      origin: place.origin,
      count: Math.ceil((USUAL.operators * most) / OF_A_DESK),
    });
    console.log(
      `\n${processes === 1 ? "one server process" : "two server processes behind nginx"}, ${desks.length} desks`,
    );
    console.log("        per second              milliseconds p50/p95/p99");
    console.log(
      "  times pushes letters pulls |  sheet            letter           card elsewhere  | not now lost doubled | processor memory",
    );
    const filed = new Set();
    const acknowledged = new Map();
    for (const times of stages) {
      // Above ten times it is the same people in a greater hurry: no team grows to six thousand.
      const operators = USUAL.operators * Math.min(times, 10);
      const callers = openCallers({ port: place.port, desks, helpline, operators, filed, acknowledged });
      await callers.begin();
      const [before, began] = [place.processorTime(), performance.now()];
      const said = await callers.during(seconds, {
        sheets: (USUAL.operators * times * SHEETS_AN_HOUR) / 3_600,
        letters: (USUAL.lettersAnHour * times) / 3_600,
      });
      const busy = (place.processorTime() - before) / (performance.now() - began);
      await callers.end();
      const { lost, doubled } = await counted(database.postgres.url, { filed, acknowledged });
      console.log(
        `  ${String(times).padStart(5)} ${rate(said.pushes)} ${rate(said.letters)} ${rate(said.pulls)} |  ${three(said.pushTimes)} ${three(said.letterTimes)} ${three(said.seenTimes)} | ${String(said.notNow).padStart(7)} ${String(lost).padStart(4)} ${String(doubled).padStart(7)} | ${busy.toFixed(2)} of 1  ${place.memory()} MB`,
      );
      for (const fault of said.faults.slice(0, 5)) console.log(`        ${String(fault)}`);
      if (lost + doubled + said.faults.length > 0) process.exitCode = 1;
    }
    const faults = await faultsOfLog(database.postgres.url, acknowledged);
    for (const fault of faults) console.log(`  ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    for (const each of stop.toReversed()) await each();
  }
}

function rate(times) {
  return (times / seconds).toFixed(1).padStart(6);
}

function three(times) {
  const sorted = Float64Array.from(times).sort();
  const at = (part) =>
    sorted.length === 0
      ? "–"
      : String(Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]));
  return `${at(0.5)}/${at(0.95)}/${at(0.99)}`.padEnd(16);
}

/** What was acknowledged and is not there, and what is there twice. */
async function counted(url, { filed, acknowledged }) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const count = async (table) => {
    const { rows } = await client.query(`select id from app.${table}`);
    const ids = rows.map(({ id }) => id);
    return { ids: new Set(ids), doubled: ids.length - new Set(ids).size };
  };
  const [sheets, letters] = [await count("sheet"), await count("letter")];
  await client.end();
  const lost =
    [...acknowledged.keys()].filter((id) => !sheets.ids.has(id)).length +
    [...filed].filter((id) => !letters.ids.has(id)).length;
  return { lost, doubled: sheets.doubled + letters.doubled };
}

/** A member and a desk for each sixty volunteers, with a letterbox; each as a session. */
async function found({ helpline, origin, count }) {
  const session = {};
  const wire = openWire({ origin, fetch, token: () => session.token });
  const taken = async (push, secret) => {
    const answer = await wire.pushTeam(push, secret);
    if (answer.type !== "Taken") throw new Error(`not taken: ${answer.type}`);
  };
  await taken({ statements: helpline.founding.statements, boxes: [] }, SECRET);
  const signIn = async (device) => {
    const { challenge } = await wire.challenge(device.device);
    return (await wire.signIn(helpline.signIn(challenge, device))).token;
  };
  session.token = await signIn(helpline.device);
  const desks = [];
  for (let n = 0; n < count; n += 1) {
    const { device, statement } = await helpline.newMember(["operator"]);
    const desk = helpline.folder();
    const members = [helpline.member, device.member];
    const made = await helpline.statement({ type: "DeskCreated", desk, epoch: 1, members, canary: "AAAA" });
    await taken({ statements: [statement, made], boxes: [helpline.box(desk)] });
    const notAfter = new Date(Date.now() + 30 * 86_400_000).toISOString().replace(/\.\d+/, "");
    const { recipient } = helpline.newDevice().keys;
    const opens = await helpline.statement({
      type: "IntakeKeyPublished",
      desk,
      period: 1,
      recipient,
      notAfter,
    });
    await taken({ statements: [opens], boxes: [] });
    desks.push({ desk, device, token: await signIn(device) });
  }
  return desks;
}

async function startServers(count, database, stop) {
  const directory = await mkdtemp(join(tmpdir(), "answerable-surge-"));
  await chmod(directory, 0o755);
  stop.push(() => rm(directory, { recursive: true, force: true }));
  const secretFile = join(directory, "secret");
  await writeFile(secretFile, SECRET);
  const servers = [];
  for (let n = 0; n < count; n += 1) servers.push(await startServer(database.postgres.url, secretFile, stop));
  const port = count === 1 ? servers[0].port : await startNginx(directory, servers, stop);
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    /** Milliseconds of all server processes together. */
    processorTime: () => servers.reduce((sum, { pid }) => sum + processorTime(pid), 0),
    memory: () =>
      servers
        .map(({ pid }) =>
          Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024),
        )
        .join(" + "),
  };
}

async function startServer(url, secretFile, stop) {
  const child = spawn(process.execPath, [join(root, "packages/server/dist/main.js")], {
    env: {
      PATH: process.env.PATH,
      PORT: "0",
      DATABASE_URL: url,
      FOUNDING_SECRET_FILE: secretFile,
      STATIC_DIR: join(root, "packages/desk/dist-web"),
      FORM_DIR: join(root, "packages/form/dist-web"),
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise((done) => child.once("exit", done));
  stop.push(() => (child.kill("SIGTERM"), ended));
  let said = "";
  const port = await new Promise((done, failed) => {
    child.stderr.on("data", (chunk) => {
      said = (said + chunk).slice(-4_000);
      const line = /"port":(\d+),"msg":"listening"/.exec(said);
      if (line) done(Number(line[1]));
    });
    void ended.then(() => failed(new Error(said)));
  });
  return { port, pid: child.pid };
}

async function startNginx(directory, servers, stop) {
  const own = join(directory, "nginx");
  await mkdir(own);
  const port = 20_000 + (process.pid % 20_000);
  const site = readFileSync(join(root, "docs/operating/nginx.conf"), "utf8")
    .replaceAll("127.0.0.1:8081", `127.0.0.1:${servers[0].port}`)
    .replaceAll("127.0.0.1:8082", `127.0.0.1:${servers[1].port}`)
    .replace("listen 443 ssl http2;", `listen 127.0.0.1:${port};`)
    .replaceAll(/^\s*ssl_certificate.*$/gm, "");
  const scratch = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (each) => `${each}_temp_path ${own}/${each};`,
  );
  const file = join(own, "nginx.conf");
  const whole = `daemon off; worker_processes 1; worker_rlimit_nofile 8192; pid ${own}/pid; error_log ${own}/error.log;
    events { worker_connections 4096; } http { access_log off; ${scratch.join(" ")} ${site} }`;
  await writeFile(file, whole);
  execFileSync(NGINX, ["-t", "-q", "-c", file, "-e", join(own, "error.log")]);
  const child = spawn(NGINX, ["-c", file, "-e", join(own, "error.log")], { stdio: "inherit" });
  const ended = new Promise((done) => child.once("exit", done));
  stop.push(() => (child.kill("SIGTERM"), ended));
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await fetch(`http://127.0.0.1:${port}/ready`).catch(() => undefined))?.ok) return port;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("nginx did not start");
}

function processorTime(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  const words = text
    .slice(text.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  return (words[11] + words[12]) * 10;
}

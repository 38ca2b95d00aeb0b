import { spawn } from "node:child_process";
/**
 * npm start: sets up what a fresh clone lacks, starts the server on its own database, and opens the practice helpline in it.
 * npm start -- --found: an empty real helpline instead, with a link that founds it once.
 *
 * PORT, HOST and DATA_DIR may be set; everything is kept in .answerable/ otherwise.
 */
import { createHash, randomBytes } from "node:crypto";
import { closeSync, existsSync, openSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";

import { build, install, requireNode, root, say, stopWithParent } from "./set-up.mjs";

const isReal = process.argv.includes("--found");
const unknown = process.argv.slice(2).filter((word) => word !== "--found");
if (unknown.length > 0) {
  process.stderr.write(`npm start knows only --found, not ${unknown.join(" ")}\n`);
  process.exit(2);
}

requireNode();
install();
build();

const home = resolve(process.env.DATA_DIR ?? join(placeForData(), isReal ? "helpline" : "practice"));
try {
  const { makeDirectory } = await import("../packages/server/dist/make-directory.js");
  await makeDirectory(home, 0o755);
} catch (cause) {
  const why = cause.code ?? `no folder can be made in ${dirname(home)}`;
  process.stderr.write(`${home} cannot be made (${why}). Set DATA_DIR to a folder that you may write to.\n`);
  process.exit(1);
}
const host = process.env.HOST ?? "127.0.0.1";
const port = process.env.PORT ? Number(process.env.PORT) : await freePort(8787);
const origin = `http://${host === "127.0.0.1" ? "localhost" : host}:${port}`;
const secretFile = join(home, "founding-secret");
if (!existsSync(secretFile))
  writeFileSync(secretFile, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });

const children = [];
let isStopping = false;
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
process.on("SIGHUP", stop);
stopWithParent(stop);

const serverLog = join(home, "server.log");
const log = openSync(serverLog, "a", 0o600);
const server = child("packages/server/dist/main.js", [], ["ignore", "ignore", log], {
  PORT: String(port),
  HOST: host,
  DATA_DIR: home,
  STATIC_DIR: join(root, "packages/desk/dist-web"),
  FORM_DIR: join(root, "packages/form/dist-web"),
  // Nobody's number: in practice a form must not make anyone's telephone ring.
  ...(isReal ? {} : { FORM_TELEPHONE: "+7 900 000-00-00", ...formSettings() }),
  FOUNDING_SECRET_FILE: secretFile,
});
closeSync(log);
const logStart = existsSync(serverLog) ? readFileSync(serverLog).length : 0;
server.once("exit", (code) => {
  if (isStopping) return;
  process.stderr.write(
    `\nThe server stopped.\n${readFileSync(serverLog, "utf8").slice(logStart)}\nIts log: ${serverLog}\n`,
  );
  stop(code ?? 1);
});

say("Starting the server and its database …");
await ready();
if (isReal) await sayHowToFound();
else practise();

/**
 * Beside the program, unless we are root in a home that nobody else may enter: PostgreSQL refuses to run as root, and the
 * user it runs as must reach its files.
 */
function placeForData() {
  const beside = join(root, ".answerable");
  if (process.getuid?.() !== 0) return beside;
  for (let folder = root; folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) {
      say(
        `${folder} is closed to the user that PostgreSQL runs as, so the data is kept in /var/lib/answerable.`,
      );
      return "/var/lib/answerable";
    }
  }
  return beside;
}

/** A Node child whose end ends us. */
function child(path, parameters, stdio, environment = {}) {
  // Node 20 calls the import of a legal pack (JSON) an experiment; whoever practises should read of other things.
  const node = ["--disable-warning=ExperimentalWarning", join(root, path), ...parameters];
  const made = spawn(process.execPath, node, { cwd: root, stdio, env: { ...process.env, ...environment } });
  children.push(made);
  return made;
}

async function ready() {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(`http://${host}:${port}/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  process.stderr.write(`\nThe server did not become ready within a minute. Its log: ${serverLog}\n`);
  stop(1);
}

/** What whoever starts it has set for the form: see docs/letterbox.md. */
function formSettings() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith("FORM_")));
}

async function sayHowToFound() {
  const team = await (await fetch(`http://${host}:${port}/api/team?after=0`)).json();
  say("");
  const charter = team.statements[0]?.act.charter;
  if (charter) {
    const { fingerprintOf } = await import("../packages/wire/dist/index.js");
    const hash = (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());
    say(`This helpline is founded. The desk: ${origin}/`);
    say(
      `The family's form, with the fingerprint to compare: ${origin}/write#${await fingerprintOf(charter, hash)}`,
    );
  } else {
    say("An empty helpline. This link founds it, once, in the browser that opens it first:\n");
    say(`  ${origin}/#found=${readFileSync(secretFile, "utf8").trim()}\n`);
    say("The keys are made in that browser and never leave it unsealed.");
  }
  say("\nStop with Ctrl+C. Everything is kept.");
}

function practise() {
  const practice = child("packages/practice/dist/main.js", [], "inherit", {
    ORIGIN: origin,
    DATA_DIR: join(home, "device"),
    FOUNDING_SECRET_FILE: secretFile,
  });
  practice.once("exit", (code) => stop(code ?? 1));
}

/** `code`: of a child that ended, or the signal that told us. */
function stop(code) {
  if (isStopping) return;
  isStopping = true;
  const end = () => process.exit(typeof code === "number" ? code : 0);
  const open = children.filter((one) => one.exitCode === null && one.signalCode === null);
  if (open.length === 0) end();
  for (const one of open) one.kill("SIGTERM");
  Promise.all(open.map((one) => new Promise((done) => one.once("exit", done)))).then(end);
}

/** The first port from `wanted` on that nobody listens on. */
async function freePort(wanted) {
  for (let candidate = wanted; candidate < wanted + 100; candidate += 1) {
    const isFree = await new Promise((done) => {
      const trial = createServer();
      trial.once("error", () => done(false));
      trial.listen(candidate, "127.0.0.1", () => trial.close(() => done(true)));
    });
    if (isFree) return candidate;
  }
  process.stderr.write(`No port from ${wanted} to ${wanted + 99} is free. Set PORT.\n`);
  process.exit(1);
}

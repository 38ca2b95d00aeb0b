/**
 * The backup's composition root, behind `npm run backup`:
 *
 *   write FILE      a whole sealed backup, while the server runs        (FILE "-": to standard output)
 *   check FILE      everything that can be seen without a key
 *   restore FILE    into an empty database
 *   drill FILE      check, restore into a database thrown away afterwards, compare
 *
 * DATABASE_URL or DATA_DIR say where, as for the server.
 */
import { createReadStream } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { readConfig, type Config } from "../config.ts";
import { silentLog } from "../log-line.ts";
import { openDatabase } from "../postgres/database.ts";
import { openPostgres, urlOfRunning } from "../postgres/open-postgres.ts";
import { reasonOf } from "../why-not-started.ts";
import type { Manifest } from "./manifest.ts";
import { checkBackup, restoreBackup } from "./read.ts";
import { wholeFile } from "./whole-file.ts";
import { writeBackup } from "./write.ts";

const [what, file] = process.argv.slice(2);
try {
  if (file === undefined) throw new Error("Which file? write FILE, check FILE, restore FILE or drill FILE.");
  switch (what) {
    case "write":
      await atDatabase((url) => write(url, file));
      break;
    case "check":
      say(await check(file));
      break;
    case "restore":
      await atDatabase(async (url) => say(await restore(url, file)));
      break;
    case "drill":
      say(await check(file));
      await drill(file);
      break;
    case undefined:
    default:
      throw new Error("write FILE, check FILE, restore FILE or drill FILE?");
  }
} catch (cause) {
  process.stderr.write(`${reasonOf(cause).replace(/^[a-z]/u, (first) => first.toUpperCase())}\n`);
  process.exitCode = 1;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function write(url: string, path: string): Promise<void> {
  let bytes = 0;
  const began = performance.now();
  const manifest = await wholeFile(path, (take) =>
    writeBackup({
      url,
      now: Date.now(),
      async write(piece) {
        bytes += piece.length;
        await take(piece);
      },
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const sheets = manifest.desks.reduce((sum, { size }) => sum + size, 0);
  const speed = (bytes / 1e6 / seconds).toFixed(0);
  say(
    `${sheets} sheets of ${desksOf(manifest)}, ${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s (${speed} MB/s).`,
  );
}

function desksOf({ desks }: Manifest): string {
  return desks.length === 1 ? "1 desk" : `${desks.length} desks`;
}

async function check(path: string): Promise<string> {
  const { manifest, sheets, statements } = await checkBackup(
    createReadStream(path, { highWaterMark: 1_048_576 }),
  );
  return `Whole: made ${manifest.made}, ${statements} statements of the team log, ${sheets} sheets, each signed and in its place.`;
}

async function restore(url: string, path: string): Promise<string> {
  const database = await openDatabase(url, { log: silentLog });
  await database.close();
  const manifest = await restoreBackup(url, createReadStream(path, { highWaterMark: 1_048_576 }));
  return `Restored: ${desksOf(manifest)} as of ${manifest.made}.`;
}

async function drill(path: string): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), "answerable-drill-"));
  await chmod(directory, 0o755); // as root, the database's user must be able to walk through
  const postgres = await openPostgres({ directory: join(directory, "postgres"), log: silentLog });
  try {
    say(await restore(postgres.url, path));
    say("The drill went well: what was restored has the heads that were signed. It is thrown away now.");
  } finally {
    await postgres.close();
    await rm(directory, { recursive: true, force: true });
  }
}

/** The database that the server runs, or one brought up for as long as this takes. */
async function atDatabase(go: (url: string) => Promise<void>): Promise<void> {
  const read = await readConfig(process.env);
  if (read.type === "Problems") throw new Error(read.problems.join("\n"));
  const { database }: Config = read.config;
  if (database.type === "Given") return go(database.url);
  const directory = join(database.directory, "postgres");
  const running = await urlOfRunning(directory);
  if (running !== undefined) return go(running);
  const postgres = await openPostgres({ directory, log: silentLog, binaries: database.binaries });
  try {
    await go(postgres.url);
  } finally {
    await postgres.close();
  }
}

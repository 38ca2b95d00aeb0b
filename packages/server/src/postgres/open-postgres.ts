/**
 * Our own PostgreSQL, kept running as a child: found, made, started or adopted, watched, stopped. A server that was killed
 * leaves it behind; the next one reads postmaster.pid, makes sure who that is, and takes it over.
 */
import { spawn } from "node:child_process";
import { open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, isAbsolute, join } from "node:path";

import pg from "pg";

import type { Log } from "../log-line.ts";
import { factsOf } from "../log-line.ts";
import { findBinaries, type Binaries, type Source } from "./binaries.ts";
import {
  DATABASE_USER,
  environment,
  layOut,
  majorOf,
  makeCluster,
  PORT,
  postgresArguments,
  type Cluster,
} from "./cluster.ts";
import { DirectoryInUse, lockDirectory } from "./directory-lock.ts";
import { commandLine, isAlive, patienceOf, pause, signalled } from "./processes.ts";
import { unprivilegedUser } from "./unprivileged.ts";

export interface PostgresDeps {
  /** Its own directory; made if it is not there. */
  readonly directory: string;
  readonly log: Log;
  /** PG_BIN: the bin directory of a PostgreSQL. */
  readonly binaries?: string | undefined;
  /** Takes only this source of binaries. */
  readonly only?: Source | undefined;
}

export interface Postgres {
  readonly url: string;
  readonly version: string;
  readonly source: Source;
  /** The postmaster's. Another one after it had to be started again. */
  readonly pid: () => number;
  readonly close: () => Promise<void>;
}

const PATIENCE = 10_000;
const WATCH = 500;

export async function openPostgres(deps: PostgresDeps): Promise<Postgres> {
  const { log } = deps;
  const user = await unprivilegedUser();
  const cluster = await layOut(deps.directory, user);
  const { directory } = cluster;
  const lock = await lockDirectory(directory);
  try {
    const major = await majorOf(cluster);
    const ownPlace = join(directory, "binaries");
    const binaries = await findBinaries({
      chosen: deps.binaries,
      only: deps.only,
      ownPlace,
      user,
      cluster: major,
    });
    if (major === undefined) await makeCluster(cluster, binaries);
    let pid = await broughtUp(cluster, binaries, log);
    log.info("database runs", { version: binaries.version, pid });

    const closing = new AbortController();
    const { signal } = closing;
    let watching: Promise<void> | undefined;
    const timer = setInterval(() => {
      watching ??= watch().finally(() => (watching = undefined));
    }, WATCH);
    timer.unref();

    async function watch(): Promise<void> {
      if (signal.aborted || (await isAlive(pid))) return;
      log.warn("database gone, starting it again", { pid });
      for (let wait = WATCH; !signal.aborted; wait = Math.min(wait * 2, 10_000)) {
        try {
          pid = await broughtUp(cluster, binaries, log);
          log.info("database runs", { version: binaries.version, pid });
          return;
        } catch (cause) {
          log.error("database does not start", factsOf(cause));
          await pause(wait);
        }
      }
    }

    return {
      url: urlOf(cluster),
      version: binaries.version,
      source: binaries.source,
      pid: () => pid,
      async close() {
        closing.abort();
        clearInterval(timer);
        await watching;
        await stopped(pid, 20_000);
        if (!cluster.socket.startsWith(directory)) await rm(cluster.socket, { recursive: true, force: true });
        await lock.release();
      },
    };
  } catch (cause) {
    await lock.release();
    throw cause;
  }
}

/** The way to the database that another program of ours runs in this directory. undefined: none runs. */
export async function urlOfRunning(directory: string): Promise<string | undefined> {
  const cluster = await layOut(directory, await unprivilegedUser());
  const there = await postmasterOf(cluster);
  return there && urlOf({ ...cluster, socket: there.socket });
}

function urlOf(cluster: Cluster): string {
  return `postgres://${DATABASE_USER}@/postgres?host=${encodeURIComponent(cluster.socket)}&port=${PORT}`;
}

/** Adopted, or started; answering when this resolves to its pid. */
async function broughtUp(cluster: Cluster, binaries: Binaries, log: Log): Promise<number> {
  const patience = patienceOf(PATIENCE);
  for (;;) {
    const there = await postmasterOf(cluster);
    if (there !== undefined) {
      const isOurs = there.socket === cluster.socket && (await answers(cluster, there.pid, PATIENCE));
      if (isOurs) {
        log.info("database adopted", { pid: there.pid });
        return there.pid;
      }
      log.warn("database does not answer, stopping it", { pid: there.pid });
      await stopped(there.pid, PATIENCE);
    }
    const pid = await started(cluster, binaries);
    if (await answers(cluster, pid, 10 * PATIENCE)) return pid;
    // "pre-existing shared memory block" just after a kill: the old one's children are still going.
    if (patience.isOver())
      throw new Error(`PostgreSQL does not start. Its last words: ${await lastWords(cluster)}`);
    await pause(300);
  }
}

interface Postmaster {
  readonly pid: number;
  readonly socket: string;
}

/** The living postmaster of this cluster. A lock file left by a dead one is cleared away, also when its pid is now somebody else's. */
async function postmasterOf(cluster: Cluster): Promise<Postmaster | undefined> {
  const path = join(cluster.data, "postmaster.pid");
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const [pidText = "", , , , socket = ""] = text.split("\n");
  const pid = Number(pidText);
  const words = (await commandLine(pid)) ?? [];
  if (isPostmaster(words)) {
    const at = await clusterOf(words);
    if (at === cluster.data) return { pid, socket };
    if (at === undefined) {
      throw new DirectoryInUse(
        `The database in ${cluster.data} may be in use by a PostgreSQL that this program did not start (pid ${pid}). Stop that one first.`,
      );
    }
  }
  await rm(path, { force: true });
  return undefined;
}

/** Its children call themselves "postgres: checkpointer" and the like. */
function isPostmaster(words: readonly string[]): boolean {
  return /^(postgres|postmaster)$/.test(basename(words[0] ?? ""));
}

/** The directory it was told to serve. undefined: its command line does not say. */
async function clusterOf(words: readonly string[]): Promise<string | undefined> {
  const told = words[words.indexOf("-D") + 1];
  if (!words.includes("-D") || told === undefined || !isAbsolute(told)) return undefined;
  return realpath(told).catch(() => told);
}

async function started(cluster: Cluster, binaries: Binaries): Promise<number> {
  await turnOver(cluster.log);
  // A file and not a pipe: it must outlive us. Detached, so that Ctrl-C in a terminal stops the server first and it after.
  const log = await open(cluster.log, "a", 0o600);
  try {
    const child = spawn(join(binaries.directory, "postgres"), postgresArguments(cluster), {
      cwd: "/",
      env: environment,
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
      ...(cluster.user ? { uid: cluster.user.uid, gid: cluster.user.gid } : {}),
    });
    await new Promise<void>((done, failed) => {
      child.once("spawn", done);
      child.once("error", failed);
    });
    child.on("error", () => undefined);
    child.unref();
    if (child.pid === undefined) throw new Error("PostgreSQL has no pid");
    return child.pid;
  } finally {
    await log.close();
  }
}

/** Whether it answers before it ends or patience does. Recovery after a crash may take its time. */
async function answers(cluster: Cluster, pid: number, patience: number): Promise<boolean> {
  const waiting = patienceOf(patience);
  while (!waiting.isOver()) {
    const client = new pg.Client({
      connectionString: urlOf(cluster),
      connectionTimeoutMillis: 2_000,
      query_timeout: 2_000,
    });
    client.on("error", () => undefined);
    try {
      await client.connect();
      const found = await client.query("select current_setting('data_directory') as data");
      if (found.rows[0]?.data === cluster.data) return true;
    } catch {
      if (!(await isAlive(pid))) return false;
    } finally {
      await client.end().catch(() => undefined);
    }
    await pause(50);
  }
  return false;
}

/** SIGINT: a fast shutdown, everything committed is on disk. If that takes too long, SIGQUIT: the next start recovers. */
async function stopped(pid: number, patience: number): Promise<void> {
  for (const [signal, wait] of [
    ["SIGINT", patience],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ] as const) {
    if (!(await isAlive(pid)) || !signalled(pid, signal)) return;
    const waiting = patienceOf(wait);
    while (!waiting.isOver()) {
      if (!(await isAlive(pid))) return;
      await pause(20);
    }
  }
}

async function turnOver(path: string): Promise<void> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size > 10_000_000) await rename(path, `${path}.1`);
}

/** What PostgreSQL said last: about its files and settings, never about anybody's data (see postgresArguments). */
async function lastWords(cluster: Cluster): Promise<string> {
  const lines = (await readFile(cluster.log, "utf8").catch(() => "")).trim().split("\n");
  return lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? "nothing";
}

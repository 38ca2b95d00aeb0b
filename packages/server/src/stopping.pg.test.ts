/**
 * A server that is told to stop takes its PostgreSQL with it: also while it is still starting, and however often it is told. One that
 * cannot start says why in one sentence and is gone, so that whoever keeps it running can start it again.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";

import { isAlive, pause, signalled } from "./postgres/processes.ts";
import { startServerProcess } from "./testing/server-process.ts";
import { testDatabase, testDirectory, type TestDirectory } from "./testing/test-postgres.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const main = join(root, "packages/server/dist/main.js");
let directory: TestDirectory;
const started: number[] = [];
let environment: { readonly DATA_DIR: string; readonly FOUNDING_SECRET_FILE: string };

beforeAll(() => {
  // The processes run what is built.
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const built = spawnSync(process.execPath, [compiler, "-b", "packages/server"], { cwd: root });
  if (built.status !== 0) throw new Error(String(built.stdout));
});
beforeEach(async () => {
  directory = await testDirectory();
  const secret = join(directory.path, "secret");
  await writeFile(secret, "a-founding-secret-for-tests");
  environment = { DATA_DIR: directory.path, FOUNDING_SECRET_FILE: secret };
});
afterEach(async () => {
  for (const pid of started.splice(0)) signalled(pid, "SIGKILL");
  const left = await postmaster();
  if (left !== undefined) signalled(left, "SIGQUIT");
  await directory.remove();
});

/** The pid that PostgreSQL has written down; it takes its file away when it has ended. */
async function postmaster(): Promise<number | undefined> {
  const path = join(directory.path, "postgres/cluster/postmaster.pid");
  const text = await readFile(path, "utf8").catch(() => "");
  const pid = Number(text.split("\n")[0]);
  return pid > 0 && (await isAlive(pid)) ? pid : undefined;
}

test("told while its PostgreSQL is only starting, the server stops it before it ends", async () => {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env["PATH"] ?? "", PORT: "0", ...environment },
    stdio: "ignore",
  });
  if (child.pid !== undefined) started.push(child.pid);
  const ended = new Promise<number | null>((done) => child.once("exit", done));
  let pid = await postmaster();
  for (; pid === undefined && child.exitCode === null; pid = await postmaster()) await pause(5);
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(pid).toBeDefined();
  expect(await postmaster()).toBeUndefined();
}, 60_000);

test("told by its terminal and again and again by whoever started it, it stops once, and its PostgreSQL too", async () => {
  const server = await startServerProcess(environment);
  started.push(server.pid);
  const pid = await postmaster();
  if (pid === undefined) throw new Error("its PostgreSQL runs");
  const ended = server.ended.then((code) => ({ code }));
  let end: { readonly code: number | undefined } | undefined;
  while (end === undefined) {
    for (const signal of ["SIGINT", "SIGTERM"] as const) signalled(server.pid, signal);
    end = await Promise.race([ended, pause(5).then(() => undefined)]);
  }
  expect(end.code).toBe(0);
  expect(await isAlive(pid)).toBe(false);
  expect(server.said().match(/"stopping"/gu)).toHaveLength(1);
}, 60_000);

test("a server whose port is taken says so and ends, and lets go of another's PostgreSQL", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const taken = typeof address === "object" && address !== null ? String(address.port) : "";
  const opened = await testDatabase("npm");
  try {
    expect(await endOf({ DATABASE_URL: opened.postgres.url, PORT: taken, METRICS_PORT: "0" })).toEqual({
      code: 1,
      last: `The server cannot start: port ${taken} is taken. Set another PORT (or METRICS_PORT).`,
    });
  } finally {
    await opened.close();
    other.close();
  }
}, 60_000);

test("a server that cannot make its directory says so and ends", async () => {
  expect(await endOf({ DATA_DIR: "/proc/answerable", PORT: "0" })).toEqual({
    code: 1,
    last: expect.stringMatching(
      /^The server cannot start: \S+ cannot be made: no folder can be made in \/proc\.$/u,
    ),
  });
}, 60_000);

/** Of a server that does not start: its code, and the last that it says. */
async function endOf(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env["PATH"] ?? "", ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (child.pid !== undefined) started.push(child.pid);
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const [code] = await once(child, "close");
  return { code, last: said.trim().split("\n").at(-1) };
}

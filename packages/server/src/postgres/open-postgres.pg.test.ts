import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Log } from "../log-line.ts";
import { hasSystemPostgres, testDirectory, type TestDirectory } from "../testing/test-postgres.ts";
import { openPostgres, type Postgres } from "./open-postgres.ts";
import { isAlive, pause, signalled } from "./processes.ts";

let directory: TestDirectory;
const open: Postgres[] = [];

beforeEach(async () => {
  directory = await testDirectory();
});
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
  await directory.remove();
});

function notedLog(): { readonly log: Log; readonly events: string[] } {
  const events: string[] = [];
  const note = (event: string): void => void events.push(event);
  return { log: { info: note, warn: note, error: note }, events };
}

async function opened(
  name = "postgres",
  only: "npm" | "system" = "npm",
): Promise<Postgres & { readonly events: readonly string[] }> {
  const { log, events } = notedLog();
  const postgres = await openPostgres({ directory: join(directory.path, name), log, only });
  open.push(postgres);
  return { ...postgres, events };
}

async function answer(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return Object.values((await client.query(sql)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

const hasOther = await hasSystemPostgres();

describe("our own PostgreSQL", () => {
  test("listens on no port, syncs to disk, and its socket is closed to others", async () => {
    const { url } = await opened();
    expect(await answer(url, "show listen_addresses")).toBe("");
    expect(await answer(url, "show fsync")).toBe("on");
    expect(await answer(url, "show data_checksums")).toBe("on");
    expect(await answer(url, "show log_min_error_statement")).toBe("panic");
  });

  test("is refused to a second owner, and is theirs when the first has closed", async () => {
    const first = await opened();
    await expect(opened()).rejects.toThrow("is in use by another server process");
    await first.close();
    open.length = 0;
    expect(await answer((await opened()).url, "select 1")).toBe(1);
  });

  test("comes back by itself when it is killed", async () => {
    const postgres = await opened();
    await answer(postgres.url, "create table kept (n integer)");
    const pid = postgres.pid();
    signalled(pid, "SIGKILL");
    for (let wait = 0; postgres.pid() === pid && wait < 300; wait += 1) await pause(50);
    expect(await answer(postgres.url, "select count(*)::int from kept")).toBe(0);
    expect(postgres.events).toContain("database gone, starting it again");
    expect(await isAlive(pid)).toBe(false);
  });

  test("heals a lock that a crash left, also when its pid is somebody else's now", async () => {
    const first = await opened();
    await first.close();
    open.length = 0;
    const path = join(directory.path, "postgres");
    await writeFile(join(path, "owner.lock"), `${process.pid}\nanother birth\n`);
    const lines = `${process.pid}\n${join(path, "cluster")}\n1\n5432\n${join(path, "socket")}\n\n`;
    await writeFile(join(path, "cluster", "postmaster.pid"), lines);
    expect(await answer((await opened()).url, "select 1")).toBe(1);
    expect(await readFile(join(path, "owner.lock"), "utf8")).toContain(String(process.pid));
  });

  test("a directory whose path is too long for a socket works all the same", async () => {
    const { url } = await opened(`${"deep/".repeat(20)}postgres`);
    expect(await answer(url, "select 1")).toBe(1);
  });

  test.runIf(hasOther)(
    "made by another major version it says so, and takes matching binaries when they are there",
    async () => {
      const first = await opened("postgres", "system");
      await first.close();
      open.length = 0;
      await expect(opened("postgres", "npm")).rejects.toThrow(
        /was made by PostgreSQL \d+, and PostgreSQL \d+ is not here/,
      );
      const { log } = notedLog();
      const again = await openPostgres({ directory: join(directory.path, "postgres"), log });
      open.push(again);
      expect(again.version).toBe(first.version);
    },
  );

  test.runIf(process.getuid?.() === 0)(
    "as root behind a closed directory it says which one stands in the way",
    async () => {
      await mkdir(join(directory.path, "home"));
      await chmod(join(directory.path, "home"), 0o700);
      await expect(opened("home/data/postgres")).rejects.toThrow(/may not enter .*home/);
    },
  );
});

import { createServer, connect as connectTo, type Socket } from "node:net";
import { join } from "node:path";

import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { silentLog } from "../log-line.ts";
import { StoreUnavailable } from "../store.ts";
import { testHelpline } from "../testing/helpline.ts";
import { testDatabase, type TestDatabase } from "../testing/test-postgres.ts";
import { openDatabase, type Database } from "./database.ts";
import { ConnectionLost, isPassing, retrying } from "./failures.ts";
import { postgresStore } from "./postgres-store.ts";
import { pause } from "./processes.ts";

let opened: TestDatabase;
beforeAll(async () => {
  opened = await testDatabase("npm");
});
afterAll(() => opened.close());

/** Stands between the program and the database; what comes back can be cut off. */
async function proxy(socketPath: string) {
  let isCutting = false;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connectTo(socketPath);
    for (const each of [client, upstream]) {
      sockets.add(each);
      each.on("error", () => undefined);
      each.on("close", () => sockets.delete(each));
    }
    client.pipe(upstream);
    upstream.on("data", (chunk) => {
      // The commit went through; its answer is lost, and so is the line.
      if (isCutting && chunk.includes("INSERT")) client.destroy();
      else if (isCutting && chunk.includes("SELECT")) client.destroy();
      else client.write(chunk);
    });
    upstream.on("close", () => client.destroy());
    client.on("close", () => upstream.destroy());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a proxy has a port");
  return {
    url: `postgres://answerable@127.0.0.1:${address.port}/postgres`,
    cut: (on: boolean) => (isCutting = on),
    close() {
      for (const each of sockets) each.destroy();
      server.close();
    },
  };
}

async function through(
  url: string,
  options: { readonly timeout?: number; readonly patience?: number; readonly startPatience?: number },
): Promise<Database> {
  return openDatabase(url, { log: silentLog, ...options });
}

describe("the way to the database", () => {
  test("a lost answer to a commit is found again by the sheet's id, with the place it got", async () => {
    const line = await proxy(join(opened.directory, "postgres", "socket", ".s.PGSQL.5432"));
    const database = await through(line.url, { timeout: 2_000, patience: 5_000 });
    const helpline = await testHelpline({ seed: "lost answer" });
    await database.tables.insertInto("app.desk").values({ desk: helpline.desk, head: 0 }).execute();
    const store = postgresStore(database);
    const push = helpline.push();
    line.cut(true);
    const appending = store.append([push]);
    await pause(150);
    line.cut(false);
    expect(await appending).toEqual([{ type: "Placed", place: 1 }]);
    expect(await store.heads([helpline.desk])).toEqual([{ desk: helpline.desk, place: 1 }]);
    await store.close();
    await database.close();
    line.close();
  });

  test("a statement without an answer in time loses its connection, and the next one has a fresh one", async () => {
    const database = await through(opened.postgres.url, { timeout: 300 });
    const pid = async () =>
      (await sql<{ readonly pid: number }>`select pg_backend_pid() as pid`.execute(database.tables)).rows[0]
        ?.pid;
    const before = await pid();
    const started = performance.now();
    const slow = database.tables
      .transaction()
      .execute((transaction) => sql`select pg_sleep(20)`.execute(transaction));
    await expect(slow).rejects.toBeInstanceOf(ConnectionLost);
    // Long before it would have ended: the rollback does not queue up behind the statement that hangs.
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(await pid()).not.toBe(before);
    await database.close();
  });

  test("a deadlock, a restart and a lost line pass; a broken rule does not", async () => {
    let tries = 0;
    const retry = { patience: 1_000, pause: async () => undefined };
    const twice = retrying(retry, async () => {
      tries += 1;
      if (tries < 3) throw new ConnectionLost("the line broke");
      return "done";
    });
    expect(await twice).toBe("done");
    const wrong = sql`select 1 / 0`.execute(opened.database.tables).catch((cause: unknown) => cause);
    expect(isPassing(await wrong)).toBe(false);
    await expect(
      retrying(retry, () => sql`select 1 / 0`.execute(opened.database.tables)),
    ).rejects.toMatchObject({ code: "22012" });
  });

  test("what does not pass in time is said to be unavailable", async () => {
    const impatient = { patience: 0, pause };
    const lost = retrying(impatient, () => Promise.reject(new ConnectionLost("gone")));
    await expect(lost).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(
      through("postgres://answerable@127.0.0.1:1/postgres", { startPatience: 100 }),
    ).rejects.toBeInstanceOf(StoreUnavailable);
  });

  test("two processes that start at once bring the shape up to date once", async () => {
    await sql`drop schema app cascade`.execute(opened.database.tables);
    const both = await Promise.all([1, 2, 3].map(() => through(opened.postgres.url, {})));
    for (const database of both) {
      await expect(database.ready()).resolves.toBeUndefined();
      await database.close();
    }
  });

  test("what one process announces the others hear, and not itself", async () => {
    const both = [postgresStore(opened.database), postgresStore(opened.database)] as const;
    const helpline = await testHelpline();
    const heard: string[] = [];
    both[0].hear(() => heard.push("one"));
    both[1].hear((heads) => heard.push(`two ${heads[0]?.place}`));
    await pause(300);
    await both[0].announce([{ desk: helpline.desk, place: 7 }]);
    await pause(300);
    expect(heard).toEqual(["two 7"]);
    for (const store of both) await store.close();
  });
});

import { once } from "node:events";
import { createServer } from "node:net";

import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from "kysely";
import { expect, test } from "vitest";

import { silentLog } from "../log-line.ts";
import { openAnnouncements } from "./announcements.ts";
import type { Tables } from "./tables.ts";

test("while the database is away it is asked again and again, and the log says so once", async () => {
  let tries = 0;
  const said: string[] = [];
  const door = createServer((socket) => {
    tries += 1;
    socket.resetAndDestroy();
    if (tries === 3) door.emit("third");
  }).listen(0, "127.0.0.1");
  await once(door, "listening");
  const address = door.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const announcements = openAnnouncements({
    url: `postgres://nobody@127.0.0.1:${port}/none`,
    log: { ...silentLog, warn: (event) => void said.push(event) },
    tables: noTables(),
  });
  const third = once(door, "third");
  announcements.hear(() => undefined);
  await third;
  await announcements.close();
  door.close();
  expect(said).toEqual(["no announcements for a while"]);
});

function noTables(): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (tables) => new PostgresIntrospector(tables),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

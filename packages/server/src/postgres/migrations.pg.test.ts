/**
 * The database's shape only grows. Every shape that was ever released is made here, filled with what such a server held, and taken
 * on to today's; and what was released once never changes its words.
 */
import { createHash } from "node:crypto";

import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { silentLog } from "../log-line.ts";
import { testHelpline, type TestHelpline } from "../testing/helpline.ts";
import { faultsOfLog } from "../testing/history.ts";
import { plugged } from "../testing/plugged.ts";
import { testDatabase, type TestDatabase } from "../testing/test-postgres.ts";
import { openDatabase, type Database } from "./database.ts";
import { migrations } from "./migrations/index.ts";
import { postgresStore } from "./postgres-store.ts";

const SHEETS = 40;

/** SHA-256 of each migration's SQL as it was released, its first sixteen digits. A new migration adds a line; a line never changes. */
const released: readonly string[] = [
  "a4cccb2ae9d2c035",
  "49e7157114427df3",
  "e2b9608efd8dc1e4",
  "87ec8688f2e8a912",
  "aa5ae07c7f31d4fc",
  "40e185c41e510b73",
];

let opened: TestDatabase;
beforeAll(async () => {
  opened = await testDatabase("npm");
});
afterAll(() => opened.close());

test("what was released keeps its words", () => {
  const now = migrations.map((each) => createHash("sha256").update(each.sql).digest("hex").slice(0, 16));
  expect(now).toEqual(released);
});

describe.each(migrations.map((each) => each.number))("a database of shape %i", (number) => {
  test("is taken on to today's, keeps every row, and goes on", async () => {
    await sql`drop schema if exists app cascade`.execute(opened.database.tables);
    const { url } = opened.postgres;
    const helpline = await testHelpline({ desks: 1, seed: `shape ${number}` });
    const old = await openDatabase(url, { log: silentLog, shape: migrations.slice(0, number) });
    const acknowledged = await fill(old, helpline);
    const before = await rowsOf(old);
    await old.close();

    const database = await openDatabase(url, { log: silentLog });
    const store = postgresStore(database);
    await database.ready();
    const after = await rowsOf(database);
    // A column that came later is beside them.
    for (const [table, rows] of before) {
      if (table !== "migration") expect(after.get(table), table).toMatchObject(rows);
    }

    // Today's server over it: old sheets stand in the tree, new ones follow them.
    const { wire, stranger } = await plugged({ store, helpline, founded: true });
    expect((await stranger.team(0)).statements).toEqual(helpline.founding.statements);
    expect(await wire.push(helpline.push())).toEqual({ type: "Placed", place: SHEETS + 1 });
    const { note, paths } = await wire.log(helpline.desk, SHEETS, [1, SHEETS + 1]);
    expect(note.split("\n")[1]).toBe(String(SHEETS + 1));
    expect(paths).toHaveLength(2);
    expect(await faultsOfLog(url, acknowledged)).toEqual([]);
    await store.close();
    await database.close();
  });
});

/** What such a server held: a founded helpline, sheets, and a row in every other table. */
async function fill(database: Database, helpline: TestHelpline): Promise<ReadonlyMap<string, number>> {
  const store = postgresStore(database);
  const { statements, boxes } = helpline.founding;
  expect(await store.takeTeam({ statements, boxes, desks: helpline.desks })).toEqual({ type: "Taken" });
  const acknowledged = new Map<string, number>();
  for (let push = helpline.push(), n = 0; n < SHEETS; n += 1, push = helpline.push({ after: push })) {
    const [answer] = await store.append([push]);
    if (answer?.type !== "Placed") throw new Error(`not placed: ${answer?.type}`);
    acknowledged.set(push.sheet.id, answer.place);
  }
  for (const table of await tablesOf(database)) {
    const { rows: found } = await sql`select 1 from ${sql.table(`app.${table}`)} limit 1`.execute(
      database.tables,
    );
    if (found.length > 0) continue;
    const { rows: columns } = await sql<{ readonly name: string; readonly type: string }>`
      select column_name as name, data_type as type from information_schema.columns
       where table_schema = 'app' and table_name = ${table} order by ordinal_position`.execute(
      database.tables,
    );
    const values = columns.map(({ name, type }) => (name === "desk" ? helpline.desk : paper(type)));
    await sql`insert into ${sql.table(`app.${table}`)} (${sql.join(columns.map(({ name }) => sql.ref(name)))})
      values (${sql.join(values)})`.execute(database.tables);
  }
  await store.close();
  return acknowledged;
}

/** Something to write into a column of this type. */
function paper(type: string): unknown {
  if (type === "bytea") return Buffer.alloc(32, 7);
  if (type === "text") return "paper";
  if (type === "ARRAY") return [];
  if (type === "integer" || type === "bigint") return 1;
  throw new Error(`a row for a column of type ${type} is not known`);
}

async function tablesOf({ tables }: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly name: string }>`
    select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r' order by oid`.execute(
    tables,
  );
  return rows.map(({ name }) => name);
}

/** Every row of every table, as PostgreSQL writes it, in an order of their own. */
async function rowsOf(database: Database): Promise<ReadonlyMap<string, readonly object[]>> {
  const all = new Map<string, readonly object[]>();
  for (const table of await tablesOf(database)) {
    const { rows } = await sql<{ readonly row: object }>`
      select to_jsonb(each) as row from ${sql.table(`app.${table}`)} as each order by each::text`.execute(
      database.tables,
    );
    all.set(
      table,
      rows.map(({ row }) => row),
    );
  }
  return all;
}

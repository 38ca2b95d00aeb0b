/**
 * Letters in PostgreSQL. Those that waited together go in by one statement for each desk: it takes the next places at the desk's
 * row and writes the letters under them, so that a reader who sees a place sees every place before it. A letter that is
 * there already makes that statement fail whole; then they are looked at one by one, under the same row's lock.
 */
import type { DeskId, DropId, Hash, PlacedDrop } from "@answerable/wire";
import { sql, type Kysely, type Transaction } from "kysely";

import { bytesOf, textOf } from "../bytes.ts";
import type { DropToFile, Filed, OutsideStore } from "../drops/outside-store.ts";
import type { Database } from "./database.ts";
import { isUniqueViolation, retrying } from "./failures.ts";
import type { Tables } from "./tables.ts";

type LetterStore = Pick<OutsideStore, "fileDrops" | "filed" | "dropHead" | "drops" | "useWork">;

export function letterStore(database: Database): LetterStore {
  const { tables, retry } = database;
  const tried = <T>(go: () => Promise<T>): Promise<T> => retrying(retry, go);
  return {
    async fileDrops(drops) {
      const answers = new Map<DropToFile, Filed>();
      for (const desk of [...new Set(drops.map((drop) => drop.desk))].toSorted()) {
        const ofDesk = drops.filter((drop) => drop.desk === desk);
        const filed = await tried(() => fileAtDesk(tables, desk, ofDesk));
        ofDesk.forEach((drop, at) => answers.set(drop, filed[at] ?? { type: "NoDesk" }));
      }
      return drops.map((drop) => answers.get(drop) ?? { type: "NoDesk" });
    },
    filed: (desk, id) =>
      tried(async () => {
        const row = await tables
          .selectFrom("app.letter")
          .select(["place", "day", "hash"])
          .where("desk", "=", desk)
          .where("id", "=", id)
          .executeTakeFirst();
        return row && { type: "Filed", place: row.place, day: row.day, hash: textOf(row.hash) as Hash }; // makes the brand: it came in as one
      }),
    dropHead: (desk) =>
      tried(async () => {
        const row = await tables
          .selectFrom("app.drop_head")
          .select("head")
          .where("desk", "=", desk)
          .executeTakeFirst();
        return row?.head ?? 0;
      }),
    drops: (desk, page) => tried(() => letters(tables, { desk, ...page })),
    useWork: (desk, { challenge, until }, now) =>
      tried(async () => {
        const done = await tables
          .insertInto("app.used_challenge")
          .values({ desk, challenge, until })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        await sweep(tables, desk, { until, now });
        return done.numInsertedOrUpdatedRows === 1n;
      }),
  };
}

async function fileAtDesk(
  tables: Kysely<Tables>,
  desk: DeskId,
  drops: readonly DropToFile[],
): Promise<readonly Filed[]> {
  try {
    return await filePlain(tables, desk, drops);
  } catch (cause) {
    if (!isUniqueViolation(cause)) throw cause;
    return tables.transaction().execute((transaction) => fileCareful(transaction, desk, drops));
  }
}

/** All of them new, the usual case: one statement. */
async function filePlain(
  tables: Kysely<Tables>,
  desk: DeskId,
  drops: readonly DropToFile[],
): Promise<readonly Filed[]> {
  const count = drops.length;
  const rows = drops.map(
    ({ id, period, day, hash, body }, at) =>
      sql`(${at + 1}::bigint, ${id}::text, ${period}::integer, ${day}::text, ${bytesOf(hash)}::bytea, ${bufferOf(body)}::bytea)`,
  );
  const works = drops.map(({ work }) => sql`(${work.challenge}::text, ${work.until}::bigint)`);
  const done = await sql<{ readonly place: number }>`
    with next as (
      insert into app.drop_head (desk, head) select d.desk, ${count}::bigint from app.desk d where d.desk = ${desk}
      on conflict (desk) do update set head = app.drop_head.head + excluded.head returning head
    )
, used as (
      insert into app.used_challenge (desk, challenge, until)
        select ${desk}, one.challenge, one.until from next, (values ${sql.join(works)}) as one(challenge, until)
    )
    insert into app.letter (desk, place, id, period, day, hash, body)
      select ${desk}, next.head - ${count}::bigint + one.n, one.id, one.period, one.day, one.hash, one.body
      from next, (values ${sql.join(rows)}) as one(n, id, period, day, hash, body)
      returning place`.execute(tables);
  if (done.rows.length === 0) return drops.map(() => ({ type: "NoDesk" }));
  const first = Math.min(...done.rows.map((row) => row.place));
  return drops.map(({ day }, at) => ({ type: "Filed", place: first + at, day }));
}

async function fileCareful(
  transaction: Transaction<Tables>,
  desk: DeskId,
  drops: readonly DropToFile[],
): Promise<readonly Filed[]> {
  const locked = await transaction
    .selectFrom("app.drop_head")
    .select("head")
    .where("desk", "=", desk)
    .forUpdate()
    .executeTakeFirst();
  let head = locked?.head ?? 0;
  const answers: Filed[] = [];
  for (const { id, period, day, hash, body, work } of drops) {
    const there = await transaction
      .selectFrom("app.letter")
      .select(["place", "day", "hash"])
      .where("desk", "=", desk)
      .where("id", "=", id)
      .executeTakeFirst();
    if (there) {
      const isSame = there.hash.equals(bytesOf(hash));
      answers.push(isSame ? { type: "Filed", place: there.place, day: there.day } : { type: "IdTaken" });
      continue;
    }
    const { challenge, until } = work;
    const used = await transaction
      .insertInto("app.used_challenge")
      .values({ desk, challenge, until })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (used.numInsertedOrUpdatedRows !== 1n) {
      answers.push({ type: "WorkUsed" });
      continue;
    }
    head += 1;
    const row = { desk, place: head, id, period, day, hash: bytesOf(hash), body: bufferOf(body) };
    await transaction.insertInto("app.letter").values(row).execute();
    answers.push({ type: "Filed", place: head, day });
  }
  await transaction
    .insertInto("app.drop_head")
    .values({ desk, head })
    .onConflict((conflict) => conflict.column("desk").doUpdateSet({ head }))
    .execute();
  return answers;
}

/** The same bytes, not a copy of them. */
function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** One in a hundred sweeps: a challenge ends with its time, whether it is written down or not. */
async function sweep(
  tables: Kysely<Tables>,
  desk: DeskId,
  { until, now }: { readonly until: number; readonly now: number },
): Promise<void> {
  if (until % 100 !== 0) return;
  await tables.deleteFrom("app.used_challenge").where("desk", "=", desk).where("until", "<=", now).execute();
}

interface LetterPage {
  readonly desk: DeskId;
  readonly after: number;
  readonly mostBytes: number;
}

async function letters(
  tables: Kysely<Tables>,
  { desk, after, mostBytes }: LetterPage,
): Promise<readonly PlacedDrop[]> {
  const sizes = await tables
    .selectFrom("app.letter")
    .select(["place", sql<number>`octet_length(body)`.as("size")])
    .where("desk", "=", desk)
    .where("place", ">", after)
    .orderBy("place")
    .limit(256)
    .execute();
  let bytes = 0;
  const over = sizes.findIndex((row) => (bytes += row.size) > mostBytes);
  const last = over < 0 ? sizes.at(-1) : sizes[Math.max(0, over - 1)];
  if (!last) return [];
  const rows = await tables
    .selectFrom("app.letter")
    .select(["place", "id", "period", "day", "body"])
    .where("desk", "=", desk)
    .where("place", ">", after)
    .where("place", "<=", last.place)
    .orderBy("place")
    .execute();
  return rows.map(({ place, id, period, day, body }) => ({
    place,
    day,
    drop: { v: 1, desk, id: id satisfies DropId, period, body: textOf(body) },
  }));
}

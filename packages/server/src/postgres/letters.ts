/**
 * Letters in PostgreSQL. Those that waited together are written first, under places below nought, where nobody looks: by several
 * writers, and no lock held. Then one short statement takes the next places at the desk's row and puts the letters there, so that a
 * reader who sees a place sees every place before it. Whatever did not go so plainly is looked at one by one, under the same lock.
 *
 * Note: Written and not placed. Until its place is there a letter was not taken: its work is unused, nobody has a proof. What a
 * crash leaves so finds its place when it is sent again; the next day it is swept away.
 */
import type { DeskId, DropId, Hash, PlacedDrop } from "@answerable/wire";
import { CompiledQuery, sql, type Kysely, type Transaction } from "kysely";

import { bytesOf, textOf } from "../bytes.ts";
import type { DropToFile, Filed, OutsideStore } from "../drops/outside-store.ts";
import type { Database } from "./database.ts";
import { isUniqueViolation, retrying } from "./failures.ts";
import type { Tables } from "./tables.ts";

type LetterStore = Pick<OutsideStore, "fileDrops" | "filed" | "dropHead" | "drops" | "useWork">;

export function letterStore(database: Database): LetterStore {
  const { tables, retry } = database;
  const tried = <T>(go: () => Promise<T>): Promise<T> => retrying(retry, go);
  const sweptOn = new Map<DeskId, string>();

  /** Once a day for each desk. Whoever is placing one of them at this moment still holds its bytes. */
  async function sweptOnce(desk: DeskId, day: string): Promise<void> {
    if ((sweptOn.get(desk) ?? "") >= day) return;
    sweptOn.set(desk, day);
    await tried(() =>
      tables
        .deleteFrom("app.letter")
        .where("desk", "=", desk)
        .where("place", "<", 0)
        .where("day", "<", day)
        .execute(),
    );
  }

  return {
    async fileDrops(drops) {
      const answers = new Map<DropToFile, Filed>();
      for (const desk of [...new Set(drops.map((drop) => drop.desk))].toSorted()) {
        const ofDesk = drops.filter((drop) => drop.desk === desk);
        await sweptOnce(desk, ofDesk[0]?.day ?? "");
        const filed = await fileAtDesk(database, desk, ofDesk);
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
          .where("place", ">", 0)
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
  { tables, retry }: Database,
  desk: DeskId,
  drops: readonly DropToFile[],
): Promise<readonly Filed[]> {
  const one = new Map(drops.map((drop) => [drop.id, drop]));
  await retrying(retry, () => writeBodies(tables, desk, [...one.values()]));
  const placed = await retrying(retry, () => givePlaces(tables, desk, [...one.values()]));
  const rest = drops.filter((drop) => one.get(drop.id) !== drop || !placed.has(drop.id));
  const careful =
    rest.length === 0
      ? []
      : await retrying(retry, () =>
          tables.transaction().execute((transaction) => fileCareful(transaction, desk, rest)),
        );
  return drops.map((drop) => {
    const at = rest.indexOf(drop);
    return (at < 0 ? placed.get(drop.id) : careful[at]) ?? { type: "NoDesk" };
  });
}

/**
 * Whoever is there already stays. The disk is not waited for: the log is written in order, so that a place which is on the disk has its
 * letter on the disk.
 */
async function writeBodies(
  tables: Kysely<Tables>,
  desk: DeskId,
  drops: readonly DropToFile[],
): Promise<void> {
  const parameters = drops.flatMap(({ id, period, day, hash, body }) => [
    unplaced(hash),
    id,
    period,
    day,
    bytesOf(hash),
    bufferOf(body),
  ]);
  await tables.executeQuery(CompiledQuery.raw(bodiesStatement(drops.length), [desk, ...parameters]));
}

const statements: (string | undefined)[] = [];

function bodiesStatement(count: number): string {
  return (statements[count] ??= `
with unhurried as materialized (
  select set_config('synchronous_commit', 'off', true) as is_set
)
insert into app.letter (desk, place, id, period, day, hash, body)
select d.desk, one.place, one.id, one.period, one.day, one.hash, one.body
  from unhurried, app.desk d, (values ${Array.from({ length: count }, (_, at) => rowAt(2 + at * 6)).join(", ")})
    as one (place, id, period, day, hash, body)
 where d.desk = $1
on conflict do nothing`);
}

function rowAt(at: number): string {
  return `($${at}::bigint, $${at + 1}::text, $${at + 2}::integer, $${at + 3}::text, $${at + 4}::bytea, $${at + 5}::bytea)`;
}

/** Below nought, and hardly ever another letter's too; if so, it goes the careful way. */
function unplaced(hash: Hash): number {
  return -1 - Buffer.from(bytesOf(hash)).readUIntBE(0, 6);
}

/** Those that lie there unplaced, all new: the usual case. Nobody is named of whom that is not so. */
async function givePlaces(
  tables: Kysely<Tables>,
  desk: DeskId,
  drops: readonly DropToFile[],
): Promise<ReadonlyMap<DropId, Filed>> {
  const parameters = [
    desk,
    drops.map(({ id }) => id),
    drops.map(({ hash }) => bytesOf(hash)),
    drops.map(({ work }) => work.challenge),
    drops.map(({ work }) => work.until),
  ];
  try {
    const done = await tables.executeQuery<{
      readonly id: DropId;
      readonly place: number;
      readonly day: string;
    }>(CompiledQuery.raw(placesStatement, parameters));
    return new Map(done.rows.map(({ id, place, day }) => [id, { type: "Filed", place, day }]));
  } catch (cause) {
    // Somebody's work was used before: nothing was done.
    if (isUniqueViolation(cause)) return new Map();
    throw cause;
  }
}

/** The desk's row is locked first and each letter looked at as it is then: two who send one letter at once get one place for it. */
const placesStatement = `
with locked as materialized (
  select head from app.drop_head where desk = $1 for update
), asked as materialized (
  select a.* from (select count(*) from locked) as waited,
         unnest($2::text[], $3::bytea[], $4::text[], $5::bigint[]) with ordinality as a (id, hash, challenge, until, n)
), lying as materialized (
  select l.id, a.challenge, a.until, a.n
    from asked a join app.letter l on l.desk = $1 and l.id = a.id
   where l.place < 0 and l.hash = a.hash
     for update of l
), counted as materialized (
  select id, challenge, until, row_number() over (order by n) as nth, count(*) over () as total from lying
), next as (
  insert into app.drop_head (desk, head) select $1, count(*) from lying having count(*) > 0
  on conflict (desk) do update set head = app.drop_head.head + excluded.head returning head
), used as (
  insert into app.used_challenge (desk, challenge, until) select $1, challenge, until from counted
)
update app.letter l set place = next.head - c.total + c.nth
  from counted c, next
 where l.desk = $1 and l.id = c.id
returning l.id, l.place, l.day`;

async function fileCareful(
  transaction: Transaction<Tables>,
  desk: DeskId,
  drops: readonly DropToFile[],
): Promise<readonly Filed[]> {
  const known = await transaction
    .selectFrom("app.desk")
    .select("desk")
    .where("desk", "=", desk)
    .executeTakeFirst();
  if (!known) return drops.map(() => ({ type: "NoDesk" }));
  await transaction
    .insertInto("app.drop_head")
    .values({ desk, head: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const locked = await transaction
    .selectFrom("app.drop_head")
    .select("head")
    .where("desk", "=", desk)
    .forUpdate()
    .executeTakeFirstOrThrow();
  let { head } = locked;
  const answers: Filed[] = [];
  for (const { id, period, day, hash, body, work } of drops) {
    const there = await transaction
      .selectFrom("app.letter")
      .select(["place", "day", "hash"])
      .where("desk", "=", desk)
      .where("id", "=", id)
      .executeTakeFirst();
    if (there && there.place > 0) {
      const isSame = there.hash.equals(bytesOf(hash));
      answers.push(isSame ? { type: "Filed", place: there.place, day: there.day } : { type: "IdTaken" });
      continue;
    }
    // Not placed, whoever's it is: the first that is placed stands, and its own writer still holds the other's bytes.
    if (there)
      await transaction.deleteFrom("app.letter").where("desk", "=", desk).where("id", "=", id).execute();
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
  await transaction.updateTable("app.drop_head").set({ head }).where("desk", "=", desk).execute();
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

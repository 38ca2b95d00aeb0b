/**
 * The one statement group that crosses desks: pushes that waited together go in together, whatever their desks (a process has
 * a few such writers; see log/group-commit.ts). What simply follows goes in by one statement (append-plain.ts); what is left is
 * looked at here: the desks' rows are locked in the order of their ids, so that two writers never wait for each other in a
 * ring; what is read under that lock decides; places come from the head.
 */
import type { Epoch, Push } from "@answerable/wire";
import { sql, type Kysely, type Transaction } from "kysely";

import { bytesOf, textOf } from "../bytes.ts";
import {
  decideAppend,
  placed,
  type AppendPlan,
  type Before,
  type FolderKey,
  type FolderState,
  type HashedPush,
  type Row,
} from "../log/decide-append.ts";
import { hashOfSheet } from "../log/sheet-hash.ts";
import type { Appended } from "../store.ts";
import { appendPlain } from "./append-plain.ts";
import type { Database } from "./database.ts";
import { retrying } from "./failures.ts";
import type { Tables } from "./tables.ts";

export async function append(database: Database, pushes: readonly Push[]): Promise<readonly Appended[]> {
  const hashed = pushes.map((push) => ({ push, hash: hashOfSheet(push.sheet) }));
  // Again with the same ids after a lost connection: a try that was committed finds its own sheets and reads their places.
  return retrying(database.retry, async () => {
    const plain = await appendPlain(database.tables, hashed);
    const rest = hashed.filter(({ push }) => !plain.has(push));
    const answers = rest.length > 0 ? await appendCareful(database.tables, rest) : [];
    const careful = new Map(rest.map(({ push }, n) => [push, answers[n]]));
    return pushes.map((push): Appended => {
      const place = plain.get(push);
      const answer =
        place === undefined ? careful.get(push) : { type: "Placed" as const, place: placed(place) };
      if (!answer) throw new Error("a push without an answer");
      return answer;
    });
  });
}

/** Whatever the log holds: reads under the lock, decides here, writes. */
function appendCareful(tables: Kysely<Tables>, hashed: readonly HashedPush[]): Promise<readonly Appended[]> {
  return tables.transaction().execute(async (transaction) => {
    const before = await readBefore(
      transaction,
      hashed.map(({ push }) => push),
    );
    const plan = decideAppend(hashed, before);
    if (plan.rows.length > 0) await write(transaction, plan);
    return plan.answers;
  });
}

async function readBefore(transaction: Transaction<Tables>, pushes: readonly Push[]): Promise<Before> {
  const desks = [...new Set(pushes.map((push) => push.sheet.desk))].toSorted();
  const locked = await sql<{ readonly desk: string; readonly head: number }>`
    select desk, head from app.desk where desk = any(${desks}) order by desk for update`.execute(transaction);
  const heads = new Map(locked.rows.map((row) => [row.desk, row.head]));

  // A statement of its own: it must see what was committed while we waited for the lock.
  const ofDesk = pushes.map((push) => push.sheet.desk);
  const ids = pushes.map((push) => push.sheet.id);
  const folders = pushes.map((push) => push.sheet.folder);
  const found = await sql<{
    readonly is_folder: boolean;
    readonly desk: string;
    readonly key: string;
    readonly at: number;
    readonly hash: Buffer;
    readonly key_epoch: number | null;
    readonly key_body: Buffer | null;
  }>`
    select false as is_folder, s.desk, s.id as key, s.place as at, s.hash, null::integer as key_epoch, null::bytea as key_body
      from unnest(${ofDesk}::text[], ${ids}::text[]) as asked(desk, id)
      join app.sheet s on s.desk = asked.desk and s.id = asked.id
    union all
    select true, s.desk, s.folder, s.number::bigint, s.hash, k.epoch, k.body
      from (select distinct * from unnest(${ofDesk}::text[], ${folders}::text[])) as asked(desk, folder)
      join app.card c on c.desk = asked.desk and c.folder = asked.folder
      join app.sheet s on s.desk = c.desk and s.folder = c.folder and s.number = c.number
      left join app.folder_key k on k.desk = c.desk and k.folder = c.folder`.execute(transaction);

  const sheetsById = new Map<string, { readonly place: number; readonly hash: string }>();
  const foldersById = new Map<string, FolderState>();
  for (const row of found.rows) {
    const key = `${row.desk} ${row.key}`;
    const kept: FolderKey | undefined =
      row.key_epoch === null || row.key_body === null
        ? undefined
        : { epoch: row.key_epoch as Epoch, body: textOf(row.key_body) }; // makes the brand: it came in as one
    if (row.is_folder) foldersById.set(key, { number: row.at, hash: textOf(row.hash), key: kept });
    else sheetsById.set(key, { place: row.at, hash: textOf(row.hash) });
  }
  return {
    head: (desk) => heads.get(desk),
    sheet: (desk, id) => sheetsById.get(`${desk} ${id}`),
    folder: (desk, folder) => foldersById.get(`${desk} ${folder}`),
  };
}

async function write(transaction: Transaction<Tables>, plan: AppendPlan): Promise<void> {
  await transaction.insertInto("app.sheet").values(plan.rows.map(sheetRow)).execute();
  // A folder that got two sheets in one group has one card: the later.
  const newest = [
    ...new Map(plan.rows.map((row) => [`${row.push.sheet.desk} ${row.push.sheet.folder}`, row])).values(),
  ];
  await transaction
    .insertInto("app.card")
    .values(newest.map(cardRow))
    .onConflict((conflict) =>
      conflict.columns(["desk", "folder"]).doUpdateSet((row) => ({
        number: row.ref("excluded.number"),
        place: row.ref("excluded.place"),
        epoch: row.ref("excluded.epoch"),
        body: row.ref("excluded.body"),
      })),
    )
    .execute();
  const begun = plan.rows.filter((row) => row.push.sheet.number === 1);
  if (begun.length > 0) await transaction.insertInto("app.folder_key").values(begun.map(keyRow)).execute();
  await sql`
    update app.desk set head = grown.head
      from unnest(${[...plan.heads.keys()]}::text[], ${[...plan.heads.values()]}::bigint[]) as grown(desk, head)
     where app.desk.desk = grown.desk`.execute(transaction);
}

function sheetRow({ push: { sheet }, hash, place }: Row): Tables["app.sheet"] {
  const { desk, folder, number, id, epoch, device, seen } = sheet;
  return {
    desk,
    folder,
    number,
    place,
    id,
    prev: sheet.prev === "" ? null : bytesOf(sheet.prev),
    epoch,
    device,
    seen,
    body: bytesOf(sheet.body),
    signature: bytesOf(sheet.signature),
    hash: bytesOf(hash),
  };
}

function cardRow({ push: { card }, place }: Row): Tables["app.card"] {
  const { desk, folder, number, epoch } = card;
  return { desk, folder, number, place, epoch, body: bytesOf(card.body) };
}

function keyRow({ push: { key } }: Row): Tables["app.folder_key"] {
  const { desk, folder, epoch } = key;
  return { desk, folder, epoch, body: bytesOf(key.body) };
}

/**
 * Appends what simply follows: new folders, and sheets that chain to a sheet which is there, with the key that is there. One statement, one round trip, its
 * own transaction: it locks the desks in the order of their ids, takes as many places as there are good rows, and writes.
 *
 * It looks at the log as it was when the statement began. That is safe: a number or an id that somebody took meanwhile is
 * refused by its unique key, the whole statement is undone, and append.ts goes the careful way. A hash never changes.
 */
import type { Push } from "@answerable/wire";
import { CompiledQuery, type Kysely } from "kysely";

import { bytesOf } from "../bytes.ts";
import type { HashedPush } from "../log/decide-append.ts";
import { isUniqueViolation } from "./failures.ts";
import type { Tables } from "./tables.ts";

/** The places of those that went in. Who is missing was not plain: a retry, behind, or second of its folder in this group. */
export async function appendPlain(
  tables: Kysely<Tables>,
  hashed: readonly HashedPush[],
): Promise<ReadonlyMap<Push, number>> {
  const rows = plainOf(hashed);
  const { bytes, starts } = packed(rows);
  const sheets = rows.map(({ push }) => push.sheet);
  const cards = rows.map(({ push }) => push.card);
  const ends = starts.map((_, n) => starts[n + 1]?.[0] ?? bytes.length + 1);

  try {
    const parameters = [
      bytes,
      sheets.map((each) => each.desk),
      sheets.map((each) => each.folder),
      sheets.map((each) => each.number),
      sheets.map((each) => each.id),
      sheets.map((each) => each.epoch),
      sheets.map((each) => each.device),
      sheets.map((each) => each.seen),
      cards.map((each) => each.epoch),
      rows.map(({ push }) => push.key.epoch),
      starts.map((start) => start[0] ?? 0),
      starts.map((start) => start[1] ?? 0),
      starts.map((start) => start[2] ?? 0),
      starts.map((start) => start[3] ?? 0),
      starts.map((start) => start[4] ?? 0),
      starts.map((start) => start[5] ?? 0),
      ends,
    ];
    const found = await tables.executeQuery<{ readonly ord: number; readonly place: number }>(
      CompiledQuery.raw(statement, parameters),
    );
    return new Map(
      found.rows.flatMap(({ ord, place }) => {
        const row = rows[ord - 1];
        return row ? [[row.push, place] as const] : [];
      }),
    );
  } catch (cause) {
    if (isUniqueViolation(cause)) return new Map();
    throw cause;
  }
}

/**
 * As text and not as a template: the bytes are bound once. They stand in it once, too: PostgreSQL plans with the values it was
 * given, and copied the whole group each time it looked at an expression that named them (two thirds of all its work).
 */
const statement = `
with given as materialized (
  select $1::bytea as bytes
), asked as materialized (
  select *
    from unnest(
      $2::text[], $3::text[],
      $4::int[], $5::text[],
      $6::int[], $7::text[],
      $8::bigint[], $9::int[],
      $10::int[],
      $11::int[], $12::int[],
      $13::int[], $14::int[],
      $15::int[], $16::int[],
      $17::int[]
    ) with ordinality as a (desk, folder, number, id, epoch, device, seen, card_epoch, key_epoch,
                            hash_at, prev_at, signature_at, key_at, body_at, card_at, end_at, ord)
), good as (
  select a.*, row_number() over (partition by a.desk order by a.ord) as nth
    from asked a
    left join lateral (
      select p.hash from app.sheet p
       where p.desk = a.desk and p.folder = a.folder and p.number = a.number - 1 limit 1
    ) earlier on true
    left join lateral (
      select k.epoch, k.body from app.folder_key k where k.desk = a.desk and k.folder = a.folder and a.number > 1
    ) kept on true
   where case when a.number = 1 then a.prev_at = a.signature_at
              else earlier.hash = substring((select bytes from given) from a.prev_at for a.signature_at - a.prev_at)
                   and kept.epoch = a.key_epoch
                   and kept.body = substring((select bytes from given) from a.key_at for a.body_at - a.key_at) end
), locked as (
  select d.desk, wanted.places
    from app.desk d join (select desk, count(*) as places from good group by desk) wanted on wanted.desk = d.desk
   order by d.desk for update of d
), grown as (
  update app.desk d set head = d.head + locked.places from locked where d.desk = locked.desk
  returning d.desk, d.head - locked.places as base
), placed as (
  select good.*, grown.base + good.nth as place from good join grown on grown.desk = good.desk
), new_sheets as (
  insert into app.sheet (desk, folder, number, place, id, prev, epoch, device, seen, body, signature, hash)
  select desk, folder, number, place, id,
         case when number > 1 then substring((select bytes from given) from prev_at for signature_at - prev_at) end,
         epoch, device, seen,
         substring((select bytes from given) from body_at for card_at - body_at),
         substring((select bytes from given) from signature_at for key_at - signature_at),
         substring((select bytes from given) from hash_at for prev_at - hash_at)
    from placed
), new_cards as (
  insert into app.card (desk, folder, number, place, epoch, body)
  select desk, folder, number, place, card_epoch, substring((select bytes from given) from card_at for end_at - card_at)
    from placed
  on conflict (desk, folder) do update
     set number = excluded.number, place = excluded.place, epoch = excluded.epoch, body = excluded.body
), new_keys as (
  insert into app.folder_key (desk, folder, epoch, body)
  select desk, folder, key_epoch, substring((select bytes from given) from key_at for body_at - key_at)
    from placed where number = 1
)
select ord, place from placed`;

/** At most one sheet of each folder and one of each id: a second one may follow the first, which this statement cannot see. */
function plainOf(hashed: readonly HashedPush[]): readonly HashedPush[] {
  const seen = new Set<string>();
  return hashed.filter(({ push: { sheet } }) => {
    const folder = `folder ${sheet.desk} ${sheet.folder}`;
    const id = `id ${sheet.desk} ${sheet.id}`;
    if (seen.has(folder) || seen.has(id)) return false;
    seen.add(folder);
    seen.add(id);
    return true;
  });
}

/**
 * All bytes of the group in one parameter, which travels as it is; an array of bytes would travel as hexadecimal text. For each
 * row where hash, prev, signature, key, body and card begin, counted from 1 as SQL does; each ends where the next begins.
 */
function packed(rows: readonly HashedPush[]): {
  readonly bytes: Buffer;
  readonly starts: readonly (readonly number[])[];
} {
  const all: Buffer[] = [];
  let at = 1;
  const starts = rows.map(({ push: { sheet, card, key }, hash }) =>
    [hash, sheet.prev, sheet.signature, key.body, sheet.body, card.body].map((text) => {
      const start = at;
      const bytes = bytesOf(text);
      all.push(bytes);
      at += bytes.length;
      return start;
    }),
  );
  return { bytes: Buffer.concat(all), starts };
}

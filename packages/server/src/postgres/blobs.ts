/** Files in PostgreSQL, in parts of a mebibyte at most: appended where the last part ended, read one part at a time. */
import type { Transaction } from "kysely";

import {
  BLOB_PART_BYTES,
  MOST_UNFINISHED_BLOBS,
  type BlobPart,
  type BlobToMake,
  type OutsideStore,
} from "../drops/outside-store.ts";
import type { Database } from "./database.ts";
import { retrying } from "./failures.ts";
import type { Tables } from "./tables.ts";

type BlobStore = Pick<OutsideStore, "makeBlob" | "blob" | "appendBlob" | "removeBlob" | "blobBytes">;

export function blobStore({ tables, retry }: Database): BlobStore {
  const tried = <T>(go: () => Promise<T>): Promise<T> => retrying(retry, go);
  return {
    makeBlob: (blob) =>
      tried(() => tables.transaction().execute((transaction) => makeBlob(transaction, blob))),
    blob: (desk, id, now) =>
      tried(async () => {
        const row = await tables
          .selectFrom("app.blob")
          .select(["length", "received", "until"])
          .where("desk", "=", desk)
          .where("id", "=", id)
          .executeTakeFirst();
        return row && (row.received === row.length || row.until > now) ? row : undefined;
      }),
    appendBlob: (part) =>
      tried(() => tables.transaction().execute((transaction) => appendBlob(transaction, part))),
    removeBlob: (desk, id) =>
      tried(async () => {
        await tables.deleteFrom("app.blob").where("desk", "=", desk).where("id", "=", id).execute();
      }),
    blobBytes: (desk, id, from) =>
      tried(async () => {
        const row = await tables
          .selectFrom("app.blob_part")
          .select(["start", "body"])
          .where("desk", "=", desk)
          .where("id", "=", id)
          .where("start", "<=", from)
          .where("start", ">", from - BLOB_PART_BYTES)
          .orderBy("start", "desc")
          .limit(1)
          .executeTakeFirst();
        const bytes = row && new Uint8Array(row.body.subarray(from - row.start));
        return bytes && bytes.length > 0 ? bytes : undefined;
      }),
  };
}

async function makeBlob(transaction: Transaction<Tables>, { desk, id, length, now, until }: BlobToMake) {
  const known = await transaction
    .selectFrom("app.desk")
    .select("desk")
    .where("desk", "=", desk)
    .executeTakeFirst();
  if (!known) return "no desk";
  await transaction
    .deleteFrom("app.blob")
    .where("desk", "=", desk)
    .where("until", "<=", now)
    .whereRef("received", "<", "length")
    .execute();
  const open = await transaction
    .selectFrom("app.blob")
    .select((row) => row.fn.countAll<number>().as("count"))
    .where("desk", "=", desk)
    .whereRef("received", "<", "length")
    .executeTakeFirstOrThrow();
  if (open.count >= MOST_UNFINISHED_BLOBS) return "too many";
  // Again with the same id after a lost connection finds itself.
  const row = { desk, id, length, received: 0, until };
  await transaction
    .insertInto("app.blob")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return "made";
}

async function appendBlob(transaction: Transaction<Tables>, { desk, id, start, bytes }: BlobPart) {
  const done = await transaction
    .updateTable("app.blob")
    .set({ received: start + bytes.length })
    .where("desk", "=", desk)
    .where("id", "=", id)
    .where("received", "=", start)
    .where("length", ">=", start + bytes.length)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) return "wrong offset";
  await transaction
    .insertInto("app.blob_part")
    .values({ desk, id, start, body: Buffer.from(bytes) })
    .execute();
  return "appended";
}

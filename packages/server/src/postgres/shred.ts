/** Destroys the keys of folders, the files beside them and the binders in which their cards lie. The sheets stay, closed for good. */
import type { Transaction } from "kysely";

import type { Shredding } from "../store.ts";
import type { Tables } from "./tables.ts";

export async function shred(
  transaction: Transaction<Tables>,
  { desk, folders, blobs }: Shredding,
): Promise<void> {
  // The desk's row is locked first, as by whoever binds: a binder that was being put is there and goes, or comes later and is refused.
  const { head } = await transaction
    .selectFrom("app.desk")
    .select("head")
    .where("desk", "=", desk)
    .forUpdate()
    .executeTakeFirstOrThrow();
  await transaction.updateTable("app.desk").set({ shredded_at: head }).where("desk", "=", desk).execute();
  await transaction
    .deleteFrom("app.folder_key")
    .where("desk", "=", desk)
    .where("folder", "in", [...folders])
    .execute();
  await transaction.deleteFrom("app.binder").where("desk", "=", desk).execute();
  if (blobs.length === 0) return;
  await transaction
    .deleteFrom("app.blob")
    .where("desk", "=", desk)
    .where("id", "in", [...blobs])
    .execute();
}

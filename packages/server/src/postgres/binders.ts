/** Binders in PostgreSQL, cut into parts of at most a mebibyte. A set of another size is dropped when a whole set has taken its place. */
import type { Binder, DeskId } from "@answerable/wire";
import type { Transaction } from "kysely";

import { bytesOf, textOf } from "../bytes.ts";
import type { BinderName, BinderPut, Store } from "../store.ts";
import type { Database } from "./database.ts";
import { retrying } from "./failures.ts";
import type { Tables } from "./tables.ts";

const PART = 1_048_576;

export function binderStore(database: Database): Pick<Store, "binderNames" | "binder" | "putBinder"> {
  const { tables, retry } = database;
  return {
    binderNames: (desk) =>
      retrying(retry, async () => {
        const rows = await tables
          .selectFrom("app.binder")
          .select(["slots", "n"])
          .where("desk", "=", desk)
          .orderBy("slots")
          .orderBy("n")
          .execute();
        return rows.map(({ slots, n }) => ({ n, of: sizeOf(slots) }));
      }),
    binder: (desk, name) => retrying(retry, () => binder(database, desk, name)),
    putBinder: (given) =>
      retrying(retry, () => tables.transaction().execute((transaction) => putBinder(transaction, given))),
  };
}

async function binder(
  { tables }: Database,
  desk: DeskId,
  { n, of }: BinderName,
): Promise<Binder | undefined> {
  // In one statement, so that a binder replaced in between is not read half old and half new.
  const rows = await tables
    .selectFrom("app.binder as b")
    .innerJoin("app.binder_part as p", (join) =>
      join.onRef("p.desk", "=", "b.desk").onRef("p.slots", "=", "b.slots").onRef("p.n", "=", "b.n"),
    )
    .select(["b.covers", "b.epoch", "p.body"])
    .where("b.desk", "=", desk)
    .where("b.slots", "=", of)
    .where("b.n", "=", n)
    .orderBy("p.part")
    .execute();
  const [first] = rows;
  if (!first) return undefined;
  const body = textOf(Buffer.concat(rows.map((row) => row.body)));
  return { v: 1, desk, n, of, covers: first.covers, epoch: first.epoch, body };
}

async function putBinder(transaction: Transaction<Tables>, given: Binder): Promise<BinderPut> {
  const { desk, n, of, covers, epoch } = given;
  // The desk's row is locked: two devices that bind at once go one after the other.
  const head = await transaction
    .selectFrom("app.desk")
    .select(["head", "shredded_at"])
    .where("desk", "=", desk)
    .forUpdate()
    .executeTakeFirst();
  if (!head || covers > head.head) return { type: "BeyondHead" };
  if (covers < head.shredded_at) return { type: "Older", covers: head.shredded_at };
  const there = await transaction
    .selectFrom("app.binder")
    .select("covers")
    .where("desk", "=", desk)
    .where("slots", "=", of)
    .where("n", "=", n)
    .executeTakeFirst();
  if (there && there.covers >= covers) return { type: "Older", covers: there.covers };

  await transaction
    .deleteFrom("app.binder")
    .where("desk", "=", desk)
    .where("slots", "=", of)
    .where("n", "=", n)
    .execute();
  await transaction.insertInto("app.binder").values({ desk, slots: of, n, covers, epoch }).execute();
  const bytes = bytesOf(given.body);
  for (let part = 0; part === 0 || part * PART < bytes.length; part += 1) {
    const body = bytes.subarray(part * PART, (part + 1) * PART);
    await transaction.insertInto("app.binder_part").values({ desk, slots: of, n, part, body }).execute();
  }
  const set = await transaction
    .selectFrom("app.binder")
    .select((row) => row.fn.countAll<number>().as("count"))
    .where("desk", "=", desk)
    .where("slots", "=", of)
    .executeTakeFirstOrThrow();
  if (set.count === of) {
    await transaction.deleteFrom("app.binder").where("desk", "=", desk).where("slots", "!=", of).execute();
  }
  return { type: "Taken" };
}

const sizes = [1, 2, 4, 8, 16, 32, 64, 128, 256] as const;

function sizeOf(slots: number): Binder["of"] {
  const size = sizes.find((each) => each === slots);
  if (size === undefined) throw new Error(`a set of ${slots} binders`);
  return size;
}

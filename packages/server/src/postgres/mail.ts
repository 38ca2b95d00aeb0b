/** Mailboxes in PostgreSQL. A family's key is part of a mailbox's name: a locator alone opens nothing. */
import type { DeskId, Mail, MailAnswer } from "@answerable/wire";
import { sql } from "kysely";
import type { Kysely } from "kysely";

import { bytesOf, textOf } from "../bytes.ts";
import type { MailName, OutsideStore } from "../drops/outside-store.ts";
import type { Database } from "./database.ts";
import { retrying } from "./failures.ts";
import type { Tables } from "./tables.ts";

type MailStore = Pick<OutsideStore, "putMail" | "mail" | "markRead" | "mailReads" | "countTry">;

export function mailStore({ tables, retry }: Database): MailStore {
  const tried = <T>(go: () => Promise<T>): Promise<T> => retrying(retry, go);
  return {
    putMail: (desk, mail) => tried(() => putMail(tables, desk, mail)),
    mail: (name) =>
      tried(async () => {
        const row = await named(tables, name).select(["number", "page"]).executeTakeFirst();
        return row && { number: row.number, page: new Uint8Array(row.page) };
      }),
    markRead: ({ desk, locator, key }, read) =>
      tried(async () => {
        await tables
          .updateTable("app.mailbox")
          .set({ read_number: read.number, read_day: read.day })
          .where("desk", "=", desk)
          .where("locator", "=", locator)
          .where("key", "=", bytesOf(key))
          .where("number", "=", read.number)
          .where("read_number", "is", null)
          .execute();
      }),
    mailReads: (desk) =>
      tried(async () => {
        const rows = await tables
          .selectFrom("app.mailbox")
          .select(["key", "read_number", "read_day"])
          .where("desk", "=", desk)
          .where("read_number", "is not", null)
          .execute();
        return rows
          .map((row) => ({ key: textOf(row.key), number: row.read_number ?? 0, day: row.read_day ?? "" }))
          .toSorted((a, b) => (a.key < b.key ? -1 : 1));
      }),
    countTry: (desk, locator, hour) =>
      tried(async () => {
        const counted = await sql<{ readonly tries: number }>`
          insert into app.mailbox_try (desk, locator, hour, tries) values (${desk}, ${locator}, ${hour}, 1)
          on conflict (desk, locator, hour) do update set tries = app.mailbox_try.tries + 1 returning tries`.execute(
          tables,
        );
        const tries = counted.rows[0]?.tries ?? 1;
        // The first try of an hour sweeps up what the hours before have left.
        if (tries === 1)
          await tables
            .deleteFrom("app.mailbox_try")
            .where("desk", "=", desk)
            .where("hour", "<", hour - 1)
            .execute();
        return tries;
      }),
  };
}

function named(tables: Kysely<Tables>, { desk, locator, key }: MailName) {
  return tables
    .selectFrom("app.mailbox")
    .where("desk", "=", desk)
    .where("locator", "=", locator)
    .where("key", "=", bytesOf(key));
}

async function putMail(tables: Kysely<Tables>, desk: DeskId, mail: Mail): Promise<MailAnswer> {
  const { locator, key, number, page } = mail;
  const done = await sql<{ readonly number: number }>`
    insert into app.mailbox (desk, locator, key, number, page)
      values (${desk}, ${locator}, ${bytesOf(key)}, ${number}, ${bytesOf(page)})
    on conflict (desk, locator, key) do update
      set number = excluded.number, page = excluded.page, read_number = null, read_day = null
      where app.mailbox.number < excluded.number
    returning number`.execute(tables);
  if (done.rows.length > 0) return { type: "Taken" };
  const there = await named(tables, { desk, locator, key })
    .select(["number", "page"])
    .executeTakeFirstOrThrow();
  const isSame = there.number === number && there.page.equals(bytesOf(page));
  return isSame ? { type: "Taken" } : { type: "Older", number: there.number };
}

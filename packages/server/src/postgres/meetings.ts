/** Meetings in PostgreSQL: a note's place is its primary key, so a slot is written once whoever comes first. */
import type { MeetingNote } from "@answerable/wire";
import type { Transaction } from "kysely";

import { bytesOf, textOf } from "../bytes.ts";
import { MOST_MEETINGS, type NotePut, type Store } from "../store.ts";
import type { Database } from "./database.ts";
import { retrying } from "./failures.ts";
import type { Tables } from "./tables.ts";

type When = Parameters<Store["putNote"]>[1];

export function meetingStore(database: Database): Pick<Store, "putNote" | "note"> {
  const { tables, retry } = database;
  return {
    putNote: (note, when) =>
      retrying(retry, () => tables.transaction().execute((transaction) => putNote(transaction, note, when))),
    note: (meeting, slot, now) =>
      retrying(retry, async () => {
        const row = await tables
          .selectFrom("app.meeting as m")
          .leftJoin("app.meeting_note as n", (join) =>
            join.onRef("n.meeting", "=", "m.meeting").on("n.slot", "=", slot),
          )
          .select("n.body")
          .where("m.meeting", "=", meeting)
          .where("m.until", ">", now)
          .executeTakeFirst();
        if (!row) return { type: "NoMeeting" };
        return row.body === null
          ? { type: "NotYet" }
          : { type: "Note", note: { meeting, slot, body: textOf(row.body) } };
      }),
  };
}

async function putNote(transaction: Transaction<Tables>, note: MeetingNote, when: When): Promise<NotePut> {
  const { meeting, slot } = note;
  await transaction.deleteFrom("app.meeting").where("until", "<=", when.now).execute();
  const there = await transaction
    .selectFrom("app.meeting")
    .select("meeting")
    .where("meeting", "=", meeting)
    .executeTakeFirst();
  if (!there) {
    if (!when.begins) return "no such meeting";
    const alive = await transaction
      .selectFrom("app.meeting")
      .select((row) => row.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    if (alive.count >= MOST_MEETINGS) return "too many meetings";
    const begun = { meeting, until: when.until };
    await transaction
      .insertInto("app.meeting")
      .values(begun)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  const body = bytesOf(note.body);
  const put = await transaction
    .insertInto("app.meeting_note")
    .values({ meeting, slot, body })
    .onConflict((conflict) => conflict.doNothing())
    .returning("slot")
    .executeTakeFirst();
  if (put) return "put";
  const kept = await transaction
    .selectFrom("app.meeting_note")
    .select("body")
    .where("meeting", "=", meeting)
    .where("slot", "=", slot)
    .executeTakeFirst();
  return kept?.body.equals(body) === true ? "there already" : "other bytes there";
}

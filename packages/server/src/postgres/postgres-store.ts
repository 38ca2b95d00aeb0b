/** The store in PostgreSQL. Every statement names its desk; what crosses desks is in append.ts, announcements.ts and the small helpline-wide tables. */
import {
  canonicalText,
  TeamStatement,
  type DeskId,
  type EpochBox,
  type FolderId,
  type Hash,
  type PlacedCard,
  type PlacedSheet,
} from "@answerable/wire";
import type { Kysely, Selectable } from "kysely";
import * as v from "valibot";

import { bytesOf, textOf } from "../bytes.ts";
import { placed } from "../log/decide-append.ts";
import type { CardPage, Store, TeamTaken, TeamTaking } from "../store.ts";
import { openAnnouncements } from "./announcements.ts";
import { append } from "./append.ts";
import { binderStore } from "./binders.ts";
import { blobStore } from "./blobs.ts";
import type { Database } from "./database.ts";
import { isUniqueViolation, retrying } from "./failures.ts";
import { leaseStore } from "./leases.ts";
import { letterStore } from "./letters.ts";
import { mailStore } from "./mail.ts";
import { meetingStore } from "./meetings.ts";
import { publicationStore } from "./publications.ts";
import { shred } from "./shred.ts";
import type { Tables } from "./tables.ts";
import { treeStore } from "./tree.ts";

export function postgresStore(database: Database): Store {
  const { tables, retry } = database;
  const announcements = openAnnouncements(database);
  const tried = <T>(go: () => Promise<T>): Promise<T> => retrying(retry, go);

  return {
    team: (after) => tried(() => team(tables, after)),
    takeTeam: (taking) => tried(() => takeTeam(tables, taking)),
    box: (desk) => tried(() => box(tables, desk)),
    append: (pushes) => append(database, pushes),
    async heads(desks) {
      if (desks.length === 0) return [];
      const rows = await tried(() =>
        tables
          .selectFrom("app.desk")
          .select(["desk", "head"])
          .where("desk", "in", [...desks])
          .execute(),
      );
      const headsByDesk = new Map(rows.map((row) => [row.desk, row.head]));
      return desks.map((desk) => ({ desk, place: headsByDesk.get(desk) ?? 0 }));
    },
    cards: (desk, page) => tried(() => cards(tables, desk, page)),
    folderKey: (desk, folder) =>
      tried(async () => {
        const row = await tables
          .selectFrom("app.folder_key")
          .select(["epoch", "body"])
          .where("desk", "=", desk)
          .where("folder", "=", folder)
          .executeTakeFirst();
        return row && { v: 1 as const, desk, folder, epoch: row.epoch, body: textOf(row.body) };
      }),
    sheets: (desk, folder, page) => tried(() => sheets(tables, { desk, folder, ...page })),
    ...treeStore(database),
    ...binderStore(database),
    ...meetingStore(database),
    ...leaseStore(database),
    ...publicationStore(database),
    ...letterStore(database),
    ...mailStore(database),
    ...blobStore(database),
    secret: (name, made) =>
      tried(async () => {
        const fresh = { name, secret: Buffer.from(made) };
        await tables
          .insertInto("app.server_secret")
          .values(fresh)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        const kept = await tables
          .selectFrom("app.server_secret")
          .select("secret")
          .where("name", "=", name)
          .executeTakeFirstOrThrow();
        return new Uint8Array(kept.secret);
      }),
    announce: (heads) => announcements.announce(heads),
    hear: announcements.hear,
    ready: database.ready,
    close: announcements.close,
  };
}

async function team(tables: Kysely<Tables>, after: number): Promise<readonly TeamStatement[]> {
  const rows = await tables
    .selectFrom("app.team")
    .select("statement")
    .where("number", ">", Math.min(after, 2 ** 31 - 1))
    .orderBy("number")
    .execute();
  return rows.map((row) => v.parse(TeamStatement, JSON.parse(row.statement)));
}

/** The numbers are the primary key: of two that add the same number one is refused, with its boxes and desks. */
async function takeTeam(tables: Kysely<Tables>, taking: TeamTaking): Promise<TeamTaken> {
  try {
    return await tables.transaction().execute(async (transaction): Promise<TeamTaken> => {
      const newest = await transaction
        .selectFrom("app.team")
        .select((row) => row.fn.max("number").as("number"))
        .executeTakeFirst();
      const number = newest?.number ?? 0;
      if (taking.statements[0]?.number !== number + 1) return { type: "Behind", number };
      const statements = taking.statements.map((each) => ({
        number: each.number,
        statement: canonicalText(each),
      }));
      await transaction.insertInto("app.team").values(statements).execute();
      for (const desk of taking.desks)
        await transaction.insertInto("app.desk").values({ desk, head: 0 }).execute();
      for (const each of taking.boxes) await transaction.insertInto("app.box").values(boxRow(each)).execute();
      for (const each of taking.shredded ?? []) await shred(transaction, each);
      return { type: "Taken" };
    });
  } catch (cause) {
    if (!isUniqueViolation(cause)) throw cause;
    const statements = await team(tables, 0);
    return { type: "Behind", number: statements.length };
  }
}

function boxRow(each: EpochBox): Tables["app.box"] {
  const { desk, epoch, devices, by } = each;
  const file = bytesOf(each.file);
  return { desk, epoch, team: each.team, devices, by_device: by, file, signature: bytesOf(each.signature) };
}

async function box(tables: Kysely<Tables>, desk: DeskId): Promise<EpochBox | undefined> {
  const row = await tables
    .selectFrom("app.box")
    .select(["epoch", "team", "devices", "by_device", "file", "signature"])
    .where("desk", "=", desk)
    .orderBy("epoch", "desc")
    .orderBy("team", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const { epoch, devices } = row;
  const bytes = { file: textOf(row.file), signature: textOf(row.signature) };
  return { v: 1, desk, epoch, team: row.team, devices, by: row.by_device, ...bytes };
}

async function cards(tables: Kysely<Tables>, desk: DeskId, page: CardPage): Promise<readonly PlacedCard[]> {
  const rows = await tables
    .selectFrom("app.card")
    .select(["folder", "number", "place", "epoch", "body"])
    .where("desk", "=", desk)
    .where("place", ">", page.after)
    .where("place", "<", page.before)
    .orderBy("place", page.order === "oldest first" ? "asc" : "desc")
    .limit(page.most)
    .execute();
  return rows.map(({ folder, number, place, epoch, body }) => ({
    place: placed(place),
    card: { v: 1, desk, folder, number, epoch, body: textOf(body) },
  }));
}

interface SheetPage {
  readonly desk: DeskId;
  readonly folder: FolderId;
  readonly after: number;
  readonly most: number;
}

async function sheets(tables: Kysely<Tables>, page: SheetPage): Promise<readonly PlacedSheet[]> {
  const rows = await tables
    .selectFrom("app.sheet")
    .select(["number", "place", "id", "prev", "epoch", "device", "seen", "body", "signature"])
    .where("desk", "=", page.desk)
    .where("folder", "=", page.folder)
    .where("number", ">", Math.min(page.after, 2 ** 31 - 1))
    .orderBy("number")
    .limit(page.most)
    .execute();
  return rows.map((row) => placedSheet(row, page));
}

type SheetRow = Omit<Selectable<Tables["app.sheet"]>, "desk" | "folder" | "hash">;

function placedSheet(row: SheetRow, { desk, folder }: SheetPage): PlacedSheet {
  const { number, place, id, epoch, device, seen } = row;
  const prev = row.prev === null ? "" : (textOf(row.prev) as Hash); // makes the brand: it came in as one
  const bytes = { body: textOf(row.body), signature: textOf(row.signature) };
  return {
    place: placed(place),
    sheet: { v: 1, id, desk, folder, number, prev, epoch, device, seen, ...bytes },
  };
}

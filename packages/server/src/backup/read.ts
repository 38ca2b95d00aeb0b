/**
 * A backup read again. To check it, everything is looked at that can be seen without a key: each file's hash, the team log from its
 * charter on, each sheet's own hash, chain and signature, and that the sheets give the root that was signed. To restore it, the
 * same files fill an empty database. What does not hold throws, in words for whoever stands there at night.
 */
import { createHash } from "node:crypto";

import {
  fromText,
  labelled,
  leafHash,
  readNote,
  replayTeam,
  rootOf,
  SealedSheet,
  TeamStatement,
  type Team,
} from "@answerable/wire";
import type pg from "pg";
import * as v from "valibot";

import { textOf } from "../bytes.ts";
import { hashOfSheet } from "../log/sheet-hash.ts";
import { migrations } from "../postgres/migrations/index.ts";
import { sha256, verify } from "../sign-in/verify.ts";
import { connected, tablesOf, type TableShape } from "./dump.ts";
import { Manifest, MANIFEST } from "./manifest.ts";
import { readTar } from "./tar.ts";
import { headsOf } from "./write.ts";

export interface Checked {
  readonly manifest: Manifest;
  readonly sheets: number;
  readonly statements: number;
}

type Row = Readonly<Record<string, unknown>>;
type Found = Manifest["files"][number];

/** Gives every table's rows as they come, then holds the files against the manifest. */
async function read(
  chunks: AsyncIterable<Uint8Array>,
  take: (table: string, rows: readonly Row[]) => Promise<void>,
): Promise<Manifest> {
  const found: Found[] = [];
  for await (const { name, bytes } of readTar(chunks)) {
    if (name === MANIFEST) {
      const manifest = v.parse(Manifest, JSON.parse(bytes.toString()));
      if (JSON.stringify(manifest.files) !== JSON.stringify(found))
        throw new Error("The backup is damaged: its files are not those that its manifest names.");
      return manifest;
    }
    const [table = ""] = name.split("/");
    found.push({ name, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
    const lines = bytes.toString().split("\n");
    await take(
      table,
      lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Row),
    ); // lines of ours: checked where they are used
  }
  throw new Error("The backup is cut: it has no manifest.");
}

export async function checkBackup(chunks: AsyncIterable<Uint8Array>): Promise<Checked> {
  const statements: TeamStatement[] = [];
  const hashes = new Map<string, Map<number, Uint8Array>>();
  const last = new Map<string, { readonly number: number; readonly hash: string }>();
  let team: Team | undefined;
  let sheets = 0;
  const text = (value: unknown) => (typeof value === "string" ? textOf(Buffer.from(value, "base64")) : "");

  async function look(sheet: SealedSheet, place: number, kept: string): Promise<void> {
    const where = `Sheet ${sheet.number} of folder ${sheet.folder}`;
    const hash = hashOfSheet(sheet);
    if (hash !== kept) throw new Error(`${where} is not what it was when it was filed.`);
    const folder = `${sheet.desk} ${sheet.folder}`;
    const before = last.get(folder) ?? { number: 0, hash: "" };
    if (sheet.number !== before.number + 1 || sheet.prev !== before.hash)
      throw new Error(`${where} does not follow the one before it.`);
    last.set(folder, { number: sheet.number, hash });
    const { signature, ...bare } = sheet;
    const signing = team?.devices.get(sheet.device)?.signing;
    const message = labelled("answerable/sheet/1", bare);
    if (signing === undefined || !(await verify(fromText(signing), message, fromText(signature))))
      throw new Error(`${where} is not signed by a device of the helpline.`);
    const ofDesk = hashes.get(sheet.desk) ?? new Map<number, Uint8Array>();
    hashes.set(sheet.desk, ofDesk.set(place, fromText(hash)));
    sheets += 1;
  }

  const counts: Record<string, number> = {};
  const manifest = await read(chunks, async (table, rows) => {
    counts[table] = (counts[table] ?? 0) + rows.length;
    if (table === "team")
      for (const row of rows) statements.push(v.parse(TeamStatement, JSON.parse(String(row["statement"]))));
    if (table !== "sheet") return;
    team ??= statements.length > 0 ? await replayTeam(statements, { verify, hash: sha256 }) : undefined;
    for (const row of rows) {
      const { hash, place, prev, body, signature, ...plain } = row;
      const sheet = v.parse(SealedSheet, {
        v: 1,
        ...plain,
        prev: text(prev),
        body: text(body),
        signature: text(signature),
      });
      await look(sheet, Number(place), text(hash));
    }
  });
  for (const [table, count] of Object.entries(manifest.tables))
    if ((counts[table] ?? 0) !== count)
      throw new Error(`The backup is damaged: rows of ${table} are missing.`);
  for (const { desk, size, note } of manifest.desks) {
    const ofDesk = hashes.get(desk) ?? new Map<number, Uint8Array>();
    const leaves = Array.from({ length: size }, (_, at) =>
      leafHash(sha256, ofDesk.get(at + 1) ?? new Uint8Array()),
    );
    const said = readNote(note)?.checkpoint ?? rootIn(note);
    if (ofDesk.size !== size || textOf(rootOf(sha256, leaves)) !== textOf(said.root))
      throw new Error(`The log of desk ${desk} is not the one whose head stands in the manifest.`);
  }
  return { manifest, sheets, statements: statements.length };
}

/** Of a note that nobody signed: a server that was never asked for its log has no key for it yet. */
function rootIn(note: string): { readonly root: Uint8Array } {
  return { root: Buffer.from(note.split("\n")[2] ?? "", "base64") };
}

/** Into a database whose shape is current and in which nothing lies. All or nothing. */
export async function restoreBackup(url: string, chunks: AsyncIterable<Uint8Array>): Promise<Manifest> {
  const client = await connected(url);
  try {
    const shapes = new Map((await tablesOf(client)).map((shape) => [shape.name, shape]));
    const filled = await client.query<{ count: number }>("select count(*) as count from app.team");
    if ((filled.rows[0]?.count ?? 0) > 0)
      throw new Error("There is a helpline in this database already. Restore into an empty one.");
    await client.query("begin");
    const manifest = await read(chunks, async (table, rows) => {
      const shape = shapes.get(table);
      if (!shape) throw new Error(`This program has no table ${table}: the backup is of a newer one.`);
      await fill(client, shape, rows);
    });
    if (manifest.migration > migrations.length)
      throw new Error("The backup was made by a newer program. Update first.");
    const heads = await headsOf(client);
    if (JSON.stringify(heads) !== JSON.stringify(manifest.desks))
      throw new Error("What was restored does not have the heads that stand in the manifest.");
    await client.query("commit");
    return manifest;
  } finally {
    await client.end(); // what was not committed is gone with it
  }
}

/** Columns that the backup does not know keep their defaults. */
async function fill(client: pg.Client, shape: TableShape, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  const columns = shape.columns.filter(({ name }) => first && name in first);
  const names = columns.map(({ name }) => `"${name}"`).join(", ");
  const values = columns.map(({ name, type }) => valueOf(name, type)).join(", ");
  const sql = `insert into app."${shape.name}" (${names}) select ${values} from jsonb_array_elements($1::jsonb) as r`;
  await client.query(sql, [JSON.stringify(rows)]);
}

function valueOf(name: string, type: string): string {
  if (type === "bytea") return `decode(r->>'${name}', 'base64')`;
  if (type.endsWith("[]")) return `array(select jsonb_array_elements_text(r->'${name}'))::${type}`;
  return `(r->>'${name}')::${type}`;
}

/**
 * A whole sealed backup, taken while the server runs: one snapshot of the database as a tar of lines, and last of all the manifest
 * with the hash of every file and the signed head of every desk's log. Opened by nobody without the desk's keys or the recovery
 * shares; see docs/recovery.md.
 */
import { createHash } from "node:crypto";

import {
  checkpointText,
  keyIdOf,
  leafHash,
  LOG_KEY,
  originOf,
  rootOf,
  signatureLine,
  utf8,
  writeNote,
  type DeskId,
} from "@answerable/wire";
import type pg from "pg";

import { sha256 } from "../sign-in/verify.ts";
import { openSigningKey } from "../signing-key.ts";
import { connected, linesOf, tablesOf } from "./dump.ts";
import { MANIFEST, type Manifest } from "./manifest.ts";
import { tarEnd, tarEntry } from "./tar.ts";

export interface BackupWish {
  readonly url: string;
  readonly now: number;
  /** Resolves when it has room for more. */
  readonly write: (bytes: Buffer) => Promise<void>;
}

export async function writeBackup({ url, now, write }: BackupWish): Promise<Manifest> {
  const client = await connected(url);
  const files: { name: string; bytes: number; sha256: string }[] = [];
  const tables: Record<string, number> = {};

  async function put(name: string, bytes: Buffer): Promise<void> {
    files.push({ name, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
    for (const part of tarEntry({ name, bytes })) await write(part);
  }

  try {
    await client.query("begin transaction isolation level repeatable read, read only");
    for (const table of await tablesOf(client)) {
      let [n, rows] = [0, 0];
      // One file ahead: the database reads on while this one is hashed and written.
      const lines = linesOf(client, table);
      for (let next = lines.next(); ;) {
        const { done, value } = await next;
        if (done === true) break;
        next = lines.next();
        next.catch(() => undefined); // heard where it is awaited
        n += 1;
        rows += value.rows;
        await put(`${table.name}/${String(n).padStart(6, "0")}.jsonl`, value.bytes);
      }
      tables[table.name] = rows;
    }
    const migration = await client.query<{ number: number }>(
      "select max(number) as number from app.migration",
    );
    const manifest: Manifest = {
      v: 1,
      made: `${new Date(now).toISOString().slice(0, 19)}Z`,
      migration: migration.rows[0]?.number ?? 0,
      tables,
      desks: await headsOf(client),
      files,
    };
    const bytes = Buffer.from(`${JSON.stringify(manifest, undefined, 1)}\n`);
    for (const part of tarEntry({ name: MANIFEST, bytes })) await write(part);
    await write(tarEnd);
    return manifest;
  } finally {
    await client.end();
  }
}

/** What the server would sign of each desk's log at this moment. */
export async function headsOf(client: pg.Client): Promise<Manifest["desks"]> {
  const secret = await client.query<{ secret: Buffer }>(
    "select secret from app.server_secret where name = 'note'",
  );
  const desks = await client.query<{ desk: DeskId; head: number }>(
    "select desk, head from app.desk order by desk",
  );
  const heads: Manifest["desks"] = [];
  for (const { desk, head } of desks.rows) {
    const sheets = await client.query<{ hash: Buffer }>(
      "select hash from app.sheet where desk = $1 order by place",
      [desk],
    );
    if (sheets.rows.length !== head) throw new Error("a desk's log has gaps");
    const root = rootOf(
      sha256,
      sheets.rows.map(({ hash }) => leafHash(sha256, hash)),
    );
    const origin = originOf(desk);
    const text = checkpointText({ origin, size: head, root });
    const seed = secret.rows[0]?.secret;
    const key = seed && openSigningKey(seed);
    const line =
      key &&
      signatureLine({
        name: origin,
        key: keyIdOf(sha256, { name: origin, kind: LOG_KEY, key: key.publicKey }),
        bytes: key.sign(utf8(text)),
      });
    heads.push({ desk, size: head, note: writeNote(text, line === undefined ? [] : [line]) });
  }
  return heads;
}

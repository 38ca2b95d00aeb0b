/**
 * Between the processes of one database: "desk d has grown to place p", by one notify for each moment in which anything
 * changed. May be lost; nobody waits for it. Our own messages come back to us and are left aside.
 */
import { randomUUID } from "node:crypto";

import { Head } from "@answerable/wire";
import { sql } from "kysely";
import pg from "pg";
import * as v from "valibot";

import { factsOf } from "../log-line.ts";
import type { Database } from "./database.ts";

const CHANNEL = "answerable_heads";
/** PostgreSQL takes less than 8000 bytes; a head is about 60. */
const MOST_HEADS = 100;

const Announcement = v.strictObject({ from: v.string(), heads: v.array(Head) });

export interface Announcements {
  readonly announce: (heads: readonly Head[]) => Promise<void>;
  readonly hear: (listener: (heads: readonly Head[]) => void) => () => void;
  readonly close: () => Promise<void>;
}

export function openAnnouncements(database: Pick<Database, "url" | "log" | "tables">): Announcements {
  const me = randomUUID();
  const listeners = new Set<(heads: readonly Head[]) => void>();
  let client: pg.Client | undefined;
  let again: NodeJS.Timeout | undefined;
  let isClosed = false;
  /** Told once and not every second, however long the database is away. */
  let isTold = false;

  function received(payload: string | undefined): void {
    const said = v.safeParse(Announcement, parsed(payload));
    if (!said.success || said.output.from === me) return;
    for (const listener of listeners) listener(said.output.heads);
  }

  async function connect(): Promise<void> {
    again = undefined;
    if (isClosed || client) return;
    const mine = new pg.Client({
      connectionString: database.url,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    client = mine;
    const lost = (cause?: unknown): void => {
      if (client !== mine) return;
      client = undefined;
      if (cause !== undefined && !isClosed && !isTold) {
        isTold = true;
        database.log.warn("no announcements for a while", factsOf(cause));
      }
      mine.end().catch(() => undefined);
      if (!isClosed) again ??= setTimeout(() => void connect(), 1_000).unref();
    };
    mine.on("error", lost);
    mine.on("end", () => lost());
    mine.on("notification", (message) => received(message.payload));
    try {
      await mine.connect();
      await mine.query(`listen ${CHANNEL}`);
      isTold = false;
    } catch (cause) {
      lost(cause);
    }
  }

  return {
    async announce(heads) {
      for (let at = 0; at < heads.length; at += MOST_HEADS) {
        const text = JSON.stringify({ from: me, heads: heads.slice(at, at + MOST_HEADS) });
        await sql`select pg_notify(${CHANNEL}, ${text})`.execute(database.tables);
      }
    },
    hear(listener) {
      listeners.add(listener);
      void connect();
      return () => listeners.delete(listener);
    },
    async close() {
      isClosed = true;
      clearTimeout(again);
      const open = client;
      client = undefined;
      await open?.end().catch(() => undefined);
    },
  };
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}

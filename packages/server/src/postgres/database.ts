/**
 * The way to PostgreSQL: Kysely over a pool of pg, in which a connection that timed out or broke is thrown away and never
 * handed on. Nothing is cancelled on the server: a cancelled commit may answer "done". Opening it brings its shape up to date.
 */
import { CompiledQuery, Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from "kysely";
import pg from "pg";

import type { Log } from "../log-line.ts";
import { factsOf } from "../log-line.ts";
import type { Connections } from "../measures.ts";
import { StoreUnavailable } from "../store.ts";
import { breaksConnection, ConnectionLost, isUniqueViolation, retrying, type Retry } from "./failures.ts";
import { migrations, type Migration } from "./migrations/index.ts";
import { pause } from "./processes.ts";
import type { Tables } from "./tables.ts";

export interface Database {
  readonly url: string;
  readonly tables: Kysely<Tables>;
  readonly retry: Retry;
  readonly log: Log;
  readonly connections: () => Connections;
  /** Throws StoreUnavailable unless it answers and every migration has been made. */
  readonly ready: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface DatabaseOptions {
  readonly log: Log;
  readonly connections?: number;
  /** Milliseconds until a statement without an answer counts as lost, with its connection. */
  readonly timeout?: number;
  /** Milliseconds for which a passing failure is tried again. */
  readonly patience?: number;
  /** The same at the start, when the database may be starting too. */
  readonly startPatience?: number;
  /** The migrations to make; all of them, but in a test of how an older shape is taken further. */
  readonly shape?: readonly Migration[];
}

export async function openDatabase(url: string, options: DatabaseOptions): Promise<Database> {
  const { log, connections = 12, timeout = 15_000, patience = 2_500, startPatience = 20_000 } = options;
  const { shape = migrations } = options;
  const types = new pg.TypeOverrides();
  // Places and counts stay far below 2^53.
  types.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    query_timeout: timeout,
    idleTimeoutMillis: 60_000,
    application_name: "answerable",
    types,
  });
  // An idle connection that breaks is no news; without a listener it would end the process.
  pool.on("error", (cause) => log.warn("idle connection lost", factsOf(cause)));
  // One that breaks while it is lent out says so twice: to whoever waits for an answer, and as an event that nobody else hears.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const tables = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: steady(pool) }) });
  const retry: Retry = { patience, pause };

  const database: Database = {
    url,
    tables,
    retry,
    log,
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    ready: () => ready(tables, retry, shape),
    close: () => tables.destroy(),
  };
  try {
    await migrate(tables, { ...retry, patience: startPatience }, shape);
  } catch (cause) {
    await tables.destroy();
    throw cause;
  }
  return database;
}

/** A pool whose broken connections are destroyed on their way back, and whose failures say whether the connection or the database spoke. */
function steady(pool: pg.Pool): PostgresPool {
  return {
    async connect(): Promise<PostgresPoolClient> {
      const client = await pool.connect().catch((cause: unknown) => {
        throw breaksConnection(cause)
          ? new ConnectionLost("no connection to the database", { cause })
          : cause;
      });
      let isBroken = false;
      const query = async (text: string, values: readonly unknown[]) => {
        // After a timeout the statement may still run: a rollback would queue up behind it and wait as long again.
        if (isBroken) throw new ConnectionLost("this connection is of no more use");
        try {
          return await client.query(text, [...values]);
        } catch (cause) {
          isBroken = breaksConnection(cause);
          throw cause instanceof pg.DatabaseError
            ? cause
            : new ConnectionLost("the connection broke", { cause });
        }
      };
      // The cast: Kysely's client can also take a cursor, which we never give it.
      return { query, release: () => client.release(isBroken) } as unknown as PostgresPoolClient;
    },
    end: () => pool.end(),
  };
}

async function ready(tables: Kysely<Tables>, retry: Retry, shape: readonly Migration[]): Promise<void> {
  const done = await retrying({ ...retry, patience: 0 }, () => madeMigrations(tables));
  if (shape.some(({ number }) => !done.has(number)))
    throw new StoreUnavailable("the database's shape is not current");
}

async function madeMigrations(tables: Kysely<Tables>): Promise<ReadonlySet<number>> {
  const found = await tables.executeQuery<{ readonly number: number }>(
    raw("select number from app.migration"),
  );
  return new Set(found.rows.map((row) => row.number));
}

/**
 * Each migration is one transaction that first writes its own number: of two processes that start together the second waits
 * there, is refused as a double, and finds the work done. No advisory lock: those do not reach across nodes.
 */
async function migrate(tables: Kysely<Tables>, retry: Retry, shape: readonly Migration[]): Promise<void> {
  await retrying(retry, async () => {
    await alone(() => tables.executeQuery(raw("create schema if not exists app")));
    await alone(() => tables.executeQuery(raw(migrationTable)));
    const done = await madeMigrations(tables);
    for (const migration of shape) {
      if (done.has(migration.number)) continue;
      await alone(() =>
        tables.transaction().execute(async (transaction) => {
          const row = [migration.number, migration.name];
          await transaction.executeQuery(
            CompiledQuery.raw("insert into app.migration (number, name) values ($1, $2)", row),
          );
          for (const statement of statementsOf(migration.sql)) await transaction.executeQuery(raw(statement));
        }),
      );
    }
  });
}

const migrationTable = `
-- dist: reference
create table if not exists app.migration (number integer primary key, name text not null)`;

/** "if not exists" does not keep two from making the same thing at once: one of them is refused as a double, and all is well. */
async function alone(go: () => Promise<unknown>): Promise<void> {
  try {
    await go();
  } catch (cause) {
    const isDouble =
      isUniqueViolation(cause) || (cause instanceof pg.DatabaseError && /^42P0[67]$/.test(cause.code ?? ""));
    if (!isDouble) throw cause;
  }
}

/** Our migrations hold no semicolon inside a statement. */
function statementsOf(sql: string): readonly string[] {
  return sql.split(";").filter((statement) => statement.replaceAll(/--.*$/gm, "").trim() !== "");
}

function raw(sql: string): CompiledQuery {
  return CompiledQuery.raw(sql);
}

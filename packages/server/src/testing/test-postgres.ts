/** A PostgreSQL of a test's own, in a directory of its own, stopped and removed with it. */
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { silentLog } from "../log-line.ts";
import type { Source } from "../postgres/binaries.ts";
import { openDatabase, type Database, type DatabaseOptions } from "../postgres/database.ts";
import { openPostgres, type Postgres } from "../postgres/open-postgres.ts";

export interface TestDirectory {
  readonly path: string;
  readonly remove: () => Promise<void>;
}

export async function testDirectory(): Promise<TestDirectory> {
  const path = await mkdtemp(join(tmpdir(), "answerable-test-"));
  await chmod(path, 0o755); // as root, the database's user must be able to walk through
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

export interface TestDatabase {
  readonly postgres: Postgres;
  readonly database: Database;
  readonly directory: string;
  readonly close: () => Promise<void>;
}

export async function testDatabase(
  only: Source,
  options: Partial<DatabaseOptions> = {},
): Promise<TestDatabase> {
  const directory = await testDirectory();
  const postgres = await openPostgres({ directory: join(directory.path, "postgres"), log: silentLog, only });
  const database = await openDatabase(postgres.url, { log: silentLog, ...options });
  return {
    postgres,
    database,
    directory: directory.path,
    async close() {
      await database.close();
      await postgres.close();
      await directory.remove();
    },
  };
}

/** Whether this machine has a PostgreSQL of its own: where it has none, only the embedded one is tested. */
export async function hasSystemPostgres(): Promise<boolean> {
  const directory = await testDirectory();
  try {
    const { findBinaries } = await import("../postgres/binaries.ts");
    await findBinaries({ only: "system", ownPlace: directory.path, user: undefined, cluster: undefined });
    return true;
  } catch {
    return false;
  } finally {
    await directory.remove();
  }
}

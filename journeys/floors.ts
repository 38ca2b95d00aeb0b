/** What the server stands on: the same stories are told over each. */
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import {
  memoryStore,
  openDatabase,
  openPostgres,
  postgresStore,
  silentLog,
  type Store as Shelf,
} from "@answerable/server";

export interface Floor {
  readonly shelf: Shelf;
  readonly lift: () => Promise<void>;
}

export const floors: readonly { readonly name: string; readonly lay: () => Promise<Floor> }[] = [
  { name: "a store in memory", lay: async () => ({ shelf: memoryStore(), lift: async () => undefined }) },
  { name: "a PostgreSQL of its own", lay: layPostgres },
];

async function layPostgres(): Promise<Floor> {
  const laid: (() => Promise<unknown>)[] = [];
  const lift = async () => {
    for (const take of laid.reverse()) await take();
  };
  try {
    const directory = await mkdtemp(join(tmpdir(), "answerable-floor-"));
    laid.push(() => rm(directory, { recursive: true }));
    await chmod(directory, 0o755);
    const postgres = await openPostgres({ directory: join(directory, "postgres"), log: silentLog });
    laid.push(() => postgres.close());
    const database = await openDatabase(postgres.url, { log: silentLog });
    laid.push(() => database.close());
    const shelf = postgresStore(database);
    laid.push(() => shelf.close());
    return { shelf, lift };
  } catch (cause) {
    await lift();
    throw cause;
  }
}

import { describe } from "vitest";

import { describeLeases } from "../testing/describe-leases.ts";
import { describeOutside } from "../testing/describe-outside.ts";
import { describePublications } from "../testing/describe-publications.ts";
import { describeStore, type OpenedStore } from "../testing/describe-store.ts";
import { hasSystemPostgres, testDatabase } from "../testing/test-postgres.ts";
import type { Source } from "./binaries.ts";
import { postgresStore } from "./postgres-store.ts";

async function opened(only: Source): Promise<OpenedStore> {
  const { database, close } = await testDatabase(only);
  const store = postgresStore(database);
  return {
    store,
    async close() {
      await store.close();
      await close();
    },
  };
}

describeStore("in the embedded PostgreSQL", () => opened("npm"));
describeOutside("in the embedded PostgreSQL", () => opened("npm"));
describeLeases("in the embedded PostgreSQL", () => opened("npm"));
describePublications("in the embedded PostgreSQL", () => opened("npm"));
describe.runIf(await hasSystemPostgres())("natively", () => {
  describeStore("in the machine's own PostgreSQL", () => opened("system"));
  describeOutside("in the machine's own PostgreSQL", () => opened("system"));
  describeLeases("in the machine's own PostgreSQL", () => opened("system"));
});

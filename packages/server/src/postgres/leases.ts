/** Leases in PostgreSQL. One statement: of two who ask in the same moment the row lets one through. */
import { sql } from "kysely";

import type { LeaseStore, LeaseTaken, LeaseToTake } from "../leases/lease-store.ts";
import type { Database } from "./database.ts";
import { retrying } from "./failures.ts";

export function leaseStore({ tables, retry }: Database): LeaseStore {
  async function lease({ desk, token, claim, now, until }: LeaseToTake): Promise<LeaseTaken> {
    const done = await sql<{ readonly until: number }>`
      insert into app.lease (desk, token, claim, until) values (${desk}, ${token}, ${claim}, ${until})
      on conflict (desk, token) do update set claim = excluded.claim, until = excluded.until
        where app.lease.until <= ${now} or app.lease.claim = excluded.claim
      returning until`.execute(tables);
    if (done.rows.length > 0) {
      // Who gives one back sweeps up what is over.
      if (until <= now)
        await tables.deleteFrom("app.lease").where("desk", "=", desk).where("until", "<=", now).execute();
      return { isHeld: true, until };
    }
    const there = await tables
      .selectFrom("app.lease")
      .select("until")
      .where("desk", "=", desk)
      .where("token", "=", token)
      .executeTakeFirst();
    return { isHeld: false, until: there?.until ?? now };
  }
  return { lease: (wish) => retrying(retry, () => lease(wish)) };
}

/** The hashes of a desk's sheets in order of place, and the roots of its tree's blocks. */
import { sql } from "kysely";

import type { Store } from "../store.ts";
import type { Database } from "./database.ts";
import { retrying } from "./failures.ts";

type TreeStore = Pick<Store, "sheetHashes" | "treeBlocks" | "keepTreeBlocks">;

export function treeStore({ tables, retry }: Database): TreeStore {
  return {
    sheetHashes: (desk, after, to) =>
      retrying(retry, async () => {
        const rows = await tables
          .selectFrom("app.sheet")
          .select("hash")
          .where("desk", "=", desk)
          .where("place", ">", after)
          .where("place", "<=", to)
          .orderBy("place")
          .execute();
        return rows.map((row) => row.hash);
      }),
    treeBlocks: (desk, level, { after, most }) =>
      retrying(retry, async () => {
        const rows = await tables
          .selectFrom("app.tree_block")
          .select(["n", "hash"])
          .where("desk", "=", desk)
          .where("level", "=", level)
          .where("n", ">=", after)
          .where("n", "<", after + most)
          .orderBy("n")
          .execute();
        return rows.filter((row, at) => row.n === after + at).map((row) => row.hash);
      }),
    keepTreeBlocks: (desk, level, { after, hashes }) =>
      retrying(retry, async () => {
        const ns = hashes.map((_, at) => after + at);
        const bytes = hashes.map((hash) => Buffer.from(hash).toString("hex"));
        await sql`
          insert into app.tree_block (desk, level, n, hash)
          select ${desk}, ${level}::integer, one.n, decode(one.hash, 'hex')
            from unnest(${ns}::bigint[], ${bytes}::text[]) as one(n, hash)
          on conflict do nothing`.execute(tables);
      }),
  };
}

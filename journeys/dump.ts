/** A dump of a helpline's database: every value of every row of every table, bytes as bytes and the rest as text. */
import { openPostgres, silentLog } from "@answerable/server";
import pg from "pg";

/** Opens the database that a stopped server left, reads all of it, and stops it again. */
export async function dumpOf(
  directory: string,
): Promise<readonly (readonly [where: string, bytes: Buffer])[]> {
  const postgres = await openPostgres({ directory, log: silentLog });
  const client = new pg.Client({ connectionString: postgres.url });
  try {
    await client.connect();
    const tables = await client.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
    );
    const values: (readonly [string, Buffer])[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await client.query<Record<string, unknown>>(`select * from ${name}`);
      for (const row of rows) {
        for (const [column, value] of Object.entries(row)) {
          values.push([
            `${name}.${column}`,
            Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value) ?? ""),
          ]);
        }
      }
    }
    return values;
  } finally {
    await client.end();
    await postgres.close();
  }
}

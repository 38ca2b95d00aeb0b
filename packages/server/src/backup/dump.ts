/**
 * Every table of ours as lines of JSON, from one snapshot, while the server goes on working: bytes in base64, everything else as it
 * is. Sealed things come out as sealed as they lie there. This file crosses desks: it is a job, and no request ever comes here.
 */
import pg from "pg";

import { passing } from "./manifest.ts";

export interface Column {
  readonly name: string;
  readonly type: string;
}
export interface TableShape {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly key: readonly string[];
}

/** Bytes of one file of lines: small enough to be held, large enough to cost nothing. */
const FILE_BYTES = 8_000_000;
/** Rows are asked for so many at once that they weigh about this much. */
const FETCH_BYTES = 4_000_000;

export async function connected(url: string): Promise<pg.Client> {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number); // places and counts stay far below 2^53
  const client = new pg.Client({ connectionString: url, types, application_name: "answerable backup" });
  await client.connect();
  return client;
}

/** Tables in an order in which they can be filled: whoever points to another comes after it. */
export async function tablesOf(client: pg.Client): Promise<readonly TableShape[]> {
  const columns = await client.query<{ name: string; column: string; type: string; in_key: boolean }>(`
    select c.relname as name, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
           coalesce(a.attnum = any(k.conkey), false) as in_key
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'app'
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
     where c.relkind = 'r'
     order by c.relname, array_position(k.conkey, a.attnum), a.attnum`);
  const points = await client.query<{ name: string; to: string }>(`
    select c.relname as name, t.relname as to
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
     where k.contype = 'f' and c.relname <> t.relname`);
  // The team log first: whoever reads the rest knows by then who could sign.
  const names = [...new Set(["team", ...columns.rows.map((row) => row.name)])].filter(
    (name) => !passing.has(name),
  );
  const ordered: string[] = [];
  while (ordered.length < names.length) {
    const next = names.find(
      (name) =>
        !ordered.includes(name) &&
        points.rows.every((one) => one.name !== name || !names.includes(one.to) || ordered.includes(one.to)),
    );
    if (next === undefined) throw new Error("tables point at each other in a ring");
    ordered.push(next);
  }
  return ordered.map((name) => {
    const own = columns.rows.filter((row) => row.name === name);
    return {
      name,
      columns: own.map((row) => ({ name: row.column, type: row.type })),
      key: own.filter((row) => row.in_key).map((row) => row.column),
    };
  });
}

export interface Lines {
  readonly rows: number;
  readonly bytes: Buffer;
}

/** The table's rows in order of its key, some megabytes of lines at a time. Inside the snapshot's transaction. */
export async function* linesOf(client: pg.Client, table: TableShape): AsyncGenerator<Lines> {
  const names = table.columns.map((column) => `"${column.name}"`).join(", ");
  const order = table.key.map((name) => `"${name}"`).join(", ");
  // A letter that is written and not placed was not taken.
  const taken = table.name === "letter" ? "where place > 0" : "";
  await client.query(
    `declare rows no scroll cursor for select ${names} from app."${table.name}" ${taken} order by ${order}`,
  );
  const heads = table.columns.map(({ name }, at) => `${at === 0 ? "{" : ","}${JSON.stringify(name)}:`);
  const fetched = (most: number) =>
    client.query<unknown[]>({ text: `fetch ${most} from rows`, rowMode: "array" });
  let most = 50;
  let pieces: string[] = [];
  let [rows, length] = [0, 0];
  let asked = most;
  let next = fetched(asked);
  for (;;) {
    const page = await next;
    const isLast = page.rows.length < asked;
    // The database reads on while this page is written.
    asked = most;
    if (!isLast) next = fetched(asked);
    let weight = 0;
    for (const row of page.rows) {
      const line = lineOf(row, heads);
      weight += line.length;
      pieces.push(line);
    }
    rows += page.rows.length;
    length += weight;
    if (length > 0 && (length >= FILE_BYTES || isLast)) {
      yield { rows, bytes: Buffer.from(pieces.join("")) };
      [pieces, rows, length] = [[], 0, 0];
    }
    if (isLast) break;
    most = Math.max(1, Math.min(20_000, Math.floor((FETCH_BYTES * page.rows.length) / weight)));
  }
  await client.query("close rows");
}

/** By hand: JSON.stringify would first make an array of numbers of every Buffer. */
function lineOf(row: readonly unknown[], heads: readonly string[]): string {
  let line = "";
  for (let at = 0; at < heads.length; at += 1) {
    const value = row[at];
    line += heads[at];
    line += Buffer.isBuffer(value) ? `"${value.toString("base64")}"` : JSON.stringify(value ?? null);
  }
  return `${line}}\n`;
}

import { orderOf } from "./reading/days.ts";
/** The reader at work: a composition root of the desk that reaches for a hash and nothing else; what it reads and writes stays in its own memory. */
import {
  CannotRead,
  columnOf,
  guessColumns,
  readList,
  rowsOf,
  type Came,
  type Mapping,
  type Rows,
} from "./reading/index.ts";
import type { FromReader, MappedLeaf, ToReader } from "./reading/reader.ts";
import { csvOf, xlsxOf, type Table } from "./reading/write.ts";

const SHOWN = 14;
let came: Came | undefined;
let made: { readonly key: string; readonly rows: Rows } | undefined;

function say(message: FromReader): void {
  postMessage(message);
}

function leafAt(at: number) {
  const grid = came?.grids[at];
  if (!grid) throw new Error("no such leaf");
  return grid;
}

function read(bytes: Uint8Array): FromReader {
  try {
    came = readList(bytes);
    made = undefined;
  } catch (problem) {
    if (problem instanceof CannotRead) return { type: "Unreadable", why: problem.why };
    throw problem;
  }
  const { kind, noted, grids } = came;
  const leaves = grids.map((grid) => ({
    ...guessColumns(grid),
    name: grid.name,
    rows: grid.rows.length,
    head: grid.rows.slice(0, SHOWN).map(({ cells }) => cells.map((cell) => cell.slice(0, 120))),
  }));
  return { type: "Read", kind, noted, leaves };
}

function unclearIn({ leaf, mapping }: MappedLeaf): FromReader {
  const grid = leafAt(leaf);
  const unclear = mapping.fields.flatMap((field, column) => {
    if (field !== "birth" && field !== "lastContact" && field !== "date") return [];
    const { order, unclear: cells, isMixed } = orderOf(columnOf(grid, mapping, column));
    return order === undefined && cells > 0 ? [{ column, cells, isMixed }] : [];
  });
  return { type: "Looked", unclear };
}

function rowsFor({
  leaf,
  mapping,
  today,
}: {
  leaf: number;
  mapping: Mapping;
  today: MappedLeaf["today"];
}): Rows {
  const key = JSON.stringify([leaf, mapping, today]);
  if (made?.key !== key) made = { key, rows: rowsOf(leafAt(leaf), mapping, today) };
  return made.rows;
}

async function written(as: "xlsx" | "csv", table: Table): Promise<FromReader> {
  const bytes = as === "csv" ? csvOf(table) : xlsxOf(table);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes)));
  const plain = btoa(String.fromCharCode(...hash))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/u, "");
  return { type: "Written", bytes, plain };
}

addEventListener("message", ({ data }) => {
  const order = data as ToReader; // only openReading is at the other end
  if (order.type === "Read") return say(read(order.bytes));
  if (order.type === "Look") return say(unclearIn(order));
  if (order.type === "Write") return void written(order.as, order.table).then(say);
  const rows = rowsFor(order);
  const count = Math.max(0, Math.min(order.count, rows.count - order.from));
  const lines = Array.from({ length: count }, (_, at) => rows.row(order.from + at));
  return say({ type: "Lines", lines, total: rows.count });
});

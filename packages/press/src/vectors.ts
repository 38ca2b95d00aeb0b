/**
 * A statistician's own cases (the shape of sdc-vectors.json), answered: intervals and verdicts. Nothing that stands in
 * the file as an answer is read, except which intervals she asks for. All margins and the grand total count as printed.
 */
import { auditOf, type Breach } from "./audit.ts";
import { boundsOf } from "./bounds.ts";
import { groupVerdict } from "./group.ts";
import { puzzleOf, type Cell, type Interval, type Line, type Puzzle } from "./puzzle.ts";
import { stepsOf, type Step } from "./steps.ts";

type Json = Readonly<Record<string, unknown>>;
type Counts = Readonly<Record<string, number>>;

const usualK = 5;

export function answerVectors(raw: unknown): Json {
  if (!isRecord(raw)) return { refused: "not an object with vectors" };
  const vectors = Array.isArray(raw["vectors"]) ? raw["vectors"] : undefined;
  if (!vectors) return { refused: "no list of vectors" };
  return {
    ...(typeof raw["schema"] === "string" && { schema: raw["schema"] }),
    vectors: vectors.map((vector: unknown) =>
      isRecord(vector) ? answerVector(vector) : { refused: "not a vector" },
    ),
  };
}

function answerVector(vector: Json): Json {
  const { id, threshold } = vector;
  const k = typeof threshold === "number" && threshold > 0 ? threshold : usualK;
  const head = { id, ...("threshold" in vector && { threshold }) };
  if (Array.isArray(vector["releases"])) return { ...head, ...answerReleases(vector["releases"], vector, k) };
  const table = readTable(vector);
  if (typeof table === "string") return { ...head, refused: table };
  if (!Array.isArray(vector["cases"])) return { ...head, ...groupVerdict([...table.values.values()], k) };
  return {
    ...head,
    cases: vector["cases"].map((one: unknown) =>
      isRecord(one) ? answerCase(one, table, k) : { refused: "not a case" },
    ),
  };
}

interface Table {
  readonly values: ReadonlyMap<string, number>;
  /** Lines by the table they are printed in; "" are always printed. */
  readonly lines: readonly (Line & { readonly table: string })[];
  /** A single line: she calls its intervals the outsider's. */
  readonly single: boolean;
}

/** The table, or why it cannot be read. */
function readTable(vector: Json): Table | string {
  const { cells, tables } = vector;
  if (!isRecord(cells)) return "no cells";
  const values = new Map<string, number>();
  const lines: (Line & { table: string })[] = [];
  const flat = Object.values(cells).every((value) => typeof value === "number");
  if (flat) {
    for (const [id, value] of Object.entries(cells)) values.set(id, Number(value));
    lines.push({ table: "", whole: "total", parts: [...values.keys()] });
  } else {
    const columns = new Map<string, string[]>();
    for (const [row, line] of Object.entries(cells)) {
      if (!isCounts(line)) return `row ${row} is not a line of counts`;
      const parts = Object.entries(line).map(([column, value]) => {
        const id = `${row}|${column}`;
        values.set(id, value);
        columns.set(column, [...(columns.get(column) ?? []), id]);
        return id;
      });
      lines.push({ table: "", whole: `${row}|`, parts });
    }
    for (const [column, parts] of columns) lines.push({ table: "", whole: `|${column}`, parts });
  }
  if ([...values.values()].some((value) => !Number.isSafeInteger(value) || value < 0)) {
    return "a cell is not a whole number of at least nothing";
  }
  for (const table of Array.isArray(tables) ? tables : []) {
    if (!isRecord(table) || !isRecord(table["groups"])) return "a table without groups";
    for (const [group, parts] of Object.entries(table["groups"])) {
      if (!isNames(parts)) return `group ${group} is not a list of cells`;
      lines.push({ table: String(table["name"]), whole: `${String(table["name"])}: ${group}`, parts });
    }
  }
  return { values, lines, single: flat && lines.length === 1 };
}

function answerCase(one: Json, table: Table, k: number): Json {
  const { suppressed } = one;
  if (!isNames(suppressed)) return { refused: "no list of suppressed cells" };
  const unknown = suppressed.find((id) => !table.values.has(id));
  if (unknown !== undefined) return { suppressed, refused: `no cell ${unknown}` };
  const publish = isNames(one["publish"]) ? one["publish"] : undefined;
  const puzzle = puzzleWithout(suppressed, table, publish);
  const bounds = new Map(boundsOf(puzzle).map((interval, at) => [puzzle.unknowns[at]?.id ?? "", interval]));
  const breaches = breachesAt(puzzle, k);
  const key = table.single ? "outsider" : "interval";
  const asked = one["interval"] ?? one["outsider"];
  const wanted = isRecord(asked) ? Object.keys(asked).filter((id) => bounds.has(id)) : suppressed;
  const place = ({ seat = "" }: Breach): number => suppressed.indexOf(seat);
  const [seat] = breaches.filter((breach) => breach.seat !== undefined).sort((a, b) => place(a) - place(b));
  const need = breaches.length > 0 && table.single ? needOf(suppressed, { table, publish, k }) : undefined;
  return {
    suppressed,
    ...(publish && { publish }),
    [key]: Object.fromEntries(wanted.map((id) => [id, ends(bounds.get(id))])),
    ...(seat && { insider: `the person behind ${seat.seat} subtracts himself and learns ${seat.id}` }),
    safe: breaches.length === 0,
    ...(need !== undefined && { need }),
    ...(breaches.length > 0 && { why: breaches.map(inWords).join("; ") }),
  };
}

function puzzleWithout(
  suppressed: readonly string[],
  table: Table,
  publish: readonly string[] | undefined,
): Puzzle {
  const hidden = new Set(suppressed);
  const cells: Cell[] = [...table.values].map(([id, value]) => ({ id, value, hidden: hidden.has(id) }));
  const printed = table.lines.filter((line) => line.table === "" || !publish || publish.includes(line.table));
  return puzzleOf(cells, printed);
}

function breachesAt(puzzle: Puzzle, k: number): readonly Breach[] {
  return auditOf(
    puzzle,
    puzzle.unknowns.map((_, unknown) => ({ unknown, k })),
  );
}

/** The smallest further cell that makes it safe. */
function needOf(
  suppressed: readonly string[],
  {
    table,
    publish,
    k,
  }: { readonly table: Table; readonly publish: readonly string[] | undefined; readonly k: number },
): string {
  const shown = [...table.values].filter(([id]) => !suppressed.includes(id)).sort(([, a], [, b]) => a - b);
  const more = shown.find(
    ([id]) => breachesAt(puzzleWithout([...suppressed, id], table, publish), k).length === 0,
  );
  return more ? `one more cell (${more[0]}) or no row at all` : "no row at all";
}

function ends(interval: Interval | undefined): readonly (number | null)[] {
  if (!interval) return [];
  return [interval.low, interval.high === Infinity ? null : interval.high];
}

function inWords({ id, seat, interval: { low, high } }: Breach): string {
  const from = seat === undefined ? "" : ` to the person behind ${seat}`;
  return low === high ? `${id} is exactly ${low}${from}` : `${id} lies between ${low} and ${high}${from}`;
}

/** Cumulative releases: what changed between any two of them is a cell of its own. */
function answerReleases(releases: readonly unknown[], vector: Json, k: number): Json {
  const steps = stepsOf(
    releases.flatMap((release) => (isRecord(release) ? [countsIn(release)] : [])),
    { k, roundedTo: typeof vector["rounding"] === "number" ? vector["rounding"] : 1 },
  );
  const unsafe = steps.filter((step) => !step.safe);
  return {
    steps: steps.map(({ of, from, to, low, high, safe }) => ({ of, from, to, interval: [low, high], safe })),
    safe: unsafe.length === 0,
    ...(unsafe.length > 0 && { why: unsafe.map(stepInWords).join("; ") }),
  };
}

function stepInWords({ of, from, to, low, high }: Step): string {
  const what = from === to ? `${of} on ${to} is` : `${of} from ${from} to ${to} changed by`;
  return low === high ? `${what} exactly ${low}` : `${what} between ${low} and ${high}`;
}

/** The date, and every number by the words that stand beside it. */
function countsIn(release: Json): { readonly on: string; readonly counts: ReadonlyMap<string, number> } {
  const counts = new Map<string, number>();
  const words = Object.entries(release).filter(([key, value]) => key !== "date" && typeof value === "string");
  const beside = words.map(([, value]) => String(value)).join(" ");
  const take = (inner: Json, path: readonly string[]): void => {
    for (const [key, value] of Object.entries(inner)) {
      if (typeof value === "number") counts.set([...path, key].join("|"), value);
      else if (isRecord(value)) take(value, [...path, key]);
    }
  };
  take(release, beside ? [beside] : []);
  return { on: typeof release["date"] === "string" ? release["date"] : "", counts };
}

function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCounts(value: unknown): value is Counts {
  return isRecord(value) && Object.values(value).every((count) => typeof count === "number");
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === "string");
}

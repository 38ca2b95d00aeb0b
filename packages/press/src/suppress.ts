/**
 * What is hidden and why. Primary: 0 < n < k. For the group: in a line below 3k only the total is printed. Complementary:
 * the cheapest further cells, until the audit of all releases together finds nothing. Whatever the search overlooks the
 * audit sees; it ends because every round hides something more, at the latest when nothing is left to print.
 */
import { daysBetween } from "@answerable/casework";

import { auditOf, type Breach } from "./audit.ts";
import { cheapestWayRound, streetsOf, type Streets } from "./cheapest.ts";
import { isThin } from "./group.ts";
import {
  countTable,
  idOf,
  thresholdOf,
  type CountedTable,
  type Domain,
  type PressFact,
  type TableCell,
} from "./table.ts";
import { isSmall, unionOf, type LedgerLine } from "./union.ts";

export type Reason = "small" | "thin line" | "complementary";

export interface Suppressed {
  readonly line: LedgerLine;
  readonly reasons: ReadonlyMap<string, Reason>;
  /** Rounds of the audit until nothing was found. */
  readonly rounds: number;
  /** What remains unsafe with everything of this release hidden: it was given away before. */
  readonly breaches: readonly Breach[];
}

interface Given {
  readonly facts: readonly PressFact[];
  readonly domain: Domain;
  readonly earlier: readonly LedgerLine[];
  /** Told after every round of the audit. */
  readonly told?: (round: number) => void;
}

/** Takes a counted line with nothing printed and prints as much of it as may be printed. */
export function suppressed(line: LedgerLine, { facts, domain, earlier, told }: Given): Suppressed {
  const tables = line.tables.flatMap((spec) =>
    spec.roundedTo === undefined ? [countTable(spec, facts, domain)] : [],
  );
  const rounded = roundedTotals(line, domain);
  const cells = new Map(tables.flatMap((table) => table.cells.map((cell) => [cell.id, cell] as const)));
  const before = printedBefore(earlier);
  const reasons = causesOf(tables, domain);
  for (const id of reasons.keys()) if (before.get(id) === cells.get(id)?.value) reasons.delete(id);
  const streets = tables.map(streetsOf);
  const isClosed = (id: string): boolean => before.has(id) && before.get(id) === cells.get(id)?.value;
  const guarded = [...reasons].flatMap(([id, reason]) => (reason === "thin line" ? [id] : []));
  const hide = (ids: readonly string[]): void => {
    for (const id of ids) if (!reasons.has(id)) reasons.set(id, "complementary");
  };
  const search = { reasons, streets, isClosed, hide };
  for (const { id, held, value } of [...cells.values()]
    .filter((cell) => reasons.has(cell.id))
    .sort((a, b) => a.value - b.value)) {
    openWay({ id, need: thresholdOf(held, domain), value }, search);
  }
  for (let rounds = 1; ; rounds += 1) {
    const printed = [...cells.keys()].filter((id) => !reasons.has(id));
    const tried = { ...line, printed, guarded, rounded };
    const { puzzle, needs } = unionOf([...earlier, tried], domain);
    const breaches = auditOf(puzzle, needs);
    told?.(rounds);
    if (breaches.length === 0 || printed.length === 0) return { line: tried, reasons, rounds, breaches };
    const hidden = reasons.size;
    for (const breach of breaches) answerBreach(breach, { ...search, cells });
    if (rounds > patience) hide(widestOf(tables, printed));
    if (reasons.size === hidden) hide(cheapestPrinted(printed, { cells, isClosed }) ?? printed);
  }
}

/** Totals that are printed rounded; a reader knows them to half a step. Thin ones are not printed at all. */
function roundedTotals(line: LedgerLine, domain: Domain): LedgerLine["rounded"] {
  const byId = new Map(line.cells.map((cell) => [cell.id, cell]));
  return line.tables.flatMap(({ period, roundedTo }) => {
    const id = idOf([], period);
    const value = byId.get(id)?.value ?? 0;
    if (roundedTo === undefined || isThin(value, domain.k)) return [];
    const printed = Math.round(value / roundedTo) * roundedTo;
    const half = Math.floor(roundedTo / 2);
    return [{ id, printed, between: [Math.max(0, printed - half), printed + half] as const }];
  });
}

/** After so many rounds the table that meets most time is given up whole. */
const patience = 12;

function widestOf(tables: readonly CountedTable[], printed: readonly string[]): readonly string[] {
  const open = tables.map((table) => ({
    weeks: daysBetween(table.spec.period.from, table.spec.period.to),
    ids: table.cells.flatMap(({ id }) => (printed.includes(id) ? [id] : [])),
  }));
  const [widest] = open.filter(({ ids }) => ids.length > 0).sort((a, b) => b.weeks - a.weeks);
  return widest?.ids ?? [];
}

/** What a reader already has in print, in its latest value. */
function printedBefore(earlier: readonly LedgerLine[]): ReadonlyMap<string, number> {
  const printed = new Map<string, number>();
  for (const line of earlier) {
    const own = new Set(line.printed);
    for (const { id, value } of line.cells) if (own.has(id)) printed.set(id, value);
  }
  return printed;
}

function causesOf(tables: readonly CountedTable[], domain: Domain): Map<string, Reason> {
  const reasons = new Map<string, Reason>();
  for (const { cells, lines, spec } of tables) {
    const byId = new Map(cells.map((cell) => [cell.id, cell]));
    for (const { id, held, value } of cells)
      if (isSmall(value, thresholdOf(held, domain))) reasons.set(id, "small");
    for (const { whole, parts } of lines) {
      const total = byId.get(whole);
      if (!total || total.value === 0 || !isThin(total.value, thresholdOf(total.held, domain))) continue;
      // The line of margins belongs to the table as a whole: only inner cells are a group's own.
      for (const part of parts) {
        const cell = byId.get(part);
        if (cell && cell.held.length === spec.dimensions.length && !reasons.has(part))
          reasons.set(part, "thin line");
      }
    }
  }
  return reasons;
}

interface Searching {
  readonly reasons: ReadonlyMap<string, Reason>;
  readonly streets: readonly Streets[];
  readonly isClosed: (id: string) => boolean;
  readonly hide: (ids: readonly string[]) => void;
}

/** A way for the whole need at once; where there is none, the widest there is. */
function openWay(
  {
    id,
    need,
    seat,
  }: { readonly id: string; readonly need: number; readonly value?: number; readonly seat?: string },
  { reasons, streets, isClosed, hide }: Searching,
): void {
  for (const street of streets.filter(({ byId }) => byId.has(id))) {
    for (let by = need; by > 0; by -= 1) {
      const way = cheapestWayRound(street, {
        id,
        need: by,
        isHidden: (other) => reasons.has(other),
        isClosed: (other) => isClosed(other) || other === seat,
      });
      if (!way) continue;
      hide(way.opened);
      break;
    }
  }
}

function answerBreach(
  { id, k, seat }: Breach,
  { cells, ...search }: Searching & { readonly cells: ReadonlyMap<string, TableCell> },
): void {
  const before = search.reasons.size;
  openWay({ id, need: k, ...(seat !== undefined && { seat }) }, search);
  if (search.reasons.size > before) return;
  const near = search.streets.flatMap(({ byId, at }) => {
    const own = byId.get(id);
    return own ? [...(at[own.from] ?? []), ...(at[own.to] ?? [])] : [];
  });
  // Not a number of this release, or no way is left: the cheapest neighbour; failing that, the same numbers, or their time.
  const neighbours =
    near.length > 0
      ? near.map((arc) => arc.id)
      : [...cells.keys()].filter((cell) => id.includes(cell.split("@")[0] ?? cell));
  const found = cheapestPrinted(
    neighbours.filter((cell) => !search.reasons.has(cell)),
    { cells, isClosed: search.isClosed },
  );
  if (found) search.hide(found);
}

function cheapestPrinted(
  ids: readonly string[],
  {
    cells,
    isClosed,
  }: { readonly cells: ReadonlyMap<string, TableCell>; readonly isClosed: (id: string) => boolean },
): readonly string[] | undefined {
  const open = ids.filter((id) => !isClosed(id) && (cells.get(id)?.value ?? 0) >= 0);
  const [first] = open.sort((a, b) => priceOf(cells.get(a)) - priceOf(cells.get(b)));
  return first === undefined ? undefined : [first];
}

function priceOf(cell: TableCell | undefined): number {
  return cell ? (cell.value + 1) * 4 ** (2 - cell.held.length) : 0;
}

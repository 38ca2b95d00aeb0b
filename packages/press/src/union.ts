/**
 * All releases together, as one puzzle. Every line of the ledger of releases remembers what was counted, what of it was
 * printed, and the sums it stands in. A number counted again and found changed is a new number, and the change is a
 * number of its own: who takes one case out, or brings one in late, must not be seen. A period inside another leaves a
 * rest, and so is the rest.
 */
import type { Day } from "@answerable/casework";

import type { Need } from "./audit.ts";
import { meetingOf, periodText, type Period } from "./period.ts";
import { puzzleOf, type Cell, type Line, type Puzzle } from "./puzzle.ts";
import {
  countTable,
  keyOf,
  thresholdOf,
  type CountedTable,
  type Domain,
  type PressFact,
  type TableCell,
  type TableSpec,
} from "./table.ts";

/** A release as we keep it, sealed: the public half is what is printed. */
export interface LedgerLine {
  readonly number: number;
  readonly on: Day;
  readonly tables: readonly TableSpec[];
  readonly cells: readonly TableCell[];
  readonly lines: readonly Line[];
  readonly printed: readonly string[];
  /** Hidden for the sake of a group, not for being small. */
  readonly guarded: readonly string[];
  /** Totals printed rounded: they are known to half a step. */
  readonly rounded: readonly {
    readonly id: string;
    readonly printed: number;
    readonly between: readonly [number, number];
  }[];
}

/** Counts the tables of a new release, and again what earlier ones counted in the same time. Nothing is printed yet. */
export function countedLine(
  given: { readonly number: number; readonly on: Day; readonly tables: readonly TableSpec[] },
  {
    facts,
    domain,
    earlier,
  }: {
    readonly facts: readonly PressFact[];
    readonly domain: Domain;
    readonly earlier: readonly LedgerLine[];
  },
): LedgerLine {
  const fresh = given.tables.map((spec) => countTable(spec, facts, domain));
  const again = tablesMeeting(given.tables, earlier).map((spec) => countTable(spec, facts, domain));
  const cells = new Map(
    [...again, ...fresh].flatMap((table) => table.cells.map((cell) => [cell.id, cell] as const)),
  );
  const rests = restsAmong([...fresh, ...again], cells);
  for (const cell of rests.cells) cells.set(cell.id, cell);
  return {
    ...given,
    cells: [...cells.values()],
    lines: [...fresh, ...again].flatMap((table) => table.lines).concat(rests.lines),
    printed: [],
    guarded: [],
    rounded: [],
  };
}

/** Earlier tables whose time meets that of the new ones: they are counted again, and never printed again by that. */
function tablesMeeting(tables: readonly TableSpec[], earlier: readonly LedgerLine[]): readonly TableSpec[] {
  const found = new Map<string, TableSpec>();
  const own = new Set(tables.map(specKey));
  for (const spec of earlier.flatMap((line) => line.tables)) {
    if (own.has(specKey(spec))) continue;
    if (tables.some((table) => meetingOf(table.period, spec.period) !== "apart"))
      found.set(specKey(spec), spec);
  }
  return [...found.values()];
}

function specKey({ dimensions, period }: TableSpec): string {
  return `${[...dimensions].sort().join("×")}@${periodText(period)}`;
}

/** Where one period of a number lies inside another: the whole is its parts and a rest. */
function restsAmong(
  tables: readonly CountedTable[],
  cells: ReadonlyMap<string, TableCell>,
): { readonly cells: readonly TableCell[]; readonly lines: readonly Line[] } {
  const byKey = new Map<string, TableCell[]>();
  for (const cell of cells.values()) {
    const key = keyOf(cell.held);
    byKey.set(key, [...(byKey.get(key) ?? []), cell]);
  }
  if (new Set(tables.map(({ spec }) => periodText(spec.period))).size < 2) return { cells: [], lines: [] };
  const rests: TableCell[] = [];
  const lines: Line[] = [];
  for (const family of byKey.values()) {
    for (const whole of family) {
      const inside = family.filter((cell) => meetingOf(cell.period, whole.period) === "inside");
      const parts = inside.filter(
        (cell) => !inside.some((other) => meetingOf(cell.period, other.period) === "inside"),
      );
      if (parts.length === 0) continue;
      const value = whole.value - parts.reduce((sum, part) => sum + part.value, 0);
      const rest = {
        ...whole,
        id: `${whole.id}-${parts.map(({ period }) => periodText(period)).join("-")}`,
        value,
      };
      const isCovered = covers(parts, whole.period);
      if (!isCovered) rests.push(rest);
      lines.push({ whole: whole.id, parts: [...parts.map(({ id }) => id), ...(isCovered ? [] : [rest.id])] });
    }
  }
  return { cells: rests, lines };
}

function covers(parts: readonly TableCell[], whole: Period): boolean {
  let reached = whole.from;
  for (const { period } of [...parts].sort((a, b) => (a.period.from < b.period.from ? -1 : 1))) {
    if (period.from !== reached) return false;
    reached = period.to;
  }
  return reached === whole.to;
}

/**
 * Of the earlier releases those whose time meets the time of these tables, or meets that of another such release: the rest stands in
 * no sum with them, and need not be audited again.
 */
export function linesMeeting(
  tables: readonly TableSpec[],
  earlier: readonly LedgerLine[],
): readonly LedgerLine[] {
  const near = new Set<LedgerLine>();
  const periods = tables.map(({ period }) => period);
  for (let grew = true; grew;) {
    grew = false;
    for (const line of earlier) {
      if (near.has(line)) continue;
      const isNear = line.tables.some(({ period }) =>
        periods.some((other) => meetingOf(period, other) !== "apart"),
      );
      if (!isNear) continue;
      near.add(line);
      periods.push(...line.tables.map(({ period }) => period));
      grew = true;
    }
  }
  return earlier.filter((line) => near.has(line));
}

export interface Union {
  readonly puzzle: Puzzle;
  readonly needs: readonly Need[];
}

export function unionOf(lines: readonly LedgerLine[], domain: Domain): Union {
  const cells = new Map<string, Cell & { readonly k: number; readonly guarded: boolean }>();
  const sums = new Map<string, Line>();
  const latest = new Map<string, string>();
  for (const line of lines) {
    const rounded = new Map(line.rounded.map(({ id, between }) => [id, between]));
    const printed = new Set(line.printed);
    const guarded = new Set(line.guarded);
    for (const { id, held, period, value } of line.cells) {
      const before = cells.get(latest.get(id) ?? "");
      const k = thresholdOf(held, domain);
      const between = rounded.get(id);
      const slice = periodText(period);
      const codes = held.map(([dimension, code]) => `${dimension}=${code}`);
      const counts = { codes, when: id.slice(id.indexOf("@")) };
      const state = {
        slice,
        counts,
        k,
        hidden: !printed.has(id),
        guarded: guarded.has(id),
        ...(between && { between }),
      };
      if (before?.value === value) {
        const narrowed = between ?? before.between;
        cells.set(before.id, {
          ...before,
          hidden: before.hidden && state.hidden,
          guarded: before.guarded || state.guarded,
          ...(narrowed && { between: narrowed }),
        });
        continue;
      }
      const now = before ? `${id}#${line.number}` : id;
      cells.set(now, { ...state, id: now, value });
      latest.set(id, now);
      if (!before) continue;
      const change = {
        id: `change of ${now}`,
        value: Math.abs(value - before.value),
        hidden: true,
        slice,
        counts: { codes, when: `change ${line.number} ${counts.when}` },
        k,
        guarded: false,
      };
      cells.set(change.id, change);
      const [whole, part] = value > before.value ? [now, before.id] : [before.id, now];
      sums.set(`change ${now}`, { whole, parts: [part, change.id] });
    }
    for (const { whole, parts } of line.lines) {
      const sum = { whole: latest.get(whole) ?? whole, parts: parts.map((part) => latest.get(part) ?? part) };
      sums.set(`${sum.whole}=${sum.parts.join("+")}`, sum);
    }
  }
  const all = [...cells.values()];
  const puzzle = puzzleOf(all, [...sums.values()]);
  const place = new Map(puzzle.unknowns.map(({ id }, unknown) => [id, unknown]));
  const needs = all.flatMap(({ id, value, k, guarded, hidden }): Need[] => {
    const unknown = place.get(id);
    return unknown !== undefined && hidden && (isSmall(value, k) || guarded) ? [{ unknown, k }] : [];
  });
  return { puzzle, needs };
}

export function isSmall(value: number, k: number): boolean {
  return value > 0 && value < k;
}

/**
 * From facts to frequency tables. A fact is one case in one week with its codes, without a name; a table counts it by at
 * most two dimensions, with every margin and the total. Cells are named by what they count, so that the same number in
 * two tables is the same number: `grievance=A1|region=RU-KRS@2022-11-07/2022-11-14`.
 */
import type { Day } from "@answerable/casework";

import { periodText, type Period } from "./period.ts";
import type { Line } from "./puzzle.ts";

export interface PressFact {
  readonly id: string;
  readonly day: Day;
  readonly codes: Readonly<Record<string, string>>;
}

export interface TableSpec {
  readonly name: string;
  /** One dimension or two. */
  readonly dimensions: readonly [string] | readonly [string, string];
  readonly period: Period;
  /** Only the total is printed, rounded to this: for a number that grows from week to week. */
  readonly roundedTo?: number;
}

/** What may be counted: the codes of every dimension, printed even where nothing is, and those counted at twice k. */
export interface Domain {
  readonly codes: Readonly<Record<string, readonly string[]>>;
  readonly strict: Readonly<Record<string, readonly string[]>>;
  readonly k: number;
}

export interface TableCell {
  readonly id: string;
  /** Dimension and code, one for each dimension it is held to; none: the total. */
  readonly held: readonly (readonly [string, string])[];
  readonly period: Period;
  readonly value: number;
}

export interface CountedTable {
  readonly spec: TableSpec;
  readonly cells: readonly TableCell[];
  readonly lines: readonly Line[];
}

export function keyOf(held: TableCell["held"]): string {
  return held.length === 0
    ? "all"
    : held
        .map(([dimension, code]) => `${dimension}=${code}`)
        .sort()
        .join("|");
}

export function idOf(held: TableCell["held"], period: Period): string {
  return `${keyOf(held)}@${periodText(period)}`;
}

/** 5, and 10 for the detained and refusers. */
export function thresholdOf(held: TableCell["held"], domain: Domain): number {
  return held.some(([dimension, code]) => domain.strict[dimension]?.includes(code)) ? domain.k * 2 : domain.k;
}

export function countTable(spec: TableSpec, facts: readonly PressFact[], domain: Domain): CountedTable {
  const { dimensions, period } = spec;
  const [rows, columns] = dimensions;
  const rowCodes = domain.codes[rows] ?? [];
  const columnCodes = columns === undefined ? [] : (domain.codes[columns] ?? []);
  const counts = new Map<string, number>();
  const add = (held: TableCell["held"]): void => {
    const id = idOf(held, period);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  };
  for (const fact of facts) {
    if (fact.day < period.from || fact.day >= period.to) continue;
    const row = fact.codes[rows];
    const column = columns === undefined ? undefined : fact.codes[columns];
    if (row === undefined || !rowCodes.includes(row)) continue;
    if (columns !== undefined && (column === undefined || !columnCodes.includes(column))) continue;
    add([]);
    add([[rows, row]]);
    if (columns === undefined || column === undefined) continue;
    add([[columns, column]]);
    add([
      [rows, row],
      [columns, column],
    ]);
  }
  const cell = (held: TableCell["held"]): TableCell => {
    const id = idOf(held, period);
    return { id, held, period, value: counts.get(id) ?? 0 };
  };
  const total = cell([]);
  const rowCells = rowCodes.map((row) => cell([[rows, row]]));
  const lines: Line[] = [{ whole: total.id, parts: rowCells.map(({ id }) => id) }];
  if (columns === undefined) return { spec, cells: [total, ...rowCells], lines };
  const columnCells = columnCodes.map((column) => cell([[columns, column]]));
  const inner = rowCodes.map((row) =>
    columnCodes.map((column) =>
      cell([
        [rows, row],
        [columns, column],
      ]),
    ),
  );
  lines.push({ whole: total.id, parts: columnCells.map(({ id }) => id) });
  rowCells.forEach(({ id }, at) => lines.push({ whole: id, parts: inner[at]?.map((one) => one.id) ?? [] }));
  columnCells.forEach(({ id }, at) =>
    lines.push({ whole: id, parts: inner.flatMap((row) => row[at]?.id ?? []) }),
  );
  return { spec, cells: [total, ...rowCells, ...columnCells, ...inner.flat()], lines };
}

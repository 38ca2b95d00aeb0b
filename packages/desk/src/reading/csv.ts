/** Text with separators: comma, semicolon, tab or pipe, quotes and new lines within them, rows of unequal length. */
import Papa from "papaparse";

import { CannotRead, cell, noted, type Came, type GridRow, type Noted } from "./grid.ts";
import { asWritten } from "./neutral.ts";

const signs = [";", ",", "\t", "|"] as const;
/** Separators on one line: what is cut into more takes all memory there is, and is no table. */
const MOST_ON_A_LINE = 100_000;

export function readCsv(text: string): Pick<Came, "grids" | "noted"> {
  const { sign, rest, skipped } = separatorOf(text.replace(/^\ufeff/u, ""));
  if (isEndless(rest, sign)) throw new CannotRead({ type: "Bomb" });
  const rows: GridRow[] = [];
  let at = skipped;
  let isQuoteOpen = false;
  Papa.parse<string[]>(rest, {
    delimiter: sign,
    step({ data, errors }) {
      at += 1;
      if (errors.some(({ code }) => code === "MissingQuotes")) isQuoteOpen = true;
      const cells = data.map((one) => cell(asWritten(one)));
      if (cells.some((one) => one !== "")) rows.push({ at, cells });
    },
  });
  const widths = rows.map(({ cells }) => width(cells));
  const usual = commonest(widths);
  const said: Noted[] = [
    { type: "Separator", sign },
    ...noted("Ragged", widths.filter((one) => one > usual).length),
    ...(isQuoteOpen ? [{ type: "QuoteOpen" } as const] : []),
  ];
  return { grids: [{ name: "", rows }], noted: said };
}

function isEndless(text: string, sign: string): boolean {
  let count = 0;
  for (let at = 0; at < text.length && count <= MOST_ON_A_LINE; at += 1) {
    if (text[at] === "\n" || text[at] === "\r") count = 0;
    else if (text[at] === sign) count += 1;
  }
  return count > MOST_ON_A_LINE;
}

/** A title above the table is no measure for it. */
function commonest(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const one of widths) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function width(cells: readonly string[]): number {
  let most = cells.length;
  while (most > 0 && cells[most - 1] === "") most -= 1;
  return most;
}

/** Excel writes `sep=;` at the top of some. Else: the sign that cuts most rows into the same number of cells, more than one. */
function separatorOf(text: string): {
  readonly sign: string;
  readonly rest: string;
  readonly skipped: number;
} {
  const said = /^sep=(.)\r?\n/iu.exec(text);
  if (said?.[1] !== undefined) return { sign: said[1], rest: text.slice(said[0].length), skipped: 1 };
  const sample = text.slice(0, 200_000);
  const scored = signs.map((sign) => {
    const { data } = Papa.parse<string[]>(sample, { delimiter: sign, preview: 50, skipEmptyLines: "greedy" });
    const counts = new Map<number, number>();
    for (const { length } of data) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
    const [columns = 1, rows = 0] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
    return { sign, score: columns > 1 ? rows / Math.max(1, data.length) + columns / 1_000 : 0 };
  });
  const [best] = scored.toSorted((a, b) => b.score - a.score);
  return { sign: best && best.score > 0 ? best.sign : ",", rest: text, skipped: 0 };
}

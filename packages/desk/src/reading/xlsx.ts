/**
 * A workbook of Excel 2007 and later: a zip of XML. Cached values of formulas, never the formulas; dates as days, whatever the sheet
 * counts from; merged cells filled from their first where they run down a column; hidden rows are there and said to be hidden.
 *
 * Must stay true: what the zip claims is added up before anything is unpacked, and nothing is unpacked beyond what it claimed.
 */
import { unzipSync } from "fflate";

import { cell, CannotRead, isBlank, noted, type Came, type Grid, type GridRow, type Noted } from "./grid.ts";
import { isDateFormat, serialToText } from "./serial.ts";
import { walkXml } from "./xml.ts";

/** Bytes of all parts together, unpacked: a table of a hundred thousand rows has some sixty millions. */
const MOST_BYTES = 400 << 20;
const MOST_ROWS = 300_000;
const MOST_COLUMNS = 500;
/** Of all leaves together, with those that only stand before one that is told; and cells filled from merged ones. */
const MOST_CELLS = 8_000_000;
const MOST_LEAVES = 60;
/** Of one cell; Excel writes 32,767 signs. */
const MOST_SIGNS = 1_000_000;
const broken = () => new CannotRead({ type: "Broken", kind: "xlsx" });

export function readXlsx(bytes: Uint8Array): Pick<Came, "grids" | "noted"> {
  const parts = unpacked(bytes);
  const book = bookOf(parts);
  const texts = sharedTexts(parts["xl/sharedStrings.xml"]);
  const dates = dateStyles(parts["xl/styles.xml"]);
  const said: Noted[] = [];
  const room = roomFor(MOST_CELLS);
  const grids = book.leaves.slice(0, MOST_LEAVES).flatMap(({ name, path }): Grid[] => {
    const xml = parts[path];
    if (!xml) return [];
    const leaf = readLeaf(xml, { texts, dates, from1904: book.from1904, room });
    said.push(...leaf.noted);
    return leaf.rows.every(isBlank) ? [] : [{ name, rows: leaf.rows }];
  });
  return { grids, noted: added(said) };
}

function unpacked(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  let claimed = 0;
  const wanted =
    /^(?:xl\/(?:workbook\.xml|sharedStrings\.xml|styles\.xml|_rels\/.*|worksheets\/[^/]+\.xml))$/u;
  try {
    return unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!wanted.test(name)) return false;
        claimed += originalSize;
        if (claimed > MOST_BYTES) throw new CannotRead({ type: "Bomb" });
        return true;
      },
    });
  } catch (problem) {
    throw problem instanceof CannotRead ? problem : broken();
  }
}

function bookOf(parts: Readonly<Record<string, Uint8Array>>) {
  const book = parts["xl/workbook.xml"];
  if (!book) throw broken();
  const leaves: { name: string; id: string }[] = [];
  let from1904 = false;
  walkXml(book, "xlsx", {
    open(name, attributes) {
      if (name === "sheet" && attributes["state"] === undefined)
        leaves.push({ name: attributes["name"] ?? "", id: attributes["r:id"] ?? attributes["id"] ?? "" });
      if (name === "workbookPr") from1904 = ["1", "true"].includes(attributes["date1904"] ?? "");
    },
    text: () => undefined,
    close: () => undefined,
  });
  const targets = new Map<string, string>();
  const relations = parts["xl/_rels/workbook.xml.rels"];
  if (relations)
    walkXml(relations, "xlsx", {
      open(name, attributes) {
        if (name === "Relationship") targets.set(attributes["Id"] ?? "", attributes["Target"] ?? "");
      },
      text: () => undefined,
      close: () => undefined,
    });
  const pathOf = (id: string, place: number) => {
    const target = targets.get(id) ?? `worksheets/sheet${place + 1}.xml`;
    return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
  };
  return { from1904, leaves: leaves.map(({ name, id }, place) => ({ name, path: pathOf(id, place) })) };
}

/** Rich text loses its looks and keeps its words; how Japanese is read aloud is left out. */
function sharedTexts(xml: Uint8Array | undefined): readonly string[] {
  const texts: string[] = [];
  if (!xml) return texts;
  let now = "";
  let isText = false;
  let isAloud = false;
  walkXml(xml, "xlsx", {
    open(name) {
      if (name === "si") now = "";
      else if (name === "t") isText = true;
      else if (name === "rPh") isAloud = true;
    },
    text(text) {
      if (isText && !isAloud) now = longer(now, text);
    },
    close(name) {
      if (name === "si") texts.push(signs(now));
      else if (name === "t") isText = false;
      else if (name === "rPh") isAloud = false;
    },
  });
  return texts;
}

function longer(before: string, more: string): string {
  if (before.length + more.length > MOST_SIGNS) throw new CannotRead({ type: "Bomb" });
  return before + more;
}

/** Whether a cell of this style shows a day. */
function dateStyles(xml: Uint8Array | undefined): readonly boolean[] {
  const own = new Map<number, string>();
  const styles: boolean[] = [];
  if (!xml) return styles;
  let isWithin = false;
  walkXml(xml, "xlsx", {
    open(name, attributes) {
      if (name === "numFmt") own.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
      else if (name === "cellXfs") isWithin = true;
      else if (name === "xf" && isWithin) {
        const id = Number(attributes["numFmtId"] ?? 0);
        styles.push(isDateFormat(id, own.get(id)));
      }
    },
    text: () => undefined,
    close(name) {
      if (name === "cellXfs") isWithin = false;
    },
  });
  return styles;
}

interface Keys {
  readonly texts: readonly string[];
  readonly dates: readonly boolean[];
  readonly from1904: boolean;
  /** Throws where the workbook has more cells than any that people write: a few kilobytes can name a row of five hundred a million times. */
  readonly room: (cells: number) => void;
}

function roomFor(most: number): (cells: number) => void {
  let left = most;
  return (cells) => {
    left -= cells;
    if (left < 0) throw new CannotRead({ type: "Bomb" });
  };
}

function readLeaf(xml: Uint8Array, keys: Keys): { rows: readonly GridRow[]; noted: readonly Noted[] } {
  const rows: { at: number; cells: string[]; hidden?: true }[] = [];
  const merges: string[] = [];
  let row = rows[0];
  let at = { column: 0, type: "", style: 0, isFormula: false };
  let value: string | undefined;
  let isValue = false;
  let unreckoned = 0;
  walkXml(xml, "xlsx", {
    open(name, attributes) {
      if (name === "row") {
        const number = Number(attributes["r"] ?? (rows.at(-1)?.at ?? 0) + 1);
        row = { at: number, cells: [], ...(isTrue(attributes["hidden"]) ? { hidden: true } : {}) };
        if (rows.length >= MOST_ROWS) throw new CannotRead({ type: "TooLarge", most: MOST_ROWS });
        rows.push(row);
      } else if (name === "c") {
        at = {
          column: columnOf(attributes["r"]) ?? row?.cells.length ?? 0,
          type: attributes["t"] ?? "n",
          style: Number(attributes["s"] ?? 0),
          isFormula: false,
        };
        value = undefined;
      } else if (name === "f") at.isFormula = true;
      else if (name === "v" || name === "t") isValue = true;
      else if (name === "mergeCell") merges.push(attributes["ref"] ?? "");
    },
    text(text) {
      if (isValue) value = longer(value ?? "", text);
    },
    close(name) {
      if (name === "v" || name === "t") isValue = false;
      if (name !== "c" || !row || at.column >= MOST_COLUMNS) return;
      if (value === undefined && at.isFormula) unreckoned += 1;
      keys.room(Math.max(1, at.column + 1 - row.cells.length));
      while (row.cells.length < at.column) row.cells.push("");
      row.cells[at.column] = cell(shown(value ?? "", at, keys));
    },
  });
  const merged = fillMerges(rows, merges, keys.room);
  const filled = rows.filter((one) => !isBlank(one));
  return {
    rows: filled,
    noted: [
      ...noted("Hidden", filled.filter((one) => one.hidden).length),
      ...(merged > 0 ? [{ type: "Merged", cells: merged } as const] : []),
      ...(unreckoned > 0 ? [{ type: "Unreckoned", cells: unreckoned } as const] : []),
    ],
  };
}

function shown(value: string, { type, style }: { type: string; style: number }, keys: Keys): string {
  if (type === "s") return keys.texts[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "да" : "нет";
  // #N/A and its kin are what Excel says, and nobody's words.
  if (type === "e") return "";
  if (type === "d") return value.slice(0, 10);
  if (type === "str" || type === "inlineStr") return signs(value);
  if (type !== "n" || value === "") return value;
  if (keys.dates[style] === true) return serialToText(Number(value), keys.from1904) ?? value;
  return plainNumber(value);
}

/** Signs that XML cannot hold stand by their number: _x000D_ (ECMA-376 part 1, 22.9.2.19). */
function signs(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** 7.9991234567E10 is a telephone, and 79991234567.000001 too. */
function plainNumber(value: string): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const whole = Math.round(number);
  if (Math.abs(number - whole) < 1e-6 && Math.abs(whole) < 1e17) return whole.toFixed(0);
  return String(Number(number.toPrecision(15)));
}

function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/u.exec(reference ?? "")?.[0];
  if (letters === undefined) return undefined;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/**
 * One unit written once beside ten men belongs to all ten. A heading over several columns belongs to its first alone: the row
 * beneath it has the names.
 */
function fillMerges(
  rows: { readonly at: number; readonly cells: string[] }[],
  merges: readonly string[],
  room: (cells: number) => void,
): number {
  const byNumber = new Map(rows.map((row) => [row.at, row]));
  let filled = 0;
  for (const reference of merges) {
    const [first = "", last = ""] = reference.split(":");
    const column = columnOf(first);
    const [from, to] = [Number(first.replace(/\D/gu, "")), Number(last.replace(/\D/gu, ""))];
    if (column === undefined || columnOf(last) !== column || to - from > MOST_ROWS) continue;
    const text = byNumber.get(from)?.cells[column] ?? "";
    if (text === "") continue;
    room(Math.max(0, to - from));
    for (let number = from + 1; number <= to; number += 1) {
      const cells = byNumber.get(number)?.cells;
      // A row that says nothing of its own is no man.
      if (!cells || cells.every((one) => one === "")) continue;
      while (cells.length < column) cells.push("");
      cells[column] = text;
      filled += 1;
    }
  }
  return filled;
}

function isTrue(attribute: string | undefined): boolean {
  return attribute === "1" || attribute === "true";
}

/** One line for all leaves together. */
function added(said: readonly Noted[]): readonly Noted[] {
  const sum = (type: Noted["type"]) =>
    said.reduce((all, one) => {
      if (one.type !== type) return all;
      return all + ("rows" in one ? one.rows : "cells" in one ? one.cells : 0);
    }, 0);
  const [hidden, merged, unreckoned] = [sum("Hidden"), sum("Merged"), sum("Unreckoned")];
  return [
    ...noted("Hidden", hidden),
    ...(merged > 0 ? [{ type: "Merged", cells: merged } as const] : []),
    ...(unreckoned > 0 ? [{ type: "Unreckoned", cells: unreckoned } as const] : []),
  ];
}

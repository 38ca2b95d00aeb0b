/**
 * Rows of a grid become lines of a list, under what the coordinator says its columns hold. Words stay as they were written; what is
 * read from them is days, telephones and codes, and whatever could not be read is said with its cell.
 */
import {
  dayFault,
  fates,
  grievances,
  isCode,
  longestText,
  readPhone,
  relations,
  services,
  suggestFrom,
  type Day,
  type IncomingRow,
  type ListField,
  type RowNote,
  type RowRefusal,
} from "@answerable/casework";

import { codeFor } from "./codes.ts";
import { orderOf, readCellDay, type DayOrder } from "./days.ts";
import { isBlank, type Grid, type GridRow } from "./grid.ts";

export interface Mapping {
  /** The place of the row that names the columns. */
  readonly header: number | undefined;
  readonly fields: readonly (ListField | undefined)[];
  /** How days are written in a column, where a person had to say it. */
  readonly orders: Readonly<Record<number, DayOrder>>;
}

const dayFields: ReadonlySet<ListField | undefined> = new Set<ListField>(["birth", "lastContact", "date"]);

export interface Rows {
  /** Lines, without those that hold nothing. */
  readonly count: number;
  readonly row: (place: number) => IncomingRow;
}

export function rowsOf(grid: Grid, mapping: Mapping, today: Day): Rows {
  const from = (mapping.header ?? -1) + 1;
  const lines = grid.rows.slice(from).filter((row) => !isBlank(row));
  const headers = mapping.header === undefined ? [] : (grid.rows[mapping.header]?.cells ?? []);
  const orders = ordersOf(grid, mapping);
  return {
    count: lines.length,
    row(place) {
      const line = lines[place];
      if (!line) throw new Error("a line that is not there");
      return lineOf(line, { grid, mapping, headers, orders, today });
    },
  };
}

/** Of every column of days: as a person said, else as the column itself says. */
function ordersOf(grid: Grid, mapping: Mapping): ReadonlyMap<number, DayOrder | undefined> {
  const orders = new Map<number, DayOrder | undefined>();
  for (const [column, field] of mapping.fields.entries()) {
    if (!dayFields.has(field)) continue;
    const said = mapping.orders[column];
    orders.set(column, said ?? orderOf(columnOf(grid, mapping, column)).order);
  }
  return orders;
}

export function columnOf(grid: Grid, { header }: Pick<Mapping, "header">, column: number): readonly string[] {
  return grid.rows.slice((header ?? -1) + 1).map(({ cells }) => cells[column] ?? "");
}

interface Reading {
  readonly grid: Grid;
  readonly mapping: Mapping;
  readonly headers: readonly string[];
  readonly orders: ReadonlyMap<number, DayOrder | undefined>;
  readonly today: Day;
}

function lineOf(line: GridRow, reading: Reading): IncomingRow {
  const { mapping, headers, grid } = reading;
  const said: Partial<Record<ListField, string>> = {};
  const notes: RowNote[] = [];
  const codes: Pick<IncomingRow["told"], "service" | "fate" | "relation"> = {};
  const named: IncomingRow["told"]["grievances"][number][] = [];
  const phones: string[] = [];
  let refused: RowRefusal | undefined;
  for (const [column, text] of line.cells.entries()) {
    const field = mapping.fields[column];
    if (text === "" || field === undefined) continue;
    const cell = `${letters(column)}${line.at}`;
    const note = (type: RowNote["type"]) => notes.push({ type, cell, text });
    if (text.length > longestText) refused ??= { type: "TooLong", cell, text: text.slice(0, 40) };
    switch (field) {
      case "birth":
      case "lastContact":
      case "date": {
        const day = readCellDay(text, {
          order: reading.orders.get(column),
          today: reading.today,
          of: field === "birth" ? "birth" : "other",
        });
        if (day.type === "NotADay" || day.type === "DayInTheFuture") {
          // The day of a conversation is not worth a family.
          if (field === "date") note("AsWords");
          else refused ??= { type: day.type, cell, text };
        } else {
          said[field] = day.text;
          if (day.type === "TwoWays" || day.type === "Serial") note(day.type);
          else if (day.type === "Words") note("AsWords");
        }
        break;
      }
      case "phone":
        for (const one of phonesIn(text)) {
          phones.push(one);
          if (!readPhone(one)) notes.push({ type: "AsTyped", cell, text: one });
        }
        break;
      case "service": {
        const code = codeFor("service", text);
        if (code !== undefined && isCode(services, code)) Object.assign(codes, { service: code });
        else note("NotInList");
        break;
      }
      case "fate": {
        const code = codeFor("fate", text);
        if (code !== undefined && isCode(fates, code)) Object.assign(codes, { fate: code });
        else note("NotInList");
        break;
      }
      case "relation": {
        const code = codeFor("relation", text);
        if (code !== undefined && isCode(relations, code)) Object.assign(codes, { relation: code });
        else note("NotInList");
        break;
      }
      case "grievance": {
        const found = text.split(/[,;\n]/u).map((one) => codeFor("grievance", one));
        for (const code of found) if (code !== undefined && isCode(grievances, code)) named.push(code);
        // A whole sentence in this column is what happened.
        if (found.includes(undefined)) said.summary = joined(said.summary, text);
        break;
      }
      case "key":
        said.key = text.slice(0, 200);
        break;
      case "soldierName":
      case "surname":
      case "given":
      case "patronymic":
        said[field] = [said[field], text].filter(Boolean).join(" ");
        break;
      case "region":
      case "unit":
      case "callSign":
      case "dogTag":
      case "soldierPhone":
      case "callerName":
        said[field] = [said[field], text].filter(Boolean).join(", ");
        break;
      case "summary":
      case "chat":
        said[field] = joined(said[field], text);
        break;
    }
  }
  const whole = [said.surname, said.given, said.patronymic].filter(Boolean).join(" ");
  const told = fromChat(
    {
      soldierName: [said.soldierName, whole].filter(Boolean).join(" "),
      birth: said.birth ?? "",
      region: said.region ?? "",
      unit: said.unit ?? "",
      callSign: said.callSign ?? "",
      dogTag: said.dogTag ?? "",
      soldierPhone: said.soldierPhone ?? "",
      lastContact: said.lastContact ?? "",
      callerName: said.callerName ?? "",
      summary: said.summary ?? "",
      phones: [...new Set(phones)],
      ...codes,
      grievances: [...new Set(named)].slice(0, 20),
      date: said.date ?? "",
    },
    said.chat,
    reading.today,
  );
  const why = refused ?? (isNothing(told) ? ({ type: "NothingSaid" } as const) : undefined);
  return {
    at: line.at,
    leaf: grid.name,
    received: received(line, headers),
    key: said.key ?? "",
    told,
    noted: notes,
    ...(why === undefined ? {} : { refused: why }),
  };
}

function joined(before: string | undefined, more: string): string {
  return before === undefined || before === "" ? more : `${before}\n${more}`;
}

/** A message is taken apart as a pasted line is; a telephone in it is the family's. */
function fromChat(told: IncomingRow["told"], chat: string | undefined, today: Day): IncomingRow["told"] {
  if (chat === undefined) return told;
  const found = suggestFrom(chat, today);
  const day = (text: string | undefined) =>
    text !== undefined && dayFault(text, today) === undefined ? text : "";
  const name = found.soldierName ?? "";
  const phones = (found.phones ?? []).map(({ raw }) => raw);
  // "Спасибо" is no report.
  if (name === "" && phones.length === 0) return { ...told, callerName: "", date: "" };
  return {
    ...told,
    soldierName: told.soldierName || name,
    birth: told.birth || day(found.birth),
    lastContact: told.lastContact || day(found.lastContact),
    callSign: told.callSign || (found.callSign ?? ""),
    dogTag: told.dogTag || (found.dogTag ?? ""),
    unit: told.unit || (found.unit ?? ""),
    phones: told.phones.length > 0 ? told.phones : phones,
    summary: joined(told.summary, chat),
  };
}

/** Nobody to look for, nobody to call back, nothing that happened. */
function isNothing(told: IncomingRow["told"]): boolean {
  const { date: _, grievances: named, phones, ...texts } = told;
  return named.length === 0 && phones.length === 0 && Object.values(texts).every((text) => text === "");
}

/** Several in one cell. */
function phonesIn(text: string): readonly string[] {
  return text
    .split(/[,;\n]|\s\/\s|\s+(?:и|або|или|and)\s+|(?<=\d{4})\/(?=\+?\d)/u)
    .map((one) => one.trim())
    .filter((one) => /\d/u.test(one));
}

function received(line: GridRow, headers: readonly string[]): string {
  return line.cells
    .flatMap((text, column) => (text === "" ? [] : [`${headers[column] || letters(column)}: ${text}`]))
    .join("\n");
}

/** A, B … Z, AA: as every table program names its columns. */
export function letters(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

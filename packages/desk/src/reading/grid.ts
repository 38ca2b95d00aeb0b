/**
 * What came in, as text in rows and columns, whatever file it was. Nothing is understood here and nothing is thrown away: a cell
 * says what the person who made the table saw in it.
 */

export const listKinds = ["csv", "xlsx", "chat", "telegram", "vcard", "pfif"] as const;
export type ListKind = (typeof listKinds)[number];

export interface GridRow {
  /** The number that the program which made the file shows beside it; of a chat or a file of cards, its place. */
  readonly at: number;
  readonly cells: readonly string[];
  readonly hidden?: true;
}

export interface Grid {
  /** Of the leaf within a workbook; empty where a file is one table. */
  readonly name: string;
  readonly rows: readonly GridRow[];
  /** The first row names the columns, because this program wrote it itself. */
  readonly isNamed?: true;
}

/** What a coordinator should know of the file before she trusts it. */
export type Noted =
  | { readonly type: "Encoding"; readonly name: string }
  | { readonly type: "Separator"; readonly sign: string }
  /** Rows that have more or fewer cells than the first. */
  | { readonly type: "Ragged"; readonly rows: number }
  | { readonly type: "Hidden"; readonly rows: number }
  | { readonly type: "Merged"; readonly cells: number }
  /** Formulas of which the file says no value. */
  | { readonly type: "Unreckoned"; readonly cells: number }
  /** Lines that belong to nothing. */
  | { readonly type: "Stray"; readonly lines: number }
  | { readonly type: "QuoteOpen" };

export interface Came {
  readonly kind: ListKind;
  readonly grids: readonly Grid[];
  readonly noted: readonly Noted[];
}

/** Why nothing could be read. */
export type Unreadable =
  | { readonly type: "Empty" }
  | { readonly type: "TooLarge"; readonly most: number }
  /** Unpacked it would be larger than anything that people write. */
  | { readonly type: "Bomb" }
  /** The format before 2007, or a file locked with a password. */
  | { readonly type: "OldExcel" }
  | { readonly type: "Broken"; readonly kind: ListKind }
  | { readonly type: "NoTable" };

export class CannotRead extends Error {
  override readonly name = "CannotRead";
  readonly why: Unreadable;
  constructor(why: Unreadable) {
    super(why.type);
    this.why = why;
  }
}

/** Cells that hold nothing but air are empty; the rest stays as it was written. */
export function cell(text: string): string {
  return /^[\s\u00a0\u200b\ufeff]*$/u.test(text) ? "" : text.trim();
}

export function isBlank(row: GridRow): boolean {
  return row.cells.every((text) => text === "");
}

/** Counts and says nothing where there is nothing to say. */
export function noted(
  type: "Ragged" | "Hidden",
  rows: number,
): readonly { readonly type: "Ragged" | "Hidden"; readonly rows: number }[] {
  return rows === 0 ? [] : [{ type, rows }];
}

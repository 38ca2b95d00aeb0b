/**
 * A table as a file that others open: a workbook in which every cell is text, or CSV in which nothing begins a formula. What our own
 * reading makes of it is what stood in the table.
 */
import { strToU8, zipSync } from "fflate";

import { neutral } from "./neutral.ts";

export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** As every program here knows it: UTF-8 with its mark, semicolons, all in quotes. */
export function csvOf({ headings, rows }: Table): Uint8Array {
  const line = (cells: readonly string[]) =>
    cells.map((text) => `"${neutral(spelled(text)).replaceAll('"', '""')}"`).join(";");
  return new TextEncoder().encode(`\ufeff${[headings, ...rows].map(line).join("\r\n")}\r\n`);
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const parts = {
  "[Content_Types].xml":
    `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
  "_rels/.rels":
    `${head}<Relationships xmlns="${relations}">` +
    `<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml":
    `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>` +
    '<sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>',
  "xl/_rels/workbook.xml.rels":
    `${head}<Relationships xmlns="${relations}">` +
    `<Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>` +
    `<Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  // 1: text, which stays text where somebody edits the cell. 2: the same, bold.
  "xl/styles.xml":
    `${head}<styleSheet xmlns="${main}"><fonts count="2"><font/><font><b/></font></fonts>` +
    '<fills count="2"><fill/><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/>' +
    '<xf numFmtId="49" applyNumberFormat="1" quotePrefix="1"/>' +
    '<xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1" quotePrefix="1"/></cellXfs></styleSheet>',
};

export function xlsxOf({ headings, rows }: Table): Uint8Array {
  const row = (cells: readonly string[], at: number, style: number) =>
    `<row r="${at}">${cells
      .map((text, column) =>
        text === ""
          ? ""
          : `<c r="${letters(column)}${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${inXml(spelled(text))}</t></is></c>`,
      )
      .join("")}</row>`;
  const sheet =
    `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols><col min="1" max="${Math.max(1, headings.length)}" width="22" customWidth="1"/></cols>` +
    `<sheetData>${row(headings, 1, 2)}${rows.map((cells, at) => row(cells, at + 2, 1)).join("")}</sheetData></worksheet>`;
  const files = Object.entries({ ...parts, "xl/worksheets/sheet1.xml": sheet });
  // No clock of this device in it.
  return zipSync(Object.fromEntries(files.map(([name, text]) => [name, strToU8(text)])), {
    mtime: "1980-01-02T00:00:00Z",
  });
}

/** Signs that no file can hold and nobody typed. */
function spelled(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are meant
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/gu, "");
}

function inXml(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, "_x005F_")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "_x000D_");
}

function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest === 0 ? "" : letters(rest - 1)}${String.fromCharCode(65 + (column % 26))}`;
}

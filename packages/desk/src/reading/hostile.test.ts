/**
 * Files made to hurt: small to send and endless to read. Each is refused, or costs no more than it is long; what would take hours fails by
 * the limit against hanging.
 */
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";

import { CannotRead } from "./grid.ts";
import { asWritten, neutral } from "./neutral.ts";
import { readList } from "./read.ts";

function leaf(sheet: string, shared = "<sst/>"): Uint8Array {
  return zipSync({
    "xl/workbook.xml": strToU8('<workbook><sheets><sheet name="1" r:id="rId1"/></sheets></workbook>'),
    "xl/worksheets/sheet1.xml": strToU8(`<worksheet>${sheet}</worksheet>`),
    "xl/sharedStrings.xml": strToU8(shared),
  });
}

function whyNot(bytes: Uint8Array): unknown {
  try {
    return readList(bytes);
  } catch (problem) {
    if (problem instanceof CannotRead) return problem.why;
    throw problem;
  }
}
const text = (all: string) => new TextEncoder().encode(all);
const bomb = { type: "Bomb" };

test("thirty kilobytes that name a row of five hundred cells, over and over, are refused", () => {
  const bytes = leaf(`<sheetData>${'<row><c r="SF1"><v>1</v></c></row>'.repeat(17_000)}</sheetData>`);
  expect(bytes.length).toBeLessThan(30_000);
  expect(whyNot(bytes)).toEqual(bomb);
});

test("one cell merged down the whole table, a thousand times over, is refused", () => {
  const rows = "<row><c><v>1</v></c></row>".repeat(20_000);
  const merges = '<mergeCell ref="A1:A20000"/>'.repeat(500);
  expect(whyNot(leaf(`<sheetData>${rows}</sheetData><mergeCells>${merges}</mergeCells>`))).toEqual(bomb);
});

test("a cell of many megabytes is refused while it is read, in the table and among the shared texts", () => {
  const long = "b".repeat(3_000_000);
  const own = `<sheetData><row><c t="str"><v>${long}</v></c></row></sheetData>`;
  const shared = '<sheetData><row><c t="s"><v>0</v></c></row></sheetData>';
  expect(whyNot(leaf(own))).toEqual(bomb);
  expect(whyNot(leaf(shared, `<sst><si><t>${long}</t></si></sst>`))).toEqual(bomb);
});

test("one text that every cell points to is kept once", () => {
  const cells = '<row><c t="s"><v>0</v></c></row>'.repeat(20_000);
  const came = readList(
    leaf(`<sheetData>${cells}</sheetData>`, `<sst><si><t>${"б".repeat(30_000)}</t></si></sst>`),
  );
  expect(came.grids[0]?.rows.length).toBe(20_000);
});

test("entities of its own, lists a hundred thousand deep, and a line of a million cells are refused", () => {
  const entities = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>';
  expect(whyNot(leaf("<sheetData/>", `${entities}<sst><si><t>&c;</t></si></sst>`))).toEqual({
    type: "Broken",
    kind: "xlsx",
  });
  const deep = "[".repeat(100_000) + "]".repeat(100_000);
  const message = `{"type":"message","date":"2022-12-31T10:00:00","text":${deep}}`;
  expect(whyNot(text(`{"messages":[${message}]}`))).toEqual({ type: "NoTable" });
  expect(whyNot(text(`имя;часть\n${";".repeat(1_000_000)}\n`))).toEqual(bomb);
});

test("a card whose line goes on for ever, or never says what it is, is read in one go", () => {
  const folded = `BEGIN:VCARD\nFN:Анна\nNOTE:a\n${" b\n".repeat(300_000)}END:VCARD\n`;
  expect(readList(text(folded)).grids[0]?.rows[1]?.cells.at(-1)?.length).toBe(300_001);
  const quoted = `BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:${"=D0=B0=\n".repeat(100_000)}\nEND:VCARD\n`;
  expect(readList(text(quoted)).grids[0]?.rows[1]?.cells[0]).toBe("а".repeat(100_000));
  const nameless = `BEGIN:VCARD\n${"F".repeat(5_000_000)}\nFN:Анна\nEND:VCARD\n`;
  expect(readList(text(nameless)).noted).toEqual([{ type: "Stray", lines: 1 }]);
});

test("a cell of half a million spaces costs half a million steps, coming in and going out", () => {
  const wide = `1.1.22, 10:00${" ".repeat(500_000)}б`;
  expect(readList(text(`имя;слова\nАнна;${wide}\n`)).grids[0]?.rows[1]?.cells[1]).toBe(wide);
  expect(neutral(wide)).toBe(wide);
  expect(neutral(`${" ".repeat(500_000)}=1`)).toBe(`${" ".repeat(500_000)}'=1`);
  expect(asWritten(`${"'".repeat(500_000)}б`)).toBe(`${"'".repeat(500_000)}б`);
});

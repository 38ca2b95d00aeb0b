import type { LetterBlock, LetterPage } from "@answerable/casework";
/**
 * Letters as one PDF: A4, real text in an embedded font, each letter from a page of its own, the signature sheets after it,
 * and the number with its QR at the foot of its first page.
 */
import fontkit from "@pdf-lib/fontkit";
import { PDFDocument, type PDFFont, type PDFPage } from "pdf-lib";

import { qrOf } from "./qr.ts";
import { onPaper } from "./words.ts";

export interface Fonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

/** Points: A4, and margins that an archive can punch. */
const WIDTH = 595.28;
const HEIGHT = 841.89;
const LEFT = 85;
const RIGHT = 45;
const TOP = 56;
const BOTTOM = 84;
const SIZE = 12;
const LEADING = 17;
const INDENT = 28;
const ADDRESS_LEFT = 300;
const QR_SIDE = 44;

interface Ink {
  readonly document: PDFDocument;
  readonly regular: Measured;
  readonly bold: Measured;
}
interface Measured {
  readonly font: PDFFont;
  readonly width: (text: string) => number;
}

/** `told`: how many letters are done, after each; resolves to false: stop here. */
export async function pdfOf(
  letters: readonly LetterPage[],
  fonts: Fonts,
  told: (done: number) => Promise<boolean>,
): Promise<Uint8Array | undefined> {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  document.setTitle(letters.map(({ number }) => number).join(", "));
  document.setLanguage("ru");
  const ink: Ink = {
    document,
    regular: measured(await document.embedFont(fonts.regular, { subset: true })),
    bold: measured(await document.embedFont(fonts.bold, { subset: true })),
  };
  for (const [at, letter] of letters.entries()) {
    drawLetter(ink, letter);
    if (!(await told(at + 1))) return undefined;
  }
  return document.save();
}

/** To measure a word is dear, and letters repeat their words. */
function measured(font: PDFFont): Measured {
  const widths = new Map<string, number>();
  const space = font.widthOfTextAtSize(" ", SIZE);
  return {
    font,
    width: (text) =>
      text.split(" ").reduce((sum, word, at) => {
        let width = widths.get(word);
        if (width === undefined) widths.set(word, (width = font.widthOfTextAtSize(word, SIZE)));
        return sum + width + (at === 0 ? 0 : space);
      }, 0),
  };
}

interface Sheet {
  readonly ink: Ink;
  readonly number: string;
  page: PDFPage;
  y: number;
}

function drawLetter(ink: Ink, letter: LetterPage): void {
  const sheet: Sheet = { ink, number: letter.number, page: newPage(ink), y: HEIGHT - TOP };
  drawFoot(sheet);
  for (const block of letter.blocks) drawBlock(sheet, block);
  if (letter.signatures.length > 0) drawSignatures(ink, letter);
}

function newPage({ document }: Ink): PDFPage {
  return document.addPage([WIDTH, HEIGHT]);
}

function drawFoot({ page, number, ink }: Sheet): void {
  const code = qrOf(number.replace("-", ""));
  const cell = QR_SIDE / code.size;
  // Neighbours of a row as one bar: a tenth of the strokes.
  for (let row = 0; row < code.size; row += 1) {
    for (let column = 0; column < code.size; column += 1) {
      if (!code.isDark(row, column)) continue;
      let end = column;
      while (end + 1 < code.size && code.isDark(row, end + 1)) end += 1;
      page.drawRectangle({
        x: LEFT + column * cell,
        y: 28 + (code.size - 1 - row) * cell,
        width: (end - column + 1) * cell,
        height: cell,
      });
      column = end;
    }
  }
  page.drawText(onPaper.ourNumber(number), {
    x: LEFT + QR_SIDE + 10,
    y: 30,
    size: 9,
    font: ink.regular.font,
  });
}

function drawBlock(sheet: Sheet, block: LetterBlock): void {
  const { ink } = sheet;
  switch (block.type) {
    case "addressee":
    case "sender":
      for (const line of block.lines) write(sheet, line, { left: ADDRESS_LEFT });
      sheet.y -= LEADING / 2;
      return;
    case "title":
      sheet.y -= LEADING;
      for (const line of block.lines) write(sheet, line, { with: ink.bold, isCentred: true });
      sheet.y -= LEADING / 2;
      return;
    case "heading":
      sheet.y -= LEADING / 2;
      // A heading does not stay alone at the foot of a page.
      if (sheet.y < BOTTOM + LEADING * 3) turn(sheet);
      for (const line of block.lines) write(sheet, line, { with: ink.bold });
      return;
    case "paragraph":
      for (const line of block.lines) write(sheet, line, { first: INDENT });
      return;
    case "list":
    case "enclosures":
      block.lines.forEach((line, at) => {
        const isHead = block.type === "enclosures" && at === 0;
        const place = block.type === "enclosures" ? at : at + 1;
        write(sheet, isHead ? line : `${place}. ${line}`, isHead ? {} : { left: LEFT + INDENT, hang: 18 });
      });
      return;
    case "signature":
      sheet.y -= LEADING;
      if (sheet.y < BOTTOM + LEADING * block.lines.length) turn(sheet);
      for (const line of block.lines) write(sheet, line, {});
      return;
  }
}

interface How {
  readonly left?: number;
  readonly first?: number;
  /** How far the first line stands out to the left. */
  readonly hang?: number;
  readonly with?: Measured;
  readonly isCentred?: boolean;
}

function write(sheet: Sheet, text: string, how: How): void {
  const { left = LEFT, first = 0, hang = 0, with: letters = sheet.ink.regular, isCentred = false } = how;
  wrapped(text, letters, { width: WIDTH - RIGHT - left, first }).forEach((line, at) => {
    if (sheet.y < BOTTOM) turn(sheet);
    const x = isCentred
      ? left + (WIDTH - RIGHT - left - letters.width(line)) / 2
      : at === 0
        ? left + first - hang
        : left;
    sheet.page.drawText(line, { x, y: sheet.y, size: SIZE, font: letters.font });
    sheet.y -= LEADING;
  });
}

function turn(sheet: Sheet): void {
  sheet.page = newPage(sheet.ink);
  sheet.y = HEIGHT - TOP;
}

function wrapped(
  text: string,
  letters: Measured,
  room: { readonly width: number; readonly first: number },
): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/u)) {
    const longer = line === "" ? word : `${line} ${word}`;
    const most = room.width - (lines.length === 0 ? room.first : 0);
    if (line === "" || letters.width(longer) <= most) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

const columns = [LEFT, LEFT + 26, LEFT + 190, LEFT + 350];
const ROW = 40;

function drawSignatures(ink: Ink, letter: LetterPage): void {
  const sheet: Sheet = { ink, number: letter.number, page: newPage(ink), y: HEIGHT - TOP };
  const head = (): void => {
    drawFoot(sheet);
    write(sheet, onPaper.sheetTitle, { with: ink.bold, isCentred: true });
    write(sheet, onPaper.sheetOf(letter.number), { isCentred: true });
    write(sheet, onPaper.consent, {});
    row(sheet, onPaper.row, ink.bold);
  };
  head();
  letter.signatures.forEach(({ name, soldier }, at) => {
    if (sheet.y < BOTTOM + ROW) {
      turn(sheet);
      head();
    }
    row(sheet, [String(at + 1), name, soldier, ""], ink.regular);
  });
}

function row(sheet: Sheet, cells: readonly string[], letters: Measured): void {
  const top = sheet.y + LEADING - 4;
  const drawn = cells.map((cell, at) => {
    const x = columns[at] ?? LEFT;
    const end = columns[at + 1] ?? WIDTH - RIGHT;
    const lines = wrapped(cell, letters, { width: end - x - 8, first: 0 });
    lines.forEach((line, down) =>
      sheet.page.drawText(line, {
        x: x + 3,
        y: sheet.y - 4 - down * (LEADING - 3),
        size: SIZE,
        font: letters.font,
      }),
    );
    return lines.length;
  });
  sheet.y -= Math.max(ROW, Math.max(...drawn) * (LEADING - 3) + 12);
  const bottom = sheet.y + LEADING - 4;
  for (const y of [top, bottom])
    sheet.page.drawLine({ start: { x: LEFT, y }, end: { x: WIDTH - RIGHT, y }, thickness: 0.5 });
}

/** One letter as DOCX: the same blocks as in the PDF, for whoever wants to change a word before she signs. */
import type { LetterBlock, LetterPage } from "@answerable/casework";
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";

import { qrOf } from "./qr.ts";
import { onPaper } from "./words.ts";

/** Half-points, and twentieths of a point: Word's own units. */
const SIZE = 24;
const MM = 56.7;
const FONT = "Times New Roman";
const QR_PIXELS = 60;

export async function docxOf(letter: LetterPage): Promise<Uint8Array> {
  const page = {
    page: {
      size: { width: Math.round(210 * MM), height: Math.round(297 * MM) },
      margin: {
        left: Math.round(30 * MM),
        right: Math.round(15 * MM),
        top: Math.round(20 * MM),
        bottom: Math.round(20 * MM),
      },
    },
  };
  const footers = { default: footOf(letter.number) };
  const document = new Document({
    title: letter.number,
    styles: { default: { document: { run: { font: FONT, size: SIZE } } } },
    sections: [
      { properties: page, footers, children: letter.blocks.flatMap(paragraphsOf) },
      ...(letter.signatures.length > 0
        ? [{ properties: page, footers, children: signatureSheet(letter) }]
        : []),
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function footOf(number: string): Footer {
  const image = new ImageRun({
    type: "gif",
    data: qrOf(number.replace("-", "")).gif(),
    transformation: { width: QR_PIXELS, height: QR_PIXELS },
  });
  return new Footer({
    children: [
      new Paragraph({ children: [image, new TextRun({ text: `  ${onPaper.ourNumber(number)}`, size: 18 })] }),
    ],
  });
}

function paragraphsOf(block: LetterBlock): readonly Paragraph[] {
  switch (block.type) {
    case "addressee":
    case "sender":
      return block.lines.map(
        (text) => new Paragraph({ text, indent: { left: Math.round(75 * MM) }, spacing: { after: 40 } }),
      );
    case "title":
      return block.lines.map(
        (text) =>
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { before: 240, after: 120 },
            children: [new TextRun({ text, bold: true })],
          }),
      );
    case "heading":
      return block.lines.map(
        (text) =>
          new Paragraph({
            keepNext: true,
            spacing: { before: 200, after: 60 },
            children: [new TextRun({ text, bold: true })],
          }),
      );
    case "paragraph":
      return block.lines.map(
        (text) =>
          new Paragraph({ text, indent: { firstLine: Math.round(12.5 * MM) }, spacing: { after: 80 } }),
      );
    case "list":
    case "enclosures":
      return block.lines.map((text, at) => {
        const isHead = block.type === "enclosures" && at === 0;
        const place = block.type === "enclosures" ? at : at + 1;
        return new Paragraph({
          text: isHead ? text : `${place}. ${text}`,
          spacing: { after: 60 },
          ...(isHead ? {} : { indent: { left: Math.round(12.5 * MM), hanging: Math.round(6 * MM) } }),
        });
      });
    case "signature":
      return block.lines.map((text) => new Paragraph({ text, keepLines: true, spacing: { before: 160 } }));
  }
}

const shares = [6, 34, 34, 26];

function signatureSheet(letter: LetterPage): readonly (Paragraph | Table)[] {
  const line = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
  const cell = (text: string, at: number, bold: boolean) =>
    new TableCell({
      width: { size: shares[at] ?? 25, type: WidthType.PERCENTAGE },
      borders: { top: line, bottom: line, left: line, right: line },
      margins: { top: 100, bottom: 200, left: 80, right: 80 },
      children: [new Paragraph({ children: [new TextRun({ text, bold })] })],
    });
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      children: cells.map((text, at) => cell(text, at, isHead)),
    });
  const centred = (text: string, bold: boolean) =>
    new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, bold })] });
  return [
    centred(onPaper.sheetTitle, true),
    centred(onPaper.sheetOf(letter.number), false),
    new Paragraph({ text: onPaper.consent, spacing: { before: 160, after: 160 } }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        row(onPaper.row, true),
        ...letter.signatures.map(({ name, soldier }, at) => row([String(at + 1), name, soldier, ""], false)),
      ],
    }),
  ];
}

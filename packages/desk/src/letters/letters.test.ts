/** Letters as files: opened by the programs that others will open them with, wherever those are installed. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { LetterPage } from "@answerable/casework";
import { unzipSync } from "fflate";
import { PDFDocument } from "pdf-lib";
import { afterAll, describe, expect, test } from "vitest";

import { docxOf, pdfOf, type Fonts } from "./index.ts";
import { qrOf } from "./qr.ts";
import { zipOf } from "./zip.ts";

const fonts: Fonts = {
  regular: readFileSync(new URL("fonts/PTSerif-Regular.ttf", import.meta.url)),
  bold: readFileSync(new URL("fonts/PTSerif-Bold.ttf", import.meta.url)),
};
const directory = mkdtempSync(join(tmpdir(), "answerable-letters-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const one: LetterPage = {
  number: "ABEK-1234",
  blocks: [
    { type: "addressee", lines: ["Губернатору Воронежской области"] },
    {
      type: "sender",
      lines: ["от Луговой Дарьи Сергеевны", "почтовый адрес для ответа: 394000, Воронеж, а/я 7"],
    },
    { type: "title", lines: ["Обращение"] },
    {
      type: "paragraph",
      lines: ["Пишу о судьбе моего мужа — Лугова Петра Ильича, призванного на военную службу."],
    },
    { type: "heading", lines: ["Что произошло"] },
    { type: "list", lines: ["Две недели подготовки.", "Автомату сорок лет."] },
    { type: "signature", lines: ["08.11.2022", "Подпись: ____________________"] },
  ],
  signatures: [],
  missing: [],
};
const collective: LetterPage = {
  ...one,
  number: "XYTC-5678",
  blocks: one.blocks.map((block) =>
    block.type === "title" ? { ...block, lines: ["Коллективное обращение"] } : block,
  ),
  signatures: [
    { name: "Лугова Дарья Сергеевна", soldier: "муж, Лугов Пётр Ильич" },
    { name: "Ерёмина Вера Павловна", soldier: "сын, Ерёмин Олег Юрьевич" },
    { name: "Цой Марина Олеговна", soldier: "муж, Цой Сергей Викторович" },
  ],
};
const allTold = async () => true;

async function pdf(letters: readonly LetterPage[]): Promise<Uint8Array> {
  const made = await pdfOf(letters, fonts, allTold);
  if (!made) throw new Error("it was stopped");
  return made;
}

test("each letter begins on a page of its own, and a collective one has its signature sheet apart", async () => {
  const read = await PDFDocument.load(await pdf([one, collective]));
  expect(read.getPageCount()).toBe(3);
});

test("a long letter runs over as many pages as it needs", async () => {
  const long = {
    ...one,
    blocks: [{ type: "list" as const, lines: Array.from({ length: 90 }, () => "Ответа нет.") }],
  };
  expect((await PDFDocument.load(await pdf([long]))).getPageCount()).toBe(3);
});

test("who stops the printing gets no half of a file", async () => {
  const told: number[] = [];
  const stopped = await pdfOf([one, one, one], fonts, async (done) => {
    told.push(done);
    return done < 2;
  });
  expect(stopped).toBeUndefined();
  expect(told).toEqual([1, 2]);
});

test("the QR holds the number and nothing else: the smallest there is", () => {
  expect(qrOf("ABEK1234").size).toBe(21);
  expect(qrOf("ABEK1234").gif().slice(0, 3)).toEqual(new TextEncoder().encode("GIF"));
});

describe.skipIf(!existsSync("/usr/bin/pdftotext"))("pdftotext", () => {
  test("finds the Cyrillic text and every name", async () => {
    const file = join(directory, "letters.pdf");
    writeFileSync(file, await pdf([one, collective]));
    const text = execFileSync("/usr/bin/pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
    const expected = ["Губернатору Воронежской области", "Луговой Дарьи Сергеевны", "Ерёмина Вера Павловна"];
    for (const words of [...expected, "Лугова Петра Ильича", "ABEK-1234", "XYTC-5678", "Лист подписей"])
      expect(text).toContain(words);
  });
});

describe.skipIf(!existsSync("/usr/bin/soffice"))("LibreOffice", () => {
  test("opens each DOCX and converts it, with its text", { timeout: 120_000 }, async () => {
    for (const letter of [one, collective])
      writeFileSync(join(directory, `${letter.number}.docx`), await docxOf(letter));
    const files = [one, collective].map(({ number }) => join(directory, `${number}.docx`));
    const profile = `-env:UserInstallation=file://${directory}/profile`;
    execFileSync(
      "/usr/bin/soffice",
      [profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", directory, ...files],
      { timeout: 110_000, stdio: "pipe" },
    );
    const read = (letter: LetterPage) => readFileSync(join(directory, `${letter.number}.txt`), "utf8");
    expect(read(one)).toContain("от Луговой Дарьи Сергеевны");
    expect(read(one)).toContain("Автомату сорок лет.");
    expect(read(collective)).toContain("Цой Сергей Викторович");
  });
});

test("many letters as DOCX come one after the other, each whole, in one zip", async () => {
  const told: number[] = [];
  const zip = unzipSync(await zipOf([one, collective], (done) => told.push(done)));
  expect(told).toEqual([1, 2]);
  expect(Object.keys(zip)).toEqual(["ABEK-1234.docx", "XYTC-5678.docx"]);
  const inside = unzipSync(zip["XYTC-5678.docx"] ?? new Uint8Array());
  expect(new TextDecoder().decode(inside["word/document.xml"])).toContain("Цой Марина Олеговна");
});

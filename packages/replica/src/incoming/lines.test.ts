/** The table of a list: what a line says is folded away and comes back word for word. */
import type { CaseId, IncomingRow } from "@answerable/casework";
import fc from "fast-check";
import { expect, test } from "vitest";

import { openTable } from "./lines.ts";

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom("", "Сын", "\u0001", "😀"),
);
const row: fc.Arbitrary<IncomingRow> = fc
  .record({
    at: fc.nat(),
    leaf: text,
    received: fc.oneof(text, fc.constant("Ряскин Лев Ильич; ".repeat(2_000))),
    key: text,
    said: text,
    phones: fc.array(text, { maxLength: 2 }),
    isNoted: fc.boolean(),
  })
  .map(({ said, phones, isNoted, ...line }) => ({
    ...line,
    noted: isNoted ? [{ type: "AsTyped" as const, cell: "B2", text: said }] : [],
    told: {
      soldierName: said,
      birth: said,
      region: "",
      unit: "",
      callSign: "",
      dogTag: "",
      soldierPhone: "",
      lastContact: "",
      callerName: said,
      phones,
      summary: "",
      grievances: [],
      date: "",
    },
  }));

const folder = "f".repeat(22) as CaseId; // makes the brand

test("every line says what it said when it was laid down, and is counted as what it became", () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
      const table = openTable();
      for (const one of rows) table.add(one, { mark: "m".repeat(11), folder });
      const read = table.lines.map(table.rowOf);
      expect(read).toEqual(JSON.parse(JSON.stringify(rows)));
      expect(table.counts().Noted).toBe(rows.filter(({ noted }) => noted.length > 0).length);
      const [first] = table.lines;
      if (!first) throw new Error("a line was laid");
      table.change(first, { receipt: { type: "New" }, like: { row: 0, isSure: false } });
      expect(table.counts()).toMatchObject({ New: 1, Like: 1 });
      table.change(first, {});
      expect(table.counts()).toMatchObject({ New: 0, Like: 0 });
      // Of a line that nobody looks at memory has not one word.
      expect(Object.keys(first).toSorted()).toEqual(
        ["choice", "folder", "isNoted", "like", "mark", "place", "receipt"].toSorted(),
      );
    }),
    { seed: 12, numRuns: 60 },
  );
});

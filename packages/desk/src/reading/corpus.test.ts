/** Every dirty file gives what it must: read, its columns guessed, its lines made. */
import { dayFrom, type IncomingRow } from "@answerable/casework";
import { describe, expect, test } from "vitest";

import { CannotRead, type Came } from "./grid.ts";
import { guessColumns } from "./headers.ts";
import { readList } from "./read.ts";
import { rowsOf } from "./rows.ts";
import { dirtyFiles } from "./testing/dirty-files.ts";

const today = dayFrom("2026-11-23") ?? expect.unreachable();

function cameOf(bytes: Uint8Array): Came | string {
  try {
    return readList(bytes);
  } catch (problem) {
    if (problem instanceof CannotRead) return problem.why.type;
    throw problem;
  }
}

describe("a list that somebody sent", () => {
  test("there are at least forty of them, each by another name", () => {
    expect(new Set(dirtyFiles.map(({ name }) => name)).size).toBe(dirtyFiles.length);
    expect(dirtyFiles.length).toBeGreaterThanOrEqual(40);
  });

  test.each(dirtyFiles)("gives what it must: $name", ({ bytes, gives }) => {
    const came = cameOf(bytes);
    if (gives.unreadable !== undefined || typeof came === "string")
      return expect(came).toBe(gives.unreadable);
    expect(came.kind).toBe(gives.kind);
    if (gives.grids) expect(came.grids.map(({ name }) => name)).toEqual(gives.grids);
    for (const one of gives.noted ?? []) expect(came.noted).toContainEqual(one);
    const [grid] = came.grids;
    if (!grid) return expect.unreachable();
    const { header, fields } = guessColumns(grid);
    const rows = rowsOf(grid, { header, fields, orders: {} }, today);
    const lines = Array.from({ length: rows.count }, (_, at) => rows.row(at));
    const comeIn = lines.filter(({ refused }) => refused === undefined);
    if (gives.told)
      expect(comeIn.map(({ told }) => told)).toMatchObject(gives.told.map((one) => ({ ...one })));
    if (gives.count !== undefined) expect(comeIn.length).toBe(gives.count);
    if (gives.at) expect(comeIn.map(({ at }) => at)).toEqual(gives.at);
    if (gives.births) expect(comeIn.map(({ told }) => told.birth)).toEqual(gives.births);
    if (gives.keys) expect(comeIn.map(({ key }) => key)).toEqual(gives.keys);
    if (gives.notes) expect(notesOf(lines)).toEqual(gives.notes);
    const refused = lines.flatMap((line) => line.refused ?? []);
    expect(refused.map(({ type }) => type)).toEqual(gives.refused ?? []);
    if (gives.cells) expect(refused.flatMap((one) => ("cell" in one ? one.cell : []))).toEqual(gives.cells);
    return undefined;
  });
});

function notesOf(lines: readonly IncomingRow[]): readonly string[] {
  return lines.flatMap(({ noted }) => noted.map(({ type }) => type));
}

import { expect, test } from "vitest";

import { regionRows } from "./regions.ts";
import { tileGrid } from "./tile-grid.ts";

test("every region has one tile, and no tile two regions", () => {
  expect(tileGrid.map(({ region }) => region).sort()).toEqual(
    regionRows()
      .map(({ code }) => code)
      .sort(),
  );
  expect(new Set(tileGrid.map(({ column, row }) => `${column} ${row}`)).size).toBe(tileGrid.length);
});

test("whoever lies north or west of a neighbour lies so on the grid", () => {
  const at = (region: string) => {
    const tile = tileGrid.find((one) => one.region === region);
    if (!tile) throw new Error(region);
    return tile;
  };
  expect(at("RU-MUR").row).toBeLessThan(at("RU-DA").row);
  expect(at("RU-KGD").column).toBeLessThan(at("RU-PRI").column);
  // Kursk beside Sumy, Belgorod beside Kharkiv, Voronezh beside Luhansk.
  for (const [russian, ukrainian] of [
    ["RU-KRS", "UA-59"],
    ["RU-BEL", "UA-63"],
    ["RU-VOR", "UA-09"],
  ] as const)
    expect([at(russian).column - at(ukrainian).column, at(russian).row - at(ukrainian).row]).toEqual([1, 0]);
});

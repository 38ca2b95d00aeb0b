import { expect, test } from "vitest";

import { choose } from "./choose.ts";
import { latinKey, readingsOf } from "./layout.ts";

const kin = [
  { code: "mother", label: "мать" },
  { code: "wife", label: "жена или муж" },
  { code: "fellow", label: "сослуживец" },
  { code: "A1", label: "нет связи", shown: "A1" },
  { code: "B4", label: "отказ в альтернативной службе", shown: "B4" },
];
const codes = (text: string) => choose(kin, text).map((entry) => entry.code);

test("a word typed with the Latin layout on finds its Russian entry", () => {
  expect(codes("vfnm")).toEqual(["mother"]);
  expect(codes(";tyf")).toEqual(["wife"]);
});
test("a code typed with the Russian layout on finds its Latin code", () => {
  expect(codes("ф1")).toEqual(["A1"]);
  expect(codes("и4")).toEqual(["B4"]);
});
test("the beginning of any word finds the entry, the beginning of the label comes first", () => {
  expect(codes("альт")).toEqual(["B4"]);
  expect(codes("с")).toEqual(["fellow", "A1", "B4"]);
});
test("nothing typed offers everything", () => {
  expect(codes("  ")).toHaveLength(5);
});
test("a shortcut is the same key on every layout", () => {
  expect(latinKey("н")).toBe("y");
  expect(latinKey("Д")).toBe("l");
  expect(latinKey("5")).toBe("5");
  expect(readingsOf("ghbdtn")).toContain("привет");
});

import { expect, test } from "vitest";

import type { Day } from "../day.ts";
import { mayMeet, spanOf } from "./edtf.ts";

test.each([
  ["2022-11-07", "2022-11-07", "2022-11-07", false],
  ["2022-11-07~", "2022-11-07", "2022-11-07", true],
  ["2022-02", "2022-02-01", "2022-02-28", false],
  ["2024-02", "2024-02-01", "2024-02-29", false],
  ["2022", "2022-01-01", "2022-12-31", false],
  ["2022-11-08/2022-11-09", "2022-11-08", "2022-11-09", false],
  ["../2022-11-06~", undefined, "2022-11-06", true],
  ["2022-09-21/..", "2022-09-21", undefined, false],
])("%s begins on %s and ends on %s", (edtf, from, to, isAbout) => {
  expect(spanOf(edtf)).toEqual({ from, to, isAbout });
});

test.each([
  "",
  "..",
  "../..",
  "2022-13",
  "2022-02-30",
  "2022-00",
  "November",
  "2022-11-09/2022-11-08",
  "a/b/c",
])("%s is no date to reckon with", (edtf) => expect(spanOf(edtf)).toBeUndefined());

test("an open end meets whatever comes after it", () => {
  const since = { from: "2022-09-21" as Day, to: undefined };
  expect(mayMeet(since, { from: "2030-01-01" as Day, to: undefined })).toBe(true);
  expect(mayMeet(since, { from: undefined, to: "2022-09-20" as Day })).toBe(false);
});

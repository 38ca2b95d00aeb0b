import fc from "fast-check";
import { expect, test } from "vitest";

import { draftJson } from "../testing/packs.ts";
import { locate } from "./locate.ts";

const file = `{
  "pack": { "id": "x" },
  "rules": [
    { "id": "a" },
    {
      "id": "b",
      "term": { "unit": "day" }
    }
  ]
}`;

test("names the line of a value, and of the nearest thing above where something is missing", () => {
  const located = locate(file);
  if (located.type !== "Read") throw new Error("not read");
  expect(located.placeOf(["rules", 1, "term", "unit"]).line).toBe(7);
  expect(located.placeOf(["rules", 1, "id"])).toEqual({ line: 6, column: 7 });
  expect(located.placeOf(["rules", 1, "effective"]).line).toBe(5);
  expect(located.placeOf(["nothing"]).line).toBe(1);
});

test.each([
  ['{\n "a": 1,\n}', 3, "a comma too many before the closing brace"],
  ['{\n "a": 1\n "b": 2 }', 3, "a comma or a closing brace is expected"],
  ['{ "a": [1, 2,\n] }', 2, "a comma too many before the closing bracket"],
  ['{ "a": \n yes }', 2, "a value that JSON cannot read: texts stand in double quotes"],
  ['{ "a": "open\n }', 1, "a closing quote is missing on this line"],
  ['{ "a" 1 }', 1, "a colon is expected after the name"],
  ["{} x", 1, "something stands after the end"],
  ["", 1, "a value is expected"],
])("says what is wrong with %j and on which line", (text, line, what) => {
  expect(locate(text)).toMatchObject({ type: "NotJson", what, place: { line } });
});

test("a name that stands twice in one object is found: JSON would silently take the last", () => {
  const located = locate('{ "years": { "2026": {},\n "2026": {} } }');
  expect(located.type === "Read" && located.doubles).toEqual([
    { weight: "error", path: ["years", "2026"], what: '"2026" stands twice in the same object' },
  ]);
});

test("reads whatever JSON reads, to the same value", () => {
  expect(locate(JSON.stringify(draftJson, undefined, 1))).toMatchObject({
    type: "Read",
    value: draftJson,
    doubles: [],
  });
  fc.assert(
    fc.property(fc.json(), (text) => {
      const located = locate(text);
      expect(located.type === "Read" && located.value).toEqual(JSON.parse(text));
    }),
    { seed: 4 },
  );
});

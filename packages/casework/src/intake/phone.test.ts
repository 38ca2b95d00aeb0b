import fc from "fast-check";
import { expect, test } from "vitest";

import { readPhone } from "./phone.ts";

test.each([
  ["8 (912) 345-67-89", "+79123456789"],
  ["+7 912 345 67 89", "+79123456789"],
  ["79123456789", "+79123456789"],
  ["9123456789", "+79123456789"],
  ["8-912-345-67-89 мама, вечером", "+79123456789"],
  ["067 123 45 67", "+380671234567"],
  ["+380671234567", "+380671234567"],
  ["380671234567", "+380671234567"],
  ["+374 77 123456", "+37477123456"],
  ["+8 912 345-67-89", "+79123456789"],
  ["８９１２３４５６７８９", "+79123456789"],
  ["+7 (4112) 42-00-00 доб. 17", "+74112420000"],
])("%s is dialled as %s", (raw, e164) => expect(readPhone(raw)?.e164).toBe(e164));

test.each(["", "нет", "12", "позвоню сама", "👩‍👦"])("%s is no number", (raw) =>
  expect(readPhone(raw)).toBeUndefined(),
);

test("whatever is typed, reading a number does not fail", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (raw) => {
      expect(readPhone(raw)?.e164 ?? "+0").toMatch(/^\+\d+$/);
    }),
    { seed: 4 },
  );
});

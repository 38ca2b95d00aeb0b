import fc from "fast-check";
import { expect, test } from "vitest";

import { addDays, dayFrom } from "../day.ts";
import {
  civilFromNumber,
  dayNumber,
  daysInMonth,
  dayText,
  FIRST_DAY,
  LAST_DAY,
  numberFromCivil,
  weekdayOf,
} from "./day-number.ts";

test("the first and the last day of the table are the first of 1990 and the last of 2099", () => {
  expect(dayText(FIRST_DAY)).toBe("1990-01-01");
  expect(dayText(LAST_DAY)).toBe("2099-12-31");
});

test("a day becomes a number and the same day again, and the next day is one more", () => {
  fc.assert(
    fc.property(fc.integer({ min: FIRST_DAY, max: LAST_DAY - 1 }), (number) => {
      const day = dayText(number);
      expect(dayNumber(day)).toBe(number);
      expect(numberFromCivil(civilFromNumber(number))).toBe(number);
      expect(dayNumber(addDays(day, 1))).toBe(number + 1);
      expect(weekdayOf(number)).toBe(new Date(`${day}T00:00:00Z`).getUTCDay());
    }),
    { seed: 4 },
  );
});

test("February has 29 days in 2024 and 28 in 2023, and there is no 31st of February", () => {
  expect(daysInMonth(2024, 2)).toBe(29);
  expect(daysInMonth(2023, 2)).toBe(28);
  expect(daysInMonth(2022, 12)).toBe(31);
  expect(dayFrom("2023-02-31")).toBeUndefined();
});

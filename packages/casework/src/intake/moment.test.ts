import fc from "fast-check";
import { expect, test } from "vitest";

import type { Day, Moment } from "../day.ts";
import { dayFault } from "./day-text.ts";
import { readDay, readDue } from "./moment.ts";

const today = "2022-11-08" as Day; // a Tuesday
const now = "2022-11-08T09:30:00.000Z" as Moment; // 12:30 in Moscow

test.each([
  ["~03.06", "2022-06-03~"],
  ["03.06", "2022-06-03"],
  ["03.12", "2021-12-03"],
  ["03.06.22", "2022-06-03"],
  ["03.06.2021", "2021-06-03"],
  ["3 июня", "2022-06-03"],
  ["3-го июня", "2022-06-03"],
  ["3 червня 2022 року", "2022-06-03"],
  ["июнь", "2022-06"],
  ["около июня", "2022-06~"],
  ["2022", "2022"],
  ["вчера", "2022-11-07"],
  ["позавчора", "2022-11-06"],
  ["3 дня назад", "2022-11-05"],
  ["неделю назад", "2022-11-01~"],
  ["2 тижні тому", "2022-10-25~"],
  ["в субботу", "2022-11-05"],
  ["понедельник", "2022-11-07"],
])("the last contact %s was %s", (text, day) => expect(readDay(text, today)).toBe(day));

test.each(["", "давно", "31.06", "99.99.99", "когда стаял снег", "32 июня"])(
  "%s is kept as words and not guessed at",
  (text) => expect(readDay(text, today)).toBeUndefined(),
);

test.each([
  ["завтра 18:00", "2022-11-09T15:00:00.000Z"],
  ["завтра в 18:00", "2022-11-09T15:00:00.000Z"],
  ["24.11 10:00", "2022-11-24T07:00:00.000Z"],
  ["24.11 в 10.00", "2022-11-24T07:00:00.000Z"],
  ["24.11", "2022-11-24T15:00:00.000Z"],
  ["05.01 10:00", "2023-01-05T07:00:00.000Z"],
  ["24.11.2022 10:00", "2022-11-24T07:00:00.000Z"],
  ["18:00", "2022-11-08T15:00:00.000Z"],
  ["10:00", "2022-11-09T07:00:00.000Z"],
  ["+2h", "2022-11-08T11:30:00.000Z"],
  ["+2ч", "2022-11-08T11:30:00.000Z"],
  ["через 2 часа", "2022-11-08T11:30:00.000Z"],
  ["через час", "2022-11-08T10:30:00.000Z"],
  ["за 30 хвилин", "2022-11-08T10:00:00.000Z"],
  ["+10 мин", "2022-11-08T09:40:00.000Z"],
  ["через 3 дня", "2022-11-11T09:30:00.000Z"],
  ["завтра", "2022-11-09T15:00:00.000Z"],
  ["завтра утром", "2022-11-09T06:00:00.000Z"],
  ["вечером", "2022-11-08T16:00:00.000Z"],
  ["в пятницу 12:00", "2022-11-11T09:00:00.000Z"],
  ["у п’ятницю", "2022-11-11T15:00:00.000Z"],
  ["сегодня 10:00", "2022-11-08T07:00:00.000Z"],
])("a promise for %s is due at %s", (text, due) => expect(readDue(text, now, 180)).toBe(due));

test("the same words mean another moment in Vladivostok", () => {
  expect(readDue("завтра 18:00", now, 600)).toBe("2022-11-09T08:00:00.000Z");
});

test("a promise for today after work is due before the day ends", () => {
  expect(readDue("сегодня", "2022-11-08T17:00:00.000Z" as Moment, 180)).toBe("2022-11-08T20:59:00.000Z");
});

test.each(["", "скоро", "как смогу", "31.02 10:00", "завтра 25:00", "12:75", "+", "июнь"])(
  "%s is no time to promise",
  (text) => expect(readDue(text, now, 180)).toBeUndefined(),
);

test("a slip in a date is named, a date with a question mark is words", () => {
  expect(dayFault("31.02.2001", today)).toBe("NotADay");
  expect(dayFault("31.06", today)).toBe("NotADay");
  expect(dayFault("08.03.2031", today)).toBe("DayInTheFuture");
  expect(dayFault("31.02.2001?", today)).toBeUndefined();
  expect(dayFault("весной", today)).toBeUndefined();
  expect(dayFault("29.02", today)).toBeUndefined();
  expect(dayFault("08.03.01", today)).toBeUndefined();
});

test("whatever is typed, reading a day or a due time does not fail", () => {
  const typed = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.stringMatching(/^[~+]?\d{0,4}[. :/-]?\d{0,4}[. :/-]?\d{0,4} ?(ч|дня назад|июня|через|:)?$/),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const day = readDay(text, today);
      if (day !== undefined) expect(day).toMatch(/^\d{4}(-\d\d){0,2}~?$/);
      const due = readDue(text, now, 180);
      if (due !== undefined) expect(new Date(due).toISOString()).toBe(due);
      dayFault(text, today);
    }),
    { seed: 3, numRuns: 500 },
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";

import { dayFrom, type Day } from "../day.ts";
import { readBirth } from "./birth.ts";

const today = "2022-11-08" as Day;
const known = (text: string): string | undefined => readBirth(text, today)?.known;

test.each([
  ["08.03.01", "2001-03-08"],
  ["8.3.2001 г.р.", "2001-03-08"],
  ["2001-03-08", "2001-03-08"],
  ["08.03.15", "1915-03-08"],
  ["08.03.74", "1974-03-08"],
  ["8 марта 2001", "2001-03-08"],
  ["8 березня 2001 року", "2001-03-08"],
  ["8 March 2001", "2001-03-08"],
  ["март 2001", "2001-03"],
  ["03.2001", "2001-03"],
  ["2001", "2001"],
  ["2001 г.р.", "2001"],
  ["~2001", "2001~"],
  ["около 2001", "2001~"],
  ["2001?", "2001~"],
  ["~23", "1999~"],
  ["23 года", "1999~"],
  ["23", "1999~"],
])("%s is read as %s", (text, birth) => expect(known(text)).toBe(birth));

test.each([
  "",
  "31.02.2001",
  "08.13.2001",
  "08.03.2031",
  "2031",
  "весной",
  "мама не помнит",
  "08.03",
  "<script>",
  "‏٢٠٠١",
  "0",
  "2001-2003",
])("%s is not guessed at", (text) => expect(known(text)).toBeUndefined());

test("any day of the last century is read back from how it is written in Russia", () => {
  const born = fc
    .integer({ min: -25_000, max: 12_000 })
    .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
  fc.assert(
    fc.property(born, (day) => {
      const [year, month, date] = day.split("-");
      expect(known(`${date}.${month}.${year}`)).toBe(dayFrom(day));
    }),
    { seed: 1 },
  );
});

test("whatever is typed, reading a birth does not fail", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const birth = readBirth(text, today);
      if (birth !== undefined) expect(birth.known).toMatch(/^\d{4}(-\d\d){0,2}~?$/);
    }),
    { seed: 2 },
  );
});

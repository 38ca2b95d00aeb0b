import { expect, test } from "vitest";

import { readSaidBirth } from "./birth.ts";

const said = (text: string) => {
  const birth = readSaidBirth(text);
  return birth && [birth.year, birth.month, birth.day, ...(birth.about ? ["about"] : [])];
};

test.each([
  ["12.03.1999", [1999, 3, 12]],
  ["12..03.1999", [1999, 3, 12]],
  ["О3.О4.1985", [1985, 4, 3]],
  ["1999-03-12", [1999, 3, 12]],
  ["12031999", [1999, 3, 12]],
  ["12-III-1985", [1985, 3, 12]],
  ["3 марта 1999", [1999, 3, 3]],
  ["12 січня 1999 р.", [1999, 1, 12]],
  ["12 сакавіка 1999", [1999, 3, 12]],
  ["двенадцатого марта тысяча девятьсот девяносто девятого", [1999, 3, 12]],
])("a date is read as it was written or said: %s", (text, date) => {
  expect(said(text)).toEqual(date);
});

test.each([
  ["03.1999", [1999, 3, undefined]],
  ["1985-03", [1985, 3, undefined]],
  ["XII.1985", [1985, 12, undefined]],
  ["3.99", [1999, 3, undefined]],
  ["в марте 99", [1999, 3, undefined]],
  ["12 марта", [undefined, 3, 12]],
  ["12.03", [undefined, 3, 12]],
  ["1985г/р", [1985, undefined, undefined]],
  ["99", [1999, undefined, undefined]],
  ["85-го года", [1985, undefined, undefined]],
  ["шестьдесят пятого года", [1965, undefined, undefined]],
  ["68 года рождения", [1968, undefined, undefined]],
])("part of a date is that part and no more: %s", (text, date) => {
  expect(said(text)).toEqual(date);
});

test.each([
  ["лет 25", 1998],
  ["21год", 2002],
  ["лет сорок", 1983],
  ["около 30", 1993],
  ["1999 или 2000", 1999],
  ["конец 80-х", 1988],
])("an age, or a year that nobody is sure of, is about a year: %s", (text, year) => {
  expect(said(text)).toEqual([year, undefined, undefined, "about"]);
});

test.each(["", "не знает", "три ребёнка", "05"])("what is no date is none: %s", (text) => {
  expect(readSaidBirth(text)).toBeUndefined();
});

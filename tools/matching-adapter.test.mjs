/** The public scoring adapter: whatever stands in somebody's table, it answers and does not throw. */
import { expect, test } from "vitest";

import * as adapter from "../bench/matching/adapter.mjs";

const odd = [
  "",
  undefined,
  null,
  5,
  {},
  true,
  "-",
  "·",
  "()",
  "(Иванов",
  "И.И.",
  "оол",
  "оглы",
  "кызы оглы",
  "Абу",
  "ван дер ван дер",
  "\u0000",
  "😀😀",
  "99999999999",
  "Иванов\nИван",
  "Иванов".repeat(5000),
  `${"м".repeat(60)}ович`,
  `${"a".repeat(60)}ovich`,
];
const filled = (value, at) => ({
  rec_id: `record ${at}`,
  name: value,
  birth: value,
  region: value,
  unit: value,
  caller: value,
  relation: value,
  phone: value,
  channel: value,
});

test("two of anything have a score from nothing to one, whichever stands first", () => {
  for (const a of odd)
    for (const b of ["", 5, "Иванов Иван", "оглы", "155 обрмп", a])
      for (const score of [adapter.scoreNames, adapter.scoreUnits]) {
        expect(score(a, b)).toBeGreaterThanOrEqual(0);
        expect(score(a, b)).toBeLessThanOrEqual(1);
        expect(score(a, b)).toBeCloseTo(score(b, a), 9);
      }
});

test("records with anything in their fields, or with no fields, are indexed, searched and linked", () => {
  const records = [...odd.map(filled), { rec_id: "bare" }, null];
  const index = adapter.buildIndex(records);
  for (const record of records) expect(index.search(record, 5).length).toBeLessThanOrEqual(5);
  expect(
    [...adapter.linkRecords(records)].every(([a, b, score]) => a !== b && score >= 0 && score <= 1),
  ).toBe(true);
  expect(adapter.buildIndex([]).search({ name: "Иванов" }, 5)).toEqual([]);
  expect([...adapter.linkRecords([])]).toEqual([]);
});

test("a man is found under his name, and two records of him are linked", () => {
  const said = { birth: "07.06.1984", region: "Тува", unit: "55 омсбр", phone: "+7 900 000-11-22" };
  const records = [
    { ...said, rec_id: "one", name: "Ондар Айдыс Кара-оолович" },
    { ...said, rec_id: "two", name: "Ondar Aidys", phone: "" },
    { rec_id: "three", name: "Мухортов Сергей Петрович", birth: "1.1.1990" },
  ];
  const found = adapter.buildIndex(records).search({ name: "Ондара Айдыса" }, 2);
  expect(new Set(found)).toEqual(new Set(["one", "two"]));
  const [[a, b, score]] = [...adapter.linkRecords(records)].toSorted((x, y) => y[2] - x[2]);
  expect(new Set([a, b])).toEqual(new Set(["one", "two"]));
  expect(score).toBeGreaterThan(0.5);
});

test("regions by code, by name, declined, and the four that are Ukraine's", () => {
  const meant = {
    "RU-TY": ["RU-TY", "ru-ty", "Тыва", "в Туве", "Республика Тува", "Tuva", "тувинский"],
    "UA-43": ["Крым", "АР Крим", "Crimea", "в Крыму"],
    "UA-40": ["Севастополь", "Sevastopol", "г. Севастополя"],
    "UA-14": ["Донецк", "ДНР", "Донецька область", "из Донецкой области"],
    "UA-09": ["Луганск", "ЛНР", "Луганська обл.", "Luhansk"],
    "RU-SVE": ["Свердловская обл.", "в Свердловской области", "Sverdlovsk Oblast", "Свердловська область"],
  };
  for (const [code, texts] of Object.entries(meant))
    for (const text of texts) expect([text, adapter.normalizeRegion(text)]).toEqual([text, code]);
  for (const value of odd.filter((one) => typeof one !== "string" || !one.includes("Иванов")))
    expect(adapter.normalizeRegion(value)).toBeNull();
});

test("every part is declined in every case, and whatever is asked comes back as a word", () => {
  const cases = ["nominative", "genitive", "dative", "accusative", "instrumental", "prepositional"];
  for (const part of ["surname", "given", "patronymic"])
    for (const gender of ["male", "female"])
      for (const inCase of cases)
        for (const word of odd) expect(typeof adapter.decline(part, gender, word, inCase)).toBe("string");
  expect(adapter.decline("surname", "male", "Иванов", "genitive")).toBe("Иванова");
  expect(adapter.decline("given", "male", "Кара-оол", "dative")).toBe("Кара-оолу");
  expect(adapter.decline("patronymic", "female", "Петровна", "instrumental")).toBe("Петровной");
});

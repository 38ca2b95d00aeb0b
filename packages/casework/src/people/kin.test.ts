import { expect, test } from "vitest";

import { explain, reasonsOf } from "./explain.ts";
import { linkReports } from "./index/link.ts";
import { openReportIndex, type RawReport } from "./index/report-index.ts";
import { kinOf } from "./kin.ts";
import { weighReports, type Weighed } from "./weigh.ts";

const nothing: RawReport = { name: "", birth: "", region: "", unit: "", phone: "", caller: "" };
const index = openReportIndex();
index.settle();
const weighed = (a: Partial<RawReport>, b: Partial<RawReport>): Weighed =>
  weighReports(index.read({ ...nothing, ...a }), index.read({ ...nothing, ...b }), index.common);

const man = { name: "Ковалёв Сергей Иванович", birth: "1991" };
const called = { name: "Сергей", birth: "1991" };

test.each([
  ["мать", "Ковалёва Анна"],
  ["mother", "Kovaleva Anna"],
  ["дружина", "Ковальова Ганна"],
  ["spouse", "Ковалевой Анны"],
  ["брат", "Ковалёв Пётр"],
])("nobody said his surname: the caller (%s, %s) says it, and it is told in words", (relation, caller) => {
  const found = weighed({ ...called, relation, caller }, man);
  const friend = weighed({ ...called, relation: "друг", caller }, man);
  expect(found.family).toBe("same");
  expect(found.bits).toBeGreaterThan(friend.bits + 5);
  expect(weighed(man, { ...called, relation, caller }).bits).toBeCloseTo(found.bits, 9);
  expect(explain(reasonsOf(found), "ru")).toContain("фамилия, судя по звонившему: то же");
});

test("another surname of the father speaks against it, of the sister hardly; a surname that was said needs no caller", () => {
  const plain = weighed(called, man).bits;
  const father = weighed({ ...called, relation: "отец", caller: "Горшков Пётр" }, man);
  const sister = weighed({ ...called, relation: "сестра", caller: "Горшкова Анна" }, man);
  expect(father.family).toBe("differs");
  expect(father.bits).toBeLessThan(plain - 2);
  expect(sister.bits).toBeGreaterThan(plain - 1.5);
  const said = { ...called, name: "Ковалёв Сергей" };
  expect(weighed({ ...said, relation: "мать", caller: "Ковалёва Анна" }, man).bits).toBeCloseTo(
    weighed(said, man).bits,
    9,
  );
});

test("the father's own name, and a sister's patronymic, are his patronymic", () => {
  const said = { name: "Ковалёв Сергей", birth: "1991" };
  const plain = weighed(said, man).bits;
  const father = weighed({ ...said, relation: "отец", caller: "Ковалёв Иван Петрович" }, man);
  expect(father.father).toBe("same");
  expect(father.bits).toBeGreaterThan(plain + 1.5);
  expect(explain(reasonsOf(father), "uk")).toContain("по батькові, судячи з того, хто дзвонив: те саме");
  expect(weighed({ ...said, relation: "отец", caller: "Ковалёв Пётр Иванович" }, man).father).toBe("differs");
  const sister = weighed({ ...said, relation: "сестра", caller: "Орлова Анна Ивановна" }, man);
  expect(sister.father).toBe("same");
  // A mother's patronymic is her own.
  expect(weighed({ ...said, relation: "мать", caller: "Ковалёва Анна Ивановна" }, man).father).toBe("absent");
});

test.each([
  ["мама", 0.75],
  ["матери", 0.75],
  ["бывшая жена", 0],
  ["гражданская жена", 0],
  ["тёща", 0],
  ["двоюродный брат", 0],
  ["супруга", 0.85],
  ["wife", 0.85],
  ["дочь", 0.8],
  ["person", 0],
  ["подруга матери", 0],
  ["", 0.3],
])("%s: so many bear his surname: %f", (relation, family) => {
  expect(kinOf(relation).family).toBe(family);
});

test("a report without his surname is found by his mother's, either way round, and the pass proposes the two", () => {
  const givens = ["Сергей", "Иван", "Пётр", "Олег", "Андрей", "Юрий"];
  const families = ["Орл", "Сокол", "Зуб", "Мороз", "Карп", "Лос", "Дрозд", "Щегл", "Голуб", "Ёж"];
  const others = Array.from({ length: 900 }, (_, n): RawReport => ({
    ...nothing,
    name: `${families[n % 10]}${["ов", "овский", "енко"][n % 3]} ${givens[n % 6]}`,
    birth: String(1970 + (n % 35)),
    caller: "Анна",
    relation: "мать",
  }));
  const known = { ...nothing, name: "Ковалёв Сергей Иванович", birth: "1991" };
  const unnamed = {
    ...nothing,
    name: "Сергей",
    birth: "12.03.1991",
    caller: "Ковалёва Анна",
    relation: "мать",
  };
  const searched = (filed: RawReport, asked: RawReport) => {
    const made = openReportIndex();
    [filed, ...others].forEach((raw, record) => made.put(record, raw));
    made.settle();
    return made.search(asked, 3).map(({ record }) => record);
  };
  expect(searched(known, unnamed)[0]).toBe(0);
  expect(searched(unnamed, known)[0]).toBe(0);
  expect(searched(unnamed, { ...known, birth: "" })).toContain(0);
  const both = openReportIndex();
  [known, unnamed, ...others].forEach((raw, record) => both.put(record, raw));
  both.settle();
  const links = [...linkReports(both, { least: 0 })].filter(({ a, b }) => a === 0 || b === 0);
  expect(links.toSorted((x, y) => y.bits - x.bits)[0]).toMatchObject({ a: 0, b: 1 });
});

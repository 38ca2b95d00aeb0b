/** Names as a letter needs them, one of each kind that grammar treats apart. */
import { expect, test } from "vitest";

import { decline, type Case, type Gender, type NamePart } from "./decline.ts";

const cases: readonly (readonly [NamePart, Gender, string, Case, string])[] = [
  ["surname", "male", "Петренко", "genitive", "Петренко"],
  ["surname", "female", "Петренко", "instrumental", "Петренко"],
  ["surname", "male", "Черных", "dative", "Черных"],
  ["surname", "female", "Седых", "instrumental", "Седых"],
  ["surname", "male", "Живаго", "dative", "Живаго"],
  ["surname", "male", "Дюма", "genitive", "Дюма"],
  ["surname", "male", "Джугашвили", "genitive", "Джугашвили"],
  ["surname", "male", "Ковальчук", "genitive", "Ковальчука"],
  ["surname", "female", "Ковальчук", "genitive", "Ковальчук"],
  ["surname", "female", "Шмидт", "dative", "Шмидт"],
  ["surname", "male", "Петров-Водкин", "genitive", "Петрова-Водкина"],
  ["surname", "female", "Петрова-Водкина", "genitive", "Петровой-Водкиной"],
  ["surname", "male", "Мусин-Пушкин", "dative", "Мусину-Пушкину"],
  ["surname", "male", "Рабочий", "genitive", "Рабочего"],
  ["surname", "male", "Зодчий", "instrumental", "Зодчим"],
  ["surname", "male", "Палий", "genitive", "Палия"],
  ["surname", "male", "Белый", "instrumental", "Белым"],
  ["surname", "female", "Толстая", "dative", "Толстой"],
  ["surname", "male", "Соловей", "instrumental", "Соловьём"],
  ["surname", "male", "Кравец", "genitive", "Кравца"],
  ["surname", "male", "Швец", "genitive", "Швеца"],
  ["surname", "male", "Салчак", "genitive", "Салчака"],
  ["surname", "female", "Ондар", "genitive", "Ондар"],
  ["surname", "male", "Сат", "accusative", "Сата"],
  ["surname", "male", "Цой", "instrumental", "Цоем"],
  ["surname", "male", "Ли", "genitive", "Ли"],
  ["given", "female", "Любовь", "genitive", "Любови"],
  ["given", "female", "Чойган", "genitive", "Чойган"],
  ["given", "male", "Дорджи", "genitive", "Дорджи"],
  ["given", "male", "Никита", "accusative", "Никиту"],
  ["given", "male", "Лев", "instrumental", "Львом"],
  ["patronymic", "male", "Ильич", "instrumental", "Ильичом"],
  ["patronymic", "male", "Вагиф оглы", "genitive", "Вагиф оглы"],
  ["patronymic", "male", "Кара-оолович", "dative", "Кара-ооловичу"],
];

test.each(cases)("%s, %s: %s in the %s is %s", (part, gender, word, inCase, form) => {
  expect(decline({ part, gender, word }, inCase)).toBe(form);
  expect(decline({ part, gender, word: word.toUpperCase() }, inCase)).toBe(form.toUpperCase());
  expect(decline({ part, gender, word }, "nominative")).toBe(word);
});

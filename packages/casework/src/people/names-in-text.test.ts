import { expect, test } from "vitest";

import { namesInText } from "./names-in-text.ts";

// All names invented.
test.each([
  ["Её муж Сергей Бельчугин не отвечает.", ["Сергей Бельчугин"]],
  ["Написала Бельчугина Анна Петровна из области.", ["Бельчугина Анна Петровна"]],
  ["О рядовом Бельчугине С. П. ничего не известно.", ["Бельчугине С. П."]],
  ["Ему ответил И. И. Тестовцев.", ["И. И. Тестовцев"]],
  ["Про Сергея Бельчугина не знают.", ["Сергея Бельчугина"]],
  ["Her husband Sergey Belchugin is silent.", ["Sergey Belchugin"]],
  ["Чоловік Тарас Вигаданюк мовчить.", ["Тарас Вигаданюк"]],
])("%s", (text, names) => {
  const found = namesInText(text);
  expect(found).toHaveLength(names.length);
  // A word written large because it begins the sentence may come along.
  for (const [at, name] of names.entries()) expect(found[at]).toContain(name);
});

test.each([
  "Women in the Kursk region ask for an answer.",
  "Министерство обороны назвало сообщения провокацией.",
  "В Курской области прошёл митинг.",
  "Union of Committees of Soldiers’ Mothers",
  "The Russian Ministry of Defence denies it.",
])("nobody is named in: %s", (text) => {
  expect(namesInText(text)).toEqual([]);
});

import { expect, test } from "vitest";

import { answerPath, type Site } from "./site.ts";

const site = (form?: string): Site => ({
  name: { ru: "Линия", uk: "Лінія", en: "Line" },
  practice: false,
  address: "https://line.example",
  codes: {},
  ...(form === undefined ? {} : { form }),
});

test("a reply is left in the form, with what it answers behind the #, where no server hears of it", () => {
  const fingerprint = "A".repeat(43);
  expect(answerPath(site(`/write#${fingerprint}`), "I-7")).toBe(`/write#${fingerprint}.I-7`);
  expect(answerPath(site("https://line.example/write"), "I-7")).toBe("https://line.example/write#.I-7");
  expect(answerPath(site("/write"), "ag:Иванов <b>")).toBe("/write#.ag-b-");
  expect(answerPath(site(), "I-7")).toBeUndefined();
});

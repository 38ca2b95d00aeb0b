import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { en } from "./en.ts";
import { listOf, order } from "./order.ts";
import { ruPage } from "./ru-page.ts";
import { ru } from "./ru.ts";
import { uk } from "./uk.ts";

const pages = ["write.html", "reply.html", "truth.html"]
  .map((name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8"))
  .join("");
const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted();

test("every place in the pages has words, and every word of the pages has a place", () => {
  const places = new Set([...pages.matchAll(/data-t="([^"]+)"/g)].map((found) => found[1]));
  for (const place of places) expect(order).toContain(place);
  expect(Object.keys(ruPage).filter((key) => key !== "lang" && !places.has(key))).toEqual([]);
});

test("the three languages say the same things, with the same gaps to fill", () => {
  const russian = { ...ruPage, ...ru };
  expect(new Set(order).size).toBe(order.length);
  for (const words of [uk, en]) {
    expect(Object.keys(words).toSorted()).toEqual(order.toSorted());
    for (const key of order) {
      expect(words[key].trim(), key).not.toBe("");
      expect(holes(words[key]), key).toEqual(holes(russian[key]));
    }
    expect(listOf(words)).toHaveLength(order.length);
  }
});

test("no Russian letter stands in the Ukrainian words, and no Cyrillic in the English", () => {
  for (const [key, text] of Object.entries(uk)) expect(text, key).not.toMatch(/[ыэъё]/i);
  for (const [key, text] of Object.entries(en)) expect(text, key).not.toMatch(/[а-яіїєґ]/i);
});

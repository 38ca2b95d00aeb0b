import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { createIntl } from "react-intl";
import { expect, test } from "vitest";

import en from "./en.json" with { type: "json" };
import ru from "./ru.json" with { type: "json" };
import uk from "./uk.json" with { type: "json" };

const here = new URL("..", import.meta.url).pathname;
const all = { ru, uk, en };

test("the three languages have the same words", () => {
  expect(Object.keys(uk).sort()).toEqual(Object.keys(ru).sort());
  expect(Object.keys(en).sort()).toEqual(Object.keys(ru).sort());
});

test("no word is said twice in one file: the second would be shown for both", () => {
  for (const lang of Object.keys(all)) {
    const ids = readFileSync(join(here, `words/${lang}.json`), "utf8").match(/^\s*"[^"]+"(?=:)/gm) ?? [];
    expect(ids).toHaveLength(Object.keys(ru).length);
    expect(new Set(ids).size, lang).toBe(ids.length);
  }
});

const said = (parts: readonly unknown[]) => parts.join("");

test("every word can be said, whatever the number", () => {
  for (const [lang, words] of Object.entries<Record<string, string>>(all)) {
    const problems: string[] = [];
    const intl = createIntl({
      locale: lang,
      messages: words,
      onError: (problem) => problems.push(problem.message),
    });
    for (const [id, text] of Object.entries(words))
      for (const n of [0, 1, 2, 5, 21, 1.5]) {
        const names = [...text.matchAll(/\{(\w+)/g)].map((found) => found[1] ?? "");
        const values = Object.fromEntries(
          names.map((name) => [name, /plural|number/.test(text) ? n : String(n)]),
        );
        const told = intl.formatMessage({ id: id as keyof typeof ru }, { ...values, b: said, code: said }); // ids of the file itself
        expect(told, `${lang} ${id}`).not.toBe("");
      }
    expect(problems, lang).toEqual([]);
  }
});

test("placeholders are the same in every language", () => {
  // What stands behind a plural form ("one {origin}") is a word and no placeholder.
  const placeholder = /(?<!\b(?:zero|one|two|few|many|other) )\{([a-z]\w*)[,}]/g;
  const namesIn = (text: string) =>
    [...new Set([...text.matchAll(placeholder)].map((found) => found[1]))].sort();
  for (const id of Object.keys(ru) as (keyof typeof ru)[]) {
    expect(namesIn(uk[id]), id).toEqual(namesIn(ru[id]));
    expect(namesIn(en[id]), id).toEqual(namesIn(ru[id]));
  }
});

test("no sentence stands in a screen: text is in words/", () => {
  const screens = readdirSync(here, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".tsx") && !file.includes("testing/") && !file.includes(".test."),
  );
  for (const file of screens) {
    const code = readFileSync(join(here, file), "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
    expect(code.match(/[а-яёіїєґ]{2,}/iu)?.[0], file).toBeUndefined();
    // Text between tags: letters that are not inside an expression. The names of keys are on the keyboard in every language.
    expect(
      code
        .replace(/<kbd>[^<]*<\/kbd>/g, "")
        .match(/<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?>\s*[A-Za-z]{3,}[^<>{}();=]*<\//)?.[0],
      file,
    ).toBeUndefined();
  }
});

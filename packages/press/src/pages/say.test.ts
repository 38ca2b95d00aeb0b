import { langs } from "@answerable/casework";
import { describe, expect, test } from "vitest";

import en from "../words/en.json" with { type: "json" };
import ru from "../words/ru.json" with { type: "json" };
import uk from "../words/uk.json" with { type: "json" };
import { sayIn } from "./say.ts";

const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = { ru, uk, en };
/** What is filled in; a word that is all of a plural's form is none. */
const holes = (message: string): readonly string[] =>
  [
    ...new Set(
      [...message.matchAll(/(?<!(?:one|few|many|other|=\d) )\{([a-z]\w*)[,}]/gu)].map(
        ([, name]) => name ?? "",
      ),
    ),
  ].toSorted();

describe("the words of the public pages", () => {
  test.each(["uk", "en"])("%s says what Russian says, with the same gaps", (lang) => {
    expect(Object.keys(lists[lang] ?? {}).toSorted()).toEqual(Object.keys(ru).toSorted());
    for (const [id, message] of Object.entries(ru)) {
      expect({ id, holes: holes(lists[lang]?.[id] ?? "") }).toEqual({
        id,
        holes: holes(message),
      });
    }
  });
  test("a night between two days is a span, a month stays a month, what is about a time says so", () => {
    const say = sayIn("en");
    expect(say.when("2022-11-08/2022-11-09")).toMatch(/^8\s–\s9 November 2022$/u);
    expect(say.when("2022-11")).toBe("November 2022");
    expect(say.when("2022-11-07~")).toBe("≈ 7 November 2022");
    expect(say.when("../2022-11-06~")).toBe("… – ≈ 6 November 2022");
  });
  test.each(langs)("in %s a count of five has its own form", (lang) => {
    expect(sayIn(lang)("origins.exact", { min: 5 })).toMatch(/^5 /u);
  });
});

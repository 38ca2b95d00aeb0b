import * as v from "valibot";
import { expect, test } from "vitest";

import * as words from "./vocabularies.ts";

const all = Object.entries(words).filter(
  ([, value]) => typeof value === "object" && !Array.isArray(value),
) as [string, words.Vocabulary][];
const own = [
  "contactKinds",
  "consentScopes",
  "caseKinds",
  "factFields",
  "grievanceGroups",
  "safetyAnswers",
  "skipReasons",
  "standings",
  "taskKinds",
  "tryResults",
  "urgencies",
];

test.each(all)("%s has a label in three languages for every code", (_, vocab) => {
  for (const label of Object.values(vocab)) {
    for (const lang of words.langs) expect(label[lang].trim()).not.toBe("");
  }
});

test.each(all.filter(([name]) => !own.includes(name)))(
  "%s lets a person not know and not say",
  (_, vocab) => {
    expect(Object.keys(vocab).slice(-2)).toEqual(["unknown", "refused"]);
  },
);

test("no two codes of a list read the same in one language", () => {
  for (const [, vocab] of all) {
    for (const lang of words.langs) {
      const labels = Object.values(vocab).map((label) => label[lang]);
      expect(new Set(labels).size).toBe(labels.length);
    }
  }
});

test("Russian and Ukrainian labels are written in Cyrillic, without letters of the other language", () => {
  for (const [, vocab] of all) {
    for (const label of Object.values(vocab)) {
      expect(label.ru).not.toMatch(/[іїєґ]/i);
      expect(label.uk).not.toMatch(/[ыэёъ]/i);
      expect(label.en).not.toMatch(/\p{Script=Cyrillic}/u);
    }
  }
});

test("every grievance belongs to a group by its letter", () => {
  for (const code of words.codesOf(words.grievances)) {
    const group = words.groupOf(code);
    if (group !== undefined) expect(words.codesOf(words.grievanceGroups)).toContain(group);
    else expect(["unknown", "refused"]).toContain(code);
  }
  expect(words.groupOf("E3")).toBe("E");
  expect(words.groupOf("Z")).toBe("Z");
});

test("a code of another list is not taken", () => {
  expect(v.is(words.codeOf(words.relations), "mother")).toBe(true);
  expect(v.is(words.codeOf(words.relations), "toString")).toBe(false);
  expect(v.is(words.codeOf(words.relations), "U1")).toBe(false);
  expect(words.labelOf(words.relations, "mother", "uk")).toBe("мати");
});

import { describe, expect, test } from "vitest";

import { type ExamplesFile, fillExamples, readExamples } from "./examples.ts";
import examples from "./testing/deadline-examples.fixtures.json" with { type: "json" };
import { draftPack, ruPack } from "./testing/packs.ts";

/** Only what a lawyer gives: everything derived is taken out. */
function givensOf(file: typeof examples): unknown {
  return {
    schema: file.schema,
    examples: file.examples.map(({ n, steps }) => ({
      n,
      steps: steps.map((step) => {
        const derived = ["raw", "due", "weekday", "provisional"];
        return Object.fromEntries(Object.entries(step).filter(([field]) => !derived.includes(field)));
      }),
    })),
  };
}

function read(json: unknown): ExamplesFile {
  const parsed = readExamples(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
}

describe.each([
  ["the draft pack", draftPack],
  ["our Russian pack", ruPack],
])("by %s", (_name, pack) => {
  const filled = fillExamples(pack, read(givensOf(examples)));
  const found = (filled.file as { examples: Record<string, unknown>[] }).examples;

  test.each(examples.examples)("worked example $n comes out as the lawyers counted: $title", (example) => {
    const ours = found.find(({ n }) => n === example.n);
    expect(ours?.["steps"]).toEqual(example.steps);
    if ("overdueFrom" in example) expect(ours?.["overdueFrom"]).toBe(example.overdueFrom);
    if ("fileBy" in example) expect(ours?.["fileBy"]).toBe(example.fileBy);
  });

  test("no step is refused", () => {
    expect(filled.refusals).toEqual([]);
  });
});

function fill(steps: readonly Record<string, unknown>[]) {
  const filled = fillExamples(draftPack, read({ examples: [{ n: 1, steps }] }));
  const [example] = (
    filled.file as { examples: { steps: Record<string, unknown>[]; overdueFrom?: string; fileBy?: string }[] }
  ).examples;
  return { ...filled, example };
}

test("a derived field that the file tells otherwise is derived again, and the disagreement is said", () => {
  const { example, disagreements } = fill([
    { rule: "59fz.answer", trigger: "2022-11-08", due: "2022-12-09" },
  ]);
  expect(example?.steps[0]?.["due"]).toBe("2022-12-08");
  expect(disagreements).toEqual([{ n: 1, where: "steps[0].due", told: "2022-12-09", derived: "2022-12-08" }]);
});

test("twenty-four hours from half past two on Tuesday end at half past two on Wednesday", () => {
  const { example } = fill([{ rule: "upk148.copy", trigger: "2022-11-08T14:30" }]);
  expect(example?.steps[0]).toMatchObject({
    raw: "2022-11-09T14:30",
    due: "2022-11-09T14:30",
    weekday: { raw: "Wed", due: "Wed" },
  });
  expect(example?.overdueFrom).toBe("2022-11-10");
});

test("forty-eight hours over the night when Kyiv moves its clocks are forty-eight hours", () => {
  const { example } = fill([
    { rule: "ua.foi-life", trigger: "2023-03-25T12:00" },
    { rule: "ua.foi-life", trigger: "2023-03-25T12:00:00+02:00" },
  ]);
  expect(example?.steps[0]?.["due"]).toBe("2023-03-27T13:00");
  expect(example?.steps[1]?.["due"]).toBe("2023-03-27T12:00:00+02:00");
});

test("hours from a day without an hour end on the day that is latest", () => {
  expect(fill([{ rule: "upk148.copy", trigger: "2022-11-08" }]).example?.steps[0]?.["due"]).toBe(
    "2022-11-09",
  );
});

test("a crime report is overdue only after the reading in which its first day does not count", () => {
  const { example } = fill([
    { rule: "upk144.3", trigger: "2022-11-07" },
    { rule: "upk144.3", over: { start: "same_day" }, trigger: "2022-11-07" },
  ]);
  expect(example?.steps.map(({ due }) => due)).toEqual(["2022-11-10", "2022-11-09"]);
  expect(example?.overdueFrom).toBe("2022-11-11");
});

test("ninety days that count the day of the offence end one day sooner", () => {
  expect(fill([{ rule: "koap.5.59.new", trigger: "2023-05-01" }]).example?.steps[0]?.["due"]).toBe(
    "2023-07-29",
  );
});

test("the ombudsman's year ends on a Sunday: the family files on the Friday", () => {
  const { example } = fill([{ rule: "omb.year", trigger: "2022-12-11" }]);
  expect(example?.steps[0]?.["due"]).toBe("2023-12-11");
  expect(fill([{ rule: "omb.year", trigger: "2022-12-10" }]).example?.fileBy).toBe("2023-12-08");
});

test("a court term that ends on a Saturday rolls to Monday by law, and the family does not rely on it", () => {
  const { example } = fill([{ rule: "kas219", trigger: "2022-12-11" }]);
  expect(example?.steps[0]).toMatchObject({ raw: "2023-03-11", due: "2023-03-13" });
  expect(example?.fileBy).toBe("2023-03-10");
});

test.each([
  ["31 February", { rule: "59fz.answer", trigger: "2023-02-31" }, "NotADay"],
  ["an hour that no clock shows", { rule: "upk148.copy", trigger: "2022-11-08T25:00" }, "NotADay"],
  ["a rule that the pack lacks", { rule: "59fz.nothing", trigger: "2023-02-01" }, "NoSuchRule"],
  ["a rule without a term", { rule: "59fz.repeat", trigger: "2023-02-01" }, "RuleHasNoTerm"],
  ["a law that had ceased", { rule: "koap.5.59.old", trigger: "2023-04-25" }, "NoVersionForDay"],
  ["a law not yet in force", { rule: "koap.5.59.new", trigger: "2023-04-24" }, "NoVersionForDay"],
  [
    "a calendar that the pack lacks",
    { rule: "59fz.answer", over: { calendar: "moon" }, trigger: "2023-02-01" },
    "NoSuchCalendar",
  ],
  ["a day beyond all tables", { rule: "59fz.answer", trigger: "2099-12-30" }, "DayOutOfReach"],
])("%s is refused, never guessed", (_title, step, type) => {
  const { refusals, example } = fill([step]);
  expect(refusals.map(({ refusal }) => refusal.type)).toEqual([type]);
  expect(example?.steps[0]).not.toHaveProperty("due");
});

test.each([
  [
    "59fz.answer",
    "extension by 30 days from the end of the first term",
    "2022-12-08",
    "2023-01-07",
    "2023-01-09",
  ],
  [
    "fz8.answer",
    "extension by 15 days from the end of the first term",
    "2022-12-08",
    "2022-12-23",
    "2022-12-23",
  ],
  ["upk124.3", "extended to ten days", "2022-11-07", "2022-11-17", "2022-11-17"],
  ["ua.answer", "extended: 45 days in all", "2023-03-16", "2023-04-30", "2023-05-01"],
  ["ua.foi", "extended to 20 working days", "2023-03-16", "2023-04-13", "2023-04-13"],
  ["un.wgad.reply", "extension by a month", "2023-01-31", "2023-02-28", "2023-02-28"],
])("%s, %s, from %s ends on %s and is due on %s", (rule, as, trigger, raw, due) => {
  expect(fill([{ rule, as, trigger }]).example?.steps[0]).toMatchObject({ raw, due });
});

import type { CaseCard, Day, Moment } from "@answerable/casework";
import { expect, test } from "vitest";

import { cardWith } from "../testing/a-card.ts";
import { caseAt, deskOf, linkedTo } from "../testing/likeness-of.ts";
import { factsOf } from "./facts.ts";

// Names invented.
const told = (day: string, more: Partial<CaseCard> = {}) =>
  cardWith({
    opened: `${day}T10:00:00.000Z` as Moment,
    names: ["Мухортов Сергей Петрович"],
    regions: ["г. Липецк, ул. Выдуманная"],
    grievances: ["A1", "C1"],
    statistics: "agreed",
    ...more,
  });
const november = { from: "2022-11-07" as Day, to: "2022-11-14" as Day };

test("a case passes as codes: the region of whatever was typed, the group of its main grievance, no word of it", async () => {
  const { likeness } = await deskOf([
    told("2022-11-08", { service: "mobilised" }),
    told("2022-11-09", { regions: ["где-то"], grievances: [] }),
    told("2022-11-14"),
  ]);
  expect(factsOf(likeness, november)).toEqual([
    {
      id: caseAt(0),
      day: "2022-11-08",
      codes: { region: "RU-LIP", grievance: "A", service: "mobilised" },
    },
    {
      id: caseAt(1),
      day: "2022-11-09",
      codes: { region: "unknown", grievance: "unknown", service: "unknown" },
    },
  ]);
});

test("a place that was corrected is counted nowhere, also where the right one cannot be read", async () => {
  const regions = ["где-то у моря", "г. Липецк, ул. Выдуманная"];
  const { likeness } = await deskOf([told("2022-11-08", { regions, corrected: { regions: 1 } })]);
  expect(factsOf(likeness, november).map(({ codes }) => codes.region)).toEqual(["unknown"]);
});

test("nobody is counted whose circle was not asked, or of whose circle one refused", async () => {
  const { likeness } = await deskOf([
    told("2022-11-08", { statistics: "refused" }),
    cardWith({ opened: "2022-11-08T10:00:00.000Z" as Moment, names: ["Щеглов Пётр"] }),
  ]);
  expect(factsOf(likeness, november)).toEqual([]);
});

test("two cases of one soldier count once, in the week in which he was first told of; one relative takes him out of both", async () => {
  const { likeness, put } = await deskOf([
    told("2022-11-03"),
    told("2022-11-09", { regions: ["Липецк"], links: [linkedTo(0, "same")] }),
    told("2022-11-09", { names: ["Щеглов Пётр Ильич"] }),
  ]);
  expect(factsOf(likeness, november).map(({ id }) => id)).toEqual([caseAt(2)]);
  const before = { from: "2022-10-31" as Day, to: "2022-11-07" as Day };
  expect(factsOf(likeness, before)).toHaveLength(1);
  put(1, told("2022-11-09", { statistics: "refused", links: [linkedTo(0, "same")] }));
  expect(factsOf(likeness, before)).toEqual([]);
});

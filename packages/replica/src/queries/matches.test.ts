import { momentOf, type CaseCard } from "@answerable/casework";
import { expect, test } from "vitest";

import type { MatchesQuery } from "../likeness/answers.ts";
import { cardWith } from "../testing/a-card.ts";
import { built, caseAt, colleague, deskOf, linkedTo, me, sight } from "../testing/likeness-of.ts";
import { answerCounters } from "./counters.ts";
import { answerMatches } from "./matches.ts";
import { answerRoster, todayOf } from "./roster.ts";

const now = Date.UTC(2026, 10, 22, 18, 30);
const today = todayOf(now, 180);
const minute = Math.floor(now / 60_000);
const called = (told: Partial<CaseCard>) => cardWith({ members: [me], contacts: [[minute, 0, -1]], ...told });

const nobody: MatchesQuery = {
  type: "Matches",
  soldierName: "",
  birth: "",
  region: "",
  unit: "",
  phones: [],
  callSign: "",
  dogTag: "",
};
async function matches(cards: readonly CaseCard[], said: Partial<MatchesQuery>) {
  const { likeness } = await deskOf(cards);
  return answerMatches(likeness, { ...nobody, ...said }, today);
}
const names = ({ rows }: { readonly rows: readonly { readonly name: string }[] }) =>
  rows.map((row) => row.name);

test("a match says why, field by field, and an exact telephone comes before a name", async () => {
  const { rows } = await matches(
    [
      called({ names: ["Громов Илья Петрович"], births: ["2001-03-08"], regions: ["Курская область"] }),
      called({ names: ["Громов Иван"], phones: ["+79005550177"] }),
      called({ names: ["Громова Инна"], births: ["1975"] }),
    ],
    { soldierName: "громов и", birth: "08.03.01", phones: ["8 900 555 01 77"] },
  );
  expect(rows.map((row) => row.name)).toEqual(["Громов Иван", "Громов Илья Петрович", "Громова Инна"]);
  expect(rows[1]).toMatchObject({
    why: ["name", "birth"],
    birthYear: 2001,
    strip: { name: "same", birth: "same", phone: "blank", patronymic: "blank" },
  });
  expect(rows[0]?.strip).toMatchObject({ phone: "same", name: "same" });
  expect(rows[2]?.proposed).toBe("namesake");
});

test("from the third letter on, and never more than five", async () => {
  const cards = Array.from({ length: 9 }, (_, at) => called({ names: [`Соколов Пётр${at}`] }));
  expect((await matches(cards, { soldierName: "со" })).rows).toEqual([]);
  expect((await matches(cards, { soldierName: "сок" })).rows).toHaveLength(5);
});

const mukhortov = called({
  names: ["Мухортов Сергей Петрович"],
  births: ["2001-03-08"],
  regions: ["Липецкая область"],
});

test.each([
  ["misheard", "Мухортав Серёжа Петрович"],
  ["declined", "Мухортова Сергея Петровича"],
  ["in Latin letters", "Mukhortov Sergei"],
  ["with the given name first", "Сергей Мухортов"],
  ["on the wrong layout", "Ve[jhnjd Cthutq"],
])("a soldier is found when his name comes %s, with the reason", async (_, soldierName) => {
  const { rows } = await matches([mukhortov, called({ names: ["Белозубов Пётр"] })], {
    soldierName,
    birth: "08.03.2001",
  });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    case: caseAt(0),
    proposed: "same",
    strip: { name: "same", birth: "same" },
  });
  expect(rows[0]?.reasons.map(({ field }) => field)).toContain("surname");
});

test("a brother of one household is shown as a brother, and never before a match", async () => {
  const phones = ["+79005550101"];
  const brother = called({
    names: ["Мухортов Андрей Петрович"],
    births: ["1999-01-02"],
    regions: ["Липецкая область"],
    people: [{ calledAs: "Анна", relation: "mother", phones }],
  });
  const { rows } = await matches([brother, mukhortov], {
    soldierName: "Мухортов Сергей Петрович",
    region: "Липецкая область",
    phones,
  });
  expect(rows.map(({ proposed }) => proposed)).toEqual(["possibly", "brother"]);
});

test("twins, born on one day to one mother, are two men", async () => {
  const { rows } = await matches([called({ ...mukhortov, names: ["Мухортов Семён Петрович"] })], {
    soldierName: "Мухортов Лев Петрович",
    birth: "08.03.2001",
    region: "Липецкая область",
  });
  expect(rows.map(({ proposed }) => proposed)).toEqual(["brother"]);
});

test("a namesake born on another day is shown as a namesake", async () => {
  const { rows } = await matches([mukhortov], {
    soldierName: "Мухортов Сергей Петрович",
    birth: "17.11.1984",
  });
  expect(rows.map(({ proposed }) => proposed)).toEqual(["namesake"]);
});

test("one soldier is one row, with all that is behind him", async () => {
  const cards = [
    mukhortov,
    called({ ...mukhortov, names: ["Мухортов Серёжа"], links: [linkedTo(0, "same")] }),
  ];
  const { rows } = await matches(cards, { soldierName: "мухортов" });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ cases: 2, contacts: 2 });
});

test("who was refused on this call does not come back, nor any case of his", async () => {
  const cards = [
    mukhortov,
    called({ ...mukhortov, names: ["Мухортов Серёжа"], links: [linkedTo(0, "same")] }),
  ];
  expect((await matches(cards, { soldierName: "мухортов", not: [caseAt(1)] })).rows).toEqual([]);
});

test("another member of the family has called: that much is told, and never who", async () => {
  const mother = { calledAs: "Антонина Лебедь", relation: "mother", phones: ["+79005550102"] } as const;
  const told = { ...mukhortov, people: [mother], contacts: [[minute, 0, 0] as const] };
  const hers = await matches([told], { soldierName: "мухортов" });
  const another = await matches([{ ...told, members: [colleague] }], { soldierName: "мухортов" });
  expect(hers.rows[0]?.anotherCalled).toBe(false);
  expect(another.rows[0]?.anotherCalled).toBe(true);
  expect(JSON.stringify(another)).not.toMatch(/Лебедь|mother|9005550102/);
});

test("a call from this number comes after the soldiers", async () => {
  const phones = ["+79005550103"];
  const people = [{ calledAs: "Анна", relation: "mother", phones }] as const;
  const other = called({ names: ["Белозубов Пётр"], people, contacts: [[minute, 0, 0]] });
  const answer = await matches([other, mukhortov], { soldierName: "Мухортов Сергей", phones });
  expect(names(answer)).toEqual(["Мухортов Сергей Петрович", "Белозубов Пётр"]);
  expect(answer.rows[1]?.proposed).toBe("number");
  expect(answer.callsFromNumberToday).toBe(1);
});

test("while the index is not built, words find; built, a card that comes is found at once, and a changed one by its new name", async () => {
  const { likeness, put } = await deskOf([mukhortov], false);
  const ask = (soldierName: string) => names(answerMatches(likeness, { ...nobody, soldierName }, today));
  expect(ask("мухортов")).toHaveLength(1);
  expect(ask("Мухортав")).toHaveLength(0);
  await built(likeness);
  expect(ask("Мухортав")).toHaveLength(1);
  put(1, called({ names: ["Цыренжапов Баир"] }));
  expect(ask("Сыренжапов")).toEqual(["Цыренжапов Баир"]);
  put(1, called({ names: ["Ооржак Айдыс"] }));
  expect(ask("Сыренжапов")).toEqual([]);
  expect(ask("Оржак Айдис")).toEqual(["Ооржак Айдыс"]);
});

test("the search box finds a name that was misheard, after those that have the words", async () => {
  const { likeness } = await deskOf([
    called({ names: ["Мухортав Пётр"] }),
    mukhortov,
    called({ names: ["Белозубов"] }),
  ]);
  const find = (text: string) =>
    answerRoster(likeness, { type: "Roster", text, list: "all", from: 0, count: 50 }, { today, sight });
  expect(names(find("Мухортав"))).toEqual(["Мухортав Пётр", "Мухортов Сергей Петрович"]);
  expect(find("Mukhortov")).toMatchObject({ total: 2, lists: { all: 2, new: 2, closed: 0 } });
  expect(names(find("лип"))).toEqual(["Мухортов Сергей Петрович"]);
});

test("linked cases count as one soldier, and as two again when the link is taken back", async () => {
  const linked = called({ ...mukhortov, links: [linkedTo(0, "same")] });
  const { likeness, put } = await deskOf([mukhortov, linked, called({ names: ["Белозубов"] })]);
  const soldiers = () => {
    const { all, shift } = answerCounters(likeness, todayOf(now, 180));
    return [all.soldiers, shift.soldiers];
  };
  expect(soldiers()).toEqual([2, 2]);
  put(1, mukhortov);
  expect(soldiers()).toEqual([3, 3]);
  put(1, linked);
  expect(soldiers()).toEqual([2, 2]);
});

test("a link to a card that has not come yet holds when it comes", async () => {
  const { likeness, put } = await deskOf([called({ ...mukhortov, links: [linkedTo(1, "same")] })]);
  put(1, called({ names: ["Мухортов Сергей"], opened: momentOf(now) }));
  expect(likeness.soldiers.casesOf(0)).toEqual([0, 1]);
});

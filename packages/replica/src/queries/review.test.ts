import { isOwnCase, type CaseCard } from "@answerable/casework";
import { expect, test } from "vitest";

import type { PassState } from "../likeness/pass.ts";
import { cardWith } from "../testing/a-card.ts";
import { caseAt, colleague, deskOf, linkedTo, me, passOn, sight } from "../testing/likeness-of.ts";
import { answerReview } from "./review.ts";
import { answerSoldier } from "./soldier.ts";

const minute = 30_000_000;
const called = (told: Partial<CaseCard>, by = me) =>
  cardWith({ members: [by], contacts: [[minute, 0, 0]], ...told });
const told = { names: ["Мухортов Сергей Петрович"], births: ["2001-03-08"], regions: ["Липецкая область"] };
const again = { names: ["Мухортав Серёжа"], births: ["2001-03-08"], regions: ["Липецк"] };
const brother = {
  names: ["Мухортов Андрей Петрович"],
  births: ["1999-01-02"],
  regions: ["Липецкая область"],
};
const page = { type: "Review", from: 0, count: 20 } as const;

test("a full pass proposes two reports of one man, and neither his brother nor his namesake", async () => {
  const namesake = { ...told, births: ["1984-11-17"], regions: ["Омская область"] };
  const { likeness } = await deskOf([told, again, brother, namesake].map((one) => called(one)));
  const pass = passOn(likeness);
  await pass.begin();
  const answer = answerReview({ likeness, pass, sight }, page);
  expect(answer.pairs.map(({ a, b }) => [a.case, b.case].toSorted())).toEqual([
    [caseAt(0), caseAt(1)].toSorted(),
  ]);
  expect(answer.pairs[0]).toMatchObject({ from: "pass", proposed: "same", strip: { birth: "same" } });
  expect(answer.pass).toEqual({ state: "done", done: 4, of: 4 });
  expect(likeness.soldiers.casesOf(0)).toEqual([0]);
});

test("what was refused is not proposed again, whatever new is heard", async () => {
  const { likeness, put } = await deskOf([
    called(told),
    called({ ...again, links: [linkedTo(0, "different")] }),
  ]);
  const pass = passOn(likeness);
  await pass.begin();
  expect(answerReview({ likeness, pass, sight }, page).total).toBe(0);
  put(0, called({ ...told, phones: ["+79005550104"] }));
  await pass.begin();
  expect(answerReview({ likeness, pass, sight }, page).total).toBe(0);
});

test("a pair that is settled after the pass is gone from the list", async () => {
  const { likeness, put } = await deskOf([called(told), called(again)]);
  const pass = passOn(likeness);
  await pass.begin();
  expect(answerReview({ likeness, pass, sight }, page).total).toBe(1);
  put(1, called({ ...again, links: [linkedTo(0, "same")] }));
  expect(answerReview({ likeness, pass, sight }, page).total).toBe(0);
});

test("the next pass takes only what is new, and finds it against everything", async () => {
  const { likeness, put } = await deskOf([called(told), called(brother)]);
  const pass = passOn(likeness);
  await pass.begin();
  put(2, called(again));
  await pass.begin();
  expect(pass.progress()).toEqual({ state: "done", done: 1, of: 1 });
  expect(pass.proposals().map(({ a, b }) => [a, b])).toEqual([[2, 0]]);
});

test("a pass that is stopped goes on in the next session from where it was, with what it had found", async () => {
  const letters = ["ба", "ро", "ши", "ку", "ве", "ля", "да"];
  const strangers = Array.from({ length: 300 }, (_, at) => {
    const word = [at % 7, Math.floor(at / 7) % 7, Math.floor(at / 49)].map((n) => letters[n]).join("");
    return { names: [`${word}нов Пётр`], births: [`${1960 + (at % 50)}-0${1 + (at % 9)}-11`] };
  });
  const cards = [told, again, ...strangers, brother];
  const all = cards.map((one) => called(one));
  let clock = 0;
  let kept: PassState | undefined;
  const first = await deskOf(all);
  let breaths = 0;
  const stopped = passOn(first.likeness, {
    now: () => (clock += 7),
    pause: async () => {
      breaths += 1;
      if (breaths === 60) stopped.stop();
    },
    keep: (state) => (kept = state),
  });
  await stopped.begin();
  expect(stopped.progress().state).toBe("stopped");
  expect(kept?.upTo).toBeGreaterThan(5);
  expect(kept?.pairs.length).toBeGreaterThan(0);

  const fresh = await deskOf(all);
  const resumed = passOn(fresh.likeness, { kept });
  await resumed.begin();
  expect(resumed.progress().of).toBeLessThan(all.length);
  const whole = passOn((await deskOf(all)).likeness);
  await whole.begin();
  const pairs = (pass: typeof whole) =>
    pass
      .proposals()
      .map(({ a, b }) => `${a} ${b}`)
      .toSorted();
  expect(pairs(resumed)).toEqual(pairs(whole));
  expect(pairs(resumed)).toContain("1 0");
});

test("seven reports of one man are six proposals, not twenty-one", async () => {
  const { likeness } = await deskOf(Array.from({ length: 7 }, () => called(told)));
  const pass = passOn(likeness);
  await pass.begin();
  expect(pass.proposals()).toHaveLength(6);
});

test("unsure and said both ways wait for a reviewer, side by side, the clash first", async () => {
  const { likeness } = await deskOf([
    called(told),
    called({ ...again, links: [linkedTo(0, "unsure")] }),
    called({ ...brother, links: [linkedTo(0, "same")] }),
    called({
      ...told,
      links: [linkedTo(2, "different"), { ...linkedTo(2, "same"), link: linkedTo(9, "same").link }],
    }),
  ]);
  const { pairs, total } = answerReview({ likeness, pass: passOn(likeness), sight }, page);
  expect(total).toBe(2);
  expect(pairs.map(({ from }) => from)).toEqual(["conflict", "unsure"]);
  expect([pairs[1]?.a.names, pairs[1]?.b.names]).toEqual([told.names, again.names]);
});

test("a soldier has all names ever heard, and all contacts, callers and cases; of others' callers only that they called", async () => {
  const anna = { calledAs: "Анна Лебедь", relation: "mother", phones: ["+79005550105"] } as const;
  const zoya = { calledAs: "Зоя Кречет", relation: "spouse", phones: ["+79005550106"] } as const;
  const hers = called({ ...told, people: [anna] });
  const theirs = called(
    { ...again, people: [zoya], summary: "Жена говорит", links: [linkedTo(0, "same")] },
    colleague,
  );
  expect([isOwnCase(hers, me), isOwnCase(theirs, me)]).toEqual([true, false]);
  const { likeness } = await deskOf([hers, theirs, called(brother)]);
  const soldier = answerSoldier(likeness, caseAt(1), sight);
  if (soldier.type !== "Soldier") throw new Error("he is there");
  expect([...soldier.names].toSorted()).toEqual(["Мухортав Серёжа", "Мухортов Сергей Петрович"]);
  expect(soldier.cases.map((one) => one.case).toSorted()).toEqual([caseAt(0), caseAt(1)].toSorted());
  expect(soldier.contacts).toHaveLength(2);
  expect(soldier.callers).toEqual([
    {
      type: "Known",
      case: caseAt(0),
      calledAs: "Анна Лебедь",
      relation: "mother",
      phones: anna.phones,
      contacts: 1,
    },
    { type: "Another", case: caseAt(1), contacts: 1 },
  ]);
  expect(JSON.stringify(soldier)).not.toMatch(/Кречет|spouse|9005550106|Жена/);
  expect(soldier.links).toMatchObject([{ case: caseAt(1), other: caseAt(0), verdict: "same" }]);
  expect(soldier.alike).toEqual([]);
  expect(answerSoldier(likeness, caseAt(77), sight)).toEqual({ type: "Unknown" });
});

import fc from "fast-check";
import { expect, test } from "vitest";

import type { Day, Moment } from "./day.ts";
import type { DraftId } from "./id.ts";
import { emptyDraft, type Draft } from "./intake/draft.ts";
import { triageOf, triageRules } from "./triage.ts";
import { triageReasons } from "./words/triage.ts";
import { codesOf, grievances, langs } from "./words/vocabularies.ts";

const today = "2022-11-08" as Day; // a Tuesday
const draft: Draft = {
  ...emptyDraft("d".repeat(22) as DraftId, "2022-11-08T09:00:00.000Z" as Moment),
  kind: "aboutSoldier",
};
const firstRule = (change: Partial<Draft>): string | undefined =>
  triageOf({ ...draft, ...change }, today).rules[0]?.id;

test.each([
  ["Их избивают в подвале за отказ", "u1-beaten"],
  ["Його б’ють щодня", "u1-beaten"],
  ["Сказали: кто откажется, того расстреляют", "u1-death-threat"],
  ["Раненого с осколком отправили на штурм", "u1-wounded-to-assault"],
  ["Контуженых снова гонят на передовую", "u1-wounded-to-assault"],
  ["Пишет, что не хочет жить", "u1-suicidal"],
  ["Сегодня ночью их увозят", "u1-taken-tonight"],
  ["Сьогодні вночі їх вивозять", "u1-taken-tonight"],
  ["He says they will be sent tonight", "u1-taken-tonight"],
  ["Нога гниёт, не лечат", "u2-untreated"],
  ["Держат в яме, кормят раз в день", "u2-detained"],
  ["Отправка 10.11 из Валуек", "u2-dated-transport"],
  ["Завтра их перебрасывают", "u2-dated-transport"],
  ["В пятницу отправляют эшелон", "u2-dated-transport"],
  ["Срок обжалования до 10 ноября", "u2-legal-limit"],
  ["Хотят похоронить как неопознанного", "u2-burial"],
])("«%s»: %s", (summary, rule) => expect(firstRule({ summary })).toBe(rule));

test.each([
  ["Его не бьют, кормят хорошо"],
  ["Отправка была 10.10"],
  ["Отправка 24.12"],
  ["Срок контракта кончился в прошлом году"],
  ["Ранен, лежит в госпитале"],
  ["Звонил сегодня утром, всё тихо"],
  ["Добился ответа, работает на заводе"],
])("«%s» is no reason to run", (summary) => expect(firstRule({ summary })).toBe("u3-soldier"));

test.each([
  ["E3", "U1"],
  ["G1", "U1"],
  ["F1", "U2"],
  ["A1", "U3"],
  ["I1", "U3"],
  ["H3", "U3"],
  ["J2", "U3"],
] as const)("grievance %s alone is %s", (code, urgency) => {
  expect(triageOf({ ...draft, grievances: [code] }, today).urgency).toBe(urgency);
});

test("a call for information is U4, and so is a draft with nothing in it", () => {
  expect(triageOf({ ...draft, kind: "information" }, today)).toMatchObject({
    urgency: "U4",
    rules: [{ id: "u4-information" }],
  });
  const { kind: _, ...nothing } = draft;
  expect(triageOf(nothing, today).urgency).toBe("U4");
});

test("all rules that fired are shown, the most urgent first", () => {
  const { rules } = triageOf(
    { ...draft, grievances: ["A1", "F1"], summary: "Держат в подвале и бьют" },
    today,
  );
  expect(rules.map((rule) => rule.id)).toEqual(["u1-beaten", "u2-detained", "u3-missing", "u3-grievance"]);
});

test("every rule has a reason in three languages, and the list goes from U1 to U4", () => {
  expect(triageRules.map((rule) => rule.id)).toEqual(codesOf(triageReasons));
  for (const reason of Object.values(triageReasons))
    for (const lang of langs) expect(reason[lang]).not.toBe("");
  const order = triageRules.map((rule) => rule.urgency);
  expect(order.toSorted()).toEqual(order);
});

test("to name one more grievance never makes a call less urgent, whatever its words", () => {
  const code = fc.constantFrom(...codesOf(grievances));
  fc.assert(
    fc.property(fc.array(code), code, fc.string({ unit: "binary" }), (codes, more, summary) => {
      const before = triageOf({ ...draft, grievances: codes, summary }, today).urgency;
      expect(triageOf({ ...draft, grievances: [...codes, more], summary }, today).urgency <= before).toBe(
        true,
      );
    }),
    { seed: 6 },
  );
});

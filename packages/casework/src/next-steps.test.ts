import { expect, test } from "vitest";

import type { Draft } from "./intake/draft.ts";
import { nextStepsOf } from "./next-steps.ts";
import { aMotherCalls, draft, openOffice, today } from "./testing/office.ts";
import { authorities, seats, terms, termsOf } from "./words/authorities.ts";
import { refusalWords } from "./words/refusals.ts";
import { nextSteps, scriptLines } from "./words/script.ts";
import { codesOf, grievances, groupOf, langs } from "./words/vocabularies.ts";

const line = (typed: Partial<Draft>): string | undefined => nextStepsOf(draft(typed), today).script?.id;

test("the script follows the call: each answer brings the next question", () => {
  const {
    phones = [],
    consent = [],
    callerName = "",
    soldierName = "",
    birth = "",
    region = "",
  } = aMotherCalls;
  const said: (readonly [string, Partial<Draft>])[] = [
    ["greeting", {}],
    ["safe", { kind: "aboutSoldier" }],
    ["phone", { safeToSpeak: "yes" }],
    ["consent", { phones }],
    ["caller", { consent }],
    ["soldierName", { callerName }],
    ["birth", { soldierName }],
    ["region", { birth }],
    ["service", { region }],
    ["unit", { service: "mobilised" }],
    ["lastContact", { unit: "в/ч 12345" }],
    ["whatHappened", { lastContact: "~03.11" }],
    ["whoTold", { summary: "Не выходит на связь" }],
    ["writtenTo", { source: "soldierTold" }],
    ["promise", { writtenTo: { authority: "губернатор", sentOn: "", number: "", answer: "" } }],
    ["closing", { promise: { what: "перезвонить", due: "завтра" } }],
  ];
  let typed: Partial<Draft> = {};
  for (const [question, answer] of said) {
    typed = { ...typed, ...answer };
    expect(line(typed)).toBe(question);
  }
});

test("who cannot speak is asked for a number, who wants to be heard is listened to", () => {
  expect(line({ kind: "aboutSoldier", safeToSpeak: "no" })).toBe("callBack");
  expect(line({ kind: "support" })).toBe("listen");
  expect(line({ kind: "information" })).toBe("inform");
  expect(line({ kind: "nothing" })).toBe("quiet");
});

test("when suicide is spoken of, nothing else is asked", () => {
  const steps = nextStepsOf(draft({ ...aMotherCalls, summary: "Сын пишет, что не хочет жить" }), today);
  expect(steps.script?.id).toBe("danger");
  expect(steps.steps.slice(0, 2).map((step) => step.id)).toEqual(["stayOnLine", "shiftLead"]);
});

test("no contact: the commissariat of the home region first, with its term", () => {
  const { addressees, steps } = nextStepsOf(draft(aMotherCalls), today);
  expect(addressees[0]).toMatchObject({ id: "ru.commissariat", seat: "home", region: "Воронежская область" });
  expect(addressees[0]?.terms.map((term) => [term.id, term.count])).toEqual([
    ["59fz.register", 3],
    ["59fz.answer", 30],
  ]);
  expect(steps.map((step) => step.id)).toEqual(["askUnit", "tracing", "trainingDates"]);
});

test("held for refusing: silence in public, and a crime report that is decided within three days", () => {
  const { addressees, steps } = nextStepsOf(draft({ kind: "aboutSoldier", grievances: ["F1"] }), today);
  expect(steps.map((step) => step.id)).toEqual(["shiftLead", "noHarm", "heldDetails", "crimeReport"]);
  expect(addressees[0]).toMatchObject({
    id: "ru.mil-investigator",
    seat: "unit",
    terms: [{ id: "upk144.3", count: 3, unit: "day24" }],
  });
});

test("the four months are spoken of for a conscript and for nobody else", () => {
  const steps = (service: "conscript" | "mobilised") =>
    nextStepsOf(draft({ service, grievances: ["E2"] }), today).steps.map((step) => step.id);
  expect(steps("conscript")).toContain("fourMonths");
  expect(steps("mobilised")).not.toContain("fourMonths");
});

test("a case file has the same steps, and nobody on the line", () => {
  const office = openOffice();
  office.tell(office.call(aMotherCalls));
  const steps = nextStepsOf(office.theCase(), today);
  expect(steps.script).toBeUndefined();
  expect(steps.addressees).toEqual(nextStepsOf(draft(aMotherCalls), today).addressees);
});

test("every violation leads to someone who must answer", () => {
  for (const code of codesOf(grievances)) {
    const group = groupOf(code);
    if (group === undefined || group === "M" || group === "Z") continue;
    const { addressees, steps } = nextStepsOf(draft({ grievances: [code] }), today);
    expect(addressees.length).toBeGreaterThan(0);
    expect(steps.length).toBeGreaterThan(0);
  }
});

test("each figure of a term stands in its words, and each authority has a seat", () => {
  for (const term of Object.values(terms))
    for (const lang of langs) expect(term.label[lang]).toMatch(new RegExp(String.raw`\b${term.count}\b`));
  for (const id of codesOf(authorities))
    expect([
      seats[id] === "one" || seats[id] === "home" || seats[id] === "unit",
      Array.isArray(termsOf[id]),
    ]).toEqual([true, true]);
});

test("every line, step and refusal has words in three languages, in the letters of that language", () => {
  for (const label of [scriptLines, nextSteps, authorities, refusalWords].flatMap((list) =>
    Object.values(list),
  )) {
    for (const lang of langs) expect(label[lang].trim()).not.toBe("");
    expect(label.ru).not.toMatch(/[іїєґ]/iu);
    expect(label.uk).not.toMatch(/[ыэёъ]/iu);
    expect(label.en).not.toMatch(/\p{Script=Cyrillic}/u);
  }
});

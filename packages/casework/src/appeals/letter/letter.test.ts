/** Letters filled from a case, and what is said before one is printed. */
import { describe, expect, test } from "vitest";

import { addMinutes, type Day } from "../../day.ts";
import type { AppealId, FactId } from "../../id.ts";
import { aMotherCalls, caseId, now, openOffice, the } from "../../testing/office.ts";
import type { Appeal } from "../appeal.ts";
import type { AppealCommandOf } from "../command.ts";
import { ruPack } from "../testing/packs.ts";
import { channelGuard, guardsOf } from "./guards.ts";
import { addressed, declineName } from "./names.ts";
import { letterPage, type LetterPage } from "./page.ts";
import { signaturesOf, slotsFrom } from "./slots.ts";

const letter = "letter________________" as AppealId;
const today = "2022-11-08" as Day;

function drafted(more: Partial<AppealCommandOf<"DraftAppeal">> = {}) {
  const office = openOffice();
  office.tell(office.call(aMotherCalls));
  office.tell({
    type: "DraftAppeal",
    case: caseId,
    appeal: letter,
    pack: "ru-military-families",
    route: "r.governor",
    authority: "ru.governor",
    office: "Губернатор Воронежской области",
    complainedOf: [],
    kind: "individual",
    template: "t.appeal.individual",
    ground: "g.refuser-detained",
    slots: {},
    signatories: [
      {
        name: "Лугова Дарья Сергеевна",
        relation: "spouse",
        soldier: "Лугов Пётр Ильич",
        consent: "written",
        address: "394000, Воронеж, а/я 7",
      },
    ],
    ...more,
  });
  return { office, appeal: () => the(office.theCase().appeals.find(({ id }) => id === letter)) };
}

test("the governor of a region that the pack knows is named, in the dative, and only while his office stands as it was prefilled", () => {
  const seat = the(ruPack.authorities.get("ru.governor")).seats["RU-PRI"];
  const office = `${the(seat).office} ${the(seat).head}`;
  const to = (more: Parameters<typeof drafted>[0]) => the(pageOf(drafted(more)).blocks[0]).lines.join(" ");
  expect(to({ office, region: "RU-PRI" })).toContain("Губернатору Приморского края О. Кожемяко");
  expect(to({ office: "Губернатор Приморского края", region: "RU-PRI" })).not.toContain("Кожемяко");
  expect(to({ office: "Губернатор Воронежской области", region: "RU-VOR" })).toContain(
    "Губернатору Воронежской области",
  );
});

function pageOf(known: ReturnType<typeof drafted>): LetterPage {
  const appeal = known.appeal();
  const slots = slotsFrom({ known: known.office.theCase(), appeal, pack: ruPack, today, before: undefined });
  return letterPage({
    pack: ruPack,
    template: the(ruPack.templates.get(appeal.template)),
    number: appeal.number,
    slots,
    signatures: signaturesOf(appeal),
    lang: "ru",
  });
}

function textOf(page: LetterPage): string {
  return page.blocks.flatMap(({ lines }) => lines).join("\n");
}

function guardTypes(known: ReturnType<typeof drafted>): readonly string[] {
  return guardsOf({
    known: known.office.theCase(),
    appeal: known.appeal(),
    pack: ruPack,
    page: pageOf(known),
    before: undefined,
  }).map(({ type }) => type);
}

describe("names in a letter", () => {
  test("a woman's name is declined as a woman's, a man's as a man's", () => {
    expect(declineName("Лугова Дарья Сергеевна", "genitive")).toBe("Луговой Дарьи Сергеевны");
    expect(declineName("Лугов Пётр Ильич", "genitive")).toBe("Лугова Петра Ильича");
  });
  test("a single word, or a name of unclear sex, stands as it was written", () => {
    expect(declineName("Дарья", "genitive")).toBe("Дарья");
  });
  test.each([
    ["Губернатор Воронежской области", "Губернатору Воронежской области"],
    ["Главный военный прокурор", "Главному военному прокурору"],
    ["Военная прокуратура Курского гарнизона", "В Военную прокуратуру Курского гарнизона"],
    ["Министерство обороны РФ", "В Министерство обороны РФ"],
    ["Командир воинской части", "Командиру воинской части"],
    ["Уполномоченный по правам человека в РФ", "Уполномоченному по правам человека в РФ"],
  ])("%s -> %s", (office, to) => {
    expect(addressed(office)).toBe(to);
  });
});

describe("a letter to the governor", () => {
  test("takes names, relation, facts and law from the case, and nothing is missing", () => {
    const page = pageOf(drafted());
    const text = textOf(page);
    expect(page.missing).toEqual([]);
    expect(text).toContain("Губернатору Воронежской области");
    expect(text).toContain("от Луговой Дарьи Сергеевны");
    expect(text).toContain("Пишу о судьбе моего мужа — Лугова Петра Ильича, призванного");
    expect(text).toContain("08.11.2022, со слов сослуживца: Не выходит на связь с третьего ноября.");
    expect(text).toContain("Конституция, статья 22");
    expect(text).not.toMatch(/[{}]/u);
  });

  test("leaves a name as the family wrote it, where they ask for it", () => {
    const page = pageOf(drafted({ slots: { "applicant.full_name:genitive": "Лугова Дарья Сергеевна" } }));
    expect(textOf(page)).toContain("от Лугова Дарья Сергеевна");
  });

  test("without a postal address it warns, and names what is empty", () => {
    const known = drafted({
      signatories: [
        {
          name: "Лугова Дарья Сергеевна",
          relation: "spouse",
          soldier: "Лугов Пётр Ильич",
          consent: "written",
        },
      ],
    });
    expect(pageOf(known).missing).toEqual(["почтовый адрес для ответа"]);
    expect(guardTypes(known)).toContain("noAddress");
  });

  test("a collective one lists each signatory with her own soldier on a sheet apart", () => {
    const known = drafted({
      kind: "collective",
      template: "t.appeal.collective",
      signatories: [
        {
          name: "Лугова Дарья Сергеевна",
          relation: "spouse",
          soldier: "Лугов Пётр Ильич",
          consent: "written",
          address: "а/я 7",
        },
        {
          name: "Ерёмина Вера Павловна",
          relation: "mother",
          soldier: "Ерёмин Олег Юрьевич",
          consent: "written",
        },
      ],
    });
    const page = pageOf(known);
    expect(page.signatures).toEqual([
      { name: "Лугова Дарья Сергеевна", soldier: "муж, Лугов Пётр Ильич" },
      { name: "Ерёмина Вера Павловна", soldier: "сын, Ерёмин Олег Юрьевич" },
    ]);
    expect(textOf(page)).toContain("ответ направить: Луговой Дарье Сергеевне");
    const [first] = known.appeal().signatories;
    known.office.tell({
      type: "LeaveAppeal",
      case: caseId,
      appeal: letter,
      signatory: the(first).id,
      reason: "",
    });
    expect(guardTypes(known)).toEqual(expect.arrayContaining(["signatoryLeft", "tooFewSignatories"]));
    expect(pageOf(known).signatures).toHaveLength(1);
  });
});

describe("before printing", () => {
  test("a complaint to the very body complained of is noticed", () => {
    expect(guardTypes(drafted({ complainedOf: ["Губернатор Воронежской области"] }))).toContain(
      "toComplainedOf",
    );
    expect(guardTypes(drafted())).not.toContain("toComplainedOf");
  });

  test("the same text to the same body a second time is noticed, and a new fact is not", () => {
    const facts = "Две недели подготовки, автомату сорок лет, бронежилет без пластин.";
    const known = drafted({ slots: { facts } });
    known.office.tell({
      type: "DispatchAppeal",
      case: caseId,
      appeal: letter,
      on: "вчера",
      by: "hand",
      proof: "proved",
      tracking: "",
    });
    const second = "second________________" as AppealId;
    const again = (slots: Readonly<Record<string, string>>): Appeal => {
      const { id: _, ...before } = known.appeal();
      return { ...before, id: second, slots };
    };
    const typesFor = (appeal: Appeal) =>
      guardsOf({
        known: known.office.theCase(),
        appeal,
        pack: ruPack,
        page: pageOf(known),
        before: undefined,
      }).map(({ type }) => type);
    expect(typesFor(again({ facts: `${facts} Ответа нет.` }))).toContain("repeat");
    expect(
      typesFor(again({ facts: "Вчера позвонил сослуживец: ранен, лежит в подвале второй день." })),
    ).not.toContain("repeat");
  });

  test("a unit is named only where the family asked for it", () => {
    const facts = "Служит в/ч 98989, командир не отвечает.";
    expect(guardTypes(drafted({ slots: { facts } }))).toContain("unitNamed");
    expect(guardTypes(drafted({ slots: { facts, "soldier.unit": "в/ч 98989" } }))).not.toContain("unitNamed");
  });

  test("what was withdrawn or corrected after the letter was written is noticed, and what still stands is not", () => {
    const known = drafted({ slots: { facts: "Лугова Пётра Ильича держат в подвале у Зайцево." } });
    const state = (value: string, setsAside: readonly FactId[] = []) =>
      known.office.tell({
        type: "StateFact",
        case: caseId,
        field: "lastContactFrom",
        value,
        sure: true,
        source: "soldierTold",
        setsAside,
      });
    const told = () => the(known.office.theCase().facts.findLast(({ field }) => field === "lastContactFrom"));
    state("у Зайцево");
    expect(guardTypes(known)).not.toContain("takenBack");
    known.office.tell({ type: "WithdrawFact", case: caseId, fact: told().id, reason: "ослышались" });
    expect(guardTypes(known)).toContain("takenBack");
    // Said again, and then more exactly: the text is true of it still.
    state("у Зайцево");
    state("подвал у Зайцево", [told().id]);
    expect(guardTypes(known)).not.toContain("takenBack");
    state("у Зайцевки", [told().id]);
    expect(guardTypes(known)).toContain("takenBack");
  });

  test("a number that was taken out is noticed however the letter spells it", () => {
    const known = drafted({ slots: { facts: "Матери можно звонить: +7 (912) 345-67-89." } });
    expect(guardTypes(known)).not.toContain("takenBack");
    const phone = the(known.office.theCase().facts.find(({ field }) => field === "phone"));
    expect(phone.value).toBe("8 912 345-67-89");
    known.office.tell({ type: "WithdrawFact", case: caseId, fact: phone.id, reason: "просит удалить" });
    expect(guardTypes(known)).toContain("takenBack");
  });

  test("a written consent holds until she says otherwise", () => {
    const known = drafted();
    const person = the(known.office.theCase().people[0]).id;
    const [signed] = known.appeal().signatories;
    const appeal: Appeal = { ...known.appeal(), signatories: [{ ...the(signed), person, at: now }] };
    const theCase = known.office.theCase();
    const later = (scopes: readonly "letters"[], minutes: number) => ({
      ...theCase,
      consents: [
        ...theCase.consents,
        { ...the(theCase.consents[0]), person, scopes, at: addMinutes(now, minutes) },
      ],
    });
    const typesFor = (said: typeof theCase) =>
      guardsOf({ known: said, appeal, pack: ruPack, page: pageOf(known), before: undefined }).map(
        ({ type }) => type,
      );
    expect(typesFor(later([], -60))).not.toContain("consentMissing");
    expect(typesFor(later([], 60))).toContain("consentMissing");
    expect(typesFor(later(["letters"], 60))).not.toContain("consentMissing");
  });

  test("a letter that says overdue needs a proved clock", () => {
    const known = drafted();
    const appeal: Appeal = { ...known.appeal(), after: { appeal: letter, why: "overdue:59fz.answer" } };
    const types = guardsOf({
      known: known.office.theCase(),
      appeal,
      pack: ruPack,
      page: pageOf(known),
      before: undefined,
    });
    expect(types.map(({ type }) => type)).toContain("notProvedLate");
  });

  test("a fax went until 29 March 2025, and no later", () => {
    const way = { route: "r.governor", pack: ruPack };
    expect(channelGuard(way, "fax", "2022-11-08" as Day)).toBeUndefined();
    expect(channelGuard(way, "fax", "2025-03-30" as Day)).toMatchObject({ type: "channelNotInForce" });
    expect(channelGuard(way, "post", "2026-01-01" as Day)).toBeUndefined();
    expect(channelGuard({ route: "r.kas", pack: ruPack }, "portal", today)).toMatchObject({
      about: "portal",
    });
  });
});

/** An appeal in its folder: given what happened, when somebody tells the desk, then events or a refusal. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { cardToPayload, readCard } from "../card-text.ts";
import type { Day, Moment } from "../day.ts";
import { foldSheets } from "../folder.ts";
import type { AppealId, CaseId } from "../id.ts";
import { cardOf } from "../make-card.ts";
import { readNumber } from "../number.ts";
import { caseSheets } from "../testing/arbitrary.ts";
import { aMotherCalls, caseId, openOffice, the } from "../testing/office.ts";
import { factsOf, type Appeal } from "./appeal.ts";
import type { AppealCommand, SignatoryGiven } from "./command.ts";
import { standingOf } from "./standing.ts";
import { anyAppealEvent } from "./testing/arbitrary.ts";
import { ruPack } from "./testing/packs.ts";

const letter = "letter________________" as AppealId;
const child = "child_________________" as AppealId;
const of = { case: caseId, appeal: letter } as const;

function signatory(name: string, soldier: string): SignatoryGiven {
  return { name, soldier, relation: "spouse", consent: "written" };
}
const three = [
  signatory("Лугова Дарья Сергеевна", "Лугов Пётр Ильич"),
  signatory("Ерёмина Вера Павловна", "Ерёмин Олег Юрьевич"),
  signatory("Цой Марина Олеговна", "Цой Сергей Викторович"),
];

const drafted: AppealCommand = {
  type: "DraftAppeal",
  ...of,
  pack: "ru-military-families",
  route: "r.governor",
  authority: "ru.governor",
  office: "Губернатор Воронежской области",
  region: "RU-VOR",
  ground: "g.training",
  complainedOf: [],
  kind: "collective",
  template: "t.appeal.collective",
  slots: { facts: "Две недели подготовки.\nАвтомату сорок лет." },
  signatories: three,
};

function desk() {
  const office = openOffice();
  office.tell(office.call(aMotherCalls));
  const tell = (command: AppealCommand, day = "2022-11-08") =>
    office.tell(command, { today: day as Day, at: `${day}T09:30:00.000Z` as Moment });
  const appeal = (id: AppealId = letter): Appeal =>
    the(office.theCase().appeals.find((one) => one.id === id));
  const overlays = (day: string) => {
    const found = standingOf(factsOf(appeal(), office.theCase().appeals), ruPack, day as Day);
    return found.ok ? found.value.overlays : found.refusal.type;
  };
  return { ...office, tell, appeal, overlays };
}

describe("a collective letter to the governor", () => {
  test("is drafted with a number of its own, and its three signatories", () => {
    const office = desk();
    expect(office.tell(drafted)).toBeUndefined();
    const { number, signatories } = office.appeal();
    expect(readNumber(number)).toBe(number);
    expect(signatories.map(({ soldier }) => soldier)).toEqual(three.map(({ soldier }) => soldier));
  });

  test("a signatory may leave until it has gone, and not after", () => {
    const office = desk();
    office.tell(drafted);
    const [first, second] = office.appeal().signatories;
    expect(
      office.tell({ type: "LeaveAppeal", ...of, signatory: the(first).id, reason: "боится" }),
    ).toBeUndefined();
    expect(office.appeal().signatories.filter(({ left }) => !left)).toHaveLength(2);
    office.tell({
      type: "DispatchAppeal",
      ...of,
      on: "07.11.2022",
      by: "hand",
      proof: "proved",
      tracking: "",
    });
    expect(office.tell({ type: "LeaveAppeal", ...of, signatory: the(second).id, reason: "" })).toEqual({
      type: "AppealIsGone",
      field: "signatories",
    });
  });

  test("with one signatory left it is no collective letter", () => {
    const office = desk();
    office.tell({ ...drafted, signatories: three.slice(0, 1) });
    expect(
      office.tell({ type: "DispatchAppeal", ...of, on: "вчера", by: "post", proof: "told", tracking: "" }),
    ).toMatchObject({ type: "TooFewSignatories", least: 2 });
  });

  test("does not go while it is held for somebody's safety", () => {
    const office = desk();
    office.tell(drafted);
    office.tell({ type: "HoldAppeal", ...of, reason: "его держат в подвале" });
    const send: AppealCommand = {
      type: "DispatchAppeal",
      ...of,
      on: "2022-11-07",
      by: "hand",
      proof: "proved",
      tracking: "",
    };
    expect(office.tell(send)).toMatchObject({ type: "AppealIsHeld" });
    office.tell({ type: "FreeAppeal", ...of, reason: "нашёлся" });
    expect(office.tell(send)).toBeUndefined();
  });

  test("the 31st of February is refused, and so is an answer from before it was sent", () => {
    const office = desk();
    office.tell(drafted);
    const send = (on: string) =>
      office.tell({ type: "DispatchAppeal", ...of, on, by: "hand", proof: "proved", tracking: "" });
    expect(send("31.02.2022")).toEqual({ type: "NoSuchDay", field: "on", text: "31.02.2022" });
    expect(send("в ноябре")).toMatchObject({ type: "NoSuchDay" });
    expect(send("2023-11-07")).toMatchObject({ type: "InTheFuture" });
    expect(send("07.11")).toBeUndefined();
    const answer = (dated: string, received: string) =>
      office.tell({ type: "AnswerAppeal", ...of, kind: "formal", dated, received, number: "", summary: "" });
    expect(answer("2022-11-01", "2022-11-08")).toMatchObject({ type: "BeforeItCouldBe" });
    expect(answer("2022-11-08", "2022-11-07")).toMatchObject({ type: "AnswerDatedAfterItCame" });
    expect(office.appeal().answers).toEqual([]);
  });

  test("is registered, forwarded and extended; its child has a clock of its own; late is late on the right day", () => {
    const office = desk();
    office.tell(drafted);
    office.tell({ type: "DispatchAppeal", ...of, on: "07.11", by: "hand", proof: "proved", tracking: "" });
    office.tell({ type: "RegisterAppeal", ...of, on: "08.11", number: "01-14/118", proof: "proved" });
    expect(
      office.tell(
        {
          type: "ForwardAppeal",
          ...of,
          on: "14.11.2022",
          proof: "proved",
          isWhole: false,
          child,
          notice: "исх. 77",
          route: "r.mil-prosecutor",
          authority: "ru.mil-prosecutor.garrison",
          office: "Военная прокуратура Воронежского гарнизона",
        },
        "2022-11-16",
      ),
    ).toBeUndefined();
    expect(
      office.tell(
        {
          type: "RegisterAppeal",
          case: caseId,
          appeal: child,
          on: "2022-11-10",
          number: "5",
          proof: "proved",
        },
        "2022-11-20",
      ),
    ).toMatchObject({ type: "BeforeItCouldBe" });
    office.tell(
      { type: "RegisterAppeal", case: caseId, appeal: child, on: "18.11", number: "5", proof: "proved" },
      "2022-11-20",
    );
    expect(office.overlays("2022-12-08")).toEqual([]);
    expect(office.overlays("2022-12-09")).toEqual(["answer-late"]);
    office.tell(
      { type: "ExtendAppeal", ...of, dated: "01.12.2022", until: "07.01.2023", reason: "запросили часть" },
      "2022-12-02",
    );
    expect(office.overlays("2022-12-09")).toEqual(["extended"]);
  });
});

test("the next letter says which one it follows", () => {
  const office = desk();
  office.tell(drafted);
  const next = "next__________________" as AppealId;
  office.tell({
    ...drafted,
    appeal: next,
    route: "r.prosecutor-559",
    after: { appeal: letter, why: "overdue:59fz.answer" },
  });
  expect(office.appeal().escalated).toEqual([{ to: next, why: "overdue:59fz.answer" }]);
  expect(office.appeal(next).after).toEqual({ appeal: letter, why: "overdue:59fz.answer" });
});

test("a warning is answered before the letter is called checked", () => {
  const office = desk();
  office.tell(drafted);
  expect(office.tell({ type: "CheckAppeal", ...of, warnings: ["repeat"], reason: " " })).toMatchObject({
    type: "WarningsUnanswered",
  });
  office.tell({ type: "CheckAppeal", ...of, warnings: ["repeat"], reason: "появился свидетель" });
  expect(office.appeal().checked).toMatchObject({ despite: ["repeat"] });
  office.tell({ type: "ChangeAppeal", ...of, slots: { facts: "Иначе." } });
  expect(office.appeal().checked).toBeUndefined();
});

test("whatever happens to appeals, the folder folds, and its card reads back as it was written", () => {
  fc.assert(
    fc.property(caseSheets, fc.array(anyAppealEvent, { maxLength: 12 }), (sheets, events) => {
      const [first, ...rest] = sheets;
      if (!first) return;
      const drafts = events.filter(({ type }) => type === "AppealDrafted");
      const all = [{ ...first, events: [...first.events, ...drafts, ...events] }, ...rest];
      const folder = foldSheets("case0_________________" as CaseId, all);
      if (!folder) throw new Error("no folder");
      const card = cardOf(folder);
      const read = readCard(JSON.parse(JSON.stringify(cardToPayload(card))));
      expect(read?.type === "Case" && read.appeals).toEqual(card.type === "Case" && card.appeals);
      if (folder.type !== "Case") return;
      for (const appeal of folder.appeals)
        standingOf(factsOf(appeal, folder.appeals), ruPack, "2026-11-20" as Day);
    }),
    { seed: 41, numRuns: 60 },
  );
});

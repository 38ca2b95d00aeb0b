/** A mother says "take my number out": what obeys, and that a slip of the hand is put right whole. */
import { describe, expect, test } from "vitest";

import { queueFolderOf, queueOf } from "../callbacks/queue.ts";
import type { FactId, ListId, PersonId } from "../id.ts";
import type { IncomingRow } from "../incoming/row.ts";
import { cardOf } from "../make-card.ts";
import { whatStands } from "../referral/standing.ts";
import { veiled } from "../rights/veil.ts";
import { aMotherCalls, caseId, nina, now, openOffice, the } from "../testing/office.ts";

const NUMBER = "912 345-67-89";
const digits = "9123456789";

function office() {
  const opened = openOffice();
  opened.tell(opened.call(aMotherCalls));
  const stands = (field: string) =>
    opened.theCase().facts.filter((fact) => fact.field === field && fact.standing === "stands");
  const mother = the(opened.theCase().people[0]).id;
  return {
    ...opened,
    stands,
    mother,
    state: (value: string, more: { about?: PersonId; setsAside?: readonly FactId[] } = {}) =>
      opened.tell({
        type: "StateFact",
        case: caseId,
        about: mother,
        field: "phone",
        value,
        sure: true,
        source: "sawHimself",
        setsAside: [],
        ...more,
      }),
    takeOut: (fact: FactId) =>
      opened.tell({ type: "WithdrawFact", case: caseId, fact, reason: "просит удалить" }),
    phones: () => {
      const card = cardOf(opened.theCase());
      return [...("phones" in card ? card.phones : []), ...card.people.flatMap((person) => person.phones)];
    },
    queue: () => {
      const folder = queueFolderOf(caseId, cardOf(opened.theCase()));
      return queueOf(folder ? [folder] : [], { me: nina, now, isSurge: false, zone: "Europe/Moscow" });
    },
  };
}

describe("a number that its owner had taken out", () => {
  test("is rung by nobody, stands on no card, goes to no other desk and is shown to nobody", () => {
    const desk = office();
    desk.tell({
      type: "SetTask",
      case: caseId,
      kind: "callback",
      what: "сказать ответ",
      person: desk.mother,
    });
    expect(desk.queue().map(({ phones }) => phones)).toEqual([["+79123456789"], ["+79123456789"]]);
    expect(desk.takeOut(the(desk.stands("phone")[0]).id)).toBeUndefined();
    expect(desk.phones()).toEqual([]);
    expect(desk.queue()).toMatchObject([{ phones: [], standing: { type: "number" } }]);
    const seen = [
      cardOf(desk.theCase()),
      whatStands(desk.theCase()),
      veiled(desk.theCase(), { me: nina, duties: ["coordinator"], now }).file,
    ];
    for (const one of seen) expect(JSON.stringify(one).replace(/\D/gu, "")).not.toContain(digits);
    // What is promised to her is not forgotten.
    expect(desk.theCase().tasks.filter((task) => task.done === undefined)).toHaveLength(2);
  });

  test("is out wherever it stands in the case, however it was written, with what was said of it; another of hers stays", () => {
    const desk = office();
    const father = desk.decide({ type: "AddPerson", case: caseId, calledAs: "Андрей", relation: "father" });
    if (!father.ok) throw new Error("he is added");
    desk.put(caseId, father.value.events);
    const his = the(desk.theCase().people.find(({ calledAs }) => calledAs === "Андрей")).id;
    desk.state(`+7 ${NUMBER} только вечером`);
    desk.state(`8${digits}`, { about: his });
    desk.state("8 912 000-00-01");
    desk.takeOut(the(desk.stands("phone")[0]).id);
    expect(desk.phones()).toEqual(["+79120000001"]);
    expect(desk.stands("safeHours")).toEqual([]);
    expect(desk.stands("mayLeaveMessage")).toEqual([]);
  });

  test("does not bring back the number that it had taken the place of", () => {
    const desk = office();
    const wrong = the(desk.stands("phone")[0]).id;
    desk.state("8 912 000-00-01", { setsAside: [wrong] });
    desk.takeOut(the(desk.stands("phone")[0]).id);
    expect(desk.phones()).toEqual([]);
  });

  test("is not brought back by a list that names it again, and is by her own call", () => {
    const desk = office();
    desk.takeOut(the(desk.stands("phone")[0]).id);
    const take = (row: string, list: string) =>
      desk.tell(
        {
          type: "TakeRow",
          case: caseId,
          list: list.padEnd(22, "_") as ListId,
          row: row.padEnd(11, "_"),
          // The list names its lines: what it says of one again corrects what it said before.
          line: { ...line(row), key: list },
        },
        { duties: ["coordinator"] },
      );
    expect(take("a", "first")).toBeUndefined();
    expect(desk.phones()).toEqual(["+79120000002"]);
    expect(take("a2", "first")).toBeUndefined();
    expect(take("b", "second")).toBeUndefined();
    expect(desk.phones()).toEqual(["+79120000002"]);
    desk.tell(desk.call({ ...aMotherCalls, attachTo: caseId }));
    expect(desk.phones()).toContain("+79123456789");
  });

  test("taken out by a slip it is stated again as it was, with her hours and what may be said", () => {
    const desk = office();
    const before = cardOf(desk.theCase());
    const fact = the(desk.stands("phone")[0]).id;
    expect(desk.tell({ type: "StateAgain", case: caseId, fact })).toEqual({ type: "NoSuchFact", fact });
    desk.takeOut(fact);
    expect(desk.tell({ type: "StateAgain", case: caseId, fact })).toBeUndefined();
    expect(cardOf(desk.theCase())).toEqual(before);
    const phone = the(desk.stands("phone")[0]);
    for (const field of ["safeHours", "mayLeaveMessage"])
      expect(desk.stands(field)).toMatchObject([{ of: phone.id, about: desk.mother }]);
  });
});

test("a number that went with a list taken back comes in with the list when it is brought in again", () => {
  const desk = office();
  const list = "list".padEnd(22, "_") as ListId;
  const take = (row: string) =>
    desk.tell(
      { type: "TakeRow", case: caseId, list, row: row.padEnd(11, "_"), line: line(row) },
      { duties: ["coordinator"] },
    );
  take("a");
  desk.tell({ type: "TakeRowsBack", case: caseId, list, reason: "не тот файл" }, { duties: ["coordinator"] });
  expect(desk.phones()).toEqual(["+79123456789"]);
  take("a2");
  expect(desk.phones()).toContain("+79120000002");
});

/** What a list says of him: her number, and one that nobody has taken out. */
function line(row: string): IncomingRow {
  return {
    at: 2,
    leaf: "",
    received: `строка ${row}`,
    key: row,
    told: {
      soldierName: "Соколов Игорь Андреевич",
      birth: "08.03.2001",
      region: "",
      unit: "",
      callSign: "",
      dogTag: "",
      soldierPhone: "",
      lastContact: "",
      callerName: "Анна Петровна",
      relation: "mother",
      summary: "",
      phones: [`8 ${NUMBER}`, "8 912 000-00-02"],
      grievances: [],
      date: "",
    },
    noted: [],
  };
}

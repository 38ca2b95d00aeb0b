import { describe, expect, test } from "vitest";

import type { CaseId, FactId, PersonId, TaskId } from "./id.ts";
import { presentValue } from "./present.ts";
import { aMotherCalls, caseId, nina, oleg, openOffice, the } from "./testing/office.ts";

describe("in the case file", () => {
  function officeWithCase() {
    const office = openOffice();
    office.tell(office.call(aMotherCalls));
    return office;
  }

  test("a correction sets aside what the editor had seen, and nothing is lost", () => {
    const office = officeWithCase();
    const birth = presentValue(office.theCase(), "birth").values[0];
    const seen = birth === undefined ? [] : [birth.id];
    office.tell({
      type: "StateFact",
      case: caseId,
      field: "birth",
      value: "09.03.2001",
      sure: true,
      source: "officialLetter",
      setsAside: seen,
    });
    const known = office.theCase();
    expect(presentValue(known, "birth")).toMatchObject({ values: [{ known: "2001-03-09" }], clash: false });
    expect(known.facts.filter((fact) => fact.field === "birth").map((fact) => fact.standing)).toEqual([
      "set aside",
      "stands",
    ]);
  });

  test("a withdrawn correction lets the first word stand again", () => {
    const office = officeWithCase();
    const first = the(presentValue(office.theCase(), "birth").values[0]).id;
    office.tell({
      type: "StateFact",
      case: caseId,
      field: "birth",
      value: "09.03.2001",
      sure: true,
      source: "media",
      setsAside: [first],
    });
    const second = the(presentValue(office.theCase(), "birth").values[0]).id;
    expect(office.tell({ type: "WithdrawFact", case: caseId, fact: second, reason: " " })).toEqual({
      type: "TextMissing",
      field: "reason",
    });
    office.tell({ type: "WithdrawFact", case: caseId, fact: second, reason: "другой человек" });
    expect(presentValue(office.theCase(), "birth").values.map((fact) => fact.id)).toEqual([first]);
    expect(office.tell({ type: "WithdrawFact", case: caseId, fact: second, reason: "ещё раз" })).toEqual({
      type: "AlreadyWithdrawn",
      fact: second,
    });
  });

  test.each([
    [
      {
        type: "StateFact",
        case: caseId,
        field: "unit",
        value: " ",
        sure: true,
        source: "unknown",
        setsAside: [],
      },
      { type: "TextMissing", field: "unit" },
    ],
    [
      {
        type: "StateFact",
        case: caseId,
        field: "birth",
        value: "31.02.2001",
        sure: true,
        source: "unknown",
        setsAside: [],
      },
      { type: "NotADay", field: "birth", text: "31.02.2001" },
    ],
    [
      {
        type: "StateFact",
        case: caseId,
        field: "unit",
        value: "1",
        sure: true,
        source: "unknown",
        setsAside: ["nothing" as FactId],
      },
      { type: "NoSuchFact", fact: "nothing" },
    ],
    [
      {
        type: "StateFact",
        case: caseId,
        about: "nobody" as PersonId,
        field: "unit",
        value: "1",
        sure: true,
        source: "unknown",
        setsAside: [],
      },
      { type: "NoSuchPerson", person: "nobody" },
    ],
    [
      { type: "WithdrawFact", case: caseId, fact: "nothing" as FactId, reason: "x" },
      { type: "NoSuchFact", fact: "nothing" },
    ],
    [
      { type: "AddNote", case: caseId, text: "" },
      { type: "TextMissing", field: "text" },
    ],
    [{ type: "AddNote", case: "other" as CaseId, text: "x" }, { type: "NoSuchCase" }],
    [
      { type: "SetUrgency", case: caseId, urgency: "U4", reason: "" },
      { type: "UrgencyLoweredWithoutReason", from: "U3", to: "U4" },
    ],
    [
      { type: "SetUrgency", case: caseId, urgency: "U3", reason: "" },
      { type: "AlreadySo", field: "urgency" },
    ],
    [{ type: "MoveStage", case: caseId, stage: "closed", reason: "" }, { type: "ClosedWithoutOutcome" }],
    [
      { type: "MoveStage", case: caseId, stage: "new", reason: "" },
      { type: "AlreadySo", field: "stage" },
    ],
    [
      { type: "SetOwner", case: caseId },
      { type: "AlreadySo", field: "owner" },
    ],
    [
      { type: "SetTask", case: caseId, kind: "task", what: "" },
      { type: "TextMissing", field: "what" },
    ],
    [
      { type: "SetTask", case: caseId, kind: "task", what: "x", due: "2022-11-01T00:00:00.000Z" },
      { type: "TimeInThePast", field: "due", text: "2022-11-01T00:00:00.000Z" },
    ],
    [
      { type: "FinishTask", case: caseId, task: "none" as TaskId, result: "" },
      { type: "NoSuchTask", task: "none" },
    ],
    [
      { type: "GiveConsent", case: caseId, person: "nobody" as PersonId, scopes: [] },
      { type: "NoSuchPerson", person: "nobody" },
    ],
    [
      { type: "NameGrievances", case: caseId, codes: [] },
      { type: "TextMissing", field: "grievances" },
    ],
    [
      { type: "NameGrievances", case: caseId, codes: ["A1", "C1"] },
      { type: "AlreadySo", field: "grievances" },
    ],
    [
      { type: "AddPerson", case: caseId, calledAs: " ", relation: "unknown" },
      { type: "TextMissing", field: "calledAs" },
    ],
  ] as [Parameters<ReturnType<typeof openOffice>["tell"]>[0], object][])(
    "what makes no sense is refused (%#)",
    (command, refusal) => {
      expect(officeWithCase().tell(command)).toEqual(refusal);
    },
  );

  test("whoever takes a new case moves it on, and gives it back", () => {
    const office = officeWithCase();
    office.tell({ type: "SetOwner", case: caseId, owner: oleg });
    expect(office.theCase()).toMatchObject({ owner: oleg, stage: "assigned" });
    office.tell({ type: "SetOwner", case: caseId });
    expect(office.theCase()).not.toHaveProperty("owner");
  });

  test("a promise is kept, and may be taken up again", () => {
    const office = officeWithCase();
    const task = the(office.theCase().tasks[0]).id;
    expect(office.tell({ type: "ReopenTask", case: caseId, task })).toEqual({ type: "TaskStillOpen", task });
    office.tell({ type: "FinishTask", case: caseId, task, result: "дозвонились" });
    expect(office.theCase().tasks[0]?.done).toMatchObject({ by: nina, result: "дозвонились" });
    expect(office.tell({ type: "FinishTask", case: caseId, task, result: "" })).toEqual({
      type: "TaskAlreadyDone",
      task,
    });
    office.tell({ type: "ReopenTask", case: caseId, task });
    expect(office.theCase().tasks[0]).not.toHaveProperty("done");
  });

  test("an urgency is acknowledged once, and a raised one anew", () => {
    const office = officeWithCase();
    office.tell({ type: "AcknowledgeUrgency", case: caseId });
    expect(office.theCase().urgency?.acknowledged?.by).toBe(nina);
    expect(office.tell({ type: "AcknowledgeUrgency", case: caseId })).toEqual({
      type: "AlreadySo",
      field: "urgency",
    });
    office.tell({ type: "SetUrgency", case: caseId, urgency: "U1", reason: "" });
    expect(office.theCase().urgency).not.toHaveProperty("acknowledged");
    office.tell({ type: "SetUrgency", case: caseId, urgency: "U2", reason: "вывезли в госпиталь" });
    expect(office.theCase().urgencies.map((set) => set.urgency)).toEqual(["U2", "U1", "U3"]);
  });

  test("the grievances of the case are said anew, a call only adds to them", () => {
    const office = officeWithCase();
    office.tell(office.call({ attachTo: caseId, grievances: ["L1"] }));
    expect(office.theCase().grievances).toEqual(["A1", "C1", "L1"]);
    office.tell({ type: "NameGrievances", case: caseId, codes: ["L1", "A1"] });
    expect(office.theCase().grievances).toEqual(["L1", "A1"]);
    expect(office.theCase().namings).toHaveLength(3);
  });
});

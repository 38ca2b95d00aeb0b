import * as v from "valibot";
import { describe, expect, test } from "vitest";

import { Event } from "../event.ts";
import type { Draft } from "../intake/draft.ts";
import { presentValue } from "../present.ts";
import { aMotherCalls, caseId, nina, now, openOffice, phone, shiftId } from "../testing/office.ts";

function kindsOf(decided: ReturnType<ReturnType<typeof openOffice>["decide"]>): string[] {
  return decided.ok ? decided.value.events.map((event) => event.type) : [decided.refusal.type];
}

describe("a call", () => {
  test("about a soldier opens a case with all that was said, as it was said", () => {
    const office = openOffice();
    expect(office.tell(office.call(aMotherCalls))).toBeUndefined();
    const known = office.theCase();
    expect(known).toMatchObject({
      kind: "soldier",
      openedAt: now,
      openedBy: nina,
      stage: "new",
      grievances: ["A1", "C1"],
    });
    expect(known.people).toMatchObject([{ calledAs: "Анна Петровна", relation: "mother" }]);
    const mother = known.people[0]?.id;
    expect(known.contacts).toMatchObject([
      { kind: "aboutSoldier", caller: mother, disposition: "dataTaken", source: "fellowSoldier" },
    ]);
    expect(presentValue(known, "birth").values[0]).toMatchObject({
      value: "08.03.01",
      known: "2001-03-08",
      sure: true,
      source: "fellowSoldier",
    });
    expect(presentValue(known, "lastContact").values[0]).toMatchObject({
      value: "~03.11",
      known: "2022-11-03~",
    });
    expect(presentValue(known, "phone", mother).values[0]).toMatchObject({
      value: "8 912 345-67-89",
      known: "+79123456789",
    });
    expect(presentValue(known, "safeHours", mother).values[0]?.of).toBe(
      presentValue(known, "phone", mother).values[0]?.id,
    );
    expect(known.consents).toMatchObject([{ person: mother, scopes: ["help", "letters"] }]);
    expect(known.tasks).toMatchObject([
      { kind: "promise", what: "перезвонить", owner: nina, due: "2022-11-09T15:00:00.000Z", person: mother },
    ]);
    expect(known.urgency).toMatchObject({ urgency: "U3", rules: ["u3-missing", "u3-grievance"] });
  });

  test("comes to events in the order of telling, each of a released shape", () => {
    const office = openOffice();
    const decided = office.decide(
      office.call({
        ...aMotherCalls,
        writtenTo: { authority: "губернатор", sentOn: "01.10.22", number: "17", answer: "" },
      }),
    );
    expect([...new Set(kindsOf(decided))]).toEqual([
      "CaseOpened",
      "ContactRecorded",
      "PersonAdded",
      "FactStated",
      "ConsentGiven",
      "GrievancesNamed",
      "LetterReported",
      "TaskSet",
      "UrgencySet",
    ]);
    if (decided.ok)
      for (const event of decided.value.events) expect(v.safeParse(Event, event).issues).toBeUndefined();
  });

  test("about the same soldier goes into the case that was chosen, and the mother is not there twice", () => {
    const office = openOffice();
    office.tell(office.call(aMotherCalls));
    const again: Partial<Draft> = {
      kind: "followUp",
      attachTo: caseId,
      phones: [phone("+7 912 345 67 89")],
      summary: "Есть новости?",
    };
    expect(office.tell(office.call(again))).toBeUndefined();
    const known = office.theCase();
    expect(known.people).toHaveLength(1);
    expect(known.contacts.map((contact) => contact.caller)).toEqual([
      known.people[0]?.id,
      known.people[0]?.id,
    ]);
    expect(known.contacts[1]?.disposition).toBe("linked");
    expect(known.facts.filter((fact) => fact.field === "phone")).toHaveLength(1);
  });

  test("of a mother from a new telephone is known by her name and relation, and the telephone is kept", () => {
    const office = openOffice();
    office.tell(office.call(aMotherCalls));
    office.tell(
      office.call({
        attachTo: caseId,
        callerName: "анна петровна",
        relation: "mother",
        phones: [phone("8 900 000-00-01")],
      }),
    );
    const known = office.theCase();
    expect(known.people).toHaveLength(1);
    expect(presentValue(known, "phone", known.people[0]?.id)).toMatchObject({
      values: [{}, {}],
      clash: false,
    });
  });

  test("of the father from the mother's telephone adds the father", () => {
    const office = openOffice();
    office.tell(office.call(aMotherCalls));
    office.tell(
      office.call({
        attachTo: caseId,
        callerName: "Андрей",
        relation: "father",
        phones: [phone("8 912 345-67-89")],
      }),
    );
    expect(office.theCase().people.map((person) => person.relation)).toEqual(["mother", "father"]);
  });

  test("with words beside a known number keeps the words", () => {
    const office = openOffice();
    office.tell(office.call(aMotherCalls));
    office.tell(office.call({ attachTo: caseId, phones: [phone("8 912 345-67-89 теперь только сестре")] }));
    expect(office.theCase().facts.map((fact) => fact.value)).toContain(
      "8 912 345-67-89 теперь только сестре",
    );
  });

  test("that says other hours for a known telephone sets the old hours aside", () => {
    const office = openOffice();
    office.tell(office.call(aMotherCalls));
    office.tell(office.call({ attachTo: caseId, phones: [phone("89123456789", { safeHours: "утром" })] }));
    const known = office.theCase();
    expect(presentValue(known, "safeHours", known.people[0]?.id)).toMatchObject({
      values: [{ value: "утром" }],
      clash: false,
    });
  });

  test.each(["information", "support", "nothing"] as const)(
    "for %s lies in the shift of the member and still counts",
    (kind) => {
      const office = openOffice();
      office.tell(office.call({ kind }));
      office.tell(office.call({ kind, summary: "Спасибо" }));
      expect(office.folder(shiftId)).toMatchObject({
        type: "Shift",
        member: nina,
        day: "2022-11-08",
        contacts: [{ kind }, { kind }],
        sheets: 2,
      });
      expect(office.folder()).toBeUndefined();
    },
  );

  test("for support from someone in danger gets a case of its own", () => {
    const office = openOffice();
    office.tell(office.call({ kind: "support", summary: "Говорит, что не хочет жить", urgency: "U1" }));
    expect(office.theCase().urgency).toMatchObject({ urgency: "U1", rules: ["u1-suicidal"] });
  });

  test("in which it is not safe to speak becomes a call-back with nothing else", () => {
    const office = openOffice();
    office.tell(
      office.call({ safeToSpeak: "no", phones: [phone("8 912 345-67-89", { safeHours: "после 22" })] }),
    );
    expect(office.folder(shiftId)).toMatchObject({
      contacts: [{ safeToSpeak: "no", disposition: "callBackSet" }],
      tasks: [{ kind: "callback", what: "" }],
    });
  });

  test("from the soldier himself puts him into his own circle once", () => {
    const office = openOffice();
    office.tell(
      office.call({
        kind: "soldierHimself",
        soldierName: "Белов Пётр",
        phones: [phone("8 900 000-00-02")],
        summary: "Ранен, на передовую",
      }),
    );
    office.tell(office.call({ kind: "soldierHimself", attachTo: caseId, summary: "Ещё раз" }));
    const known = office.theCase();
    expect(known.people).toMatchObject([{ calledAs: "Белов Пётр", relation: "self" }]);
    expect(known.facts[1]?.source).toBe("soldierTold");
  });

  test("that reaches a closed case opens it again", () => {
    const office = openOffice();
    office.tell(office.call(aMotherCalls));
    office.tell({ type: "SetOutcome", case: caseId, outcome: "favourable", reason: "Нашёлся" });
    office.tell({ type: "MoveStage", case: caseId, stage: "closed", reason: "" });
    office.tell(office.call({ attachTo: caseId, summary: "Снова пропал" }));
    expect(office.theCase().stage).toBe("new");
  });

  test("keeps what could not be read as words, and marks what was only suggested as not sure", () => {
    const office = openOffice();
    office.tell(
      office.call({
        kind: "aboutSoldier",
        soldierName: "Игорь",
        unsure: ["surname"],
        birth: "весной родился",
        unit: "какая-то под Курском",
        suggested: ["unit"],
      }),
    );
    const known = office.theCase();
    expect(presentValue(known, "birth").values[0]).not.toHaveProperty("known");
    expect(presentValue(known, "birth").values[0]?.value).toBe("весной родился");
    expect(presentValue(known, "name").values[0]).toMatchObject({ sure: false, unsureOf: ["surname"] });
    expect(presentValue(known, "unit").values[0]?.sure).toBe(false);
  });

  test("keeps the day of a letter in words where it is no day", () => {
    const office = openOffice();
    office.tell(
      office.call({
        ...aMotherCalls,
        writtenTo: { authority: "прокуратура", sentOn: "в октябре", number: "", answer: "" },
      }),
    );
    expect(office.theCase().letters[0]).toMatchObject({ authority: "прокуратура", sentOnWords: "в октябре" });
    expect(office.theCase().letters[0]).not.toHaveProperty("sentOn");
  });

  test.each([
    [{}, { type: "NothingToRecord", field: "kind" }],
    [{ kind: "aboutSoldier" }, { type: "NothingToRecord", field: "soldierName" }],
    [{ safeToSpeak: "no" }, { type: "NothingToRecord", field: "phones" }],
    [
      { kind: "aboutSoldier", safeToSpeak: "no" },
      { type: "NothingToRecord", field: "phones" },
    ],
    [
      { ...aMotherCalls, birth: "31.02.2001" },
      { type: "NotADay", field: "birth", text: "31.02.2001" },
    ],
    [
      { ...aMotherCalls, birth: "08.03.2031" },
      { type: "DayInTheFuture", field: "birth", text: "08.03.2031" },
    ],
    [
      { ...aMotherCalls, lastContact: "31.06" },
      { type: "NotADay", field: "lastContact", text: "31.06" },
    ],
    [
      { ...aMotherCalls, writtenTo: { authority: "", sentOn: "99.99.22", number: "", answer: "" } },
      { type: "NotADay", field: "writtenTo.sentOn", text: "99.99.22" },
    ],
    [
      { ...aMotherCalls, promise: { what: "", due: "скоро" } },
      { type: "NotATime", field: "promise.due", text: "скоро" },
    ],
    [
      { ...aMotherCalls, promise: { what: "", due: "вчера 10:00" } },
      { type: "TimeInThePast", field: "promise.due", text: "вчера 10:00" },
    ],
    [{ ...aMotherCalls, attachTo: caseId }, { type: "NoSuchCase" }],
    [
      { ...aMotherCalls, urgency: "U4" },
      { type: "UrgencyLoweredWithoutReason", from: "U3", to: "U4" },
    ],
    [
      { ...aMotherCalls, summary: "а".repeat(200_001) },
      { type: "TextTooLong", field: "summary", length: 200_001, most: 200_000 },
    ],
  ] as [Partial<Draft>, object][])(
    "with a slip or nothing in it is refused, and the field is named (%#)",
    (typed, refusal) => {
      const office = openOffice();
      expect(office.tell(office.call(typed))).toEqual(refusal);
      expect(office.sheets()).toEqual([]);
    },
  );

  test("with an impossible date and a question mark is taken as words", () => {
    const office = openOffice();
    expect(office.tell(office.call({ ...aMotherCalls, birth: "31.02.2001?" }))).toBeUndefined();
  });

  test("less urgent than the rules say needs a reason, more urgent none", () => {
    const office = openOffice();
    expect(
      office.tell(office.call({ ...aMotherCalls, urgency: "U4", urgencyReason: "уже нашёлся" })),
    ).toBeUndefined();
    expect(office.theCase().urgency).toMatchObject({ urgency: "U4", rules: [], reason: "уже нашёлся" });
    office.tell(office.call({ attachTo: caseId, summary: "ещё", urgency: "U1" }));
    expect(office.theCase().urgency?.urgency).toBe("U1");
    expect(office.tell(office.call({ attachTo: caseId, summary: "и ещё", urgency: "U3" }))).toEqual({
      type: "UrgencyLoweredWithoutReason",
      from: "U1",
      to: "U3",
    });
    expect(office.tell(office.call({ attachTo: caseId, summary: "и ещё" }))).toBeUndefined();
    expect(office.theCase().urgency?.urgency).toBe("U1");
  });
});

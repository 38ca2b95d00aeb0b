/** What the second desk reads of a case is what stands at the first: whatever was taken back there is not sealed a second time. */
import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";

import type { Case } from "../case.ts";
import { decide } from "../decide.ts";
import { Event, type Sheet } from "../event.ts";
import { foldSheets } from "../folder.ts";
import type { CaseId, ContactId, ListId, PersonId, ReferralId, SheetId } from "../id.ts";
import { presentConsent, presentStatistics, presentValue } from "../present.ts";
import { anyEvent, anyPaperEvent } from "../testing/arbitrary.ts";
import { caseId, device, nina, now, openOffice, shiftId, the, today } from "../testing/office.ts";
import { codesOf, factFields } from "../words/vocabularies.ts";

const other = "case-there____________" as CaseId;
const told = {
  referral: "referral______________" as ReferralId,
  desk: "desk__________________",
  deskName: "Юристы",
  other: caseId,
  consent: { by: "мать", how: "spoken", day: today },
  reason: "нужен суд",
} as const;

/** Where a person's own words stand in an event: each is given a mark of its own. */
const wordsIn: { readonly [T in Event["type"]]?: readonly string[] } = {
  ContactRecorded: ["summary", "pasted"],
  PersonAdded: ["calledAs"],
  FactStated: ["value", "known"],
  FactWithdrawn: ["reason"],
  LetterReported: ["authority", "sentOnWords", "number", "answer"],
  UrgencySet: ["reason"],
  NoteAdded: ["text"],
  TaskSet: ["what"],
  TaskDone: ["result"],
  StageMoved: ["reason"],
  OutcomeSet: ["reason"],
  CaseGivenOut: ["to", "reason"],
  AttachmentReceived: ["name"],
  AttachmentGivenOut: ["to"],
  SoldierLinked: ["why"],
  SoldierUnlinked: ["reason"],
  CallBackTried: ["note"],
  CallBackSkipped: ["note"],
  AppealWithdrawn: ["reason"],
  AppealChecked: ["reason"],
  RowsTakenBack: ["reason"],
};
const markOf = (sheet: number, place: number, field: string) => `§${sheet}.${place}.${field}§`;
function marked(event: Event, sheet: number, place: number): Event {
  const fields = (wordsIn[event.type] ?? []).filter((field) => field in event);
  return {
    ...event,
    ...Object.fromEntries(fields.map((field) => [field, markOf(sheet, place, field)])),
  };
}
const marksIn = (thing: unknown): readonly string[] => JSON.stringify(thing).match(/§[^§]*§/gu) ?? [];

const list = fc.nat(1).map((n) => `list${n}`.padEnd(22, "_") as ListId);
const lineKinds: ReadonlySet<string> = new Set([
  "ContactRecorded",
  "PersonAdded",
  "FactStated",
  "GrievancesNamed",
  "NoteAdded",
]);
const anyLine = fc
  .tuple(list, fc.nat(2), fc.array(anyPaperEvent, { minLength: 4, maxLength: 16 }))
  .map(([of, row, said]): readonly Event[] => [
    {
      type: "RowTaken",
      list: of,
      row: `row${row}`.padEnd(11, "_"),
      place: "7",
      contact: "c".repeat(22) as ContactId,
    },
    ...said.filter(({ type }) => lineKinds.has(type)),
  ]);
const anyTakingBack = list.map((of): readonly Event[] => [{ type: "RowsTakenBack", list: of, reason: "" }]);
const anyTelling = fc
  .array(fc.oneof(anyPaperEvent, anyEvent), { maxLength: 6 })
  .map((events) => events.filter(({ type }) => type !== "CaseShredded" && type !== "CaseOpened"));

const anyHistory = fc
  .array(fc.oneof(anyLine, anyTakingBack, anyTelling, anyTelling), { maxLength: 9 })
  .map((all): readonly Sheet[] =>
    [[{ type: "CaseOpened", case: caseId, kind: "soldier", number: "ABEK1234" } as const], ...all].map(
      (events, at) => ({
        id: `sheet${at}`.padEnd(22, "_") as SheetId,
        number: at + 1,
        by: nina,
        device,
        at: now,
        events: events.map((event, place) => marked(event, at, place)),
        unknown: 0,
      }),
    ),
  );

function received(known: Case) {
  const given = { folder: undefined, by: nina, at: now, today, shift: shiftId, shiftFolder: undefined };
  const newId = <T extends string>() => "new___________________" as T;
  return decide({ ...given, newId }, { ...told, type: "ReceiveCase", case: other, known });
}
function caseOf(sheets: readonly Sheet[]): Case {
  const folder = foldSheets(sheets[0]?.events[0]?.type === "CaseOpened" ? caseId : other, sheets);
  if (folder?.type !== "Case") throw new Error("there is no case");
  return folder;
}
function there(events: readonly Event[]): Case {
  const sheet = { id: "there".padEnd(22, "_") as SheetId, number: 1, by: nina, device, at: now, unknown: 0 };
  return caseOf([{ ...sheet, events }]);
}

/** What a screen says of a case, of the things that go along, without who put them in. */
function readOf(known: Case) {
  const bare = (things: readonly object[]) =>
    things.map((thing) => ({ ...thing, by: 0, at: 0, sheet: 0, setsAside: 0 }));
  const { people, contacts, facts, consents, grievances, letters, notes, urgency } = known;
  const about = [undefined, ...people.map(({ id }) => id)];
  return {
    people: bare(people),
    contacts: bare(contacts),
    facts: bare(facts.filter(({ standing }) => standing === "stands")),
    values: codesOf(factFields).flatMap((field) =>
      about.map((whom) => {
        const { values, clash } = presentValue(known, field, whom);
        return [values.map(({ id }) => id), clash];
      }),
    ),
    consents: [...new Set<PersonId>(consents.map(({ person }) => person))].map((person) => [
      person,
      presentConsent(known, person),
    ]),
    statistics: presentStatistics(known),
    grievances,
    letters: bare(letters),
    notes: bare(notes),
    urgency: urgency && [urgency.urgency, urgency.rules, urgency.reason],
  };
}

/** By the letter of it, without the fold: a sheet with a line of a list that was taken back later. */
function sheetsTakenBack(sheets: readonly Sheet[]): ReadonlySet<number> {
  return new Set(
    sheets.flatMap(({ events }, at) => {
      const lists = events.flatMap((event) => (event.type === "RowTaken" ? [event.list] : []));
      const isBack = sheets
        .slice(at + 1)
        .some((later) =>
          later.events.some((event) => event.type === "RowsTakenBack" && lists.includes(event.list)),
        );
      return isBack ? [at] : [];
    }),
  );
}

test("the second desk reads the case as it stands at the first, and nothing that was taken back is sealed there", () => {
  const seen = { takenBack: 0, setAside: 0, withdrawn: 0 };
  fc.assert(
    fc.property(anyHistory, (sheets) => {
      const here = caseOf(sheets);
      const decided = received(here);
      if (!decided.ok) throw new Error(decided.refusal.type);
      const { events } = decided.value;
      for (const event of events) expect(v.safeParse(Event, event).success).toBe(true);
      expect(readOf(there(events))).toEqual(readOf(here));

      for (const event of events)
        if (event.type === "GrievancesNamed")
          expect(here.grievances).toEqual(expect.arrayContaining(event.codes));
      const gone = new Set(marksIn(events));
      const allowed = new Set(marksIn(readOf(here)));
      expect([...gone].filter((mark) => !allowed.has(mark))).toEqual([]);
      const back = sheetsTakenBack(sheets);
      // Whom somebody has spoken of since is still called as the line called him.
      const kept = new Set(here.people.map(({ calledAs }) => calledAs));
      for (const at of back)
        for (const mark of marksIn(sheets[at]?.events)) if (!kept.has(mark)) expect(gone).not.toContain(mark);
      for (const { value, standing } of here.facts) {
        if (standing === "stands") continue;
        expect(gone).not.toContain(value);
        seen[standing === "withdrawn" ? "withdrawn" : "setAside"] += 1;
      }
      seen.takenBack += back.size;
    }),
    { numRuns: 300, seed: 20221108 },
  );
  // The histories were not empty ones.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
});

test("who took her consent back has taken it back there too; a name that was corrected is not told", () => {
  const office = openOffice();
  office.tell(
    office.call({
      kind: "aboutSoldier",
      soldierName: "Сокалов Игорь",
      callerName: "Анна",
      relation: "mother",
      consent: ["help", "statistics"],
    }),
  );
  const [person, name] = [
    the(office.theCase().people[0]).id,
    the(office.theCase().facts.find(({ field }) => field === "name")),
  ];
  office.tell({ type: "GiveConsent", case: caseId, person, scopes: [] });
  office.tell({
    type: "StateFact",
    case: caseId,
    field: "name",
    value: "Соколов Игорь",
    sure: true,
    source: "unknown",
    setsAside: [name.id],
  });
  const decided = received(office.theCase());
  const second = there(decided.ok ? decided.value.events : []);
  expect(presentStatistics(second)).toBe("refused");
  expect(presentConsent(second, person)).toEqual([]);
  expect(JSON.stringify(decided)).not.toContain("Сокалов");
});

test("a case of which a newer release has written is not handed over, nor one that is at its end", () => {
  const opened = { type: "CaseOpened", case: caseId, kind: "soldier", number: "ABEK1234" } as const;
  const newer = { ...there([{ ...opened, case: other }]), unknown: 1 };
  expect(received(newer)).toEqual({ ok: false, refusal: { type: "WrittenByNewer" } });
  const shredded = there([opened, { type: "CaseShredded", rule: "closed", day: today }]);
  expect(received(shredded)).toEqual({ ok: false, refusal: { type: "NoSuchCase" } });
});

import fc from "fast-check";
import { expect, test } from "vitest";

import type { Command } from "../command.ts";
import { addMinutes, type Moment } from "../day.ts";
import { foldSheets } from "../folder.ts";
import type { MemberId } from "../id.ts";
import { cardOf } from "../make-card.ts";
import { caseSheets } from "../testing/arbitrary.ts";
import { aMotherCalls, caseId, nina, now, oleg, openOffice } from "../testing/office.ts";
import { refusedForDuty } from "./decide.ts";
import {
  duties,
  hotFieldOf,
  hotFields,
  may,
  rights,
  type Condition,
  type Deed,
  type Duty,
  type Stand,
} from "./right.ts";
import { standAtCard, standInCase } from "./stand.ts";
import { masked, veiled } from "./veil.ts";

const UNIT = "в/ч 98989";
const stranger = "stranger______________" as MemberId;
const operator: readonly Duty[] = ["operator"];

function opened() {
  const office = openOffice();
  office.tell(office.call({ ...aMotherCalls, unit: UNIT, pasted: `Соколов Игорь, ${UNIT}` }));
  return office;
}
const seen = (by: MemberId, at: Moment, given: readonly Duty[] = operator, office = opened()) =>
  veiled(office.theCase(), { me: by, duties: given, now: at });

const anyDuties = fc.subarray([...duties]);
const anyStand: fc.Arbitrary<Stand> = fc.record({
  duties: anyDuties,
  isOwn: fc.boolean(),
  isOpen: fc.boolean(),
  hours: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
});
const anyCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom<Condition>("own", "open"),
  fc.integer({ min: 1, max: 90 }).map((within) => ({ within })),
);
const deeds: readonly Deed[] = [...new Set(rights.flatMap((right) => right.may))];

test("a condition more never allows more, and a condition less never less", () => {
  const any = fc.record({
    at: fc.nat(rights.length - 1),
    more: fc.array(anyCondition, { maxLength: 3 }),
    stand: anyStand,
    deed: fc.constantFrom(...deeds),
  });
  fc.assert(
    fc.property(any, ({ at, more, stand, deed }) => {
      const narrower = rights.map((right, place) =>
        place === at ? { ...right, when: [...right.when, ...more] } : right,
      );
      const wider = rights.map((right, place) => (place === at ? { ...right, when: [] } : right));
      if (may(deed, stand, narrower)) expect(may(deed, stand)).toBe(true);
      if (may(deed, stand)) expect(may(deed, stand, wider)).toBe(true);
    }),
    { seed: 61, numRuns: 2_000 },
  );
});

test("another duty, an own case, an open one or a fresher call never takes a right away", () => {
  fc.assert(
    fc.property(anyStand, anyDuties, fc.constantFrom(...deeds), (stand, more, deed) => {
      if (!may(deed, stand)) return;
      expect(may(deed, { ...stand, duties: [...stand.duties, ...more] })).toBe(true);
      expect(may(deed, { ...stand, isOwn: true, isOpen: true, hours: 0 })).toBe(true);
    }),
    { seed: 62, numRuns: 2_000 },
  );
});

test("who sees without asking could have asked; a press officer and a trustee can do neither", () => {
  fc.assert(
    fc.property(anyStand, fc.constantFrom(...hotFields), (stand, field) => {
      if (may(`see ${field}`, stand)) expect(may(`ask ${field}`, stand)).toBe(true);
      const apart = { ...stand, duties: stand.duties.filter((one) => one === "press" || one === "trustee") };
      expect(deeds.filter((deed) => may(deed, apart))).toEqual([]);
    }),
    { seed: 63, numRuns: 2_000 },
  );
});

test("nothing of a hot field is left in what somebody sees who has not asked, whatever the folder holds", () => {
  const secret = "ТАЙНА77";
  fc.assert(
    fc.property(caseSheets, (sheets) => {
      const told = sheets.map((sheet) => ({
        ...sheet,
        events: sheet.events.map((event) =>
          event.type === "FactStated" && hotFieldOf(event.field) !== undefined
            ? { ...event, value: secret, known: secret }
            : event.type === "ContactRecorded"
              ? { ...event, pasted: secret }
              : event,
        ),
      }));
      const file = foldSheets(caseId, told);
      if (file?.type !== "Case") return;
      const shown = veiled(file, { me: stranger, duties: operator, now });
      expect(JSON.stringify(shown)).not.toContain(secret);
    }),
    { seed: 64, numRuns: 300 },
  );
});

test("who took the call sees it for a day, then it is masked; a colleague never saw it without asking", () => {
  expect(seen(nina, now).veils).toEqual([]);
  expect(JSON.stringify(seen(nina, now).file)).toContain(UNIT);
  const later = seen(nina, addMinutes(now, 25 * 60));
  expect(later.veils.map((veil) => [veil.field, veil.mayAsk])).toEqual([
    ["unit", true],
    ["phone", true],
  ]);
  const colleague = seen(oleg, now);
  expect(colleague.veils).toHaveLength(2);
  expect(JSON.stringify(colleague.file)).not.toContain(UNIT);
  expect(JSON.stringify(colleague.file)).not.toContain("912");
  expect(colleague.file.facts.find((fact) => fact.field === "unit")?.value).toBe(masked);
  // The card, from which lists are drawn, says the same of her.
  const file = opened().theCase();
  const card = cardOf(file);
  if (card.type !== "Case") throw new Error("a case has a card");
  for (const me of [nina, oleg]) {
    const looking = { me, duties: operator, now };
    const [inCase, atCard] = [standInCase(file, looking), standAtCard(card, looking)];
    expect({ ...atCard, hours: atCard.hours === undefined }).toEqual({
      ...inCase,
      hours: inCase.hours === undefined,
    });
  }
});

test("to ask leaves a line that everybody sees, and shows that field to her alone, for a shift", () => {
  const office = opened();
  const ask = { type: "AskToSee", case: caseId, field: "unit" } as const;
  expect(office.tell(ask, { by: oleg, duties: operator })).toBeUndefined();
  // The test's office signs every sheet with the name it was opened for.
  const file = office.theCase();
  expect(file.timeline[0]?.what).toEqual({ type: "HotFieldShown", field: "unit" });
  const asked = {
    ...file,
    shown: [{ field: "unit" as const, by: oleg, at: now, sheet: file.timeline[0]?.sheet ?? ("" as never) }],
  };
  const see = (me: MemberId, at: Moment) => veiled(asked, { me, duties: operator, now: at });
  expect(see(oleg, now).veils.map((veil) => veil.field)).toEqual(["phone"]);
  expect(JSON.stringify(see(oleg, now).file.facts)).toContain(UNIT);
  expect(see(oleg, addMinutes(now, 13 * 60)).veils).toHaveLength(2);
  expect(see(stranger, now).veils).toHaveLength(2);
});

test("who sees it anyway need not ask, and who may not ask is refused and leaves no line", () => {
  const office = opened();
  const ask = { type: "AskToSee", case: caseId, field: "phone" } as const;
  expect(office.tell(ask, { duties: operator })).toEqual({ type: "AlreadySo", field: "phone" });
  expect(office.tell(ask, { by: oleg, duties: ["press"] })).toEqual({ type: "NotYourDuty" });
  office.tell({ type: "SetOutcome", case: caseId, outcome: "favourable", reason: "" });
  office.tell({ type: "MoveStage", case: caseId, stage: "closed", reason: "" });
  expect(office.tell(ask, { by: oleg, duties: operator })).toEqual({ type: "NotYourDuty" });
  expect(office.tell(ask, { by: oleg, duties: ["lawyer"] })).toBeUndefined();
  expect(office.theCase().shown).toHaveLength(1);
});

test("a press officer writes in no case; a seat without a duty is a volunteer's", () => {
  const office = opened();
  const note = { type: "AddNote", case: caseId, text: "видел" } as const;
  expect(office.tell(note, { duties: ["press", "trustee"] })).toEqual({ type: "NotYourDuty" });
  expect(office.tell(note, { duties: [] })).toBeUndefined();
  expect(office.tell(note, { duties: ["press", "operator"] })).toBeUndefined();
});

test("the mask is no value", () => {
  const office = opened();
  const stated = {
    type: "StateFact",
    case: caseId,
    field: "unit",
    value: masked,
    sure: true,
    source: "unknown",
    setsAside: [],
  } as const;
  expect(office.tell(stated)).toEqual({ type: "TextMissing", field: "unit" });
});

test("members know the callers of their own cases, and of another's only that somebody called", () => {
  const card = cardOf(opened().theCase());
  if (card.type !== "Case") throw new Error("a case has a card");
  const knows = (me: MemberId, at = card) =>
    may("know callers", standAtCard(at, { me, duties: operator, now }));
  expect(knows(nina)).toBe(true);
  expect(knows(stranger)).toBe(false);
  expect(knows(stranger, { ...card, owner: stranger })).toBe(true);
});

const writers = ["coordinator", "operator", "reviewer", "lawyer"] as const;
const inRelease: readonly Duty[] = duties;
/** Every command that there is, and who may give it. A command that is not here does not compile. */
const givenBy: Readonly<Record<Command["type"], readonly Duty[]>> = {
  ...all(writers, ["RecordCall", "StateFact", "WithdrawFact", "StateAgain", "AddNote"]),
  ...all(writers, ["SetUrgency", "AcknowledgeUrgency"]),
  ...all(writers, [
    "SetTask",
    "FinishTask",
    "ReopenTask",
    "MoveStage",
    "SetOwner",
    "SetOutcome",
    "AddPerson",
  ]),
  ...all(writers, ["GiveConsent", "NameGrievances", "DraftAppeal", "ChangeAppeal", "JoinAppeal"]),
  ...all(writers, ["LeaveAppeal", "CheckAppeal", "SignAppeal", "WithdrawAppeal", "HoldAppeal", "FreeAppeal"]),
  ...all(writers, ["DispatchAppeal", "ReceiveAppeal", "RegisterAppeal", "ForwardAppeal", "ExtendAppeal"]),
  ...all(writers, ["AnswerAppeal", "ReturnAppeal", "SayTrigger", "SayAppealOutcome", "LinkSoldier"]),
  ...all(writers, ["RetractLink", "ReceiveAttachment", "ExamineAttachment", "OpenAttachment"]),
  ...all(writers, ["GiveOutAttachment", "TryCallBack", "SkipCallBack", "TakeDrop", "SetDropsAside"]),
  ...all(writers, ["BringDropsBack", "WriteReply", "GiveReceipt", "BeginShift", "HandOverShift"]),
  ...all(writers, ["TakeHandOver", "SwitchSurge", "ProposeExpiry", "TakeBackExpiry", "KeepCase"]),
  // That two must agree to it, and who the second may be, the rule of expiry says itself.
  ...all(writers, ["ShredCase"]),
  ...all(writers, ["ReferCase", "ReceiveCase", "SendCaseBack", "TakeCaseBack"]),
  ...all(["coordinator", "reviewer", "lawyer"], ["GatherIncident", "GatherCases", "LetCaseGo"]),
  ...all(["coordinator", "reviewer", "lawyer"], ["TakeIncidentBack", "NoteFamiliesTold"]),
  ...all(["coordinator", "lawyer"], ["GiveOutCase"]),
  ...all(["coordinator"], ["LayList", "TakeRow", "TakeRowsBack", "SayBroughtIn", "SayTakenBack"]),
  ...all(["coordinator", "reviewer", "lawyer"], ["AskListOut", "TakeShortListOut", "TakeListOut"]),
  ...all(["coordinator", "reviewer"], ["AnswerListOut"]),
  // What a device says by itself; what is asked to be seen is decided case by case; releases have two signatures.
  ...all(inRelease, ["StampAttachments", "SayPosted", "AskToSee", "EnterInLedger", "ProposeRelease"]),
  ...all(inRelease, ["SignRelease", "NotePublished", "SetPrintWish", "DropRelease"]),
};

function all<T extends Command["type"]>(
  may: readonly Duty[],
  types: readonly T[],
): Record<T, readonly Duty[]> {
  return Object.fromEntries(types.map((type) => [type, may])) as Record<T, readonly Duty[]>; // fromEntries forgets the keys
}

test("every command is refused to every duty that may not give it, and to no other", () => {
  for (const [type, mayGive] of Object.entries(givenBy))
    for (const duty of duties) {
      const command = { type, case: caseId, byItself: false } as unknown as Command; // no more is looked at here
      const refusal = refusedForDuty([duty], command);
      expect(refusal, `${duty} ${type}`).toEqual(
        mayGive.includes(duty) ? undefined : { type: "NotYourDuty" },
      );
    }
});

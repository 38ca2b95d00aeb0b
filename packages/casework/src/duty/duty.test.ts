import fc from "fast-check";
import { expect, test } from "vitest";

import { cardToPayload, readCard } from "../card-text.ts";
import type { ShiftCard } from "../card.ts";
import { addMinutes, type Moment } from "../day.ts";
import type { SwitchId } from "../id.ts";
import { cardOf } from "../make-card.ts";
import { aMotherCalls, caseId, nina, now, oleg, openOffice, shiftId, the } from "../testing/office.ts";
import { answerDuty, type DutyOffice } from "./answer.ts";
import { dueOf, toldTo } from "./escalation.ts";
import { isOnShift } from "./shift-card.ts";
import { erlangC, served, staffingFor, usualStaffing } from "./staffing.ts";
import { surgeOf } from "./surge.ts";

type Office = ReturnType<typeof openOffice>;

function shiftCard(office: Office): ShiftCard {
  const card = cardOf(the(office.folder(shiftId)));
  if (card.type !== "Shift") throw new Error("a shift has a shift's card");
  expect(readCard(JSON.parse(JSON.stringify(cardToPayload(card))))).toEqual(card);
  return card;
}

function duty(office: Office, more: Partial<DutyOffice> = {}): DutyOffice {
  const folder = office.folder();
  const card = folder && cardOf(folder);
  const cases = card?.type === "Case" ? [{ case: caseId, card }] : [];
  return {
    me: nina,
    now,
    isSurge: false,
    zone: "Europe/Moscow",
    folders: () => [],
    held: undefined,
    urgent: () => cases,
    shifts: () => (office.folder(shiftId) ? [{ folder: shiftId, card: shiftCard(office) }] : []),
    since: () => cases.map((one) => one.card),
    closed: () => cases.filter((one) => one.card.stage === "closed"),
    shift: shiftId,
    dayBegan: Math.floor(Date.parse(now) / 60_000) - 12 * 60,
    isCoordinator: true,
    mayTurn: () => true,
    ...more,
  };
}

const handOver = (more = {}) =>
  ({
    type: "HandOverShift",
    case: shiftId,
    news: "в Тестово третий звонок об одной части",
    contacts: 12,
    callers: 9,
    soldiers: 7,
    urgent: [caseId],
    promises: [],
    parked: 0,
    ...more,
  }) as const;

test("a shift is begun once, handed over with its news, and taken by the next", () => {
  const office = openOffice();
  expect(office.tell({ type: "BeginShift", case: shiftId, isLead: true })).toBeUndefined();
  expect(office.tell({ type: "BeginShift", case: shiftId, isLead: false })).toEqual({
    type: "AlreadySo",
    field: "shift",
  });
  expect(answerDuty({ type: "DutyNow" }, duty(office))).toMatchObject({
    mine: { begun: now, isLead: true },
    onShift: [{ member: nina }],
    waiting: [],
  });
  expect(office.tell(handOver({ parked: 1 }))).toEqual({ type: "DraftsStillParked", count: 1 });
  expect(office.tell(handOver(), { at: addMinutes(now, 300) })).toBeUndefined();
  const after = answerDuty({ type: "DutyNow" }, duty(office, { now: addMinutes(now, 301) }));
  expect(after.mine).toBeUndefined();
  expect(after.waiting).toMatchObject([
    { member: nina, handOver: { news: "в Тестово третий звонок об одной части", urgent: 1 } },
  ]);
  const id = the(after.waiting[0]).handOver.id;
  expect(office.tell({ type: "TakeHandOver", case: shiftId, handOver: id }, { by: nina })).toEqual({
    type: "OwnHandOver",
  });
  expect(office.tell({ type: "TakeHandOver", case: shiftId, handOver: id }, { by: oleg })).toBeUndefined();
  expect(office.tell({ type: "TakeHandOver", case: shiftId, handOver: id }, { by: oleg })).toEqual({
    type: "AlreadySo",
    field: "handOver",
  });
  expect(answerDuty({ type: "DutyNow" }, duty(office, { now: addMinutes(now, 301) })).waiting).toEqual([]);
  // She may begin again the same day.
  expect(
    office.tell({ type: "BeginShift", case: shiftId, isLead: false }, { at: addMinutes(now, 400) }),
  ).toBeUndefined();
});

test("a shift that was handed over is over, and one begun again is on, whatever the laptop's clock did between", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 1, maxLength: 8 }), (clocks) => {
      const office = openOffice();
      for (const [turn, minutes] of clocks.entries()) {
        const begins = turn % 2 === 0;
        const command = begins ? ({ type: "BeginShift", case: shiftId, isLead: false } as const) : handOver();
        expect(office.tell(command, { at: addMinutes(now, minutes) })).toBeUndefined();
        expect(isOnShift(shiftCard(office))).toBe(begins);
      }
    }),
    { seed: 74 },
  );
});

test("a colleague's shift is not mine to hand over, nor to begin", () => {
  const office = openOffice();
  office.tell({ type: "BeginShift", case: shiftId, isLead: false });
  expect(office.tell(handOver(), { by: oleg })).toEqual({ type: "NotYourShift" });
  expect(office.tell({ type: "BeginShift", case: caseId, isLead: false })).toEqual({ type: "NotYourShift" });
});

test("a shift that nobody handed over ends by itself after a day and a half", () => {
  const office = openOffice();
  office.tell({ type: "BeginShift", case: shiftId, isLead: false });
  expect(answerDuty({ type: "DutyNow" }, duty(office, { now: addMinutes(now, 37 * 60) })).onShift).toEqual(
    [],
  );
});

test("only a coordinator turns the surge switch, with a reason, and off again", () => {
  const office = openOffice();
  const on = (seen: readonly SwitchId[] = []) =>
    ({ type: "SwitchSurge", case: shiftId, isOn: true, reason: "семьсот звонков с утра", seen }) as const;
  expect(office.tell(on())).toEqual({ type: "OnlyCoordinator" });
  expect(office.tell({ ...on(), reason: " " }, { duties: ["coordinator"] })).toEqual({
    type: "TextMissing",
    field: "reason",
  });
  expect(office.tell(on(), { duties: ["coordinator"] })).toBeUndefined();
  const surge = answerDuty({ type: "DutyNow" }, duty(office)).surge;
  expect(surge).toMatchObject({ isOn: true, by: nina, since: now, reason: "семьсот звонков с утра" });
  expect(
    office.tell(
      { type: "SwitchSurge", case: shiftId, isOn: false, reason: "", seen: surge.standing },
      { duties: ["coordinator"] },
    ),
  ).toBeUndefined();
  expect(answerDuty({ type: "DutyNow" }, duty(office)).surge.isOn).toBe(false);
  // Whoever never was a coordinator by the team log has turned nothing.
  expect(answerDuty({ type: "DutyNow" }, duty(office, { mayTurn: () => false })).surge.standing).toEqual([]);
});

test("two coordinators who did not know of each other: on wins, whatever order the turns come in", () => {
  const turn = (id: string, isOn: boolean, setsAside: readonly string[] = []) => ({
    id: id as SwitchId,
    by: nina,
    at: now,
    isOn,
    reason: "",
    setsAside: setsAside as SwitchId[],
  });
  const turns = [turn("a", true), turn("b", false, ["a"]), turn("c", true, ["a"])];
  fc.assert(
    fc.property(fc.shuffledSubarray(turns, { minLength: 3 }), (order) => {
      expect(surgeOf(order, () => true)).toMatchObject({ isOn: true });
    }),
    { seed: 73 },
  );
  expect(surgeOf([turn("a", true), turn("b", false, ["a"])], () => true).isOn).toBe(false);
});

test("a new U1 stands in the lane above a U2 that has waited for days", () => {
  const office = openOffice();
  office.tell(office.call({ ...aMotherCalls, grievances: ["G1"] }));
  const [one] = duty(office).urgent();
  if (!one) throw new Error("nothing is urgent");
  const card = (urgency: "U1" | "U2", minutes: number) => ({
    ...one,
    card: { ...one.card, urgency, urgentSince: addMinutes(now, minutes) },
  });
  const urgent = () => [card("U2", -9000), card("U1", -1), card("U2", -9001), card("U1", -48)];
  expect(answerDuty({ type: "Lane" }, duty(office, { urgent })).rows.map(({ since }) => since)).toEqual(
    [-48, -1, -9001, -9000].map((minutes) => addMinutes(now, minutes)),
  );
});

test("U1 and U2 stand in the lane until somebody acknowledges; the lead is told after an hour, the coordinator after one and a half", () => {
  const office = openOffice();
  office.tell(office.call({ ...aMotherCalls, grievances: ["G1"] }));
  const lane = (minutes: number) =>
    answerDuty({ type: "Lane" }, duty(office, { now: addMinutes(now, minutes) }));
  expect(lane(0).rows).toMatchObject([
    { case: caseId, urgency: "U1", due: addMinutes(now, 60), toldTo: "shift" },
  ]);
  expect(lane(59).rows[0]?.toldTo).toBe("shift");
  expect(lane(60).rows[0]?.toldTo).toBe("lead");
  expect(lane(90).rows[0]?.toldTo).toBe("coordinator");
  office.tell({ type: "AcknowledgeUrgency", case: caseId });
  expect(lane(90)).toEqual({ rows: [], acknowledged: 1 });
});

test("each urgency has its own time", () => {
  expect((["U1", "U2", "U3", "U4"] as const).map((urgency) => dueOf(urgency, now))).toEqual([
    addMinutes(now, 60),
    addMinutes(now, 24 * 60),
    addMinutes(now, 72 * 60),
    undefined,
  ]);
  expect(toldTo(now, now)).toBe("shift");
});

test("the report of a shift counts one's own calls beside the average, and tells which cases ended well", () => {
  const office = openOffice();
  office.tell({ type: "BeginShift", case: shiftId, isLead: false });
  office.tell(office.call(aMotherCalls));
  office.tell(office.call({ ...aMotherCalls, attachTo: caseId }), { by: oleg });
  office.tell({ type: "SetOutcome", case: caseId, outcome: "favourable", reason: "дома" });
  office.tell({ type: "MoveStage", case: caseId, stage: "closed", reason: "" });
  const report = answerDuty({ type: "ShiftReport" }, duty(office));
  expect(report).toMatchObject({
    own: { contacts: 1, soldiers: 1 },
    team: { contacts: 2, callers: 1, soldiers: 1 },
    closedWell: [{ case: caseId, outcome: "favourable" }],
  });
  expect(report.hours.at(-1)).toBe(2);
});

test("Erlang C gives the figures of the tables", () => {
  // Two erlangs, three people: 0.4444; ten and twelve: 0.4494.
  expect(erlangC(3, 2)).toBeCloseTo(0.4444, 4);
  expect(erlangC(12, 10)).toBeCloseTo(0.4494, 4);
  expect(served(1, { ...usualStaffing, callsAnHour: 60 })).toMatchObject({
    inTime: 0,
    waitSeconds: Infinity,
  });
});

test("the hint is the least that answers in time, and grows with the calls", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), (callsAnHour) => {
      const given = { ...usualStaffing, callsAnHour };
      const hint = staffingFor(given);
      expect(hint.inTime).toBeGreaterThanOrEqual(given.share);
      if (hint.people > 1) expect(served(hint.people - 1, given).inTime).toBeLessThan(given.share);
      expect(staffingFor({ ...given, callsAnHour: callsAnHour + 10 }).people).toBeGreaterThanOrEqual(
        hint.people,
      );
    }),
    { seed: 74 },
  );
});

test("two people at one shift are one each, and who has two devices is one", () => {
  const office = openOffice();
  office.tell({ type: "BeginShift", case: shiftId, isLead: false });
  const card = shiftCard(office);
  const other = { ...card, member: oleg, begun: "2022-11-08T09:00:00.000Z" as Moment };
  const shifts = () => [
    { folder: shiftId, card },
    { folder: caseId, card },
    { folder: caseId, card: other },
  ];
  expect(
    answerDuty({ type: "DutyNow" }, duty(office, { shifts })).onShift.map(({ member }) => member),
  ).toEqual([oleg, nina]);
});

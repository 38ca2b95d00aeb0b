import { expect, test } from "vitest";

import type { Day } from "../day.ts";
import type { CaseId, ReferralId } from "../id.ts";
import { aMotherCalls, caseId, openOffice, today } from "../testing/office.ts";

const referral = "referral______________" as ReferralId;
const other = "case-there____________" as CaseId;
const told = { referral, desk: "desk__________________", deskName: "Юристы", other, reason: "нужен суд" };
const consent = { by: "Анна Петровна", how: "spoken", day: today } as const;
const refer = { type: "ReferCase", case: caseId, ...told, consent } as const;

function withHerCall() {
  const office = openOffice();
  office.tell(office.call(aMotherCalls));
  return office;
}

test("a case goes nowhere without the family's word, and not on a day that has not come", () => {
  const office = withHerCall();
  expect(office.tell({ ...refer, consent: { ...consent, by: " " } })).toEqual({
    type: "TextMissing",
    field: "consent",
  });
  const tomorrow = "2022-11-09" as Day;
  expect(office.tell({ ...refer, consent: { ...consent, day: tomorrow } })).toMatchObject({
    type: "DayInTheFuture",
  });
  expect(office.tell({ ...refer, reason: "" })).toEqual({ type: "TextMissing", field: "reason" });
  expect(office.theCase().referrals).toEqual([]);
});

test("it stands in the case where it went and who agreed; it goes to one desk once, until it comes back", () => {
  const office = withHerCall();
  expect(office.tell(refer)).toBeUndefined();
  expect(office.theCase().referrals).toMatchObject([{ way: "out", ...told, consent }]);
  expect(office.tell(refer)).toEqual({ type: "AlreadySo", field: "referral" });
  const back = { type: "TakeCaseBack", case: caseId, referral, reason: "не наше" } as const;
  expect(office.tell({ ...back, reason: " " })).toEqual({ type: "TextMissing", field: "reason" });
  expect(office.tell(back)).toBeUndefined();
  expect(office.tell(back)).toEqual({ type: "AlreadySo", field: "referral" });
  expect(office.theCase().referrals[0]?.back?.reason).toBe("не наше");
  const again = "again_________________" as ReferralId;
  expect(office.tell({ ...refer, referral: again })).toBeUndefined();
});

test("what callers said goes along, what the first desk had to do does not; sent back, the case there is closed", () => {
  const first = withHerCall();
  first.tell({ type: "AddNote", case: caseId, text: "держат в подвале" });
  const known = first.theCase();
  const second = openOffice();
  const received = { ...told, type: "ReceiveCase", case: caseId, consent, known } as const;
  expect(second.tell(received)).toBeUndefined();
  const there = second.theCase();
  expect(there.referrals).toMatchObject([{ way: "in", ...told, consent }]);
  expect(there.contacts.map((one) => one.summary)).toEqual([aMotherCalls.summary]);
  expect(there.notes.map((one) => one.text)).toEqual(["держат в подвале"]);
  expect(first.theCase().tasks.length).toBeGreaterThan(0);
  expect(there.tasks).toEqual([]);
  expect(there.number).not.toBe("");
  expect(second.tell(received)).toEqual({ type: "AlreadySo", field: "referral" });
  expect(second.tell({ type: "SendCaseBack", case: caseId, referral, reason: "не наше" })).toBeUndefined();
  expect(second.theCase()).toMatchObject({ stage: "closed", outcome: { outcome: "referred" } });
});

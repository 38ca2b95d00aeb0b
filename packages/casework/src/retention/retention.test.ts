import { expect, test } from "vitest";

import { cardToPayload, readCard } from "../card-text.ts";
import type { Day, Moment } from "../day.ts";
import { cardOf } from "../make-card.ts";
import type { Duty } from "../rights/right.ts";
import { aMotherCalls, caseId, nina, now, oleg, openOffice } from "../testing/office.ts";
import { expiryOf } from "./rule.ts";

const reviewer: readonly Duty[] = ["reviewer"];

/** Called about on 8 November 2022, and closed the same day. */
function closed(outcome: "favourable" | "withdrawn" = "favourable") {
  const office = openOffice();
  office.tell(office.call(aMotherCalls));
  office.tell({ type: "SetOutcome", case: caseId, outcome, reason: "так вышло" });
  office.tell({ type: "MoveStage", case: caseId, stage: "closed", reason: "" });
  return office;
}
function standing(office: ReturnType<typeof closed>, day: string) {
  const card = readCard(cardToPayload(cardOf(office.theCase())));
  return card?.type === "Case" ? expiryOf(card, day as Day) : card?.type;
}
const at = (day: string) => ({ at: `${day}T09:30:00.000Z` as Moment, today: day as Day });
const late = at("2025-01-15");
const propose = { type: "ProposeExpiry", case: caseId } as const;
const shred = { type: "ShredCase", case: caseId } as const;

test("a closed case is due two years after the last word, and is on the list thirty days before", () => {
  const office = closed();
  expect(standing(office, "2024-10-07")).toBeUndefined();
  expect(standing(office, "2024-10-08")).toEqual({ rule: "closed", on: "2024-11-07", standing: "soon" });
  expect(standing(office, "2024-11-06")).toMatchObject({ standing: "soon" });
  expect(standing(office, "2024-11-07")).toMatchObject({ standing: "due" });
});

test("where the family withdrew it is three months, and an open case is never due", () => {
  expect(standing(closed("withdrawn"), "2023-02-06")).toEqual({
    rule: "withdrawn",
    on: "2023-02-06",
    standing: "due",
  });
  const office = closed();
  office.tell({ type: "MoveStage", case: caseId, stage: "monitoring", reason: "" });
  expect(standing(office, "2035-01-01")).toBeUndefined();
});

test("one proposes, another who is a reviewer confirms; nobody alone", () => {
  const office = closed();
  expect(office.tell(shred, { ...late, duties: reviewer })).toEqual({ type: "NotYetExpired" });
  expect(office.tell(propose, { duties: ["operator"] })).toEqual({ type: "NotYetExpired" });
  expect(office.tell(propose, { ...late, duties: ["operator"] })).toBeUndefined();
  expect(office.theCase().leaving).toMatchObject({ by: nina, rule: "closed" });
  expect(office.tell(shred, { ...late, duties: reviewer })).toEqual({ type: "AnotherMustConfirm" });
  expect(office.tell(shred, { ...late, by: oleg, duties: ["operator", "lawyer"] })).toEqual({
    type: "NotYourDuty",
  });
  expect(office.tell(shred, { ...late, by: oleg, duties: reviewer })).toBeUndefined();
  const card = cardOf(office.theCase());
  expect(card).toMatchObject({ type: "Tombstone", rule: "closed", day: "2025-01-15" });
  // Nothing personal is left on it, and it reads back.
  expect(JSON.stringify(cardToPayload(card))).not.toMatch(/Соколов|Анна|912|Воронеж/u);
  expect(readCard(cardToPayload(card))).toEqual(card);
});

test("it is taken back with one word until it is confirmed, and after that nothing can be said", () => {
  const office = closed();
  office.tell(propose, late);
  expect(office.tell({ type: "TakeBackExpiry", case: caseId }, late)).toBeUndefined();
  expect(office.theCase().leaving).toBeUndefined();
  office.tell(propose, late);
  // Whoever opens it again has taken it back too.
  office.tell({ type: "MoveStage", case: caseId, stage: "inAction", reason: "" }, late);
  expect(office.theCase().leaving).toBeUndefined();
  office.tell({ type: "MoveStage", case: caseId, stage: "closed", reason: "" }, late);
  office.tell(propose, late);
  office.tell(shred, { ...late, by: oleg, duties: reviewer });
  expect(office.tell({ type: "AddNote", case: caseId, text: "ещё" }, late)).toEqual({ type: "NoSuchCase" });
  expect(office.tell({ type: "TakeBackExpiry", case: caseId }, late)).toEqual({ type: "NoSuchCase" });
});

test("it is kept a year more where somebody says why", () => {
  const office = closed();
  office.tell(propose, late);
  expect(office.tell({ type: "KeepCase", case: caseId, reason: " " }, late)).toEqual({
    type: "TextMissing",
    field: "reason",
  });
  expect(office.tell({ type: "KeepCase", case: caseId, reason: "суд ещё идёт" }, late)).toBeUndefined();
  expect(standing(office, "2025-06-01")).toBeUndefined();
  expect(standing(office, "2026-01-15")).toMatchObject({ standing: "due" });
  expect(now < late.at).toBe(true);
});

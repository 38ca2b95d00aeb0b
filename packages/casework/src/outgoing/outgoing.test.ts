/** Lists that go out, as given events, when command, then events or refusal. */
import { expect, test } from "vitest";

import { cardToPayload, readCard } from "../card-text.ts";
import type { Command } from "../command.ts";
import { addMinutes } from "../day.ts";
import type { MemberId } from "../id.ts";
import { cardOf } from "../make-card.ts";
import type { Duty } from "../rights/right.ts";
import { nina, now, oleg, openOffice, shiftId, the } from "../testing/office.ts";

const wish = {
  of: "roster",
  part: "urgent",
  text: "орловская",
  columns: ["number", "name"],
  rows: 120,
  to: "Уполномоченному по правам человека",
  reason: "сверка списков",
} as const;
const plain = "p".repeat(43);
const coordinator = { duties: ["coordinator"] as readonly Duty[] };

function lists(office: ReturnType<typeof openOffice>) {
  const card = cardOf(the(office.folder(shiftId)));
  expect(readCard(JSON.parse(JSON.stringify(cardToPayload(card))))).toEqual(card);
  return card.type === "Shift" ? card.outLists : [];
}

/** What another says stands under her own name. */
function tellAs(by: MemberId, duty: Duty, office: ReturnType<typeof openOffice>, command: Command) {
  const decided = office.decide(command, { by, duties: [duty] });
  if (!decided.ok) return decided.refusal;
  office.put(decided.value.folder, decided.value.events, now, by);
  return undefined;
}

test("fifty rows go out with a reason and a name, and the line says who, why, how many and which file", () => {
  const office = openOffice();
  const short = { ...wish, type: "TakeShortListOut", case: shiftId, rows: 50, as: "csv", plain } as const;
  expect(office.tell({ ...short, reason: " " }, coordinator)).toEqual({
    type: "TextMissing",
    field: "reason",
  });
  expect(office.tell({ ...short, to: "" }, coordinator)).toEqual({ type: "TextMissing", field: "to" });
  expect(office.tell({ ...short, columns: [] }, coordinator)).toEqual({
    type: "TextMissing",
    field: "columns",
  });
  expect(office.tell({ ...short, rows: 51 }, coordinator)).toEqual({ type: "AnotherMustConfirm" });
  expect(office.tell(short, { duties: ["operator"] })).toEqual({ type: "NotYourDuty" });
  expect(office.tell(short, coordinator)).toBeUndefined();
  expect(lists(office)).toMatchObject([
    { ...wish, rows: 50, by: nina, taken: [{ rows: 50, as: "csv", plain, by: nina }] },
  ]);
});

test("a longer one waits for another whose duty it is; allowed, it goes out for a day, with no more rows than were asked for", () => {
  const office = openOffice();
  expect(office.tell({ ...wish, type: "AskListOut", case: shiftId }, coordinator)).toBeUndefined();
  const list = the(lists(office)[0]).id;
  const take = { type: "TakeListOut", case: shiftId, list, rows: 120, as: "xlsx", plain } as const;
  const allow = { type: "AnswerListOut", case: shiftId, list, isAllowed: true, reason: "" } as const;
  expect(office.tell(take, coordinator)).toEqual({ type: "AnotherMustConfirm" });
  expect(office.tell(allow, coordinator)).toEqual({ type: "AnotherMustConfirm" });
  expect(tellAs(oleg, "operator", office, allow)).toEqual({ type: "NotYourDuty" });
  expect(tellAs(oleg, "reviewer", office, allow)).toBeUndefined();
  expect(tellAs(oleg, "reviewer", office, allow)).toEqual({
    type: "AlreadySo",
    field: "answer",
  });
  expect(tellAs(oleg, "reviewer", office, take)).toEqual({ type: "NotYourShift" });
  expect(office.tell({ ...take, rows: 121 }, coordinator)).toEqual({ type: "MoreThanAllowed", most: 120 });
  expect(office.tell(take, { ...coordinator, at: addMinutes(now, 24 * 60) })).toEqual({
    type: "AnotherMustConfirm",
  });
  expect(office.tell(take, coordinator)).toBeUndefined();
  expect(lists(office)).toMatchObject([
    { rows: 120, answer: { by: oleg, isAllowed: true }, taken: [{ by: nina, rows: 120, plain }] },
  ]);
});

test("a refusal has a reason and stands", () => {
  const office = openOffice();
  expect(office.tell({ ...wish, type: "AskListOut", case: shiftId }, coordinator)).toBeUndefined();
  const list = the(lists(office)[0]).id;
  const refuse = { type: "AnswerListOut", case: shiftId, list, isAllowed: false, reason: "" } as const;
  expect(tellAs(oleg, "reviewer", office, refuse)).toEqual({ type: "TextMissing", field: "reason" });
  expect(tellAs(oleg, "reviewer", office, { ...refuse, reason: "без телефонов" })).toBeUndefined();
  const take = { type: "TakeListOut", case: shiftId, list, rows: 1, as: "csv", plain } as const;
  expect(office.tell(take, coordinator)).toEqual({ type: "AnotherMustConfirm" });
});

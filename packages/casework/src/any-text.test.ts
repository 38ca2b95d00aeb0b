/** Nothing said is lost: whatever is typed into whatever field comes out of the sealed JSON as the text it was. */
import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";

import { Event } from "./event.ts";
import { foldSheet } from "./folder.ts";
import type { SheetId } from "./id.ts";
import type { Draft } from "./intake/draft.ts";
import { isEmpty, readDraft } from "./intake/draft.ts";
import { wellFormed } from "./intake/text.ts";
import { cardOf } from "./make-card.ts";
import { anyDraft } from "./testing/arbitrary.ts";
import { aMotherCalls, caseId, device, draft, nina, now, openOffice, the } from "./testing/office.ts";

function typedTexts(typed: Draft): string[] {
  const {
    callerName,
    soldierName,
    birth,
    region,
    unit,
    callSign,
    dogTag,
    soldierPhone,
    lastContact,
    lastContactHow,
    lastContactFrom,
  } = typed;
  const { authority, number, answer } = typed.writtenTo;
  const soldier = [
    soldierName,
    birth,
    region,
    unit,
    callSign,
    dogTag,
    soldierPhone,
    lastContact,
    lastContactHow,
    lastContactFrom,
  ];
  const call = [
    callerName,
    typed.summary,
    typed.pasted,
    typed.promise.what,
    typed.urgencyReason,
    authority,
    number,
    answer,
  ];
  return [...soldier, ...call, ...typed.phones.flatMap((phone) => [phone.raw, phone.safeHours])];
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

test("every text typed in a call that was taken stands whole in its events, after a trip through JSON", () => {
  let taken = 0;
  fc.assert(
    fc.property(anyDraft, (typed) => {
      const decided = openOffice().decide({ type: "RecordCall", draft: typed, case: caseId });
      if (!decided.ok) return;
      taken += 1;
      const json = JSON.stringify(decided.value.events);
      expect(json).not.toMatch(/\\ud[89a-f]/iu);
      const events = JSON.parse(json) as Event[];
      for (const event of events) expect(v.safeParse(Event, event).issues).toBeUndefined();
      const texts = new Set(textsIn(events));
      for (const text of typedTexts(typed)) if (text.trim() !== "") expect(texts).toContain(wellFormed(text));
      const sheet = {
        id: "sheet_________________" as SheetId,
        number: 1,
        by: nina,
        device,
        at: now,
        events,
        unknown: 0,
      };
      const folder = the(foldSheet(undefined, decided.value.folder, sheet));
      expect(folder.facts.every((fact) => texts.has(fact.value))).toBe(true);
      expect(JSON.stringify(cardOf(folder))).not.toMatch(/\\ud[89a-f]/iu);
    }),
    { seed: 9, numRuns: 400 },
  );
  expect(taken).toBeGreaterThan(300);
});

test.each([
  "<script>alert(document.cookie)</script>",
  "\u202eгорИ\u202c",
  "👩‍👦🇺🇦",
  "а".repeat(100_000),
  "\u0000\u0007\u001b[31m",
  "{{name}} ${x} %s",
  "__proto__",
])("any text is a text like any other (%#)", (text) => {
  const office = openOffice();
  office.tell(office.call({ ...aMotherCalls, soldierName: text, summary: text, unit: text }));
  const known = office.theCase();
  expect(known.facts.filter((fact) => fact.value === text).map((fact) => fact.field)).toEqual([
    "name",
    "unit",
  ]);
  expect(known.contacts[0]?.summary).toBe(text);
});

test("half of an emoji is sealed as a visible mark", () => {
  const office = openOffice();
  office.tell(office.call({ ...aMotherCalls, summary: "мама \ud83d" }));
  expect(office.theCase().contacts[0]?.summary).toBe("мама \ufffd");
});

test("a draft kept on the device comes back as it was typed", () => {
  fc.assert(
    fc.property(anyDraft, (typed) => {
      expect(readDraft(JSON.parse(JSON.stringify(typed)))).toEqual(typed);
    }),
    { seed: 10 },
  );
});

test("a draft of an older release opens, and a damaged code costs only itself", () => {
  const { id, began } = draft();
  expect(readDraft({ id, began, soldierName: "Игорь" })).toEqual(draft({ soldierName: "Игорь" }));
  expect(
    readDraft({ ...draft({ soldierName: "Игорь" }), fate: "abducted", grievances: ["X9", "A1"] })
      ?.soldierName,
  ).toBe("Игорь");
  expect(readDraft("no draft")).toBeUndefined();
});

test("an empty draft is empty until something is typed or chosen", () => {
  expect(isEmpty(draft())).toBe(true);
  expect(isEmpty(draft({ soldierName: " " }))).toBe(true);
  expect(
    isEmpty(
      draft({ phones: [{ raw: "", safeHours: "", mayLeaveMessage: "unasked", maySayWhoWeAre: "unasked" }] }),
    ),
  ).toBe(true);
  for (const typed of [
    { summary: "x" },
    { kind: "nothing" },
    { grievances: ["A1"] },
    { consent: ["help"] },
    { promise: { what: "x", due: "" } },
  ] as const) {
    expect(isEmpty(draft(typed))).toBe(false);
  }
});

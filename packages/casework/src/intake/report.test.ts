import { expect, test } from "vitest";

import type { Moment } from "../day.ts";
import type { DraftId } from "../id.ts";
import { readDraft } from "./draft.ts";
import { draftOfReport, readReport, type Report } from "./report.ts";

const draft = "A".repeat(22) as DraftId;
const began = "2026-11-22T21:40:00.000Z" as Moment;
const written: Report = {
  v: 1,
  kind: "report",
  language: "ru",
  story: "Сын не выходит на связь с третьего июня.",
  danger: "now",
  soldierName: "Ветлугин Савва",
  birth: "~23",
  region: "Псковская область",
  service: "mobilised",
  unit: "в/ч 00000",
  lastContact: "3 июня, по телефону",
  source: "fellowSoldier",
  relation: "mother",
  callerName: "Мария",
  phone: "+7 900 000-00-00",
  safeHours: "после восьми вечера",
  mayLeaveMessage: "no",
  mayBeCalled: "yes",
  consent: ["help", "statistics", "of another release"],
  files: [],
};

test("a letter becomes a draft that a volunteer goes through as through a call", () => {
  const read = readReport(JSON.parse(JSON.stringify(written)));
  if (!read) throw new Error("it is a report");
  const made = draftOfReport(read, draft, began);
  expect(readDraft(made)).toEqual(made);
  expect(made).toMatchObject({
    kind: "aboutSoldier",
    channel: "webForm",
    summary: written.story,
    relation: "mother",
    service: "mobilised",
    source: "fellowSoldier",
    urgency: "U1",
    consent: ["help", "statistics"],
    phones: [{ raw: "+7 900 000-00-00", safeHours: "после восьми вечера", mayLeaveMessage: "no" }],
  });
});

test("who does not want to be called has no number in the draft", () => {
  expect(draftOfReport({ ...written, mayBeCalled: "no" }, draft, began).phones).toEqual([]);
});

test("a soldier who writes himself, an addition, and a code that nobody knows are read for what they are", () => {
  expect(draftOfReport({ ...written, relation: "self" }, draft, began).kind).toBe("soldierHimself");
  expect(draftOfReport({ ...written, kind: "addition" }, draft, began).kind).toBe("followUp");
  expect(draftOfReport({ ...written, service: "janissary" }, draft, began).service).toBeUndefined();
});

test("what is no report is not read as one", () => {
  for (const other of [
    undefined,
    "text",
    {},
    { ...written, v: 2 },
    { ...written, story: "я".repeat(30_001) },
    { ...written, files: [{ name: "x", size: -1 }] },
  ])
    expect(readReport(other)).toBeUndefined();
  expect(readReport({ v: 1, kind: "report", language: "uk" })).toMatchObject({ story: "", files: [] });
});

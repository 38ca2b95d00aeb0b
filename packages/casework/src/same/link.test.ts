import fc from "fast-check";
import { expect, test } from "vitest";

import { cardToPayload, readCard } from "../card-text.ts";
import type { Command } from "../command.ts";
import type { Event } from "../event.ts";
import { foldSheets } from "../folder.ts";
import type { CaseId, LinkId } from "../id.ts";
import { cardOf } from "../make-card.ts";
import { anyEvent } from "../testing/arbitrary.ts";
import { aMotherCalls, caseId, draft, nina, openOffice, the } from "../testing/office.ts";
import { standingLinks } from "./link.ts";

const other = "other_________________" as CaseId;
const strip = [{ field: "surname", level: "sounds" }];
const link = (verdict: "same" | "different" | "unsure", more = {}): Command => ({
  type: "LinkSoldier",
  case: caseId,
  other,
  verdict,
  why: "тот же посёлок",
  strip,
  ...more,
});

function opened() {
  const office = openOffice();
  office.tell(office.call(aMotherCalls));
  return office;
}

test("a link says who said it, why, and what was seen; it stands on the card", () => {
  const office = opened();
  expect(office.tell(link("same"))).toBeUndefined();
  const [said] = office.theCase().links;
  expect(said).toMatchObject({ other, verdict: "same", why: "тот же посёлок", strip, by: nina });
  const card = cardOf(office.theCase());
  expect(card.type === "Case" && card.links).toEqual([{ link: said?.id, other, verdict: "same" }]);
  expect(readCard(JSON.parse(JSON.stringify(cardToPayload(card))))).toEqual(card);
});

test("a link is taken back by its id, and stays to be read", () => {
  const office = opened();
  office.tell(link("same"));
  const { id } = the(office.theCase().links[0]);
  expect(office.tell({ type: "RetractLink", case: caseId, link: id, reason: "брат" })).toBeUndefined();
  expect(office.theCase().links[0]?.retracted).toMatchObject({ by: nina, reason: "брат" });
  const card = cardOf(office.theCase());
  expect(card.type === "Case" && card.links).toEqual([]);
  expect(office.tell({ type: "RetractLink", case: caseId, link: id, reason: "" })).toEqual({
    type: "AlreadySo",
    field: "verdict",
  });
});

test("a second thought sets the first aside; taken back, the first stands again", () => {
  const office = opened();
  office.tell(link("same"));
  office.tell(link("different"));
  expect(standingLinks(office.theCase().links).map(({ verdict }) => verdict)).toEqual(["different"]);
  const { id } = the(office.theCase().links[1]);
  office.tell({ type: "RetractLink", case: caseId, link: id, reason: "" });
  expect(standingLinks(office.theCase().links).map(({ verdict }) => verdict)).toEqual(["same"]);
});

test("two who did not know of each other both stand", () => {
  const office = opened();
  const said = (id: string, verdict: "same" | "different"): Event => ({
    type: "SoldierLinked",
    link: id.padEnd(22, "_") as LinkId,
    other,
    verdict,
    why: "",
    strip: [],
    setsAside: [],
  });
  office.put(caseId, [said("one", "same")]);
  office.put(caseId, [said("two", "different")]);
  expect(standingLinks(office.theCase().links)).toHaveLength(2);
});

test.each([
  [link("same", { other: caseId }), "LinkedToItself"],
  [
    { type: "RetractLink", case: caseId, link: "none".padEnd(22, "_") as LinkId, reason: "" } as const,
    "NoSuchLink",
  ],
  [link("same", { case: other }), "NoSuchCase"],
] as const)("what cannot be said is refused", (command, refusal) => {
  expect(opened().tell(command)?.type).toBe(refusal);
});

test("to say the same again is refused", () => {
  const office = opened();
  office.tell(link("unsure"));
  expect(office.tell(link("unsure"))).toEqual({ type: "AlreadySo", field: "verdict" });
});

test("what was decided during the call lies in the sheet of the call", () => {
  const office = openOffice();
  const links = [
    { other, verdict: "unsure", strip },
    { other, verdict: "same", strip },
  ] as const;
  office.tell(office.call({ ...aMotherCalls, links }));
  expect(office.sheets()).toHaveLength(1);
  expect(office.theCase().links).toMatchObject([{ other, verdict: "same", strip }]);
});

test("a call without a case links nothing", () => {
  const office = openOffice();
  const decided = office.decide({
    type: "RecordCall",
    draft: draft({ kind: "nothing", links: [{ other, verdict: "same", strip: [] }] }),
    case: caseId,
  });
  expect(decided.ok && decided.value.events.some(({ type }) => type === "SoldierLinked")).toBe(false);
});

test("no fact, and nothing else that happens, loses a remembered refusal", () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 12 }), (later) => {
      const office = opened();
      office.tell(link("different"));
      const { id } = the(office.theCase().links[0]);
      const sheets = office.sheets();
      const told = later.filter(
        (event) => event.type !== "SoldierLinked" && event.type !== "SoldierUnlinked",
      );
      const after = foldSheets(caseId, [...sheets, { ...the(sheets[0]), number: 9, events: told }]);
      expect(after?.type === "Case" && standingLinks(after.links).some((one) => one.id === id)).toBe(true);
    }),
    { seed: 31 },
  );
});

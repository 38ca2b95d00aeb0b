import fc from "fast-check";
import { expect, test } from "vitest";

import { cardToPayload, readCard } from "./card-text.ts";
import { asItStands } from "./card.ts";
import type { Card, CaseCard } from "./card.ts";
import { countersOf, type Counted } from "./counters.ts";
import { dayOf } from "./day.ts";
import type { Event } from "./event.ts";
import { foldSheets, type Folder } from "./folder.ts";
import type { MemberId, FactId, ListId } from "./id.ts";
import { isIn, lists } from "./lists.ts";
import { cardOf } from "./make-card.ts";
import { anySheets, caseSheets } from "./testing/arbitrary.ts";
import { aMotherCalls, caseId, nina, now, oleg, openOffice, phone, shiftId, the } from "./testing/office.ts";
import { codesOf } from "./words/vocabularies.ts";

const runs = { seed: 8, numRuns: 200 };

function theCard(office: ReturnType<typeof openOffice>): CaseCard {
  const card = cardOf(office.theCase());
  if (card.type !== "Case") throw new Error("not the card of a case");
  return card;
}

test("the card of a usual case finds, lists and counts it in half a kilobyte", () => {
  const office = openOffice();
  office.tell(office.call({ ...aMotherCalls, unit: "в/ч 12345", callSign: "Лис" }));
  const card = theCard(office);
  expect(card).toMatchObject({
    names: ["Соколов Игорь Андреевич"],
    births: ["2001-03-08"],
    units: ["в/ч 12345"],
    callSigns: ["Лис"],
    service: "mobilised",
    fate: "noContact",
    lastHeard: "2022-11-03~",
    grievances: ["A1", "C1"],
    urgency: "U3",
    urgentSince: now,
    acknowledged: false,
    people: [{ calledAs: "Анна Петровна", relation: "mother", phones: ["+79123456789"] }],
    members: [nina],
    contacts: [[Date.parse(now) / 60_000, 0, 0]],
    tasks: [{ kind: "promise", owner: nina, due: "2022-11-09T15:00:00.000Z" }],
    summary: "Не выходит на связь с третьего ноября.",
  });
  const written = JSON.stringify(cardToPayload(card));
  expect(new TextEncoder().encode(written).length).toBeLessThan(600);
  expect(readCard(JSON.parse(written))).toEqual(card);
});

test("a card in which anything at all stands in the place of one thing still opens", () => {
  const anything = [null, true, -1, 0.5, 1e300, "", "?", [], [[]], [1e300], {}, { t: 0 }];
  const list = { type: "ListLaid", list: "list".padEnd(22, "_") as ListId } as const;
  const opened: readonly Event[] = [
    { type: "ShiftOpened", shift: shiftId, member: nina, day: dayOf(now, 180) },
    { ...list, name: "Список", lines: 2, columns: [{ heading: "ФИО", field: "soldierName" }] },
    { type: "ListTakenBack", list: list.list, cases: 0, reason: "не тот файл" },
  ];
  const shiftSheets = anySheets.map(([first, ...more]) =>
    first === undefined ? [] : [{ ...first, events: [...opened, ...first.events] }, ...more],
  );
  fc.assert(
    fc.property(fc.oneof(caseSheets, shiftSheets), (sheets) => {
      const folder = foldSheets(caseId, sheets);
      if (folder === undefined) return;
      const written = JSON.stringify(cardToPayload(cardOf(folder)));
      for (let place = 0; ; place += 1)
        for (const instead of anything) {
          const spoiled = spoilt(JSON.parse(written), place, instead);
          if (spoiled === undefined) return;
          readCard(spoiled);
        }
    }),
    { ...runs, numRuns: 40 },
  );
});

/** With `instead` in one of its places, counted from the outside in. undefined: it has not so many. */
function spoilt(written: unknown, place: number, instead: unknown): unknown {
  let left = place;
  const walk = (one: unknown): boolean => {
    if (typeof one !== "object" || one === null) return false;
    const of = one as Record<string, unknown>; // an array too has its places by name
    for (const name of Object.keys(of)) {
      if (left === 0) {
        of[name] = instead;
        return true;
      }
      left -= 1;
      if (walk(of[name])) return true;
    }
    return false;
  };
  return walk(written) ? written : undefined;
}

test("every card reads back as it was written", () => {
  fc.assert(
    fc.property(fc.oneof(anySheets, caseSheets), (sheets) => {
      const folder = foldSheets(caseId, sheets);
      if (folder === undefined) return;
      const card = cardOf(folder);
      const read = readCard(JSON.parse(JSON.stringify(cardToPayload(card))));
      expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(JSON.stringify(card)));
    }),
    runs,
  );
});

test("the card of a newer release opens, what it says in unknown codes left out", () => {
  const office = openOffice();
  office.tell(office.call(aMotherCalls));
  const newer = {
    ...cardToPayload(theCard(office)),
    f: "abducted",
    s: "mediation",
    mood: "calm",
    g: ["X9", "A1"],
  };
  const read = readCard(newer);
  expect(read).toMatchObject({
    stage: "unknown",
    grievances: ["unknown", "A1"],
    names: ["Соколов Игорь Андреевич"],
  });
  expect(read).not.toHaveProperty("fate");
  expect(read).not.toHaveProperty("mood");
  expect(readCard({ t: "incident" })).toBeUndefined();
});

test("reading a card never fails, whatever lies in the binder", () => {
  const key = fc.constantFrom("t", "n", "o", "s", "w", "fio", "g", "p", "m", "c", "j", "d", "us");
  const any = fc.oneof(
    fc.anything(),
    fc.constantFrom("c", "s", "2022-11-08", [[1, 2]], [["x", "mother", 7]], 8.7e15),
  );
  const card = fc.oneof(
    fc.anything(),
    fc.dictionary(key, any).map((fields) => ({ t: "c", n: "1", o: 1, ...fields })),
  );
  fc.assert(
    fc.property(card, (payload) => {
      const read = readCard(payload);
      if (read === undefined) return;
      expect(readCard(cardToPayload(read))).toEqual(read);
      expect(countersOf([read]).contacts).toBe(read.contacts.length);
    }),
    { seed: 13, numRuns: 500 },
  );
});

test("a name that was corrected is still found, a withdrawn one is not", () => {
  const office = openOffice();
  office.tell(office.call(aMotherCalls));
  const name = the(office.theCase().facts.find((fact) => fact.field === "name")).id;
  office.tell({
    type: "StateFact",
    case: caseId,
    field: "name",
    value: "Сокол Игорь",
    sure: true,
    source: "officialLetter",
    setsAside: [name],
  });
  expect(theCard(office).names).toEqual(["Сокол Игорь", "Соколов Игорь Андреевич"]);
  office.tell({ type: "WithdrawFact", case: caseId, fact: name, reason: "не он" });
  expect(theCard(office).names).toEqual(["Сокол Игорь"]);
});

test("what was corrected is found by, and told to nobody", () => {
  const anyFact = fc.record({
    type: fc.constant("FactStated" as const),
    fact: fc.nat(9).map((n) => `fact${n}` as FactId),
    field: fc.constantFrom("name", "phone", "unit"),
    value: fc.constantFrom("a", "b", "c", "d", "e"),
    sure: fc.constant(true),
    source: fc.constant("unknown" as const),
    setsAside: fc.array(
      fc.nat(9).map((n) => `fact${n}` as FactId),
      { maxLength: 2 },
    ),
  });
  const seen = { his: 0, hers: 0 };
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 8 }), fc.array(anyFact, { maxLength: 8 }), (his, hers) => {
      const office = openOffice();
      office.tell(office.call({ ...aMotherCalls, soldierName: "", phones: [] }));
      const about = the(office.theCase().people[0]).id;
      const of = hers.map((one) => ({ ...one, fact: `her-${one.fact}` as FactId, about }));
      office.put(caseId, [
        ...his,
        ...of.map((one) => ({ ...one, setsAside: one.setsAside.map((id) => `her-${id}` as FactId) })),
      ]);
      const known = office.theCase();
      const card = readCard(JSON.parse(JSON.stringify(cardToPayload(cardOf(known)))));
      if (card?.type !== "Case") throw new Error("it is no card of a case");
      const told = asItStands(card);
      const said = (field: string, whom?: string) =>
        known.facts.filter((fact) => fact.field === field && fact.about === whom);
      const valuesOf = (facts: typeof known.facts) =>
        [...new Set(facts.map(({ value }) => value))].toSorted();
      const lists = [
        [told.names, card.names, said("name")],
        [told.units, card.units, said("unit")],
        [told.phones, card.phones, said("phone")],
        [told.people[0]?.phones ?? [], card.people[0]?.phones ?? [], said("phone", about)],
      ] as const;
      for (const [short, long, facts] of lists) {
        expect(short.toSorted()).toEqual(valuesOf(facts.filter(({ standing }) => standing === "stands")));
        expect(long.toSorted()).toEqual(valuesOf(facts));
      }
      seen.his += card.corrected?.units ?? 0;
      seen.hers += card.people[0]?.corrected ?? 0;
    }),
    { numRuns: 200, seed: 8 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
});

test("a very long text is cut on the card and never within a symbol", () => {
  const office = openOffice();
  office.tell(office.call({ ...aMotherCalls, summary: "👩‍👦".repeat(20_000) }));
  expect(theCard(office).summary.length).toBeLessThan(160);
  expect(theCard(office).summary).not.toMatch(/\p{Surrogate}/u);
  expect(office.theCase().contacts[0]?.summary).toHaveLength(100_000);
});

test("three contacts of two callers about one soldier, and a silent call besides", () => {
  const office = openOffice();
  office.tell(office.call(aMotherCalls));
  office.tell(office.call({ attachTo: caseId, phones: [phone("+79123456789")], summary: "ещё раз" }));
  office.tell(office.call({ attachTo: caseId, callerName: "Ольга", relation: "spouse", summary: "жена" }));
  office.tell(office.call({ kind: "nothing" }));
  const cards = [theCard(office), cardOf(the(office.folder(shiftId)))];
  expect(countersOf(cards)).toEqual({ contacts: 4, callers: 2, soldiers: 1 });
  expect(countersOf(cards, { by: oleg })).toEqual({ contacts: 0, callers: 0, soldiers: 0 });
  expect(countersOf(cards, { by: nina, since: now })).toEqual({ contacts: 4, callers: 2, soldiers: 1 });
});

test("a mother of two soldiers is one caller", () => {
  const [one, other] = [openOffice(), openOffice(oleg)];
  one.tell(one.call(aMotherCalls));
  other.tell(other.call({ ...aMotherCalls, soldierName: "Соколов Павел Андреевич" }));
  expect(countersOf([theCard(one), theCard(other)])).toEqual({ contacts: 2, callers: 1, soldiers: 2 });
});

/** The slow and obvious count, over folders: callers joined until nothing more can be joined. */
function oracle(folders: readonly Folder[], counted: Counted) {
  const counts = folders.map((folder) => ({
    folder,
    contacts: folder.contacts.filter(
      (contact) =>
        (counted.by === undefined || contact.by === counted.by) &&
        (counted.since === undefined ||
          Math.floor(Date.parse(contact.began) / 60_000) >= Math.floor(Date.parse(counted.since) / 60_000)),
    ),
  }));
  let callers = counts.flatMap(({ folder, contacts }) =>
    folder.people
      .filter((person) => contacts.some((contact) => contact.caller === person.id))
      .map((person) => {
        const phones = folder.facts
          .filter(
            (fact) => fact.field === "phone" && fact.about === person.id && fact.standing !== "withdrawn",
          )
          .map((fact) => (fact.known ?? fact.value).replace(/\s+/gu, " ").trim())
          .filter((phone) => phone !== "");
        return new Set(phones);
      }),
  );
  for (let joined = true; joined;) {
    joined = false;
    for (const one of callers) {
      const other = callers.find((set) => set !== one && [...set].some((phone) => one.has(phone)));
      if (other === undefined) continue;
      callers = [...callers.filter((set) => set !== one && set !== other), new Set([...one, ...other])];
      joined = true;
      break;
    }
  }
  const soldiers = counts.filter(
    ({ folder, contacts }) =>
      contacts.length > 0 &&
      folder.type === "Case" &&
      folder.kind === "soldier" &&
      folder.outcome?.outcome !== "sameAsAnother",
  );
  return {
    contacts: counts.flatMap((one) => one.contacts).length,
    callers: callers.length,
    soldiers: soldiers.length,
  };
}

test("the counters from cards alone are those of the folders", () => {
  const counted = fc.record(
    { by: fc.constantFrom<MemberId>(nina, oleg), since: fc.constantFrom(now) },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(anySheets, caseSheets), { maxLength: 6 }), counted, (all, which) => {
      const folders = all.flatMap((sheets) => foldSheets(caseId, sheets) ?? []);
      expect(countersOf(folders.map(cardOf), which)).toEqual(oracle(folders, which));
    }),
    runs,
  );
});

test("each saved list asks its own question", () => {
  const office = openOffice();
  office.tell(office.call({ ...aMotherCalls, urgency: "U2", promise: { what: "перезвонить", due: "+2ч" } }));
  const listed = (card: Card): string[] =>
    codesOf(lists).filter((list) => isIn(list, card, { me: nina, now }));
  expect(listed(theCard(office))).toEqual(["all", "new", "urgent", "promises"]);
  office.tell({ type: "SetOwner", case: caseId, owner: nina });
  expect(listed(theCard(office))).toEqual(["all", "mine", "urgent", "promises"]);
  office.tell({ type: "MoveStage", case: caseId, stage: "waitingForAuthority", reason: "" });
  office.tell({ type: "FinishTask", case: caseId, task: the(office.theCase().tasks[0]).id, result: "" });
  expect(listed(theCard(office))).toEqual(["all", "mine", "urgent", "waiting"]);
  office.tell({ type: "SetOutcome", case: caseId, outcome: "partly", reason: "" });
  office.tell({ type: "MoveStage", case: caseId, stage: "closed", reason: "" });
  expect(listed(theCard(office))).toEqual(["all", "closed"]);
});

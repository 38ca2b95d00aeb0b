/**
 * A mother calls. Read this first: it is the whole program in one call.
 *
 * Nina takes it on her laptop; what is said is sealed there and travels through a server that cannot read a word; Oleg opens
 * it on his. Then the cable is out, a laptop dies in mid-word, and two people correct the same birth date without knowing of
 * each other. Nothing is lost, and both laptops say the same. (Oleg's laptop is enrolled as a second device of Nina's.)
 */
import { presentValue, type CaseId } from "@answerable/casework";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { hitsIn } from "./canaries.ts";
import { floors, type Floor } from "./floors.ts";
import {
  call,
  diskOf,
  enrol,
  found,
  newId,
  openStage,
  PASSPHRASE,
  seen,
  until,
  type Laptop,
  type Stage,
} from "./stage.ts";

const whatSheSaid = {
  callerName: "Мать, Антонина",
  relation: "mother",
  phones: [
    { raw: "8 998 765-43-21", safeHours: "после семи вечера", mayLeaveMessage: "no", maySayWhoWeAre: "no" },
  ],
  consent: ["help", "letters"],
  soldierName: "Верещагин-Ольхов Святополк Игоревич",
  birth: "08.03.01",
  region: "Курская область",
  service: "mobilised",
  unit: "в/ч 98989",
  grievances: ["C1", "E1"],
  summary: "Две недели подготовки, автомату сорок лет. Вчера звонил: везут вперёд.",
  source: "soldierTold",
  promise: { what: "Перезвонить и сказать, куда писать", due: "завтра 18:00" },
} as const;

const roster = (text: string) => ({ type: "Roster", text, list: "all", from: 0, count: 10 }) as const;
const caseFile = (id: CaseId) => ({ type: "CaseFile", case: id }) as const;

let floor: Floor;
let stage: Stage;

describe.each(floors)("a mother calls, over $name", ({ lay }) => {
  beforeEach(async () => {
    floor = await lay();
    stage = openStage(floor.shelf);
  });
  afterEach(async () => {
    await stage.close();
    await floor.lift();
  });
  test(
    "what she says is sealed before it travels, and opens on a colleague's laptop",
    { timeout: 30_000 },
    async () => {
      const [ninas, olegs] = await twoLaptops();

      // The telephone rings. Nina types, and seals with one key.
      const id = newId<CaseId>();
      const taken = await ninas.office().do({ type: "RecordCall", draft: call(whatSheSaid), case: id });
      expect(taken).toEqual({ ok: true, value: { folder: id } });

      // Her own screen shows it before the network knows.
      const here = await ninas.office().ask(roster("верещагин"));
      expect(here.rows.map((row) => row.name)).toEqual([whatSheSaid.soldierName]);
      expect(here.rows[0]).toMatchObject({ birth: "2001-03-08", contacts: 1, callers: 1, stage: "new" });

      // Oleg's screen shows it too: found by surname, by telephone, by the number a caller can be told.
      const there = await seen(olegs.office(), roster("верещ"), ({ rows }) => rows.length === 1);
      expect(there.rows[0]?.case).toBe(id);
      expect((await olegs.office().ask(roster("998 765"))).rows).toHaveLength(1);
      expect((await olegs.office().ask(roster(there.rows[0]?.number ?? ""))).rows).toHaveLength(1);

      // He opens the case file: who said what, how she knows, and what was promised.
      const file = await seen(olegs.office(), caseFile(id), ({ type }) => type === "Here");
      if (file.type !== "Here") throw new Error("the case file did not open");
      expect(presentValue(file.case, "birth").values[0]).toMatchObject({
        value: "08.03.01",
        known: "2001-03-08",
      });
      expect(file.case.contacts[0]).toMatchObject({ summary: whatSheSaid.summary, source: "soldierTold" });
      expect(file.case.tasks[0]).toMatchObject({ kind: "promise", what: whatSheSaid.promise.what });
      expect(file.case.people[0]).toMatchObject({ calledAs: "Мать, Антонина", relation: "mother" });

      // Three numbers, the same on both laptops: contacts, callers, soldiers.
      for (const laptop of [ninas, olegs]) {
        const counters = await laptop.office().ask({ type: "Counters" });
        expect(counters.all).toEqual({ contacts: 1, callers: 1, soldiers: 1 });
      }

      // And nothing of it could be read on the way, nor lies readable on either laptop.
      const canaries = [
        "Верещагин",
        "Святополк",
        "Антонина",
        "9987654321",
        "998 765-43-21",
        "98989",
        "Дежурная Нина",
      ];
      const places: (readonly [string, Buffer])[] = stage.heard.map((text) => ["wire", Buffer.from(text)]);
      for (const laptop of [ninas, olegs]) places.push(["disk", await diskOf(laptop)]);
      expect(places.length).toBeGreaterThan(20);
      expect(hitsIn(places, canaries)).toEqual([]);
    },
  );

  test("a call taken with the cable out arrives when it is in again", { timeout: 30_000 }, async () => {
    const [ninas, olegs] = await twoLaptops();

    ninas.pullTheCable();
    const id = newId<CaseId>();
    await ninas.office().do({ type: "RecordCall", draft: call(whatSheSaid), case: id });
    await until(ninas.office(), ({ waiting, online }) => waiting === 1 && !online);
    expect((await olegs.office().ask(roster(""))).total).toBe(0);

    // The laptop is closed on the train and opened at home; the sealed call is still in its outbox.
    await ninas.crash();
    await ninas.office().unlock(PASSPHRASE);
    await until(ninas.office(), ({ phase, waiting }) => phase === "open" && waiting === 1);
    expect((await ninas.office().ask(roster("святополк"))).rows).toHaveLength(1);

    ninas.plugItIn();
    await seen(olegs.office(), roster("святополк"), ({ rows }) => rows.length === 1);
    await until(ninas.office(), ({ waiting }) => waiting === 0);
  });

  test("a laptop that dies in mid-word brings the draft back", { timeout: 30_000 }, async () => {
    const [ninas] = await twoLaptops();
    const draft = call({ soldierName: "Верещагин-Ольхов Свят" });
    await ninas.office().keepDraft(draft);

    await ninas.crash();
    expect(await ninas.office().unlock("not the passphrase at all")).toEqual({
      ok: false,
      refusal: { type: "WrongPassphrase" },
    });
    await ninas.office().unlock(PASSPHRASE);
    expect(await ninas.office().drafts()).toEqual([draft]);
  });

  test(
    "two who correct the same date without knowing of each other are both kept",
    { timeout: 30_000 },
    async () => {
      const [ninas, olegs] = await twoLaptops();
      const id = newId<CaseId>();
      await ninas.office().do({ type: "RecordCall", draft: call(whatSheSaid), case: id });
      const before = await seen(olegs.office(), caseFile(id), ({ type }) => type === "Here");
      const stated =
        before.type === "Here" ? presentValue(before.case, "birth").values.map((fact) => fact.id) : [];
      expect(stated).toHaveLength(1);

      ninas.pullTheCable();
      olegs.pullTheCable();
      const birth = {
        type: "StateFact",
        case: id,
        field: "birth",
        sure: true,
        source: "officialLetter",
        setsAside: stated,
      } as const;
      await ninas.office().do({ ...birth, value: "08.03.2000" });
      await olegs.office().do({ ...birth, value: "03.08.2001" });
      ninas.plugItIn();
      olegs.plugItIn();

      for (const laptop of [ninas, olegs]) {
        const file = await seen(
          laptop.office(),
          caseFile(id),
          (answer) =>
            answer.type === "Here" &&
            answer.unsent === 0 &&
            presentValue(answer.case, "birth").values.length === 2,
        );
        if (file.type !== "Here") throw new Error("the case file did not open");
        const { values, clash } = presentValue(file.case, "birth");
        expect(clash).toBe(true);
        expect(new Set(values.map((fact) => fact.value))).toEqual(new Set(["08.03.2000", "03.08.2001"]));
      }
    },
  );
});

async function twoLaptops(): Promise<readonly [Laptop, Laptop]> {
  const ninas = stage.laptop("Laptop in the kitchen");
  const olegs = stage.laptop("Laptop at the office");
  await found(ninas, "Дежурная Нина");
  await enrol(ninas, olegs, "Олег");
  return [ninas, olegs];
}

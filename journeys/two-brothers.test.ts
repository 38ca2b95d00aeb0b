/**
 * Two brothers. One mother, one telephone, one surname, one father, one region: everything speaks for one man but the
 * given name. The program says "a brother" and never proposes to link them; Nina says so too, with one key, and it is
 * remembered against every new fact and every pass. Then a colleague links them all the same: both laptops show the clash.
 */
import type { CaseId } from "@answerable/casework";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { floors, type Floor } from "./floors.ts";
import { call, enrol, found, newId, openStage, seen, until, type Stage } from "./stage.ts";

const phones = [
  { raw: "8 998 765-43-24", safeHours: "", mayLeaveMessage: "no", maySayWhoWeAre: "no" },
] as const;
const about = (given: string, birth: string) =>
  ({
    callerName: "Пелагея Львовна",
    relation: "mother",
    phones,
    soldierName: `Черноризов ${given} Ефимович`,
    birth,
    region: "Орловская область",
    grievances: ["A1"],
    summary: "Не звонит.",
  }) as const;
const elder = about("Тихон", "1996");
const younger = about("Демьян", "2001");

let floor: Floor;
let stage: Stage;

describe.each(floors)("two brothers, over $name", ({ lay }) => {
  beforeEach(async () => {
    floor = await lay();
    stage = openStage(floor.shelf);
  });
  afterEach(async () => {
    await stage.close();
    await floor.lift();
  });

  test(
    "brothers are never proposed as one, and who says they are not one is remembered",
    { timeout: 60_000 },
    async () => {
      const ninas = stage.laptop("Laptop in the kitchen");
      const olegs = stage.laptop("Laptop at the office");
      await found(ninas, "Дежурная Нина");
      await enrol(ninas, olegs, "Олег");
      const first = newId<CaseId>();
      await ninas.office().do({ type: "RecordCall", draft: call(elder), case: first });
      await until(ninas.office(), ({ indexing }) => indexing === undefined);

      const { soldierName, birth, region } = younger;
      const asked = {
        type: "Matches",
        soldierName,
        birth,
        region,
        unit: "",
        phones: [phones[0].raw],
        callSign: "",
        dogTag: "",
      } as const;
      const { rows, callsFromNumberToday } = await ninas.office().ask(asked);
      expect(rows).toMatchObject([
        { case: first, proposed: "brother", strip: { name: "differs", phone: "same" } },
      ]);
      expect(callsFromNumberToday).toBe(1);
      expect((await ninas.office().ask({ ...asked, not: [first] })).rows).toEqual([]);

      const second = newId<CaseId>();
      const links = [{ other: first, verdict: "different" as const, strip: [...(rows[0]?.reasons ?? [])] }];
      await ninas.office().do({ type: "RecordCall", draft: call({ ...younger, links }), case: second });
      // A new fact, by which they are more alike than ever, changes nothing.
      await ninas.office().do({
        type: "StateFact",
        case: second,
        field: "unit",
        value: "в/ч 98986",
        sure: true,
        source: "unknown",
        setsAside: [],
      });
      await ninas.office().do({
        type: "StateFact",
        case: first,
        field: "unit",
        value: "в/ч 98986",
        sure: true,
        source: "unknown",
        setsAside: [],
      });
      for (const laptop of [ninas, olegs]) {
        await seen(
          laptop.office(),
          { type: "Counters" },
          ({ all }) => all.soldiers === 2 && all.callers === 1,
        );
        await laptop.office().beginPass();
        const review = await seen(
          laptop.office(),
          { type: "Review", from: 0, count: 10 },
          ({ pass }) => pass.state === "done",
        );
        expect(review.total).toBe(0);
      }

      // A colleague who does not know says "the same" from the other case: a clash, which nobody's word settles unseen.
      const done = await olegs
        .office()
        .do({ type: "LinkSoldier", case: first, other: second, verdict: "same", why: "", strip: [] });
      expect(done.ok).toBe(true);
      for (const laptop of [ninas, olegs]) {
        const review = await seen(
          laptop.office(),
          { type: "Review", from: 0, count: 10 },
          ({ total }) => total === 1,
        );
        expect(review.pairs[0]?.from).toBe("conflict");
        expect((await laptop.office().ask({ type: "Counters" })).all.soldiers).toBe(2);
      }
    },
  );
});

/**
 * Two relatives, one soldier. A mother has called; a day later the wife calls, and says the name as she says it at home.
 * Nina's screen knows him while she still types. She links the two with one key, both laptops count one man, nobody is
 * told who else has called; she has pressed too soon, takes it back, and both laptops say two again.
 */
import type { CaseId } from "@answerable/casework";
import type { SoldierAnswer } from "@answerable/replica";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { hitsIn } from "./canaries.ts";
import { floors, type Floor } from "./floors.ts";
import { traces } from "./keys-of.ts";
import { call, diskOf, enrol, found, newId, openStage, seen, until, type Stage } from "./stage.ts";

const phone = (raw: string) => [{ raw, safeHours: "", mayLeaveMessage: "no", maySayWhoWeAre: "no" }] as const;
const mother = {
  callerName: "Антонина Щеглова",
  relation: "mother",
  phones: phone("8 998 765-43-22"),
  soldierName: "Мухортов-Заболоцкий Святослав Петрович",
  birth: "08.03.01",
  region: "Липецкая область",
  unit: "в/ч 98987",
  grievances: ["A1"],
  summary: "Не звонит две недели.",
} as const;
const wife = {
  callerName: "Ульяна",
  relation: "spouse",
  phones: phone("8 998 765-43-23"),
  soldierName: "Мухортав Заболоцкий Слава",
  birth: "8.03.2001",
  region: "Липецк",
  grievances: ["A1"],
  summary: "Муж пропал третьего числа.",
} as const;

const matching = (soldierName: string, birth = "", region = "") =>
  ({ type: "Matches", soldierName, birth, region, unit: "", phones: [], callSign: "", dogTag: "" }) as const;

let floor: Floor;
let stage: Stage;

describe.each(floors)("two relatives, one soldier, over $name", ({ lay }) => {
  beforeEach(async () => {
    floor = await lay();
    stage = openStage(floor.shelf);
  });
  afterEach(async () => {
    await stage.close();
    await floor.lift();
  });

  test(
    "the wife's call is linked to the mother's with a key, and apart again with another, on both laptops",
    { timeout: 60_000 },
    async () => {
      const ninas = stage.laptop("Laptop in the kitchen");
      const olegs = stage.laptop("Laptop at the office");
      await found(ninas, "Дежурная Нина");
      await enrol(ninas, olegs, "Олег");
      const mothers = newId<CaseId>();
      await ninas.office().do({ type: "RecordCall", draft: call(mother), case: mothers });

      // The index is built; then he appears from the third letter, and when the whole name is said in her way.
      await until(ninas.office(), ({ indexing }) => indexing === undefined);
      const begun = await seen(ninas.office(), matching("мух"), ({ rows }) => rows.length === 1);
      expect(begun.rows[0]).toMatchObject({ case: mothers, proposed: "possibly" });
      const { rows } = await ninas.office().ask(matching(wife.soldierName, wife.birth, wife.region));
      expect(rows[0]).toMatchObject({
        case: mothers,
        proposed: "same",
        strip: { name: "same", birth: "same", region: "same" },
      });
      const [match] = rows;
      if (!match) throw new Error("nobody is like him");
      expect(match.reasons).toContainEqual({ field: "birth", level: "same" });

      // One key, and what it means is sealed with the call itself: her own case, linked and not merged.
      const wifes = newId<CaseId>();
      const links = [{ other: match.case, verdict: "same" as const, strip: [...match.reasons] }];
      await ninas
        .office()
        .do({ type: "RecordCall", draft: call({ ...wife, links: [...links] }), case: wifes });
      for (const laptop of [ninas, olegs]) {
        await seen(
          laptop.office(),
          { type: "Counters" },
          ({ all }) => all.contacts === 2 && all.soldiers === 1,
        );
        const soldier = here(await seen(laptop.office(), { type: "Soldier", case: mothers }, isOf(2)));
        expect(soldier.names).toEqual(expect.arrayContaining([mother.soldierName, wife.soldierName]));
        expect(soldier.contacts).toHaveLength(2);
        expect(soldier.callers).toHaveLength(2);
      }

      // Too soon: it is taken back at the other laptop, and stays to be read in the case.
      const [link] = here(await olegs.office().ask({ type: "Soldier", case: mothers })).links;
      if (!link) throw new Error("no link");
      await olegs.office().do({ type: "RetractLink", case: link.case, link: link.link, reason: "" });
      for (const laptop of [ninas, olegs]) {
        await seen(laptop.office(), { type: "Counters" }, ({ all }) => all.soldiers === 2);
        await seen(laptop.office(), { type: "Soldier", case: mothers }, isOf(1));
        const file = await seen(
          laptop.office(),
          { type: "CaseFile", case: wifes },
          (answer) =>
            answer.type === "Here" && answer.unsent === 0 && answer.case.links[0]?.retracted !== undefined,
        );
        expect(file.type === "Here" && file.case.links).toMatchObject([{ verdict: "same", other: mothers }]);
      }

      // A pass over the roster proposes them again, to a person.
      await olegs.office().beginPass();
      const review = await seen(
        olegs.office(),
        { type: "Review", from: 0, count: 10 },
        ({ pass }) => pass.state === "done",
      );
      expect(review.pairs).toMatchObject([{ from: "pass", proposed: "same" }]);

      // Neither his name, nor a key under which it was found, nor a hash of one has left a device or lies open on its disk.
      await until(ninas.office(), ({ waiting }) => waiting === 0);
      await olegs.office().stopPass();
      const places = [
        ["the wire", Buffer.from(stage.heard.join("\n"))],
        ["the kitchen", await diskOf(ninas)],
        ["the office", await diskOf(olegs)],
      ] as const;
      const report = (said: typeof mother | typeof wife) => ({
        name: said.soldierName,
        birth: said.birth,
        region: said.region,
        unit: "",
        phone: said.phones[0].raw,
        caller: said.callerName,
      });
      const words = [mother.callerName, ...traces(report(mother)), ...traces(report(wife))];
      expect(words.length).toBeGreaterThan(60);
      expect(hitsIn(places, words)).toEqual([]);
    },
  );
});

const isOf = (cases: number) => (answer: SoldierAnswer) =>
  answer.type === "Soldier" && answer.cases.length === cases;

function here(answer: SoldierAnswer): Extract<SoldierAnswer, { readonly type: "Soldier" }> {
  if (answer.type !== "Soldier") throw new Error("he is not here");
  return answer;
}

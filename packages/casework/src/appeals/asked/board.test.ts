/** The board a page at a time: the same rows in the same order as if all of them had been put in order. */
import { expect, test } from "vitest";

import type { Day } from "../../day.ts";
import type { AppealId, CaseId } from "../../id.ts";
import { ruPack } from "../testing/packs.ts";
import { answerAppeals } from "./answer.ts";
import type { BoardQuery } from "./asked.ts";
import type { AppealsOffice, CaseOnBoard } from "./office.ts";

const cases = Array.from({ length: 900 }, (_, at): CaseOnBoard => {
  // Registered on any of sixty days, in no order.
  const on = new Date(Date.UTC(2022, 9, 1 + ((at * 37) % 60))).toISOString().slice(0, 10) as Day;
  return {
    case: `case${at}`.padEnd(22, "_") as CaseId,
    number: "ABEK1234",
    name: `Имя ${at}`,
    region: at % 2 === 0 ? "RU-KRS" : "RU-VOR",
    appeals: [
      {
        id: `appeal${at}`.padEnd(22, "_") as AppealId,
        number: String(at).padStart(8, "0"),
        pack: "ru-military-families",
        kind: "individual",
        signatories: 1,
        isChecked: true,
        isHeld: false,
        isEscalated: false,
        route: "r.governor",
        authority: "ru.governor",
        office: at % 3 === 0 ? "Губернатор Курской области" : "Губернатор Воронежской области",
        complainedOf: [],
        signed: on,
        dispatched: { on, proof: "proved", by: "hand" },
        registered: { on, proof: "proved", number: "1" },
        forwarded: [],
        extended: [],
        answers: [],
        known: {},
      },
    ],
  };
});
const office: AppealsOffice = {
  packs: new Map([[ruPack.id, ruPack]]),
  today: "2022-12-01" as Day,
  hour: "2022-12-01T10",
  dayIn: () => "2022-12-01" as Day,
  cases: () => cases,
  file: async () => undefined,
};
const ask = (more: Partial<BoardQuery>) =>
  answerAppeals<BoardQuery>(
    { type: "Board", list: "open", from: 0, count: 900, lang: "ru", ...more },
    office,
  );

test("pages put together are the whole board, in order", async () => {
  const whole = await ask({});
  expect(whole.total).toBe(900);
  expect(whole.rows).toHaveLength(900);
  const pages = await Promise.all(
    [0, 100, 200, 300, 400, 500, 600, 700, 800].map((from) => ask({ from, count: 100 })),
  );
  expect(pages.flatMap(({ rows }) => rows.map(({ appeal }) => appeal))).toEqual(
    whole.rows.map(({ appeal }) => appeal),
  );
  const kinds = whole.rows.map(({ date }) => date?.kind);
  expect(kinds.lastIndexOf("overdueFrom")).toBeLessThan(kinds.indexOf("due"));
});

test("filters cut the rows and the counts, and leave the choices", async () => {
  const cut = await ask({ region: "RU-KRS", office: "ru.governor#губернатор курской области" });
  expect(cut.total).toBe(150);
  expect(cut.lists.open).toBe(150);
  expect(cut.offices.map(({ count }) => count)).toEqual([600, 300]);
});

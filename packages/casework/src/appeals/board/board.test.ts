/** The board from cards alone: which letter stands in which list, and who answers. */
import { expect, test } from "vitest";

import type { Day } from "../../day.ts";
import type { AppealId } from "../../id.ts";
import type { CardAppeal } from "../card.ts";
import type { Dated } from "../facts.ts";
import { ruPack } from "../testing/packs.ts";
import { answeringOf } from "./answering.ts";
import { boardLines, byUrgency } from "./board.ts";
import { icsOf } from "./ics.ts";

const proved = (on: string): Dated => ({ on: on as Day, proof: "proved" });
let made = 0;
function appeal(more: Partial<CardAppeal> = {}): CardAppeal {
  made += 1;
  return {
    id: `appeal${made}`.padEnd(22, "_") as AppealId,
    number: `ABEK00${made}`.padEnd(8, "0"),
    pack: "ru-military-families",
    kind: "individual",
    signatories: 1,
    isChecked: true,
    isHeld: false,
    isEscalated: false,
    route: "r.governor",
    authority: "ru.governor",
    office: "Губернатор Курской области",
    complainedOf: [],
    signed: "2022-11-07" as Day,
    dispatched: { ...proved("2022-11-07"), by: "hand" },
    registered: { ...proved("2022-11-08"), number: "01-14/118" },
    forwarded: [],
    extended: [],
    answers: [],
    known: {},
    ...more,
  };
}
const packOf = () => ruPack;
const listsOn = (one: CardAppeal, day: string) => boardLines([one], packOf, () => day as Day)[0]?.lists;
const dateOn = (one: CardAppeal, day: string) => boardLines([one], packOf, () => day as Day)[0]?.date;

test("a letter is open, then due this week, then overdue and silent on the day after its last", () => {
  const one = appeal();
  expect(listsOn(one, "2022-11-10")).toEqual(["open"]);
  expect(listsOn(one, "2022-12-02")).toEqual(["open", "due"]);
  expect(listsOn(one, "2022-12-08")).toEqual(["open", "due"]);
  expect(listsOn(one, "2022-12-09")).toEqual(["open", "overdue", "silent"]);
  expect(dateOn(one, "2022-12-20")).toMatchObject({ kind: "overdueFrom", day: "2022-12-09", level: "S" });
});

test("a letter whose registration nobody proved reminds, and is never overdue", () => {
  const { registered: _, ...one } = appeal();
  expect(listsOn(one, "2023-03-01")).toEqual(["open", "estimated"]);
  expect(dateOn(one, "2023-03-01")).toMatchObject({ kind: "perhapsFrom", isEstimated: true });
});

test("an extended letter is not silent", () => {
  const one = appeal({ extended: [{ dated: "2022-12-01" as Day }] });
  expect(listsOn(one, "2022-12-09")).toEqual(["open"]);
  expect(listsOn(one, "2023-01-20")).toEqual(["open", "overdue"]);
});

test("a forwarded letter is followed by the line of its child, with its own date", () => {
  const child = appeal({
    route: "r.mil-prosecutor",
    authority: "ru.mil-prosecutor.garrison",
    office: "Военная прокуратура",
  });
  const {
    dispatched: _,
    signed: __,
    ...there
  } = { ...child, registered: { ...proved("2022-11-18"), number: "5" } };
  const first = appeal({
    forwarded: [{ on: "2022-11-14" as Day, proof: "proved", isWhole: true, child: child.id }],
  });
  const lines = boardLines([first, { ...there, parent: first.id }], packOf, () => "2022-12-21" as Day);
  expect(lines.map(({ appeal: { id }, lists }) => [id, lists])).toEqual([
    [first.id, ["open"]],
    [child.id, ["open", "overdue", "silent"]],
  ]);
});

test("what is overdue longest comes first, then what falls due soonest, then drafts", () => {
  const { dispatched: _, signed: __, registered: ___, ...draft } = appeal();
  const soon = appeal({ registered: { ...proved("2022-11-25"), number: "2" } });
  const late = appeal();
  const lines = boardLines([draft, soon, late], packOf, () => "2022-12-12" as Day).toSorted(byUrgency);
  expect(lines.map(({ appeal: { id } }) => id)).toEqual([late.id, soon.id, draft.id]);
  expect(lines[2]?.lists).toEqual(["unsent"]);
});

test("an office is counted by what it did: in time, late, formal, silent, and in how many days", () => {
  const answered = (dated: string, kind: "substantive" | "formal") =>
    appeal({ answers: [{ kind, dated: dated as Day, received: dated as Day }] });
  const all = [
    answered("2022-11-18", "substantive"),
    answered("2022-12-08", "formal"),
    answered("2022-12-20", "formal"),
    appeal(),
    appeal({ registered: { ...proved("2022-12-10"), number: "9" } }),
  ];
  const lines = all.flatMap((one) => boardLines([one], packOf, () => "2022-12-22" as Day));
  expect(answeringOf(lines)).toEqual([
    {
      authority: "ru.governor",
      office: "Губернатор Курской области",
      sent: 5,
      onTime: 2,
      late: 1,
      silent: 1,
      formal: 2,
      waiting: 1,
      days: [30, 30],
    },
  ]);
});

test("days to an answer are a range where the registration is only told", () => {
  const one = appeal({
    registered: { on: "2022-11-10" as Day, proof: "told", number: "" },
    answers: [{ kind: "refusal", dated: "2022-11-20" as Day, received: "2022-11-25" as Day }],
  });
  expect(answeringOf(boardLines([one], packOf, () => "2022-12-01" as Day))[0]?.days).toEqual([10, 13]);
});

test("the calendar file has numbers and dates, and no name or office", () => {
  const one = appeal();
  const file = icsOf(
    boardLines([one], packOf, () => "2022-11-20" as Day),
    "2022-11-20" as Day,
    "ru",
  );
  expect(file).toContain("DTSTART;VALUE=DATE:20221208\r\n");
  expect(file).not.toContain("Губернатор");
  for (const line of file.split("\r\n"))
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
});

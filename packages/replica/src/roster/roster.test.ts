/** Search, lists, order and counts over cards as casework writes them. */
import {
  cardToPayload,
  countersOf,
  isIn,
  lists,
  momentOf,
  type CaseCard,
  type CaseId,
  type Card,
  type MemberId,
} from "@answerable/casework";
import { idFrom } from "@answerable/wire";
import { expect, test } from "vitest";

import { openLikeness } from "../likeness/likeness.ts";
import { answerRoster, todayOf } from "../queries/roster.ts";
import { cardWith } from "../testing/a-card.ts";
import { chanceOf, type Chance } from "../testing/chance.ts";
import { sight } from "../testing/likeness-of.ts";
import { openRoster } from "./roster.ts";

const now = Date.UTC(2026, 10, 22, 18, 30);
const today = todayOf(now, 180);
const me = idFrom<MemberId>(new Uint8Array(16).fill(1));
const other = idFrom<MemberId>(new Uint8Array(16).fill(2));
const minute = Math.floor(now / 60_000);

const called = (told: Partial<CaseCard>) => cardWith({ members: [me], contacts: [[minute, 0, -1]], ...told });

function rosterOf(cards: readonly Card[]) {
  const roster = openRoster(me);
  const ids = cards.map((card, at) => {
    const folder = idFrom<CaseId>(Uint8Array.from({ length: 16 }, (_, byte) => (at >> (byte * 4)) & 15));
    roster.put(
      { folder, number: 1, place: at + 1, payload: { by: me, name: "Вера", card: cardToPayload(card) } },
      false,
    );
    return folder;
  });
  return { roster, ids };
}

const find = (cards: readonly Card[], text: string) =>
  answerRoster(
    openLikeness(rosterOf(cards).roster, me),
    { type: "Roster", text, list: "all", from: 0, count: 50 },
    { today, sight },
  ).rows.map((row) => row.name);

const people = [
  called({ names: ["Артёмов Фёдор Ильич"], number: "KTPA-1207", phones: ["+79005550177"] }),
  called({ names: ["Іваненко Сергій"], towns: ["Севск"], callSigns: ["Тихий"] }),
  called({ names: ["Smirnov Oleg"], units: ["в/ч 12345"], summary: "Ударили, потом увезли" }),
];

test.each([
  ["the beginning of a surname", "арт", ["Артёмов Фёдор Ильич"]],
  ["е typed for ё, in capitals", "ФЕДОР АРТЕМОВ", ["Артёмов Фёдор Ильич"]],
  ["и typed for і", "иваненко", ["Іваненко Сергій"]],
  ["the wrong keyboard layout", "fhntvjd", ["Артёмов Фёдор Ильич"]],
  ["a case number", "ktpa", ["Артёмов Фёдор Ильич"]],
  ["a telephone as it was dictated", "8 (900) 555-01-77", ["Артёмов Фёдор Ильич"]],
  ["the last digits of a telephone", "5 01 77", ["Артёмов Фёдор Ильич"]],
  ["a unit number", "12345", ["Smirnov Oleg"]],
  ["a word of what was said", "увезли", ["Smirnov Oleg"]],
  ["a call sign", "тихий", ["Іваненко Сергій"]],
  ["words of two different people", "артёмов тихий", []],
  ["nothing that anybody has", "щщщ", []],
])("%s finds", (_, text, names) => {
  expect(find(people, text)).toEqual(names);
});

test("what was corrected away from a card is no longer found by it", () => {
  const { roster, ids } = rosterOf([called({ names: ["Старов Пётр"] })]);
  const folder = ids[0] ?? idFrom<CaseId>(new Uint8Array(16));
  roster.put(
    {
      folder,
      number: 2,
      place: 9,
      payload: { by: me, name: "", card: cardToPayload(called({ names: ["Новиков Пётр"] })) },
    },
    false,
  );
  const found = (text: string) => roster.find({ text, list: "all", from: 0, count: 5, dueBy: 0 }).total;
  expect([found("старов"), found("новиков"), found("пётр")]).toEqual([0, 1, 1]);
});

test("the most urgent come first, unacknowledged before acknowledged, then the latest contact; closed ones last", () => {
  const at = (back: number): CaseCard["contacts"] => [[minute - back, 0, -1]];
  const cards = [
    called({ names: ["закрыт"], stage: "closed", urgency: "U1" }),
    called({ names: ["обычный вчера"], contacts: at(1_440) }),
    called({ names: ["обычный сейчас"], contacts: at(0) }),
    called({ names: ["замечен"], urgency: "U1", acknowledged: true }),
    called({ names: ["не замечен"], urgency: "U1" }),
    called({ names: ["второй"], urgency: "U2" }),
  ];
  expect(find(cards, "")).toEqual([
    "не замечен",
    "замечен",
    "второй",
    "обычный сейчас",
    "обычный вчера",
    "закрыт",
  ]);
});

function anyCard(chance: Chance): CaseCard {
  const phone = () => `+7900000000${chance.below(10)}`;
  return called({
    names: [`Имя${chance.below(30)} Отчество${chance.below(9)}`],
    stage: chance.pick(["new", "assigned", "waitingForFamily", "waitingForAuthority", "closed"] as const),
    kind: chance.happens(0.1) ? "group" : "soldier",
    ...(chance.happens(0.5) ? { owner: chance.pick([me, other]) } : {}),
    ...(chance.happens(0.5) ? { urgency: chance.pick(["U1", "U2", "U3", "U4"] as const) } : {}),
    ...(chance.happens(0.1) ? { outcome: "sameAsAnother" as const } : {}),
    people: [
      { calledAs: "Анна", relation: "mother", phones: chance.happens(0.8) ? [phone(), phone()] : [] },
      { calledAs: "Борис", relation: "father", phones: chance.happens(0.5) ? [phone()] : [] },
    ],
    contacts: Array.from(
      { length: chance.below(4) },
      () => [minute - chance.below(3_000), 0, chance.below(3) - 1] as const,
    ),
    tasks: chance.happens(0.5)
      ? [
          {
            task: idFrom(chance.bytes(16)),
            kind: "promise",
            what: "перезвонить",
            due: momentOf(now + (chance.below(4_000) - 2_000) * 60_000),
          },
        ]
      : [],
  });
}

test.each(Array.from({ length: 40 }, (_, at) => at + 1))(
  "lists and the three counters are those of casework, also after cards have changed (seed %i)",
  (seed) => {
    const chance = chanceOf(seed);
    const cards = Array.from({ length: 1 + chance.below(60) }, () => anyCard(chance));
    const { roster, ids } = rosterOf(cards);
    for (let changes = chance.below(20); changes > 0; changes -= 1) {
      const at = chance.below(cards.length);
      const folder = ids[at];
      if (folder === undefined) continue;
      cards[at] = anyCard(chance);
      roster.put(
        {
          folder,
          number: 2,
          place: 100,
          payload: { by: me, name: "", card: cardToPayload(cards[at] ?? anyCard(chance)) },
        },
        false,
      );
    }
    const looking = { me, now: today.now };
    const answer = roster.find({ text: "", list: "all", from: 0, count: 1, dueBy: today.dueBy });
    for (const list of Object.keys(lists) as (keyof typeof lists)[]) {
      expect([list, answer.lists[list]]).toEqual([
        list,
        cards.filter((card) => isIn(list, card, looking)).length,
      ]);
    }
    expect(roster.totals()).toEqual(countersOf(cards));
  },
);

/** Pages of lists against a slow and obvious search over all cards. */
import {
  cardToPayload,
  isIn,
  lists,
  momentOf,
  type Card,
  type CaseCard,
  type CaseId,
  type MemberId,
} from "@answerable/casework";
import { idFrom } from "@answerable/wire";
import { expect, test } from "vitest";

import { todayOf } from "../queries/roster.ts";
import { cardWith } from "../testing/a-card.ts";
import { chanceOf, type Chance } from "../testing/chance.ts";
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

test.each(Array.from({ length: 30 }, (_, at) => at + 1))(
  "a page of any list is what a slow and obvious search would give, also after cards have changed (seed %i)",
  (seed) => {
    const chance = chanceOf(seed + 500);
    const cards = Array.from({ length: 1 + chance.below(80) }, () => anyCard(chance));
    const { roster, ids } = rosterOf(cards);
    for (let changes = chance.below(30); changes > 0; changes -= 1) {
      const at = chance.below(cards.length);
      const folder = ids[at];
      const card = anyCard(chance);
      if (folder === undefined) continue;
      cards[at] = card;
      roster.put(
        { folder, number: 2, place: 100, payload: { by: me, name: "", card: cardToPayload(card) } },
        false,
      );
    }
    const looking = { me, now: today.now };
    const urgency = (card: CaseCard) => {
      const acknowledged = card.acknowledged ? 1 : 0;
      if (card.stage === "closed") return 99;
      if (card.urgency === undefined) return 5.5;
      return Number(card.urgency.slice(1)) * 2 + (card.urgency < "U3" ? acknowledged - 2 : -2);
    };
    const latest = (card: CaseCard) =>
      Math.max(Math.floor(Date.parse(card.opened) / 60_000), ...card.contacts.map(([at]) => at));
    const due = (card: CaseCard) => Math.min(...card.tasks.map((task) => Date.parse(task.due ?? "")));
    for (const list of Object.keys(lists) as (keyof typeof lists)[]) {
      const name = `Имя${chance.below(30)}`;
      const text = chance.happens(0.5) ? name : "";
      const [from, count] = [chance.below(4), 1 + chance.below(20)];
      const found = [...cards.entries()]
        .filter(([, card]) => isIn(list, card, looking))
        .filter(([, card]) => text === "" || card.names.some((one) => one.startsWith(text)))
        .toSorted(([a, one], [b, other]) =>
          list === "promises"
            ? due(one) - due(other) || a - b
            : urgency(one) - urgency(other) || latest(other) - latest(one) || a - b,
        );
      const answer = roster.find({ text, list, from, count, dueBy: today.dueBy });
      expect([list, text, answer.rows]).toEqual([
        list,
        text,
        found.map(([row]) => row).slice(from, from + count),
      ]);
      expect(answer.total).toBe(found.length);
    }
  },
);

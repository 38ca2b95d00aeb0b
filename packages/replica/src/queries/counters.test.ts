/** The three numbers of one's own day, against the plain count over the cards, and without reading a card. */
import { cardToPayload, countersOf, momentOf, readCard, type CaseCard } from "@answerable/casework";
import fc from "fast-check";
import { expect, test } from "vitest";

import { cardWith } from "../testing/a-card.ts";
import { colleague, deskOf, linkedTo, me } from "../testing/likeness-of.ts";
import { answerCounters } from "./counters.ts";
import { todayOf } from "./roster.ts";

const today = todayOf(Date.UTC(2026, 10, 22, 18, 30), 180);

const drawn = fc.record({
  contacts: fc.array(
    fc.tuple(fc.integer({ min: -3, max: 3 }), fc.nat({ max: 1 }), fc.integer({ min: -1, max: 1 })),
    {
      maxLength: 4,
    },
  ),
  phones: fc.array(fc.constantFrom("+79005550101", "+79005550102"), { maxLength: 2 }),
  isSoldier: fc.boolean(),
  like: fc.option(fc.nat({ max: 7 }), { nil: undefined }),
});

function cardOf(at: number, one: typeof drawn extends fc.Arbitrary<infer T> ? T : never): CaseCard {
  const { contacts, phones, isSoldier, like } = one;
  return cardWith({
    kind: isSoldier ? "soldier" : "group",
    members: [colleague, me],
    people: phones.map((phone) => ({ calledAs: "", relation: "mother", phones: [phone] })),
    contacts: contacts.map(([minute, member, person]) => [
      today.from + minute,
      member,
      person < phones.length ? person : -1,
    ]),
    links: like === undefined || like === at ? [] : [linkedTo(like, "same")],
  });
}

test("my day counts what the cards say, two linked cases as one soldier, and reads none of them", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(drawn, { minLength: 8, maxLength: 8 }), async (ones) => {
      const { likeness } = await deskOf(ones.map((one, at) => cardOf(at, one)));
      const { roster, soldiers } = likeness;
      const rows = new Map(ones.map((one, row) => [readCard(cardToPayload(cardOf(row, one))), row]));
      const cards = [...rows.keys()].flatMap((card) => card ?? []);
      const plain = countersOf(cards, {
        by: me,
        since: momentOf(today.from * 60_000),
        soldierOf: (card) => soldiers.casesOf(rows.get(card) ?? -1)[0] ?? rows.get(card),
      });
      const unread = {
        ...roster,
        card: () => {
          throw new Error("a card was read");
        },
      };
      expect(answerCounters({ ...likeness, roster: unread }, today).shift).toEqual(plain);
    }),
    { seed: 23, numRuns: 60 },
  );
});

/** What was spoken since a minute, against the plain count over the cards themselves, through many changes. */
import { countersOf, momentOf, type CaseCard } from "@answerable/casework";
import fc from "fast-check";
import { expect, test } from "vitest";

import { cardWith } from "../testing/a-card.ts";
import { openPhoneBook } from "./phone-book.ts";
import { openSpoken } from "./spoken.ts";

const phone = fc.constantFrom("+79000000001", "+79000000002", "+79000000003");
const people = fc.array(fc.array(phone, { maxLength: 2 }), { maxLength: 4 });
const contacts = fc.array(fc.tuple(fc.nat({ max: 9 }), fc.integer({ min: -1, max: 3 })), { maxLength: 6 });

test("since any minute as many contacts and callers as casework counts, also of callers without a telephone", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: 5 }), people, contacts), { maxLength: 14 }), (changes) => {
      const spoken = openSpoken(openPhoneBook());
      const cards = new Map<number, CaseCard>();
      for (const [row, phonesOf, spokenTo] of changes) {
        const card = cardWith({
          people: phonesOf.map((phones) => ({ calledAs: "", relation: "mother", phones })),
          contacts: spokenTo.map(([minute, person]) => [minute, 0, person < phonesOf.length ? person : -1]),
        });
        spoken.change(row, card);
        cards.set(row, card);
      }
      for (const minute of [0, 3, 7]) {
        const plain = countersOf(cards.values(), { since: momentOf(minute * 60_000) });
        const { contacts: told, callers } = spoken.since(minute);
        expect({ told, callers }).toEqual({ told: plain.contacts, callers: plain.callers });
      }
    }),
    { seed: 43, numRuns: 400 },
  );
});

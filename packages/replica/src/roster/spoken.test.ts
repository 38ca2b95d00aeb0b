/** What was spoken since a minute, against the plain count over the cards themselves, through many changes. */
import { countersOf, momentOf, type CaseCard, type MemberId } from "@answerable/casework";
import fc from "fast-check";
import { expect, test } from "vitest";

import { cardWith } from "../testing/a-card.ts";
import { openPhoneBook } from "./phone-book.ts";
import { openSpoken } from "./spoken.ts";

const phone = fc.constantFrom("+79000000001", "+79000000002", "+79000000003");
const people = fc.array(fc.array(phone, { maxLength: 2 }), { maxLength: 4 });
const other = "v".repeat(22) as MemberId; // makes the brand
const me = "s".repeat(22) as MemberId; // as above
const contacts = fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 1 }), fc.integer({ min: -1, max: 3 })), {
  maxLength: 6,
});

test("since any minute as many contacts and callers as casework counts, all or mine, also of callers without a telephone", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: 5 }), people, contacts), { maxLength: 14 }), (changes) => {
      const spoken = openSpoken(openPhoneBook(), me);
      const cards = new Map<number, CaseCard>();
      for (const [row, phonesOf, spokenTo] of changes) {
        const card = cardWith({
          people: phonesOf.map((phones) => ({ calledAs: "", relation: "mother", phones })),
          members: [other, me],
          contacts: spokenTo.map(([minute, member, person]) => [
            minute,
            member,
            person < phonesOf.length ? person : -1,
          ]),
        });
        spoken.change(row, card);
        cards.set(row, card);
      }
      for (const minute of [0, 3, 7])
        for (const whose of [undefined, "mine"] as const) {
          const since = momentOf(minute * 60_000);
          const plain = countersOf(cards.values(), { since, ...(whose ? { by: me } : {}) });
          const { contacts: told, callers } = spoken.since(minute, whose);
          expect({ told, callers }).toEqual({ told: plain.contacts, callers: plain.callers });
        }
    }),
    { seed: 43, numRuns: 400 },
  );
});

/** The book of telephones against a plain list of rows, through many changes. */
import { countersOf } from "@answerable/casework";
import fc from "fast-check";
import { expect, test } from "vitest";

import { cardWith } from "../testing/a-card.ts";
import { openPhoneBook, type PhonesOfRow } from "./phone-book.ts";
import { phoneDigits } from "./words-of.ts";

const digits = (least: number, most: number) =>
  fc
    .array(fc.constantFrom("0", "1", "7", "8"), { minLength: least, maxLength: most })
    .map((some) => some.join(""));
const phone = fc.oneof(
  digits(0, 17),
  digits(5, 6),
  digits(10, 11).map((some) => `+${some.slice(0, 1)} (${some.slice(1, 4)}) ${some.slice(4)}`),
  fc.constantFrom("номер мужа", "", "добавочный 12"),
);
const row: fc.Arbitrary<PhonesOfRow> = fc.record({
  phones: fc.array(phone, { maxLength: 3 }),
  callers: fc.array(fc.array(phone, { maxLength: 3 }), { maxLength: 3 }),
});
const changes = fc.array(fc.tuple(fc.nat({ max: 12 }), row), { maxLength: 40 });

const sameAs = (one: string, other: string) => (phoneDigits(one) ?? one) === (phoneDigits(other) ?? other);

test("a number is found in the rows that have it, whole and by its ends", () => {
  fc.assert(
    fc.property(changes, phone, digits(5, 12), (all, wanted, typed) => {
      const book = openPhoneBook();
      const rows = new Map<number, PhonesOfRow>();
      for (const [at, now] of all) {
        book.change(at, rows.get(at), now);
        rows.set(at, now);
      }
      const where = (holds: (phone: string) => boolean) =>
        [...rows].filter(([, { phones }]) => phones.some(holds)).map(([at]) => at);
      const sorted = (found: readonly number[]) => found.toSorted((a, b) => a - b);
      expect(book.rows(wanted)).toEqual(sorted(where((one) => sameAs(one, wanted))));
      const hits = new Uint8Array(16);
      book.mark(typed, hits);
      const isLike = (one: string) => {
        const known = phoneDigits(one) ?? "";
        return known.length <= 15 && (known.startsWith(typed) || known.endsWith(typed));
      };
      expect([...hits.keys()].filter((at) => hits[at] === 1)).toEqual(sorted(where(isLike)));
    }),
    { seed: 41, numRuns: 500 },
  );
});

test("callers are those that casework counts, also where telephones were taken back", () => {
  // Casework compares telephones as they are written.
  const plain = fc.constantFrom("+79000000001", "+79000000002", "+79000000003", "+79000000004");
  const callers = fc.array(fc.array(plain, { maxLength: 3 }), { maxLength: 3 });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: 6 }), callers), { maxLength: 25 }), (all) => {
      const book = openPhoneBook();
      const rows = new Map<number, PhonesOfRow>();
      for (const [at, now] of all) {
        book.change(at, rows.get(at), { phones: [], callers: now });
        rows.set(at, { phones: [], callers: now });
        const cards = [...rows.values()].map((one) =>
          cardWith({
            people: one.callers.map((phones) => ({ calledAs: "", relation: "mother", phones })),
            contacts: one.callers.map((_, person) => [1, 0, person]),
          }),
        );
        expect(book.callers()).toBe(countersOf(cards).callers);
      }
    }),
    { seed: 42, numRuns: 300 },
  );
});

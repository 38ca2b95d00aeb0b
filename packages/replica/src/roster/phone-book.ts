/**
 * The telephones of all cards: which rows have one, and how many callers there are. As words of the index they would be
 * most of its memory.
 */
import { openCallers } from "./callers.ts";
import { openPhoneNumbers } from "./phone-numbers.ts";
import { openPostings } from "./postings.ts";

export interface PhonesOfRow {
  /** All telephones of the card. */
  readonly phones: readonly string[];
  /** Those of each person who has called. */
  readonly callers: readonly (readonly string[])[];
}

export interface PhoneBook {
  readonly change: (row: number, before: PhonesOfRow | undefined, now: PhonesOfRow) => void;
  /** Marks rows with a number that begins or ends so. */
  readonly mark: (digits: string, hits: Uint8Array) => void;
  /** Rows that have this number, however it is written. */
  readonly rows: (phone: string) => readonly number[];
  readonly callers: () => number;
  /** Its id, the same however it is written. */
  readonly learn: (phone: string) => number;
  readonly size: () => number;
}

export function openPhoneBook(): PhoneBook {
  const numbers = openPhoneNumbers();
  const postings = openPostings();
  const callers = openCallers();

  function circleOf(phones: readonly string[]): readonly number[] {
    const ids = phones.map(numbers.learn);
    return ids.length < 2 ? ids : [...new Set(ids)];
  }

  function exchange(row: number, before: readonly string[], now: readonly string[]): void {
    const [had, has] = [before.map(numbers.learn), now.map(numbers.learn)];
    for (const id of had) if (!has.includes(id)) postings.remove(id, row);
    for (const id of has) if (!had.includes(id) && !postings.has(id, row)) postings.add(id, row);
  }

  return {
    change(row, before, now) {
      if (before) exchange(row, before.phones, now.phones);
      else for (const phone of now.phones) postings.add(numbers.learn(phone), row);
      callers.change(row, now.callers.map(circleOf));
    },
    mark: (digits, hits) => numbers.like(digits, (id) => postings.mark(id, hits)),
    rows(phone) {
      const id = numbers.find(phone);
      return id === undefined ? [] : postings.rows(id);
    },
    callers: callers.count,
    learn: numbers.learn,
    size: numbers.size,
  };
}

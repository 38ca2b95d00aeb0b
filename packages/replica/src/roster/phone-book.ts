/**
 * The telephones of all cards, each once: which rows have it, and which people are one because they share it. Numbers are
 * found by their first digits and by their last, in one scan of typed columns; as words of the index they would be most
 * of its memory.
 *
 * See note: Who is one caller (casework/counters.ts). A circle of telephones can only grow in place; where a card took one
 * back, the circles are drawn again, from what every row has, when somebody next counts.
 */
import { grown } from "./texts.ts";
import { phoneDigits } from "./words-of.ts";

export type Callers = readonly (readonly string[])[];

export interface PhonesOfRow {
  /** All telephones of the card. */
  readonly phones: readonly string[];
  /** Those of each person who has called. */
  readonly callers: Callers;
}

export interface PhoneBook {
  readonly change: (row: number, before: PhonesOfRow | undefined, now: PhonesOfRow) => void;
  /** Marks rows with a number that begins or ends so. */
  readonly mark: (digits: string, hits: Uint8Array) => void;
  /** Rows that have this number, however it is written. */
  readonly rows: (phone: string) => readonly number[];
  readonly callers: () => number;
}

const nobody: readonly number[] = [];
const none: PhonesOfRow = { phones: [], callers: [] };

export function openPhoneBook(): PhoneBook {
  const idByDigits = new Map<string, number>();
  const numbers: number[] = [];
  const lengths: number[] = [];
  const rowsById: (number | readonly number[])[] = [];
  /** The usual row has one caller with one telephone: its id, plus one. */
  let single = new Int32Array(1024);
  /** The circles of every other row that has any. */
  const severalByRow = new Map<number, readonly (readonly number[])[]>();
  let parents: number[] = [];
  let without = 0;
  let circles = 0;
  let isStale = false;

  function idOf(phone: string): number {
    const digits = phoneDigits(phone) ?? phone;
    const known = idByDigits.get(digits);
    if (known !== undefined) return known;
    const id = numbers.length;
    idByDigits.set(digits, id);
    // Fifteen digits are the most that a number has; what is longer is no number and is not searched as one.
    numbers.push(/^\d{5,15}$/.test(digits) ? Number(digits) : -1);
    lengths.push(digits.length);
    rowsById.push(nobody);
    return id;
  }

  const rowsOf = (id: number): readonly number[] => {
    const rows = rowsById[id] ?? [];
    return typeof rows === "number" ? [rows] : rows;
  };
  function setRows(id: number, rows: readonly number[]): void {
    const [only] = rows;
    rowsById[id] = rows.length === 1 && only !== undefined ? only : [...rows];
  }

  function rootOf(id: number): number {
    let root = id;
    for (let next = parents[root] ?? -1; next >= 0 && next !== root; next = parents[root] ?? -1) root = next;
    parents[id] = root;
    return root;
  }

  function join(circle: readonly number[]): void {
    const [first] = circle;
    if (first === undefined) {
      without += 1;
      return;
    }
    for (const id of circle) {
      if ((parents[id] ?? -1) >= 0) continue;
      parents[id] = id;
      circles += 1;
    }
    for (const id of circle) {
      const [a, b] = [rootOf(first), rootOf(id)];
      if (a === b) continue;
      parents[b] = a;
      circles -= 1;
    }
  }

  const unpacked = (row: number): readonly (readonly number[])[] => {
    const id = single[row] ?? 0;
    return id > 0 ? [[id - 1]] : (severalByRow.get(row) ?? []);
  };

  function count(row: number, callers: Callers): void {
    const before = unpacked(row);
    const now = callers.map((phones) => [...new Set(phones.map(idOf))]);
    without -= before.filter((circle) => circle.length === 0).length;
    const isGrown = before.every((circle) => now.some((larger) => circle.every((id) => larger.includes(id))));
    if (!isGrown) isStale = true;
    now.forEach(join);
    const [only, ...more] = now;
    const [id, ...ids] = only ?? [];
    if (row >= single.length) single = grown(single, new Int32Array(Math.max(row + 1, single.length * 2)));
    const isSingle = more.length === 0 && ids.length === 0 && id !== undefined;
    single[row] = isSingle ? id + 1 : 0;
    if (isSingle || only === undefined) severalByRow.delete(row);
    else severalByRow.set(row, now);
  }

  function drawAgain(): void {
    parents = numbers.map(() => -1);
    without = 0;
    circles = 0;
    isStale = false;
    for (const id of single) {
      if (id === 0) continue;
      const own = id - 1;
      if ((parents[own] ?? -1) < 0) {
        parents[own] = own;
        circles += 1;
      }
    }
    for (const several of severalByRow.values()) several.forEach(join);
  }

  return {
    change(row, before = none, now) {
      for (const phone of before.phones) {
        if (now.phones.includes(phone)) continue;
        const id = idOf(phone);
        setRows(
          id,
          rowsOf(id).filter((one) => one !== row),
        );
      }
      for (const phone of now.phones) {
        const id = idOf(phone);
        if (!rowsOf(id).includes(row)) setRows(id, [...rowsOf(id), row]);
      }
      count(row, now.callers);
    },
    mark(digits, hits) {
      const wanted = Number(digits);
      const end = 10 ** digits.length;
      for (let id = 0; id < numbers.length; id += 1) {
        const number = numbers[id] ?? -1;
        const more = (lengths[id] ?? 0) - digits.length;
        if (number < 0 || more < 0) continue;
        if (number % end !== wanted && Math.floor(number / 10 ** more) !== wanted) continue;
        for (const row of rowsOf(id)) hits[row] = 1;
      }
    },
    rows(phone) {
      const id = idByDigits.get(phoneDigits(phone) ?? phone);
      return id === undefined ? [] : rowsOf(id);
    },
    callers() {
      if (isStale) drawAgain();
      return without + circles;
    },
  };
}

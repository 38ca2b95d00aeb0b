/**
 * Every telephone of all cards once, under a number of its own (its id). Most have five to fifteen digits: those stand in
 * typed columns, found by hash, and by their first or last digits in one scan. What is no number is kept as it was told.
 */
import { grown } from "./texts.ts";
import { phoneDigits } from "./words-of.ts";

export interface PhoneNumbers {
  /** However it is written; a new one gets an id. */
  readonly learn: (phone: string) => number;
  /** undefined: no card ever had it. */
  readonly find: (phone: string) => number | undefined;
  /** Calls `take` with each that begins or ends with these digits, at least five. */
  readonly like: (digits: string, take: (id: number) => void) => void;
  readonly size: () => number;
}

const LEAST = 5;
/** What is longer is no number and is not searched as one. */
const MOST = 15;
const FIVE = 10 ** LEAST;

export function openPhoneNumbers(): PhoneNumbers {
  /** The digits with a 1 before them, so that zeros in front count; 0: told in words. */
  let keys = new Float64Array(1024);
  let heads = new Int32Array(1024);
  let tails = new Int32Array(1024);
  let slots = new Int32Array(4096); // id + 1 by hash; 0: nothing
  const idByWords = new Map<string, number>();
  let size = 0;

  function slotOf(key: number): number {
    const mask = slots.length - 1;
    let slot = hashOf(key) & mask;
    for (let known = slots[slot] ?? 0; known !== 0; known = slots[slot] ?? 0) {
      if (keys[known - 1] === key) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  function add(key: number): number {
    if (size === keys.length) {
      keys = grown(keys, new Float64Array(size * 2));
      heads = grown(heads, new Int32Array(size * 2));
      tails = grown(tails, new Int32Array(size * 2));
    }
    const digits = lengthOf(key);
    keys[size] = key;
    heads[size] = key === 0 ? -1 : Math.floor((key - 10 ** digits) / 10 ** (digits - LEAST));
    tails[size] = key === 0 ? -1 : (key - 10 ** digits) % FIVE;
    size += 1;
    return size - 1;
  }

  function spread(): void {
    slots = new Int32Array(slots.length * 2);
    for (let id = 0; id < size; id += 1) {
      const key = keys[id] ?? 0;
      if (key !== 0) slots[slotOf(key)] = id + 1;
    }
  }

  return {
    learn(phone) {
      const key = keyOf(phone);
      if (key === 0) {
        const words = phoneDigits(phone) ?? phone;
        const id = idByWords.get(words) ?? add(0);
        idByWords.set(words, id);
        return id;
      }
      const slot = slotOf(key);
      const known = slots[slot] ?? 0;
      if (known !== 0) return known - 1;
      const id = add(key);
      slots[slot] = id + 1;
      if (size * 2 > slots.length) spread();
      return id;
    },
    find(phone) {
      const key = keyOf(phone);
      if (key === 0) return idByWords.get(phoneDigits(phone) ?? phone);
      const known = slots[slotOf(key)] ?? 0;
      return known === 0 ? undefined : known - 1;
    },
    like(digits, take) {
      if (digits.length < LEAST || digits.length > MOST) return;
      const [wanted, end] = [Number(digits), 10 ** digits.length];
      const [head, tail] = [Number(digits.slice(0, LEAST)), Number(digits.slice(-LEAST))];
      for (let id = 0; id < size; id += 1) {
        if (heads[id] !== head && tails[id] !== tail) continue;
        const key = keys[id] ?? 0;
        const length = lengthOf(key);
        if (length < digits.length) continue;
        const number = key - 10 ** length;
        const isLike =
          number % end === wanted || Math.floor(number / 10 ** (length - digits.length)) === wanted;
        if (isLike) take(id);
      }
    },
    size: () => size,
  };
}

/** 0: it has too few digits or too many. As phoneDigits says, without making texts. */
function keyOf(phone: string): number {
  let number = 0;
  let length = 0;
  let first = 0;
  for (let at = 0; at < phone.length; at += 1) {
    const digit = phone.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) continue;
    if (length === 0) first = digit;
    number = number * 10 + digit;
    length += 1;
    if (length > MOST) return 0;
  }
  // The country's 7 or 8.
  if (length === 11 && (first === 7 || first === 8)) return 10 ** 10 + (number % 10 ** 10);
  return length < LEAST ? 0 : 10 ** length + number;
}

function lengthOf(key: number): number {
  let length = LEAST;
  while (key >= 10 ** (length + 1)) length += 1;
  return length;
}

function hashOf(key: number): number {
  const high = Math.floor(key / 2 ** 32);
  const mixed = Math.imul((key - high * 2 ** 32) ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

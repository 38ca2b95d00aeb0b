/** A short list of numbers for each of very many things, in two typed arrays. A list put anew leaves its old place empty. */
import { openNumbers } from "./numbers.ts";

export interface NumberLists {
  readonly put: (thing: number, list: readonly number[]) => void;
  readonly has: (thing: number) => boolean;
  readonly get: (thing: number) => readonly number[];
  readonly each: (thing: number, visit: (number: number) => void) => void;
}

const longest = 255;

export function openNumberLists(): NumberLists {
  const begins = openNumbers();
  const counts = openNumbers();
  const numbers = openNumbers();
  /** One more than there are; 0 or less: never put. */
  const countOf = (thing: number): number => Math.max(0, counts.get(thing) - 1);
  return {
    put(thing, list) {
      const kept = list.length > longest ? list.slice(0, longest) : list;
      if (kept.length > countOf(thing)) begins.set(thing, numbers.length());
      const begin = begins.get(thing);
      kept.forEach((number, at) => numbers.set(begin + at, number));
      counts.set(thing, kept.length + 1);
    },
    has: (thing) => counts.get(thing) > 0,
    get(thing) {
      const count = countOf(thing);
      if (count === 0) return none;
      const begin = begins.get(thing);
      const list: number[] = [];
      for (let at = begin; at < begin + count; at += 1) list.push(numbers.get(at));
      return list;
    },
    each(thing, visit) {
      const begin = begins.get(thing);
      const end = begin + countOf(thing);
      for (let at = begin; at < end; at += 1) visit(numbers.get(at));
    },
  };
}
const none: readonly number[] = [];

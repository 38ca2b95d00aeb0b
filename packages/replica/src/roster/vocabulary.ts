/**
 * Every word of all cards once, as a number. Words stand letter after letter in one typed page and are found by their
 * hash: reading five million of them on a first day makes no strings at all.
 */
import { grown } from "./texts.ts";
import { eachWord, HASH_BEGINS, hashedOn, LONGEST_WORD } from "./words-of.ts";

export interface Vocabulary {
  /** Calls `take` with the number of each word of the text; new words get one. */
  readonly learn: (text: string, take: (word: number) => void) => void;
  /** undefined: no card ever had it. */
  readonly find: (word: string) => number | undefined;
  /** Calls `take` with every word that begins so. */
  readonly beginning: (beginning: string, take: (word: number) => void) => void;
}

export function openVocabulary(): Vocabulary {
  let letters = new Uint16Array(1 << 14);
  let starts = new Int32Array(1024); // the place of word n, and at n + 1 where it ends
  /** The first two letters: most words are told apart by them in one comparison. */
  let firsts = new Int32Array(1024);
  let slots = new Int32Array(4096); // word + 1 by hash; 0: nothing
  let size = 0;
  const word = new Uint16Array(LONGEST_WORD);

  function hashOf(from: Uint16Array, start: number, end: number): number {
    let hash = HASH_BEGINS;
    for (let at = start; at < end; at += 1) hash = hashedOn(hash, from[at] ?? 0);
    return hash;
  }
  /** Where to look first: the lower bits alone would crowd. */
  const firstSlot = (hash: number, mask: number) => (hash ^ (hash >>> 15)) & mask;

  const firstsOf = (from: Uint16Array, start: number, length: number) =>
    ((from[start] ?? 0) << 16) | (length > 1 ? (from[start + 1] ?? 0) : 0);

  function isAt(known: number, length: number): boolean {
    const start = starts[known] ?? 0;
    if ((starts[known + 1] ?? 0) - start !== length) return false;
    for (let at = 0; at < length; at += 1) if (letters[start + at] !== word[at]) return false;
    return true;
  }

  /** The slot where the word of this length in `word` is, or where it would be. */
  function slotOf(length: number, hash: number): number {
    const mask = slots.length - 1;
    let slot = firstSlot(hash, mask);
    for (let known = slots[slot] ?? 0; known !== 0; known = slots[slot] ?? 0) {
      if (isAt(known - 1, length)) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  function add(slot: number, length: number): number {
    const known = size;
    const start = starts[known] ?? 0;
    if (start + length > letters.length) letters = grown(letters, new Uint16Array(letters.length * 2));
    if (known + 2 > starts.length) {
      starts = grown(starts, new Int32Array(starts.length * 2));
      firsts = grown(firsts, new Int32Array(firsts.length * 2));
    }
    letters.set(word.subarray(0, length), start);
    starts[known + 1] = start + length;
    firsts[known] = firstsOf(word, 0, length);
    slots[slot] = known + 1;
    size += 1;
    if (size * 2 > slots.length) spread();
    return known;
  }

  function spread(): void {
    slots = new Int32Array(slots.length * 2);
    const mask = slots.length - 1;
    for (let known = 0; known < size; known += 1) {
      let slot = firstSlot(hashOf(letters, starts[known] ?? 0, starts[known + 1] ?? 0), mask);
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = known + 1;
    }
  }

  function spell(text: string): number {
    const length = Math.min(text.length, LONGEST_WORD);
    for (let at = 0; at < length; at += 1) word[at] = text.charCodeAt(at);
    return length;
  }

  return {
    learn: (text, take) =>
      eachWord(text, word, (length, hash) => {
        const slot = slotOf(length, hash);
        const known = slots[slot] ?? 0;
        take(known === 0 ? add(slot, length) : known - 1);
      }),
    find(text) {
      const length = spell(text);
      const known = slots[slotOf(length, hashOf(word, 0, length))] ?? 0;
      return known === 0 ? undefined : known - 1;
    },
    beginning(text, take) {
      const length = spell(text);
      if (length === 0) return;
      const wanted = firstsOf(word, 0, length);
      const mask = length > 1 ? -1 : -65_536;
      for (let known = 0; known < size; known += 1) {
        if (((firsts[known] ?? 0) & mask) !== wanted) continue;
        const start = starts[known] ?? 0;
        if ((starts[known + 1] ?? 0) - start < length) continue;
        let same = Math.min(length, 2);
        while (same < length && letters[start + same] === word[same]) same += 1;
        if (same === length) take(known);
      }
    },
  };
}

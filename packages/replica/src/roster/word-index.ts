/** Which rows have which word, and which have one that begins so. */
import { openPostings } from "./postings.ts";
import { openVocabulary } from "./vocabulary.ts";

export interface WordIndex {
  /** What a row says now; `before` is what it said until now. */
  change(row: number, before: readonly string[], now: readonly string[]): void;
  /** Marks in `hits` every row that has a word beginning so. */
  mark(beginning: string, hits: Uint8Array): void;
  /** Rows that have exactly this word. */
  rows(word: string): readonly number[];
}

export function openWordIndex(): WordIndex {
  const vocabulary = openVocabulary();
  const postings = openPostings();

  function wordsIn(texts: readonly string[]): ReadonlySet<number> {
    const words = new Set<number>();
    for (const text of texts) vocabulary.learn(text, (word) => words.add(word));
    return words;
  }

  return {
    change(row, before, now) {
      if (before.length === 0) {
        // The usual case on a first day. A word said twice stands once: the row just added is its newest.
        for (const text of now) vocabulary.learn(text, (word) => postings.add(word, row));
        return;
      }
      const [had, has] = [wordsIn(before), wordsIn(now)];
      for (const word of had) if (!has.has(word)) postings.remove(word, row);
      for (const word of has) if (!had.has(word)) postings.add(word, row);
    },
    mark: (beginning, hits) => vocabulary.beginning(beginning, (word) => postings.mark(word, hits)),
    rows(word) {
      const known = vocabulary.find(word);
      return known === undefined ? [] : postings.rows(known);
    },
  };
}

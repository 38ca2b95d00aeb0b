/**
 * Names read ahead of the index by somebody else, in another worker: most of what an index of very many reports costs is
 * the reading of names, and it asks nothing of the other reports. What crosses is plain: words met for the first time as
 * bytes, readings as numbers of words.
 *
 * Must stay true: an index that takes names read ahead answers as one that reads them itself.
 */
import { openNamesStore, openVocabulary, type Vocabulary, type WordReading } from "./names-store.ts";
import { openNumbers } from "./numbers.ts";

export interface ToRead {
  readonly names: readonly string[];
  /** Read too where the names hold no surname: it may be the caller's. */
  readonly caller: string;
}
export interface ReadNames {
  /** Of each name in turn: how many readings; of each reading its surname, given name, patronymic, doubt, how many others, and they. */
  readonly readings: Int32Array;
  /** Words since the last portion, in the order of their numbers. */
  readonly words: readonly string[];
  /** How many bytes each of them has, and they. */
  readonly lengths: Int32Array;
  readonly parts: Uint8Array;
}
export interface NamesReader {
  readonly read: (portion: readonly ToRead[]) => ReadNames;
}

export function openNamesReader(): NamesReader {
  const vocabulary = openVocabulary();
  const names = openNamesStore(vocabulary);
  const callers = new Set<string>();
  let told = 0;

  return {
    read(portion) {
      const numbers = openNumbers(portion.length * 8);
      for (const { names: texts, caller } of portion) {
        const readings = names.read(texts);
        numbers.push(readings.length);
        for (const { surname, given, patronymic, doubt, others } of readings)
          for (const number of [
            surname,
            given,
            patronymic,
            Math.round(doubt * DOUBT),
            others.length,
            ...others,
          ])
            numbers.push(number);
        if (readings[0]?.surname !== -1 || caller.trim() === "" || callers.has(caller)) continue;
        callers.add(caller);
        names.read([caller]);
      }
      const from = told;
      told = vocabulary.size();
      return { readings: numbers.view().slice(), ...vocabulary.since(from) };
    },
  };
}

/** As fine as the store keeps it. */
const DOUBT = 8;

export interface NamesAhead {
  /** The next portion, as it came. */
  readonly take: (read: ReadNames) => void;
  /** Of the name that was sent in this place, counted over all portions. undefined: it has not come. */
  readonly at: (place: number) => readonly WordReading[] | undefined;
}

/** `vocabulary` is the index's own, in which the words have other numbers. */
export function openNamesAhead(vocabulary: Vocabulary): NamesAhead {
  const ids = openNumbers();
  const numbers = openNumbers();
  const begins = openNumbers();

  const wordAt = (at: number): number => (numbers.get(at) < 0 ? -1 : ids.get(numbers.get(at)));

  function take({ readings, words, lengths, parts }: ReadNames): void {
    let begin = 0;
    for (const [at, word] of words.entries()) {
      const end = begin + (lengths[at] ?? 0);
      ids.push(vocabulary.adopt(word, parts.subarray(begin, end)));
      begin = end;
    }
    const offset = numbers.length();
    for (let at = 0; at < readings.length;) {
      begins.push(offset + at);
      let left = readings[at++] ?? 0;
      for (; left > 0; left -= 1) at += OTHERS + 1 + (readings[at + OTHERS] ?? 0);
    }
    for (const number of readings) numbers.push(number);
  }

  return {
    take,
    at(place) {
      if (place >= begins.length()) return undefined;
      let at = begins.get(place);
      return Array.from({ length: numbers.get(at++) }, (): WordReading => {
        const begin = at;
        const count = numbers.get(begin + OTHERS);
        at += OTHERS + 1 + count;
        return {
          surname: wordAt(begin),
          given: wordAt(begin + 1),
          patronymic: wordAt(begin + 2),
          doubt: numbers.get(begin + 3) / DOUBT,
          others: Array.from({ length: count }, (_, other) => wordAt(begin + OTHERS + 1 + other)),
        };
      });
    },
  };
}

/** Where in a reading it stands how many other words there are. */
const OTHERS = 4;

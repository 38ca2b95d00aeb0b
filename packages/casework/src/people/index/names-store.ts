/** Names of many records without an object for each: words are kept once as parts, a reading is four numbers. */
import { normaliseName, plainName } from "../normalise.ts";
import { partOf, type Part } from "../part.ts";
import { readingsOf, type NameReading } from "../roles.ts";
import { openNumbers } from "./numbers.ts";
import { openPartPages } from "./part-pages.ts";

export interface Vocabulary {
  readonly idOf: (word: string) => number;
  readonly part: (id: number) => Part | undefined;
  readonly partFor: (word: string) => Part;
  readonly knows: (word: string) => boolean;
  readonly size: () => number;
}

export function openVocabulary(): Vocabulary {
  const ids = new Map<string, number>();
  const partFor = (word: string): Part => pages.get(idOf(word)) ?? partOf(word);
  const pages = openPartPages(partFor);
  function idOf(word: string): number {
    const known = ids.get(word);
    if (known !== undefined) return known;
    const part = partOf(word);
    const id = pages.size();
    pages.add(part);
    ids.set(word, id);
    return id;
  }
  return { idOf, part: pages.get, partFor, knows: (word) => ids.has(word), size: pages.size };
}

/** A stored reading as numbers: ids of surname, given name, patronymic and one more word, -1 where absent. */
export interface Cells {
  readonly surname: number;
  readonly given: number;
  readonly patronymic: number;
  readonly other: number;
  readonly doubt: number;
}
export interface NamesStore {
  readonly put: (record: number, names: readonly string[]) => readonly NameReading[];
  readonly readings: (record: number) => readonly NameReading[];
  readonly cells: (record: number) => readonly Cells[];
}

const perReading = 4;
const noOthers: readonly Part[] = [];

export function openNamesStore(vocabulary: Vocabulary): NamesStore {
  const begins = openNumbers();
  const counts = openNumbers();
  const numbers = openNumbers();
  const cellOf = (part: Part | undefined): number => (part ? vocabulary.idOf(part.text) : -1);

  /** Words met before need no second look: nearly all of a roster is written plainly, in words that others have too. */
  function wordsOf(name: string): readonly string[] {
    if (plainName.test(name)) {
      const words = name.toLowerCase().split(" ");
      if (words.every(vocabulary.knows)) return words;
    }
    return normaliseName(name);
  }

  function put(record: number, names: readonly string[]): readonly NameReading[] {
    const readings = names.flatMap((name) => readingsOf(wordsOf(name), vocabulary.partFor)).slice(0, 12);
    begins.set(record, numbers.length());
    counts.set(record, readings.length);
    for (const reading of readings) {
      numbers.push(cellOf(reading.surname));
      numbers.push(cellOf(reading.given));
      numbers.push(cellOf(reading.patronymic));
      numbers.push(Math.min(63, Math.round(reading.doubt * 8)) + 64 * (cellOf(reading.others[0]) + 1));
    }
    return readings;
  }

  function cells(record: number): readonly Cells[] {
    const out: Cells[] = [];
    const begin = begins.get(record);
    for (let n = 0; n < counts.get(record); n += 1) {
      const at = begin + n * perReading;
      const last = numbers.get(at + 3);
      out.push({
        surname: numbers.get(at),
        given: numbers.get(at + 1),
        patronymic: numbers.get(at + 2),
        other: (last >> 6) - 1,
        doubt: (last & 63) / 8,
      });
    }
    return out;
  }

  const partAt = (id: number): Part | undefined => (id < 0 ? undefined : vocabulary.part(id));
  const readings = (record: number): readonly NameReading[] =>
    cells(record).map((cell) => {
      const other = partAt(cell.other);
      return {
        surname: partAt(cell.surname),
        given: partAt(cell.given),
        patronymic: partAt(cell.patronymic),
        others: other ? [other] : noOthers,
        cost: 0,
        doubt: cell.doubt,
      };
    });
  return { put, readings, cells };
}

/** Names of many records without an object for each: words are kept once as parts, a reading is four numbers. */
import { partedWords } from "../glued.ts";
import { normaliseName, plainName } from "../normalise.ts";
import { partOf, type Part } from "../part.ts";
import {
  arrangementsOf,
  leaningOf,
  mindsNeighbours,
  wordsInRoles,
  type Arrangement,
  type Leaning,
  type NameReading,
} from "../roles.ts";
import { openNumbers } from "./numbers.ts";
import { openPartPages, type Written } from "./part-pages.ts";

export interface Vocabulary {
  readonly idOf: (word: string) => number;
  readonly part: (id: number) => Part | undefined;
  /** -1: never met. */
  readonly find: (word: string) => number;
  /** Whether it may be one with the words beside it. */
  readonly mindsNeighbours: (id: number) => boolean;
  /** The words of which it was run together; undefined: it is one word. */
  readonly pieces: (id: number) => readonly number[] | undefined;
  /** Arranged once for all names whose words lean alike. */
  readonly arrangements: (ids: readonly number[]) => readonly Arrangement[];
  readonly size: () => number;
  /** Words from this number on, as bytes. */
  readonly since: (from: number) => Written;
  /** A word that another vocabulary has written; its number here. */
  readonly adopt: (word: string, part: Uint8Array) => number;
  /** Lets go of what is only quick to have while very many names are read. */
  readonly rest: () => void;
}

const none: readonly never[] = [];
/** Three of them make a whole number. */
const mostLeanings = 2 ** 16;
const mostArranged = 20_000;
const ALONE = 1;
const NEIGHBOURLY = 2;

export function openVocabulary(): Vocabulary {
  const ids = new Map<string, number>();
  const partFor = (word: string): Part => pages.get(idOf(word)) ?? partOf(word);
  const pages = openPartPages(partFor);
  const leanings: Leaning[] = [];
  const leaningIds = new Map<string, number>();
  /** Plus one, and 0 or less: not looked at yet, as with the next two. */
  const leaningOfWord = openNumbers();
  /** ALONE or NEIGHBOURLY. */
  const neighbourly = openNumbers();
  const wholes = openNumbers();
  const pieces = new Map<number, readonly number[]>();
  let arranged = new Map<number, readonly Arrangement[]>();

  function idOf(word: string): number {
    const known = ids.get(word);
    if (known !== undefined) return known;
    const id = pages.size();
    pages.add(partOf(word));
    ids.set(word, id);
    return id;
  }

  function leaningAt(word: number): number {
    const known = leaningOfWord.get(word);
    if (known > 0) return known - 1;
    const part = pages.get(word);
    const id = part ? leaningId(leaningOf(part)) : 0;
    leaningOfWord.set(word, id + 1);
    return id;
  }

  function leaningId(leaning: Leaning): number {
    const { costs, namesFather, sexAsSurname, sexAsPatronymic } = leaning;
    const key = `${costs.S} ${costs.G} ${costs.P} ${costs.X} ${namesFather} ${sexAsSurname} ${sexAsPatronymic}`;
    let id = leaningIds.get(key);
    if (id === undefined) leaningIds.set(key, (id = leanings.push(leaning) - 1));
    return id;
  }

  return {
    idOf,
    part: pages.get,
    find: (word) => ids.get(word) ?? -1,
    mindsNeighbours(id) {
      const known = neighbourly.get(id);
      if (known > 0) return known === NEIGHBOURLY;
      const minds = mindsNeighbours(pages.get(id)?.text ?? "");
      neighbourly.set(id, minds ? NEIGHBOURLY : ALONE);
      return minds;
    },
    pieces(id) {
      if (wholes.get(id) === 1) return undefined;
      const known = pieces.get(id);
      if (known) return known;
      const whole = pages.get(id);
      const words = whole ? partedWords(whole.text, whole) : none;
      wholes.set(id, Number(words.length < 2));
      if (words.length < 2) return undefined;
      const ids = words.map(idOf);
      pieces.set(id, ids);
      return ids;
    },
    arrangements(words) {
      let key = words.length;
      for (const id of words) key = key * mostLeanings + leaningAt(id);
      const known = words.length < 4 ? arranged.get(key) : undefined;
      if (known) return known;
      const found = arrangementsOf(words.flatMap((id) => leanings[leaningAt(id)] ?? []));
      if (arranged.size >= mostArranged) arranged = new Map();
      if (words.length < 4 && leanings.length <= mostLeanings) arranged.set(key, found);
      return found;
    },
    size: pages.size,
    since: pages.since,
    adopt(word, part) {
      const known = ids.get(word);
      if (known !== undefined) return known;
      ids.set(word, pages.size());
      return pages.adopt(word, part);
    },
    rest() {
      arranged = new Map();
      pages.rest();
    },
  };
}

/** A reading as ids of words, -1 where nothing was said. */
export interface WordReading {
  readonly surname: number;
  readonly given: number;
  readonly patronymic: number;
  readonly others: readonly number[];
  readonly doubt: number;
}
export interface NamesStore {
  readonly read: (names: readonly string[]) => readonly WordReading[];
  readonly put: (record: number, readings: readonly WordReading[]) => void;
  readonly readings: (record: number) => readonly NameReading[];
  readonly has: (record: number) => boolean;
}

const perReading = 4;

export function openNamesStore(vocabulary: Vocabulary): NamesStore {
  const begins = openNumbers();
  /** One more than there are. */
  const counts = openNumbers();
  const numbers = openNumbers();

  /** Words met before need no second look: nearly all of a roster is written plainly, in words that others have too. */
  function wordIds(name: string): readonly number[] {
    if (plainName.test(name)) {
      const words = name.toLowerCase().split(" ");
      const ids = words.map(vocabulary.find);
      if (ids.every((id) => id >= 0)) {
        if (ids.some(vocabulary.mindsNeighbours)) return wordsInRoles(words).map(vocabulary.idOf);
        return ids;
      }
    }
    return wordsInRoles(normaliseName(name)).map(vocabulary.idOf);
  }

  function readingsIn(name: string): readonly WordReading[] {
    const said = wordIds(name);
    const ids = said.some((id) => vocabulary.pieces(id))
      ? said.flatMap((id) => vocabulary.pieces(id) ?? id)
      : said;
    return vocabulary.arrangements(ids).map(({ roles, doubt }) => ({
      surname: ids[roles.indexOf("S")] ?? -1,
      given: ids[roles.indexOf("G")] ?? -1,
      patronymic: ids[roles.indexOf("P")] ?? -1,
      others: ids.length < 3 ? none : ids.filter((_, at) => (roles[at] ?? "X") === "X"),
      doubt,
    }));
  }

  function read(names: readonly string[]): readonly WordReading[] {
    return names.length === 1 ? readingsIn(names[0] ?? "") : names.flatMap(readingsIn).slice(0, 12);
  }

  function put(record: number, readings: readonly WordReading[]): void {
    begins.set(record, numbers.length());
    counts.set(record, readings.length + 1);
    for (const { surname, given, patronymic, others, doubt } of readings) {
      numbers.push(surname);
      numbers.push(given);
      numbers.push(patronymic);
      numbers.push(Math.min(63, Math.round(doubt * 8)) + 64 * ((others[0] ?? -1) + 1));
    }
  }

  const partAt = (id: number): Part | undefined => (id < 0 ? undefined : vocabulary.part(id));
  function readings(record: number): readonly NameReading[] {
    const begin = begins.get(record);
    const end = begin + (counts.get(record) - 1) * perReading;
    const all: NameReading[] = [];
    for (let at = begin; at < end; at += perReading) {
      const last = numbers.get(at + 3);
      const other = partAt((last >> 6) - 1);
      all.push({
        surname: partAt(numbers.get(at)),
        given: partAt(numbers.get(at + 1)),
        patronymic: partAt(numbers.get(at + 2)),
        others: other ? [other] : none,
        cost: 0,
        doubt: (last & 63) / 8,
      });
    }
    return all;
  }
  return { read, put, readings, has: (record) => counts.get(record) > 0 };
}

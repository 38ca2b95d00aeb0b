/**
 * The keys under which a part of a name can be found: sounds (surname stems, and given names nobody has listed), classes of given names, and
 * fathers. Sounds can be searched by likeness; the search runs over the vocabulary, some ten thousand words, never over the records.
 * Note: keys stay here. A phonetic key is the name; neither keys nor hashes of them may ever leave the device.
 */
import { bitsApart, farness, maskOf } from "../distance.ts";
import type { Part } from "../part.ts";
import { openNumbers } from "./numbers.ts";

export interface NearKey {
  readonly key: number;
  readonly far: number;
}
export interface Keys {
  readonly sound: (word: string) => number;
  readonly given: (cls: number) => number;
  readonly father: (cls: number) => number;
  /** A surname's stem as a number. */
  readonly stem: (stem: string) => number;
  readonly findStem: (stem: string) => number | undefined;
  /** A surname and the letter that the given name begins with. */
  readonly initial: (stem: number, letter: string) => number;
  readonly findInitial: (stem: number, letter: string) => number | undefined;
  /** The key of a word if anything is filed under it. */
  readonly find: (word: string) => number | undefined;
  readonly near: (word: string, limit: number) => readonly NearKey[];
  readonly size: () => number;
}

/** No two letters of the fine alphabet are the same by this. */
const letters = 64;
const mostAsked = 5_000;

export function openKeys(): Keys {
  const byText = new Map<string, number>();
  const byInitial = new Map<number, number>();
  const stems = new Map<string, number>();
  const words: string[] = [];
  const wordKeys = openNumbers();
  const masks = openNumbers();
  const lengths = openNumbers();
  let count = 0;

  function keyOf(text: string): number {
    const known = byText.get(text);
    if (known !== undefined) return known;
    const key = count;
    count += 1;
    byText.set(text, key);
    return key;
  }

  /** Common words are asked for again and again; forgotten as soon as there is another word. */
  const asked = new Map<string, readonly NearKey[]>();

  function near(word: string, limit: number): readonly NearKey[] {
    const key = `${word} ${limit}`;
    const known = asked.get(key) ?? nearest(word, limit);
    if (asked.size < mostAsked) asked.set(key, known);
    return known;
  }

  function nearest(word: string, limit: number): readonly NearKey[] {
    const found: NearKey[] = [];
    const mask = maskOf(word);
    const length = word.length;
    const allMasks = masks.view();
    const allLengths = lengths.view();
    const [same, one, two] = length < 5 ? [7, 6, -1] : [8, 8, 7];
    for (let at = 0; at < allMasks.length; at += 1) {
      const apart = Math.abs((allLengths[at] ?? 0) - length);
      // Counted over a large vocabulary: whoever is farther than this by mask is hardly ever near by ear.
      const most = apart === 0 ? same : apart === 1 ? one : apart === 2 ? two : -1;
      if (most < 0 || bitsApart(mask, allMasks[at] ?? 0) > most) continue;
      const far = farness(word, words[at] ?? "", limit);
      if (far <= limit) found.push({ key: wordKeys.get(at), far });
    }
    return found;
  }

  return {
    sound: (word) => {
      const before = count;
      const key = keyOf(word);
      if (count > before) {
        asked.clear();
        words.push(word);
        wordKeys.push(key);
        masks.push(maskOf(word));
        lengths.push(word.length);
      }
      return key;
    },
    given: (cls) => keyOf(`#${cls}`),
    father: (cls) => keyOf(`@${cls}`),
    stem(stem) {
      let number = stems.get(stem);
      if (number === undefined) stems.set(stem, (number = stems.size));
      return number;
    },
    findStem: (stem) => stems.get(stem),
    initial(stem, letter) {
      const initial = initialOf(stem, letter);
      let key = byInitial.get(initial);
      if (key === undefined) {
        key = count;
        count += 1;
        byInitial.set(initial, key);
      }
      return key;
    },
    findInitial: (stem, letter) => byInitial.get(initialOf(stem, letter)),
    find: (word) => byText.get(word),
    near,
    size: () => count,
  };
}

function initialOf(stem: number, letter: string): number {
  return stem * letters + (letter.charCodeAt(0) % letters);
}

/** Everything that one word of a record is filed under. */
export function filedUnder(part: Part, keys: Keys): readonly number[] {
  if (part.initial) return [];
  const under: number[] = [];
  for (const hit of part.given) under.push(keys.given(hit.cls));
  for (const hit of part.fathers) under.push(keys.father(hit.cls));
  const isOnlyGiven = part.given.some((hit) => hit.far === 0 && hit.kind === "full") && !part.surnameLike;
  const isOnlyFather = part.fathers.some((hit) => hit.far === 0);
  if (!isOnlyFather || under.length === 0)
    for (const stem of part.stems.slice(0, isOnlyGiven ? 1 : 4))
      if (stem.length > 1) under.push(keys.sound(stem));
  for (const half of part.halves) for (const stem of half.stems.slice(0, 1)) under.push(keys.sound(stem));
  return under;
}

/**
 * The name index of a roster: typed arrays for 200,000 records, searched by name in a few milliseconds, updated in place per card.
 * A record is three small numbers for each reading of its name; words are kept once. Pure, and runs in the worker.
 */
import { compareAll } from "../compare.ts";
import { headOf, rememberingComparer, type Comparer, type Shares } from "../likeness.ts";
import { normaliseName } from "../normalise.ts";
import type { Part } from "../part.ts";
import { readingsOf, type NameReading } from "../roles.ts";
import { coarseShares } from "../shares.ts";
import { filedUnder, openKeys } from "./keys.ts";
import {
  openNamesStore,
  openVocabulary,
  type NamesStore,
  type Vocabulary,
  type WordReading,
} from "./names-store.ts";
import { openNumberLists } from "./number-lists.ts";
import { openNumbers, type Numbers } from "./numbers.ts";
import { openPostings } from "./postings.ts";

export interface Found {
  readonly record: number;
  readonly bits: number;
}
export interface Looking {
  readonly most: number;
  /** How many of those that share sounds with the name are compared with it. */
  readonly among: number;
  readonly by: Comparer;
}
/** How many are compared where nobody is in a hurry. */
export const whole = 260;
export interface RosterIndex {
  /** Puts a record's name or names in place of what stood there; `read` if they have been read. */
  readonly put: (record: number, names: readonly string[], read?: readonly WordReading[]) => void;
  /** Also found under a word that is not among its names. */
  readonly putUnder: (record: number, word: string) => void;
  /** Once, after the first load, even of nothing: lays the postings flat. Before it nothing is found, after it every put is found at once. */
  readonly settle: () => void;
  readonly search: (name: string, most: number) => readonly Found[];
  readonly find: (asked: readonly NameReading[], looking: Looking) => readonly Found[];
  readonly names: NamesStore;
  readonly vocabulary: Vocabulary;
  readonly shares: Shares;
}

export function openRosterIndex(): RosterIndex {
  const keys = openKeys();
  const postings = openPostings();
  const vocabulary = openVocabulary();
  const names = openNamesStore(vocabulary);
  const filed = openNumberLists();
  const surnameCounts = openNumbers();
  const givenCounts = openNumbers();
  /** Of each word, once it has been filed: its surname's stem, the class of its given name, and the letter it begins with. */
  const stemOf = openNumbers();
  const classOf = openNumbers();
  const heads: string[] = [];
  let records = 0;
  let weightOf = new Float32Array(0);
  let stamps = new Int32Array(0);
  let stamp = 0;

  const countIn = (counts: Numbers, at: number | undefined): number =>
    at === undefined ? 0 : Math.max(0, counts.get(at));
  const shares: Shares = {
    surname: (stem) =>
      records < 500
        ? coarseShares.surname(stem)
        : (countIn(surnameCounts, keys.findStem(stem)) + 2) / (records + 2),
    given: (cls) =>
      records < 500 ? coarseShares.given(cls) : (countIn(givenCounts, cls) + 2) / (records + 2),
  };

  function put(record: number, texts: readonly string[], read?: readonly WordReading[]): void {
    const readings = read ?? names.read(texts);
    names.put(record, readings);
    for (let at = 0; at < readings.length; at += 1) {
      const reading = readings[at];
      if (!reading) continue;
      const earlier = readings.slice(0, at);
      for (const word of wordsOf(reading))
        if (!earlier.some((other) => wordsOf(other).includes(word)))
          eachKey(word, (key) => postings.add(key, record));
    }
    const [best] = readings;
    if (best && best.surname >= 0) {
      const stem = stemOf.get(best.surname);
      const head = heads[best.given];
      if (stem >= 0 && head !== undefined) postings.add(keys.initial(stem, head), record);
      if (stem >= 0) surnameCounts.set(stem, countIn(surnameCounts, stem) + 1);
    }
    const cls = best && best.given >= 0 ? classOf.get(best.given) : -1;
    if (cls >= 0) givenCounts.set(cls, countIn(givenCounts, cls) + 1);
    records = Math.max(records, record + 1);
  }

  function putUnder(record: number, word: string): void {
    eachKey(vocabulary.idOf(word), (key) => postings.add(key, record));
  }

  function eachKey(word: number, visit: (key: number) => void): void {
    if (!filed.has(word)) file(word);
    filed.each(word, visit);
  }

  function file(word: number): void {
    const part = vocabulary.part(word);
    if (!part) return;
    const [stem] = part.stems;
    const [form] = part.forms;
    filed.put(word, filedUnder(part, keys));
    stemOf.set(word, stem === undefined ? -1 : keys.stem(stem));
    classOf.set(word, part.given[0]?.cls ?? -1);
    if (form !== undefined) heads[word] = headOf(form);
  }

  const search = (name: string, most: number): readonly Found[] =>
    find(readingsOf(normaliseName(name)), { most, among: whole, by: rememberingComparer(shares) });

  function find(asked: readonly NameReading[], { most, among, by }: Looking): readonly Found[] {
    if (asked.length === 0 || records === 0) return [];
    if (weightOf.length < records) {
      weightOf = new Float32Array(Math.ceil(records * 1.2));
      stamps = new Int32Array(weightOf.length);
    }
    const touched = openNumbers(4096);
    const asking = [...partsOf(asked)];
    const hasFamily = asking.some((part) => !isKnown(part) && !part.initial);
    for (const part of asking) gather(part, touched, hasFamily);
    for (const reading of asked) if (reading.given?.initial === true) gatherInitial(reading, touched);
    const hasInitials = asked.some(
      (reading) => reading.given?.initial === true || reading.patronymic?.initial === true,
    );
    const best = topOf(touched.view(), hasInitials ? among * 5 : among);
    const found: Found[] = [];
    for (const record of best)
      found.push({ record, bits: compareAll(asked, names.readings(record), by).bits });
    for (const record of touched.view()) weightOf[record] = 0;
    return found.sort((a, b) => b.bits - a.bits || a.record - b.record).slice(0, most);
  }

  /** Adds what one asked word says for every record filed under something like it: each record once for a word, with its best. */
  function gather(part: Part, touched: Numbers, hasFamily: boolean): void {
    const weights = new Map<number, number>();
    const want = (key: number | undefined, share: number): void => {
      if (key === undefined) return;
      const count = postings.count(key);
      if (count === 0) return;
      const weight = Math.max(0.5, Math.log2(records / count + 1)) * share;
      if (weight > (weights.get(key) ?? 0)) weights.set(key, weight);
    };
    for (const hit of part.given)
      want(keys.given(hit.cls), 1 - 0.35 * hit.far - (hit.kind === "short" ? 0.08 : 0));
    for (const hit of part.fathers) want(keys.father(hit.cls), 1 - 0.35 * hit.far);
    const known = isKnown(part);
    for (const stem of new Set([...part.stems, ...part.halves.flatMap((half) => half.stems)])) {
      if (stem.length < 2) continue;
      // A given name or a patronymic that everybody knows needs no guessing while there is a surname to guess.
      if (known && hasFamily) want(keys.find(stem), 1);
      else for (const near of keys.near(stem, known ? 0.6 : 1.25)) want(near.key, 1 - 0.55 * near.far);
    }
    stamp += 1;
    for (const [key, weight] of [...weights].sort((a, b) => b[1] - a[1]))
      postings.each(key, (record) => {
        if (stamps[record] === stamp) return;
        stamps[record] = stamp;
        if (weightOf[record] === 0) touched.push(record);
        weightOf[record] = (weightOf[record] ?? 0) + weight;
      });
  }

  /** Смирнов С. А.: of a thousand Смирновs those whose name begins so come first. */
  function gatherInitial(reading: NameReading, touched: Numbers): void {
    const stem = keys.findStem(reading.surname?.stems[0] ?? "");
    const form = reading.given?.forms[0];
    const key = stem === undefined || form === undefined ? undefined : keys.findInitial(stem, headOf(form));
    if (key === undefined) return;
    postings.each(key, (record) => {
      if (weightOf[record] === 0) touched.push(record);
      weightOf[record] = (weightOf[record] ?? 0) + 3;
    });
  }

  function topOf(touched: Int32Array, most: number): readonly number[] {
    if (touched.length <= most) return [...touched];
    const buckets = new Int32Array(512);
    const bucketOf = (record: number): number => Math.min(511, Math.floor((weightOf[record] ?? 0) * 9));
    for (const record of touched) {
      const bucket = bucketOf(record);
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    }
    let least = 511;
    let sum = buckets[511] ?? 0;
    while (least > 0 && sum + (buckets[least - 1] ?? 0) <= most * 1.5) {
      least -= 1;
      sum += buckets[least] ?? 0;
    }
    if (sum < most / 3) least -= 1;
    const kept: number[] = [];
    for (const record of touched) if (bucketOf(record) >= least) kept.push(record);
    return kept.length <= most * 2
      ? kept
      : kept.sort((a, b) => (weightOf[b] ?? 0) - (weightOf[a] ?? 0)).slice(0, most * 2);
  }

  function settle(): void {
    postings.settle();
    vocabulary.rest();
  }

  return { put, putUnder, settle, search, find, names, vocabulary, shares };
}

function wordsOf({ surname, given, patronymic, others }: WordReading): readonly number[] {
  const words = [surname, given, patronymic].filter((word) => word >= 0);
  return others.length === 0 ? words : [...words, ...others];
}

function isKnown(part: Part): boolean {
  return (
    (part.given.some((hit) => hit.far === 0) && !part.surnameLike) ||
    part.fathers.some((hit) => hit.far === 0)
  );
}

function partsOf(readings: readonly NameReading[]): ReadonlySet<Part> {
  const parts = new Set<Part>();
  for (const reading of readings)
    for (const part of [reading.surname, reading.given, reading.patronymic, ...reading.others])
      if (part) parts.add(part);
  return parts;
}

/**
 * A full pass over the roster: pairs of records that may be about one man, with bits. Candidates are records that share a pair of keys (a
 * pair saves common surnames), then every candidate is weighed in full. Proposes and never merges; what it says of A and B through C is said
 * only when nothing between A and B speaks against it.
 */
import { compareAll } from "../compare.ts";
import { broad } from "../fold.ts";
import { rememberingComparer } from "../likeness.ts";
import type { Part } from "../part.ts";
import { weighNamed } from "../weigh.ts";
import { neighboursIn, openScoredPairs, type Neighbours } from "./near.ts";
import type { Block, ReportIndex } from "./report-index.ts";
import { reportsAtHand } from "./reports-at-hand.ts";
import { doubtsOf } from "./rivals.ts";

export interface ReportLink {
  readonly a: number;
  readonly b: number;
  readonly bits: number;
}
export interface LinkOptions {
  /** Pairs below it are not worth a look. */
  readonly least: number;
  readonly progress?: (done: number, of: number) => void;
}

/** What more records than this share tells nobody apart. */
export const largestBlock = 200;
const strong = 23;
const worthRemembering = 13;

export function* linkReports(index: ReportIndex, options: LinkOptions): Generator<ReportLink> {
  const pairs = candidatePairs(index);
  const weighPair = pairWeigher(index);
  const scored = openScoredPairs();
  for (let at = 0; at < pairs.length; at += 1) {
    const pair = pairs[at] ?? 0;
    const a = Math.floor(pair / shift);
    const b = pair % shift;
    const { bits } = weighPair(a, b);
    if (bits < options.least) continue;
    scored.add({ a, b, bits });
    if (at % 100_000 === 0) options.progress?.(at, pairs.length);
  }
  const near = neighboursIn(scored, worthRemembering, index.size());
  const through = throughOthers(near, index.size(), weighPair);
  const doubts = doubtsOf(near, index);
  for (let at = 0; at < scored.size(); at += 1) {
    const { a, b, bits } = scored.at(at);
    const lifted = through.get(a * shift + b);
    through.delete(a * shift + b);
    yield { a, b, bits: Math.max(bits, lifted ?? Number.NEGATIVE_INFINITY) - doubts(a, b) };
  }
  for (const [pair, bits] of through) {
    const a = Math.floor(pair / shift);
    const b = pair % shift;
    yield { a, b, bits: bits - doubts(a, b) };
  }
}

const shift = 2 ** 24;

interface Weight {
  readonly bits: number;
  readonly against: boolean;
}
type WeighPair = (a: number, b: number) => Weight;

function pairWeigher(index: ReportIndex): WeighPair {
  const by = rememberingComparer(index.common.shares);
  const reportOf = reportsAtHand(index);
  return (one, other) => {
    const pair = { a: reportOf(one), b: reportOf(other) };
    const found = weighNamed(pair, compareAll(pair.a.name.readings, pair.b.name.readings, by), index.common);
    const { surname, given, patronymic } = found.name;
    return {
      bits: found.bits,
      against:
        found.birth === "differs" || [surname, given, patronymic].some((part) => part.level === "differs"),
    };
  };
}

/** A is C and C is B, both surely: then A is B, a little less surely, unless they contradict each other. */
function throughOthers(near: Neighbours, records: number, weighPair: WeighPair): Map<number, number> {
  const lifted = new Map<number, number>();
  for (let record = 0; record < records; record += 1) {
    const neighbours = near
      .of(record)
      .filter((link) => link.bits >= strong)
      .slice(0, 24);
    for (let i = 0; i < neighbours.length; i += 1)
      for (let j = i + 1; j < neighbours.length; j += 1) {
        const x = neighbours[i];
        const y = neighbours[j];
        if (!x || !y) continue;
        const pair = Math.min(x.other, y.other) * shift + Math.max(x.other, y.other);
        const bits = Math.min(x.bits, y.bits) - 3;
        if (bits <= (lifted.get(pair) ?? 0)) continue;
        if (!lifted.has(pair) && weighPair(x.other, y.other).against) {
          lifted.set(pair, Number.NEGATIVE_INFINITY);
          continue;
        }
        if (lifted.get(pair) !== Number.NEGATIVE_INFINITY) lifted.set(pair, bits);
      }
  }
  for (const [pair, bits] of lifted) if (bits === Number.NEGATIVE_INFINITY) lifted.delete(pair);
  return lifted;
}

/** All pairs that share a block, each once, as a * 2^24 + b with a < b. */
function candidatePairs(index: ReportIndex): Float64Array {
  const size = index.size();
  let entries = new Float64Array(size * 16);
  let count = 0;
  for (let record = 0; record < size; record += 1) {
    for (const key of blockKeys(index, record)) {
      if (count === entries.length) {
        const larger = new Float64Array(Math.ceil(count * 1.25));
        larger.set(entries);
        entries = larger;
      }
      entries[count] = hash(key) * 262_144 * 4 + record;
      count += 1;
    }
  }
  const sorted = entries.subarray(0, count).sort();
  let pairs = new Float64Array(1 << 20);
  let found = 0;
  const push = (pair: number): void => {
    if (found === pairs.length) {
      found = unique(pairs, found);
      if (found > pairs.length * 0.7) {
        const larger = new Float64Array(pairs.length * 2);
        larger.set(pairs.subarray(0, found));
        pairs = larger;
      }
    }
    pairs[found] = pair;
    found += 1;
  };
  for (let from = 0; from < count;) {
    const block = Math.floor((sorted[from] ?? 0) / 1_048_576);
    let to = from + 1;
    while (to < count && Math.floor((sorted[to] ?? 0) / 1_048_576) === block) to += 1;
    const length = to - from;
    if (length > 1 && length <= largestBlock)
      for (let i = from; i < to; i += 1)
        for (let j = i + 1; j < to; j += 1) {
          const a = (sorted[i] ?? 0) % 1_048_576;
          const b = (sorted[j] ?? 0) % 1_048_576;
          if (a !== b) push(a < b ? a * shift + b : b * shift + a);
        }
    from = to;
  }
  // A copy, so that the room kept for growing is given back before the weighing begins.
  return pairs.slice(0, unique(pairs, found));
}

function unique(pairs: Float64Array, length: number): number {
  const sorted = pairs.subarray(0, length).sort();
  let kept = 0;
  for (let at = 0; at < length; at += 1) {
    if (at > 0 && sorted[at] === sorted[at - 1]) continue;
    sorted[kept] = sorted[at] ?? 0;
    kept += 1;
  }
  return kept;
}

/** FNV-1a; these numbers live in memory for the length of the pass. */
export function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum >>> 0;
}

/** Everything under which a record may meet one that is about the same man. */
export function blockKeys(index: ReportIndex, record: number): ReadonlySet<string> {
  return keysOfBlock({
    birth: index.birth(record),
    region: index.region(record),
    unit: index.unit(record),
    phones: index.phones(record),
    readings: index.roster.names.readings(record),
    family: index.family(record),
  });
}

/** The same for a report that is not filed: regions and units by the numbers that the index has for them. */
export function keysOfBlock({
  birth,
  region,
  unit,
  phones,
  readings,
  family: kin,
}: Block): ReadonlySet<string> {
  const keys = new Set<string>();
  const year = birth?.about === true ? undefined : birth?.year;
  const day =
    birth?.month !== undefined && birth.day !== undefined ? `${birth.month}.${birth.day}` : undefined;
  const full = day !== undefined && year !== undefined ? `${year}.${day}` : undefined;
  for (const reading of readings.slice(0, 2)) {
    const families = new Set<string>();
    const stems = [
      ...((reading.surname ?? kin)?.stems.slice(0, 3) ?? []),
      ...(reading.others[0]?.stems.slice(0, 1) ?? []),
      ...(reading.surname?.halves.flatMap((half) => half.stems.slice(0, 1)) ?? []),
    ];
    for (const stem of stems) families.add(coarse(stem));
    const initials =
      reading.given && reading.patronymic
        ? `${reading.given.forms[0]?.charAt(0) ?? ""}${reading.patronymic.forms[0]?.charAt(0) ?? ""}`
        : undefined;
    const givens = idsOf(reading.given, reading.given?.given);
    const fathers = idsOf(reading.patronymic, reading.patronymic?.fathers);
    for (const family of families) {
      for (const given of givens) keys.add(`a${family}|${given}`);
      for (const father of fathers) keys.add(`b${family}|${father}`);
      if (year !== undefined) keys.add(`c${family}|${year}`);
      if (day !== undefined) keys.add(`d${family}|${day}`);
      for (const given of givens) if (region >= 0) keys.add(`x${family}|${given}|${region}`);
      for (const given of givens) if (region >= 0) keys.add(`y${family.slice(0, 3)}|${given}|${region}`);
      for (const given of givens) if (year !== undefined) keys.add(`z${family.slice(0, 3)}|${given}|${year}`);
      if (initials !== undefined) keys.add(`w${family}|${initials}`);
      if (unit >= 0) keys.add(`e${family}|${unit}`);
      if (region >= 0) keys.add(`f${family}|${region}`);
      for (const phone of phones) keys.add(`g${family}|${phone}`);
      for (const given of givens) if (year !== undefined) keys.add(`h${family}|${given}|${year}`);
      for (const given of givens) for (const father of fathers) keys.add(`i${family}|${given}|${father}`);
    }
    for (const stem of stems) keys.add(`s${stem}`);
    for (const given of givens) {
      for (const father of fathers) {
        if (year !== undefined) keys.add(`j${given}|${father}|${year}`);
        if (day !== undefined) keys.add(`k${given}|${father}|${day}`);
        if (region >= 0) keys.add(`l${given}|${father}|${region}`);
        if (unit >= 0) keys.add(`m${given}|${father}|${unit}`);
        for (const family of families) keys.add(`n${given}|${father}|${family.slice(0, 2)}`);
      }
      if (full !== undefined) keys.add(`o${given}|${full}`);
      if (full !== undefined) for (const family of families) keys.add(`t${family.slice(0, 2)}|${full}`);
      for (const phone of phones) keys.add(`p${given}|${phone}`);
      if (year !== undefined && region >= 0)
        for (const family of families) keys.add(`u${given}|${year}|${region}|${family.slice(0, 1)}`);
    }
    if (full !== undefined) for (const father of fathers) keys.add(`q${father}|${full}`);
  }
  if (full !== undefined && region >= 0) keys.add(`v${full}|${region}`);
  for (const phone of phones) keys.add(`r${phone}`);
  return keys;
}

/** The bones of a surname with the sounds merged that a bad line mixes: м and н, р and л. */
function coarse(stem: string): string {
  return broad(stem).replace(/м/gu, "н").replace(/р/gu, "л").replace(/(.)\1/gu, "$1");
}

function idsOf(
  part: Part | undefined,
  hits: readonly { readonly cls: number; readonly far: number }[] | undefined,
): readonly string[] {
  if (!part || part.initial) return [];
  if (!hits || hits.length === 0) return [broad(part.fatherStem ?? part.forms[0] ?? "")];
  return hits.slice(0, 3).map((hit) => String(hit.cls));
}

/**
 * Two names, compared role by role over the readings that each allows. The answer holds the levels, so that it can be said in words why,
 * and the bits, so that it can be weighed with birth, unit and telephone. Symmetric; order of words does not matter.
 */
import { farness } from "./distance.ts";
import {
  comparerOf,
  lossOf,
  surnameFarness,
  type Comparer,
  type PartLikeness,
  type Shares,
} from "./likeness.ts";
import { normaliseName } from "./normalise.ts";
import type { Part } from "./part.ts";
import { readingsOf, type PersonName, type NameReading } from "./roles.ts";
import { coarseShares } from "./shares.ts";

export interface NameLikeness {
  readonly bits: number;
  readonly surname: PartLikeness;
  readonly given: PartLikeness;
  readonly patronymic: PartLikeness;
}

const absent: PartLikeness = { level: "absent", bits: 0 };
const nothing: NameLikeness = { bits: 0, surname: absent, given: absent, patronymic: absent };

export function nameOf(text: string): PersonName {
  const words = normaliseName(text);
  return { words, readings: readingsOf(words) };
}

export function compareNames(a: PersonName, b: PersonName, shares: Shares = coarseShares): NameLikeness {
  return compareAll(a.readings, b.readings, comparerOf(shares));
}

export function compareAll(a: readonly NameReading[], b: readonly NameReading[], by: Comparer): NameLikeness {
  let best: NameLikeness | undefined;
  for (const x of a)
    for (const y of b) {
      const found = compareReadings(x, y, by);
      if (!best || found.bits > best.bits) best = found;
    }
  return best ?? nothing;
}

function compareReadings(a: NameReading, b: NameReading, by: Comparer): NameLikeness {
  const straight = byRoles(a, b, by);
  if (straight.surname.level !== "differs" && straight.given.level !== "differs") return straight;
  const others = acrossOthers({ a, b }, straight, by);
  if (others.surname.level !== "differs" && others.given.level !== "differs") return others;
  const crossed = crossRoles(a, b, by);
  const nearest = crossed && crossed.bits > others.bits ? crossed : others;
  const loose = hasNoUsualRoles(a) || hasNoUsualRoles(b) ? wordByWord(a, b, nearest.patronymic) : undefined;
  return loose && loose.bits > nearest.bits ? loose : nearest;
}

function byRoles(a: NameReading, b: NameReading, by: Comparer): NameLikeness {
  const surname = by.surname(a.surname, b.surname);
  const given = by.given(a.given, b.given);
  const patronymic = by.patronymic(a.patronymic, b.patronymic);
  const lacking = (a.surname === undefined) === (b.surname === undefined) ? 0 : 2.5;
  const bits = together(surname, given, patronymic) - a.doubt - b.doubt - lacking;
  // A surname and a father on one side, a surname and a given name on the other: what else was said has not been compared at all.
  const isSurnameAlone =
    given.level === "absent" && patronymic.level === "absent" && hasMore(a) && hasMore(b);
  return { surname, given, patronymic, bits: isSurnameAlone ? Math.min(bits, 4) : bits };
}

function hasMore(reading: NameReading): boolean {
  return reading.given !== undefined || reading.patronymic !== undefined;
}

/** A second given name or surname, or words that no dictionary knows: the roles are a guess and may have been guessed differently. */
function hasNoUsualRoles({ given, patronymic, others }: NameReading): boolean {
  if (others.length > 0 || (patronymic && !patronymic.initial && patronymic.fathers.length === 0))
    return true;
  return given !== undefined && !given.initial && !given.given.some((hit) => hit.far === 0);
}

/** Every word of the shorter name stands in the longer one: Nicolás Maduro, Nicolás Maduro Moros. */
function wordByWord(a: NameReading, b: NameReading, patronymic: PartLikeness): NameLikeness | undefined {
  const mine = wordsOf(a);
  const theirs = wordsOf(b);
  const [few, many] = mine.length <= theirs.length ? [mine, theirs] : [theirs, mine];
  if (few.length < 2 || patronymic.level === "differs") return undefined;
  const free = [...many];
  let far = 0;
  let bits = -1 - 1.2 * (many.length - few.length) - a.doubt - b.doubt;
  for (const word of few) {
    let best = 2;
    let at = -1;
    for (let other = 0; other < free.length; other += 1) {
      const apart = wordFarness(word, free[other] ?? word);
      if (apart < best) {
        best = apart;
        at = other;
      }
    }
    const glued = best > 0.4 ? gluedFrom(word, free) : undefined;
    if (glued) {
      for (const part of glued) free.splice(free.indexOf(part), 1);
      bits += 7.5;
      continue;
    }
    if (at < 0 || best > 0.75) return undefined;
    free.splice(at, 1);
    far = Math.max(far, best);
    bits += 7.5 - lossOf(best);
  }
  const level = far < 0.35 ? "same" : "near";
  return { surname: { level, bits: bits / 2 }, given: { level, bits: bits / 2 }, patronymic: absent, bits };
}

/** Хожмагомед is written apart by others. */
function gluedFrom(word: Part, free: readonly Part[]): readonly Part[] | undefined {
  const form = word.forms[0] ?? "";
  if (form.length < 7) return undefined;
  for (const x of free)
    for (const y of free)
      if (x !== y && farness(form, (x.forms[0] ?? "") + (y.forms[0] ?? ""), 0.4) <= 0.4) return [x, y];
  return undefined;
}

function wordsOf({ surname, given, patronymic, others }: NameReading): readonly Part[] {
  return [surname, given, patronymic, ...others].filter(
    (part): part is Part => part !== undefined && !part.initial,
  );
}

function wordFarness(a: Part, b: Part): number {
  if (a.fathers.some((hit) => hit.far === 0) !== b.fathers.some((hit) => hit.far === 0)) return 2;
  const isShared = a.given.some((x) => x.far === 0 && b.given.some((y) => y.far === 0 && y.cls === x.cls));
  return isShared ? 0.1 : surnameFarness(a, b);
}

/** One clear contradiction is not bought off by what brothers, or father and son, have in common anyway. */
function together(surname: PartLikeness, given: PartLikeness, patronymic: PartLikeness): number {
  let bits = surname.bits + given.bits + patronymic.bits;
  if (given.level === "differs") bits = Math.min(bits, 2) - Math.max(0, patronymic.bits) * 0.3;
  if (surname.level === "differs") bits = Math.min(bits, 4);
  if (patronymic.level === "differs" && patronymic.bits < -3) bits = Math.min(bits, 6);
  return bits;
}

/** A second surname on one side (a maiden name, a double name typed apart) may be the one that the other side knows. */
function acrossOthers(
  { a, b }: { readonly a: NameReading; readonly b: NameReading },
  straight: NameLikeness,
  by: Comparer,
): NameLikeness {
  let best = straight;
  for (const [x, y] of [
    ...a.others.map((other) => [other, b.surname] as const),
    ...b.others.map((other) => [other, a.surname] as const),
  ]) {
    const surname = by.surname(x, y);
    const bits = together(surname, straight.given, straight.patronymic) - 1;
    if (bits > best.bits) best = { ...straight, surname, bits };
  }
  return best;
}

/** Surname and given name taken the other way round on one side: Буян Ондар, Ли Джон. */
function crossRoles(a: NameReading, b: NameReading, by: Comparer): NameLikeness | undefined {
  if (!a.surname || !a.given || !b.surname || !b.given || a.given.initial || b.given.initial)
    return undefined;
  const first = anyFarness(a.surname, b.given);
  const second = anyFarness(a.given, b.surname);
  if (first > 0.9 || second > 0.9) return undefined;
  const patronymic = by.patronymic(a.patronymic, b.patronymic);
  const surname: PartLikeness = { level: first < 0.35 ? "same" : "near", bits: 10 - lossOf(first) };
  const given: PartLikeness = { level: second < 0.35 ? "same" : "near", bits: 6 - lossOf(second) };
  return {
    surname,
    given,
    patronymic,
    bits: surname.bits + given.bits + patronymic.bits - a.doubt - b.doubt - 1.5,
  };
}

function anyFarness(a: Part, b: Part): number {
  return surnameFarness(a, b);
}

/** 0 to 1, for lists that want one number: about how likely it is that two such names in one file are one man. */
export function scoreOf(bits: number): number {
  return 1 / (1 + 2 ** ((9 - bits) / 2.2));
}

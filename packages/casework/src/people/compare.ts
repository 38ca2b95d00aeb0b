/**
 * Two names, compared role by role over the readings that each allows. The answer holds the levels, so that it can be said in words why,
 * and the bits, so that it can be weighed with birth, unit and telephone. Symmetric; order of words does not matter.
 */
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

export function compareReadings(a: NameReading, b: NameReading, by: Comparer): NameLikeness {
  const straight = byRoles(a, b, by);
  if (straight.surname.level !== "differs" && straight.given.level !== "differs") return straight;
  const others = acrossOthers({ a, b }, straight, by);
  if (others.surname.level !== "differs" && others.given.level !== "differs") return others;
  const crossed = crossRoles(a, b, by);
  return crossed && crossed.bits > others.bits ? crossed : others;
}

function byRoles(a: NameReading, b: NameReading, by: Comparer): NameLikeness {
  const surname = by.surname(a.surname, b.surname);
  const given = by.given(a.given, b.given);
  const patronymic = by.patronymic(a.patronymic, b.patronymic);
  const lacking = (a.surname === undefined) === (b.surname === undefined) ? 0 : 2.5;
  return {
    surname,
    given,
    patronymic,
    bits: together(surname, given, patronymic) - a.doubt - b.doubt - lacking,
  };
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

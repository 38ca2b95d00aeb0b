/**
 * The exact audit: is every number that had to be hidden still hidden?
 *
 * Safe at k: the reader's interval is at least k wide and reaches at least k. The same from every seat inside: whoever is
 * alone in a hidden number knows it and subtracts himself; whoever is there with others knows that it is at least one,
 * and of the others at least k − 1 must stay in doubt. Every "safe" is shown by tables that fit what is printed; what
 * could not be shown in time counts as unsafe. Nobody learns about others from a nothing, nor about himself.
 */
import { moverOf } from "./bounds.ts";
import type { Move, Mover, Question } from "./flow.ts";
import { provenInParts } from "./parts.ts";
import type { Interval, Puzzle, Unknown } from "./puzzle.ts";
import { reduced, type Left, type Piece, type StandsFor } from "./reduce.ts";

export interface Need {
  readonly unknown: number;
  readonly k: number;
}

export interface Breach {
  readonly id: string;
  readonly k: number;
  /** From an insider's seat: whose. Absent: everybody sees it. */
  readonly seat?: string;
  /** All the seats it is seen from. */
  readonly seats?: readonly string[];
  readonly interval: Interval;
}

interface Seat {
  readonly unknown: number;
  readonly value: number;
  readonly sign: -1 | 1;
}

interface Room {
  readonly piece: Piece;
  readonly mover: Mover | undefined;
  /** The same piece where whoever is alone stays, and everybody stays where he is. */
  readonly guarded: Mover | undefined;
  readonly seats: readonly (readonly Seat[])[];
}

export function auditOf(puzzle: Puzzle, needs: readonly Need[]): readonly Breach[] {
  const byNets = openAudit(puzzle, "none");
  const open = needs.flatMap((need) => {
    const breach = byNets(need);
    return breach ? [{ need, breach }] : [];
  });
  const unproven = open.flatMap(({ need, breach }) => (breach.interval.exact ? [] : [need]));
  if (unproven.length === 0) return open.map(({ breach }) => breach);
  // Nets answer in microseconds, the solver in milliseconds: it is asked last, and for small pieces only.
  const proven = provenInParts(puzzle, { needs: unproven, openAudit: (part) => openAudit(part, "none") });
  const left = open.filter(({ need, breach }) => breach.interval.exact || !proven.has(need.unknown));
  if (left.every(({ breach }) => breach.interval.exact)) return left.map(({ breach }) => breach);
  const bySolver = openAudit(puzzle, "fastest");
  return left.flatMap(({ need, breach }) => (breach.interval.exact ? [breach] : (bySolver(need) ?? [])));
}

/** Answers for one need after another; undefined: it is met. */
export type Auditor = (need: Need) => Breach | undefined;

function openAudit(puzzle: Puzzle, solver: "fastest" | "none"): Auditor {
  const { pieces, standsFor } = reduced(puzzle);
  const rooms = pieces.map((piece, at) => roomOf(piece, at, { puzzle, standsFor, solver }));
  const persons = personsIn(puzzle);
  return (need) => {
    const value = puzzle.unknowns[need.unknown]?.value ?? 0;
    const stands = standsFor[need.unknown];
    const room = stands && rooms[stands.piece];
    const id = puzzle.unknowns[need.unknown]?.id ?? "";
    if (!room || !stands || stands.sign === 0) {
      return need.k > 0 ? { id, k: need.k, interval: { low: value, high: value, exact: true } } : undefined;
    }
    const { unknown, k } = need;
    const isSelf = (seat: number): boolean =>
      seat === unknown ||
      persons.find(seat) === persons.find(unknown) ||
      isSameOne(puzzle.unknowns[seat], puzzle.unknowns[unknown]);
    const found = breachIn(room, { unknown, k, value, place: stands.place, sign: stands.sign, isSelf });
    if (!found) return undefined;
    const seats = found.seats.flatMap((seat) => puzzle.unknowns[seat]?.id ?? []);
    const [seat] = seats;
    return { id, k: need.k, ...(seat !== undefined && { seat, seats }), interval: found.interval };
  };
}

function isSameOne(seat: Unknown | undefined, other: Unknown | undefined): boolean {
  if (!seat?.counts || !other?.counts || seat.value !== 1 || other.value !== 1) return false;
  if (seat.counts.when !== other.counts.when) return false;
  const [fewer, more] = [seat.counts.codes, other.counts.codes].sort((a, b) => a.length - b.length);
  return fewer?.every((code) => more?.includes(code)) ?? false;
}

/** A one that is a part of a one is the same person: alone in his cell, and alone in its margin. */
function personsIn({ unknowns, sums }: Puzzle): { find(unknown: number): number } {
  const first = unknowns.map((_, unknown) => unknown);
  const find = (unknown: number): number => {
    let at = unknown;
    while ((first[at] ?? at) !== at) at = first[at] ?? at;
    return at;
  };
  for (const { terms } of sums) {
    const ones = terms.filter(([unknown]) => unknowns[unknown]?.value === 1);
    const whole = ones.find(([, factor]) => factor < 0)?.[0];
    const part = ones.find(([, factor]) => factor > 0)?.[0];
    if (whole !== undefined && part !== undefined) first[find(part)] = find(whole);
  }
  return { find };
}

function roomOf(
  piece: Piece,
  at: number,
  {
    puzzle,
    standsFor,
    solver,
  }: {
    readonly puzzle: Puzzle;
    readonly standsFor: readonly StandsFor[];
    readonly solver: "fastest" | "none";
  },
): Room {
  const seats: Seat[][] = piece.left.map(() => []);
  standsFor.forEach(({ piece: home, place, sign }, unknown) => {
    const value = puzzle.unknowns[unknown]?.value ?? 0;
    if (home === at && sign !== 0 && value > 0) seats[place]?.push({ unknown, value, sign });
  });
  const guarded = { ...piece, left: piece.left.map((left, place) => guardedLeft(left, seats[place] ?? [])) };
  return { piece, mover: moverOf(piece, solver), guarded: moverOf(guarded, solver), seats };
}

function guardedLeft(left: Left, seats: readonly Seat[]): Left {
  let { low, high } = left;
  for (const { value, sign } of seats) {
    if (value === 1) return { ...left, low: left.value, high: left.value };
    if (sign > 0) low = Math.max(low, left.value - value + 1);
    else high = Math.min(high, left.value + value - 1);
  }
  return { ...left, low, high };
}

interface Asked {
  /** Whether whoever sits alone in a number is the very one who is counted in this one. */
  readonly isSelf: (seat: number) => boolean;
  readonly unknown: number;
  readonly k: number;
  readonly value: number;
  readonly place: number;
  readonly sign: -1 | 1;
}

interface Found {
  /** None: everybody sees it. */
  readonly seats: readonly number[];
  readonly interval: Interval;
}

interface Range {
  readonly up: number;
  readonly down: number;
  readonly known: boolean;
}

function breachIn(room: Room, asked: Asked): Found | undefined {
  const { mover, guarded, seats } = room;
  const { value, place, k } = asked;
  if (!mover) return { seats: [], interval: { low: value, high: value, exact: false } };
  const companions = (seats[place] ?? []).filter((seat) => !asked.isSelf(seat.unknown));
  const changes = new Map<number, { least: number; most: number }>();
  const note = (move: Move): void => {
    move.example.forEach((by, other) => {
      if (by === 0) return;
      const change = changes.get(other) ?? { least: 0, most: 0 };
      changes.set(other, { least: Math.min(change.least, by), most: Math.max(change.most, by) });
    });
  };
  if (companions.length === 0 && guarded) {
    const left = room.piece.left[place];
    const own = left && { rise: left.high - left.value, fall: left.value - left.low };
    const strict = rangeOf(guarded, asked, own ? { own } : {});
    if (suffices(strict, value, k)) return undefined;
  }
  const range = rangeOf(mover, asked, { note });
  if (!suffices(range, value, k)) return { seats: [], interval: fullInterval(mover, asked, range.known) };
  const open: number[] = [];
  let interval: Interval | undefined;
  for (const [other, change] of [...changes].concat(
    changes.has(place) ? [] : [[place, { least: 0, most: 0 }]],
  )) {
    for (const seat of seats[other] ?? []) {
      if (value === 0 || asked.isSelf(seat.unknown) || staysSeated(seat, change)) continue;
      const k = seat.value === 1 ? asked.k : asked.k - 1; // of the others
      const question: Knowing =
        seat.value === 1
          ? { still: other }
          : { keepsOne: { unknown: other, side: seat.sign > 0 ? "fall" : "rise" } };
      const seen = rangeOf(mover, { ...asked, k }, question);
      if (suffices(seen, value, k)) continue;
      const { up, down } = seen;
      open.push(seat.unknown);
      interval ??= { low: value - down, high: value + up, exact: seen.known };
    }
  }
  return interval && { seats: open, interval };
}

function staysSeated(
  seat: Seat,
  { least, most }: { readonly least: number; readonly most: number },
): boolean {
  if (seat.value === 1) return least === 0 && most === 0;
  return seat.value + (seat.sign > 0 ? least : -most) >= 1;
}

function suffices({ up, down }: Range, value: number, k: number): boolean {
  return up + down >= k && value + up >= k;
}

type Knowing = Pick<Question, "still" | "keepsOne"> & {
  readonly note?: (move: Move) => void;
  readonly own?: { readonly rise: number; readonly fall: number };
};

/** As far as is needed: up to k in all. */
function rangeOf(mover: Mover, { place, sign, k }: Asked, { note, own, ...knowing }: Knowing): Range {
  const [upward, downward] = sign > 0 ? (["rise", "fall"] as const) : (["fall", "rise"] as const);
  const rising = mover.move({
    unknown: place,
    direction: upward,
    enough: k,
    ...knowing,
    ...(own && { own: own[upward] }),
  });
  if (rising) note?.(rising);
  const up = rising?.by ?? 0;
  if (up >= k) return { up, down: 0, known: true };
  const falling = mover.move({
    unknown: place,
    direction: downward,
    enough: k - up,
    ...knowing,
    ...(own && { own: own[downward] }),
  });
  if (falling) note?.(falling);
  return { up, down: falling?.by ?? 0, known: rising !== undefined && falling !== undefined };
}

function fullInterval(mover: Mover, { place, sign, value }: Asked, known: boolean): Interval {
  const rise = mover.move({ unknown: place, direction: "rise" })?.by ?? 0;
  const fall = mover.move({ unknown: place, direction: "fall" })?.by ?? 0;
  const [up, down] = sign > 0 ? [rise, fall] : [fall, rise];
  return { low: value - down, high: value + up, exact: known };
}

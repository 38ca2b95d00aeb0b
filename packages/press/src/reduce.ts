/**
 * The easy part of the reader's reckoning: a sum with one unknown gives it away; unknowns that add up to nothing are all
 * nothing; of two that add up to a known sum one stands for the other. What is left falls apart into pieces that know
 * nothing of each other. Every unknown is afterwards `sign × another + shift`, or known.
 */
import type { Puzzle } from "./puzzle.ts";

/** An unknown that is left, with the bounds that the ones it stands for put on it. */
export interface Left {
  readonly unknown: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface Piece {
  readonly left: readonly Left[];
  /** Over places in `left`. */
  readonly sums: readonly ReadonlyMap<number, number>[];
}

/** unknown = sign × left of its piece + shift; sign 0: known. */
export interface StandsFor {
  readonly sign: -1 | 0 | 1;
  readonly piece: number;
  readonly place: number;
  readonly shift: number;
}

export interface Reduced {
  readonly pieces: readonly Piece[];
  readonly standsFor: readonly StandsFor[];
}

interface Bound {
  low: number;
  high: number;
}

interface Link {
  readonly to: number;
  readonly sign: -1 | 1;
  readonly shift: number;
}

export function reduced(puzzle: Puzzle): Reduced {
  const values = puzzle.unknowns.map((unknown) => unknown.value);
  const bounds: Bound[] = puzzle.unknowns.map(({ between: [low, high] = [0, Infinity] }) => ({ low, high }));
  const links: (Link | undefined)[] = values.map(() => undefined);
  const known = values.map(() => false);
  const sums = puzzle.sums.map((sum) => new Map(sum.terms));
  const using: Set<number>[] = values.map(() => new Set());
  sums.forEach((sum, at) => {
    for (const unknown of sum.keys()) using[unknown]?.add(at);
  });
  const queue = new Set(sums.keys());
  const valueOf = (unknown: number): number => values[unknown] ?? 0;
  const boundOf = (unknown: number): Bound => bounds[unknown] ?? { low: 0, high: Infinity };

  function settle(unknown: number): void {
    known[unknown] = true;
    for (const at of using[unknown] ?? []) {
      sums[at]?.delete(unknown);
      queue.add(at);
    }
    using[unknown]?.clear();
  }
  /** `gone` = sign × `kept` + shift, everywhere from now on. */
  function replace(gone: number, kept: number, sign: -1 | 1): void {
    const shift = valueOf(gone) - sign * valueOf(kept);
    links[gone] = { to: kept, sign, shift };
    const limits = boundOf(gone);
    const ends = [limits.low, limits.high].map((end) => (end - shift) * sign);
    const bound = boundOf(kept);
    bound.low = Math.max(bound.low, Math.min(...ends));
    bound.high = Math.min(bound.high, Math.max(...ends));
    for (const at of using[gone] ?? []) {
      const sum = sums[at];
      if (!sum) continue;
      const factor = (sum.get(gone) ?? 0) * sign + (sum.get(kept) ?? 0);
      sum.delete(gone);
      if (factor === 0) {
        sum.delete(kept);
        using[kept]?.delete(at);
      } else {
        sum.set(kept, factor);
        using[kept]?.add(at);
      }
      queue.add(at);
    }
    using[gone]?.clear();
    for (const at of using[kept] ?? []) queue.add(at);
    if (bound.low === bound.high) settle(kept);
  }

  for (const at of queue) {
    queue.delete(at);
    const sum = sums[at];
    if (!sum || sum.size === 0) continue;
    const terms = [...sum];
    // Everything at its end in the one direction that the sum allows: nothing can move.
    const room = (unknown: number, up: boolean): number => {
      const bound = boundOf(unknown);
      return up ? bound.high - valueOf(unknown) : valueOf(unknown) - bound.low;
    };
    const stuck = (up: boolean): boolean =>
      terms.every(([unknown, factor]) => room(unknown, factor > 0 === up) === 0);
    if (terms.length === 1 || stuck(true) || stuck(false)) {
      for (const [unknown] of terms) settle(unknown);
      continue;
    }
    const [first, second] = terms;
    if (terms.length === 2 && first && second && Math.abs(first[1]) === Math.abs(second[1])) {
      for (const [unknown] of terms) using[unknown]?.delete(at);
      sum.clear();
      replace(second[0], first[0], first[1] === second[1] ? -1 : 1);
    }
  }
  return inPieces({ values, bounds, links, known, sums: withoutRepeats(sums) });
}

/** Two weeks that add up to a printed number say everything twice: a repeated sum would hide that the rest is a net. */
function withoutRepeats(
  sums: readonly ReadonlyMap<number, number>[],
): readonly ReadonlyMap<number, number>[] {
  const different = new Map<string, ReadonlyMap<number, number>>();
  for (const sum of sums) {
    const terms = [...sum].sort(([a], [b]) => a - b);
    const turn = Math.sign(terms[0]?.[1] ?? 1);
    if (terms.length > 0)
      different.set(terms.map(([unknown, factor]) => `${unknown}*${factor * turn}`).join(), sum);
  }
  return [...different.values()];
}

interface Worked {
  readonly values: readonly number[];
  readonly bounds: readonly Bound[];
  readonly links: readonly (Link | undefined)[];
  readonly known: readonly boolean[];
  readonly sums: readonly ReadonlyMap<number, number>[];
}

function inPieces({ values, bounds, links, known, sums }: Worked): Reduced {
  const using: number[][] = values.map(() => []);
  sums.forEach((sum, at) => {
    for (const unknown of sum.keys()) using[unknown]?.push(at);
  });
  const home: { readonly piece: number; readonly place: number }[] = [];
  const pieces: Piece[] = [];
  const seen = new Set<number>();
  values.forEach((_, start) => {
    if (known[start] || links[start] || home[start]) return;
    const members: number[] = [];
    const own: number[] = [];
    const rest = [start];
    home[start] = { piece: pieces.length, place: 0 };
    for (const unknown of rest) {
      home[unknown] = { piece: pieces.length, place: members.length };
      members.push(unknown);
      for (const at of using[unknown] ?? []) {
        if (seen.has(at)) continue;
        seen.add(at);
        own.push(at);
        for (const other of sums[at]?.keys() ?? []) {
          if (home[other]) continue;
          home[other] = { piece: pieces.length, place: 0 };
          rest.push(other);
        }
      }
    }
    pieces.push({
      left: members.map((unknown) => {
        const { low, high } = bounds[unknown] ?? { low: 0, high: Infinity };
        return { unknown, value: values[unknown] ?? 0, low, high };
      }),
      sums: own.map(
        (at) =>
          new Map([...(sums[at] ?? [])].map(([unknown, factor]) => [home[unknown]?.place ?? 0, factor])),
      ),
    });
  });
  return {
    pieces,
    standsFor: values.map((value, unknown) => {
      let sign: -1 | 1 = 1;
      let shift = 0;
      let at = unknown;
      for (let link = links[at]; link; link = links[at]) {
        shift += sign * link.shift;
        sign = link.sign === sign ? 1 : -1;
        at = link.to;
      }
      const place = home[at];
      if (known[at] || !place) return { sign: 0, piece: -1, place: -1, shift: value };
      return { sign, ...place, shift };
    }),
  };
}

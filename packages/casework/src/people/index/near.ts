/** Who stands near whom after a pass: pairs as plain numbers, and for each record its neighbours, made when they are asked for. */
import { openNumbers } from "./numbers.ts";

export interface Near {
  readonly other: number;
  readonly bits: number;
}
export interface Scored {
  readonly a: number;
  readonly b: number;
  readonly bits: number;
}
export interface ScoredPairs {
  readonly add: (pair: Scored) => void;
  readonly size: () => number;
  readonly at: (place: number) => Scored;
}
export interface Neighbours {
  readonly of: (record: number) => readonly Near[];
}

/** Bits to a hundredth. */
const fineness = 100;
const mostNeighbours = 48;

export function openScoredPairs(): ScoredPairs {
  const left = openNumbers(1 << 14);
  const right = openNumbers(1 << 14);
  const bits = openNumbers(1 << 14);
  return {
    add(pair) {
      left.push(pair.a);
      right.push(pair.b);
      bits.push(Math.round(pair.bits * fineness));
    },
    size: left.length,
    at: (place) => ({ a: left.get(place), b: right.get(place), bits: bits.get(place) / fineness }),
  };
}

/** Only pairs of so many bits. */
export function neighboursIn(pairs: ScoredPairs, least: number, records: number): Neighbours {
  const begins = new Int32Array(records + 2);
  const isNear = ({ bits }: Scored): boolean => bits >= least;
  const each = (visit: (record: number, place: number) => void): void => {
    for (let place = 0; place < pairs.size(); place += 1) {
      const pair = pairs.at(place);
      if (!isNear(pair)) continue;
      visit(pair.a, place);
      visit(pair.b, place);
    }
  };
  each((record) => {
    begins[record + 1] = (begins[record + 1] ?? 0) + 1;
  });
  for (let record = 1; record < begins.length; record += 1)
    begins[record] = (begins[record] ?? 0) + (begins[record - 1] ?? 0);
  const places = new Int32Array(begins[records] ?? 0);
  const next = begins.slice();
  each((record, place) => {
    const at = next[record] ?? 0;
    places[at] = place;
    next[record] = at + 1;
  });
  return {
    of(record) {
      const begin = begins[record] ?? 0;
      const count = Math.min(mostNeighbours, (begins[record + 1] ?? 0) - begin);
      return Array.from({ length: count }, (_, at) => {
        const { a, b, bits } = pairs.at(places[begin + at] ?? 0);
        return { other: a === record ? b : a, bits };
      });
    },
  };
}

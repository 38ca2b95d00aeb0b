/**
 * A piece of the puzzle as a net of pipes, where it is one: every unknown stands in at most two sums, with factors that
 * can be turned so that it flows from one into the other. Then the widest an unknown can move is a largest flow, exact
 * and whole; two-way tables with their margins, one-way hierarchies and most linked tables are such nets.
 */
import type { Piece } from "./reduce.ts";

export interface Network {
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** How far each unknown can rise and fall from its true value. */
  readonly rise: Float64Array;
  readonly fall: Float64Array;
}

/** undefined: not a net. */
export function networkOf(piece: Piece): Network | undefined {
  const sums: { readonly at: number; readonly factor: number }[][] = piece.left.map(() => []);
  for (const [at, sum] of piece.sums.entries()) {
    for (const [place, factor] of sum) {
      if (Math.abs(factor) !== 1) return undefined;
      sums[place]?.push({ at, factor });
    }
  }
  if (sums.some((own) => own.length > 2)) return undefined;
  const turned = turnedSums(piece.sums.length, sums);
  if (!turned) return undefined;
  const outside = piece.sums.length;
  const size = piece.left.length;
  const network: Network = {
    nodes: outside + 1,
    from: new Int32Array(size).fill(outside),
    to: new Int32Array(size).fill(outside),
    rise: Float64Array.from(piece.left, ({ value, high }) => high - value),
    fall: Float64Array.from(piece.left, ({ value, low }) => value - low),
  };
  sums.forEach((own, place) => {
    for (const { at, factor } of own) {
      if (factor * (turned[at] ?? 1) > 0) network.to[place] = at;
      else network.from[place] = at;
    }
  });
  return network;
}

/** For each sum whether to turn its signs, so that every unknown of two sums has opposite factors. */
function turnedSums(
  count: number,
  sums: readonly (readonly { readonly at: number; readonly factor: number }[])[],
): readonly number[] | undefined {
  const next: { readonly to: number; readonly same: boolean }[][] = Array.from({ length: count }, () => []);
  for (const [left, right] of sums) {
    if (!left || !right) continue;
    const same = left.factor !== right.factor;
    next[left.at]?.push({ to: right.at, same });
    next[right.at]?.push({ to: left.at, same });
  }
  const turned: number[] = Array.from({ length: count }, () => 0);
  for (let start = 0; start < count; start += 1) {
    if (turned[start] !== 0) continue;
    turned[start] = 1;
    const rest = [start];
    for (const at of rest) {
      const own = turned[at] ?? 1;
      for (const { to, same } of next[at] ?? []) {
        const wanted = same ? own : -own;
        if (turned[to] === 0) {
          turned[to] = wanted;
          rest.push(to);
        } else if (turned[to] !== wanted) return undefined;
      }
    }
  }
  return turned;
}

/**
 * The reader's puzzle by linear programming in whole numbers (yalps): for pieces that are no nets, and as the second
 * opinion on those that are.
 */
import { solve } from "yalps";

import type { Move, Mover, Question } from "./flow.ts";
import type { Piece } from "./reduce.ts";

const solverTime = 500;

export function openSolver(piece: Piece): Mover {
  return { move: (question) => moveByLp(piece, question) };
}

/** Infinity: without bound; undefined: the solver gave up. */
function moveByLp(piece: Piece, question: Question): Move | undefined {
  const { unknown, direction, still, keepsOne, own } = question;
  const rows = piece.left.map(({ value, low, high }, place) => {
    if (place === still) return { value, low: value, high: value };
    if (place === unknown && own !== undefined) {
      return direction === "rise" ? { value, low, high: value + own } : { value, low: value - own, high };
    }
    if (place !== keepsOne?.unknown) return { value, low, high };
    return keepsOne.side === "fall"
      ? { value, low: Math.min(value, low + 1), high }
      : { value, low, high: Math.max(value, high - 1) };
  });
  const constraints = new Map<string, { readonly equal?: number; readonly max?: number }>();
  const factors: [string, number][][] = rows.map(() => []);
  piece.sums.forEach((sum, at) => {
    let equal = 0;
    for (const [place, factor] of sum) {
      const row = rows[place];
      if (!row) continue;
      equal += factor * (row.value - row.low);
      factors[place]?.push([`s${at}`, factor]);
    }
    constraints.set(`s${at}`, { equal });
  });
  rows.forEach(({ low, high }, place) => {
    if (high === Infinity) return;
    constraints.set(`b${place}`, { max: high - low });
    factors[place]?.push([`b${place}`, 1]);
  });
  factors[unknown]?.push(["goal", 1]);
  const solution = solve(
    {
      direction: direction === "rise" ? "maximize" : "minimize",
      objective: "goal",
      constraints,
      variables: factors.map((own, place) => [place, own] as const),
      integers: true,
    },
    { timeout: solverTime, maxPivots: 100_000 },
  );
  if (solution.status === "unbounded") return { by: Infinity, example: new Map() };
  if (solution.status !== "optimal") return undefined;
  const above = new Map(solution.variables.map(([place, by]) => [place, Math.round(by)]));
  const example = new Map(
    rows.map(({ value, low }, place) => [place, low - value + (above.get(place) ?? 0)] as const),
  );
  return { by: Math.abs(example.get(unknown) ?? 0), example };
}

/** Between what and what a reader can place every hidden number: exact where it can be reckoned, and saying so where not. */
import { openPipes, type Mover } from "./flow.ts";
import { openSolver } from "./lp.ts";
import { networkOf } from "./network.ts";
import type { Interval, Puzzle } from "./puzzle.ts";
import { reduced, type Piece, type StandsFor } from "./reduce.ts";

/** Larger pieces that are no nets are not put to the solver: it would take minutes. */
const largestForSolver = 4_000;

interface Moves {
  readonly rise: number;
  readonly fall: number;
  readonly exact: boolean;
}

export function boundsOf(puzzle: Puzzle, solver: "fastest" | "lp" = "fastest"): readonly Interval[] {
  const { pieces, standsFor } = reduced(puzzle);
  const moves = pieces.map((piece) => movesIn(piece, moverOf(piece, solver)));
  return standsFor.map((stands, unknown) => {
    const value = puzzle.unknowns[unknown]?.value ?? 0;
    return intervalOf(value, stands, moves[stands.piece]?.[stands.place]);
  });
}

function intervalOf(value: number, { sign }: StandsFor, moves: Moves | undefined): Interval {
  if (sign === 0 || !moves) return { low: value, high: value, exact: true };
  const { rise, fall, exact } = moves;
  return sign > 0
    ? { low: value - fall, high: value + rise, exact }
    : { low: value - rise, high: value + fall, exact };
}

function movesIn(piece: Piece, mover: Mover | undefined): readonly Moves[] {
  return piece.left.map((_, unknown) => {
    const rise = mover?.move({ unknown, direction: "rise" })?.by;
    const fall = mover?.move({ unknown, direction: "fall" })?.by;
    return { rise: rise ?? 0, fall: fall ?? 0, exact: rise !== undefined && fall !== undefined };
  });
}

/** The quickest exact way to move the unknowns of a piece; undefined: there is none in reasonable time. */
export function moverOf(piece: Piece, solver: "fastest" | "lp" | "none" = "fastest"): Mover | undefined {
  const network = solver === "lp" ? undefined : networkOf(piece);
  if (network) return openPipes(network);
  return solver !== "none" && piece.left.length * piece.sums.length <= largestForSolver
    ? openSolver(piece)
    : undefined;
}

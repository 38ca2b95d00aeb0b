/**
 * What a reader of our tables does not know, and what the printed numbers tell him about it: unknown whole numbers, none
 * below zero, and sums over them that he can reckon. The true values are ours; he sees only the sums.
 */
export interface Unknown {
  readonly id: string;
  readonly value: number;
  /** The stretch of time it belongs to; undefined: none or several. */
  readonly slice?: string;
  /** What it counts, and when exactly: of two ones that count one inside the other in the same time it is the same one. */
  readonly counts?: { readonly codes: readonly string[]; readonly when: string };
  /** What is printed of it, where it was rounded: it lies between these. */
  readonly between?: readonly [low: number, high: number];
}

/** A sum over unknowns whose result can be read off what is printed. Terms: place among the unknowns, and factor. */
export interface Sum {
  readonly terms: readonly (readonly [unknown: number, factor: number])[];
}

export interface Puzzle {
  readonly unknowns: readonly Unknown[];
  readonly sums: readonly Sum[];
}

/** Between what and what a reader can place an unknown. `high` Infinity: he cannot bound it at all. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** false: at least this wide, shown by worked examples; how much wider was not reckoned. */
  readonly exact: boolean;
}

/** A number that is printed or hidden. */
export interface Cell extends Unknown {
  readonly hidden: boolean;
}

/** A line that adds up: the whole, and its parts. */
export interface Line {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** The reader's puzzle: printed cells are reckoned out of every line, what is left are sums over the hidden. */
export function puzzleOf(cells: readonly Cell[], lines: readonly Line[]): Puzzle {
  const hidden = cells.filter((cell) => cell.hidden);
  const place = new Map(hidden.map((cell, at) => [cell.id, at]));
  const sums = lines.flatMap(({ whole, parts }): Sum[] => {
    const factors = new Map<number, number>();
    const add = (id: string, factor: number): void => {
      const at = place.get(id);
      if (at !== undefined) factors.set(at, (factors.get(at) ?? 0) + factor);
    };
    for (const part of parts) add(part, 1);
    add(whole, -1);
    const terms = [...factors].filter(([, factor]) => factor !== 0);
    return terms.length > 0 ? [{ terms }] : [];
  });
  return {
    unknowns: hidden.map(({ id, value, slice, counts, between }) => ({
      id,
      value,
      ...(slice !== undefined && { slice }),
      ...(counts && { counts }),
      ...(between && { between }),
    })),
    sums,
  };
}

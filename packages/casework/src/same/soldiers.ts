/**
 * Which cases are one soldier's, drawn from what people have said: the union of every "same" that stands. Somebody's
 * "different" about the very two outweighs a "same" about them; about two who are one only through others it takes
 * nothing apart and is shown as a conflict, for a person to settle. Cases are small numbers (rows of a roster), because
 * most of two hundred thousand are linked to another; what is said of one case is replaced in place.
 */
import type { Verdict } from "./event.ts";

export interface RowLink {
  readonly other: number;
  readonly verdict: Verdict;
}
export type PairStanding = Verdict | "conflict";
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly standing: PairStanding;
}

export interface Soldiers {
  /** In place of what this case said before. */
  readonly put: (row: number, links: readonly RowLink[]) => void;
  /** Whether this case says anything of another. */
  readonly says: (row: number) => boolean;
  /** What stands between two, whoever of them says it. */
  readonly between: (a: number, b: number) => PairStanding | undefined;
  /** Cases of which this one says something, or which say something of it. */
  readonly linkedWith: (row: number) => readonly number[];
  /** All cases of his, in order; at least the case itself. */
  readonly casesOf: (row: number) => readonly number[];
  /** Two of his cases of which somebody says that they are two men. */
  readonly conflictsOf: (row: number) => readonly Pair[];
  /** What waits for a reviewer: unsure, or said both ways. Each pair once. */
  readonly doubtful: () => readonly Pair[];
  readonly isRefused: (a: number, b: number) => boolean;
  /** How many of the cases counted are a soldier who is counted already. */
  readonly doubles: (counts: (row: number) => boolean) => number;
}

const codes: Readonly<Record<Verdict, number>> = { same: 0, different: 1, unsure: 2 };
const FROM_HERE = 4;

export function openSoldiers(): Soldiers {
  /** Both ends know of a link: other * 8 + FROM_HERE? + code. */
  const byRow = new Map<number, readonly number[]>();

  const add = (row: number, cell: number): void => void byRow.set(row, [...(byRow.get(row) ?? []), cell]);
  function take(row: number, cell: number): void {
    const cells = byRow.get(row) ?? [];
    const at = cells.indexOf(cell);
    const rest = at < 0 ? cells : cells.toSpliced(at, 1);
    if (rest.length === 0) byRow.delete(row);
    else byRow.set(row, rest);
  }

  function put(row: number, links: readonly RowLink[]): void {
    for (const cell of byRow.get(row) ?? [])
      if ((cell & FROM_HERE) !== 0) {
        take(row, cell);
        take(Math.floor(cell / 8), row * 8 + (cell & 3));
      }
    for (const { other, verdict } of links) {
      if (other === row) continue;
      add(row, other * 8 + FROM_HERE + codes[verdict]);
      add(other, row * 8 + codes[verdict]);
    }
  }

  function between(a: number, b: number): PairStanding | undefined {
    let said = 0;
    for (const cell of byRow.get(a) ?? []) if (Math.floor(cell / 8) === b) said |= 1 << (cell & 3);
    if (said === 0) return undefined;
    if (said === 1) return "same";
    if (said === 2) return "different";
    return (said & 3) === 3 ? "conflict" : said === 4 ? "unsure" : (said & 2) !== 0 ? "different" : "same";
  }

  const others = (row: number): ReadonlySet<number> =>
    new Set((byRow.get(row) ?? []).map((cell) => Math.floor(cell / 8)));

  function casesOf(row: number): readonly number[] {
    if (!byRow.has(row)) return [row];
    const found = new Set([row]);
    for (const one of found)
      for (const other of others(one))
        if (!found.has(other) && between(one, other) === "same") found.add(other);
    return [...found].toSorted((a, b) => a - b);
  }

  function conflictsOf(row: number): readonly Pair[] {
    const cases = casesOf(row);
    const inside = new Set(cases);
    return cases.flatMap((a) =>
      [...others(a)].flatMap((b): Pair[] => {
        if (b < a || !inside.has(b)) return [];
        const standing = between(a, b);
        return standing === "different" || standing === "conflict" ? [{ a, b, standing }] : [];
      }),
    );
  }

  function doubtful(): readonly Pair[] {
    const pairs: Pair[] = [];
    for (const a of byRow.keys())
      for (const b of others(a)) {
        if (b < a) continue;
        const standing = between(a, b);
        if (standing === "unsure" || standing === "conflict") pairs.push({ a, b, standing });
      }
    return pairs;
  }

  function doubles(counts: (row: number) => boolean): number {
    const seen = new Set<number>();
    let more = 0;
    for (const row of byRow.keys()) {
      if (seen.has(row)) continue;
      const cases = casesOf(row);
      for (const one of cases) seen.add(one);
      more += Math.max(0, cases.filter(counts).length - 1);
    }
    return more;
  }

  return {
    put,
    says: (row) => (byRow.get(row) ?? []).some((cell) => (cell & FROM_HERE) !== 0),
    between,
    linkedWith: (row) => [...others(row)],
    casesOf,
    conflictsOf,
    doubtful,
    isRefused: (a, b) => {
      const standing = between(a, b);
      return standing === "different" || standing === "conflict";
    },
    doubles,
  };
}

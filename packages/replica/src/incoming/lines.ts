/** A line as it lies on the table: what it says, what it would do, and what a person chose for it. */
import type { CaseId, IncomingRow } from "@answerable/casework";

import { lineKinds, type LikeCase, type LineChoice, type LineKind, type LineReceipt } from "./answers.ts";
import type { Likeliest } from "./likely.ts";

export interface Line {
  readonly row: IncomingRow;
  /** What it says, as 64 bits. */
  readonly mark: string;
  /** Where it goes if nobody says otherwise. */
  readonly folder: CaseId;
  receipt?: LineReceipt;
  /** Of a new one: who may be the same man. */
  like?: Likeliest;
  choice?: LineChoice;
}

/** What a screen shows of it: cards are read here and nowhere before. */
export function shown(
  { receipt, choice, like }: Line,
  of: {
    readonly number: (id: CaseId) => string;
    readonly like: (likeliest: Likeliest) => LikeCase | undefined;
  },
): LineReceipt | undefined {
  if (choice?.type === "Out") return { type: "Out" };
  if (choice?.type === "Into") return { type: "Into", case: choice.case, number: of.number(choice.case) };
  if (receipt?.type !== "New" || !like) return receipt;
  const known = of.like(like);
  return known ? { type: "New", like: known } : receipt;
}

function isOfKind({ receipt, choice, like, row }: Line, kind: LineKind): boolean {
  if (kind === "Noted") return row.noted.length > 0;
  const type = choice?.type === "Own" ? receipt?.type : (choice?.type ?? receipt?.type);
  return kind === "Like" ? type === "New" && like !== undefined : type === kind;
}

/** What became of it, in the place of what was known of it before. */
export type Became = Partial<Pick<Line, "receipt" | "like" | "choice">>;

/** All lines of a list, counted as they change: a hundred thousand are not counted anew at every look. */
export interface Table {
  readonly lines: readonly Line[];
  readonly add: (line: Line) => void;
  readonly change: (line: Line, became: Became) => void;
  readonly counts: () => Readonly<Record<LineKind, number>>;
  readonly shown: (
    kind: LineKind | undefined,
    from: number,
    count: number,
  ) => readonly (readonly [number, Line])[];
}

export function openTable(): Table {
  const lines: Line[] = [];
  const counts = Object.fromEntries(lineKinds.map((kind) => [kind, 0])) as Record<LineKind, number>; // every kind is there
  function count(line: Line, sign: 1 | -1): void {
    for (const kind of lineKinds) if (isOfKind(line, kind)) counts[kind] += sign;
  }
  return {
    lines,
    add(line) {
      lines.push(line);
      count(line, 1);
    },
    change(line, became) {
      count(line, -1);
      delete line.receipt;
      delete line.like;
      delete line.choice;
      Object.assign(line, became);
      count(line, 1);
    },
    counts: () => ({ ...counts }),
    shown(kind, from, most) {
      const found: (readonly [number, Line])[] = [];
      let passed = 0;
      for (let at = kind === undefined ? from : 0; at < lines.length && found.length < most; at += 1) {
        const line = lines[at];
        if (!line || (kind !== undefined && !isOfKind(line, kind))) continue;
        if (kind === undefined || passed >= from) found.push([at, line]);
        passed += 1;
      }
      return found;
    },
  };
}

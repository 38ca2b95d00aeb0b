/**
 * A line as it lies on the table: what it says, what it would do, and what a person chose for it. What a hundred thousand lines say lies
 * folded, and is read of those that are looked at.
 */
import type { CaseId, IncomingRow } from "@answerable/casework";
import { utf8 } from "@answerable/wire";

import { openTexts } from "../roster/texts.ts";
import { lineKinds, type LikeCase, type LineChoice, type LineKind, type LineReceipt } from "./answers.ts";
import type { Likeliest } from "./likely.ts";

interface Named {
  /** What it says, as 64 bits. */
  readonly mark: string;
  /** Where it goes if nobody says otherwise. */
  readonly folder: CaseId;
}

/** All of one shape: a hundred thousand of them are held. */
export interface Line extends Named {
  readonly place: number;
  readonly isNoted: boolean;
  readonly receipt: LineReceipt | undefined;
  /** Of a new one: who may be the same man. */
  readonly like: Likeliest | undefined;
  readonly choice: LineChoice | undefined;
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

function isOfKind({ receipt, choice, like, isNoted }: Line, kind: LineKind): boolean {
  if (kind === "Noted") return isNoted;
  const type = choice?.type === "Own" ? receipt?.type : (choice?.type ?? receipt?.type);
  return kind === "Like" ? type === "New" && like !== undefined : type === kind;
}

/** What became of it, in the place of what was known of it before. */
export type Became = Partial<Pick<Line, "receipt" | "like" | "choice">>;

type Mutable = { -readonly [K in keyof Line]: Line[K] };

/** All lines of a list, counted as they change: a hundred thousand are not counted anew at every look. */
export interface Table {
  readonly lines: readonly Line[];
  readonly add: (row: IncomingRow, named: Named) => void;
  /** What it says. */
  readonly rowOf: (line: Line) => IncomingRow;
  readonly change: (line: Line, became: Became) => void;
  readonly counts: () => Readonly<Record<LineKind, number>>;
  readonly shown: (
    kind: LineKind | undefined,
    from: number,
    count: number,
  ) => readonly (readonly [number, Line])[];
}

export function openTable(): Table {
  const lines: Mutable[] = [];
  const said = openTexts();
  const counts = Object.fromEntries(lineKinds.map((kind) => [kind, 0])) as Record<LineKind, number>; // every kind is there
  function count(line: Line, sign: 1 | -1): void {
    for (const kind of lineKinds) if (isOfKind(line, kind)) counts[kind] += sign;
  }
  return {
    lines,
    add(row, { mark, folder }) {
      const place = lines.length;
      const unknown = { receipt: undefined, like: undefined, choice: undefined };
      const line = { place, mark, folder, isNoted: row.noted.length > 0, ...unknown };
      said.set(place, utf8(JSON.stringify(row)));
      lines.push(line);
      count(line, 1);
    },
    rowOf({ place }) {
      const row = said.get(place);
      if (row === undefined) throw new Error("a line that is not on the table");
      return JSON.parse(row) as IncomingRow; // written above
    },
    change({ place }, { receipt, like, choice }) {
      const line = lines[place];
      if (!line) throw new Error("a line that is not on the table");
      count(line, -1);
      line.receipt = receipt;
      line.like = like;
      line.choice = choice;
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

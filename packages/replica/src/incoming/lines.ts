/** A line as it lies on the table: what it says, what it would do, and what a person chose for it. */
import type { CaseId, IncomingRow } from "@answerable/casework";

import { lineKinds, type LineChoice, type LineKind, type LineReceipt } from "./answers.ts";

export interface Line {
  readonly row: IncomingRow;
  /** What it says, as 64 bits. */
  readonly mark: string;
  /** Where it goes if nobody says otherwise. */
  readonly folder: CaseId;
  receipt?: LineReceipt;
  choice?: LineChoice;
}

export function shown(
  { receipt, choice }: Pick<Line, "receipt" | "choice">,
  numberOf: (id: CaseId) => string,
): LineReceipt | undefined {
  if (choice?.type === "Out") return { type: "Out" };
  if (choice?.type === "Into") return { type: "Into", case: choice.case, number: numberOf(choice.case) };
  return receipt;
}

export function kindsOf(line: Line): readonly LineKind[] {
  const receipt = shown(line, () => "");
  const kinds: LineKind[] = receipt ? [receipt.type] : [];
  if (receipt?.type === "New" && receipt.like) kinds.push("Like");
  if (line.row.noted.length > 0) kinds.push("Noted");
  return kinds;
}

export function countKinds(lines: readonly Line[]): Record<LineKind, number> {
  const counts = Object.fromEntries(lineKinds.map((kind) => [kind, 0])) as Record<LineKind, number>; // every kind is there
  for (const line of lines) for (const kind of kindsOf(line)) counts[kind] += 1;
  return counts;
}

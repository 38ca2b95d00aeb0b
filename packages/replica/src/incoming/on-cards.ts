/** What the cards of a desk say of lists. Cards without a word of them are not read. */
import { isOfList, readCard, rowMarkOf, type CardList, type CaseId, type ListId } from "@answerable/casework";

import type { Roster } from "../roster/roster.ts";

type Breathe = () => Promise<boolean>;

/** By the mark of a line: the case it lies in. undefined: stopped. */
export async function marksOnCards(
  roster: Roster,
  breathe: Breathe,
): Promise<ReadonlyMap<string, CaseId> | undefined> {
  const marks = new Map<string, CaseId>();
  for (const row of roster.fromLists()) {
    const { folder, rows } = linesOn(roster, row);
    if (folder) for (const one of rows) marks.set(rowMarkOf(one), folder);
    if (!(await breathe())) return undefined;
  }
  return marks;
}

export async function casesOfList(
  roster: Roster,
  { list, rows: among }: { readonly list: ListId; readonly rows: readonly number[] },
  breathe: Breathe,
): Promise<readonly CaseId[] | undefined> {
  const cases: CaseId[] = [];
  for (const row of among) {
    const { folder, rows } = linesOn(roster, row);
    if (folder && rows.some((one) => isOfList(one, list))) cases.push(folder);
    if (!(await breathe())) return undefined;
  }
  return cases;
}

/** The newest first. */
export function listsOnCards(roster: Roster): readonly CardList[] {
  return [...roster.listShifts()]
    .flatMap(({ card }) => card.lists)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

function linesOn(
  roster: Roster,
  row: number,
): { readonly folder?: CaseId; readonly rows: readonly string[] } {
  const found = roster.card(row);
  const card = found && readCard(found.payload.card);
  return found && card?.type === "Case" ? { folder: found.folder, rows: card.rows } : { rows: [] };
}

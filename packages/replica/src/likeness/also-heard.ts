/**
 * Names that sound like what was typed, for the search box: misheard, in Latin letters, declined, on the wrong layout.
 * Only where the words themselves find little: who finds what she typed need not look through what it resembles.
 */
import { isIn, type CaseCard } from "@answerable/casework";

import { rosterLists, type RosterList } from "../office.ts";
import type { Today } from "../queries/roster.ts";
import type { Likeness } from "./likeness.ts";

const FEW = 20;
const MOST = 20;
/** Bits; a surname that sounds the same has seven or more. */
const LEAST = 6;

type Rows = Readonly<Record<RosterList, readonly number[]>>;
export interface AlsoHeard {
  readonly rows: Rows;
  readonly counted: (lists: Readonly<Record<RosterList, number>>) => Readonly<Record<RosterList, number>>;
}

export function alsoHeard(
  likeness: Likeness,
  text: string,
  { found, today }: { readonly found: number; readonly today: Today },
): AlsoHeard {
  const cards = found > FEW || !isName(text) ? [] : heard(likeness, text);
  const inList = (list: RosterList) =>
    cards.filter(({ card }) => isIn(list, card, { me: likeness.me, now: today.now })).map(({ row }) => row);
  const rows = Object.fromEntries(rosterLists.map((list) => [list, inList(list)])) as unknown as Rows; // one for each list
  return {
    rows,
    counted: (lists) =>
      Object.fromEntries(rosterLists.map((list) => [list, lists[list] + rows[list].length])) as Record<
        RosterList,
        number
      >, // likewise
  };
}

function heard(
  likeness: Likeness,
  text: string,
): readonly { readonly row: number; readonly card: CaseCard }[] {
  if (!likeness.isBuilt()) return [];
  const { roster } = likeness;
  const words = { text, list: "all", from: 0, count: FEW, dueBy: 0 } as const;
  const known = new Set(roster.find(words).rows);
  return likeness.index.roster
    .search(text, MOST)
    .filter(({ record, bits }) => bits >= LEAST && !known.has(record))
    .flatMap(({ record }) => {
      const card = likeness.caseCard(record)?.card;
      return card ? [{ row: record, card }] : [];
    });
}

/** One to five words of three letters or more, without a figure: nobody is called anything else. */
function isName(text: string): boolean {
  const words = text.trim().split(/\s+/u);
  return words.length <= 5 && words.some((word) => word.length >= 4) && !/\d/u.test(text);
}

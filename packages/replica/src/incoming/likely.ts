/**
 * Lines beside the whole roster, thousands a second: rows that share a pair of keys with a line are weighed against it in full, as in a
 * pass. Lives as long as the check of one list.
 *
 * Note: Keys stay here. As in likeness/likeness.ts.
 */
import type { IncomingRow } from "@answerable/casework";
import {
  blockKeys,
  compareAll,
  hashOfKey,
  keysOfBlock,
  largestBlock,
  propose,
  rememberingComparer,
  reportsAtHand,
  weighNamed,
} from "@answerable/casework/people";

import { openBlocks } from "../likeness/blocks.ts";
import type { Likeness } from "../likeness/likeness.ts";
import type { LikeCase } from "./answers.ts";

export interface Likely {
  /** The likeliest case of the same soldier; undefined: none. */
  readonly of: (row: IncomingRow) => LikeCase | undefined;
}

/** What a key of a telephone alone begins with (people/index/link.ts). */
const PHONE = "r";
/** Rows that a line is weighed against in full. */
const MOST_WEIGHED = 24;

/** false from `breathe`: it was stopped. */
export async function openLikely(
  likeness: Likeness,
  breathe: () => Promise<boolean>,
): Promise<Likely | undefined> {
  const { index } = likeness;
  const blocks = openBlocks();
  for (let row = 0; row < index.size(); row += 1) {
    for (const key of blockKeys(index, row)) blocks.add(hashOfKey(key), row);
    if (row % 64 === 0 && !(await breathe())) return undefined;
  }
  while (blocks.sortNext()) if (!(await breathe())) return undefined;
  const by = rememberingComparer(index.common.shares);
  const reportOf = reportsAtHand(index);
  const met = new Int32Array(index.size()).fill(-1);
  const shared = new Uint16Array(index.size());
  let turn = 0;

  /** Who shares most keys with the line, or a telephone: one surname alone tells nobody apart. */
  function meeting(keys: ReadonlySet<string>): readonly number[] {
    turn += 1;
    const rows: number[] = [];
    for (const key of keys) {
      const counts = key.startsWith(PHONE) ? 2 : 1;
      blocks.each(hashOfKey(key), largestBlock, (row) => {
        if (met[row] !== turn) {
          met[row] = turn;
          shared[row] = 0;
          rows.push(row);
        }
        shared[row] = (shared[row] ?? 0) + counts;
      });
    }
    const likely = rows.filter((row) => (shared[row] ?? 0) > 1);
    return likely.toSorted((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0)).slice(0, MOST_WEIGHED);
  }

  return {
    of({ told }) {
      const asked = index.read({
        name: told.soldierName,
        birth: told.birth,
        region: told.region,
        unit: told.unit,
        phone: [...told.phones, told.soldierPhone].join(", "),
        caller: told.callerName,
      });
      let best = { row: -1, bits: 0, isSure: false };
      for (const row of meeting(keysOfBlock(index.blockOf(asked)))) {
        const other = reportOf(row);
        const names = compareAll(asked.name.readings, other.name.readings, by);
        const weighed = weighNamed({ a: asked, b: other }, names, index.common);
        const { type } = propose(weighed, false);
        if ((type === "Same" || type === "Possibly") && weighed.bits > best.bits)
          best = { row, bits: weighed.bits, isSure: type === "Same" };
      }
      const known = best.row < 0 ? undefined : likeness.caseCard(best.row);
      if (!known || known.card.isGone) return undefined;
      const { number, names, births } = known.card;
      return { case: known.case, number, name: names[0] ?? "", birth: births[0] ?? "", isSure: best.isSure };
    },
  };
}

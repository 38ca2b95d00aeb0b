/**
 * Lines beside the whole roster, hundreds a second: rows that share a pair of keys with a line are weighed against it, as in a pass. The
 * keys of the roster are made once, while a person still looks at the columns, and from then on only those of rows that changed.
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
  mostBegun,
  mostBits,
  possible,
  propose,
  rememberingComparer,
  weighNamed,
} from "@answerable/casework/people";

import { openBlocks } from "../likeness/blocks.ts";
import type { Likeness } from "../likeness/likeness.ts";
import type { LikeCase } from "./answers.ts";

export interface Likely {
  /** Makes what keys are lacking, a breath at a time, if nobody is at it yet. false from `breathe`: it was stopped, and begins anew. */
  readonly make: (breathe: () => Promise<boolean>) => Promise<void>;
  readonly isMaking: () => boolean;
  /** Lines one after another, all laid beside the roster as it is now. */
  readonly begin: () => LikelyOf;
}

/** The likeliest case of the same soldier, by its row: its card is read when somebody looks at the line. */
export interface Likeliest {
  readonly row: number;
  readonly isSure: boolean;
}
/** undefined: none. */
export type LikelyOf = (row: IncomingRow) => Likeliest | undefined;

/** What a key of a telephone alone begins with (people/index/link.ts). */
const PHONE = "r";
/** Rows that a line is laid beside. */
const MOST_WEIGHED = 24;
/** Bits that a sum may lose by being added up in another order; far more than it does. */
const LOST = 1e-6;

export function openLikely(likeness: Likeness): Likely {
  const { index } = likeness;
  let blocks = openBlocks();
  let taken: (() => readonly number[]) | undefined;
  let keyed = 0;
  let isMaking = false;

  function key(row: number): void {
    for (const one of blockKeys(index, row)) blocks.add(hashOfKey(one), row);
  }

  async function makeAll(breathe: () => Promise<boolean>): Promise<boolean> {
    taken ??= likeness.watchChanged();
    const again = new Set(taken().filter((row) => row < keyed));
    if (again.size === 0 && keyed === index.size()) return true;
    blocks.begin(again);
    for (const row of again) {
      key(row);
      if (!(await breathe())) return false;
    }
    for (; keyed < index.size(); keyed += 1) {
      key(keyed);
      if (keyed % 64 === 0 && !(await breathe())) return false;
    }
    while (blocks.sortNext()) if (!(await breathe())) return false;
    return true;
  }

  async function make(breathe: () => Promise<boolean>): Promise<void> {
    if (isMaking) return;
    isMaking = true;
    if (!(await makeAll(breathe))) {
      blocks = openBlocks();
      keyed = 0;
    }
    isMaking = false;
  }

  function begin(): LikelyOf {
    const by = rememberingComparer(index.common.shares);
    const met = new Int32Array(index.size()).fill(-1);
    const shared = new Uint16Array(index.size());
    let turn = 0;

    /** Who shares most keys with the line, or a telephone: one surname alone tells nobody apart. */
    function meeting(keys: ReadonlySet<string>): readonly number[] {
      turn += 1;
      const rows: number[] = [];
      for (const one of keys) {
        const counts = one.startsWith(PHONE) ? 2 : 1;
        blocks.each(hashOfKey(one), largestBlock, (row) => {
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

    return ({ told }) => {
      const asked = index.read({
        name: told.soldierName,
        birth: told.birth,
        region: told.region,
        unit: told.unit,
        phone: [...told.phones, told.soldierPhone].join(", "),
        caller: told.callerName,
        relation: told.relation ?? "",
      });
      let best = { row: -1, bits: 0, isSure: false };
      for (const row of meeting(keysOfBlock(index.blockOf(asked)))) {
        const readings = index.roster.names.readings(row);
        const names = compareAll(asked.name.readings, readings, by);
        // A given name that differs is outweighed by nothing (people/weigh.ts).
        if (names.given.level === "differs") continue;
        // Nobody is read further who cannot become the likeliest.
        const least = Math.max(possible, best.bits) - LOST;
        const begun = { name: { words: none, readings }, birth: index.birth(row) };
        if (mostBegun({ a: asked, b: begun }, names) < least) continue;
        const outline = index.outline(row, readings);
        if (mostBits({ a: asked, b: outline }, names, index.common) < least) continue;
        const weighed = weighNamed({ a: asked, b: index.report(row, outline) }, names, index.common);
        const { type } = propose(weighed, false);
        if ((type === "Same" || type === "Possibly") && weighed.bits > best.bits)
          best = { row, bits: weighed.bits, isSure: type === "Same" };
      }
      // Of a case that is gone the index still knows what is left of it.
      return best.row >= 0 && likeness.roster.isCase(best.row)
        ? { row: best.row, isSure: best.isSure }
        : undefined;
    };
  }

  return { make, isMaking: () => isMaking, begin };
}

/** undefined: it is gone by now. */
export function likeCase(likeness: Likeness, { row, isSure }: Likeliest): LikeCase | undefined {
  const known = likeness.caseCard(row);
  if (!known || known.card.isGone) return undefined;
  const { number, names, births } = known.card;
  return { case: known.case, number, name: names[0] ?? "", birth: births[0] ?? "", isSure };
}

const none: readonly never[] = [];

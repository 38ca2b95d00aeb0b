/**
 * A full pass: every row against every other that it may meet, a few milliseconds at a time. It proposes and never
 * links; what people have refused or linked it leaves alone. Rows go in the order of the desk's log, so how far a pass
 * came is one number: it can be stopped, the device locked, and the next pass goes on from there with what is new.
 */
import type { CaseId } from "@answerable/casework";
import {
  blockKeys,
  compareAll,
  hashOfKey,
  largestBlock,
  propose,
  rememberingComparer,
  reportsAtHand,
  weighNamed,
} from "@answerable/casework/people";
import * as v from "valibot";

import type { PassProgress } from "./answers.ts";
import { openBlocks, type Blocks } from "./blocks.ts";
import { openFound, type Found, type Proposal } from "./found.ts";
import type { Likeness } from "./likeness.ts";

export interface Pass {
  readonly begin: () => Promise<void>;
  readonly stop: () => void;
  readonly progress: () => PassProgress;
  /** Strongest first, two thousand at most; without those that have been settled since. */
  readonly proposals: () => readonly Proposal[];
}

export interface PassDeps {
  readonly likeness: Likeness;
  readonly pause: () => Promise<void>;
  readonly now: () => number;
  /** Something to show has changed. */
  readonly changed: () => void;
  /** Keeps how far it came, sealed on this device alone. */
  readonly keep: (state: PassState) => void;
  readonly kept: PassState | undefined;
}

/** What the next session goes on from. Ids and places only. */
export const PassState = v.object({
  upTo: v.number(),
  pairs: v.array(v.tuple([v.string(), v.string(), v.number()])),
});
export type PassState = v.InferOutput<typeof PassState>;

const BREATH = 20;
const TELL_EVERY = 500;
const KEEP_EVERY = 30_000;
const MOST_KEPT = 20_000;
/** More than a reviewer sees in a week. */
const MOST_LISTED = 2_000;

export function openPass(deps: PassDeps): Pass {
  const { likeness, now } = deps;
  const { index, soldiers } = likeness;
  let found: Found | undefined;
  let upTo = deps.kept?.upTo ?? -1;
  let leftover: readonly number[] = [];
  let state: PassProgress = { state: "waiting", done: 0, of: 0 };
  let isWanted = false;
  let run = 0;

  function pairs(): Found {
    if (found) return found;
    found = openFound();
    // What an earlier session found; rows have other numbers now.
    for (const [one, other, bits] of deps.kept?.pairs ?? []) {
      const a = likeness.roster.row(one as CaseId); // as this device kept them
      const b = likeness.roster.row(other as CaseId); // likewise
      if (a !== undefined && b !== undefined) found.add({ a, b, bits });
    }
    return found;
  }

  function tell(change: Partial<PassProgress>): void {
    state = { ...state, ...change };
    deps.changed();
  }

  function keep(): void {
    deps.keep({
      upTo,
      pairs: listed(MOST_KEPT).flatMap(({ a, b, bits }): PassState["pairs"] => {
        const [one, other] = [likeness.idOf(a), likeness.idOf(b)];
        return one && other ? [[one, other, Math.round(bits * 10) / 10]] : [];
      }),
    });
  }

  async function begin(): Promise<void> {
    if (isWanted) return;
    isWanted = true;
    run += 1;
    const own = run;
    let began = now();
    const breathe = async (): Promise<boolean> => {
      if (now() - began >= BREATH) {
        await deps.pause();
        began = now();
      }
      return isWanted && own === run;
    };
    tell({ state: "running", done: 0, of: likeness.roster.size() });
    while (!likeness.isBuilt()) {
      await deps.pause();
      if (!isWanted || own !== run) return;
    }
    const blocks = await blocksOf(breathe);
    if (!blocks) return;
    const order = worklist();
    tell({ of: order.length, done: 0 });
    let toldAt = now();
    let keptAt = now();
    const weigh = openWeigher(order);
    for (let at = 0; at < order.length; at += 1) {
      const row = order[at] ?? 0;
      weigh(row, at, blocks);
      if (now() - began < BREATH) continue;
      leftover = order.slice(at + 1);
      upTo = Math.max(upTo, likeness.roster.placeOf(row) - 1);
      if (now() - toldAt > TELL_EVERY) {
        tell({ done: at + 1 });
        toldAt = now();
      }
      if (now() - keptAt > KEEP_EVERY) {
        keep();
        keptAt = now();
      }
      if (!(await breathe())) return;
    }
    leftover = [];
    upTo = order.reduce((most, row) => Math.max(most, likeness.roster.placeOf(row)), upTo);
    isWanted = false;
    tell({ state: "done", done: order.length });
    keep();
  }

  async function blocksOf(breathe: () => Promise<boolean>): Promise<Blocks | undefined> {
    const blocks = openBlocks();
    for (let row = 0; row < index.size(); row += 1) {
      for (const key of blockKeys(index, row)) blocks.add(hashOfKey(key), row);
      if (row % 64 === 0 && !(await breathe())) return undefined;
    }
    while (blocks.sortNext()) if (!(await breathe())) return undefined;
    return blocks;
  }

  /** What no pass has seen as it is now, in the order of the log. */
  function worklist(): readonly number[] {
    const rows = new Set([...leftover, ...likeness.takeChanged()]);
    for (let row = 0; row < index.size(); row += 1) if (likeness.roster.placeOf(row) > upTo) rows.add(row);
    return [...rows].toSorted((a, b) => likeness.roster.placeOf(a) - likeness.roster.placeOf(b) || a - b);
  }

  function openWeigher(order: readonly number[]) {
    const size = index.size();
    const turn = new Int32Array(size).fill(-1);
    order.forEach((row, at) => {
      turn[row] = at;
    });
    const met = new Int32Array(size).fill(-1);
    const by = rememberingComparer(index.common.shares);
    const reportOf = reportsAtHand(index);
    return (row: number, at: number, blocks: Blocks): void => {
      met[row] = at;
      for (const key of blockKeys(index, row))
        blocks.each(hashOfKey(key), largestBlock, (other) => {
          // Each pair once: by whichever of the two has the later turn.
          if (met[other] === at || (turn[other] ?? -1) > at) return;
          met[other] = at;
          const a = reportOf(row);
          const b = reportOf(other);
          const names = compareAll(a.name.readings, b.name.readings, by);
          const weighed = weighNamed({ a, b }, names, index.common);
          const { type } = propose(weighed, soldiers.between(row, other) !== undefined);
          if (type === "Same" || type === "Possibly") pairs().add({ a: row, b: other, bits: weighed.bits });
        });
    };
  }

  /**
   * The strongest pairs that join what nothing stronger joins: seven reports of one man are six to look at and not
   * twenty-one, and when one of the six is refused, another takes its place.
   */
  function listed(most: number): readonly Proposal[] {
    const joined = openForest();
    const list: Proposal[] = [];
    for (const pair of pairs().strongestFirst()) {
      if (list.length === most) break;
      const [a, b] = [soldiers.casesOf(pair.a)[0] ?? pair.a, soldiers.casesOf(pair.b)[0] ?? pair.b];
      if (a === b || soldiers.between(pair.a, pair.b) !== undefined || !joined.join(a, b)) continue;
      list.push(pair);
    }
    return list;
  }

  return {
    begin,
    stop() {
      if (!isWanted) return;
      isWanted = false;
      keep();
      tell({ state: "stopped" });
    },
    progress: () => state,
    proposals: () => listed(MOST_LISTED),
  };
}

/** Who is joined to whom already. */
function openForest() {
  const parents = new Map<number, number>();
  const rootOf = (row: number): number => {
    let root = row;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    if (root !== row) parents.set(row, root);
    return root;
  };
  return {
    /** false: they were one before. */
    join(a: number, b: number): boolean {
      const [one, other] = [rootOf(a), rootOf(b)];
      if (one !== other) parents.set(one, other);
      return one !== other;
    },
  };
}

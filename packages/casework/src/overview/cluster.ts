/**
 * Many cases with the same unit, week and grievance are proposed as one incident. A proposal and no more: a person reads
 * the cases and gathers them. Two reports of one soldier are one.
 */
import { momentOf } from "../day.ts";
import type { CaseId } from "../id.ts";
import { readUnit } from "../units/index.ts";
import type { Grievance } from "../words/vocabularies.ts";
import type { Cluster } from "./asked.ts";

export const leastInCluster = 3;
const MOST = 50;
const WEEK = 7 * 24 * 60;
/** Minutes from 1 January 1970, a Thursday, to the first Monday. */
const MONDAY = 4 * 24 * 60;

export interface InCluster {
  readonly case: CaseId;
  /** Whatever names the soldier: cases that people have linked have one. */
  readonly soldier: unknown;
  readonly unit: string;
  /** Of the unit, however it was written. undefined: too little was said to tell it from another. */
  readonly key: string | undefined;
  readonly grievance: Grievance | undefined;
  /** Minute since 1970. */
  readonly opened: number;
  readonly isGathered: boolean;
}

export function clustersOf(cases: Iterable<InCluster>): readonly Cluster[] {
  const groups = new Map<string, InCluster[]>();
  for (const one of cases) {
    if (one.key === undefined || one.grievance === undefined || one.isGathered) continue;
    const name = `${weekOf(one.opened)} ${one.grievance} ${one.key}`;
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return [...groups.values()]
    .filter((group) => new Set(group.map(({ soldier }) => soldier)).size >= leastInCluster)
    .map((group) => ({
      unit: group[0]?.unit ?? "",
      grievance: group[0]?.grievance ?? "Z",
      week: momentOf(weekOf(group[0]?.opened ?? 0) * 60_000),
      cases: group.map((one) => one.case),
    }))
    .toSorted((a, b) => b.cases.length - a.cases.length || (a.week < b.week ? 1 : -1))
    .slice(0, MOST);
}

function weekOf(minute: number): number {
  return Math.floor((minute - MONDAY) / WEEK) * WEEK + MONDAY;
}

const known = new Map<string, string | undefined>();

/** "в/ч 12345" and "12345, 2 рота" are one; "часть под Курском" is none. */
export function unitKey(unit: string): string | undefined {
  if (unit.trim() === "") return undefined;
  if (known.size > 20_000) known.clear();
  if (!known.has(unit)) known.set(unit, keyOf(unit));
  return known.get(unit);
}

function keyOf(unit: string): string | undefined {
  const { codes, mentions, named } = readUnit(unit.slice(0, 200));
  if (codes.length > 0) return [...codes].toSorted()[0];
  if (named !== undefined) return named;
  const numbered = mentions.map((one) => JSON.stringify(one)).filter((text) => /\d/u.test(text));
  return numbered.length > 0 ? numbered.toSorted().join() : undefined;
}

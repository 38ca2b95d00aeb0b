/**
 * Many cases with the same unit, week and grievance are proposed as one incident. A proposal and no more: a person reads
 * the cases and gathers them. Two reports of one soldier are one.
 */
import { momentOf, type Moment } from "../day.ts";
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
    const name = `${weekNumber(one.opened)} ${one.grievance} ${one.key}`;
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return [...groups]
    .filter(([, group]) => new Set(group.map(({ soldier }) => soldier)).size >= leastInCluster)
    .map(([name, group]) => ({ name, cluster: clusterOf(group) }))
    .toSorted(
      ({ cluster: a, name: one }, { cluster: b, name: other }) =>
        b.cases.length - a.cases.length || b.week.localeCompare(a.week) || (one < other ? -1 : 1),
    )
    .slice(0, MOST)
    .map(({ cluster }) => cluster);
}

/** In the order in which the cases were opened, whatever order they came in: every device proposes the same. */
function clusterOf(group: readonly InCluster[]): Cluster {
  const sorted = group.toSorted((a, b) => a.opened - b.opened || (a.case < b.case ? -1 : 1));
  const [first] = sorted;
  return {
    unit: first?.unit ?? "",
    grievance: first?.grievance ?? "Z",
    week: weekOf(first?.opened ?? 0),
    cases: [...new Set(sorted.map((one) => one.case))],
  };
}

/** The Monday of a minute's week. */
export function weekOf(minute: number): Moment {
  return momentOf((weekNumber(minute) * WEEK + MONDAY) * 60_000);
}

/** Counted from the first Monday of 1970. */
export function weekNumber(minute: number): number {
  return Math.floor((minute - MONDAY) / WEEK);
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

/** The overview, from columns: equal to casework's plain one (a test holds it to that), and quick over a million contacts. */
import {
  arrivalsOf,
  clustersOf,
  gatheredIn,
  inOrder,
  leastInCluster,
  periodFrom,
  type Counters,
  type Grievance,
  type InCluster,
  type OverviewAnswer,
  type OverviewQuery,
} from "@answerable/casework";

import type { Likeness } from "../likeness/likeness.ts";
import type { Roster } from "../roster/roster.ts";
import type { Today } from "./roster.ts";

export function answerOverview(likeness: Likeness, query: OverviewQuery, today: Today): OverviewAnswer {
  const { roster } = likeness;
  const { tallies } = roster;
  const from = periodFrom(query.period, today.from);
  const spoken = query.period === "all" ? undefined : roster.spokenSince(from);
  const holds = (row: number) => (spoken ? spoken.rows[row] === 1 : roster.hasContacts(row));
  const named = (of: "grievance" | "region" | "unit") => inOrder(tallies.grouped(of, holds));
  return {
    counters: counted(likeness, spoken),
    ...arrivalsOf(tallies.inHour, {
      now: Date.parse(today.now),
      dayBegan: Math.floor(today.from / 60),
      first: tallies.firstHour(),
    }),
    grievances: named("grievance").map(([code, cases]) => ({ code: code as Grievance, cases })), // only grievances go in
    regions: named("region").map(([region, cases]) => ({ region, cases })),
    units: named("unit").map(([unit, cases]) => ({ unit, cases })),
    clusters: clustersOf(inClusters(likeness, holds)),
    unacknowledged: roster.unacknowledged(),
  };
}

/** Contacts, callers and soldiers of what was spoken; undefined: of everything. */
export function counted(likeness: Likeness, spoken: ReturnType<Roster["spokenSince"]> | undefined): Counters {
  const { roster, soldiers } = likeness;
  if (!spoken) {
    const all = roster.totals();
    return { ...all, soldiers: all.soldiers - likeness.doubles() };
  }
  const { contacts, callers, rows } = spoken;
  const counts = (row: number) => rows[row] === 1 && roster.countsAsSoldier(row);
  let cases = 0;
  for (let row = 0; row < rows.length; row += 1) if (counts(row)) cases += 1;
  return { contacts, callers, soldiers: cases - soldiers.doubles(counts) };
}

/** Cases as the rule of clusters sees them. */
export function* inClusters(
  likeness: Likeness,
  holds: (row: number) => boolean,
  least: number = leastInCluster,
): Iterable<InCluster> {
  const { roster, soldiers } = likeness;
  const gathered = gatheredIn(roster.incidents());
  for (const row of roster.tallies.alike(least, holds)) {
    const told = roster.tallies.told(row);
    if (told?.key === undefined || told.grievance === undefined) continue;
    const id = likeness.idOf(row);
    if (id === undefined) continue;
    const { unit, key, grievance, opened, isGroup } = told;
    yield {
      case: id,
      soldier: soldiers.casesOf(row)[0] ?? row,
      unit,
      key,
      grievance,
      opened,
      isGathered: isGroup || gathered.has(id),
    };
  }
}

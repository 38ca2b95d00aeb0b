/** The overview, from columns: equal to casework's plain one (a test holds it to that), and quick over a million contacts. */
import {
  arrivalsOf,
  clustersOf,
  countersOf,
  inOrder,
  momentOf,
  periodFrom,
  readCard,
  type Card,
  type Counters,
  type Grievance,
  type InCluster,
  type OverviewAnswer,
  type OverviewQuery,
} from "@answerable/casework";

import type { Likeness } from "../likeness/likeness.ts";
import { IS_URGENT } from "../roster/columns.ts";
import { caseCardOf, type Today } from "./roster.ts";

export function answerOverview(likeness: Likeness, query: OverviewQuery, today: Today): OverviewAnswer {
  const { roster } = likeness;
  const { tallies } = roster;
  const from = periodFrom(query.period, today.from);
  const rows = query.period === "all" ? undefined : new Set(roster.since(from));
  const holds = (row: number) => (rows === undefined ? roster.hasContacts(row) : rows.has(row));
  const named = (of: "grievance" | "region" | "unit") => inOrder(tallies.grouped(of, holds));
  return {
    counters: counted(likeness, from, rows),
    ...arrivalsOf(tallies.inHour, {
      now: Date.parse(today.now),
      dayBegan: Math.floor(today.from / 60),
      first: tallies.firstHour(),
    }),
    grievances: named("grievance").map(([code, cases]) => ({ code: code as Grievance, cases })), // only grievances go in
    regions: named("region").map(([region, cases]) => ({ region, cases })),
    units: named("unit").map(([unit, cases]) => ({ unit, cases })),
    clusters: clustersOf(inClusters(likeness, rows ?? rowsOf(roster.size()))),
    unacknowledged: roster
      .marked(IS_URGENT)
      .filter((row) => caseCardOf(roster, row)?.card.acknowledged === false).length,
  };
}

function counted(likeness: Likeness, from: number, rows: ReadonlySet<number> | undefined): Counters {
  const { roster, soldiers } = likeness;
  if (rows === undefined) {
    const all = roster.totals();
    return { ...all, soldiers: all.soldiers - likeness.doubles() };
  }
  const soldierByCard = new Map<Card, number>();
  for (const row of rows) {
    const card = readCard(roster.card(row)?.payload.card);
    if (card) soldierByCard.set(card, soldiers.casesOf(row)[0] ?? row);
  }
  return countersOf(soldierByCard.keys(), {
    since: momentOf(from * 60_000),
    soldierOf: (card) => soldierByCard.get(card),
  });
}

function* rowsOf(size: number): Iterable<number> {
  for (let row = 0; row < size; row += 1) yield row;
}

function* inClusters(likeness: Likeness, rows: Iterable<number>): Iterable<InCluster> {
  const { roster, soldiers } = likeness;
  for (const row of rows) {
    const told = roster.tallies.told(row);
    if (told?.key === undefined || told.grievance === undefined || !roster.hasContacts(row)) continue;
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
      isGathered: isGroup,
    };
  }
}

/** The overview of all cards, in plain code: what a faster answer must be equal to, and the paper office's own. */
import type { Card } from "../card.ts";
import { countersOf } from "../counters.ts";
import { momentOf } from "../day.ts";
import type { FolderId } from "../id.ts";
import { gatheredIn, unitMasked } from "../incident/asked.ts";
import { isUrgent } from "../lists.ts";
import { arrivalsOf } from "./arrivals.ts";
import type { OverviewAnswer, OverviewPeriod } from "./asked.ts";
import { clustersOf, unitKey, type InCluster } from "./cluster.ts";

export interface CardAt {
  readonly folder: FolderId;
  readonly card: Card;
  /** Whatever names the soldier. */
  readonly soldier: unknown;
}

export interface OverviewAt {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The minute since 1970 at which today began. */
  readonly dayBegan: number;
}

const DAY = 24 * 60;

/** The minute from which a period counts; 0: from the beginning. */
export function periodFrom(period: OverviewPeriod, dayBegan: number): number {
  const days = { today: 0, week: 6, month: 27, all: undefined }[period];
  return days === undefined ? 0 : dayBegan - days * DAY;
}

export function overviewOf(
  all: Iterable<CardAt>,
  period: OverviewPeriod,
  { now, dayBegan }: OverviewAt,
): OverviewAnswer {
  const cards = [...all];
  const from = periodFrom(period, dayBegan);
  const byHour = new Map<number, number>();
  for (const { card } of cards)
    for (const [minute] of card.contacts) {
      const hour = Math.floor(minute / 60);
      byHour.set(hour, (byHour.get(hour) ?? 0) + 1);
    }
  const soldiers = new Map(cards.map(({ card, soldier }) => [card, soldier]));
  const cases = cards.flatMap(({ folder, card }) =>
    card.type === "Case" && card.contacts.some(([minute]) => minute >= from) ? [{ folder, card }] : [],
  );
  const spoken = new Set(cases.map(({ folder }) => folder));
  return {
    counters: countersOf(
      cards.map(({ card }) => card),
      { since: momentOf(from * 60_000), soldierOf: (card) => soldiers.get(card) },
    ),
    ...arrivalsOf((hour) => byHour.get(hour) ?? 0, {
      now,
      dayBegan: Math.floor(dayBegan / 60),
      first: [...byHour.keys()].reduce((a, b) => Math.min(a, b), Infinity),
    }),
    ...grouped(
      cases.map(({ card }) => ({
        grievance: card.grievances[0],
        region: card.regions[0],
        unit: card.units[0],
      })),
    ),
    clusters: clustersOf(inClustersOf(cards).filter((one) => spoken.has(one.case))),
    unacknowledged: cards.filter(({ card }) => card.type === "Case" && isUrgent(card) && !card.acknowledged)
      .length,
  };
}

/** For who may not gather: a unit that stands alone in a count of today names a case as well as a cluster does. */
export function veiledOverview(answer: OverviewAnswer): OverviewAnswer {
  return { ...answer, units: [], clusters: answer.clusters.map(unitMasked), isVeiled: true };
}

/** Cases as the rule of clusters sees them. */
export function inClustersOf(cards: readonly CardAt[]): readonly InCluster[] {
  const gathered = gatheredIn(cards.flatMap(({ card }) => (card.type === "Incident" ? [{ card }] : [])));
  return cards.flatMap(({ folder, card, soldier }): readonly InCluster[] => {
    if (card.type !== "Case" || card.contacts.length === 0) return [];
    const [unit = ""] = card.units;
    const opened = Math.floor(Date.parse(card.opened) / 60_000);
    const isGathered = card.kind === "group" || gathered.has(folder);
    return [
      { case: folder, soldier, unit, key: unitKey(unit), grievance: card.grievances[0], opened, isGathered },
    ];
  });
}

const SHOWN = 12;

function grouped(
  cases: readonly {
    readonly grievance?: OverviewAnswer["grievances"][number]["code"] | undefined;
    readonly region?: string | undefined;
    readonly unit?: string | undefined;
  }[],
): Pick<OverviewAnswer, "grievances" | "regions" | "units"> {
  return {
    grievances: most(cases.map(({ grievance }) => grievance)).map(([code, count]) => ({
      code,
      cases: count,
    })),
    regions: most(cases.map(({ region }) => region)).map(([region, count]) => ({ region, cases: count })),
    units: most(cases.map(({ unit }) => unit)).map(([unit, count]) => ({ unit, cases: count })),
  };
}

/** The most frequent first; of equals the first by letters, so that every device says the same. */
function most<T extends string>(values: readonly (T | undefined)[]): readonly (readonly [T, number])[] {
  const counts = new Map<T, number>();
  for (const value of values)
    if (value !== undefined && value !== "") counts.set(value, (counts.get(value) ?? 0) + 1);
  return inOrder(counts);
}

export function inOrder<T extends string>(counts: ReadonlyMap<T, number>): readonly (readonly [T, number])[] {
  return [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, SHOWN);
}

/**
 * A desk after months of calls, and what its overview says: held to a count over the cards themselves. Some families have two
 * telephones or none, some mothers have two sons, some cases are known to be one soldier's, many contacts are old.
 */
import {
  cardToPayload,
  countersOf,
  momentOf,
  overviewPeriods,
  periodFrom,
  type Card,
  type CaseId,
  type Counters,
  type LinkId,
  type MemberId,
} from "@answerable/casework";

import { openLikeness } from "../likeness/likeness.ts";
import { answerOverview } from "../queries/overview.ts";
import { openRoster } from "../roster/roster.ts";
import { cardWith } from "./a-card.ts";
import { chanceOf } from "./chance.ts";

const NOW = Date.UTC(2026, 10, 22, 12, 10);
const FROM = Date.UTC(2026, 10, 21, 21) / 60_000;
const DAYS = 90;
const name22 = <T extends string>(text: string): T => text.padEnd(22, "_") as T; // makes the brand
const me = name22<MemberId>("nina");
const units = ["", "", "в/ч 98989", "98989, вторая рота", "где-то под Курском"];

function drawn(size: number, seed: number): readonly { readonly folder: CaseId; readonly card: Card }[] {
  const chance = chanceOf(seed);
  const phone = () => `+7900${1_000_000 + chance.below(size * 2)}`;
  const minute = () => Math.floor(NOW / 60_000) - chance.below(DAYS * 24 * 60);
  return Array.from({ length: size }, (_, n) => {
    const people = Array.from({ length: 1 + chance.below(3) }, () => ({
      calledAs: "",
      relation: "mother" as const,
      phones: Array.from({ length: chance.below(10) === 0 ? chance.below(3) : 1 }, phone),
    }));
    const contacts = Array.from(
      { length: 1 + chance.below(11) },
      () => [minute(), 0, chance.below(people.length + 1) - 1] as const,
    );
    const opened = Math.min(...contacts.map(([at]) => at));
    const links =
      n > 0 && chance.below(10) === 0
        ? [
            {
              other: name22<CaseId>(`case${chance.below(n)}`),
              verdict: "same" as const,
              link: name22<LinkId>(`link${n}`),
            },
          ]
        : [];
    const card = cardWith({
      number: `N${n}`,
      opened: momentOf(opened * 60_000),
      names: [`Тестов ${n}`],
      units: [chance.pick(units)].map((unit) =>
        unit === "в/ч 98989" ? `в/ч ${10_000 + chance.below(9_000)}` : unit,
      ),
      regions: [`RU-${chance.below(80)}`],
      grievances: [chance.pick(["A1", "C1", "G1"] as const)],
      people,
      members: [me],
      contacts,
      links,
      ...(chance.below(8) === 0 ? { urgency: "U2" as const, urgentSince: momentOf(opened * 60_000) } : {}),
      ...(chance.below(30) === 0 ? { outcome: "sameAsAnother" as const } : {}),
    });
    return { folder: name22<CaseId>(`case${n}`), card };
  });
}

export interface OverviewRun {
  readonly contacts: number;
  readonly soldiers: number;
  readonly periods: readonly {
    readonly period: string;
    readonly milliseconds: readonly number[];
    readonly counters: Counters;
    readonly oracle: Counters;
  }[];
}

/**
 * `settled` is called when the cards themselves are let go of: a device has them only as bytes, and a collector that walks through
 * half a gigabyte of them in mid-answer would say more about the bench than about the desk.
 */
export async function runOverview(
  size: number,
  seed: number,
  { clock, settled }: { readonly clock: () => number; readonly settled: () => void },
): Promise<OverviewRun> {
  const { likeness, oracles } = await laidOut(drawn(size, seed), clock);
  settled();
  const today = { now: momentOf(NOW), day: "2026-11-22", dueBy: 0, from: FROM } as never; // a day of the calendar
  const periods = oracles.map(({ period, oracle }) => {
    const milliseconds: number[] = [];
    let counters: Counters = { contacts: 0, callers: 0, soldiers: 0 };
    for (let run = 0; run < 5; run += 1) {
      const began = clock();
      ({ counters } = answerOverview(likeness, { type: "Overview", period }, today));
      milliseconds.push(clock() - began);
    }
    return { period, milliseconds, counters, oracle };
  });
  const [, , , last] = periods;
  return { contacts: last?.oracle.contacts ?? 0, soldiers: last?.oracle.soldiers ?? 0, periods };
}

/** The desk, and what the cards themselves say of each period. */
async function laidOut(cards: ReturnType<typeof drawn>, clock: () => number) {
  const likeness = openLikeness(openRoster(me), me);
  for (const [n, { folder, card }] of cards.entries())
    likeness.roster.put(
      { folder, number: 1, place: n + 1, payload: { card: cardToPayload(card) } } as never,
      false,
    );
  await likeness.build({
    pause: () => Promise.resolve(),
    progress: () => undefined,
    isStopped: () => false,
    now: clock,
  });
  const rowByCard = new Map(cards.map(({ folder, card }) => [card, likeness.roster.row(folder) ?? -1]));
  const soldierOf = (card: Card) => {
    const row = rowByCard.get(card) ?? -1;
    return likeness.soldiers.casesOf(row)[0] ?? row;
  };
  const all = cards.map(({ card }) => card);
  const oracles = overviewPeriods.map((period) => ({
    period,
    oracle: countersOf(all, { soldierOf, since: momentOf(periodFrom(period, FROM) * 60_000) }),
  }));
  return { likeness, oracles };
}

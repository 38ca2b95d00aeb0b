/** Three numbers, always: contacts, callers, soldiers. Cases that people have linked are one soldier, and count once. */
import { countersOf, momentOf, readCard, type Card, type MemberId } from "@answerable/casework";

import type { Likeness } from "../likeness/likeness.ts";
import type { CountersAnswer } from "../office.ts";
import type { Today } from "./roster.ts";

export interface CardCounters extends Pick<CountersAnswer, "all" | "shift"> {
  readonly queues: Omit<CountersAnswer["queues"], "letters">;
}

export function answerCounters(likeness: Likeness, me: MemberId, today: Today): CardCounters {
  const { roster, soldiers } = likeness;
  const soldierByCard = new Map<Card, number>();
  const cards = roster.since(today.from).flatMap((row) => {
    const card = readCard(roster.card(row)?.payload.card);
    if (card) soldierByCard.set(card, soldiers.casesOf(row)[0] ?? row);
    return card ?? [];
  });
  const shift = countersOf(cards, {
    by: me,
    since: momentOf(today.from * 60_000),
    soldierOf: (card) => soldierByCard.get(card),
  });
  const all = roster.totals();
  return {
    all: { ...all, soldiers: all.soldiers - likeness.doubles() },
    shift,
    queues: roster.queues(today.dueBy),
  };
}

/** Three numbers, always: contacts, callers, soldiers. Reports are about seven times as many as soldiers. */
import { countersOf, momentOf, readCard, type MemberId } from "@answerable/casework";

import type { CountersAnswer } from "../office.ts";
import type { Roster } from "../roster/roster.ts";
import type { Today } from "./roster.ts";

export function answerCounters(roster: Roster, me: MemberId, today: Today): CountersAnswer {
  const cards = roster.since(today.from).flatMap((row) => readCard(roster.card(row)?.payload.card) ?? []);
  const shift = countersOf(cards, { by: me, since: momentOf(today.from * 60_000) });
  return { all: roster.totals(), shift, queues: roster.queues(today.dueBy) };
}

/** A page of the roster: what the desk lists, and how many there are of each kind. */
import {
  countersOf,
  dayOf,
  readCard,
  momentOf,
  type CaseCard,
  type CaseId,
  type Day,
  type Moment,
} from "@answerable/casework";

import { alsoHeard } from "../likeness/also-heard.ts";
import type { Likeness } from "../likeness/likeness.ts";
import type { RosterAnswer, RosterQuery, RosterRow } from "../office.ts";
import type { Roster } from "../roster/roster.ts";
import type { Sight } from "../sight.ts";

export interface Today {
  readonly now: Moment;
  readonly day: Day;
  /** The minute (since 1970) up to which a task counts as due: a day ahead. */
  readonly dueBy: number;
  /** The first minute of today where this device is. */
  readonly from: number;
}

/** Rows that have the words typed, and after them those whose name sounds like it. */
export function answerRoster(
  likeness: Likeness,
  query: RosterQuery,
  { today, sight }: { readonly today: Today; readonly sight: Sight },
): RosterAnswer {
  const { roster } = likeness;
  const count = Math.min(query.count, 1_000);
  const { rows, total, lists } = roster.find({ ...query, count, dueBy: today.dueBy });
  const heard = alsoHeard(likeness, query.text, { found: lists.all, today });
  const added = heard.rows[query.list];
  const from = Math.max(0, query.from - total);
  const shown = [...rows, ...added.slice(from, from + Math.max(0, count - rows.length))];
  return {
    rows: shown.flatMap((row) => rowOf(roster, row, sight) ?? []),
    total: total + added.length,
    lists: heard.counted(lists),
  };
}

/** undefined: not a case, or a card that this release cannot read. */
export function rowOf(roster: Roster, row: number, sight: Sight): RosterRow | undefined {
  const found = roster.card(row);
  if (!found) return undefined;
  const card = readCard(found.payload.card);
  return card?.type === "Case" ? rowOfCard({ case: found.folder, card }, found.unsent, sight) : undefined;
}

export function rowOfCard(
  of: { readonly case: CaseId; readonly card: CaseCard },
  unsent: boolean,
  sight: Sight,
): RosterRow {
  const { card } = of;
  const [name = "", ...alsoNamed] = card.names;
  return {
    case: of.case,
    number: card.number,
    kind: card.kind,
    name,
    alsoNamed,
    ...present({
      birth: card.births[0],
      region: card.regions[0],
      service: card.service,
      unit: sight.unitsOf(of)[0],
      owner: card.owner,
      urgency: card.urgency,
      urgencySince: card.urgentSince,
      lastContact: lastContactOf(card),
      nextDue: nextDueOf(card),
    }),
    stage: card.stage,
    acknowledged: card.acknowledged,
    opened: card.opened,
    contacts: card.contacts.length,
    callers: countersOf([card]).callers,
    grievances: card.grievances.filter((code) => code !== "unknown" && code !== "refused"),
    line: card.summary,
    unsent,
  };
}

export function caseCardOf(
  roster: Roster,
  row: number,
): { readonly case: CaseId; readonly card: CaseCard } | undefined {
  const found = roster.card(row);
  const card = found && readCard(found.payload.card);
  return found && card?.type === "Case" ? { case: found.folder, card } : undefined;
}

export function lastContactOf(card: CaseCard): Moment | undefined {
  const latest = Math.max(0, ...card.contacts.map(([minute]) => minute));
  return latest === 0 ? undefined : momentOf(latest * 60_000);
}

function nextDueOf(card: CaseCard): Moment | undefined {
  return card.tasks.flatMap((task) => task.due ?? []).toSorted()[0];
}

/** `undefined` left out, as exact optional properties want it. */
export function present<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  }; // fromEntries forgets the keys
}

/** Today where the clock is `offsetMinutes` ahead of UTC. */
export function todayOf(now: number, offsetMinutes: number): Today {
  const moment = momentOf(now);
  const day = dayOf(moment, offsetMinutes);
  const from = Date.parse(`${day}T00:00:00Z`) / 60_000 - offsetMinutes;
  return { now: moment, day, from, dueBy: Math.floor(now / 60_000) + 24 * 60 };
}

/** Closed cases whose time has come or is near, and what is left of those that ended. The oldest first. */
import {
  expiryOf,
  readCard,
  type CaseId,
  type Day,
  type Expiry,
  type MemberId,
  type RetentionRule,
} from "@answerable/casework";

import { IS_CLOSED } from "../roster/columns.ts";
import type { Roster } from "../roster/roster.ts";
import { caseCardOf, type Today } from "./roster.ts";

export interface ExpiringQuery {
  readonly type: "Expiring";
}
export interface ExpiringRow extends Expiry {
  readonly case: CaseId;
  readonly number: string;
  readonly name: string;
  /** Who proposed that it end. */
  readonly leaving?: MemberId;
}
export interface ExpiringAnswer {
  readonly rows: readonly ExpiringRow[];
  readonly ended: readonly { readonly number: string; readonly rule: RetentionRule; readonly day: Day }[];
}

export function answerExpiring(roster: Roster, { day }: Pick<Today, "day">): ExpiringAnswer {
  const rows = roster.marked(IS_CLOSED).flatMap((row): ExpiringRow | readonly ExpiringRow[] => {
    const found = caseCardOf(roster, row);
    const expiry = found && expiryOf(found.card, day);
    if (!found || !expiry) return [];
    const { number, names, leaving } = found.card;
    const name = names[0] ?? "";
    return { case: found.case, number, name, ...expiry, ...(leaving && { leaving: leaving.by }) };
  });
  const ended = [...roster.tombstones()].flatMap((row) => {
    const card = readCard(roster.card(row)?.payload.card);
    return card?.type === "Tombstone" ? { number: card.number, rule: card.rule, day: card.day } : [];
  });
  return {
    rows: rows.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    ended: ended.toSorted((a, b) => (a.day > b.day ? -1 : 1)),
  };
}

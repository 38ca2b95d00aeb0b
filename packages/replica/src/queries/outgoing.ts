/** What a list that goes out is drawn from, masked as the desk is masked for her; and which lists went out, by whom, why. */
import {
  asItStands,
  isAllowedAt,
  masked,
  may,
  standAtCard,
  type CardOutList,
  type CaseCard,
  type CaseId,
  type Code,
  type fates,
  type FolderId,
  type outcomes,
  type relations,
  type whereabouts,
} from "@answerable/casework";

import type { Likeness } from "../likeness/likeness.ts";
import type { RosterQuery, RosterRow } from "../office.ts";
import type { Roster } from "../roster/roster.ts";
import type { Sight } from "../sight.ts";
import { answerRoster, caseCardOf, present, rowOfCard, type Today } from "./roster.ts";

/** As the roster shows them, in the same order. */
export interface OutRowsQuery extends Omit<RosterQuery, "type"> {
  readonly type: "OutRows";
}
export interface OutListsQuery {
  readonly type: "OutLists";
}

export interface OutRow extends RosterRow {
  readonly town?: string;
  readonly fate?: Code<typeof fates>;
  readonly whereabouts?: Code<typeof whereabouts>;
  readonly outcome?: Code<typeof outcomes>;
  readonly units: readonly string[];
  readonly soldierPhones: readonly string[];
  /** Each masked where she need not know who called. */
  readonly calledBy: readonly {
    readonly calledAs: string;
    readonly relation: Code<typeof relations>;
    readonly phones: readonly string[];
  }[];
}
export interface OutRowsAnswer {
  readonly rows: readonly OutRow[];
  readonly total: number;
}

export interface OutListRow extends CardOutList {
  /** The shift in which it was asked for. */
  readonly folder: FolderId;
  /** Another said yes, and it still holds. */
  readonly isAllowed: boolean;
}
export interface OutListsAnswer {
  /** The newest first. */
  readonly lists: readonly OutListRow[];
  readonly mayTake: boolean;
  readonly mayAllow: boolean;
  /** The folder of one's own shift of today. */
  readonly shift: FolderId;
}

export type OutgoingAnswer<Q extends OutRowsQuery | OutListsQuery> = Q extends { readonly type: "OutRows" }
  ? OutRowsAnswer
  : OutListsAnswer;

export function answerOutRows(
  likeness: Likeness,
  query: OutRowsQuery,
  deps: { readonly today: Today; readonly sight: Sight },
): OutRowsAnswer {
  if (!deps.sight.may("take lists out") && !deps.sight.may("allow lists out")) return { rows: [], total: 0 };
  const { rows, total } = answerRoster(likeness, { ...query, type: "Roster" }, deps);
  const { roster } = likeness;
  return {
    total,
    rows: rows.flatMap((row) => {
      const at = roster.row(row.case);
      const known = at === undefined ? undefined : caseCardOf(roster, at);
      return known ? [outRow({ ...known, card: asItStands(known.card) }, row.unsent, deps.sight)] : [];
    }),
  };
}

/** What was corrected leaves the desk no more, though the desk still finds him by it. */
function outRow(
  of: { readonly case: CaseId; readonly card: CaseCard },
  unsent: boolean,
  sight: Sight,
): OutRow {
  const { card } = of;
  const shown = (phones: readonly string[]) =>
    sight.isHidden(of.case, card, "phone") ? phones.map(() => masked) : phones;
  const knowsCallers = may("know callers", standAtCard(card, sight.looking()));
  return {
    ...rowOfCard(of, unsent, sight),
    ...present({
      town: card.towns[0],
      fate: card.fate,
      whereabouts: card.whereabouts,
      outcome: card.outcome,
    }),
    units: sight.unitsOf(of),
    soldierPhones: shown(card.phones),
    calledBy: card.people.map(({ calledAs, relation, phones }) =>
      knowsCallers
        ? { calledAs, relation, phones: shown(phones) }
        : { calledAs: masked, relation: "unknown", phones: phones.map(() => masked) },
    ),
  };
}

export function answerOutLists(
  roster: Roster,
  { today, sight, shift }: { readonly today: Today; readonly sight: Sight; readonly shift: FolderId },
): OutListsAnswer {
  const now = Date.parse(today.now);
  const lists = [...roster.listShifts()].flatMap(({ folder, card }) =>
    card.outLists.map((list) => ({ ...list, folder, isAllowed: isAllowedAt(list, now) })),
  );
  return {
    lists: lists.toSorted((a, b) => (a.at < b.at ? 1 : -1)),
    mayTake: sight.may("take lists out"),
    mayAllow: sight.may("allow lists out"),
    shift,
  };
}

/** What the answers about the work of the day are made from on this device: the cards of its roster. */
import {
  masked,
  readCard,
  type CaseAt,
  type DutyAnswer,
  type DutyOffice,
  type DutyQuery,
  type MemberId,
  type QueueItem,
  type ShiftId,
} from "@answerable/casework";

import type { CallBacks } from "../callbacks.ts";
import { IS_CLOSED, IS_URGENT } from "../roster/columns.ts";
import type { Roster } from "../roster/roster.ts";
import { caseCardOf, type Today } from "./roster.ts";

export interface DutyDeps {
  readonly roster: Roster;
  readonly callBacks: CallBacks;
  /** The folder of one's own shift on that day. */
  readonly shiftOf: (day: Today["day"]) => Promise<ShiftId>;
  readonly isCoordinator: () => boolean;
  readonly mayTurn: (member: MemberId) => boolean;
}

/** Whose turn it is to be called is everybody's to see; the number is shown to who takes it, and the try leaves its line. */
export function shownDuty(answer: DutyAnswer<DutyQuery>): DutyAnswer<DutyQuery> {
  if (!("rows" in answer) || !("counts" in answer)) return answer;
  const { held, rows, found } = answer;
  return {
    ...answer,
    rows: rows.map(withoutNumber),
    ...(found && { found: withoutNumber(found) }),
    ...(held && { held: { ...held, alsoWaiting: held.alsoWaiting.map(withoutNumber) } }),
  };
}

const withoutNumber = (item: QueueItem): QueueItem => ({ ...item, phones: item.phones.map(() => masked) });

const CLOSED_WITHIN = 60 * 24 * 60;

export async function dutyOffice(deps: DutyDeps, today: Today): Promise<DutyOffice> {
  const { roster, callBacks } = deps;
  const cases = (rows: readonly number[]): CaseAt[] => rows.flatMap((row) => caseCardOf(roster, row) ?? []);
  return {
    ...callBacks.at(),
    folders: () => roster.callBacks,
    held: callBacks.held(),
    urgent: () => cases(roster.marked(IS_URGENT)),
    shifts: roster.shifts,
    since: (minute) => roster.since(minute).flatMap((row) => readCard(roster.card(row)?.payload.card) ?? []),
    closed() {
      const recent = new Set(roster.since(Math.floor(Date.parse(today.now) / 60_000) - CLOSED_WITHIN));
      return cases(roster.marked(IS_CLOSED).filter((row) => recent.has(row)));
    },
    shift: await deps.shiftOf(today.day),
    dayBegan: today.from,
    isCoordinator: deps.isCoordinator(),
    mayTurn: deps.mayTurn,
  };
}

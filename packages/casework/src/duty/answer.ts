/** Which question about the day is answered where. Everything is made from cards, so that every device says the same. */
import { queueOf, sameNumber, type AtTheQueue, type QueueFolder } from "../callbacks/queue.ts";
import type { Card, CaseCard, ShiftCard } from "../card.ts";
import type { CaseId, MemberId, ShiftId } from "../id.ts";
import { isUrgent } from "../lists.ts";
import type {
  DutyAnswer,
  DutyNowAnswer,
  DutyQuery,
  HeldCallBack,
  LaneAnswer,
  LaneRow,
  QueueAnswer,
  QueueQuery,
} from "./asked.ts";
import { dueOf, toldTo } from "./escalation.ts";
import { isOnShift } from "./shift-card.ts";
import { answerShiftReport } from "./shift-report.ts";
import { surgeOf } from "./surge.ts";

/** What the answers are made from, whatever keeps it. */
export interface DutyOffice extends AtTheQueue {
  readonly folders: () => Iterable<QueueFolder>;
  readonly held: HeldCallBack | undefined;
  /** Cases that are U1 or U2 and open. */
  readonly urgent: () => Iterable<CaseAt>;
  /** Shifts that were begun, handed over, or turned the switch. */
  readonly shifts: () => Iterable<ShiftAt>;
  /** Every card with a contact at or after that minute since 1970. */
  readonly since: (minute: number) => Iterable<Card>;
  /** Cases of the last two months that were closed. */
  readonly closed: () => Iterable<CaseAt>;
  /** The folder of one's own shift of today, and the minute at which the day began. */
  readonly shift: ShiftId;
  readonly dayBegan: number;
  readonly isCoordinator: boolean;
  /** Who is or was a coordinator. */
  readonly mayTurn: (member: MemberId) => boolean;
}
export interface CaseAt {
  readonly case: CaseId;
  readonly card: CaseCard;
}
export interface ShiftAt {
  readonly folder: ShiftId;
  readonly card: ShiftCard;
}

export function answerDuty<Q extends DutyQuery>(query: Q, office: DutyOffice): DutyAnswer<Q>;
export function answerDuty(query: DutyQuery, office: DutyOffice): DutyAnswer<DutyQuery> {
  switch (query.type) {
    case "Queue":
      return answerQueue(query, office);
    case "Lane":
      return answerLane(office);
    case "DutyNow":
      return answerDutyNow(office);
    case "ShiftReport":
      return answerShiftReport(office, answerDutyNow(office));
  }
}

function answerQueue({ count, find }: QueueQuery, office: DutyOffice): QueueAnswer {
  const items = queueOf(office.folders(), office);
  const counts = { now: 0, later: 0, hers: 0, held: 0, write: 0, number: 0 };
  for (const { standing } of items) counts[standing.type] += 1;
  const due = items
    .flatMap((item) => item.due ?? [])
    .reduce<QueueAnswer["oldestDue"]>(
      (oldest, one) => (oldest === undefined || one < oldest ? one : oldest),
      undefined,
    );
  const { held } = office;
  const found = items.find(({ task }) => task === find);
  const item = held && items.find(({ task }) => task === held.task);
  return {
    // Those to be called now come first; what waits is below, in the same order.
    rows: [
      ...items.filter(({ standing }) => standing.type === "now"),
      ...items.filter(({ standing }) => standing.type !== "now"),
    ].slice(0, count),
    ...(found ? { found } : {}),
    counts,
    total: items.length,
    ...(due !== undefined && due < office.now ? { oldestDue: due } : {}),
    ...(held && item
      ? {
          held: {
            item,
            until: held.until,
            isLeased: held.isLeased,
            alsoWaiting: sameNumber(items, item),
          },
        }
      : {}),
  };
}

function answerLane(office: DutyOffice): LaneAnswer {
  const all = [...office.urgent()].filter(({ card }) => isUrgent(card));
  const open = all.filter(({ card }) => !card.acknowledged);
  return {
    rows: open.map((one) => laneRow(one, office)).toSorted(mostUrgentFirst),
    acknowledged: all.length - open.length,
  };
}

/** A life first, whatever has waited longer: the lane shows few, and an old U2 must not hide a new U1. */
export function mostUrgentFirst(a: LaneRow, b: LaneRow): number {
  return a.urgency < b.urgency ? -1 : a.urgency > b.urgency ? 1 : a.due < b.due ? -1 : a.due > b.due ? 1 : 0;
}

export function laneRow({ case: id, card }: CaseAt, { now }: Pick<DutyOffice, "now">): LaneRow {
  const since = card.urgentSince ?? card.opened;
  const urgency = card.urgency ?? "U2";
  return {
    case: id,
    number: card.number,
    name: card.names[0] ?? "",
    urgency,
    since,
    due: dueOf(urgency, since) ?? since,
    toldTo: toldTo(since, now),
    line: card.summary,
  };
}

/** Milliseconds. A shift that nobody handed over ends by itself in the memory of the others. */
const LONGEST_SHIFT = 36 * 60 * 60_000;
/** Milliseconds. A hand-over that nobody took in two days is history. */
const LONGEST_WAIT = 48 * 60 * 60_000;

function answerDutyNow(office: DutyOffice): DutyNowAnswer {
  const now = Date.parse(office.now);
  const shifts = [...office.shifts()];
  const on = shifts.flatMap(({ folder, card }) =>
    card.begun !== undefined && isOnShift(card) && now - Date.parse(card.begun) < LONGEST_SHIFT
      ? [{ folder, member: card.member, begun: card.begun, isLead: card.isLead }]
      : [],
  );
  const mine = on
    .filter(({ member }) => member === office.me)
    .toSorted((a, b) => (a.begun < b.begun ? 1 : -1))[0];
  // Who sits at two devices is one person on shift.
  const byMember = new Map(
    on.toSorted((a, b) => (a.begun < b.begun ? 1 : -1)).map((one) => [one.member, one]),
  );
  return {
    shift: office.shift,
    ...(mine ? { mine: { folder: mine.folder, begun: mine.begun, isLead: mine.isLead } } : {}),
    onShift: [...byMember.values()]
      .map(({ member, begun, isLead }) => ({ member, begun, isLead }))
      .toSorted((a, b) => (a.begun < b.begun ? -1 : 1)),
    waiting: shifts.flatMap(({ folder, card }) =>
      card.handOvers.flatMap((handOver) =>
        handOver.taken === undefined && now - Date.parse(handOver.at) < LONGEST_WAIT
          ? [{ folder, member: card.member, handOver }]
          : [],
      ),
    ),
    surge: surgeOf(
      shifts.flatMap(({ card }) => card.turns),
      office.mayTurn,
    ),
    isCoordinator: office.isCoordinator,
  };
}

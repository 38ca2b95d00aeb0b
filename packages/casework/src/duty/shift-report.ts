/**
 * A shift in numbers: one's own, beside the average of all who work today. No list of people and no order among them: half
 * of a good call is a long one.
 */
import type { Card } from "../card.ts";
import { countersOf } from "../counters.ts";
import { momentOf } from "../day.ts";
import type { DutyOffice } from "./answer.ts";
import { laneRow, mostUrgentFirst } from "./answer.ts";
import type { DutyNowAnswer, ShiftReportAnswer } from "./asked.ts";
import { staffingFor, usualStaffing } from "./staffing.ts";

const HOUR = 60;
const HOURS_SHOWN = 8;
/** The pace is that of the last two hours: of one it jumps, of eight it is history. */
const HOURS_COUNTED = 2;
const MOST_CLOSED = 12;

export function answerShiftReport(office: DutyOffice, duty: DutyNowAnswer): ShiftReportAnswer {
  const now = Date.parse(office.now) / 60_000;
  const since = duty.mine?.begun ?? momentOf(office.dayBegan * 60_000);
  const from = Math.floor(Math.min(Date.parse(since) / 60_000, office.dayBegan, now - HOURS_SHOWN * HOUR));
  const cards = [...office.since(from)];
  const today = momentOf(office.dayBegan * 60_000);
  const team = countersOf(cards, { since: today });
  const people = new Set(cards.flatMap((card) => membersSince(card, office.dayBegan))).size;
  const hours = arrivals(cards, now);
  const counted = hours.slice(-HOURS_COUNTED);
  const callsAnHour = counted.reduce((sum, one) => sum + one, 0) / HOURS_COUNTED;
  return {
    since,
    own: countersOf(cards, { by: office.me, since }),
    average: {
      people,
      contacts: people === 0 ? 0 : team.contacts / people,
      soldiers: people === 0 ? 0 : team.soldiers / people,
    },
    team,
    urgent: [...office.urgent()].map((one) => laneRow(one, office)).toSorted(mostUrgentFirst),
    promises: promisesAhead(office),
    closedWell: [...office.closed()]
      .filter(
        ({ card }) =>
          card.members.includes(office.me) && (card.outcome === "favourable" || card.outcome === "partly"),
      )
      .slice(0, MOST_CLOSED)
      .map(({ case: id, card }) => ({
        case: id,
        number: card.number,
        name: card.names[0] ?? "",
        outcome: card.outcome ?? "partly",
      })),
    hours,
    callsAnHour,
    staffing: staffingFor({ ...usualStaffing, callsAnHour }),
    onShift: duty.onShift.length,
  };
}

function membersSince(card: Card, minute: number) {
  return card.contacts.flatMap(([at, member]) => (at >= minute ? (card.members[member] ?? []) : []));
}

function arrivals(cards: readonly Card[], now: number): readonly number[] {
  const hours = Array.from({ length: HOURS_SHOWN }, () => 0);
  for (const card of cards)
    for (const [minute] of card.contacts) {
      const ago = Math.floor((now - minute) / HOUR);
      if (ago >= 0 && ago < HOURS_SHOWN)
        hours[HOURS_SHOWN - 1 - ago] = (hours[HOURS_SHOWN - 1 - ago] ?? 0) + 1;
    }
  return hours;
}

function promisesAhead(office: DutyOffice): ShiftReportAnswer["promises"] {
  const until = momentOf(Date.parse(office.now) + 24 * 60 * 60_000);
  return [...office.folders()]
    .flatMap((folder) =>
      folder.items.flatMap((task) =>
        task.due !== undefined && task.due <= until
          ? [{ folder: folder.folder, task: task.task, due: task.due, what: task.what, name: folder.name }]
          : [],
      ),
    )
    .toSorted((a, b) => (a.due < b.due ? -1 : 1));
}

/** Rows of the paper office: what the roster would say of a case. */
import { expiryOf, type Case, type CaseCard, type Day, type Moment } from "@answerable/casework";
import type { ExpiringAnswer, MatchRow, RosterRow, TaskRow } from "@answerable/replica";

export function rowOf(file: Case, card: CaseCard): RosterRow {
  const last = file.contacts.at(-1);
  return {
    case: file.id,
    number: card.number,
    kind: card.kind,
    name: card.names[0] ?? "",
    alsoNamed: card.names.slice(1),
    ...(card.births[0] ? { birth: card.births[0] } : {}),
    ...(card.regions[0] ? { region: card.regions[0] } : {}),
    ...(card.owner ? { owner: card.owner } : {}),
    ...(card.urgency ? { urgency: card.urgency } : {}),
    ...(last ? { lastContact: last.began } : {}),
    stage: card.stage,
    acknowledged: card.acknowledged,
    opened: card.opened,
    contacts: card.contacts.length,
    callers: new Set(card.contacts.map(([, , caller]) => caller).filter((caller) => caller >= 0)).size,
    grievances: card.grievances,
    line: card.summary,
    unsent: false,
  };
}

/** What a search finds it by. */
export function wordsOf({ names, number, summary, regions, people, phones }: CaseCard): readonly string[] {
  const numbers = [...phones, ...people.flatMap((person) => person.phones)];
  return [...names, number, summary, ...regions, ...numbers].join(" ").toLowerCase().split(/\s+/);
}

export function matchOf(row: RosterRow, card: CaseCard, region: string): MatchRow {
  const birthYear = Number(row.birth?.slice(0, 4));
  return {
    case: row.case,
    number: row.number,
    name: row.name,
    ...(Number.isFinite(birthYear) ? { birthYear } : {}),
    ...(row.region ? { region: row.region } : {}),
    contacts: row.contacts,
    cases: 1,
    reasons: [
      { field: "surname", level: "same" },
      { field: "given", level: "sounds" },
    ],
    proposed: "possibly",
    anotherCalled: row.callers > 1,
    ...(row.lastContact ? { lastContact: row.lastContact } : {}),
    ...(row.grievances[0] ? { grievance: row.grievances[0] } : {}),
    why: ["name"],
    strip: {
      name: "same",
      patronymic: "same",
      birth: "blank",
      region: region === "" || !row.region ? "blank" : row.region.startsWith(region) ? "same" : "differs",
      unit: card.units.length > 0 ? "differs" : "blank",
      phone: "blank",
      callSign: "blank",
      dogTag: "blank",
    },
    stage: row.stage,
  };
}

export function paperExpiring(
  rows: readonly { readonly row: RosterRow; readonly card: CaseCard }[],
  today: Day,
): ExpiringAnswer {
  const expiring = rows.flatMap(({ row, card }) => {
    const expiry = expiryOf(card, today);
    const { leaving } = card;
    if (!expiry) return [];
    return [
      {
        case: row.case,
        number: row.number,
        name: row.name,
        ...expiry,
        ...(leaving && { leaving: leaving.by }),
      },
    ];
  });
  return { rows: expiring, ended: [] };
}

/** By due time; what has none comes last. */
export function paperTasks(
  rows: readonly { readonly row: RosterRow; readonly card: CaseCard }[],
  now: Moment,
): readonly TaskRow[] {
  return rows
    .flatMap(({ row, card }) =>
      card.tasks.map((task) => ({
        ...task,
        case: row.case,
        number: row.number,
        name: row.name,
        isOverdue: task.due !== undefined && task.due < now,
        ...(row.urgency ? { urgency: row.urgency } : {}),
      })),
    )
    .toSorted((a, b) => (a.due ?? "9").localeCompare(b.due ?? "9"));
}

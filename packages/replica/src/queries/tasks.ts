/** Promises, call-backs and tasks not done: the most urgent first, then by due time. */
import type { TaskRow, TasksAnswer, TasksQuery } from "../office.ts";
import type { Roster } from "../roster/roster.ts";
import { caseCardOf, present, type Today } from "./roster.ts";

const ranks: Readonly<Record<string, number>> = { U1: 0, U2: 1, U3: 2, U4: 3 };
const LAST = "9999";

export function answerTasks(roster: Roster, query: TasksQuery, today: Today): TasksAnswer {
  const rows = roster.withTasks().flatMap((row): readonly TaskRow[] => {
    const found = caseCardOf(roster, row);
    if (!found || found.card.stage === "closed") return [];
    const { card } = found;
    return card.tasks
      .filter((task) => query.owner === undefined || task.owner === query.owner)
      .map((task) => ({
        task: task.task,
        case: found.case,
        number: card.number,
        name: card.names[0] ?? "",
        kind: task.kind,
        what: task.what,
        ...present({ owner: task.owner, due: task.due, urgency: card.urgency }),
        isOverdue: task.due !== undefined && task.due < today.now,
      }));
  });
  return { rows: rows.toSorted(byNeed) };
}

function byNeed(a: TaskRow, b: TaskRow): number {
  const rank = (row: TaskRow) =>
    row.urgency === "U1" || row.urgency === "U2" ? (ranks[row.urgency] ?? 0) : 2;
  const due = (row: TaskRow) => row.due ?? LAST;
  return rank(a) - rank(b) || (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0);
}

/** What stands in the columns of a list that goes out, in the words of the desk. Hot ones are not chosen unless somebody chooses them. */
import {
  fates,
  grievances,
  labelOf,
  numberToText,
  outcomes,
  regionLabel,
  relations,
  services,
  stages,
  taskKinds,
  urgencies,
  whereabouts,
  type Lang,
  type MemberId,
  type Moment,
  type OverviewAnswer,
  type QueueItem,
} from "@answerable/casework";
import type { OutRow } from "@answerable/replica";

import type { WordId } from "../../words/words.ts";

export interface Saying {
  readonly lang: Lang;
  readonly word: (id: WordId) => string;
  readonly when: (at: Moment) => string;
  readonly member: (id: MemberId) => string;
}

export interface Column<R> {
  readonly id: string;
  readonly label: WordId;
  readonly use: "usual" | "more" | "hot";
  readonly cell: (row: R, say: Saying) => string;
}

const many = (texts: readonly string[]): string => texts.filter((text) => text !== "").join("; ");

export const rosterColumns: readonly Column<OutRow>[] = [
  { id: "number", label: "roster.head.number", use: "usual", cell: (row) => numberToText(row.number) },
  {
    id: "urgency",
    label: "out.column.urgency",
    use: "usual",
    cell: ({ urgency }, { lang }) => (urgency ? labelOf(urgencies, urgency, lang) : ""),
  },
  { id: "name", label: "lists.field.soldierName", use: "usual", cell: (row) => row.name },
  { id: "alsoNamed", label: "out.column.alsoNamed", use: "more", cell: (row) => many(row.alsoNamed) },
  { id: "birth", label: "lists.field.birth", use: "usual", cell: (row) => row.birth ?? "" },
  {
    id: "region",
    label: "lists.field.region",
    use: "usual",
    cell: ({ region, town }, { lang }) => many([place(region ?? "", lang), town ?? ""]),
  },
  {
    id: "service",
    label: "lists.field.service",
    use: "more",
    cell: ({ service }, { lang }) => (service ? labelOf(services, service, lang) : ""),
  },
  { id: "unit", label: "lists.field.unit", use: "hot", cell: (row) => many(row.units) },
  {
    id: "soldierPhone",
    label: "lists.field.soldierPhone",
    use: "hot",
    cell: (row) => many(row.soldierPhones),
  },
  {
    id: "caller",
    label: "lists.field.callerName",
    use: "hot",
    cell: (row) => many(row.calledBy.map((one) => one.calledAs)),
  },
  {
    id: "relation",
    label: "lists.field.relation",
    use: "hot",
    cell: (row, { lang }) => many(row.calledBy.map((one) => labelOf(relations, one.relation, lang))),
  },
  {
    id: "phone",
    label: "lists.field.phone",
    use: "hot",
    cell: (row) => many(row.calledBy.flatMap((one) => one.phones)),
  },
  {
    id: "grievance",
    label: "lists.field.grievance",
    use: "usual",
    cell: (row, { lang }) => many(row.grievances.map((code) => `${code} ${labelOf(grievances, code, lang)}`)),
  },
  { id: "summary", label: "lists.field.summary", use: "hot", cell: (row) => row.line },
  {
    id: "fate",
    label: "lists.field.fate",
    use: "more",
    cell: ({ fate }, { lang }) => (fate ? labelOf(fates, fate, lang) : ""),
  },
  {
    id: "whereabouts",
    label: "out.column.whereabouts",
    use: "more",
    cell: (row, { lang }) => (row.whereabouts ? labelOf(whereabouts, row.whereabouts, lang) : ""),
  },
  {
    id: "stage",
    label: "roster.head.stage",
    use: "usual",
    cell: (row, { lang }) => labelOf(stages, row.stage, lang),
  },
  {
    id: "outcome",
    label: "out.column.outcome",
    use: "more",
    cell: ({ outcome }, { lang }) => (outcome ? labelOf(outcomes, outcome, lang) : ""),
  },
  {
    id: "owner",
    label: "out.column.owner",
    use: "usual",
    cell: ({ owner }, say) => (owner ? say.member(owner) : ""),
  },
  { id: "opened", label: "out.column.opened", use: "more", cell: (row, say) => say.when(row.opened) },
  { id: "contacts", label: "out.column.contacts", use: "more", cell: (row) => String(row.contacts) },
  {
    id: "last",
    label: "out.column.last",
    use: "usual",
    cell: (row, say) => (row.lastContact ? say.when(row.lastContact) : ""),
  },
];

export const queueColumns: readonly Column<QueueItem>[] = [
  {
    id: "number",
    label: "roster.head.number",
    use: "usual",
    cell: (item) => (item.number === "" ? "" : numberToText(item.number)),
  },
  {
    id: "urgency",
    label: "out.column.urgency",
    use: "usual",
    cell: ({ urgency }, { lang }) => (urgency ? labelOf(urgencies, urgency, lang) : ""),
  },
  { id: "name", label: "lists.field.soldierName", use: "usual", cell: (item) => item.name },
  {
    id: "kind",
    label: "out.column.kind",
    use: "usual",
    cell: (item, { lang }) => labelOf(taskKinds, item.kind, lang),
  },
  { id: "what", label: "out.column.what", use: "usual", cell: (item) => item.what },
  { id: "due", label: "out.column.due", use: "usual", cell: ({ due }, say) => (due ? say.when(due) : "") },
  {
    id: "owner",
    label: "out.column.owner",
    use: "usual",
    cell: ({ owner }, say) => (owner ? say.member(owner) : ""),
  },
  { id: "caller", label: "lists.field.callerName", use: "hot", cell: (item) => item.calledAs },
  // A number is shown to who takes the call, and to nobody by the hundred.
  { id: "phone", label: "lists.field.phone", use: "hot", cell: (item) => many(item.phones) },
];

export interface CountedRow {
  readonly table: WordId;
  readonly what: string;
  readonly count: number;
}

export const overviewColumns: readonly Column<CountedRow>[] = [
  { id: "table", label: "out.column.table", use: "usual", cell: (row, { word }) => word(row.table) },
  { id: "what", label: "out.column.what", use: "usual", cell: (row) => row.what },
  { id: "count", label: "out.column.count", use: "usual", cell: (row) => String(row.count) },
];

export function countedRows(answer: OverviewAnswer, say: Saying): readonly CountedRow[] {
  const rows = (table: WordId, all: readonly (readonly [string, number])[]): readonly CountedRow[] =>
    all.map(([what, count]) => ({ table, what, count }));
  return [
    ...rows("out.table.three", [
      [say.word("count.contacts"), answer.counters.contacts],
      [say.word("count.callers"), answer.counters.callers],
      [say.word("count.soldiers"), answer.counters.soldiers],
    ]),
    ...rows(
      "out.table.hours",
      answer.hours.map(({ from, count }) => [say.when(from), count]),
    ),
    ...rows(
      "overview.days",
      answer.days.map(({ from, count }) => [say.when(from).slice(0, 10), count]),
    ),
    ...rows(
      "overview.grievances",
      answer.grievances.map(({ code, cases }) => [`${code} ${labelOf(grievances, code, say.lang)}`, cases]),
    ),
    ...rows(
      "overview.regions",
      answer.regions.map(({ region, cases }) => [place(region, say.lang), cases]),
    ),
    ...rows(
      "overview.units",
      answer.units.map(({ unit, cases }) => [unit, cases]),
    ),
  ];
}

function place(region: string, lang: Lang): string {
  return /^[A-Z]{2}-/u.test(region) ? (regionLabel(region, lang) ?? region) : region;
}

/** Letters from outside on paper: opened from the start, matched by the first letters of a name, taken by casework's own rules. */
import {
  lettersOf,
  markOf,
  type Case,
  type Day,
  type DropId,
  type Folder,
  type OpenedDrop,
  type Report,
} from "@answerable/casework";
import {
  inboxGroups,
  type DropAnswer,
  type GroupBy,
  type InboxAnswer,
  type InboxQuery,
  type InboxRow,
  type MatchRow,
} from "@answerable/replica";

export interface PaperLetter extends OpenedDrop {
  /** Does not open. */
  readonly isDamaged?: boolean;
}

interface Around {
  readonly folders: ReadonlyMap<string, Folder>;
  readonly matches: (name: string) => readonly MatchRow[];
}

const blank: Report = {
  v: 1,
  kind: "report",
  language: "ru",
  story: "",
  danger: "unknown",
  soldierName: "",
  birth: "",
  region: "",
  service: "",
  unit: "",
  lastContact: "",
  source: "",
  relation: "",
  callerName: "",
  phone: "",
  safeHours: "",
  mayLeaveMessage: "unasked",
  mayBeCalled: "unasked",
  consent: ["help"],
  files: [],
};

export function paperLetter(
  n: number,
  told: Partial<Report>,
  more: { readonly locator?: string; readonly isDamaged?: boolean } = {},
): PaperLetter {
  const key = (name: string) => `${name}${more.locator ?? n}`.padEnd(43, "_");
  const report = { ...blank, ...told };
  return {
    drop: `drop${n}`.padEnd(22, "_") as DropId,
    day: `2022-11-0${Math.max(1, 8 - Math.floor(n / 4))}` as Day,
    family: {
      locator: more.locator ?? `A${(n % 90) + 10}KM`,
      recipient: "age1paper",
      mailbox: key("box"),
      reply: key("reply"),
      language: report.language,
    },
    report,
    received: JSON.stringify(report),
    ...(more.isDamaged ? { isDamaged: true } : {}),
  };
}

const cases = ({ folders }: Around) =>
  [...folders.values()].filter((one): one is Case => one.type === "Case");
const caseWith = (around: Around, drop: DropId) =>
  cases(around).find((one) => lettersOf(one).some((letter) => letter.drop === drop));

function asidesOf({ folders }: Around, drop: DropId) {
  const shifts = [...folders.values()].flatMap((one) => (one.type === "Shift" ? one : []));
  const back = new Set(
    shifts.flatMap((one) => one.broughtBack.flatMap((two) => (two.drop === drop ? two.asides : []))),
  );
  return shifts
    .flatMap((one) => one.asides.flatMap((two) => (two.drops.includes(drop) ? two.aside : [])))
    .filter((one) => !back.has(one));
}

function listOf(around: Around, letter: PaperLetter) {
  if (caseWith(around, letter.drop)) return undefined;
  if (asidesOf(around, letter.drop).length > 0) return "aside";
  return letter.isDamaged ? "damaged" : "waiting";
}

function keyOf({ report }: PaperLetter, by: GroupBy): string {
  const texts = { unit: report.unit, region: report.region, text: report.story };
  return texts[by].toLowerCase().trim();
}

function rowOf(around: Around, letter: PaperLetter): InboxRow {
  const { report, drop, day } = letter;
  const matches = letter.isDamaged ? [] : around.matches(report.soldierName);
  const [first] = matches;
  const relation = report.relation as NonNullable<InboxRow["relation"]>; // the samples choose from the list
  return {
    drop,
    day,
    state: letter.isDamaged ? "damaged" : "open",
    name: letter.isDamaged ? "" : report.soldierName,
    birth: report.birth,
    region: report.region,
    unit: report.unit,
    ...(report.relation === "" ? {} : { relation }),
    line: letter.isDamaged ? "" : report.story,
    danger: report.danger,
    files: report.files.length,
    isAddition: report.kind === "addition",
    matches: matches.length,
    ...(first
      ? { match: { case: first.case, number: first.number, name: first.name, proposed: first.proposed } }
      : {}),
  };
}

export function paperInbox(letters: readonly PaperLetter[], query: InboxQuery, around: Around): InboxAnswer {
  const lists = { waiting: 0, aside: 0, damaged: 0 };
  const chosen: PaperLetter[] = [];
  const counts = new Map<string, InboxAnswer["groups"][number]>();
  for (const letter of letters) {
    const list = listOf(around, letter);
    if (list === undefined) continue;
    lists[list] += 1;
    if (list === "waiting")
      for (const by of inboxGroups) {
        const key = keyOf(letter, by);
        const before = counts.get(by + key);
        if (key !== "")
          counts.set(by + key, { by, key, label: before?.label ?? key, count: (before?.count ?? 0) + 1 });
      }
    const { within } = query;
    if (list === query.list && (!within || keyOf(letter, within.by) === within.key)) chosen.push(letter);
  }
  const ranks = { now: 0, soon: 1, unknown: 2 };
  const rows = chosen.map((one) => rowOf(around, one)).toSorted((a, b) => ranks[a.danger] - ranks[b.danger]);
  return {
    rows: rows.slice(query.from, query.from + query.count),
    total: rows.length,
    lists,
    groups: [...counts.values()].filter(({ count }) => count > 1).toSorted((a, b) => b.count - a.count),
    letterbox: { type: "Open", until: "2022-12-13" as Day },
  };
}

export function paperDrop(letters: readonly PaperLetter[], drop: DropId, around: Around): DropAnswer {
  const letter = letters.find((one) => one.drop === drop);
  if (!letter) return { type: "Unknown" };
  const row = rowOf(around, letter);
  const asides = asidesOf(around, drop);
  if (letter.isDamaged) return { type: "Closed", row, asides };
  const named = (one: Case | undefined) => one && { case: one.id, number: one.number };
  const family = named(
    cases(around).find((one) =>
      one.families.some((two) => markOf(two.reply) === markOf(letter.family.reply)),
    ),
  );
  const taken = named(caseWith(around, drop));
  return {
    type: "Open",
    row,
    report: letter.report,
    locator: letter.family.locator,
    matches: around.matches(letter.report.soldierName),
    asides,
    ...(family ? { family } : {}),
    ...(taken ? { taken } : {}),
  };
}

export function paperWaiting(letters: readonly PaperLetter[], folders: Around["folders"]): number {
  const around = { folders, matches: () => [] };
  return letters.filter((letter) => listOf(around, letter) === "waiting").length;
}

/** What a release changes against the one before it: what a reader of both would see. */
import type { Entry, OfficeLine } from "../entries.ts";
import type { Matter, Words } from "../record.ts";
import type { Printable } from "../release.ts";

export type Change =
  | { readonly type: "EntryAdded"; readonly claim: string; readonly now: Words }
  | { readonly type: "EntryRemoved"; readonly claim: string; readonly before: Words }
  | { readonly type: "EntryReworded"; readonly claim: string; readonly before: Words; readonly now: Words }
  /** Its mark, its way to us, its figure, its day or its place. */
  | { readonly type: "EntryOtherwise"; readonly claim: string; readonly now: Words }
  | { readonly type: "MatterAdded"; readonly incident: string; readonly now: Words }
  | { readonly type: "MatterRemoved"; readonly incident: string; readonly before: Words }
  | {
      readonly type: "MatterOtherwise";
      readonly incident: string;
      readonly before: Words;
      readonly now: Words;
    }
  | { readonly type: "TableAdded"; readonly table: string; readonly from: string; readonly to: string }
  | { readonly type: "TableRemoved"; readonly table: string; readonly from: string; readonly to: string }
  | { readonly type: "OfficeOtherwise"; readonly office: string | undefined; readonly sent: number };

const nothing: Pick<Printable, "tables" | "entries" | "matters" | "offices"> = {
  tables: [],
  entries: [],
  matters: [],
  offices: [],
};

export function changesBetween(earlier: Printable | undefined, now: Printable): readonly Change[] {
  const before = earlier ?? nothing;
  const entriesBefore = new Map(before.entries.map((entry) => [entry.claim, entry]));
  const mattersBefore = new Map(before.matters.map((matter) => [matter.incident, matter]));
  const entries = new Set(now.entries.map(({ claim }) => claim));
  const matters = new Set(now.matters.map(({ incident }) => incident));
  const tableKey = ({ name, period }: Printable["tables"][number]): string =>
    `${name} ${period.from} ${period.to}`;
  const tablesBefore = new Set(before.tables.map(tableKey));
  const tables = new Set(now.tables.map(tableKey));
  const officesBefore = new Map(before.offices.map((line) => [line.office, line]));
  return [
    ...before.entries.flatMap(({ claim, words }): readonly Change[] =>
      entries.has(claim) ? [] : [{ type: "EntryRemoved", claim, before: words }],
    ),
    ...before.matters.flatMap(({ incident, title }): readonly Change[] =>
      matters.has(incident) ? [] : [{ type: "MatterRemoved", incident, before: title }],
    ),
    ...now.matters.flatMap((matter) => changeOfMatter(mattersBefore.get(matter.incident), matter)),
    ...now.entries.flatMap((entry) => changeOfEntry(entriesBefore.get(entry.claim), entry)),
    ...now.tables.flatMap((table): readonly Change[] =>
      tablesBefore.has(tableKey(table)) ? [] : [{ type: "TableAdded", table: table.name, ...table.period }],
    ),
    ...before.tables.flatMap((table): readonly Change[] =>
      tables.has(tableKey(table)) ? [] : [{ type: "TableRemoved", table: table.name, ...table.period }],
    ),
    ...now.offices.flatMap((line) => changeOfOffice(officesBefore.get(line.office), line)),
  ];
}

function changeOfEntry(before: Entry | undefined, now: Entry): readonly Change[] {
  const { claim, words } = now;
  if (!before) return [{ type: "EntryAdded", claim, now: words }];
  if (!isSame(before.words, words)) {
    return [{ type: "EntryReworded", claim, before: before.words, now: words }];
  }
  return isSame(before, now) ? [] : [{ type: "EntryOtherwise", claim, now: words }];
}

function changeOfMatter(before: Matter | undefined, now: Matter): readonly Change[] {
  const { incident, title } = now;
  if (!before) return [{ type: "MatterAdded", incident, now: title }];
  return isSame(before, now) ? [] : [{ type: "MatterOtherwise", incident, before: before.title, now: title }];
}

function changeOfOffice(before: OfficeLine | undefined, now: OfficeLine): readonly Change[] {
  return isSame(before, now) ? [] : [{ type: "OfficeOtherwise", office: now.office, sent: now.sent }];
}

/** Plain values, made by one function in one order of keys. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

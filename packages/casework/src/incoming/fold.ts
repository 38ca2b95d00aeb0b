/**
 * Note: A line and its sheet. All that a line of a list says lies in one sheet. To take it back is to count that sheet no more: its
 * contact goes, its facts are withdrawn (what they had set aside stands again), whom it alone has named goes with it. The sheet itself
 * stays in the log, and the history shows both. Two devices that bring in the same list at once open the same folders; the second sheet
 * says nothing new and is passed over whole, as with letters (drops/families.ts).
 */
import type { Case } from "../case.ts";
import { hasSeen, type Event, type Sheet } from "../event.ts";
import type { ContactId, ListId } from "../id.ts";
import { factsStanding, namedNow, type Stamp } from "../papers.ts";
import type { IncomingEvent, IncomingEventOf } from "./event.ts";

export interface TakenRow extends Stamp {
  readonly list: ListId;
  readonly row: string;
  readonly place: string;
  readonly key?: string;
  readonly contact: ContactId;
  readonly takenBack?: Stamp;
}

interface Done {
  readonly opened: number;
  readonly added: number;
  readonly already: number;
  readonly refused: number;
  readonly leftOut: number;
}
interface Run extends Done, Pick<Sheet, "number" | "device"> {}

/** What the folder of a list holds. */
export interface ListPaper extends Stamp {
  readonly list: ListId;
  readonly name: string;
  readonly lines: number;
  readonly columns: IncomingEventOf<"ListLaid">["columns"];
  /** Oldest first; each with what those that its device had heard of had brought in. */
  readonly runs: readonly Run[];
  /** All runs together; undefined: none has ended. */
  readonly done?: Done;
  readonly takenBack?: Stamp & { readonly reason: string };
}

export function isRowThere({ rows }: Pick<Case, "rows">, row: string): boolean {
  return rows.some((one) => one.row === row && one.takenBack === undefined);
}

/** The sheet takes a line that lies here already. */
export function isRowAgain(known: Case, { events }: Pick<Sheet, "events">): boolean {
  return events.some((event: Event) => event.type === "RowTaken" && isRowThere(known, event.row));
}

export function foldRowEvent(known: Case, event: IncomingEvent, stamp: Stamp): Case {
  switch (event.type) {
    case "RowTaken": {
      const { type: _, key, ...told } = event;
      const taken: TakenRow = { ...told, ...stamp, ...(key === undefined ? {} : { key }) };
      return { ...known, rows: [...known.rows, taken] };
    }
    case "RowsTakenBack":
      return takenBack(known, event, stamp);
    case "ListLaid":
    case "ListBroughtIn":
    case "ListTakenBack":
      return known;
  }
}

function takenBack(known: Case, { list, reason }: IncomingEventOf<"RowsTakenBack">, stamp: Stamp): Case {
  const going = known.rows.filter((one) => one.list === list && one.takenBack === undefined);
  const sheets = new Set(going.map(({ sheet }) => sheet));
  const stays = ({ sheet }: Stamp): boolean => !sheets.has(sheet);
  const contacts = known.contacts.filter(stays);
  const facts = factsStanding(
    known.facts.map((fact) =>
      stays(fact) || fact.withdrawn ? fact : { ...fact, withdrawn: { ...stamp, reason } },
    ),
  );
  const consents = known.consents.filter(stays);
  const spoken = new Set([
    ...contacts.map(({ caller }) => caller),
    ...known.facts.filter(stays).map(({ about }) => about),
    ...[...consents, ...known.tasks, ...known.toldNumbers].map(({ person }) => person),
  ]);
  const namings = known.namings.filter(stays);
  return {
    ...known,
    rows: known.rows.map((one) => (going.includes(one) ? { ...one, takenBack: stamp } : one)),
    contacts,
    facts,
    consents,
    letters: known.letters.filter(stays),
    people: known.people.filter((one) => stays(one) || spoken.has(one.id)),
    namings,
    grievances: namings.reduce(namedNow, []),
    notes: known.notes.filter(stays),
  };
}

/** It was opened by a line that was taken back, and nobody has put anything else into it: it is in no list and counts nowhere. */
export function isGone(known: Case): boolean {
  return (
    known.rows.length > 0 &&
    known.rows.every((one) => one.takenBack !== undefined) &&
    [
      known.contacts,
      known.tasks,
      known.notes,
      known.appeals,
      known.links,
      known.attachments,
      known.families,
      known.toldNumbers,
    ].every((things) => things.length === 0)
  );
}

export function foldListEvent<S extends { readonly lists: readonly ListPaper[] }>(
  shift: S,
  event: IncomingEvent,
  { stamp, ...sheet }: Pick<Sheet, "number" | "device" | "upon"> & { readonly stamp: Stamp },
): S {
  const changed = (list: ListId, change: (paper: ListPaper) => ListPaper): S => ({
    ...shift,
    lists: shift.lists.map((one) => (one.list === list ? change(one) : one)),
  });
  switch (event.type) {
    case "ListLaid": {
      const { type: _, ...told } = event;
      const before = shift.lists.find(({ list }) => list === event.list);
      // Laid again after it was taken back: what was said of it then is history.
      const runs = before?.takenBack ? [] : (before?.runs ?? []);
      const others = shift.lists.filter((one) => one !== before);
      return { ...shift, lists: [...others, { ...told, ...stamp, runs }] };
    }
    case "ListBroughtIn":
      return changed(event.list, (paper) => {
        const { type: _, list: __, ...told } = event;
        const before = largest(paper.runs.filter((run) => hasSeen(sheet, run)));
        const { opened = 0, added = 0 } = before ?? {};
        const run: Run = {
          number: sheet.number,
          device: sheet.device,
          ...told,
          opened: opened + told.opened,
          added: added + told.added,
          // What an earlier run had brought in was here when this one looked, and is told once.
          already: Math.max(0, told.already - opened - added),
        };
        const runs = [...paper.runs, run];
        return { ...paper, runs, done: doneOf(largest(runs) ?? run) };
      });
    case "ListTakenBack":
      return changed(event.list, (paper) => ({ ...paper, takenBack: { ...stamp, reason: event.reason } }));
    case "RowTaken":
    case "RowsTakenBack":
      return shift;
  }
}

/**
 * Two that brought the same list in without having heard of each other brought in the same lines: theirs are not added up, and the larger
 * stands for both, whichever came first.
 */
function largest(runs: readonly Run[]): Run | undefined {
  const [first, ...others] = runs;
  return others.reduce<Run | undefined>((most, run) => (most && isLarger(run, most) ? run : most), first);
}

function isLarger(one: Run, other: Run): boolean {
  const weights = ({ opened, added, already, refused, leftOut }: Run) => [
    opened + added,
    opened,
    refused,
    leftOut,
    already,
  ];
  const [a, b] = [weights(one), weights(other)];
  const at = a.findIndex((weight, place) => weight !== b[place]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}

function doneOf({ opened, added, already, refused, leftOut }: Run): Done {
  return { opened, added, already, refused, leftOut };
}

/**
 * What comes of a list. A line opens a case or goes into one as a contact like any other; a line that the same list has named before
 * corrects what it said then, and is no second conversation. Nothing is merged, and no urgency is set by a list: it was written on
 * other days, for other eyes.
 */
import type { Case } from "../case.ts";
import type { CommandOf } from "../command.ts";
import { isWithdrawnNumber } from "../decide/facts.ts";
import { inFolder, type Decided, type Given } from "../decide/given.ts";
import { contactEvents } from "../decide/record-call.ts";
import type { Event, EventOf } from "../event.ts";
import type { ContactId, DraftId, NoteId } from "../id.ts";
import { dayFault } from "../intake/day-text.ts";
import { newNumber } from "../number.ts";
import { err, ok } from "../result.ts";
import type { IncomingCommand } from "./command.ts";
import { isRowThere, type TakenRow } from "./fold.ts";
import { draftOfRow, placeOfRow, type IncomingRow } from "./row.ts";

/** Symbols of one line: all that it says lies in one sheet. */
export const LONGEST_LINE = 20_000;

export function decideIncoming(given: Given, command: IncomingCommand): Decided {
  if (given.duties?.includes("coordinator") !== true) return err({ type: "OnlyCoordinator" });
  switch (command.type) {
    case "LayList": {
      const { case: folder, list, name, lines, columns } = command;
      if (name.trim() === "") return err({ type: "TextMissing", field: "name" });
      const laid: Event = {
        type: "ListLaid",
        list,
        name: name.trim().slice(0, 200),
        lines,
        columns: columns.slice(0, 500).map(({ heading, field }) => ({
          heading: heading.slice(0, 200),
          ...(field === undefined ? {} : { field }),
        })),
      };
      const opened: Event = { type: "ShiftOpened", shift: folder, member: given.by, day: given.today };
      return ok({ folder, events: given.folder === undefined ? [opened, laid] : [laid] });
    }
    case "TakeRow":
      return takeRow(given, command);
    case "TakeRowsBack":
      return inFolder(given, command.case, (known) => {
        const { list, reason } = command;
        const isThere =
          known.type === "Case" && known.rows.some((one) => one.list === list && one.takenBack === undefined);
        return isThere
          ? ok([{ type: "RowsTakenBack", list, reason }])
          : err({ type: "AlreadySo", field: "row" });
      });
    case "SayBroughtIn":
      return inFolder(given, command.case, () => {
        const { case: _, ...told } = command;
        return ok([{ ...told, type: "ListBroughtIn" }]);
      });
    case "SayTakenBack":
      return inFolder(given, command.case, () => {
        const { list, cases, reason } = command;
        if (reason.trim() === "") return err({ type: "TextMissing", field: "reason" });
        return ok([{ type: "ListTakenBack", list, cases, reason }]);
      });
  }
}

function takeRow(given: Given, command: CommandOf<"TakeRow">): Decided {
  const { case: into, list, row, line } = command;
  const { folder: known } = given;
  if (known !== undefined && known.type !== "Case") return err({ type: "NoSuchCase" });
  if (line.refused) return err({ type: "NothingToRecord", field: "soldierName" });
  if (line.received.length > LONGEST_LINE)
    return err({ type: "TextTooLong", field: "row", length: line.received.length, most: LONGEST_LINE });
  if (known && isRowThere(known, row)) return err({ type: "AlreadySo", field: "row" });
  const taken = (contact: ContactId): Event => ({
    type: "RowTaken",
    list,
    row,
    place: placeOfRow(line).slice(0, 200),
    ...(line.key === "" ? {} : { key: line.key }),
    contact,
  });
  const before = known && lastOfKey(known, line.key);
  if (known && before) {
    const events = correction(given, { known, before, line });
    return ok({ folder: into, events: [taken(before.contact), ...events] });
  }
  const told = contactEvents(
    given,
    { draft: draftOf(given, line), kind: kindOf(line), type: known ? "Attached" : "NewCase" },
    known,
  );
  const events = known ? withoutWithdrawn(told, known) : told;
  const contact =
    events.find((event) => event.type === "ContactRecorded")?.contact ?? given.newId<ContactId>();
  const opened: Event = { type: "CaseOpened", case: into, kind: "soldier", number: newNumber(given.newId) };
  return ok({ folder: into, events: [...(known ? [] : [opened]), taken(contact), ...events] });
}

function lastOfKey(known: Case, key: string): TakenRow | undefined {
  if (key === "") return undefined;
  return known.rows.findLast((one) => one.key === key && one.takenBack === undefined);
}

function kindOf({ told }: IncomingRow): "soldierHimself" | "aboutSoldier" {
  return told.relation === "self" ? "soldierHimself" : "aboutSoldier";
}

function draftOf(given: Given, line: IncomingRow) {
  const draft = draftOfRow(line, { draft: given.newId<DraftId>(), at: given.at, today: given.today });
  // A day that cannot be is kept as words, as one who means it so would write it.
  const kept = (text: string) => (dayFault(text, given.today) === undefined ? text : `${text}?`);
  return { ...draft, birth: kept(draft.birth), lastContact: kept(draft.lastContact) };
}

/** Only what is new, in the place of what the same line of the same list said before. */
function correction(
  given: Given,
  { known, before, line }: { readonly known: Case; readonly before: TakenRow; readonly line: IncomingRow },
): readonly Event[] {
  const sheets = new Set(known.rows.filter((one) => one.key === before.key).map(({ sheet }) => sheet));
  const caller = known.contacts.find(({ id }) => id === before.contact)?.caller;
  const told = contactEvents(
    given,
    { draft: draftOf(given, line), kind: kindOf(line), type: "Attached", caller },
    known,
  );
  const changed = withoutWithdrawn(told, known).flatMap((event): readonly Event[] => {
    if (event.type === "FactStated") return corrected(event, known, { sheets, contact: before.contact });
    if (event.type === "PersonAdded") return [event];
    if (event.type !== "GrievancesNamed") return [];
    const codes = event.codes.filter((code) => !known.grievances.includes(code));
    return codes.length === 0 ? [] : [{ ...event, contact: before.contact, codes }];
  });
  return changed.length === 0
    ? []
    : [...changed, { type: "NoteAdded", note: given.newId<NoteId>(), text: line.received }];
}

/** A number that its owner had taken out comes back by her own word, and by no list; nor does what the list says of it. */
function withoutWithdrawn(events: readonly Event[], known: Case): readonly Event[] {
  // What went with a list that was taken back was nobody's wish: brought in again it is there again.
  const lists = new Set(known.rows.map(({ takenBack }) => takenBack?.sheet));
  const facts = known.facts.filter(({ withdrawn }) => withdrawn === undefined || !lists.has(withdrawn.sheet));
  const numbers = events.flatMap((event) =>
    event.type === "FactStated" && isWithdrawnNumber(facts, event) ? [event.fact] : [],
  );
  return events.filter(
    (event) =>
      event.type !== "FactStated" ||
      !(numbers.includes(event.fact) || (event.of !== undefined && numbers.includes(event.of))),
  );
}

function corrected(
  fact: EventOf<"FactStated">,
  known: Case,
  by: { readonly sheets: ReadonlySet<string>; readonly contact: ContactId },
): readonly Event[] {
  const standing = known.facts.filter(
    (one) => one.field === fact.field && one.about === fact.about && one.standing === "stands",
  );
  if (standing.some((one) => (one.known ?? one.value) === (fact.known ?? fact.value))) return [];
  // Several telephones stand side by side; of the rest a list says one.
  const setsAside =
    fact.field === "phone" ? [] : standing.filter(({ sheet }) => by.sheets.has(sheet)).map(({ id }) => id);
  return [{ ...fact, contact: by.contact, setsAside }];
}

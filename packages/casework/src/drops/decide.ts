import { plainName } from "../attachments/decide.ts";
import type { Case } from "../case.ts";
import { inCase, type Decided, type Given } from "../decide/given.ts";
/** What is decided about letters from outside. A letter is never refused for what stands in it: what cannot be read stays as words. */
import { contactEvents, reopening, urgencyEvents } from "../decide/record-call.ts";
import type { Event, EventOf } from "../event.ts";
import type { AttachmentId, ContactId, DraftId, PersonId, ReplyId } from "../id.ts";
import { dayFault } from "../intake/day-text.ts";
import type { Draft } from "../intake/draft.ts";
import { draftOfReport, type Report } from "../intake/report.ts";
import { newNumber } from "../number.ts";
import { err, ok } from "../result.ts";
import type { DropCommand } from "./command.ts";
import { MOST_ASIDE } from "./event.ts";
import { lettersOf } from "./families.ts";
import { newLocator } from "./locator.ts";

type CommandNamed<T extends DropCommand["type"]> = Extract<DropCommand, { type: T }>;

/** Symbols; the page of a mailbox holds the whole correspondence. */
export const LONGEST_REPLY = 8_000;
const MOST_REPLIES = 200;

export function decideDrop(given: Given, command: DropCommand): Decided {
  switch (command.type) {
    case "TakeDrop":
      return takeDrop(given, command);
    case "SetDropsAside":
      return inFolderOfItsOwn(given, command.drops.length, {
        type: "DropsSetAside",
        aside: given.newId(),
        drops: [...command.drops],
      });
    case "BringDropsBack": {
      const drops = command.drops.map(({ drop, asides }) => ({ drop, asides: [...asides] }));
      return inFolderOfItsOwn(given, drops.length, { type: "DropsBroughtBack", drops });
    }
    case "WriteReply":
      return inCase(given, command.case, (known) => {
        const { mailbox, text, asks } = command;
        const family = known.families.find((one) => one.mailbox === mailbox);
        if (!family) return err({ type: "NobodyToAnswer" });
        if (text.trim() === "") return err({ type: "TextMissing", field: "reply" });
        if (text.length > LONGEST_REPLY)
          return err({ type: "TextTooLong", field: "reply", length: text.length, most: LONGEST_REPLY });
        if (family.replies.length >= MOST_REPLIES) return err({ type: "NobodyToAnswer" });
        const reply = given.newId<ReplyId>();
        return ok([{ type: "ReplyWritten", reply, mailbox, day: given.today, text, asks }]);
      });
    case "SayPosted":
      return inCase(given, command.case, (known) => {
        const { mailbox, number } = command;
        const family = known.families.find((one) => one.mailbox === mailbox);
        if (!family || number > family.replies.length) return err({ type: "NobodyToAnswer" });
        return ok(number <= family.posted ? [] : [{ type: "ReplyPosted", mailbox, number }]);
      });
    case "GiveReceipt":
      return inCase(given, command.case, (known) => {
        const { person } = command;
        if (person !== undefined && !known.people.some((one) => one.id === person))
          return err({ type: "NoSuchPerson", person });
        const told: Event = { type: "ReceiptGiven", locator: newLocator(given.newId) };
        return ok([person === undefined ? told : { ...told, person }]);
      });
  }
}

function takeDrop(given: Given, command: CommandNamed<"TakeDrop">): Decided {
  const { letter, isNew, byItself, attachments, case: into } = command;
  const { drop, day, family, received } = letter;
  const known = given.folder;
  if (known !== undefined && known.type !== "Case") return err({ type: "NoSuchCase" });
  if (known === undefined && !isNew) return err({ type: "NoSuchCase" });
  if (known && lettersOf(known).some((one) => one.drop === drop))
    return err({ type: "AlreadySo", field: "drop" });
  const draft = readable(given, draftOfReport(letter.report, given.newId<DraftId>(), given.at));
  const kind = draft.kind ?? "aboutSoldier";
  const urgency = urgencyEvents(given, draft, known);
  if (!urgency.ok) return urgency;
  const caller = known && writerOf(known, family.mailbox);
  const type = known ? "Attached" : "NewCase";
  const events = contactEvents(given, { draft, kind, type, caller }, known);
  const contact =
    events.find((event) => event.type === "ContactRecorded")?.contact ?? given.newId<ContactId>();
  const opened: Event = { type: "CaseOpened", case: into, kind: "soldier", number: newNumber(given.newId) };
  return ok({
    folder: into,
    events: [
      ...(known ? [] : [opened]),
      { type: "DropTaken", drop, day, contact, family, received, byItself },
      ...events,
      ...urgency.value,
      ...filesOf(given, letter.report).map((file): Event => ({ ...file, contact })),
      ...attachments.map((told): Event => ({ type: "AttachmentReceived", ...told, from: "family", contact })),
      ...(known ? reopening(known) : []),
    ],
  });
}

/** What lies beside the letter, opened by its own key: nothing has to be sealed anew. */
function filesOf({ newId }: Given, report: Report): readonly EventOf<"AttachmentReceived">[] {
  return report.files.flatMap(({ name, kind, size, where }) => {
    if (where.type !== "Blob") return [];
    const { blob, plain, cipher, key } = where;
    const attachment = newId<AttachmentId>();
    const told = { attachment, name: plainName(name), kind, size, plain, blob, cipher, key };
    return [{ type: "AttachmentReceived", ...told, from: "family" }];
  });
}

/** Whose receipt it is: the one who wrote the family's first letter. */
function writerOf(known: Case, mailbox: string): PersonId | undefined {
  const [first] = known.families.find((one) => one.mailbox === mailbox)?.letters ?? [];
  return known.contacts.find((one) => one.id === first?.contact)?.caller;
}

/** A day that cannot be is kept as words, as one who means it so would write it. */
function readable(given: Given, draft: Draft): Draft {
  const kept = (text: string) => (dayFault(text, given.today) === undefined ? text : `${text}?`);
  return { ...draft, birth: kept(draft.birth), lastContact: kept(draft.lastContact) };
}

/** Sorting is work of a shift and belongs to no case. Each has a folder of its own: its card names the letters, and stays small. */
function inFolderOfItsOwn({ shift, by, today }: Given, count: number, sorted: Event): Decided {
  if (count === 0) return err({ type: "TextMissing", field: "drop" });
  if (count > MOST_ASIDE) return err({ type: "TooManyLetters", most: MOST_ASIDE });
  return ok({ folder: shift, events: [{ type: "ShiftOpened", shift, member: by, day: today }, sorted] });
}

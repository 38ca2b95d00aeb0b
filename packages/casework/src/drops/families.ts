/**
 * The families that have written about a case, what came from them, what they were answered, and numbers told on the telephone.
 *
 * Note: Two desks, one drop. Two volunteers may take the same letter at once, one of them without a network. Into a new case:
 * the folder's id follows from the letter, so both have opened the same folder. A sheet that takes a letter which lies in
 * the folder already says nothing new, and is passed over whole: the first in the log has said it. Into two folders: both
 * keep what they have, the places of the two sheets in the log say which of them has the letter (replica/inbox), and the
 * other shows where it is.
 */
import type { Day } from "../day.ts";
import type { Event, Sheet } from "../event.ts";
import type { ContactId, DropId, PersonId, ReplyId } from "../id.ts";
import type { Stamp } from "../papers.ts";
import type { DropEvent, FamilyKeys } from "./event.ts";

export interface FamilyLetter extends Stamp {
  readonly drop: DropId;
  readonly day: Day;
  readonly contact: ContactId;
  readonly received: string;
  readonly byItself: boolean;
}

export interface Reply extends Stamp {
  readonly id: ReplyId;
  readonly day: Day;
  readonly text: string;
  readonly asks: boolean;
}

export interface Family extends FamilyKeys {
  /** Oldest first. */
  readonly letters: readonly FamilyLetter[];
  /** In the order of the log: the number of a reply is its place here, from 1. */
  readonly replies: readonly Reply[];
  /** So many of them lie in the mailbox. */
  readonly posted: number;
}

export interface ToldNumber extends Stamp {
  readonly locator: string;
  readonly person?: PersonId;
}

export interface Outside {
  readonly families: readonly Family[];
  readonly toldNumbers: readonly ToldNumber[];
}

export const noOutside: Outside = { families: [], toldNumbers: [] };

export function foldDropEvent<O extends Outside>(known: O, event: DropEvent, stamp: Stamp): O {
  switch (event.type) {
    case "DropTaken": {
      const { type: _, family, ...told } = event;
      if (lettersOf(known).some((letter) => letter.drop === event.drop)) return known;
      const letter: FamilyLetter = { ...told, ...stamp };
      const before = known.families.find((one) => one.mailbox === family.mailbox);
      const families = before
        ? known.families.map((one) =>
            one === before ? { ...one, ...family, letters: [...one.letters, letter] } : one,
          )
        : [...known.families, { ...family, letters: [letter], replies: [], posted: 0 }];
      return { ...known, families };
    }
    case "ReplyWritten":
      return withFamily(known, event.mailbox, (family) => {
        if (family.replies.some((one) => one.id === event.reply)) return family;
        const { type: _, reply: id, mailbox: __, ...told } = event;
        return { ...family, replies: [...family.replies, { ...told, ...stamp, id }] };
      });
    case "ReplyPosted":
      return withFamily(known, event.mailbox, (family) => ({
        ...family,
        posted: Math.min(family.replies.length, Math.max(family.posted, event.number)),
      }));
    case "ReceiptGiven": {
      const { type: _, locator, person } = event;
      if (known.toldNumbers.some((one) => one.locator === locator)) return known;
      const number = { ...stamp, locator, ...(person === undefined ? {} : { person }) };
      return { ...known, toldNumbers: [...known.toldNumbers, number] };
    }
    case "DropsSetAside":
    case "DropsBroughtBack":
      return known;
  }
}

export function lettersOf(known: Outside): readonly FamilyLetter[] {
  return known.families.flatMap((family) => family.letters);
}

/** The sheet takes a letter that lies here. See note: Two desks, one drop. */
export function isTakenAgain(known: Outside, sheet: Pick<Sheet, "events">): boolean {
  if (known.families.length === 0) return false;
  const here = new Set(lettersOf(known).map((letter) => letter.drop));
  return sheet.events.some((event: Event) => event.type === "DropTaken" && here.has(event.drop));
}

function withFamily<O extends Outside>(known: O, mailbox: string, change: (family: Family) => Family): O {
  if (!known.families.some((family) => family.mailbox === mailbox)) return known;
  return {
    ...known,
    families: known.families.map((family) => (family.mailbox === mailbox ? change(family) : family)),
  };
}

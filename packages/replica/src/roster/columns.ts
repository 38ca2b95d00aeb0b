/**
 * What lists, orders and counts need of every card, in typed columns: a scan over two hundred thousand rows takes a
 * millisecond or two. The lists mean what casework/lists.ts says.
 */
import type { Card, CaseCard, MemberId } from "@answerable/casework";

import type { PhonesOfRow } from "./phone-book.ts";

/** Bits of `marks`. */
export const IS_CASE = 1;
export const IS_NEW = 2;
export const IS_URGENT = 4;
export const IS_WAITING = 8;
export const IS_CLOSED = 16;
export const IS_MINE = 32;
export const IS_UNSENT = 64;
export const IS_SOLDIER = 128;

export interface CardColumns {
  readonly marks: number;
  /** 0 most urgent; closed ones come last. */
  readonly rank: number;
  /** Minutes since 1970; 0: never. */
  readonly lastContact: number;
  readonly contacts: number;
  readonly phones: PhonesOfRow;
  /** Minutes since 1970 at which the next open task falls due; 0: none. */
  readonly due: number;
  readonly tasks: number;
  readonly callbacks: number;
  /** What is searched by its words. */
  readonly told: readonly string[];
}

const LEAST_RANK = 7;
/** Minutes fit into 31 bits until the year 6053, those of contacts into 27 until 2225: what is later was not meant. */
const LAST_MINUTE = 2 ** 31 - 1;
export const LAST_CONTACT = 2 ** 27 - 1;

const nothing: CardColumns = {
  marks: 0,
  rank: LEAST_RANK,
  lastContact: 0,
  contacts: 0,
  phones: { phones: [], callers: [] },
  due: 0,
  tasks: 0,
  callbacks: 0,
  told: [],
};

/** undefined: a card of a newer release, kept for it and shown to nobody. */
export function columnsOf(card: Card | undefined, me: MemberId): CardColumns {
  if (!card) return nothing;
  let lastContact = card.type === "Case" ? minutesOf(card.opened) : 0;
  for (const [minute] of card.contacts) if (minute > lastContact) lastContact = minute;
  let due = 0;
  let callbacks = 0;
  for (const task of card.tasks) {
    due = earlier(due, minutesOf(task.due));
    if (task.kind === "callback") callbacks += 1;
  }
  const isCase = card.type === "Case";
  return {
    marks: isCase ? marksOf(card, me) : 0,
    rank: isCase && card.stage !== "closed" ? rankOf(card.urgency, card.acknowledged) : LEAST_RANK,
    lastContact: Math.min(lastContact, LAST_CONTACT),
    contacts: card.contacts.length,
    phones: phonesOf(card),
    due,
    tasks: card.tasks.length,
    callbacks,
    told: isCase ? toldOn(card) : nothing.told,
  };
}

function marksOf(card: CaseCard, me: MemberId): number {
  const isClosed = card.stage === "closed";
  const isUrgent = !isClosed && (card.urgency === "U1" || card.urgency === "U2");
  const isWaiting = card.stage === "waitingForFamily" || card.stage === "waitingForAuthority";
  return (
    IS_CASE |
    (card.stage === "new" ? IS_NEW : 0) |
    (isUrgent ? IS_URGENT : 0) |
    (isWaiting ? IS_WAITING : 0) |
    (isClosed ? IS_CLOSED : 0) |
    (!isClosed && card.owner === me ? IS_MINE : 0) |
    (card.kind === "soldier" && card.outcome !== "sameAsAnother" ? IS_SOLDIER : 0)
  );
}

function phonesOf(card: Card): PhonesOfRow {
  const called: number[] = [];
  for (const [, , person] of card.contacts) if (person >= 0 && !called.includes(person)) called.push(person);
  const callers = called.map((place) => card.people[place]?.phones ?? []);
  // Only a case's telephones are searched: a shift's calls are counted and belong to no case.
  if (card.type !== "Case") return { phones: [], callers };
  const phones = [...card.phones];
  for (const person of card.people) phones.push(...person.phones);
  return { phones, callers };
}

function toldOn(card: CaseCard): readonly string[] {
  const { names, births, regions, towns, units, callSigns, dogTags, grievances } = card;
  const told = [card.number, card.summary];
  for (const texts of [names, births, regions, towns, units, callSigns, dogTags, grievances])
    for (const text of texts) told.push(text);
  for (const person of card.people) told.push(person.calledAs);
  // The number on a letter that comes back leads to its case.
  for (const appeal of card.appeals) told.push(appeal.number);
  // So do the numbers on receipts, and those told on the telephone.
  for (const family of card.families) told.push(family.locator);
  for (const locator of card.toldNumbers) told.push(locator);
  return told;
}

function rankOf(urgency: CaseCard["urgency"], acknowledged: boolean): number {
  switch (urgency) {
    // Unacknowledged first among equals, where somebody still has to see it.
    case "U1":
      return acknowledged ? 1 : 0;
    case "U2":
      return acknowledged ? 3 : 2;
    case "U3":
      return 4;
    case "U4":
      return 6;
    case undefined:
      return 5;
  }
}

/** Of an urgent one: nobody has acknowledged it. */
export function isUnseen(rank: number): boolean {
  return rank === 0 || rank === 2;
}

function minutesOf(moment: string | undefined): number {
  const time = moment === undefined ? Number.NaN : Date.parse(moment);
  return Number.isNaN(time) ? 0 : Math.min(LAST_MINUTE, Math.max(0, Math.floor(time / 60_000)));
}

function earlier(a: number, b: number): number {
  return a === 0 ? b : b === 0 ? a : Math.min(a, b);
}

/** Whether a card names lines of lists (its `im`), also one that nobody sees. */
export function hasLines(card: unknown): boolean {
  return typeof card === "object" && card !== null && "im" in card;
}

/**
 * What lists, orders and counts need of every card, in typed columns: a scan over two hundred thousand rows takes a
 * millisecond or two. Read from the raw card with a light hand: a colleague's device sealed it.
 */
import { phoneWords, wordsOf } from "./words-of.ts";

/** Bits of `marks`. */
export const IS_CASE = 1;
export const IS_NEW = 2;
export const IS_URGENT = 4;
export const IS_WAITING = 8;
export const IS_CLOSED = 16;
export const IS_MINE = 32;
export const IS_UNSENT = 64;
export const IS_SOLDIER = 128;

export type RawCard = Readonly<Record<string, unknown>>;

export interface CardColumns {
  readonly marks: number;
  /** 0 most urgent; closed ones come last. */
  readonly rank: number;
  /** Minutes since 1970; 0: never. */
  readonly lastContact: number;
  readonly contacts: number;
  /** Telephones of each person who has called. */
  readonly callers: readonly (readonly string[])[];
  /** Minutes since 1970 at which the next open task falls due; 0: none. */
  readonly due: number;
  readonly tasks: number;
  readonly callbacks: number;
  readonly words: readonly string[];
}

const LEAST_RANK = 7;

export function columnsOf(card: RawCard, me: string): CardColumns {
  const isCase = card["type"] === "Case";
  const stage = card["stage"] ?? "new";
  const isClosed = stage === "closed";
  const urgency = text(card["urgency"]);
  const isUrgent = isCase && !isClosed && (urgency === "U1" || urgency === "U2");
  const contacts = contactsOf(card);
  const tasks = list(card["tasks"]).filter(isRecord);
  return {
    marks:
      (isCase ? IS_CASE : 0) |
      (isCase && stage === "new" ? IS_NEW : 0) |
      (isUrgent ? IS_URGENT : 0) |
      (stage === "waitingForFamily" || stage === "waitingForAuthority" ? IS_WAITING : 0) |
      (isClosed ? IS_CLOSED : 0) |
      (isCase && !isClosed && card["owner"] === me ? IS_MINE : 0) |
      (isCase && card["kind"] === "soldier" && card["outcome"] !== "sameAsAnother" ? IS_SOLDIER : 0),
    rank: isClosed ? LEAST_RANK : rankOf(urgency, card["acknowledged"] === true),
    lastContact: contacts.reduce((latest, [minute]) => Math.max(latest, minute), minutesOf(card["opened"])),
    contacts: contacts.length,
    callers: callersOf(card, contacts),
    due: tasks.reduce((next, task) => earlier(next, minutesOf(task["due"])), 0),
    tasks: tasks.length,
    callbacks: tasks.filter((task) => task["kind"] === "callback").length,
    words: isCase ? searchedWords(card) : [],
  };
}

export type RawContact = readonly [minute: number, member: number, person: number];

export function contactsOf(card: RawCard): readonly RawContact[] {
  return list(card["contacts"]).filter(
    (contact): contact is RawContact =>
      Array.isArray(contact) && contact.length === 3 && contact.every((part) => typeof part === "number"),
  );
}

/** See note: Who is one caller (casework/counters.ts). */
function callersOf(card: RawCard, contacts: readonly RawContact[]): readonly (readonly string[])[] {
  const people = list(card["people"]);
  const called = new Set(contacts.map(([, , person]) => person).filter((person) => person >= 0));
  return [...called].map((place) => {
    const person = people[place];
    return isRecord(person) ? list(person["phones"]).map(text) : [];
  });
}

const spoken = ["names", "births", "regions", "towns", "units", "callSigns", "dogTags"] as const;

function searchedWords(card: RawCard): readonly string[] {
  const people = list(card["people"]).filter(isRecord);
  const told = [
    ...spoken.flatMap((field) => list(card[field])),
    card["number"],
    card["summary"],
    ...list(card["grievances"]),
    ...people.map((person) => person["calledAs"]),
  ];
  const phones = [...list(card["phones"]), ...people.flatMap((person) => list(person["phones"]))];
  return [
    ...told.flatMap((one) => wordsOf(text(one))),
    ...phones.flatMap((phone) => phoneWords(text(phone))),
  ];
}

function rankOf(urgency: string, acknowledged: boolean): number {
  const at = ["U1", "U2", "U3", "U4"].indexOf(urgency);
  // Unacknowledged first among equals, where somebody still has to see it.
  if (at === 0 || at === 1) return at * 2 + (acknowledged ? 1 : 0);
  return at < 0 ? 5 : at + 2;
}

export function minutesOf(moment: unknown): number {
  const time = typeof moment === "string" ? Date.parse(moment) : Number.NaN;
  return Number.isNaN(time) ? 0 : Math.max(0, Math.floor(time / 60_000));
}

function earlier(a: number, b: number): number {
  return a === 0 ? b : b === 0 ? a : Math.min(a, b);
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

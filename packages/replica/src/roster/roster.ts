/**
 * All the cards of one's desks, opened, in the memory of one device: search, lists, order and counts run on it.
 *
 * Must stay true: to put one card costs the same with a hundred cards as with two hundred thousand; a question costs one
 * scan of typed columns and the opening of the rows it shows.
 */
import {
  openQueueOrder,
  queueFolderOf,
  readCard,
  readNumber,
  type Card,
  type FolderId,
  type MemberId,
  type QueueOrder,
} from "@answerable/casework";
import { utf8 } from "@answerable/wire";

import type { RosterList, Three } from "../office.ts";
import type { CardAtPlace } from "../sync/cards.ts";
import { readCardPayload, type CardPayload } from "../sync/payload.ts";
import { openByKind, type ByKind } from "./by-kind.ts";
import {
  hasLines,
  columnsOf,
  IS_CASE,
  IS_CLOSED,
  IS_MINE,
  IS_NEW,
  IS_SOLDIER,
  IS_UNSENT,
  IS_URGENT,
  IS_WAITING,
  LAST_CONTACT,
  isUnseen,
  type CardColumns,
} from "./columns.ts";
import { firstOf, MOST_ROWS } from "./first-of.ts";
import { openFolderRows } from "./folder-rows.ts";
import { openPhoneBook } from "./phone-book.ts";
import { openSpoken, type Spoken } from "./spoken.ts";
import { openTallies, type Tallies } from "./tallies.ts";
import { grown, openTexts } from "./texts.ts";
import { openWordIndex } from "./word-index.ts";
import { slipped, typedPhone, wordsOf } from "./words-of.ts";

export interface Found {
  readonly rows: readonly number[];
  readonly total: number;
  readonly lists: Readonly<Record<RosterList, number>>;
}

export interface Roster extends Omit<ByKind, "put"> {
  put(card: CardAtPlace, unsent: boolean): Card | undefined; // what it says; undefined: a newer release's
  setUnsent(folder: FolderId, unsent: boolean): void;
  knows(folder: FolderId): { readonly number: number; readonly place: number } | undefined;
  /** `dueBy`: minutes since 1970 up to which a task counts as due: a day ahead. */
  find(asked: {
    readonly text: string;
    readonly list: RosterList;
    readonly from: number;
    readonly count: number;
    readonly dueBy: number;
  }): Found;
  /** Rows whose card has every one of these words exactly. */
  having(words: readonly string[]): readonly number[];
  /** Rows whose card has this telephone, however it is written. */
  withPhone(phone: string): readonly number[];
  row(folder: FolderId): number | undefined;
  folder(row: number): FolderId | undefined;
  /** Where in the desk's log the row's card stands. */
  readonly placeOf: (row: number) => number;
  card(
    row: number,
  ): { readonly folder: FolderId; readonly payload: CardPayload; readonly unsent: boolean } | undefined;
  readonly totals: () => Three;
  readonly queues: (dueBy: number) => {
    readonly urgent: number;
    readonly callbacks: number;
    readonly promisesDue: number;
  };
  /** Folders with call-backs, or whose answers ended some elsewhere. The same object while its card is the same. */
  readonly callBacks: QueueOrder;
  /** Rows with a mark of columns.ts. */
  readonly marked: (mark: number) => readonly number[];
  /** What the overview counts. */
  readonly tallies: Tallies;
  readonly spokenSince: Spoken["since"];
  /** U1 and U2 that nobody has acknowledged. */
  readonly unacknowledged: () => number;
  readonly isCase: (row: number) => boolean; // and not of one that is gone
  readonly countsAsSoldier: (row: number) => boolean;
  readonly hasContacts: (row: number) => boolean;
  readonly withTasks: () => readonly number[]; // rows with open tasks
  /** Rows spoken to at or after this minute. */
  readonly since: (minute: number) => readonly number[];
  readonly size: () => number;
  /** How many cards have changed after this place. */
  readonly newerThan: (place: number) => number;
  /** The sum of all folders' numbers. */
  readonly sheets: () => number;
  all(): Iterable<CardAtPlace>;
}

/** The mark that puts a row into a list; promises go by their due time. */
const bitOf: Readonly<Record<RosterList, number>> = {
  all: IS_CASE,
  new: IS_NEW,
  mine: IS_MINE,
  urgent: IS_URGENT,
  waiting: IS_WAITING,
  promises: 0,
  closed: IS_CLOSED,
};

const listNames = Object.keys(bitOf) as readonly RosterList[]; // keys forgets its own type

export function openRoster(me: MemberId): Roster {
  const folders = openFolderRows();
  const texts = openTexts();
  const index = openWordIndex();
  let room = 1024;
  let marks = new Uint8Array(room);
  /** Urgency and then the latest contact: smaller comes first. */
  let orders = new Int32Array(room);
  let lastContacts = new Int32Array(room);
  let dues = new Int32Array(room);
  let callbacks = new Uint16Array(room);
  let tasks = new Uint16Array(room);
  let numbers = new Int32Array(room);
  let places = new Float64Array(room);
  let hits = new Uint8Array(room);
  let word = new Uint8Array(room);
  const sums = { contacts: 0, soldiers: 0 };
  const phones = openPhoneBook();
  const kinds = openByKind();
  const tallies = openTallies();
  const spoken = openSpoken(phones, me);
  let contacts = new Uint16Array(room);
  const callBacks = openQueueOrder();

  function rowOf(folder: FolderId): number {
    const known = folders.row(folder);
    if (known !== undefined) return known;
    const row = folders.size();
    if (row >= MOST_ROWS) throw new Error("more cards than one roster holds");
    if (row >= room) enlarge();
    return folders.add(folder);
  }

  function enlarge(): void {
    room *= 2;
    marks = grown(marks, new Uint8Array(room));
    orders = grown(orders, new Int32Array(room));
    lastContacts = grown(lastContacts, new Int32Array(room));
    dues = grown(dues, new Int32Array(room));
    callbacks = grown(callbacks, new Uint16Array(room));
    tasks = grown(tasks, new Uint16Array(room));
    contacts = grown(contacts, new Uint16Array(room));
    numbers = grown(numbers, new Int32Array(room));
    places = grown(places, new Float64Array(room));
    hits = new Uint8Array(room);
    word = new Uint8Array(room);
  }

  function readText(row: number): CardPayload | undefined {
    const kept = texts.get(row);
    return kept === undefined ? undefined : readCardPayload(JSON.parse(kept));
  }

  function count(columns: CardColumns, sign: 1 | -1): void {
    sums.contacts += sign * columns.contacts;
    sums.soldiers += columns.marks & IS_SOLDIER && columns.contacts > 0 ? sign : 0;
  }

  /** Marks the rows that have every word typed, or, where the keyboard was on the other layout, every word meant. */
  function search(text: string): boolean {
    if (text.trim() === "") return false;
    // A number is said in two halves and typed with whatever stands between them.
    const number = readNumber(text);
    if (number !== undefined && words(wordsOf(number))) return true;
    if (byPhone(text) || words(wordsOf(text))) return true;
    words(wordsOf(slipped(text)));
    return true;
  }

  function byPhone(text: string): boolean {
    const digits = typedPhone(text.trim());
    if (digits === undefined) return false;
    hits.fill(0);
    phones.mark(digits, hits);
    return hits.includes(1);
  }

  function words(beginnings: readonly string[]): boolean {
    hits.fill(beginnings.length === 0 ? 0 : 1, 0, folders.size());
    for (const beginning of beginnings) {
      word.fill(0);
      index.mark(beginning, word);
      for (let row = 0; row < folders.size(); row += 1) hits[row] = (hits[row] ?? 0) & (word[row] ?? 0);
    }
    return hits.includes(1);
  }

  const isDue = (row: number, dueBy: number) => (dues[row] ?? 0) > 0 && (dues[row] ?? 0) <= dueBy;

  /** How many rows have each combination of marks, among those found. */
  function countMarks(isSearched: boolean): Int32Array {
    const counts = new Int32Array(256);
    const size = folders.size();
    for (let row = 0; row < size; row += 1) {
      if (isSearched && hits[row] === 0) continue;
      const mark = marks[row] ?? 0;
      counts[mark] = (counts[mark] ?? 0) + 1;
    }
    return counts;
  }

  function rowsWhere(holds: (row: number) => boolean): readonly number[] {
    const rows: number[] = [];
    for (let row = 0; row < folders.size(); row += 1) if (holds(row)) rows.push(row);
    return rows;
  }

  return {
    put({ folder, number, place, payload, bytes }, unsent) {
      const row = rowOf(folder);
      const before = readText(row);
      const cardBefore = before && shown(readCard(before.card));
      const old = before && columnsOf(cardBefore, me);
      const read = readCard(payload.card);
      const card = shown(read);
      const now = columnsOf(card, me);
      kinds.put(row, { folder, card, hasLines: hasLines(payload.card) });
      tallies.change(row, cardBefore, card);
      spoken.change(row, card);
      contacts[row] = Math.min(65_535, now.contacts);
      callBacks.put(folder, queueFolderOf(folder, card));
      if (old) count(old, -1);
      count(now, 1);
      phones.change(row, old?.phones, now.phones);
      index.change(row, old?.told ?? [], now.told);
      texts.set(row, bytes ?? utf8(JSON.stringify({ v: 1, ...payload })));
      marks[row] = now.marks | (unsent ? IS_UNSENT : 0);
      orders[row] = now.rank * (LAST_CONTACT + 1) + (LAST_CONTACT - now.lastContact);
      lastContacts[row] = now.lastContact;
      dues[row] = now.due;
      callbacks[row] = now.callbacks;
      tasks[row] = now.tasks;
      numbers[row] = number;
      places[row] = place;
      return read;
    },
    setUnsent(folder, unsent) {
      const row = folders.row(folder);
      if (row === undefined) return;
      marks[row] = ((marks[row] ?? 0) & ~IS_UNSENT) | (unsent ? IS_UNSENT : 0);
    },
    knows(folder) {
      const row = folders.row(folder);
      return row === undefined ? undefined : { number: numbers[row] ?? 0, place: places[row] ?? 0 };
    },
    find({ text, list, from, count: wanted, dueBy }) {
      const isSearched = search(text);
      const size = folders.size();
      const chosen = firstOf(Math.min(from + wanted, size));
      const bit = bitOf[list];
      let promises = 0;
      for (let row = 0; row < size; row += 1) {
        if (isSearched && hits[row] === 0) continue;
        const mark = marks[row] ?? 0;
        if ((mark & bit) !== 0) chosen.offer(orders[row] ?? 0, row);
        if ((dues[row] ?? 0) === 0 || (mark & IS_CASE) === 0 || !isDue(row, dueBy)) continue;
        promises += 1;
        if (list === "promises") chosen.offer(dues[row] ?? 0, row);
      }
      const counts = countMarks(isSearched);
      const lists = { all: 0, new: 0, mine: 0, urgent: 0, waiting: 0, promises, closed: 0 };
      for (const [mark, count] of counts.entries()) {
        for (const one of listNames) if (mark & bitOf[one]) lists[one] += count;
      }
      return { rows: chosen.inOrder().slice(from), total: lists[list], lists };
    },
    withPhone: (phone) => phones.rows(phone),
    having(wanted) {
      const [first, ...rest] = wanted.map((one) => index.rows(one)).toSorted((a, b) => a.length - b.length);
      const others = rest.map((rows) => new Set(rows));
      return (first ?? []).filter((row) => others.every((rows) => rows.has(row)));
    },
    row: folders.row,
    folder: folders.folder,
    placeOf: (row) => places[row] ?? 0,
    card(row) {
      const folder = folders.folder(row);
      const payload = readText(row);
      return folder !== undefined && payload
        ? { folder, payload, unsent: ((marks[row] ?? 0) & IS_UNSENT) !== 0 }
        : undefined;
    },
    totals: () => ({ ...sums, callers: phones.callers() }),
    queues(dueBy) {
      const queues = { urgent: 0, callbacks: 0, promisesDue: 0 };
      const size = folders.size();
      for (let row = 0; row < size; row += 1) {
        if ((marks[row] ?? 0) & IS_URGENT) queues.urgent += 1;
        if (((marks[row] ?? 0) & IS_CASE) !== 0 && isDue(row, dueBy)) queues.promisesDue += 1;
        queues.callbacks += callbacks[row] ?? 0;
      }
      return queues;
    },
    withAppeals: kinds.withAppeals,
    shifts: kinds.shifts,
    listShifts: kinds.listShifts,
    fromLists: kinds.fromLists,
    tombstones: kinds.tombstones,
    incidents: kinds.incidents,
    tallies,
    spokenSince: spoken.since,
    unacknowledged: () => {
      let count = 0;
      for (let row = 0; row < folders.size(); row += 1)
        if (
          ((marks[row] ?? 0) & IS_URGENT) !== 0 &&
          isUnseen(Math.floor((orders[row] ?? 0) / (LAST_CONTACT + 1)))
        )
          count += 1;
      return count;
    },
    isCase: (row) => ((marks[row] ?? 0) & IS_CASE) !== 0,
    countsAsSoldier: (row) => ((marks[row] ?? 0) & IS_SOLDIER) !== 0,
    hasContacts: (row) => (contacts[row] ?? 0) > 0,
    marked: (mark) => rowsWhere((row) => ((marks[row] ?? 0) & mark) !== 0),
    callBacks,
    withTasks: () => rowsWhere((row) => (tasks[row] ?? 0) > 0),
    since: (minute) => rowsWhere((row) => (lastContacts[row] ?? 0) >= minute),
    size: folders.size,
    newerThan(place) {
      let newer = 0;
      for (let row = 0; row < folders.size(); row += 1) if ((places[row] ?? 0) > place) newer += 1;
      return newer;
    },
    sheets: () => numbers.subarray(0, folders.size()).reduce((sum, number) => sum + number, 0),
    *all() {
      for (let row = 0; row < folders.size(); row += 1) {
        const [folder, payload] = [folders.folder(row), readText(row)];
        if (folder && payload) yield { folder, number: numbers[row] ?? 0, place: places[row] ?? 0, payload };
      }
    },
  };
}

/** Of a case that is gone the roster keeps the card and shows nothing. */
function shown(card: Card | undefined): Card | undefined {
  return card?.type === "Case" && card.isGone ? undefined : card;
}

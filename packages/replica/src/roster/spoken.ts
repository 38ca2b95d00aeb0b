/**
 * Every contact of every card in typed columns, so that what was counted since a minute is one scan: contacts, callers and
 * which rows were spoken of. Exact: it says what casework/counters.ts says of the cards themselves.
 *
 * See note: Who is one caller (casework/counters.ts). The usual caller has one telephone, and stands here as its id; or
 * none, and stands here as the one of this row who has none.
 */
import type { Card, MemberId } from "@answerable/casework";

import { grown } from "./texts.ts";

export interface Spoken {
  readonly change: (row: number, card: Card | undefined) => void;
  /** `whose`: what I took myself, or everybody. */
  readonly since: (
    minute: number,
    whose?: "mine",
  ) => {
    readonly contacts: number;
    readonly callers: number;
    readonly rows: Uint8Array;
  };
}

interface Numbers {
  readonly learn: (phone: string) => number;
  readonly size: () => number;
}

const NOBODY = -1;
/** The first of a row's callers without a telephone. */
const NO_PHONE = -2;
/** And below it: a place among `several`. */
const SEVERAL = -3;
const LATEST = 2 ** 31 - 1;

export function openSpoken(numbers: Numbers, me: MemberId): Spoken {
  let minutes = new Int32Array(4096);
  let callers = new Int32Array(4096);
  let mine = new Uint8Array(4096);
  let used = 0;
  let starts = new Int32Array(1024);
  let counts = new Int32Array(1024);
  /** Of each row the latest: what was not spoken of since then is passed over. */
  let latest = new Int32Array(1024);
  let rows = 0;
  /** Callers with more than one telephone, or who are the second of a row without any; each once a row. */
  const several: (readonly number[])[] = [];
  const severalOfRow = new Map<number, readonly number[]>();
  const free: number[] = [];
  const circles = openCircles(numbers.size);

  function makeRoom(row: number, more: number): void {
    if (row >= starts.length) {
      const room = Math.max(row + 1, starts.length * 2);
      starts = grown(starts, new Int32Array(room));
      counts = grown(counts, new Int32Array(room));
      latest = grown(latest, new Int32Array(room));
    }
    if (used + more <= minutes.length) return;
    const room = Math.max(used + more, minutes.length * 2);
    minutes = grown(minutes, new Int32Array(room));
    callers = grown(callers, new Int32Array(room));
    mine = grown(mine, new Uint8Array(room));
  }

  function placeAmongSeveral(phones: readonly number[]): number {
    const place = free.pop() ?? several.length;
    several[place] = phones;
    return place;
  }

  function change(row: number, card: Card | undefined): void {
    const contacts = card?.contacts ?? [];
    makeRoom(row, contacts.length);
    rows = Math.max(rows, row + 1);
    for (const place of severalOfRow.get(row) ?? []) free.push(place);
    severalOfRow.delete(row);
    // What a card had before and has no more lies unused: contacts are only ever added.
    if (contacts.length > (counts[row] ?? 0)) {
      starts[row] = used;
      used += contacts.length;
    }
    counts[row] = contacts.length;
    const own: number[] = [];
    const codes = new Map<number, number>();
    let isOneWithout = false;
    let at = starts[row] ?? 0;
    const mySelf = card?.members.indexOf(me) ?? -1;
    latest[row] = -LATEST;
    for (const [told, member, person] of contacts) {
      const minute = Math.max(-LATEST, Math.min(LATEST, told));
      let code = NOBODY;
      if (person >= 0) {
        const known = codes.get(person);
        if (known === undefined) {
          const phones = [...new Set((card?.people[person]?.phones ?? []).map(numbers.learn))];
          const [only] = phones;
          if (phones.length === 1 && only !== undefined) code = only;
          else if (phones.length === 0 && !isOneWithout) {
            code = NO_PHONE;
            isOneWithout = true;
          } else {
            const place = placeAmongSeveral(phones);
            own.push(place);
            code = SEVERAL - place;
          }
          codes.set(person, code);
        } else code = known;
      }
      minutes[at] = minute;
      latest[row] = Math.max(latest[row] ?? minute, minute);
      callers[at] = code;
      mine[at] = member === mySelf ? 1 : 0;
      at += 1;
    }
    if (own.length > 0) severalOfRow.set(row, own);
  }

  function since(minute: number, whose?: "mine") {
    const isCounted = new Uint8Array(several.length);
    const spoken = new Uint8Array(rows);
    let contacts = 0;
    for (let row = 0; row < rows; row += 1) {
      if ((counts[row] ?? 0) === 0 || (latest[row] ?? 0) < minute) continue;
      const end = (starts[row] ?? 0) + (counts[row] ?? 0);
      let isOneWithout = false;
      for (let at = starts[row] ?? 0; at < end; at += 1) {
        if ((minutes[at] ?? 0) < minute || (whose === "mine" && mine[at] === 0)) continue;
        contacts += 1;
        spoken[row] = 1;
        const code = callers[at] ?? NOBODY;
        if (code >= 0) circles.begin(code);
        else if (code === NO_PHONE) isOneWithout = true;
        else if (code <= SEVERAL && isCounted[SEVERAL - code] === 0) {
          isCounted[SEVERAL - code] = 1;
          circles.join(several[SEVERAL - code] ?? []);
        }
      }
      if (isOneWithout) circles.join([]);
    }
    return { contacts, callers: circles.told(), rows: spoken };
  }

  return { change, since };
}

/** Two callers with a telephone in common are one. It is asked many times a second, so its room is used again. */
function openCircles(size: () => number) {
  let parents = new Int32Array(1024); // id + 1; 0: nobody called from it
  let begun: number[] = [];
  let circles = 0;
  let without = 0;
  function rootOf(id: number): number {
    let root = id;
    for (let next = parents[root] ?? 0; next !== root + 1; next = parents[root] ?? 0) root = next - 1;
    parents[id] = root + 1;
    return root;
  }
  function begin(id: number): void {
    if (id >= parents.length) parents = grown(parents, new Int32Array(Math.max(size(), id + 1)));
    if (parents[id] !== 0) return;
    parents[id] = id + 1;
    begun.push(id);
    circles += 1;
  }
  return {
    begin,
    join(phones: readonly number[]) {
      const [first] = phones;
      if (first === undefined) without += 1;
      for (const id of phones) begin(id);
      for (const id of phones) {
        const [a, b] = [rootOf(first ?? id), rootOf(id)];
        if (a === b) continue;
        parents[b] = a + 1;
        circles -= 1;
      }
    },
    /** How many there were; the next begin from nothing. */
    told(): number {
      const told = circles + without;
      for (const id of begun) parents[id] = 0;
      begun = [];
      circles = 0;
      without = 0;
      return told;
    },
  };
}

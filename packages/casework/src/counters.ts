/**
 * Reports are about seven times as many as soldiers, so every count is three numbers: contacts, callers, soldiers.
 * Exact, and from cards alone.
 *
 * Note: Who is one caller. Within a case a person is one caller however often she calls; over all cases, two who can be
 * reached by the same telephone count once (a mother of two soldiers). A contact of whom nothing is known adds no caller.
 */
import type { Card } from "./card.ts";
import type { Moment } from "./day.ts";
import type { MemberId } from "./id.ts";

export interface Counters {
  readonly contacts: number;
  readonly callers: number;
  readonly soldiers: number;
}

/** Which contacts count: all, or those that this member took, or those since a moment. */
export interface Counted {
  readonly by?: MemberId;
  readonly since?: Moment;
  /** Cases that people have linked are one soldier, and count once: whatever names him. Undefined: every case has its own. */
  readonly soldierOf?: (card: Card) => unknown;
}

export function countersOf(cards: Iterable<Card>, counted: Counted = {}): Counters {
  const since = counted.since === undefined ? -Infinity : Date.parse(counted.since) / 60_000;
  const circles = openCircles();
  let contacts = 0;
  const soldiers = new Set<unknown>();
  for (const card of cards) {
    const by = counted.by === undefined ? undefined : card.members.indexOf(counted.by);
    const called = new Set<number>();
    const before = contacts;
    for (const [minute, member, person] of card.contacts) {
      if (minute < Math.floor(since) || (by !== undefined && member !== by)) continue;
      contacts += 1;
      if (person >= 0) called.add(person);
    }
    if (contacts === before) continue;
    if (card.type === "Case" && card.kind === "soldier" && card.outcome !== "sameAsAnother")
      soldiers.add(counted.soldierOf?.(card) ?? card);
    for (const place of called) circles.add(card.people[place]?.phones ?? []);
  }
  return { contacts, callers: circles.count(), soldiers: soldiers.size };
}

/** Circles of telephones: two callers with one in common are one. */
function openCircles(): { readonly add: (phones: readonly string[]) => void; readonly count: () => number } {
  const parents = new Map<string, string>();
  let without = 0;
  const rootOf = (phone: string): string => {
    let root = phone;
    for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root))
      root = next;
    parents.set(phone, root);
    return root;
  };
  return {
    add: (phones) => {
      const [first, ...others] = phones;
      if (first === undefined) {
        without += 1;
        return;
      }
      const root = rootOf(first);
      for (const other of others) parents.set(rootOf(other), root);
    },
    count: () => without + [...parents].filter(([phone, parent]) => phone === parent).length,
  };
}

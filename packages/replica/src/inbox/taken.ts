/**
 * What the cards of a desk say about letters from outside: which are taken and where, which are put aside, which family has
 * which case, where a reply waits to be posted. Heard card by card, like the roster.
 */
import { readCard, type AsideId, type Card, type CaseId, type DropId } from "@answerable/casework";

import type { CardAtPlace } from "../sync/cards.ts";

export interface Taken {
  readonly heard: (card: CardAtPlace) => void;
  /** In order of their ids: each device names the same one first. */
  readonly foldersOf: (drop: DropId) => readonly CaseId[];
  /** Those that still stand. */
  readonly asidesOf: (drop: DropId) => readonly AsideId[];
  /** More than one where two have taken the same letter. In order of their ids. */
  readonly casesOfMark: (mark: string) => readonly CaseId[];
  /** Cases with replies that are not said to lie in their mailbox. */
  readonly unposted: () => readonly CaseId[];
  readonly hasFamilies: () => boolean;
  /** Letters taken into more than one folder. */
  readonly contested: () => readonly DropId[];
  /** Grows with every card that says something of letters. */
  readonly version: () => number;
}

interface Said {
  readonly drops: readonly DropId[];
  readonly marks: readonly string[];
}

export function openTaken(): Taken {
  const folders = new Map<DropId, CaseId[]>();
  const byMark = new Map<string, CaseId[]>();
  const said = new Map<CaseId, Said>();
  const unposted = new Set<CaseId>();
  const asides = new Map<DropId, Set<AsideId>>();
  const broughtBack = new Map<DropId, Set<AsideId>>();
  const contested = new Set<DropId>();
  let version = 0;

  function hear(folder: CaseId, card: Card | undefined): void {
    if (card?.type === "ClaimsFile" || card?.type === "Incident") return;
    if (card?.type === "Shift") {
      for (const { aside, drops } of card.asides) for (const drop of drops) into(asides, drop).add(aside);
      for (const { drop, asides: named } of card.broughtBack)
        for (const aside of named) into(broughtBack, drop).add(aside);
      return;
    }
    const families = card?.type === "Case" ? card.families : [];
    const before = said.get(folder);
    const now: Said = {
      drops: card?.drops ?? [],
      marks: families.map((family) => family.mark),
    };
    said.set(folder, now);
    change(folders, folder, { from: before?.drops ?? [], to: now.drops });
    change(byMark, folder, { from: before?.marks ?? [], to: now.marks });
    for (const drop of now.drops) {
      if ((folders.get(drop)?.length ?? 0) > 1) contested.add(drop);
    }
    if (families.some((family) => family.posted < family.replies)) unposted.add(folder);
    else unposted.delete(folder);
  }

  return {
    heard({ folder, payload }) {
      const raw = payload.card;
      const isOfLetters =
        isRecord(raw) &&
        (raw["dr"] !== undefined ||
          raw["fa"] !== undefined ||
          raw["sa"] !== undefined ||
          raw["bb"] !== undefined);
      if (!isOfLetters && !said.has(folder)) return;
      version += 1;
      hear(folder, readCard(raw));
    },
    foldersOf: (drop) => folders.get(drop) ?? [],
    asidesOf: (drop) => {
      const back = broughtBack.get(drop);
      return [...(asides.get(drop) ?? [])].filter((aside) => !back?.has(aside));
    },
    casesOfMark: (mark) => byMark.get(mark) ?? [],
    unposted: () => [...unposted],
    hasFamilies: () => byMark.size > 0,
    contested: () => [...contested].filter((drop) => (folders.get(drop)?.length ?? 0) > 1),
    version: () => version,
  };
}

function change<K>(
  map: Map<K, CaseId[]>,
  folder: CaseId,
  { from, to }: { readonly from: readonly K[]; readonly to: readonly K[] },
): void {
  for (const key of from) {
    if (to.includes(key)) continue;
    const left = (map.get(key) ?? []).filter((one) => one !== folder);
    if (left.length > 0) map.set(key, left);
    else map.delete(key);
  }
  for (const key of to) {
    const there = map.get(key) ?? [];
    if (!there.includes(folder)) map.set(key, [...there, folder].toSorted());
  }
}

function into<K, V>(map: Map<K, Set<V>>, key: K): Set<V> {
  const there = map.get(key) ?? new Set<V>();
  map.set(key, there);
  return there;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

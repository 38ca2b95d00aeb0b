/**
 * Cards on their way into the roster: from the disk, from binders, from the server. A card that does not open is kept
 * sealed, named in the quarantine, and the rest goes on. Of two cards of one folder the one of the higher number stands,
 * in memory and on the disk; a damaged one takes nothing's place, and its folder's own sheets make another.
 */
import { readCard } from "@answerable/casework";
import type { BoundCard, BoundText } from "@answerable/seal";
import { fromUtf8, utf8, type Binder, type FolderId, type Place, type PlacedCard } from "@answerable/wire";

import type { Quarantined } from "../office.ts";
import type { Keeping } from "../store/keeping.ts";
import type { Change, Store } from "../store/store.ts";
import type { Closing } from "./closing.ts";
import { readCardPayload, type CardPayload } from "./payload.ts";

export interface CardAtPlace {
  readonly folder: FolderId;
  readonly number: number;
  readonly place: number;
  readonly payload: CardPayload;
  /** The payload as it was opened, in UTF-8: whoever keeps it need not write it again. */
  readonly bytes?: Uint8Array;
}

export interface CardsDeps {
  readonly store: Store;
  readonly keeping: Keeping;
  readonly closing: Closing;
  /** See note: A late sheet (folders.ts). */
  readonly closedAt: (epoch: number) => number | undefined;
  /** Takes one into the roster. */
  readonly put: (card: CardAtPlace) => void;
  /** Lets the rest of the device breathe, and the first rows be looked at. */
  readonly pause: () => Promise<void>;
  readonly progress: (done: number, of: number) => void;
}

export interface Cards {
  /** Everything that lies on the disk. */
  readonly readKept: () => Promise<void>;
  /** Opens a binder into the roster and gives it to the disk. undefined: damaged. */
  readonly takeBinder: (binder: Binder) => Promise<number | undefined>;
  /**
   * Opens those that are news into the roster, and keeps all that are not older than what is known: a cursor is going to
   * cover them. Returns the folders whose card does not open.
   */
  readonly take: (
    cards: readonly PlacedCard[],
    numberOf: (folder: FolderId) => number,
  ) => Promise<readonly FolderId[]>;
  /** The folder's sheets say what its damaged card should have said. */
  readonly mended: (card: CardAtPlace) => void;
  /** A binder that was just made here or taken stands for these cards: they need not lie on the disk singly. */
  readonly replaceByBinder: (binder: Binder, folders: readonly FolderId[]) => Promise<void>;
  /** Its card leaves the disk, alone or in a binder, unless it is a tombstone by now. */
  readonly shred: (folder: FolderId) => Promise<void>;
  readonly quarantined: () => readonly Quarantined[];
}

/** Cards between two breaths: some ten milliseconds. */
const CHUNK = 400;
/** Binders given to the disk that it need not have taken yet: more would be held in memory twice. */
const MOST_UNKEPT = 4;

export function openCards(deps: CardsDeps): Cards {
  const { store, keeping, closing } = deps;
  const damaged = new Map<string, Quarantined>();
  /** Damaged on this very disk: forgotten as soon as the disk has a sound one. */
  const onDisk = new Set<FolderId>();
  let done = 0;
  let sinceBreath = 0;
  const beingKept: Promise<void>[] = [];

  function open({ place, card }: PlacedCard): boolean {
    try {
      if (isLate(place, card.epoch)) {
        // The folder's sheets, which are signed, make another.
        onDisk.add(card.folder);
        throw new Error("under a key of before");
      }
      const bytes = closing.openCard(card);
      const payload = readCardPayload(JSON.parse(fromUtf8(bytes)));
      deps.put({ folder: card.folder, number: card.number, place, payload, bytes });
      damaged.delete(card.folder);
      return true;
    } catch {
      damaged.set(card.folder, { folder: card.folder, what: "card" });
      return false;
    }
  }

  /** A card is not signed: whoever had the key of before could have made it. */
  function isLate(place: number, epoch: number): boolean {
    for (let next = epoch + 1; next <= closing.epoch(); next += 1)
      if (place > (deps.closedAt(next) ?? Infinity)) return true;
    return false;
  }

  async function openBinder(binder: Binder): Promise<number | undefined> {
    let cards;
    try {
      cards = closing.openBinder(binder);
    } catch {
      damaged.set(`binder ${binder.of}/${binder.n}`, { what: "binder" });
      return undefined;
    }
    let at = 0;
    for (const { folder, number, place, text, bytes } of cards) {
      try {
        deps.put({ folder, number, place, payload: readCardPayload(JSON.parse(text)), bytes });
      } catch {
        damaged.set(folder, { folder, what: "card" });
      }
      at += 1;
      if (at % CHUNK === 0) await breathe(CHUNK, cards.length * binder.of);
    }
    await breathe(at % CHUNK, cards.length * binder.of);
    return cards.length;
  }

  async function breathe(more: number, of: number): Promise<void> {
    done += more;
    sinceBreath += more;
    if (sinceBreath < CHUNK) return;
    sinceBreath = 0;
    deps.progress(done, Math.max(done, of));
    await deps.pause();
  }

  function isTombstoneOn(text: string): boolean {
    try {
      const { card } = JSON.parse(text) as PlacedCard; // checked when it came, and again by its seal
      return (
        readCard(readCardPayload(JSON.parse(fromUtf8(closing.openCard(card)))).card)?.type === "Tombstone"
      );
    } catch {
      return false;
    }
  }
  function boundAgain({ n, of, covers }: Binder, left: readonly BoundText[]): Binder {
    const cards = left.map(({ folder, number, place, text }) => ({
      folder,
      number,
      place,
      card: JSON.parse(text) as BoundCard["card"], // it was one
    }));
    return closing.sealBinder({ n, of, covers, cards });
  }

  const cardChange = (placed: PlacedCard): Change => ({
    drawer: "cards",
    key: `${closing.desk}/${placed.card.folder}`,
    text: JSON.stringify(placed),
  });
  const binderChange = (binder: Binder): Change => ({
    drawer: "binders",
    key: `${closing.desk}/${binder.of}/${String(binder.n).padStart(3, "0")}`,
    text: JSON.stringify(binder),
  });

  return {
    async readKept() {
      for await (const page of store.list("binders", `${closing.desk}/`)) {
        for (const { text } of page) await openBinder(JSON.parse(text) as Binder); // checked when it came, and again by its seal
      }
      for await (const page of store.list("cards", `${closing.desk}/`)) {
        for (let at = 0; at < page.length; at += CHUNK) {
          const chunk = page.slice(at, at + CHUNK);
          for (const { text } of chunk) {
            const placed = JSON.parse(text) as PlacedCard; // checked when it came, and again by its seal
            if (!open(placed)) onDisk.add(placed.card.folder);
          }
          await breathe(chunk.length, done + page.length - at);
        }
      }
    },
    async takeBinder(binder) {
      const count = await openBinder(binder);
      if (count === undefined) return undefined;
      // The disk takes some while the next are opened. The cursor waits in the same line, behind all of them.
      beingKept.push(keeping.keep([binderChange(binder)]));
      if (beingKept.length > MOST_UNKEPT) await beingKept.shift();
      return count;
    },
    async take(cards, numberOf) {
      const toKeep: PlacedCard[] = [];
      const broken: FolderId[] = [];
      for (let at = 0; at < cards.length; at += CHUNK) {
        const chunk = cards.slice(at, at + CHUNK);
        for (const placed of chunk) {
          const { folder, number } = placed.card;
          const known = numberOf(folder);
          const isSound = number <= known || open(placed);
          if (!isSound) broken.push(folder);
          if (number >= known && (isSound || known === 0)) toKeep.push(placed);
        }
        if (cards.length > CHUNK) await breathe(chunk.length, done + cards.length - at);
      }
      await keeping.keep(toKeep.map(cardChange));
      return broken;
    },
    mended({ folder, number, place, payload }) {
      if (!damaged.has(folder)) return;
      const text = JSON.stringify({ v: 1, ...payload });
      const card = closing.sealCard(folder, number, utf8(text));
      void keeping.keep([cardChange({ place: place as Place, card })]); // a place that came from the server
      if (onDisk.delete(folder)) damaged.delete(folder);
    },
    async replaceByBinder(binder, folders) {
      const singles: Change[] = folders.map((folder) => ({
        drawer: "cards",
        key: `${closing.desk}/${folder}`,
      }));
      await keeping.keep([binderChange(binder), ...singles]);
    },
    async shred(folder) {
      damaged.delete(folder);
      const key = `${closing.desk}/${folder}`;
      const single = await store.get("cards", key);
      const changes: Change[] =
        single !== undefined && !isTombstoneOn(single) ? [{ drawer: "cards", key }] : [];
      for await (const page of store.list("binders", `${closing.desk}/`)) {
        for (const { text } of page) {
          const binder = JSON.parse(text) as Binder; // checked when it came, and again by its seal
          const bound = closing.openBinder(binder);
          const left = bound.filter((card) => card.folder !== folder);
          if (left.length < bound.length) changes.push(binderChange(boundAgain(binder, left)));
        }
      }
      await keeping.keep(changes);
    },
    quarantined: () => [...damaged.values()],
  };
}

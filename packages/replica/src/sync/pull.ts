/**
 * Stations 7 and 8: takes in what other devices have put into the desk. One pull at a time; a pull asked for while one
 * runs is one more pull after it.
 *
 * The first day: the binders, then the cards newer than they cover, newest first. Later: cards after the cursor. The
 * cursor is the head that the server named before its stream began, and is kept only after all that it covers.
 */
import {
  Unreachable,
  WireRefusal,
  type Binder,
  type FolderAnswer,
  type FolderId,
  type PlacedCard,
  type Wire,
} from "@answerable/wire";

import type { Quarantined } from "../office.ts";
import type { Keeping } from "../store/keeping.ts";
import type { Store } from "../store/store.ts";
import type { Cards } from "./cards.ts";
import type { Closing } from "./closing.ts";
import type { FolderCopy, Folders } from "./folders.ts";
import { onceAtATime, type Turns } from "./turns.ts";

export interface PullerDeps {
  readonly wire: Pick<Wire, "cardsAfter" | "cardsBefore" | "folder" | "binders">;
  readonly places: Places;
  readonly keeping: Keeping;
  readonly closing: Closing;
  readonly folders: Folders;
  readonly cards: Cards;
  readonly turns: Turns;
  /** How far this device knows a folder: by its card, or by the folder itself. */
  readonly knows: (folder: FolderId) => { readonly number: number; readonly place: number } | undefined;
}

/** What is kept beside the log of the places in it. */
export interface Places {
  readonly cursor?: number | undefined;
  readonly covered?: number;
  /** The server once had more than it had later. Said for good: what it lost may be lost to others. */
  readonly rolledBack?: boolean;
  /**
   * By epoch: the head that the server named when this device first pulled with that key in hand. An honest server had the rotation
   * by then, and takes nothing under the keys before it. See note: A late sheet (folders.ts).
   */
  readonly closed?: Readonly<Record<string, number>>;
}

export async function readPlaces(store: Store, desk: string): Promise<Places> {
  const kept = await store.get("places", desk);
  return kept === undefined ? {} : (JSON.parse(kept) as Places); // written below
}

export interface Puller {
  readonly pull: () => Promise<void>;
  /** What the server has of a folder beyond what is here. */
  readonly pullFolder: (folder: FolderId) => Promise<FolderCopy>;
  /** Takes a damaged folder whole from the server. */
  readonly mendFolder: (folder: FolderId) => Promise<FolderCopy>;
  readonly cursor: () => number;
  readonly closedAt: (epoch: number) => number | undefined;
  /** Cards that have come since the binders that are known. */
  readonly covered: () => number;
  readonly coveredTo: (place: number) => void;
  /** The server has let go of its binders; what it holds back of this folder is none of ours any more. */
  readonly shredded: (folder: FolderId) => void;
  readonly quarantined: () => readonly Quarantined[];
}

const BATCH = 400;

export async function openPuller(deps: PullerDeps): Promise<Puller> {
  const { wire, closing, folders, cards, turns } = deps;
  const { desk } = closing;
  const { places } = deps;
  let { cursor } = places;
  let covered = places.covered ?? 0;
  let rolledBack = places.rolledBack ?? false;
  const closed = new Map(Object.entries(places.closed ?? {}));
  const withheld = new Map<FolderId, Quarantined>();
  const numberOf = (folder: FolderId) => deps.knows(folder)?.number ?? 0;

  async function pullFolder(folder: FolderId): Promise<FolderCopy> {
    const before = await turns(folder, () => folders.get(folder));
    const answer = await folderAfter(folder, before.number);
    const after = await (answer ? turns(folder, () => folders.take(folder, answer)) : before);
    // A card goes in with its sheet: a server that has the one and not the other holds something back.
    if (after.number < numberOf(folder))
      withheld.set(folder, { folder, what: "gap", number: after.number + 1 });
    else withheld.delete(folder);
    return after;
  }

  async function mendFolder(folder: FolderId): Promise<FolderCopy> {
    const answer = await folderAfter(folder, 0);
    return turns(folder, () => (answer ? folders.retake(folder, answer) : folders.get(folder)));
  }

  /** All that it has of it, answer by answer. undefined: the server has nothing of it. */
  async function folderAfter(folder: FolderId, number: number): Promise<FolderAnswer | undefined> {
    try {
      let answer = await wire.folder(desk, folder, number);
      let reached = answer.sheets.at(-1)?.sheet.number ?? number;
      while (reached > number && reached < numberOf(folder)) {
        const more = await wire.folder(desk, folder, reached);
        const next = more.sheets.at(-1)?.sheet.number ?? reached;
        if (next <= reached) break;
        answer = { ...answer, sheets: [...answer.sheets, ...more.sheets] };
        reached = next;
      }
      return answer;
    } catch (problem) {
      if (problem instanceof WireRefusal && problem.status === 404) return undefined;
      throw problem;
    }
  }

  /** Within a folder the later sheet has the later place; a server that began again gives that away. */
  function isPlayedAgain({ place, card }: PlacedCard): boolean {
    const known = deps.knows(card.folder);
    return known !== undefined && known.place > 0 && place > known.place && card.number < known.number;
  }

  async function take(batch: readonly PlacedCard[], grown: Set<FolderId>): Promise<boolean> {
    const ours = batch.filter(({ card }) => card.desk === desk);
    const isAgain = ours.some(isPlayedAgain);
    for (const { card } of ours)
      if (card.number > numberOf(card.folder) && folders.isHere(card.folder)) grown.add(card.folder);
    for (const folder of await cards.take(ours, numberOf)) grown.add(folder);
    return isAgain;
  }

  async function follow(after: number): Promise<void> {
    const epoch = closing.epoch();
    const grown = new Set<FolderId>();
    let head: number | undefined;
    let isAgain = false;
    let batch: PlacedCard[] = [];
    let ended = false;
    for await (const line of wire.cardsAfter(desk, after)) {
      if ("head" in line) head = line.head;
      else if ("end" in line) ended = true;
      else batch.push(line);
      if (batch.length < BATCH) continue;
      isAgain = (await take(batch, grown)) || isAgain;
      batch = [];
    }
    isAgain = (await take(batch, grown)) || isAgain;
    if (head === undefined || !ended) throw new Unreachable("the stream of cards was cut");
    // The server has lost or hidden something. Its places from there on stand for other sheets than before: all are read again.
    if (head < after || (isAgain && !rolledBack)) {
      rolledBack = true;
      cursor = 0;
      await keepPlaces();
      return follow(0);
    }
    await arrivedAt(head, epoch);
    // The card says that a folder has grown; those that lie here whole are brought up to it.
    for (const folder of grown) await pullFolder(folder);
  }

  async function firstDay(): Promise<void> {
    const epoch = closing.epoch();
    const floor = await takeBinders();
    let head: number | undefined;
    let batch: PlacedCard[] = [];
    let ended = false;
    const grown = new Set<FolderId>();
    for await (const line of wire.cardsBefore(desk, Number.MAX_SAFE_INTEGER)) {
      if ("head" in line) head = line.head;
      else if ("end" in line || line.place <= floor) ended = true;
      else batch.push(line);
      if (ended) break;
      if (batch.length < BATCH) continue;
      await take(batch, grown);
      batch = [];
    }
    await take(batch, grown);
    if (head === undefined || !ended) throw new Unreachable("the stream of cards was cut");
    covered = floor;
    await arrivedAt(head, epoch);
    for (const folder of grown) await pullFolder(folder);
  }

  /** The place up to which every card is in the binders: only a whole set of slots covers anything. */
  async function takeBinders(): Promise<number> {
    const sets = new Map<Binder["of"], Map<number, number>>();
    for await (const binder of wire.binders(desk)) {
      if (binder.desk !== desk || (await cards.takeBinder(binder)) === undefined) continue;
      const slots = sets.get(binder.of) ?? new Map<number, number>();
      sets.set(binder.of, slots.set(binder.n, binder.covers));
    }
    const floors = [...sets]
      .filter(([of, slots]) => slots.size === of)
      .map(([, slots]) => Math.min(...slots.values()));
    return Math.max(0, ...floors);
  }

  async function arrivedAt(head: number, epoch: number): Promise<void> {
    const isNews = !closed.has(String(epoch));
    if (head === cursor && !isNews) return;
    for (let one = 1; one <= epoch; one += 1) if (!closed.has(String(one))) closed.set(String(one), head);
    cursor = head;
    await keepPlaces();
  }

  async function keepPlaces(): Promise<void> {
    await deps.keeping.keep([
      {
        drawer: "places",
        key: desk,
        text: JSON.stringify({
          cursor,
          covered,
          closed: Object.fromEntries(closed),
          ...(rolledBack ? { rolledBack } : {}),
        } satisfies Places),
      },
    ]);
  }

  return {
    pull: onceAtATime(() => (cursor === undefined ? firstDay() : follow(cursor))),
    pullFolder,
    mendFolder,
    cursor: () => cursor ?? 0,
    closedAt: (epoch) => closed.get(String(epoch)),
    covered: () => covered,
    coveredTo(place) {
      covered = Math.max(covered, place);
      void keepPlaces();
    },
    shredded(folder) {
      withheld.delete(folder);
      covered = 0;
      void keepPlaces();
    },
    quarantined: () => [
      ...(rolledBack ? [{ what: "rollback" } satisfies Quarantined] : []),
      ...withheld.values(),
    ],
  };
}

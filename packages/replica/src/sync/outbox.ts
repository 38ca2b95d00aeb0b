/**
 * Sheets recorded here and not yet acknowledged by the server, in the order they were written. Each keeps its id for
 * good, so that a sheet sent twice is there once; its number, its seal and its card are made anew at each attempt that
 * finds the folder grown. At rest they lie under the device's own key.
 *
 * Must stay true: of what waits memory has whose it is; what it says is read from the disk when it is folded or goes out. Open beside
 * that lie some hundreds, and what the disk has not taken yet: a list of a hundred thousand lines takes no laptop by waiting.
 */
import type { Event, Moment } from "@answerable/casework";
import type { FolderId, SheetId } from "@answerable/wire";

import type { Keeping } from "../store/keeping.ts";
import type { Change, Store } from "../store/store.ts";
import type { Closing } from "./closing.ts";

export interface Unsent {
  readonly id: SheetId;
  readonly folder: FolderId;
  readonly at: Moment;
  /** The newest sheet of the folder that was here; one that was laid down by a release before says nothing of it. */
  readonly upon?: number;
  readonly events: readonly Event[];
}

export interface Waiting extends Pick<Unsent, "id" | "folder"> {
  /** Lines of a list go after what people wrote. */
  readonly isOfList: boolean;
}

export interface Outbox {
  /** Resolves when all of them are kept, in one write, with what must stand in the same. */
  readonly add: (unsent: readonly Unsent[], along?: readonly Change[]) => Promise<void>;
  /** The change that takes it away, to stand in one write with what replaces it. */
  readonly remove: (id: SheetId) => Change | undefined;
  readonly all: () => Iterable<Waiting>;
  readonly count: () => number;
  readonly of: (folder: FolderId) => readonly Waiting[];
  /** What they say, in order. Throws where one does not open. */
  readonly read: (folder: FolderId) => Promise<readonly Unsent[]>;
  /** Every folder in which something waits, in portions: what a portion says is at hand until the next is asked for. */
  readonly folders: () => AsyncGenerator<readonly FolderId[]>;
  /** How many lie open in memory. */
  readonly open: () => number;
}

interface Entry extends Waiting {
  readonly key: string;
}

const WIDTH = 12;
/** Sheets that lie open though the disk has them: more than a person writes in a day. Lines of lists never do. */
export const MOST_AT_HAND = 400;
const nothing: readonly Entry[] = [];

/** Reads what is there. Throws where it does not open: that is words lost, and must be seen. */
export async function openOutbox(deps: {
  readonly store: Store;
  readonly keeping: Keeping;
  readonly closing: Pick<Closing, "toStore" | "fromStore">;
}): Promise<Outbox> {
  const { store, keeping, closing } = deps;
  const entries = new Map<SheetId, Entry>();
  const byFolder = new Map<FolderId, readonly Entry[]>();
  /** Nowhere else as far as is known. */
  const unkept = new Map<SheetId, Unsent>();
  /** Written, as far as there is room on the disk. */
  const written = new Set<SheetId>();
  /** What people wrote, and on the disk too; the one that came first is let go first. */
  const atHand = new Map<SheetId, Unsent>();
  /** Of the portion that somebody goes through. */
  const portion = new Map<SheetId, Unsent>();
  let next = 1;

  /** Asked of every card that arrives, so it must not cost more where much waits. */
  const of = (folder: FolderId): readonly Entry[] => byFolder.get(folder) ?? nothing;

  function enter({ id, folder, events }: Unsent, key: string): void {
    const isOfList = events.some(({ type }) => type === "RowTaken" || type === "RowsTakenBack");
    const entry = { id, folder, key, isOfList };
    entries.set(id, entry);
    byFolder.set(folder, [...of(folder).filter((one) => one.id !== id), entry]);
  }

  function forget({ id, folder }: Entry): void {
    for (const shelf of [entries, unkept, written, atHand, portion]) shelf.delete(id);
    const left = of(folder).filter((one) => one.id !== id);
    if (left.length === 0) byFolder.delete(folder);
    else byFolder.set(folder, left);
  }

  function layAtHand(unsent: Unsent): void {
    if (entries.get(unsent.id)?.isOfList !== false) return;
    atHand.set(unsent.id, unsent);
    const [first] = atHand.keys();
    if (first !== undefined && atHand.size > MOST_AT_HAND) atHand.delete(first);
  }

  /** While the disk has no room, what it should have stays here. */
  function letGo(): void {
    if (keeping.unkept() > 0) return;
    for (const id of written) {
      const unsent = unkept.get(id);
      unkept.delete(id);
      if (unsent) layAtHand(unsent);
    }
    written.clear();
  }

  const opened = (key: string, text: string) => JSON.parse(closing.fromStore("outbox", key, text)) as Unsent; // sealed by this very device

  async function readOne(entry: Entry): Promise<readonly Unsent[]> {
    const { id, key } = entry;
    const inMemory = unkept.get(id) ?? atHand.get(id) ?? portion.get(id);
    if (inMemory) return [inMemory];
    const text = await store.get("outbox", key);
    if (text !== undefined) return [opened(key, text)];
    // A tab that took this one's place has sent it.
    forget(entry);
    return [];
  }

  for await (const page of store.list("outbox")) {
    for (const { key, text } of page) {
      const unsent = opened(key, text);
      enter(unsent, key);
      layAtHand(unsent);
      next = Math.max(next, Number(key.slice(0, WIDTH)) + 1);
    }
  }

  return {
    async add(sheets, along = []) {
      const changes = sheets.map((unsent): Change => {
        // The id too: a tab that is just being replaced may still count on.
        const key = `${String(next).padStart(WIDTH, "0")}/${unsent.id}`;
        next += 1;
        enter(unsent, key);
        unkept.set(unsent.id, unsent);
        return { drawer: "outbox", key, text: closing.toStore("outbox", key, JSON.stringify(unsent)) };
      });
      await keeping.keep([...changes, ...along]);
      for (const { id } of sheets) if (unkept.has(id)) written.add(id);
      letGo();
    },
    remove(id) {
      const entry = entries.get(id);
      if (!entry) return undefined;
      forget(entry);
      return { drawer: "outbox", key: entry.key };
    },
    all: () => entries.values(),
    count: () => entries.size,
    of,
    read: async (folder) => (await Promise.all(of(folder).map(readOne))).flat(),
    async *folders() {
      if (unkept.size + atHand.size === entries.size) return yield [...byFolder.keys()];
      for await (const page of store.list("outbox")) {
        const begun: FolderId[] = [];
        for (const { key, text } of page) {
          const unsent = opened(key, text);
          if (!entries.has(unsent.id)) continue;
          portion.set(unsent.id, unsent);
          if (of(unsent.folder)[0]?.id === unsent.id) begun.push(unsent.folder);
        }
        yield begun;
        portion.clear();
      }
    },
    open: () => unkept.size + atHand.size + portion.size,
  };
}

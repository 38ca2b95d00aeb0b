/**
 * Sheets recorded here and not yet acknowledged by the server, in the order they were written. Each keeps its id for
 * good, so that a sheet sent twice is there once; its number, its seal and its card are made anew at each attempt that
 * finds the folder grown. At rest they lie under the device's own key.
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
  readonly events: readonly Event[];
}

export interface Outbox {
  /** Resolves when all of them are kept, in one write, with what must stand in the same. */
  readonly add: (unsent: readonly Unsent[], along?: readonly Change[]) => Promise<void>;
  /** The change that takes it away, to stand in one write with what replaces it. */
  readonly remove: (id: SheetId) => Change | undefined;
  readonly all: () => readonly Unsent[];
  readonly count: () => number;
  readonly of: (folder: FolderId) => readonly Unsent[];
}

interface Entry {
  readonly key: string;
  readonly unsent: Unsent;
}

const WIDTH = 12;
const nothing: readonly Unsent[] = [];

/** Reads what is there. Throws where it does not open: that is words lost, and must be seen. */
export async function openOutbox(deps: {
  readonly store: Store;
  readonly keeping: Keeping;
  readonly closing: Closing;
}): Promise<Outbox> {
  const { store, keeping, closing } = deps;
  const entries = new Map<SheetId, Entry>();
  const byFolder = new Map<FolderId, readonly Unsent[]>();
  let next = 1;

  /** Asked of every card that arrives, so it must not cost more where much waits. */
  const of = (folder: FolderId): readonly Unsent[] => byFolder.get(folder) ?? nothing;
  function put(entry: Entry): void {
    const { folder, id } = entry.unsent;
    entries.set(id, entry);
    byFolder.set(folder, [...of(folder).filter((unsent) => unsent.id !== id), entry.unsent]);
  }

  for await (const page of store.list("outbox")) {
    for (const { key, text } of page) {
      const unsent = JSON.parse(closing.fromStore("outbox", key, text)) as Unsent; // sealed by this very device
      put({ key, unsent });
      next = Math.max(next, Number(key.slice(0, WIDTH)) + 1);
    }
  }

  const all = () => [...entries.values()].map((entry) => entry.unsent);
  return {
    add(sheets, along = []) {
      const changes = sheets.map((unsent): Change => {
        // The id too: a tab that is just being replaced may still count on.
        const key = `${String(next).padStart(WIDTH, "0")}/${unsent.id}`;
        next += 1;
        put({ key, unsent });
        return { drawer: "outbox", key, text: closing.toStore("outbox", key, JSON.stringify(unsent)) };
      });
      return keeping.keep([...changes, ...along]);
    },
    remove(id) {
      const entry = entries.get(id);
      if (!entry) return undefined;
      entries.delete(id);
      const { folder } = entry.unsent;
      const left = of(folder).filter((unsent) => unsent !== entry.unsent);
      if (left.length === 0) byFolder.delete(folder);
      else byFolder.set(folder, left);
      return { drawer: "outbox", key: entry.key };
    },
    all,
    count: () => entries.size,
    of,
  };
}

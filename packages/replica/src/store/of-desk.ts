/**
 * The part of this device's disk that is one desk's: what waits to be sent, what is half-written, whose shift it is. (What the server
 * has too lies under the desk's id anyhow.) The desk that this device began with has the bare keys, as they were when a device knew
 * one desk; every other has its id before each key, and in what the seal is bound to: moved to another desk's keys, nothing opens.
 *
 * Must stay true: whoever works at one desk reads and writes nothing of another's.
 */
import type { DeskId } from "@answerable/wire";

import type { StoreSeal } from "../at-rest.ts";
import type { Keeping } from "./keeping.ts";
import type { Change, Drawer, Store } from "./store.ts";

export interface Shelf {
  readonly store: Store;
  readonly keeping: Keeping;
  readonly seal: StoreSeal;
}

/** No bare key begins so. */
const MARK = "~";
const byDesk: ReadonlySet<Drawer> = new Set<Drawer>(["outbox", "drafts", "files", "own"]);

/** `desk`: undefined for the one that this device began with. */
export function shelfOf({ store, keeping, seal }: Shelf, desk: DeskId | undefined): Shelf {
  const before = desk === undefined ? "" : `${MARK}${desk}/`;
  const keyIn = (drawer: Drawer, key: string) => (byDesk.has(drawer) ? before + key : key);
  const moved = (changes: readonly Change[]) =>
    changes.map((change): Change => ({ ...change, key: keyIn(change.drawer, change.key) }));
  return {
    store: {
      get: (drawer, key) => store.get(drawer, keyIn(drawer, key)),
      async *list(drawer, prefix = "") {
        for await (const page of store.list(drawer, keyIn(drawer, prefix))) {
          if (!byDesk.has(drawer)) yield page;
          else {
            const ours = page.filter(({ key }) => before !== "" || !key.startsWith(MARK));
            yield ours.map(({ key, text }) => ({ key: key.slice(before.length), text }));
          }
        }
      },
      write: (changes) => store.write(moved(changes)),
      wipe: () => store.wipe(),
      close: () => store.close(),
    },
    keeping: { ...keeping, keep: (changes) => keeping.keep(moved(changes)) },
    seal: {
      to: (kind, id, text) => seal.to(kind, before + id, text),
      from: (kind, id, sealed) => seal.from(kind, before + id, sealed),
    },
  };
}

/**
 * What is being typed, sealed on the device at least every second: one put, no reading first. Opened drafts stay in
 * memory, so that a full disk loses none of them while the program lives.
 */
import { readDraft, type Draft, type DraftId } from "@answerable/casework";

import type { StoreSeal } from "./at-rest.ts";
import { SLIP } from "./slips.ts";
import type { Keeping } from "./store/keeping.ts";
import type { Change, Store } from "./store/store.ts";

export interface Drafts {
  readonly keep: (draft: Draft) => Promise<void>;
  readonly drop: (id: DraftId) => Promise<void>;
  /** The change that drops it, to stand in one write with the sheet it became. */
  readonly dropping: (id: DraftId) => Change;
  readonly all: () => readonly Draft[];
}

export async function openDrafts(deps: {
  readonly store: Store;
  readonly keeping: Keeping;
  readonly seal: StoreSeal;
}): Promise<Drafts> {
  const { store, keeping, seal } = deps;
  const drafts = new Map<DraftId, Draft>();
  /** A keep that was on its way when its call was recorded must not bring the draft back: it would be recorded again. */
  const gone = new Set<DraftId>();
  for await (const page of store.list("drafts")) {
    for (const { key, text } of page) {
      if (key.startsWith(SLIP)) continue;
      const draft = opened(seal, key, text);
      if (draft) drafts.set(draft.id, draft);
    }
  }

  function dropping(id: DraftId): Change {
    drafts.delete(id);
    gone.add(id);
    return { drawer: "drafts", key: id };
  }

  return {
    async keep(draft) {
      if (gone.has(draft.id)) return;
      drafts.set(draft.id, draft);
      await keeping.keep([
        { drawer: "drafts", key: draft.id, text: seal.to("draft", draft.id, JSON.stringify(draft)) },
      ]);
    },
    drop: (id) => keeping.keep([dropping(id)]),
    dropping,
    all: () => [...drafts.values()].toSorted((a, b) => (a.began < b.began ? -1 : 1)),
  };
}

/** undefined: a disk that bent a draft does not keep the desk from opening; the sealed bytes stay where they are. */
function opened(seal: StoreSeal, key: string, text: string): Draft | undefined {
  try {
    return readDraft(JSON.parse(seal.from("draft", key, text)));
  } catch {
    return undefined;
  }
}

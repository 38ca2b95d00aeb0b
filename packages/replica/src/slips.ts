/**
 * Half-written words of a form elsewhere than at the phone desk, each under the name of its place: kept sealed like the
 * draft of a call, so that neither a lock nor a crash loses them. A place is made of ids: it stands open on the disk.
 */
import * as v from "valibot";

import type { StoreSeal } from "./at-rest.ts";
import type { Slip } from "./office.ts";
import type { Keeping } from "./store/keeping.ts";
import type { Store } from "./store/store.ts";

export interface Slips {
  readonly keep: (slip: Slip) => Promise<void>;
  readonly drop: (place: string) => Promise<void>;
  /** All forms of a case. */
  readonly dropOf: (folder: string) => Promise<void>;
  readonly all: () => readonly Slip[];
}

/** They lie in the drawer of the drafts, under names that no draft has. */
export const SLIP = "slip/";
const KIND = "slip";
const Words = v.record(v.string(), v.string());

export async function openSlips(deps: {
  readonly store: Store;
  readonly keeping: Keeping;
  readonly seal: StoreSeal;
}): Promise<Slips> {
  const { store, keeping, seal } = deps;
  const slips = new Map<string, Slip>();
  for await (const page of store.list("drafts", SLIP)) {
    for (const { key, text } of page) {
      const place = key.slice(SLIP.length);
      const words = opened(seal, place, text);
      if (words) slips.set(place, { place, words });
    }
  }
  return {
    async keep(slip) {
      slips.set(slip.place, slip);
      const text = seal.to(KIND, slip.place, JSON.stringify(slip.words));
      await keeping.keep([{ drawer: "drafts", key: `${SLIP}${slip.place}`, text }]);
    },
    async drop(place) {
      if (!slips.delete(place)) return;
      await keeping.keep([{ drawer: "drafts", key: `${SLIP}${place}` }]);
    },
    async dropOf(folder) {
      const gone = [...slips.keys()].filter((place) => place.startsWith(`${folder}/`));
      for (const place of gone) slips.delete(place);
      await keeping.keep(gone.map((place) => ({ drawer: "drafts", key: `${SLIP}${place}` })));
    },
    all: () => [...slips.values()],
  };
}

/** undefined: a disk that bent one does not keep the desk from opening; the sealed bytes stay where they are. */
function opened(seal: StoreSeal, place: string, text: string): Slip["words"] | undefined {
  try {
    return v.parse(Words, JSON.parse(seal.from(KIND, place, text)));
  } catch {
    return undefined;
  }
}

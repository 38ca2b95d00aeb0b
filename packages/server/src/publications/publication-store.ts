/** The newest release as a store keeps it. Part of its contract (store.ts): of two who publish the same number, one does. */
export interface KeptPublication {
  readonly release: number;
  readonly archive: Uint8Array;
}
export type PublicationPut = "Published" | { readonly behind: number };

export interface PublicationStore {
  /** The newest, where it is newer than `after`. Older ones are not kept: what was taken out is gone. */
  readonly publication: (after: number) => Promise<KeptPublication | undefined>;
  /** Takes the next number only; the same bytes again are published already. */
  readonly publish: (publication: KeptPublication) => Promise<PublicationPut>;
}

/** In memory. Nothing here yields in the middle, so each is its own transaction. */
export function memoryPublications(): PublicationStore {
  let newest: KeptPublication | undefined;
  return {
    publication: async (after) => (newest && newest.release > after ? newest : undefined),
    async publish(wish) {
      const number = newest?.release ?? 0;
      if (newest && wish.release === number && Buffer.compare(newest.archive, wish.archive) === 0)
        return "Published";
      if (wish.release !== number + 1) return { behind: number };
      newest = wish;
      return "Published";
    },
  };
}

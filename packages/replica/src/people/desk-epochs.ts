/** The keys of one desk, epoch by epoch. A rotation adds one; what lies under those before it goes on being opened. */
import { cardOpener, deskKeys, type CardOpener, type DeskKeys, type DeskSecrets } from "@answerable/seal";

export interface DeskEpoch {
  readonly keys: DeskKeys;
  readonly opener: CardOpener;
}

export function openDeskEpochs() {
  let epochs: readonly DeskEpoch[] = [];
  return {
    /** The newest last. */
    all: () => epochs,
    newest(): DeskKeys {
      const found = epochs.at(-1);
      if (!found) throw new Error("a desk without an epoch");
      return found.keys;
    },
    async change({ desk, secrets }: DeskSecrets): Promise<void> {
      epochs = await Promise.all(
        [...secrets]
          .toSorted(([a], [b]) => a - b)
          .map(async ([epoch, secret]) => {
            const keys = deskKeys(secret, desk, epoch);
            const before = epochs.find((one) => one.keys.epoch === epoch);
            return before ?? { keys, opener: await cardOpener(keys) };
          }),
      );
    },
  };
}

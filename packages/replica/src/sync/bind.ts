/**
 * Binders: a device that has all cards of a desk binds them again, a thousand together, when much has changed since the
 * last binding, so that a new device takes a few large things instead of very many small ones. Compare-and-set, like a push.
 */
import { fromText, type Binder, type FolderId, type Place, type Wire } from "@answerable/wire";

import type { CardAtPlace, Cards } from "./cards.ts";
import type { Closing } from "./closing.ts";
import type { Puller } from "./pull.ts";

export interface BindDeps {
  readonly wire: Pick<Wire, "putBinder">;
  readonly closing: Closing;
  readonly roster: {
    all(): Iterable<CardAtPlace>;
    knows(folder: FolderId): { readonly place: number } | undefined;
  };
  readonly cards: Cards;
  readonly puller: Pick<Puller, "cursor" | "covered" | "coveredTo">;
  readonly isUnsent: (folder: FolderId) => boolean;
}

/** Fewer cards are as quick to take one by one. */
const LEAST_CARDS = 200;
/** Bound again when this share of all cards is newer than the binders. */
const SHARE = 0.1;
const CARDS_A_BINDER = 1_000;
const sizes: readonly Binder["of"][] = [1, 2, 4, 8, 16, 32, 64, 128, 256];

export async function bindAgain(deps: BindDeps): Promise<void> {
  const { puller, closing } = deps;
  const covers = puller.cursor();
  if (covers - puller.covered() < LEAST_CARDS) return;
  const all = [...deps.roster.all()];
  const newer = all.filter((card) => card.place > puller.covered()).length;
  if (newer < LEAST_CARDS || newer < all.length * SHARE) return;
  // A card with something unsent on top is not what the server has.
  if (
    all.some(
      (card) => card.number === 0 || card.place === 0 || card.place > covers || deps.isUnsent(card.folder),
    )
  )
    return;

  const of = sizes.find((size) => size * CARDS_A_BINDER >= all.length) ?? 256;
  const slots = Array.from({ length: of }, (): CardAtPlace[] => []);
  for (const card of all) slots[slotOf(card.folder, of)]?.push(card);
  for (const [n, cards] of slots.entries()) {
    const bound = cards.map(({ folder, number, place, payload }) => ({
      folder,
      number,
      place: place as Place,
      card: { v: 1, ...payload },
    })); // a place that came from the server
    const binder = closing.sealBinder({ n, of, covers, cards: bound });
    const answer = await deps.wire.putBinder(binder);
    if (answer.type === "Older") return; // another device is at it
    // What has grown meanwhile lies on the disk as a newer card, and stays.
    const unchanged = cards.filter((card) => deps.roster.knows(card.folder)?.place === card.place);
    await deps.cards.replaceByBinder(
      binder,
      unchanged.map((card) => card.folder),
    );
  }
  puller.coveredTo(covers);
}

/**
 * Ids are random, so their first byte spreads the folders evenly. Only the first symbols are read: one id with stray bits at its
 * end, which some device wrote, must not keep all others from binding.
 */
export function slotOf(folder: FolderId, of: number): number {
  return (fromText(folder.slice(0, 4))[0] ?? 0) % of;
}

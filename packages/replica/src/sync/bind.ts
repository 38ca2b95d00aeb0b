/**
 * Binders: a device that has all cards of a desk binds them again, a thousand together, when much has changed since the
 * last binding, so that a new device takes a few large things instead of very many small ones. Compare-and-set, like a push.
 */
import type { BoundCard } from "@answerable/seal";
import { fromText, type Binder, type FolderId, type Place, type Wire } from "@answerable/wire";

import type { Roster } from "../roster/roster.ts";
import type { Cards } from "./cards.ts";
import type { Closing } from "./closing.ts";
import type { Puller } from "./pull.ts";

export interface BindDeps {
  readonly wire: Pick<Wire, "putBinder">;
  readonly closing: Closing;
  readonly roster: Pick<Roster, "size" | "newerThan" | "folder" | "row" | "card" | "knows">;
  readonly cards: Pick<Cards, "replaceByBinder">;
  readonly puller: Pick<Puller, "cursor" | "covered" | "coveredTo">;
  readonly isUnsent: (folder: FolderId) => boolean;
  readonly pause: () => Promise<void>;
}

/** Fewer cards are as quick to take one by one. */
const LEAST_CARDS = 200;
/** Bound again when this share of all cards is newer than the binders. */
const SHARE = 0.1;
const CARDS_A_BINDER = 1_000;
const sizes: readonly Binder["of"][] = [1, 2, 4, 8, 16, 32, 64, 128, 256];

/** Rows between two breaths: whoever records a call meanwhile must not wait. */
const BREATH = 4_096;

/** Asked after every sync: where little has changed it reads no card. */
export async function bindAgain(deps: BindDeps): Promise<void> {
  const { puller, closing, roster } = deps;
  const covers = puller.cursor();
  if (covers - puller.covered() < LEAST_CARDS) return;
  const newer = roster.newerThan(puller.covered());
  if (newer < LEAST_CARDS || newer < roster.size() * SHARE) return;

  const of = sizes.find((size) => size * CARDS_A_BINDER >= roster.size()) ?? 256;
  for (const [n, folders] of (await slotsOf(deps, of)).entries()) {
    await deps.pause();
    const bound = boundCards(deps, folders, covers);
    if (!bound) return;
    const binder = closing.sealBinder({ n, of, covers, cards: bound });
    const answer = await deps.wire.putBinder(binder);
    if (answer.type === "Older") return; // another device is at it
    // What has grown meanwhile lies on the disk as a newer card, and stays.
    const unchanged = bound.filter((card) => roster.knows(card.folder)?.place === card.place);
    await deps.cards.replaceByBinder(
      binder,
      unchanged.map((card) => card.folder),
    );
  }
  puller.coveredTo(covers);
}

async function slotsOf({ roster, pause }: BindDeps, of: number): Promise<readonly (readonly FolderId[])[]> {
  const slots = Array.from({ length: of }, (): FolderId[] => []);
  for (let row = 0; row < roster.size(); row += 1) {
    const folder = roster.folder(row);
    if (folder !== undefined) slots[slotOf(folder, of)]?.push(folder);
    if (row % BREATH === BREATH - 1) await pause();
  }
  return slots;
}

/** undefined: one of them is not what the server has, because something unsent lies on top of it or it has just grown. */
function boundCards(
  { roster, isUnsent }: BindDeps,
  folders: readonly FolderId[],
  covers: number,
): readonly BoundCard[] | undefined {
  const bound: BoundCard[] = [];
  for (const folder of folders) {
    const known = roster.knows(folder);
    const card = roster.card(roster.row(folder) ?? -1);
    if (!known || !card) continue;
    const { number, place } = known;
    if (number === 0 || place === 0 || place > covers || isUnsent(folder)) return undefined;
    bound.push({ folder, number, place: place as Place, card: { v: 1, ...card.payload } }); // a place that came from the server
  }
  return bound;
}

/**
 * Ids are random, so their first byte spreads the folders evenly. Only the first symbols are read: one id with stray bits at its
 * end, which some device wrote, must not keep all others from binding.
 */
export function slotOf(folder: FolderId, of: number): number {
  return (fromText(folder.slice(0, 4))[0] ?? 0) % of;
}

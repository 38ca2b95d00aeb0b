/** What bench/first-sync.mjs runs: a desk's cards, all invented, bound into binders, taken by a new device. */
import { cardToPayload, readCard, type MemberId } from "@answerable/casework";
import { deskKeys, openBinder } from "@answerable/seal";
import { idFrom, type Binder, type Epoch } from "@answerable/wire";

import { openRoster, type Roster } from "../roster/roster.ts";
import { openKeeping } from "../store/keeping.ts";
import { memoryStore } from "../store/memory.ts";
import { openCards } from "../sync/cards.ts";
import { chanceOf, type Chance } from "./chance.ts";
import { closingOf, paperHelpline } from "./helpline.ts";
import { boundDesk, invented, minute, type Bound } from "./invented.ts";

export interface Spent {
  readonly wall: number;
  readonly processor: number;
}

export interface FirstSync {
  readonly megabytes: number;
  /** Held, so that its memory can be told. */
  readonly roster: Roster;
  /** Milliseconds, and milliseconds of the processor: on a machine that others use too, those are steadier. */
  readonly opening: Spent;
  readonly all: Spent;
  readonly firstRows: number;
  readonly recorded: readonly number[];
  readonly searches: Readonly<Record<string, readonly number[]>>;
}

const CHANGED_OF_EACH = 10;

/**
 * Opens all binders alone, then takes them as a new device does; then searches, and changes cards. `processor` tells the
 * milliseconds that this process has worked.
 */
export async function firstSync(size: number, processor: () => number): Promise<FirstSync> {
  const chance = chanceOf(5);
  const me = idFrom<MemberId>(chance.bytes(16));
  const { surnames, given, card } = invented(chance);
  const paper = await paperHelpline(1);
  const [keep] = paper.keeps;
  if (!keep) throw new Error("a helpline has a device");
  const closing = await closingOf({ paper, keep, random: chance.bytes });
  const cards: Bound[] = [];
  const binders: Binder[] = [];
  for (const bound of boundDesk(closing, chance, { size, covers: 1, card: () => card(me) })) {
    binders.push(bound.binder);
    // Some are changed afterwards; the others are let go, or the collector would walk through them in all that is measured.
    cards.push(...bound.cards.slice(0, CHANGED_OF_EACH));
  }

  const keys = deskKeys(paper.secret, paper.desk, 1 as Epoch); // makes the brand
  const clock = () => ({ wall: performance.now(), processor: processor() });
  const since = (then: Spent): Spent => ({
    wall: performance.now() - then.wall,
    processor: processor() - then.processor,
  });
  let began = clock();
  for (const binder of binders) openBinder(keys, binder);
  const opening = since(began);

  const roster = openRoster(me);
  const store = memoryStore();
  let firstRows = 0;
  began = clock();
  const taking = openCards({
    store,
    keeping: openKeeping(store, () => undefined),
    closing,
    closedAt: () => undefined,
    put: (one) => roster.put(one, false),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    progress: () => {
      firstRows ||= since(began).wall;
    },
  });
  for (const binder of binders) await taking.takeBinder(binder);
  const all = since(began);

  const find = (text: string) => roster.find({ text, list: "all", from: 0, count: 50, dueBy: 0 });
  find("а");
  const searches = {
    "the whole list": times(50, () => find("")),
    "the beginning of a surname": times(200, () => find(chance.pick(surnames).slice(0, 4))),
    "two words": times(200, () =>
      find(`${chance.pick(surnames).slice(0, 5)} ${chance.pick(given).slice(0, 3)}`),
    ),
    "the last digits of a telephone": times(50, () => find(String(10_000 + chance.below(90_000)))),
  };
  const megabytes = binders.reduce((sum, binder) => sum + binder.body.length, 0) / 1e6;
  return {
    roster,
    megabytes,
    opening,
    all,
    firstRows,
    searches,
    recorded: times(200, () => change(roster, chance, cards)),
  };
}

/** One more call about a soldier: his card again, with one contact more. */
function change(roster: Roster, chance: Chance, cards: readonly Bound[]): void {
  const { folder, card } = chance.pick(cards);
  const before = readCard(card.card);
  if (before?.type !== "Case") throw new Error("every card here is a case");
  const after = { ...before, contacts: [...before.contacts, [minute, 0, 0] as const] };
  const payload = { by: card.by, name: "Вера", card: cardToPayload(after) };
  roster.put({ folder, number: 2, place: 2, payload }, true);
  roster.find({ text: "", list: "all", from: 0, count: 50, dueBy: 0 });
  roster.totals();
}

function times(count: number, go: () => void): readonly number[] {
  return Array.from({ length: count }, () => {
    const began = performance.now();
    go();
    return performance.now() - began;
  }).toSorted((a, b) => a - b);
}

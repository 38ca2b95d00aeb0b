/** A roster of cards with its index built, for tests: no disk, no network, no waiting. */
import {
  cardToPayload,
  momentOf,
  type Card,
  type CaseCard,
  type CaseId,
  type Duty,
  type MemberId,
  type Verdict,
} from "@answerable/casework";
import { idFrom } from "@answerable/wire";

import { openLikeness, type Likeness } from "../likeness/likeness.ts";
import { openPass, type Pass, type PassDeps } from "../likeness/pass.ts";
import { openRoster } from "../roster/roster.ts";
import { openSight, type Sight } from "../sight.ts";

export const me = idFrom<MemberId>(new Uint8Array(16).fill(1));
export const colleague = idFrom<MemberId>(new Uint8Array(16).fill(2));

export const caseAt = (at: number): CaseId =>
  idFrom<CaseId>(Uint8Array.from({ length: 16 }, (_, byte) => (at >> (byte * 4)) & 15));

/** An operator's, at a time when nothing in these tests was long ago. */
const sightAt = (now: number, duties: readonly Duty[] = ["operator"]): Sight =>
  openSight({ member: me, duties: () => duties, now: () => momentOf(now), calls: () => undefined });
export const sight = sightAt(30_000_000 * 60_000);

export const linkedTo = (at: number, verdict: Verdict): CaseCard["links"][number] => ({
  link: idFrom(new Uint8Array(16).fill(at + 100)),
  other: caseAt(at),
  verdict,
});

export interface Desk {
  readonly likeness: Likeness;
  readonly put: (at: number, card: Card) => void;
}

export async function deskOf(cards: readonly Card[], isBuilt = true): Promise<Desk> {
  const likeness = openLikeness(openRoster(me), me);
  let place = 0;
  const put = (at: number, card: Card) => {
    place += 1;
    const payload = { by: me, name: "Вера", card: cardToPayload(card) };
    likeness.roster.put({ folder: caseAt(at), number: place, place, payload }, false);
  };
  for (const [at, card] of cards.entries()) put(at, card);
  if (isBuilt) await built(likeness);
  return { likeness, put };
}

export const built = (likeness: Likeness): Promise<void> =>
  likeness.build({
    pause: async () => undefined,
    progress: () => undefined,
    isStopped: () => false,
    now: () => 0,
  });

export const passOn = (likeness: Likeness, more: Partial<PassDeps> = {}): Pass =>
  openPass({
    likeness,
    pause: async () => undefined,
    now: () => 0,
    changed: () => undefined,
    keep: () => undefined,
    kept: undefined,
    ...more,
  });

/**
 * A helpline is founded: keys, charter, first statements, shown to the server together with the founding secret.
 *
 * Note: Founded once. The server takes one founding and no other, so the only keys to it must lie on the disk, sealed,
 * before it is shown. Whether the answer came, or the program died on the way, is then all the same: at the next start
 * the very same founding is shown again, and where the server has one already, signing in tells whether it is ours.
 */
import { foundHelpline, signIn, type Founding, type OpenKeep, type Random } from "@answerable/seal";
import { WireRefusal, type TeamPush, type Wire } from "@answerable/wire";

import { foundingChange, readFoundingSecret, storeSeal } from "./at-rest.ts";
import type { FoundHelpline } from "./office.ts";
import type { Keeping } from "./store/keeping.ts";
import type { Store } from "./store/store.ts";

export interface FounderDeps {
  readonly now: () => number;
  readonly random: Random;
}

/** Makes the founding that is wished for; wished again, it is the same one. */
export function openFounder({ now, random }: FounderDeps) {
  let made: { readonly wish: string; readonly founding: Founding } | undefined;

  return async ({ helplineName, practice }: FoundHelpline): Promise<Founding> => {
    const wish = JSON.stringify([helplineName, practice]);
    if (made?.wish === wish) return made.founding;
    const name = helplineName.trim();
    const founding = await foundHelpline({ name, practice, suite: "A1", now: now(), random });
    made = { wish, founding };
    return founding;
  };
}

export interface Shown {
  readonly keep: OpenKeep;
  readonly push: TeamPush;
  readonly foundingSecret: string;
}

type ShowingWire = Pick<Wire, "pushTeam" | "challenge" | "signIn">;

/** Founded: the server has this very founding. Refused: it has another one, or wants another secret. Throws Unreachable. */
export async function showFounding(wire: ShowingWire, shown: Shown): Promise<"Founded" | "Refused"> {
  try {
    const answer = await wire.pushTeam(shown.push, shown.foundingSecret);
    return answer.type === "Taken" ? "Founded" : "Refused";
  } catch (problem) {
    if (!(problem instanceof WireRefusal) || problem.status === 429 || problem.status >= 500) throw problem;
  }
  try {
    const { challenge } = await wire.challenge(shown.keep.device);
    await wire.signIn(await signIn(challenge, shown.keep));
    return "Founded";
  } catch (problem) {
    if (problem instanceof WireRefusal && problem.status === 401) return "Refused";
    throw problem;
  }
}

export interface UnshownDeps {
  readonly store: Store;
  readonly keeping: Pick<Keeping, "keep">;
  readonly wire: ShowingWire;
  readonly random: Random;
}

/** See note: Founded once. undefined: the server has taken it long ago. */
export async function unshownFounding(
  { store, keeping, wire, random }: UnshownDeps,
  keep: OpenKeep,
  push: TeamPush,
): Promise<{ readonly beforeSignIn: () => Promise<void> } | undefined> {
  const seal = storeSeal(keep, random);
  const foundingSecret = await readFoundingSecret(store, seal);
  if (foundingSecret === undefined) return undefined;
  let isLeft = true;
  return {
    async beforeSignIn() {
      if (!isLeft || (await showFounding(wire, { keep, push, foundingSecret })) === "Refused") return;
      isLeft = false;
      await keeping.keep([foundingChange(seal)]);
    },
  };
}

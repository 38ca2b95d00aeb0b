/** A helpline is founded: keys, charter, first statements, shown to the server together with the founding secret. */
import type { Result } from "@answerable/casework";
import { foundHelpline, type Founding, type Random } from "@answerable/seal";
import { Unreachable, WireRefusal, type Wire } from "@answerable/wire";

import type { FoundHelpline, FoundRefusal } from "./office.ts";

export interface FounderDeps {
  readonly wire: Pick<Wire, "pushTeam">;
  readonly now: () => number;
  readonly random: Random;
}

export function openFounder({ wire, now, random }: FounderDeps) {
  // The answer to a first try may be lost: then the very same helpline is shown again, and the server finds it taken.
  let shown: { readonly wish: string; readonly founding: Founding } | undefined;

  async function foundingFor({ helplineName, practice }: FoundHelpline): Promise<Founding> {
    const wish = JSON.stringify([helplineName, practice]);
    if (shown?.wish === wish) return shown.founding;
    const founding = await foundHelpline({
      name: helplineName.trim(),
      practice,
      suite: "A1",
      now: now(),
      random,
    });
    shown = { wish, founding };
    return founding;
  }

  return async (given: FoundHelpline): Promise<Result<Founding, FoundRefusal>> => {
    const founding = await foundingFor(given);
    try {
      const answer = await wire.pushTeam(founding.push, given.foundingSecret);
      return answer.type === "Taken"
        ? { ok: true, value: founding }
        : { ok: false, refusal: { type: "FoundingRefused" } };
    } catch (problem) {
      if (problem instanceof Unreachable) return { ok: false, refusal: { type: "Unreachable" } };
      if (problem instanceof WireRefusal) return { ok: false, refusal: { type: "FoundingRefused" } };
      throw problem;
    }
  };
}

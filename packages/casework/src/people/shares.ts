import { fine } from "./fold.ts";
/** The coarse shares that ship, for when no roster can tell better: by surname stem and by given-name class. */
import { surnameTiers } from "./frequency-table.ts";
import { givenNames } from "./given/classes.ts";
import type { Shares } from "./likeness.ts";
import { surnameStems } from "./surname.ts";

const rareSurname = 0.00006;
let byStem: ReadonlyMap<string, number> | undefined;

function surnameShares(): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const [perHundredThousand, surnames] of surnameTiers)
    for (const surname of surnames.split(" ")) {
      const stem = surnameStems(fine(surname.toLowerCase()))[0]?.stem;
      if (stem !== undefined && !shares.has(stem)) shares.set(stem, perHundredThousand / 100_000);
    }
  return shares;
}

export const coarseShares: Shares = {
  surname: (stem) => (byStem ??= surnameShares()).get(stem) ?? rareSurname,
  given: (cls) => givenNames().classes[cls]?.share ?? 0.0002,
};

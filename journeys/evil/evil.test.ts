/** Every attack by a few seeds; `npm run evil` runs more and prints the table. */
import { expect, test } from "vitest";

import { attacks, tallied } from "./attacks.ts";
import { leavings } from "./leaving.ts";
import { paperAttacks, talliedPapers } from "./papers.ts";

test.each([...attacks, ...leavings])(
  "$name: nothing false is believed, nothing is hidden unseen, nothing is lost",
  async (attack) => {
    const tally = await tallied(attack, [1, 2, 3, 4, 5, 6]);
    expect(tally.tries).toBeGreaterThan(0);
    expect(tally).toMatchObject({ invented: 0, unhealed: [] });
    if (attack.isDelay !== true) expect(tally.unseen).toEqual([]);
  },
);

test.each(paperAttacks)("$name: it is refused, or it says what was said", async (attack) => {
  const tally = await talliedPapers(
    attack,
    Array.from({ length: 12 }, (_, at) => at + 1),
  );
  expect(tally.other).toEqual([]);
  expect(tally.refused).toBeGreaterThan(0);
});

import { expect, test } from "vitest";

import { runOverview } from "../testing/overview-at-scale.ts";

test.each([1, 2, 3, 4])(
  "the three counters of every period are those of the cards themselves (seed %i)",
  async (seed) => {
    const run = await runOverview(700, seed, { clock: () => 0, settled: () => undefined });
    for (const { period, counters, oracle } of run.periods) expect(counters, period).toEqual(oracle);
    const [today, , month, all] = run.periods;
    // The periods differ, callers share telephones, and some cases are one soldier's: else the test says little.
    expect(today?.oracle.contacts).toBeLessThan((month?.oracle.contacts ?? 0) / 5);
    expect(month?.oracle.callers).toBeLessThan(all?.oracle.callers ?? 0);
    expect(all?.oracle.soldiers).toBeLessThan(640);
  },
);

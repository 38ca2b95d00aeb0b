/** Arrivals by the hour against the usual hour: the middle of four weeks, so that one wild day does not become the usual. */
import { momentOf } from "../day.ts";
import type { OverviewAnswer } from "./asked.ts";

const HOURS_SHOWN = 24;
const DAYS_SHOWN = 28;
const HOUR = 3_600_000;
const SURGE_HOURS = 3;

/**
 * `countOf`: contacts in an hour since 1970. `now`: milliseconds since 1970. `dayBegan` and `first`: the hours since 1970 at which
 * today began where the desk is, and of the first contact.
 */
export function arrivalsOf(
  countOf: (hour: number) => number,
  at: { readonly now: number; readonly dayBegan: number; readonly first: number },
): Pick<OverviewAnswer, "hours" | "days" | "times"> {
  const present = Math.floor(at.now / HOUR);
  const usualOf = (hour: number): number => {
    const same = Array.from({ length: DAYS_SHOWN }, (_, n) => hour - 24 * (n + 1)).filter(
      (one) => one >= at.first,
    );
    return middle(same.map(countOf));
  };
  const hours = Array.from({ length: HOURS_SHOWN }, (_, n) => {
    const hour = present - HOURS_SHOWN + 1 + n;
    return { from: momentOf(hour * HOUR), count: countOf(hour), usual: usualOf(hour) };
  });
  const days = Array.from({ length: DAYS_SHOWN }, (_, n) => {
    const began = at.dayBegan - 24 * (DAYS_SHOWN - 1 - n);
    const count = Array.from({ length: 24 }, (__, hour) => countOf(began + hour)).reduce(
      (sum, one) => sum + one,
      0,
    );
    return { from: momentOf(began * HOUR), count };
  });
  const last = hours.slice(-SURGE_HOURS - 1, -1);
  const usual = last.reduce((sum, one) => sum + one.usual, 0);
  const came = last.reduce((sum, one) => sum + one.count, 0);
  return { hours, days, ...(usual > 0 ? { times: came / usual } : {}) };
}

function middle(counts: readonly number[]): number {
  const sorted = counts.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

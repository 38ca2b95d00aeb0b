/**
 * Differencing in time: the same number printed twice tells what happened in between. What is printed rounded is known
 * only to half a step either way, and so is the difference.
 */
export interface Printed {
  readonly on: string;
  readonly counts: ReadonlyMap<string, number>;
}

export interface Step {
  readonly of: string;
  readonly from: string;
  readonly to: string;
  readonly low: number;
  readonly high: number;
  readonly safe: boolean;
}

export function stepsOf(
  releases: readonly Printed[],
  { k, roundedTo }: { readonly k: number; readonly roundedTo: number },
): readonly Step[] {
  const half = Math.max(0, Math.floor(roundedTo / 2));
  const steps: Step[] = [];
  const earlier = new Map<string, { readonly on: string; readonly count: number }[]>();
  for (const { on, counts } of releases) {
    for (const [of, count] of counts) {
      const low = Math.max(0, count - half);
      if (count > 0 && count < k && count + half - low < k) {
        steps.push({ of, from: on, to: on, low, high: count + half, safe: false });
      }
      for (const before of earlier.get(of) ?? []) {
        const change = count - before.count;
        const slack = half * 2;
        const sizes = [change - slack, change + slack];
        const isSafe = change === 0 ? true : Math.abs(change) >= k || slack * 2 >= k;
        steps.push({
          of,
          from: before.on,
          to: on,
          low: Math.min(...sizes),
          high: Math.max(...sizes),
          safe: isSafe,
        });
      }
      earlier.set(of, [...(earlier.get(of) ?? []), { on, count }]);
    }
  }
  return steps;
}

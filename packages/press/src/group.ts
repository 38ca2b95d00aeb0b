/**
 * Group disclosure. "0 detained" about a small group tells about everyone in it; "all 12 of 12" tells more. In a line
 * whose total is below 3k only the total is printed. k is 5, and 10 where the detained or refusers are counted: a line
 * that passes at the one and fails at the other depends on whom it is about.
 */
const strictFactor = 2;

export function isThin(total: number, k: number): boolean {
  return total < 3 * k;
}

export interface GroupVerdict {
  readonly safe: boolean | "depends";
  readonly why?: string;
}

export function groupVerdict(line: readonly number[], k: number): GroupVerdict {
  const total = line.reduce((sum, count) => sum + count, 0);
  if (line.some((count) => count > 0 && count < k)) return { safe: false, why: `a cell is below ${k}` };
  if (isThin(total, k)) return { safe: false, why: `a line of ${total}, below ${3 * k}: only the total` };
  const tells = line.some((count) => count === 0 || count === total);
  const strict = k * strictFactor;
  if (tells && isThin(total, strict)) {
    return {
      safe: "depends",
      why: `it tells about everyone in a line of ${total}: enough at k = ${k}, not at k = ${strict} (the detained, refusers)`,
    };
  }
  return { safe: true };
}

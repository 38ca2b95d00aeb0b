/** Reports as a pass looks at them: the last some ten thousand are kept, since all of two hundred thousand would be most of its memory. */
import type { SoldierReport } from "../weigh.ts";
import type { ReportIndex } from "./report-index.ts";

const most = 10_000;

export function reportsAtHand(index: ReportIndex): (record: number) => SoldierReport {
  let young = new Map<number, SoldierReport>();
  let old = new Map<number, SoldierReport>();
  return (record) => {
    const known = young.get(record);
    if (known) return known;
    const report = old.get(record) ?? index.report(record);
    if (young.size >= most) [old, young] = [young, new Map()];
    young.set(record, report);
    return report;
  };
}

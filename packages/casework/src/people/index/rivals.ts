/**
 * Namesakes. A report without a birth date that fits two men of one name, born on different days, fits neither surely: what speaks for it is
 * shared out among them, as bits taken away from each link.
 */
import { birthLikeness, type SaidBirth } from "../birth.ts";
import type { Neighbours } from "./near.ts";
import type { ReportIndex } from "./report-index.ts";

/** Bits to take from the link of two records because one of them has rivals. */
export function doubtsOf(near: Neighbours, index: ReportIndex): (a: number, b: number) => number {
  const isDated = (birth: SaidBirth | undefined): boolean =>
    birth?.day !== undefined && birth.year !== undefined;
  const oneWay = (record: number, other: number): number => {
    if (isDated(index.birth(record))) return 0;
    const neighbours = near.of(record);
    if (neighbours.length < 2) return 0;
    const birth = index.birth(other);
    if (!isDated(birth)) return 0;
    let own = Number.NEGATIVE_INFINITY;
    let rival = Number.NEGATIVE_INFINITY;
    for (const neighbour of neighbours) {
      const theirs = index.birth(neighbour.other);
      if (neighbour.other === other) own = Math.max(own, neighbour.bits);
      else if (isDated(theirs)) {
        const { level } = birthLikeness(birth, theirs);
        if (level === "differs") rival = Math.max(rival, neighbour.bits);
        else if (level === "same") own = Math.max(own, neighbour.bits);
      }
    }
    return rival === Number.NEGATIVE_INFINITY || own === Number.NEGATIVE_INFINITY
      ? 0
      : Math.min(14, 1.5 * Math.log2(1 + 2 ** (rival - own)));
  };
  return (a, b) => oneWay(a, b) + oneWay(b, a);
}

/**
 * A desk's own knowledge of units: which number, name or place stand for which unit, each link with its source, each retractable. No directory
 * ships with the program; what a desk has learnt is a claim like any other.
 */
import { readUnit, unitLikeness, type MilitaryUnit } from "./unit.ts";

export interface UnitLink {
  /** As said: "в/ч 12345", "15 мсп", "Кантемировская". */
  readonly one: string;
  readonly other: string;
  readonly source: string;
  readonly standing: "stands" | "withdrawn";
}

/** The unit with everything added that the standing links say it also is; one step, so that a wrong link does not pull in a chain. */
export function knownThrough(unit: MilitaryUnit, links: readonly UnitLink[]): MilitaryUnit {
  let codes = unit.codes;
  let mentions = unit.mentions;
  let named = unit.named;
  for (const link of links) {
    if (link.standing === "withdrawn") continue;
    const [one, other] = [readUnit(link.one), readUnit(link.other)];
    const added = isThat(unit, one) ? other : isThat(unit, other) ? one : undefined;
    if (!added) continue;
    codes = [...codes, ...added.codes.filter((code) => !codes.includes(code))];
    if (unit.mentions.length === 0) mentions = [...mentions, ...added.mentions];
    named ??= added.named;
  }
  return { codes, mentions, named };
}

function isThat(unit: MilitaryUnit, said: MilitaryUnit): boolean {
  return (unitLikeness(unit, said) ?? 0) >= 0.9;
}

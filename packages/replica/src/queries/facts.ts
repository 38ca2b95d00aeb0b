/**
 * The facts that may be counted: one soldier, in the week in which somebody first told of him, with his codes. No name, no text and no
 * place finer than a region passes here. A soldier counts where somebody of his circle agreed to be counted and nobody who was
 * asked refused, in whichever of his cases: one relative takes him out.
 */
import {
  asItStands,
  groupOf,
  readCard,
  regionOf,
  type CaseCard,
  type CaseId,
  type Day,
} from "@answerable/casework";

import type { Likeness } from "../likeness/likeness.ts";

/** One soldier, counted once: his codes and nothing that names him. */
export interface CountedFact {
  /** The first of his cases. */
  readonly id: CaseId;
  readonly day: Day;
  /** region: ISO 3166-2; grievance: the group of the main one; service. "unknown" where nothing clear was said. */
  readonly codes: Readonly<Record<"region" | "grievance" | "service", string>>;
}

const unknown = "unknown";

export function factsOf(
  { roster, soldiers, idOf }: Pick<Likeness, "roster" | "soldiers" | "idOf">,
  { from, to }: { readonly from: Day; readonly to: Day },
): readonly CountedFact[] {
  const regions = new Map<string, string>();
  const regionIn = (text: string): string => {
    const known = regions.get(text) ?? regionOf(text) ?? unknown;
    regions.set(text, known);
    return known;
  };
  const facts: CountedFact[] = [];
  for (let row = 0; row < roster.size(); row += 1) {
    const all = soldiers.casesOf(row);
    if (row !== (all[0] ?? row)) continue;
    const cards = (all.length > 0 ? all : [row]).flatMap((one) => caseCardAt(roster, one));
    if (!cards.some(({ statistics }) => statistics === "agreed")) continue;
    if (cards.some(({ statistics }) => statistics === "refused")) continue;
    const [day] = cards.map(({ opened }) => opened.slice(0, 10) as Day).toSorted(); // a moment begins with its day
    const id = idOf(row);
    if (day === undefined || id === undefined || day < from || day >= to) continue;
    const codeOf = (found: (card: CaseCard) => string | undefined): string =>
      cards.map(found).find((code) => code !== undefined && code !== unknown) ?? unknown;
    facts.push({
      id,
      day,
      codes: {
        region: codeOf((card) => card.regions.map(regionIn).find((code) => code !== unknown)),
        grievance: codeOf((card) => card.grievances.map(groupOf).find((group) => group !== undefined)),
        service: codeOf(({ service }) => service),
      },
    });
  }
  return facts;
}

function caseCardAt(roster: Likeness["roster"], row: number): readonly CaseCard[] {
  const card = readCard(roster.card(row)?.payload.card);
  return card?.type === "Case" && card.kind === "soldier" && !card.isGone ? [asItStands(card)] : [];
}

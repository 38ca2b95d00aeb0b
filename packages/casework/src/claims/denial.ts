/**
 * Denials. A generic denial is no veto: it contests what one origin alone says, and is printed beside what several say.
 * A specific one (another fact, another figure, a document) contests even these. What was only possibly meant contests
 * nothing, and a denial that was itself retracted denies no more.
 */
import type { Claim, ClaimId, Ledger, LedgerRelation } from "./model.ts";
import { isUsable, type Soundness } from "./rests.ts";

export interface Denial {
  readonly by: ClaimId;
  readonly kind: "generic" | "specific" | "counter-figure" | "counter-accusation" | "praise";
  readonly explicit: boolean;
}

const specificWords = new Set(["specific", "counter-fact", "fact", "document", "counter-document"]);

function kindOf(relation: LedgerRelation): Denial["kind"] {
  const said = relation.denialKind;
  if (said === undefined) return relation.type === "contradicts" ? "specific" : "generic";
  if (specificWords.has(said)) return "specific";
  if (said === "counter-figure" || said === "counter-accusation" || said === "praise") return said;
  return "generic";
}

export function isSpecific(denial: Denial): boolean {
  return denial.kind === "specific" || denial.kind === "counter-figure";
}

/** All standing denials of each claim. */
export function denialsOf(
  ledger: Ledger,
  soundness: ReadonlyMap<ClaimId, Soundness>,
): ReadonlyMap<ClaimId, readonly Denial[]> {
  const denials = new Map<ClaimId, Denial[]>();
  for (const relation of ledger.relations) {
    if (relation.type !== "denies" && relation.type !== "contradicts") continue;
    if (!isUsable(soundness.get(relation.from))) continue;
    const denial: Denial = {
      by: relation.from,
      kind: kindOf(relation),
      explicit: relation.strength !== "possible",
    };
    for (const to of relation.to) {
      const known = denials.get(to) ?? [];
      known.push(denial);
      denials.set(to, known);
    }
  }
  return denials;
}

/** Whoever says that it did not happen is no further origin of it: the claims that do not deny another of these. */
export function heardAmong(
  claims: readonly Claim[],
  denialsOf: (claim: ClaimId) => readonly Denial[],
): readonly Claim[] {
  const deniers = new Set(
    claims.flatMap(({ id }) => denialsOf(id).flatMap(({ by, explicit }) => (explicit ? [by] : []))),
  );
  return deniers.size === 0 ? claims : claims.filter(({ id }) => !deniers.has(id));
}

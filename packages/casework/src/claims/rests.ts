/**
 * What rests on what, so that a retraction or a correction reaches everything built on it. A claim rests on its cause,
 * on what it restates or elaborates, on the parts of its sum, on the claims behind the figures its own figure is reckoned
 * from, and on its chain. Support is not a foundation: what was only supported stands without it.
 *
 * Retracted: nothing that rests on it may be used. Corrected: what rests on it is to be looked at again, and is printed nowhere
 * until somebody says that it stands after that very correction; the next one asks anew. A retraction is not taken back: who was
 * right after all says it again, as a new claim.
 */
import type { ClaimId, Ledger } from "./model.ts";
import { isCorrection, isRetraction } from "./read.ts";
import { pairKey, standsAfter } from "./standings.ts";

export type Soundness =
  | { readonly type: "Sound" }
  | { readonly type: "Retracted"; readonly reason: string }
  | { readonly type: "Discounted"; readonly reason: string }
  /** Its chain was refused: nothing carries it. */
  | { readonly type: "NoChain" }
  /** `on`: what it rests on directly; `root`: what was retracted at the bottom. */
  | { readonly type: "RestsOnRetracted"; readonly on: ClaimId; readonly root: ClaimId }
  | { readonly type: "Corrected"; readonly by: ClaimId }
  /** `by`: the claim that put the root right. */
  | {
      readonly type: "RestsOnCorrected";
      readonly on: ClaimId;
      readonly root: ClaimId;
      readonly by: ClaimId;
    };

const restingRelations = new Set(["restates", "elaborates", "arithmetic"]);

/** For every claim, the claims that rest directly on it. */
export function restingOn(ledger: Ledger): ReadonlyMap<ClaimId, readonly ClaimId[]> {
  const resting = new Map<ClaimId, ClaimId[]>();
  const rests = (claim: ClaimId, on: ClaimId): void => {
    if (claim === on) return;
    const above = resting.get(on) ?? [];
    above.push(claim);
    resting.set(on, above);
  };
  for (const claim of ledger.claims) for (const cause of claim.cause ?? []) rests(claim.id, cause);
  for (const relation of ledger.relations) {
    if (restingRelations.has(relation.type)) for (const to of relation.to) rests(relation.from, to);
  }
  const claimOfFigure = new Map(
    ledger.claims.flatMap((claim) => (claim.figure === undefined ? [] : [[claim.figure, claim.id] as const])),
  );
  for (const figure of ledger.figures) {
    const claim = claimOfFigure.get(figure.id);
    for (const base of [
      ...(figure.dependsOn ?? []),
      ...(figure.partOf === undefined ? [] : [figure.partOf]),
    ]) {
      const on = claimOfFigure.get(base);
      if (claim !== undefined && on !== undefined) rests(claim, on);
    }
  }
  return resting;
}

/** How every claim of the ledger stands after all retractions, corrections and judgements. */
export function soundnessOf(ledger: Ledger): ReadonlyMap<ClaimId, Soundness> {
  const found = new Map<ClaimId, Soundness>();
  const chains = new Set<string>(ledger.chains.map((chain) => chain.id));
  for (const claim of ledger.claims) {
    if (claim.retracted) found.set(claim.id, { type: "Retracted", reason: claim.retracted.reason });
    else if (!chains.has(claim.chain)) found.set(claim.id, { type: "NoChain" });
    else if (claim.discounted) found.set(claim.id, { type: "Discounted", reason: claim.discounted.reason });
  }
  for (const relation of ledger.relations.filter(isRetraction)) {
    const reason = relation.reason ?? relation.scope ?? "";
    for (const to of relation.to) found.set(to, { type: "Retracted", reason });
  }
  const resting = restingOn(ledger);
  const fallen = [...found].flatMap(([claim, { type }]) => (type === "Discounted" ? [] : [claim]));
  for (const [claim, way] of flowFrom(fallen, resting)) {
    if (!found.has(claim)) found.set(claim, { type: "RestsOnRetracted", ...way });
  }
  const corrected = new Map(
    ledger.relations
      .filter(isCorrection)
      .flatMap(({ from, to }) => to.map((target) => [target, from] as const)),
  );
  for (const [claim, by] of corrected) if (!found.has(claim)) found.set(claim, { type: "Corrected", by });
  const looked = lookedAt(ledger);
  for (const [root, by] of corrected) {
    // Whoever rests on the correction, or on what was found to stand after it, rests on what is right.
    const ends = (claim: ClaimId) => claim === by || looked.has(pairKey(claim, by));
    for (const [claim, way] of flowFrom([root], resting, ends))
      if (!found.has(claim)) found.set(claim, { type: "RestsOnCorrected", ...way, by });
  }
  for (const claim of ledger.claims) if (!found.has(claim.id)) found.set(claim.id, { type: "Sound" });
  return found;
}

interface WayDown {
  readonly on: ClaimId;
  readonly root: ClaimId;
}

/** Pairs: what somebody looked at again, and the correction after which she found that it stands. */
function lookedAt({ relations }: Ledger): ReadonlySet<string> {
  const said = relations.filter(({ type }) => type === standsAfter);
  return new Set(said.flatMap(({ from, to }) => to.map((correction) => pairKey(from, correction))));
}

/** Everything that rests on some claims, with its shortest way down. Every claim is passed once: circles end. */
function flowFrom(
  sources: readonly ClaimId[],
  resting: ReadonlyMap<ClaimId, readonly ClaimId[]>,
  ends: (claim: ClaimId) => boolean = () => false,
): ReadonlyMap<ClaimId, WayDown> {
  const ways = new Map<ClaimId, WayDown>();
  const seen = new Set(sources);
  const queue = sources.map((claim) => ({ claim, root: claim }));
  for (const { claim, root } of queue) {
    for (const above of resting.get(claim) ?? []) {
      if (seen.has(above) || ends(above)) continue;
      seen.add(above);
      ways.set(above, { on: claim, root });
      queue.push({ claim: above, root });
    }
  }
  return ways;
}

/** Whether its words are said no more: whoever said it took it back, what it rests on was taken back, or another puts it right. */
export function isTakenBack({ type }: Soundness): boolean {
  return type === "Retracted" || type === "RestsOnRetracted" || type === "Corrected";
}

/** Whether somebody has to look at it again before it is said to anyone. */
export function isToBeLookedAt({ type }: Soundness): boolean {
  return type === "RestsOnCorrected";
}

/** Whether a claim may still carry a grade. */
export function isUsable(soundness: Soundness | undefined): boolean {
  switch (soundness?.type) {
    case "Sound":
    case "Corrected":
    case "RestsOnCorrected":
      return true;
    case "Retracted":
    case "Discounted":
    case "RestsOnRetracted":
    case "NoChain":
    case undefined:
      return false;
  }
}

/** What a ledger's chains and relations say of its speakers, read once: who stands where, who was declared one, who was held apart. */
import { castOf, standingOfChain, type Cast, type ChainStanding } from "./depth.ts";
import type { Ledger } from "./model.ts";

/** The relation by which a person holds two claims apart. */
export const differentOrigin = "different-origin";
/** The relation by which a person says that a claim stands, though another put right what it rests on. */
export const standsAfter = "stands-after";

/** Both ways round stand in `apart`. */
export function pairKey(left: string, right: string): string {
  return `${left} ${right}`;
}

export interface Standings {
  readonly cast: Cast;
  readonly chains: ReadonlyMap<string, ChainStanding>;
  /** Chains that a person declared to be of one origin, by the claims they carry. */
  readonly declared: readonly (readonly [string, string])[];
  /** Chains that a person said are of different origins: no likeness makes them one. */
  readonly apart: ReadonlySet<string>;
  readonly apartChains: ReadonlySet<string>;
  /** Groups whose messages were counted with no upper bound. */
  readonly uncounted: ReadonlySet<string>;
  /** What a speaker belongs to, by the claims of role. */
  readonly houses: ReadonlyMap<string, ReadonlySet<string>>;
}

export function standingsOf(ledger: Ledger): Standings {
  const cast = castOf(ledger);
  const chainOf = new Map<string, string>(ledger.claims.map((claim) => [claim.id, claim.chain]));
  const figures = new Map<string, Ledger["figures"][number]>(
    ledger.figures.map((figure) => [figure.id, figure]),
  );
  const pairsOf = (type: string) =>
    ledger.relations
      .filter((relation) => relation.type === type)
      .flatMap((relation) =>
        relation.to.flatMap((to): [string, string][] => {
          const pair = [chainOf.get(relation.from), chainOf.get(to)] as const;
          return pair[0] !== undefined && pair[1] !== undefined ? [[pair[0], pair[1]]] : [];
        }),
      );
  const apart = pairsOf(differentOrigin);
  const uncounted = new Set<string>();
  for (const claim of ledger.claims) {
    const figure = claim.figure === undefined ? undefined : figures.get(claim.figure);
    if (claim.type === "speech-act" && figure && figure.max === undefined && claim.speaker)
      uncounted.add(claim.speaker);
  }
  const houses = new Map<string, Set<string>>();
  for (const { type, participants } of ledger.claims) {
    const member = participants?.["actor"];
    const of = participants?.["of"];
    if (type !== "role" || member === undefined || of === undefined) continue;
    houses.set(member, (houses.get(member) ?? new Set()).add(of));
  }
  return {
    cast,
    chains: new Map(ledger.chains.map((chain) => [chain.id, standingOfChain(chain, cast)])),
    declared: pairsOf("same-origin"),
    apart: new Set(apart.flatMap(([a, b]) => [pairKey(a, b), pairKey(b, a)])),
    apartChains: new Set(apart.flat()),
    uncounted,
    houses,
  };
}

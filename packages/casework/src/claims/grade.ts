/**
 * What a set of claims amounts to, computed whole from the ledger.
 *
 * confirmed: corroborated, and a person recorded why nothing is left to doubt. corroborated: at least two independent
 * origins, one of them within one telling. single: anything less. contested: see denial.ts. discounted: a person said why.
 * unusable: nothing is left to stand on, or the wording cannot be recovered. Every grade says what it followed from.
 */
import { denialsOf, heardAmong, isSpecific, type Denial } from "./denial.ts";
import type { ChainStanding } from "./depth.ts";
import { independenceOf, testimonyAmong, type Independence } from "./independence.ts";
import type { Claim, ClaimId, Incident, IncidentId, Ledger } from "./model.ts";
import { isUsable, soundnessOf, type Soundness } from "./rests.ts";
import { standingKindOf, type StandingKind } from "./self-speech.ts";
import { standingsOf, type Standings } from "./standings.ts";
import { joinable } from "./union-find.ts";

export type Grade = "confirmed" | "corroborated" | "single" | "contested" | "discounted" | "unusable";

export interface ClaimStanding {
  readonly claim: Claim;
  /** undefined: its chain was refused. */
  readonly chain: ChainStanding | undefined;
  readonly soundness: Soundness;
  readonly denials: readonly Denial[];
  readonly contested: boolean;
  readonly independence: Independence;
  readonly grade: Grade;
}

export interface IncidentStanding {
  readonly id: IncidentId;
  readonly incident: Incident | undefined;
  readonly claims: readonly Claim[];
  readonly origins: readonly string[];
  readonly independence: Independence;
  readonly grade: Grade;
  readonly kind: StandingKind;
  readonly contested: readonly ClaimId[];
}

export interface Standing {
  readonly claims: readonly ClaimStanding[];
  readonly incidents: readonly IncidentStanding[];
  readonly standings: Standings;
}

export function isHeld(claim: Claim): boolean {
  return claim.publication?.level === "withhold" || Boolean(claim.publication?.rules.includes("HOLD"));
}

interface Weighing {
  readonly standings: Standings;
  readonly soundness: ReadonlyMap<ClaimId, Soundness>;
  readonly denials: ReadonlyMap<ClaimId, readonly Denial[]>;
}

export function weigh(ledger: Ledger): Standing {
  const standings = standingsOf(ledger);
  const soundness = soundnessOf(ledger);
  const weighing: Weighing = { standings, soundness, denials: denialsOf(ledger, soundness) };
  const groups = groupsOf(ledger);
  const sums = new Map(
    [...groups.incidents].map(([id, claims]) => [id, independenceOf(heard(claims, weighing), standings)]),
  );
  const claims = ledger.claims.map((claim) => {
    const restated = groups.restated.get(claim.id) ?? [claim];
    const alone = independenceOf(usable(restated, weighing), standings);
    const around = claim.incident === undefined ? undefined : sums.get(claim.incident);
    return claimStanding(claim, { alone, around, restated }, weighing);
  });
  const claimStandings = new Map(claims.map((standing) => [standing.claim.id, standing]));
  const filed = new Map(ledger.incidents.map((incident) => [incident.id, incident]));
  return {
    claims,
    incidents: [...groups.incidents].map(([id, among]) => {
      const independence = sums.get(id) ?? { min: 0, max: 0 };
      return incidentStanding(
        { id, incident: filed.get(id), among, independence },
        { weighing, claimStandings },
      );
    }),
    standings,
  };
}

function usable(claims: readonly Claim[], { soundness }: Weighing): readonly Claim[] {
  return claims.filter((claim) => isUsable(soundness.get(claim.id)));
}

function heard(claims: readonly Claim[], weighing: Weighing): readonly Claim[] {
  return heardAmong(usable(claims, weighing), (claim) => weighing.denials.get(claim) ?? []);
}

/** Claims by incident, in the order of the file; and claims that restate each other. */
function groupsOf(ledger: Ledger): {
  readonly incidents: ReadonlyMap<IncidentId, readonly Claim[]>;
  readonly restated: ReadonlyMap<ClaimId, readonly Claim[]>;
} {
  const at = new Map(ledger.claims.map((claim, index) => [claim.id, index]));
  const members = new Map<IncidentId, Set<number>>(
    ledger.incidents.map((incident) => [incident.id, new Set()]),
  );
  for (const incident of ledger.incidents) {
    for (const id of incident.claims) {
      const index = at.get(id);
      if (index !== undefined) members.get(incident.id)?.add(index);
    }
  }
  ledger.claims.forEach((claim, index) => {
    if (claim.incident === undefined) return;
    const known = members.get(claim.incident) ?? new Set();
    members.set(claim.incident, known.add(index));
  });
  const joined = joinable(ledger.claims.length);
  for (const relation of ledger.relations.filter(({ type }) => type === "restates")) {
    const from = at.get(relation.from);
    for (const to of relation.to.map((id) => at.get(id))) {
      if (from !== undefined && to !== undefined) joined.join(from, to);
    }
  }
  const together = new Map<number, Claim[]>();
  ledger.claims.forEach((claim, index) => {
    const root = joined.find(index);
    const group = together.get(root) ?? [];
    group.push(claim);
    together.set(root, group);
  });
  return {
    incidents: new Map(
      [...members].map(([id, indexes]) => [
        id,
        [...indexes].sort((a, b) => a - b).flatMap((index) => ledger.claims[index] ?? []),
      ]),
    ),
    restated: new Map(
      ledger.claims.map((claim, index) => [claim.id, together.get(joined.find(index)) ?? [claim]]),
    ),
  };
}

interface Around {
  readonly alone: Independence;
  readonly around: Independence | undefined;
  readonly restated: readonly Claim[];
}

function claimStanding(claim: Claim, { alone, around, restated }: Around, weighing: Weighing): ClaimStanding {
  const soundness = weighing.soundness.get(claim.id) ?? { type: "Sound" };
  const chain = weighing.standings.chains.get(claim.chain);
  const denials = weighing.denials.get(claim.id) ?? [];
  const explicit = denials.filter((denial) => denial.explicit);
  const several = Math.max(alone.min, around?.min ?? 0) >= 2;
  const contested = explicit.some((denial) => !several || isSpecific(denial));
  const grade = ((): Grade => {
    if (soundness.type === "Discounted") return "discounted";
    if (!chain || !isUsable(soundness) || isHeld(claim)) return "unusable";
    if (contested) return "contested";
    return isCorroborated(alone, restated, weighing) ? "corroborated" : "single";
  })();
  return {
    claim,
    chain,
    soundness,
    denials,
    contested: contested && grade !== "discounted",
    independence: alone,
    grade,
  };
}

function isCorroborated(independence: Independence, claims: readonly Claim[], weighing: Weighing): boolean {
  return (
    independence.min >= 2 &&
    testimonyAmong(usable(claims, weighing)).some((claim) => {
      const chain = weighing.standings.chains.get(claim.chain);
      return chain !== undefined && chain.hearsayDepth <= 1 && chain.attribution !== "unattributed";
    })
  );
}

interface Gathered {
  readonly id: IncidentId;
  readonly incident: Incident | undefined;
  readonly among: readonly Claim[];
  readonly independence: Independence;
}

interface Surroundings {
  readonly weighing: Weighing;
  readonly claimStandings: ReadonlyMap<ClaimId, ClaimStanding>;
}

function incidentStanding(gathered: Gathered, { weighing, claimStandings }: Surroundings): IncidentStanding {
  const { id, incident, among, independence } = gathered;
  const standing = usable(among, weighing);
  const contested = standing
    .filter((claim) => claimStandings.get(claim.id)?.contested)
    .map((claim) => claim.id);
  const grade = ((): Grade => {
    const judged = incident?.judgement?.type;
    if (judged === "discounted" || judged === "unusable") return judged;
    if (standing.length === 0) {
      const discounted = among.some((claim) => weighing.soundness.get(claim.id)?.type === "Discounted");
      return discounted ? "discounted" : "unusable";
    }
    if (independence.min === 0 || standing.every(isHeld)) return "unusable";
    if (contested.length > 0) return "contested";
    if (!isCorroborated(independence, heard(among, weighing), weighing)) return "single";
    return judged === "confirmed" ? "confirmed" : "corroborated";
  })();
  return {
    id,
    incident,
    claims: among,
    origins: [
      ...new Set(among.flatMap((claim) => weighing.standings.chains.get(claim.chain)?.originKey ?? [])),
    ],
    independence,
    grade,
    kind: standingKindOf({ incident, claims: standing, standings: weighing.standings }),
    contested,
  };
}

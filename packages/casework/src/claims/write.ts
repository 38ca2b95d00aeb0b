/**
 * From a ledger to a file, with everything that follows from it written in: depths, copies, attribution, what is
 * contested, independence, grades and statistics. A file that was read comes out again without loss.
 */
import type { ChainStanding } from "./depth.ts";
import { isHeld, weigh, type ClaimStanding, type IncidentStanding, type Standing } from "./grade.ts";
import { notStated, type Claim, type Ledger } from "./model.ts";

type Json = Readonly<Record<string, unknown>>;

export function ledgerToFile(ledger: Ledger): Json {
  const standing = weigh(ledger);
  return {
    ...ledger.heading,
    segments: ledger.segments,
    agents: ledger.agents,
    places: ledger.places.map((place) => ({ ...place, ...silence("publishAs", place.publishAs) })),
    items: ledger.items.map((item) => ("agent" in item ? { ...item, agent: item.agent ?? null } : item)),
    chains: ledger.chains.map((chain) => ({
      ...chain,
      origin: chain.origin ?? null,
      ...chainFindings(standing.standings.chains.get(chain.id)),
    })),
    claims: standing.claims.map((claim) => ({ ...claimAsFiled(claim.claim), ...claimFindings(claim) })),
    figures: ledger.figures.map((figure) => ({
      ...figure,
      min: figure.min ?? null,
      max: figure.max ?? null,
      ...silence("best", figure.best),
    })),
    relations: ledger.relations,
    incidents: standing.incidents.flatMap((incident) => {
      if (!incident.incident) return [];
      const { why, ...filed } = incident.incident;
      const findings = incidentFindings(incident);
      return [
        {
          ...filed,
          ...findings,
          independentOrigins: { ...findings.independentOrigins, ...(why && { why }) },
        },
      ];
    }),
    appealActs: ledger.appealActs.map((act) => ({ ...act, ...silence("addressee", act.addressee) })),
    translationIssues: ledger.claims.flatMap(({ id, segments, ambiguity }) =>
      ambiguity === undefined ? [] : [{ claim: id, segments, issue: ambiguity }],
    ),
    stats: statsOf(ledger, standing),
  };
}

/** The source's silence is null in the file. */
function silence(key: string, value: unknown): Json {
  return value === notStated ? { [key]: null } : {};
}

function claimAsFiled(claim: Claim): Json {
  const { participants } = claim;
  return {
    ...claim,
    speaker: claim.speaker ?? null,
    ...(participants && {
      participants: Object.fromEntries(
        Object.entries(participants).map(([role, agent]) => [role, agent === notStated ? null : agent]),
      ),
    }),
  };
}

export function chainFindings(standing: ChainStanding | undefined): Json {
  if (!standing) return {};
  const { restaters, hearsayDepth, copies, broken } = standing;
  return { restatedBy: restaters, hearsayDepth, copies, broken, depthIsMinimum: broken };
}

export function claimFindings({ claim, chain, contested, grade, soundness }: ClaimStanding): Json {
  const attribution = chain?.attribution ?? "unknown-origin";
  return {
    hearsayDepth: chain?.hearsayDepth ?? 0,
    copies: chain?.copies ?? 0,
    chainBroken: chain?.broken ?? true,
    ...((chain?.broken ?? true) && { depthIsMinimum: true }),
    originKey: chain?.originKey ?? "unknown:",
    contested,
    attribution,
    admiralty: admiraltyOf({ claim, attribution, contested, corroborated: grade === "corroborated" }),
    ...(soundness.type !== "Sound" && { soundness }),
  };
}

interface Rated {
  readonly claim: Claim;
  readonly attribution: string;
  readonly contested: boolean;
  readonly corroborated: boolean;
}

/** NATO's Admiralty code. F: the source cannot be judged, and we never judge it from one page. */
function admiraltyOf({ claim, attribution, contested, corroborated }: Rated): Json {
  const reliability = "F";
  const unattributed =
    attribution === "unattributed" && (claim.type === "quantity" || claim.modality === "quoted");
  if (isHeld(claim) || (!contested && (attribution === "unknown-origin" || unattributed))) {
    return {
      reliability,
      credibility: 6,
      rule: "origin unknown, number unattributed, or wording not recoverable",
    };
  }
  if (contested) return { reliability, credibility: 4, rule: "single origin + explicit denial" };
  if (corroborated)
    return { reliability, credibility: 2, rule: "independent origins, one within one telling" };
  return { reliability, credibility: 3, rule: "single origin, no denial, not corroborated" };
}

/** The grade in the words of the article file, with the kind of single origin it is. */
export function gradeInWords({ grade, kind }: Pick<IncidentStanding, "grade" | "kind">): string {
  if (grade !== "single") return grade;
  switch (kind) {
    case "own statement":
      return "self-evidencing statement";
    case "own house":
      return "single-source (self-report)";
    case "public record":
      return "public fact to be cited elsewhere";
    case "hearsay":
      return "single-source";
  }
}

export function incidentFindings(standing: IncidentStanding): Json & { readonly independentOrigins: Json } {
  const { origins, independence, contested } = standing;
  return {
    origins,
    independentOrigins: { min: independence.min, max: independence.max ?? null },
    grade: gradeInWords(standing),
    contested,
  };
}

function statsOf(ledger: Ledger, standing: Standing): Json {
  const depth: Record<string, number> = {};
  for (const { chain } of standing.claims) {
    const key = String(chain?.hearsayDepth ?? 0);
    depth[key] = (depth[key] ?? 0) + 1;
  }
  const atLevel = (level: string): readonly string[] =>
    ledger.claims.filter(({ publication }) => publication?.level === level).map(({ id }) => id);
  return {
    segments: ledger.segments.length,
    asserting: ledger.segments.filter(({ asserts }) => asserts).length,
    claims: ledger.claims.length,
    figures: ledger.figures.length,
    figuresWithNumbers: ledger.figures.filter(({ min, max }) => min !== undefined || max !== undefined)
      .length,
    denials: ledger.claims.filter(({ type }) => type === "denial").length,
    relations: ledger.relations.length,
    incidents: ledger.incidents.length,
    depth,
    contested: standing.claims.filter(({ contested }) => contested).map(({ claim }) => claim.id),
    withheld: atLevel("withhold"),
    coarsened: atLevel("coarse"),
  };
}

/** One incident as its page shows it: what is claimed, by whom, through whom, denied by whom, and why it stands as it stands. */
import type { Lang } from "../../words/vocabulary.ts";
import { countedBy } from "../figure-lines.ts";
import { isHeld, type ClaimStanding } from "../grade.ts";
import { explainIndependence, type ExplainedIndependence } from "../independence.ts";
import { isCopying, type Claim, type ClaimId } from "../model.ts";
import type {
  IncidentPageAnswer,
  ShownChain,
  ShownClaim,
  ShownDenial,
  ShownFigure,
  ShownNode,
} from "./asked.ts";
import { stepsOf } from "./grade-steps.ts";
import { rowOf } from "./incident-rows.ts";
import { agentShown, heardIn, inLang, voiceLabels, type Reading } from "./reading.ts";
import { figuresShown } from "./shown-figures.ts";

interface Around {
  readonly reading: Reading;
  readonly lang: Lang;
}

export function incidentPage(
  reading: Reading,
  asked: { readonly lang: Lang; readonly incident: string; readonly most: number },
): IncidentPageAnswer | undefined {
  const around: Around = { reading, lang: asked.lang };
  if (asked.incident === "") return looseClaims(around, asked.most);
  const standing = reading.incidents.get(asked.incident);
  if (!standing) return undefined;
  const explained = explainIndependence(heardIn(standing, reading), reading.standing.standings);
  const { incident } = standing;
  return {
    row: rowOf(standing, reading, asked.lang),
    entered: incident && inLang("", incident.printed, asked.lang) !== "" ? incident.label : undefined,
    basis: incident?.time?.basis,
    why: incident?.why,
    steps: stepsOf(standing, explained, around),
    claims: standing.claims
      .slice(0, asked.most)
      .flatMap(({ id }) => claimShown(reading.claims.get(id), around)),
    claimsInAll: standing.claims.length,
    chains: chainsShown(standing.claims, explained, around),
    figures: figuresShown(standing.claims, around),
    voices: voicesIn(standing.claims, around),
  };
}

function looseClaims(around: Around, most: number): IncidentPageAnswer {
  const within = new Set<string>(
    around.reading.standing.incidents.flatMap(({ claims }) => claims.map(({ id }) => id)),
  );
  const loose = around.reading.ledger.claims.filter(({ id }) => !within.has(id));
  const claims = loose.slice(0, most);
  return {
    row: undefined,
    entered: undefined,
    basis: undefined,
    why: undefined,
    steps: [],
    claims: claims.flatMap(({ id }) => claimShown(around.reading.claims.get(id), around)),
    claimsInAll: loose.length,
    chains: chainsShown(claims, undefined, around),
    figures: figuresShown(claims, around),
    voices: [],
  };
}

function voicesIn(claims: readonly Claim[], { reading, lang }: Around): IncidentPageAnswer["voices"] {
  const ids = new Set<string>();
  for (const { id } of claims) {
    const chain = reading.claims.get(id)?.chain;
    for (const voice of [chain?.chain.origin, ...(chain?.restaters ?? [])])
      if (voice !== undefined) ids.add(voice);
  }
  return [...ids].flatMap((id) => {
    const agent = reading.standing.standings.cast.agents.get(id);
    return agent ? [agentShown(agent, lang)] : [];
  });
}

function claimShown(found: ClaimStanding | undefined, around: Around): readonly ShownClaim[] {
  if (!found) return [];
  const { reading, lang } = around;
  const { claim, chain, soundness } = found;
  const text = inLang(claim.text, claim.printed, lang);
  const [place] = typeof claim.place === "string" ? [claim.place] : (claim.place ?? []);
  const there = place === undefined ? undefined : reading.places.get(place);
  const voices = voiceLabels(found, reading, lang);
  const named = reading.about.get(claim.id)?.some(({ from }) => from !== claim.id) ?? false;
  const resting = everythingOn(claim.id, reading).size;
  const segments = new Set(claim.segments);
  return [
    {
      id: claim.id,
      text,
      entered: text === claim.text ? undefined : claim.text,
      type: claim.type,
      modality: claim.modality,
      polarity: claim.polarity,
      by: speakerOf(found, around),
      voices,
      chain: claim.chain,
      depth: chain?.hearsayDepth ?? 0,
      depthIsMinimum: chain?.broken ?? true,
      copies: chain?.copies ?? 0,
      isUnattributed: chain?.attribution === "unattributed",
      edtf: claim.time?.edtf,
      place: there && inLang(there.label, there.printed, lang),
      grade: found.grade,
      isContested: found.contested,
      held: isHeld(claim) ? (claim.publication?.note ?? "") : undefined,
      ambiguity: claim.ambiguity,
      soundness,
      denials: denialsShown(found, around),
      denies: deniedBy(claim.id, around),
      resting,
      isStrikable: !named && resting === 0,
      figure: figureShown(claim, reading),
      source:
        segments.size === 0
          ? undefined
          : reading.ledger.segments
              .filter(({ id }) => segments.has(id))
              .map((segment) => segment.text)
              .join(" "),
    },
  ];
}

/** Whoever says it: the speaker as entered, or where the way begins. */
function speakerOf({ claim, chain }: ClaimStanding, { reading, lang }: Around): string {
  const id = claim.speaker ?? chain?.chain.origin;
  const agent = id === undefined ? undefined : reading.standing.standings.cast.agents.get(id);
  return agent ? agentShown(agent, lang).label : "";
}

function denialsShown({ denials }: ClaimStanding, around: Around): readonly ShownDenial[] {
  return denials.flatMap(({ by, kind, explicit }) => {
    const said = around.reading.claims.get(by);
    if (!said) return [];
    return [
      {
        claim: by,
        text: inLang(said.claim.text, said.claim.printed, around.lang),
        by: speakerOf(said, around),
        kind,
        isExplicit: explicit,
      },
    ];
  });
}

function deniedBy(claim: string, { reading, lang }: Around): ShownClaim["denies"] {
  return (reading.from.get(claim) ?? [])
    .filter(({ type }) => type === "denies" || type === "contradicts")
    .flatMap(({ to }) => to)
    .flatMap((id) => {
      const denied = reading.claims.get(id)?.claim;
      return denied ? [{ claim: id, text: inLang(denied.text, denied.printed, lang) }] : [];
    });
}

function everythingOn(claim: ClaimId, { resting }: Reading): ReadonlySet<ClaimId> {
  const above = new Set<ClaimId>();
  const rest = [...(resting.get(claim) ?? [])];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (above.has(next) || next === claim) continue;
    above.add(next);
    rest.push(...(resting.get(next) ?? []));
  }
  return above;
}

function figureShown({ figure: id }: Claim, { figures }: Reading): ShownFigure | undefined {
  const figure = id === undefined ? undefined : figures.get(id);
  return (
    figure && {
      id: figure.id,
      quantity: figure.quantity,
      counted: countedBy(figure),
      words: figure.lexical,
      min: figure.min,
      max: figure.max,
    }
  );
}

function chainsShown(
  claims: readonly Claim[],
  explained: ExplainedIndependence | undefined,
  around: Around,
): readonly ShownChain[] {
  const carried = new Map<string, string[]>();
  for (const { id, chain } of claims) carried.set(chain, [...(carried.get(chain) ?? []), id]);
  const ways = new Map<string, ExplainedIndependence["ways"][number]>(
    explained?.ways.map((way) => [way.chain, way]) ?? [],
  );
  return [...carried].flatMap(([id, of]): readonly ShownChain[] => {
    const standing = around.reading.standing.standings.chains.get(id);
    if (!standing) return [];
    const { chain } = standing;
    const way = ways.get(id);
    const first = chain.links[0]?.from;
    return [
      {
        id,
        origin: chain.origin === undefined ? undefined : nodeShown(chain.origin, around),
        perceives: chain.perceives,
        isInferred: chain.inferred === true,
        isUnattributed: standing.attribution === "unattributed",
        start: first === undefined || first === chain.origin ? undefined : nodeShown(first, around),
        steps: chain.links.map((link) => ({
          mode: link.mode,
          isCopy: isCopying(link),
          to: nodeShown(link.to, around),
        })),
        depth: standing.hearsayDepth,
        copies: standing.copies,
        depthIsMinimum: standing.broken,
        note: chain.note,
        counts: way?.as,
        proved: way?.proved,
        presumed: way?.presumed,
        claims: of,
      },
    ];
  });
}

function nodeShown(id: string, { reading, lang }: Around): ShownNode {
  const { agents, items } = reading.standing.standings.cast;
  const agent = agents.get(id);
  if (agent) {
    const { label, type, isPrivate } = agentShown(agent, lang);
    return { id, label, agentType: type, isPrivate, isHeld: false };
  }
  const item = items.get(id);
  const by = item?.agent === undefined ? undefined : agents.get(item.agent);
  return {
    id,
    label: item?.label ?? (by ? agentShown(by, lang).label : ""),
    itemKind: item?.kind ?? "unknown",
    isPrivate: by?.private === true,
    isHeld: item?.held === true,
  };
}

/**
 * Claims as schema.org ClaimReview and chains as W3C PROV (PROV-JSON), for whoever reads machines' words. Private persons
 * go out by role only. What may not be worded is not exported as a review at all.
 */
import { isHeld, type ClaimStanding, type Grade, type Standing } from "./grade.ts";
import { isCopying, type Agent, type Ledger } from "./model.ts";
import { isTakenBack, isToBeLookedAt } from "./rests.ts";

type Json = Readonly<Record<string, unknown>>;

export interface Reviewer {
  readonly name: string;
  readonly url: string;
}

const rating: Readonly<Record<Grade, number>> = {
  confirmed: 5,
  corroborated: 4,
  single: 3,
  contested: 2,
  discounted: 1,
  unusable: 1,
};

/** A private person's name is nobody's business, not even inside a label. */
export function publicNameOf(agent: Agent): string {
  return agent.private === true ? (agent.role ?? agent.type) : agent.label || agent.id;
}

export function claimReviewsOf(standing: Standing, reviewer: Reviewer): readonly Json[] {
  const { agents } = standing.standings.cast;
  return standing.claims.filter(isSayable).map((one) => reviewOf(one, { agents, reviewer }));
}

function isSayable({ claim, soundness }: Pick<ClaimStanding, "claim" | "soundness">): boolean {
  return !isHeld(claim) && !isTakenBack(soundness) && !isToBeLookedAt(soundness);
}

function reviewOf(
  { claim, chain, grade }: ClaimStanding,
  given: { readonly agents: ReadonlyMap<string, Agent>; readonly reviewer: Reviewer },
): Json {
  const origin = chain?.chain.origin === undefined ? undefined : given.agents.get(chain.chain.origin);
  return {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "@id": `${given.reviewer.url}#${claim.id}`,
    claimReviewed: claim.text,
    author: { "@type": "Organization", name: given.reviewer.name, url: given.reviewer.url },
    itemReviewed: {
      "@type": "Claim",
      ...(origin && { author: { "@type": "Thing", name: publicNameOf(origin) } }),
      ...(claim.time && { temporalCoverage: claim.time.edtf }),
    },
    reviewRating: {
      "@type": "Rating",
      bestRating: 5,
      worstRating: 1,
      ratingValue: rating[grade],
      alternateName: grade,
    },
  };
}

/** PROV-JSON: agents, items as entities, links as activities, claims as entities derived from what carried them. */
export function provOf(ledger: Ledger, standing: Standing): Json {
  const { cast } = standing.standings;
  const activity: Record<string, Json> = {};
  const used: Record<string, Json> = {};
  const generated: Record<string, Json> = {};
  const associated: Record<string, Json> = {};
  const derived: Record<string, Json> = {};
  for (const chain of ledger.chains) {
    chain.links.forEach((link, at) => {
      const id = name(`${chain.id}.${at}`);
      activity[id] = { "prov:type": link.mode, "answerable:copying": isCopying(link) };
      if (cast.items.has(link.from))
        used[`_:u${id}`] = { "prov:activity": id, "prov:entity": name(link.from) };
      if (cast.items.has(link.to))
        generated[`_:g${id}`] = { "prov:activity": id, "prov:entity": name(link.to) };
      for (const node of [link.from, link.to]) {
        if (cast.agents.has(node))
          associated[`_:w${id}${node}`] = { "prov:activity": id, "prov:agent": name(node) };
      }
      if (cast.items.has(link.from) && cast.items.has(link.to)) {
        derived[`_:d${id}`] = {
          "prov:generatedEntity": name(link.to),
          "prov:usedEntity": name(link.from),
          "prov:activity": id,
        };
      }
    });
  }
  const attributed: Record<string, Json> = {};
  for (const { claim, chain } of standing.claims) {
    const carrier = chain?.chain.links.at(-1)?.to;
    if (carrier !== undefined && cast.items.has(carrier)) {
      derived[`_:c${claim.id}`] = {
        "prov:generatedEntity": name(claim.id),
        "prov:usedEntity": name(carrier),
      };
    }
    const origin = chain?.chain.origin;
    if (origin !== undefined)
      attributed[`_:a${claim.id}`] = { "prov:entity": name(claim.id), "prov:agent": name(origin) };
  }
  return {
    prefix: { answerable: "urn:answerable:claims:", prov: "http://www.w3.org/ns/prov#" },
    agent: Object.fromEntries(
      ledger.agents.map((agent) => [name(agent.id), { "prov:label": publicNameOf(agent) }]),
    ),
    entity: {
      ...Object.fromEntries(ledger.items.map((item) => [name(item.id), { "prov:type": item.kind }])),
      ...Object.fromEntries(
        standing.claims.map(({ claim, grade, soundness }) => [
          name(claim.id),
          {
            "prov:type": "claim",
            "answerable:grade": grade,
            ...(isSayable({ claim, soundness }) && { "prov:value": claim.text }),
          },
        ]),
      ),
    },
    activity,
    used,
    wasGeneratedBy: generated,
    wasAssociatedWith: associated,
    wasDerivedFrom: derived,
    wasAttributedTo: attributed,
  };
}

function name(id: string): string {
  return `answerable:${id.replaceAll(":", "-")}`;
}

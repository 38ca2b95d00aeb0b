/** A small ledger in a few words: who says what, through whom. All names are invented. */
import type { Ledger } from "../model.ts";
import { readLedger } from "../read.ts";

export interface SmallChain {
  readonly origin: string | null;
  /** Agents it went through, in order; the last makes the post. */
  readonly through?: readonly string[];
  readonly perceives?: string;
}

export interface SmallLedger {
  readonly chains: Readonly<Record<string, SmallChain>>;
  readonly agents?: readonly (Readonly<Record<string, unknown>> & { readonly id: string })[];
  readonly items?: readonly Readonly<Record<string, unknown>>[];
  /** By chain, what the items of its end carry besides. */
  readonly posts?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly claims?: readonly Readonly<Record<string, unknown>>[];
  readonly relations?: readonly Readonly<Record<string, unknown>>[];
  readonly incidents?: readonly Readonly<Record<string, unknown>>[];
  readonly figures?: readonly Readonly<Record<string, unknown>>[];
}

export function rawLedger(small: SmallLedger) {
  const chains = Object.entries(small.chains);
  const named = new Map((small.agents ?? []).map((agent) => [agent.id, agent]));
  const everyone = new Set(chains.flatMap(([, chain]) => [chain.origin ?? [], chain.through ?? []].flat()));
  return {
    agents: [...new Set([...everyone, ...named.keys()])].map((id) => ({
      id,
      type: "person",
      ...named.get(id),
    })),
    items: [
      ...chains.map(([id, chain]) => ({
        id: `it:${id}`,
        kind: "social-post",
        agent: chain.through?.at(-1) ?? chain.origin,
        ...small.posts?.[id],
      })),
      ...(small.items ?? []),
    ],
    chains: chains.map(([id, chain]) => {
      const line = [chain.origin, ...(chain.through ?? [])].filter((agent) => agent !== null);
      return {
        id,
        origin: chain.origin,
        perceives: chain.perceives ?? "saw",
        links: [
          ...line.slice(1).map((to, at) => ({ from: line[at], to, mode: "told" })),
          { from: line.at(-1), to: `it:${id}`, mode: chain.origin === null ? "reported" : "stated" },
        ],
      };
    }),
    claims:
      small.claims ?? chains.map(([chain]) => ({ id: `C-${chain}`, type: "event", chain, incident: "I1" })),
    relations: small.relations ?? [],
    incidents: small.incidents ?? [],
    figures: small.figures ?? [],
  };
}

export function smallLedger(small: SmallLedger): Ledger {
  const read = readLedger(rawLedger(small));
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

/**
 * How far a chain's end lies from the one who perceived: how many agents restated the matter, and how often it was
 * merely copied. Found by walking the links; a declared list of restaters only adds those whom the links pass over.
 *
 * Where the origin is unknown, or the links do not meet, the depth is a minimum. Narration that names nobody has depth 0
 * and is *unattributed*: that is not the same as having been there.
 */
import {
  isCopying,
  type Agent,
  type AgentId,
  type Chain,
  type EvidenceItem,
  type ItemId,
  type Link,
} from "./model.ts";

export type Attribution = "unattributed" | "identified-origin" | "inferred-origin" | "unknown-origin";

export interface ChainStanding {
  readonly chain: Chain;
  readonly restaters: readonly string[];
  readonly hearsayDepth: number;
  readonly copies: number;
  readonly broken: boolean;
  readonly originKey: string;
  readonly attribution: Attribution;
  /** Items that are a speaker's own utterance or a recording of it, before anybody else retold it. */
  readonly files: readonly ItemId[];
  /** An item the chain begins with: its teller describes what lies there. */
  readonly describes?: ItemId;
}

export interface Cast {
  readonly agents: ReadonlyMap<string, Agent>;
  readonly items: ReadonlyMap<string, EvidenceItem>;
}

export function castOf(ledger: {
  readonly agents: readonly Agent[];
  readonly items: readonly EvidenceItem[];
}): Cast {
  return {
    agents: new Map(ledger.agents.map((agent) => [agent.id, agent])),
    items: new Map(ledger.items.map((item) => [item.id, item])),
  };
}

export function standingOfChain(chain: Chain, cast: Cast): ChainStanding {
  const restaters = restatersOf(chain, cast);
  const narrated = chain.perceives === "unknown" && restaters.length === 0;
  const describes = beginsWith(chain, cast);
  return {
    chain,
    restaters,
    hearsayDepth: restaters.length,
    copies: chain.links.filter(isCopying).length,
    broken: chain.origin === undefined || !linksMeet(chain.links),
    originKey: chain.origin ?? `unknown:${chain.id.replace(/^ch:/, "")}`,
    attribution:
      chain.origin === undefined
        ? "unknown-origin"
        : chain.inferred
          ? "inferred-origin"
          : narrated
            ? "unattributed"
            : "identified-origin",
    files: filesOf(chain, cast),
    ...(describes && { describes }),
  };
}

/** Distinct agents between the origin and us, in the order in which the matter reached them. */
function restatersOf(chain: Chain, cast: Cast): readonly string[] {
  const found = new Set<string>();
  const copyists = new Set<string>();
  function heard(node: string): void {
    const speaker = speakerAt(node, cast);
    if (speaker !== chain.origin) found.add(speaker);
  }
  for (const link of chain.links) {
    if (isCopying(link)) {
      copyists.add(speakerAt(link.to, cast));
      continue;
    }
    if (cast.agents.has(link.from)) heard(link.from);
    heard(link.to);
  }
  for (const declared of chain.restatedBy ?? []) {
    if (declared !== chain.origin && !copyists.has(declared)) found.add(declared);
  }
  return [...found];
}

/** Who speaks at a node: the agent itself, or whoever made the item. An item of nobody counts as somebody. */
function speakerAt(node: string, cast: Cast): string {
  if (cast.agents.has(node)) return node;
  return cast.items.get(node)?.agent ?? node;
}

function linksMeet(links: readonly Link[]): boolean {
  return links.every((link, at) => at === 0 || links[at - 1]?.to === link.from);
}

function beginsWith(chain: Chain, cast: Cast): ItemId | undefined {
  const first = chain.links[0]?.from;
  return first === undefined ? undefined : cast.items.get(first)?.id;
}

function filesOf(chain: Chain, cast: Cast): readonly ItemId[] {
  const files = new Set<ItemId>();
  const first = beginsWith(chain, cast);
  if (first) files.add(first);
  for (const link of chain.links) {
    const target = cast.items.get(link.to);
    if (!target) continue; // told from one to another: nothing was fixed yet
    const ownWords = link.from === target.agent;
    if (!ownWords && !isCopying(link)) break; // from here on it is somebody else's telling
    files.add(target.id);
  }
  return [...files];
}

/** The agents whose words a chain carries: its origin and everyone who restated it. */
export function voicesOf(standing: ChainStanding): readonly string[] {
  const origin: AgentId | undefined = standing.chain.origin;
  return origin === undefined ? standing.restaters : [origin, ...standing.restaters];
}

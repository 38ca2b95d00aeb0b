/**
 * How many independent origins stand behind a set of claims: at least, and at most.
 *
 * Two chains are one where it is *proved* (the same origin, one derives from the other, the same file, or a person said
 * so) or *presumed* (tied speakers, same words, near pictures, different origins in one file). Components under both are
 * the minimum, components under proof alone the maximum. Whoever's origin is unknown, and a narrator who names nobody,
 * may share the origin of anybody else: they add nothing to the minimum as long as somebody is named. Where a crowd of
 * unknown size passes on an unknown origin the maximum is open. Interpretation is not testimony: an opinion, a cause, a
 * remark that a recording exists do not make one more origin.
 */
import type { ChainStanding } from "./depth.ts";
import { isCopying, type ChainId, type Claim } from "./model.ts";
import { fileKeys, joinPresumed, type Join, type OneBecauseOf } from "./presumed.ts";
import type { Standings } from "./standings.ts";
import { componentsAmong, joinable, type Joined } from "./union-find.ts";

export interface Independence {
  readonly min: number;
  /** undefined: open, nobody can say how many. */
  readonly max: number | undefined;
}

const interpretations = new Set([
  "evaluation",
  "causal",
  "generalisation",
  "background",
  "evidence-exists",
  "role",
  "instruction",
]);
/** Why two ways are one. */
export interface OneBecause {
  readonly why: OneBecauseOf;
  readonly isProved: boolean;
  readonly left: ChainId;
  readonly right: ChainId;
}
/** What became of one way: counted, only carrying others, or of nobody that could be named. */
export interface WayCounted {
  readonly chain: ChainId;
  readonly as: "counted" | "absorbed" | "unknown";
  /** Ways of one number are one origin for the maximum. */
  readonly proved: number;
  /** And for the minimum. */
  readonly presumed: number;
}
export interface ExplainedIndependence extends Independence {
  readonly ways: readonly WayCounted[];
  readonly because: readonly OneBecause[];
}
type Told = (join: { readonly left: number; readonly right: number; readonly why: OneBecauseOf }) => void;

/** Posts by many hands: how many had their own origin cannot be known. */
const crowdMedia = new Set(["social-posts", "forum-posts", "chat-messages"]);

/** Claims that say what happened; where there are none, whatever there is. */
export function testimonyAmong(claims: readonly Claim[]): readonly Claim[] {
  const testimony = claims.filter((claim) => !interpretations.has(claim.type));
  return testimony.length > 0 ? testimony : claims;
}

export function independenceOf(claims: readonly Claim[], standings: Standings): Independence {
  const [first] = claims;
  const only =
    first && claims.every(({ chain }) => chain === first.chain)
      ? standings.chains.get(first.chain)
      : undefined;
  // One way is one origin whatever it is; most claims are asked about alone, and there are twenty thousand.
  if (only) return { min: 1, max: isOpenCrowd(only, standings) ? undefined : 1 };
  const { min, max } = workedOut(claims, standings);
  return { min, max };
}

/** The same, and why. */
export function explainIndependence(claims: readonly Claim[], standings: Standings): ExplainedIndependence {
  const joins: (Parameters<Told>[0] & { readonly isProved: boolean })[] = [];
  const worked = workedOut(claims, standings, (isProved, join) => void joins.push({ ...join, isProved }));
  const { min, max, chains, absorbed, proved, presumed } = worked;
  const because = joins.flatMap(({ isProved, why, ...join }): readonly OneBecause[] => {
    const [left, right] = [chains[join.left]?.chain.id, chains[join.right]?.chain.id];
    return left === undefined || right === undefined || left === right
      ? []
      : [{ why, isProved, left, right }];
  });
  const ways = chains.map((way, at): WayCounted => ({
    chain: way.chain.id,
    as: absorbed.has(at) ? "absorbed" : isNamed(way) ? "counted" : "unknown",
    proved: proved.find(at),
    presumed: presumed.find(at),
  }));
  return { min, max, ways, because };
}

interface WorkedOut extends Independence {
  readonly chains: readonly ChainStanding[];
  readonly absorbed: ReadonlySet<number>;
  readonly proved: Joined;
  readonly presumed: Joined;
}

function workedOut(
  claims: readonly Claim[],
  standings: Standings,
  told?: (isProved: boolean, join: Parameters<Told>[0]) => void,
): WorkedOut {
  const testimony = testimonyAmong(claims);
  const chains = [...new Set(testimony.map((claim) => claim.chain))].flatMap(
    (id) => standings.chains.get(id) ?? [],
  );
  const all = chains.map((_, at) => at);
  const proved = joinable(chains.length);
  joinProved(chains, telling(proved, told && ((join) => told(true, join))), standings);
  const absorbed = absorbedAmong(chains);
  const counted = all.filter((at) => !absorbed.has(at));
  const heard = counted.length > 0 ? counted : all;
  const presumed = joinable(chains.length);
  for (const at of all) presumed.join(at, proved.find(at));
  joinPresumed({ chains, testimony, standings }, telling(presumed, told && ((join) => told(false, join))));
  const named = heard.filter((at) => isNamed(chains[at]));
  return {
    chains,
    absorbed: counted.length > 0 ? absorbed : new Set(),
    proved,
    presumed,
    min: chains.length === 0 ? 0 : Math.max(1, componentsAmong(presumed, named)),
    max: chains.some((chain) => isOpenCrowd(chain, standings)) ? undefined : componentsAmong(proved, heard),
  };
}

function telling(joined: Joined, told: Told | undefined): Join {
  return (left, right, why) => {
    joined.join(left, right);
    told?.({ left, right, why });
  };
}

function isNamed(standing: ChainStanding | undefined): boolean {
  return standing !== undefined && !["unknown-origin", "unattributed"].includes(standing.attribution);
}

/** An unknown origin passed on by a group nobody has counted. */
function isOpenCrowd(standing: ChainStanding, { cast, uncounted }: Standings): boolean {
  if (standing.chain.origin !== undefined) return false;
  return standing.files.some((file) => {
    const item = cast.items.get(file);
    const carrier = item?.agent === undefined ? undefined : cast.agents.get(item.agent);
    return carrier?.type === "group" && (uncounted.has(carrier.id) || crowdMedia.has(item?.kind ?? ""));
  });
}

function joinProved(chains: readonly ChainStanding[], join: Join, standings: Standings): void {
  const at = new Map(chains.map((chain, index) => [chain.chain.id as string, index]));
  const first = new Map<string, number>();
  const meet = (why: "origin" | "file", key: string, index: number): void => {
    const earlier = first.get(`${why} ${key}`);
    if (earlier === undefined) first.set(`${why} ${key}`, index);
    else join(earlier, index, why);
  };
  chains.forEach((chain, index) => {
    if (chain.chain.origin !== undefined) meet("origin", chain.chain.origin, index);
    if (!throughAnother(chain)) for (const file of fileKeys(chain, standings.cast)) meet("file", file, index);
  });
  // What nobody knows the origin of, and came through the mouth of one who also speaks for herself, is hers.
  const speakers = speakersAmong(chains);
  chains.forEach((chain, index) => {
    for (const speaker of chain.restaters.flatMap((restater) => speakers.get(restater) ?? [])) {
      if (chain.chain.origin === undefined || tellEachOther(chain, chains[speaker]))
        join(speaker, index, "carrier");
    }
  });
  for (const [left, right] of standings.declared) {
    const pair = [at.get(left), at.get(right)] as const;
    if (pair[0] !== undefined && pair[1] !== undefined) join(pair[0], pair[1], "declared");
  }
}

/** Whether somebody else's mouth stands between a known origin and the file. */
function throughAnother(chain: ChainStanding): boolean {
  const { origin, links } = chain.chain;
  const before = links.slice(
    0,
    links.findIndex((link) => chain.files.some((file) => file === link.to)),
  );
  return origin !== undefined && before.some((link) => !isCopying(link));
}

/**
 * One derives from the other. Who passes on others adds nothing by speaking for herself; a description of a thing that
 * another chain brought is no origin of its own. Both stand behind the others and do not make these one: two soldiers
 * through one paper are two. A narrator's own source is not known, so that what he names elsewhere is not proved to be it.
 */
function absorbedAmong(chains: readonly ChainStanding[]): ReadonlySet<number> {
  const brought = new Set<string>(chains.flatMap((chain) => chain.chain.links.map((link) => link.to)));
  const speakers = speakersAmong(chains);
  const absorbed = new Set<number>();
  chains.forEach((chain, index) => {
    if (chain.describes !== undefined && brought.has(chain.describes)) absorbed.add(index);
    if (chain.chain.origin === undefined) return;
    for (const speaker of chain.restaters.flatMap((restater) => speakers.get(restater) ?? [])) {
      if (!tellEachOther(chain, chains[speaker])) absorbed.add(speaker);
    }
  });
  return absorbed;
}

/** By agent, the chains in which it speaks for itself. */
function speakersAmong(chains: readonly ChainStanding[]): ReadonlyMap<string, readonly number[]> {
  const speakers = new Map<string, number[]>();
  chains.forEach(({ chain: { origin }, attribution }, index) => {
    if (origin === undefined || attribution === "unattributed") return;
    const own = speakers.get(origin) ?? [];
    own.push(index);
    speakers.set(origin, own);
  });
  return speakers;
}

function tellEachOther(chain: ChainStanding, speaker: ChainStanding | undefined): boolean {
  return speaker !== undefined && speaker.restaters.some((restater) => restater === chain.chain.origin);
}

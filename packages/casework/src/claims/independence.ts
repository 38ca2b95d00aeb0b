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
import { castOf, standingOfChain, voicesOf, type Cast, type ChainStanding } from "./depth.ts";
import { nearPicturesAmong, sameWordsAmong, type Pictured, type Spoken } from "./likeness.ts";
import { isCopying, type Claim, type Ledger } from "./model.ts";
import { ownKey, tiesOf } from "./ties.ts";
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
/** Copied words prove nothing in a short phrase. */
const tellingLength = 20;
/** Posts by many hands: how many had their own origin cannot be known. */
const crowdMedia = new Set(["social-posts", "forum-posts", "chat-messages"]);

export interface Standings {
  readonly cast: Cast;
  readonly chains: ReadonlyMap<string, ChainStanding>;
  /** Chains that a person declared to be of one origin, by the claims they carry. */
  readonly declared: readonly (readonly [string, string])[];
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
  const declared = ledger.relations
    .filter((relation) => relation.type === "same-origin")
    .flatMap((relation) =>
      relation.to.flatMap((to): [string, string][] => {
        const pair = [chainOf.get(relation.from), chainOf.get(to)] as const;
        return pair[0] !== undefined && pair[1] !== undefined ? [[pair[0], pair[1]]] : [];
      }),
    );
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
    declared,
    uncounted,
    houses,
  };
}

/** Claims that say what happened; where there are none, whatever there is. */
export function testimonyAmong(claims: readonly Claim[]): readonly Claim[] {
  const testimony = claims.filter((claim) => !interpretations.has(claim.type));
  return testimony.length > 0 ? testimony : claims;
}

export function independenceOf(claims: readonly Claim[], standings: Standings): Independence {
  const testimony = testimonyAmong(claims);
  const chains = [...new Set(testimony.map((claim) => claim.chain))].flatMap(
    (id) => standings.chains.get(id) ?? [],
  );
  if (chains.length === 0) return { min: 0, max: 0 };
  const all = chains.map((_, at) => at);
  const proved = joinable(chains.length);
  joinProved(chains, proved, standings);
  const absorbed = absorbedAmong(chains);
  const counted = all.filter((at) => !absorbed.has(at));
  const telling = counted.length > 0 ? counted : all;
  const presumed = joinable(chains.length);
  for (const at of all) presumed.join(at, proved.find(at));
  joinPresumed({ chains, testimony, standings }, presumed);
  const named = telling.filter((at) => isNamed(chains[at]));
  return {
    min: Math.max(1, componentsAmong(presumed, named)),
    max: chains.some((chain) => isOpenCrowd(chain, standings)) ? undefined : componentsAmong(proved, telling),
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

function joinProved(chains: readonly ChainStanding[], joined: Joined, standings: Standings): void {
  const at = new Map(chains.map((chain, index) => [chain.chain.id as string, index]));
  const first = new Map<string, number>();
  const meet = (key: string, index: number): void => {
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, index);
    else joined.join(earlier, index);
  };
  chains.forEach((chain, index) => {
    if (chain.chain.origin !== undefined) meet(`origin ${chain.chain.origin}`, index);
    if (!throughAnother(chain))
      for (const file of fileKeys(chain, standings.cast)) meet(`file ${file}`, index);
  });
  // What nobody knows the origin of, and came through the mouth of one who also speaks for herself, is hers.
  const speakers = speakersAmong(chains);
  chains.forEach((chain, index) => {
    for (const speaker of chain.restaters.flatMap((restater) => speakers.get(restater) ?? [])) {
      if (chain.chain.origin === undefined || tellEachOther(chain, chains[speaker]))
        joined.join(speaker, index);
    }
  });
  for (const [left, right] of standings.declared) {
    const pair = [at.get(left), at.get(right)] as const;
    if (pair[0] !== undefined && pair[1] !== undefined) joined.join(pair[0], pair[1]);
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

/** Files by themselves and by their digest: two ids may be one file. */
function fileKeys(chain: ChainStanding, cast: Cast): readonly string[] {
  return chain.files.flatMap((id) => {
    const digest = cast.items.get(id)?.sha256;
    return digest === undefined ? [id] : [id, digest.toLowerCase()];
  });
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

interface Heard {
  readonly chains: readonly ChainStanding[];
  readonly testimony: readonly Claim[];
  readonly standings: Standings;
}

function joinPresumed({ chains, testimony, standings }: Heard, joined: Joined): void {
  const { cast } = standings;
  const first = new Map<string, number>();
  const meet = (key: string, index: number): void => {
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, index);
    else joined.join(earlier, index);
  };
  const texts: Spoken[] = [];
  const pictures: Pictured[] = [];
  const at = new Map<string, number>();
  chains.forEach((chain, owner) => {
    at.set(chain.chain.id, owner);
    const speaker = cast.agents.get(voicesOf(chain)[0] ?? "");
    if (speaker) for (const tie of [ownKey(speaker), ...tiesOf(speaker)]) meet(`tie ${tie}`, owner);
    for (const file of fileKeys(chain, cast)) meet(`file ${file}`, owner);
    for (const id of chain.files) {
      const item = cast.items.get(id);
      if (item?.text !== undefined) texts.push({ owner, text: item.text });
      if (item?.perceptualHash !== undefined) pictures.push({ owner, hash: item.perceptualHash });
    }
  });
  for (const claim of testimony) {
    const owner = at.get(claim.chain);
    if (owner === undefined || claim.modality !== "quoted" || wordCount(claim.text) < tellingLength) continue;
    texts.push({ owner, text: claim.text });
  }
  for (const [left, right] of sameWordsAmong(texts)) joined.join(left, right);
  for (const [left, right] of nearPicturesAmong(pictures)) joined.join(left, right);
}

function wordCount(text: string): number {
  return text.split(/\s+/u).length;
}

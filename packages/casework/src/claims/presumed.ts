/**
 * What is presumed to be one until a person says otherwise: tied speakers, the same words, near pictures, different origins in
 * one file. A person may also hold two apart; whoever is like both of them may still be either's.
 */
import { voicesOf, type Cast, type ChainStanding } from "./depth.ts";
import { nearPicturesAmong, sameWordsAmong, type Pictured, type Spoken } from "./likeness.ts";
import type { Claim } from "./model.ts";
import { pairKey, type Standings } from "./standings.ts";
import { ownKey, tiesOf } from "./ties.ts";

export type OneBecauseOf = "origin" | "file" | "carrier" | "declared" | "tie" | "words" | "picture";
export type Join = (left: number, right: number, why: OneBecauseOf) => void;

/** Copied words prove nothing in a short phrase. */
const tellingLength = 20;
interface Heard {
  readonly chains: readonly ChainStanding[];
  readonly testimony: readonly Claim[];
  readonly standings: Standings;
}

export function joinPresumed({ chains, testimony, standings }: Heard, join: Join): void {
  const { cast, apart, apartChains } = standings;
  const meetings = new Map<string, number[]>();
  const meet = (key: string, index: number): void => {
    const there = meetings.get(key);
    if (!there) meetings.set(key, [index]);
    else if (there.at(-1) !== index) there.push(index);
  };
  const isApart = (left: number, right: number): boolean =>
    apart.has(pairKey(chains[left]?.chain.id ?? "", chains[right]?.chain.id ?? ""));
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
  const heldApart = new Set(chains.flatMap(({ chain }, owner) => (apartChains.has(chain.id) ? [owner] : [])));
  for (const [key, there] of meetings)
    joinMet(there, key.startsWith("tie ") ? "tie" : "file", { join, isApart, heldApart });
  for (const [left, right] of sameWordsAmong(texts)) if (!isApart(left, right)) join(left, right, "words");
  for (const [left, right] of nearPicturesAmong(pictures))
    if (!isApart(left, right)) join(left, right, "picture");
}

interface Joining {
  readonly join: Join;
  readonly isApart: (left: number, right: number) => boolean;
  readonly heldApart: ReadonlySet<number>;
}

/** All who met in one thing are one, but two that a person holds apart. */
function joinMet(there: readonly number[], why: OneBecauseOf, { join, isApart, heldApart }: Joining): void {
  const held = there.filter((one) => heldApart.has(one));
  const disputed = held.filter((left) => held.some((right) => isApart(left, right)));
  const rest = disputed.length === 0 ? there : there.filter((one) => !disputed.includes(one));
  const [first] = rest;
  for (const one of rest) if (first !== undefined && one !== first) join(first, one, why);
  disputed.forEach((one, at) => {
    if (first !== undefined) join(first, one, why);
    for (const other of disputed.slice(at + 1)) if (!isApart(one, other)) join(one, other, why);
  });
}

function wordCount(text: string): number {
  return text.split(/\s+/u).length;
}

/** Files by themselves and by their digest: two ids may be one file. */
export function fileKeys(chain: ChainStanding, cast: Cast): readonly string[] {
  return chain.files.flatMap((id) => {
    const digest = cast.items.get(id)?.sha256;
    return digest === undefined ? [id] : [id, digest.toLowerCase()];
  });
}

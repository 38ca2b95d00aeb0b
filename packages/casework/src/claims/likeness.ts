/**
 * Same words, same picture. Likeness only proposes: two who say the same may both have seen it. Finds all pairs above
 * the threshold without comparing everybody with everybody: only texts that share one of their rarest shingles, only
 * pictures that share a band of bits, are looked at closely.
 */
const shingleWords = 5;
const sameWords = 0.8;
/** 31 of 256 bits, the usual threshold of PDQ, in proportion to the length. */
const sameBits = 31 / 256;

export interface Spoken {
  readonly owner: number;
  readonly text: string;
}

function shinglesOf(text: string): ReadonlySet<string> {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const shingles = new Set<string>();
  for (let at = 0; at + shingleWords <= words.length; at += 1) {
    shingles.add(words.slice(at, at + shingleWords).join(" "));
  }
  return shingles;
}

function jaccard(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  for (const shingle of left) if (right.has(shingle)) shared += 1;
  return shared / (left.size + right.size - shared);
}

/** Pairs of owners whose words are the same. Two sets of likeness 0.8 share one of the rarest fifth of either. */
export function sameWordsAmong(texts: readonly Spoken[]): readonly (readonly [number, number])[] {
  const { firsts, pairs } = same(texts, ({ text }) => [...shinglesOf(text)].sort().join("|"));
  const sets = firsts.map(({ text }) => shinglesOf(text));
  const frequency = new Map<string, number>();
  for (const set of sets)
    for (const shingle of set) frequency.set(shingle, (frequency.get(shingle) ?? 0) + 1);
  const postings = new Map<string, number[]>();
  sets.forEach((set, at) => {
    const rarest = [...set].sort(
      (a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : Number(a > b)),
    );
    const prefix = rarest.slice(0, set.size - Math.ceil(sameWords * set.size) + 1);
    const candidates = new Set(prefix.flatMap((shingle) => postings.get(shingle) ?? []));
    for (const other of candidates) {
      const left = firsts[other]?.owner;
      const right = firsts[at]?.owner;
      if (left === undefined || right === undefined || left === right) continue;
      if (jaccard(sets[other] ?? new Set(), set) >= sameWords) pairs.push([left, right]);
    }
    for (const shingle of prefix) {
      const bearers = postings.get(shingle) ?? [];
      bearers.push(at);
      postings.set(shingle, bearers);
    }
  });
  return pairs;
}

/** The first bearer of each thing, and a pair for everyone who bears the very same. Nothing is borne by nobody. */
function same<T extends { readonly owner: number }>(
  bearers: readonly T[],
  thingOf: (bearer: T) => string,
): { readonly firsts: readonly T[]; readonly pairs: [number, number][] } {
  const first = new Map<string, T>();
  const pairs: [number, number][] = [];
  for (const bearer of bearers) {
    const thing = thingOf(bearer);
    const earlier = first.get(thing);
    if (thing === "") continue;
    if (!earlier) first.set(thing, bearer);
    else if (earlier.owner !== bearer.owner) pairs.push([earlier.owner, bearer.owner]);
  }
  return { firsts: [...first.values()], pairs };
}

export interface Pictured {
  readonly owner: number;
  readonly hash: string;
}

function bitsApart(left: string, right: string): number {
  let apart = 0;
  for (let at = 0; at < left.length; at += 1) {
    let differing = Number.parseInt(left.charAt(at), 16) ^ Number.parseInt(right.charAt(at), 16);
    for (; differing > 0; differing >>= 1) apart += differing & 1;
  }
  return apart;
}

/** Pairs of owners whose pictures are near. With t bits allowed, one of t + 1 bands is untouched. */
export function nearPicturesAmong(pictures: readonly Pictured[]): readonly (readonly [number, number])[] {
  const { firsts, pairs } = same(pictures, ({ hash }) => hash.toLowerCase());
  const bands = new Map<string, number[]>();
  firsts.forEach(({ owner, hash }, at) => {
    const allowed = Math.floor(hash.length * 4 * sameBits);
    const width = Math.max(1, Math.floor(hash.length / (allowed + 1)));
    const seen = new Set<number>();
    for (let from = 0; from + width <= hash.length; from += width) {
      const key = `${hash.length}:${from}:${hash.slice(from, from + width).toLowerCase()}`;
      const bearers = bands.get(key) ?? [];
      for (const other of bearers) seen.add(other);
      bearers.push(at);
      bands.set(key, bearers);
    }
    for (const other of seen) {
      const earlier = firsts[other];
      if (!earlier || earlier.owner === owner || bitsApart(earlier.hash, hash) > allowed) continue;
      pairs.push([earlier.owner, owner]);
    }
  });
  return pairs;
}

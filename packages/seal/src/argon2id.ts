/**
 * Argon2id (RFC 9106) in plain JavaScript, for where WebAssembly may not run. A 64-bit word lies as two halves of 32 bits, lower
 * half first, as the processors of all telephones have it; nothing is allocated while the memory fills. The test vectors of the
 * RFC pass, and whatever is asked of it hash-wasm answers alike.
 */
import { joined } from "@answerable/wire";

import { blake2b } from "./blake2b.ts";

export interface Argon2idAsk {
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly secret?: Uint8Array;
  readonly associated?: Uint8Array;
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
  /** Of the key. */
  readonly bytes: number;
}

/** Halves of words in a block of 1024 bytes. */
const BLOCK = 256;
const SLICES = 4;
const VERSION = 0x13;
const ID = 2;
const empty = new Uint8Array();

/**
 * The block before, the one it is joined with, the one being made, and the one being mixed for it. One of each for all, of a length
 * that the engine knows: so it checks no bounds in the inmost loops.
 */
const before = new Int32Array(BLOCK);
const other = new Int32Array(BLOCK);
const made = new Int32Array(BLOCK);
const mixing = new Int32Array(BLOCK);

export function argon2id(ask: Argon2idAsk): Uint8Array {
  const { memoryKiB, passes, lanes, bytes } = ask;
  if (lanes < 1 || passes < 1 || bytes < 4 || memoryKiB < 8 * lanes)
    throw new Error("no such cost of Argon2id");
  const segment = Math.floor(memoryKiB / (SLICES * lanes));
  const lane = segment * SLICES;
  const memory = new Int32Array(lane * lanes * BLOCK);
  const start = startOf(ask);
  for (let of = 0; of < lanes; of += 1) {
    for (const first of [0, 1])
      memory.set(halvesOf(longHash(joined(start, words(first, of)), 1024)), (of * lane + first) * BLOCK);
  }
  for (let pass = 0; pass < passes; pass += 1) {
    for (let slice = 0; slice < SLICES; slice += 1) {
      for (let of = 0; of < lanes; of += 1)
        fillSegment(memory, { pass, slice, of, lanes, passes, segment, lane });
    }
  }
  made.fill(0);
  for (let of = 0; of < lanes; of += 1) {
    const last = blockOf(memory, of * lane + lane - 1);
    for (let n = 0; n < BLOCK; n += 1) made[n] = half(made, n) ^ half(last, n);
  }
  const key = longHash(new Uint8Array(made.buffer), bytes);
  for (const used of [memory, before, other, made, mixing]) used.fill(0);
  return key;
}

/** H0: everything that was asked. */
function startOf({ password, salt, secret = empty, associated = empty, ...cost }: Argon2idAsk): Uint8Array {
  const { lanes, bytes, memoryKiB, passes } = cost;
  const parts = [password, salt, secret, associated].flatMap((part) => [words(part.length), part]);
  return blake2b(joined(words(lanes, bytes, memoryKiB, passes, VERSION, ID), ...parts));
}

/** H': BLAKE2b of any length. */
function longHash(input: Uint8Array, length: number): Uint8Array {
  const first = joined(words(length), input);
  if (length <= 64) return blake2b(first, length);
  const hash = new Uint8Array(length);
  let link = blake2b(first);
  let at = 0;
  for (; length - at > 64; at += 32) {
    hash.set(link.subarray(0, 32), at);
    link = blake2b(link, Math.min(64, length - at - 32));
  }
  hash.set(link, at);
  return hash;
}

interface Segment {
  readonly pass: number;
  readonly slice: number;
  readonly of: number;
  readonly lanes: number;
  readonly passes: number;
  /** Blocks of a segment, and of a lane. */
  readonly segment: number;
  readonly lane: number;
}

function fillSegment(memory: Int32Array, place: Segment): void {
  const { pass, slice, of, lanes, segment, lane } = place;
  // Half a pass looks where the password does not say: no timing tells of it.
  const addresses = pass === 0 && slice < 2 ? openAddresses(place) : undefined;
  for (let at = pass === 0 && slice === 0 ? 2 : 0; at < segment; at += 1) {
    const now = of * lane + slice * segment + at;
    const previous = blockOf(memory, at === 0 && slice === 0 ? now + lane - 1 : now - 1);
    const [chance, whose] = addresses ? addresses(at) : [half(previous, 0), half(previous, 1)];
    const wanted = pass === 0 && slice === 0 ? of : (whose >>> 0) % lanes;
    before.set(previous);
    other.set(blockOf(memory, wanted * lane + placeIn(place, { at, isSame: wanted === of, chance })));
    // From the second pass on a block is added to what stood there.
    if (pass === 0) made.fill(0);
    else made.set(blockOf(memory, now));
    addCompressed();
    memory.set(made, now * BLOCK);
  }
}

/** Which block of its lane: one of those that are ready, likelier a young one. */
function placeIn(
  { pass, slice, segment, lane }: Segment,
  { at, isSame, chance }: { readonly at: number; readonly isSame: boolean; readonly chance: number },
): number {
  const ready = (pass === 0 ? slice * segment : lane - segment) + (isSame ? at - 1 : at === 0 ? -1 : 0);
  const first = pass === 0 || slice === SLICES - 1 ? 0 : (slice + 1) * segment;
  const young = highOf(ready, highOf(chance, chance));
  return (first + ready - 1 - young) % lane;
}

/** Addresses that follow from the place alone, made 128 at a time. */
function openAddresses(place: Segment): (at: number) => readonly [chance: number, whose: number] {
  const { pass, of, slice, lane, lanes, passes } = place;
  const asked = new Int32Array(BLOCK);
  const found = new Int32Array(BLOCK);
  [pass, of, slice, lane * lanes, passes, ID].forEach((one, n) => (asked[2 * n] = one));
  return (at) => {
    const count = Math.floor(at / 128) + 1;
    if (half(asked, 12) !== count) {
      asked[12] = count;
      found.set(asked);
      for (let twice = 0; twice < 2; twice += 1) {
        before.fill(0);
        other.set(found);
        made.fill(0);
        addCompressed();
        found.set(made);
      }
    }
    return [half(found, (at % 128) * 2), half(found, (at % 128) * 2 + 1)];
  };
}

/** G of the two blocks, added to the one being made: eight rows of sixteen words are mixed, then eight columns. */
function addCompressed(): void {
  for (let n = 0; n < BLOCK; n += 1) {
    const both = half(before, n) ^ half(other, n);
    mixing[n] = both;
    made[n] = half(made, n) ^ both;
  }
  for (let row = 0; row < BLOCK; row += 32) permute(row, 4);
  for (let column = 0; column < 32; column += 4) permute(column, 32);
  for (let n = 0; n < BLOCK; n += 1) made[n] = half(made, n) ^ half(mixing, n);
}

/** Sixteen words, in pairs that lie `step` apart. */
function permute(a: number, step: number): void {
  const b = a + 2 * step;
  const c = b + 2 * step;
  const d = c + 2 * step;
  quarter(a, b, c, d);
  quarter(a + 2, b + 2, c + 2, d + 2);
  quarter(a + step, b + step, c + step, d + step);
  quarter(a + step + 2, b + step + 2, c + step + 2, d + step + 2);
  quarter(a, b + 2, c + step, d + step + 2);
  quarter(a + 2, b + step, c + step + 2, d);
  quarter(a + step, b + step + 2, c, d + 2);
  quarter(a + step + 2, b, c + 2, d + step);
}

/** BLAKE2b's G with multiplication, on the words at these places. */
// oxlint-disable-next-line max-params -- an object a call would be made fifty million times
function quarter(a: number, b: number, c: number, d: number): void {
  // Says to the engine what is so anyway: a place is even and within the block.
  const [atA, atB, atC, atD] = [a & 254, b & 254, c & 254, d & 254];
  let aLow = half(mixing, atA);
  let aHigh = half(mixing, atA | 1);
  let bLow = half(mixing, atB);
  let bHigh = half(mixing, atB | 1);
  let cLow = half(mixing, atC);
  let cHigh = half(mixing, atC | 1);
  let dLow = half(mixing, atD);
  let dHigh = half(mixing, atD | 1);

  let low = lowSum(aLow, bLow);
  aHigh = (aHigh + bHigh + highSum(aLow, bLow, low)) | 0;
  aLow = low;
  let [xLow, xHigh] = [dLow ^ aLow, dHigh ^ aHigh];
  dLow = xHigh;
  dHigh = xLow;

  low = lowSum(cLow, dLow);
  cHigh = (cHigh + dHigh + highSum(cLow, dLow, low)) | 0;
  cLow = low;
  [xLow, xHigh] = [bLow ^ cLow, bHigh ^ cHigh];
  bLow = (xLow >>> 24) | (xHigh << 8);
  bHigh = (xHigh >>> 24) | (xLow << 8);

  low = lowSum(aLow, bLow);
  aHigh = (aHigh + bHigh + highSum(aLow, bLow, low)) | 0;
  aLow = low;
  [xLow, xHigh] = [dLow ^ aLow, dHigh ^ aHigh];
  dLow = (xLow >>> 16) | (xHigh << 16);
  dHigh = (xHigh >>> 16) | (xLow << 16);

  low = lowSum(cLow, dLow);
  cHigh = (cHigh + dHigh + highSum(cLow, dLow, low)) | 0;
  cLow = low;
  [xLow, xHigh] = [bLow ^ cLow, bHigh ^ cHigh];
  bLow = (xLow << 1) | (xHigh >>> 31);
  bHigh = (xHigh << 1) | (xLow >>> 31);

  mixing[atA] = aLow;
  mixing[atA | 1] = aHigh;
  mixing[atB] = bLow;
  mixing[atB | 1] = bHigh;
  mixing[atC] = cLow;
  mixing[atC | 1] = cHigh;
  mixing[atD] = dLow;
  mixing[atD | 1] = dHigh;
}

/** The lower half of a + b + 2ab. */
function lowSum(a: number, b: number): number {
  return ((Math.imul(a, b) << 1) + a + b) | 0;
}

const BELOW = 2 ** -32;

/**
 * What a + b + 2ab has above its lower half. The product of two halves does not fit a double, but it is off by less than 2^12, and
 * without its lower half it is a multiple of 2^32: rounding gives the very number.
 */
function highSum(a: number, b: number, low: number): number {
  const x = a >>> 0;
  const y = b >>> 0;
  return ((x * y * 2 + (x + y) - (low >>> 0)) * BELOW + 0.5) | 0;
}

/** The upper half of ab. */
function highOf(a: number, b: number): number {
  return Math.floor(((a >>> 0) * (b >>> 0) - (Math.imul(a, b) >>> 0)) * BELOW + 0.5);
}

function blockOf(memory: Int32Array, at: number): Int32Array {
  return memory.subarray(at * BLOCK, (at + 1) * BLOCK);
}

/** What is always there: the places are ours. */
function half(block: Int32Array, at: number): number {
  return block[at] as number; // noUncheckedIndexedAccess cannot know it
}

function halvesOf(bytes: Uint8Array): Int32Array {
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}

/** Numbers as they stand in what is hashed: four bytes each, lowest first. */
function words(...numbers: readonly number[]): Uint8Array {
  return new Uint8Array(Uint32Array.from(numbers).buffer);
}

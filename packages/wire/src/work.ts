/**
 * Work against floods: before a letter or a file is taken, its sender looks for a number that makes a SHA-256 begin with
 * so many zero bits. Plain SHA-256 and not a memory-hard function: that would punish the old telephones we exist for.
 * How many bits follows from the load; nobody's address is needed for it.
 */
import * as v from "valibot";

import { utf8 } from "./bytes.ts";

/** A device does no more than this, whatever the server asks: about a minute on an old telephone. */
export const MOST_WORK_BITS = 20;

/** `now` is the server's clock, so that a device whose clock is wrong can say so. */
export const WorkChallenge = v.strictObject({
  challenge: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.-]{10,200}$/)),
  bits: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(MOST_WORK_BITS)),
  now: v.pipe(v.string(), v.isoTimestamp()),
});
export type WorkChallenge = v.InferOutput<typeof WorkChallenge>;

/** What stands in the header: the challenge, a colon, the number that was found. */
export const WORK_HEADER = "x-answerable-work";
export const WorkDone = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.-]{10,200}:[0-9]{1,12}$/));

/** What is hashed. `about` binds the work to one letter or file: a hash, or a length. */
export function workMessage(challenge: string, about: string, number: number): Uint8Array {
  return utf8(`${challenge}.${about}.${number}`);
}

export function hasZeroBits(hash: Uint8Array, bits: number): boolean {
  const whole = bits >> 3;
  for (let at = 0; at < whole; at += 1) if (hash[at] !== 0) return false;
  return (hash[whole] ?? 0) >> (8 - (bits & 7)) === 0;
}

export interface Work {
  readonly challenge: WorkChallenge;
  readonly about: string;
  /** SHA-256. */
  readonly hash: (bytes: Uint8Array) => Uint8Array;
  /** Lets the page breathe between turns. */
  readonly pause: () => Promise<void>;
}

/** The header's text. */
export async function workDone({
  challenge: { challenge, bits },
  about,
  hash,
  pause,
}: Work): Promise<string> {
  for (let number = 0; ; number += 1) {
    if (hasZeroBits(hash(workMessage(challenge, about, number)), bits)) return `${challenge}:${number}`;
    if (number % 512 === 511) await pause();
  }
}

/**
 * Lengths tell. What is sealed is first brought to a bucket: four bytes of length (little-endian), the bytes, zeros.
 * Buckets are Padmé's ("Reducing Metadata Leakage from Encrypted Files", PETS 2019): at most 12 % more, and the size
 * tells O(log log n) bits. Padding is checked on the way in, so that one content has one padded form.
 */
import { Damaged, TooLarge } from "./damaged.ts";

const LENGTH_BYTES = 4;

/** The bucket: the least length that may stand for `length`. */
export type Bucket = (length: number) => number;

/** Padmé: a length keeps only as many high bits as its exponent has bits. */
export function padme(length: number): number {
  if (length < 2) return length;
  const exponent = Math.floor(Math.log2(length));
  const kept = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** Math.max(0, exponent - kept);
  return Math.ceil(length / step) * step;
}

export function padmeFrom(smallest: number): Bucket {
  return (length) => Math.max(smallest, padme(length));
}

export function multipleOf(step: number): Bucket {
  return (length) => Math.ceil(length / step) * step;
}

/** The most bytes whose bucket is not above `most`. */
export function largestPayload(bucket: Bucket, most: number): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (bucket(middle + LENGTH_BYTES) <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function padded(bytes: Uint8Array, bucket: Bucket, most: number): Uint8Array {
  const length = bucket(bytes.length + LENGTH_BYTES);
  if (length > most) throw new TooLarge(bytes.length, largestPayload(bucket, most));
  const all = new Uint8Array(length);
  new DataView(all.buffer).setUint32(0, bytes.length, true);
  all.set(bytes, LENGTH_BYTES);
  return all;
}

/** Throws Damaged where the length does not fit its bucket or a padding byte is not zero. */
export function unpadded(all: Uint8Array, bucket: Bucket): Uint8Array {
  if (all.length < LENGTH_BYTES) throw new Damaged("padding");
  const length = new DataView(all.buffer, all.byteOffset, all.byteLength).getUint32(0, true);
  const end = LENGTH_BYTES + length;
  if (end > all.length || bucket(end) !== all.length) throw new Damaged("padding");
  for (let at = end; at < all.length; at += 1) if (all[at] !== 0) throw new Damaged("padding");
  return all.subarray(LENGTH_BYTES, end);
}

/**
 * Whether two files of a case may be one source: the very same bytes, pictures of which few points differ, films that run alike where they
 * fit best. A proposal and no more. A likeness is sixteen hexadecimal digits; a film's is a row of them with commas, two a second
 * (desk/viewer/likeness.ts), empty where a picture is of one shade.
 */
import type { Attachment } from "./attachment.ts";

/** Of the 64 bits of a picture. */
const MOST_DIFFERENT = 6;
/** Fewer pictures of a film than these say little: all of a very short one, or so many. */
const FEWEST_PICTURES = 4;

export function areAlike(
  one: Pick<Attachment, "plain" | "found" | "madeFrom">,
  other: Pick<Attachment, "plain" | "found" | "madeFrom">,
): boolean {
  if (one.madeFrom || other.madeFrom) return false;
  if (one.plain === other.plain) return true;
  const [a, b] = [rowOf(one.found["likeness"]), rowOf(other.found["likeness"])];
  if (a.length === 0 || b.length === 0) return false;
  // A picture out of a film is found in it.
  return leastApart(a, b) <= MOST_DIFFERENT;
}

/**
 * Where the shorter film lies best along the longer: the middle one of the differences between pictures shown at the same time. At least half of
 * the shorter must lie within the longer, so that one like picture makes no like film. Infinity: they cannot be compared.
 */
export function leastApart(one: Row, other: Row): number {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const telling = short.filter((picture) => picture !== undefined).length;
  const fewest = Math.max(Math.ceil(telling / 2), Math.min(FEWEST_PICTURES, telling), 1);
  let least = Infinity;
  for (let shift = 1 - short.length; shift < long.length; shift += 1) {
    const apart = short.flatMap((picture, at) => {
      const beside = long[at + shift];
      return picture === undefined || beside === undefined ? [] : [bitsApart(picture, beside)];
    });
    if (apart.length < fewest) continue;
    apart.sort((a, b) => a - b);
    least = Math.min(least, apart[Math.floor(apart.length / 2)] ?? Infinity);
  }
  return least;
}

/** Pictures in their order; undefined: of one shade. */
export type Row = readonly (bigint | undefined)[];

/** Nothing for what is no likeness: it came from a frame that a stranger's file may have broken. */
export function rowOf(likeness: string | undefined): Row {
  if (likeness === undefined || !/^(?:[0-9a-f]{16})?(?:,(?:[0-9a-f]{16})?)*$/u.test(likeness)) return [];
  return likeness.split(",").map((picture) => (picture === "" ? undefined : BigInt(`0x${picture}`)));
}

function bitsApart(one: bigint, other: bigint): number {
  return (one ^ other).toString(2).replaceAll("0", "").length;
}

/**
 * Bytes become text: by their mark, else as UTF-8 if they are that, else by what Russian and Ukrainian look like in the eight-bit
 * encodings that are still met. What was taken for what is always said.
 */

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/** Bytes that a guess looks at. */
const SAMPLE = 64 * 1024;

const eightBit = ["windows-1251", "koi8-u", "ibm866", "x-mac-cyrillic", "iso-8859-5"] as const;

export function decode(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function encodingOf(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return wide(bytes) ?? (isUtf8(bytes) ? "utf-8" : likeliest(bytes));
}

/** UTF-16 without its mark: every other byte of plain signs is nothing. */
function wide(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  let even = 0;
  let odd = 0;
  for (let at = 0; at + 1 < sample.length; at += 2) {
    // Latin letters and signs have 0 above, Cyrillic 4.
    if (sample[at] === 0 || sample[at] === 4) even += 1;
    if (sample[at + 1] === 0 || sample[at + 1] === 4) odd += 1;
  }
  const pairs = Math.floor(sample.length / 2);
  if (pairs < 4) return undefined;
  if (odd > pairs * 0.9 && even < pairs * 0.3) return "utf-16le";
  return even > pairs * 0.9 && odd < pairs * 0.3 ? "utf-16be" : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function likeliest(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE);
  const [best = "windows-1251"] = eightBit
    .map((name) => ({ name, score: looksRight(new TextDecoder(name).decode(sample)) }))
    .toSorted((x, y) => y.score - x.score)
    .map(({ name }) => name);
  return best;
}

const common = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфіїєґё";

/** Common letters small, words that do not change their case in the middle, no lines of a drawn table. */
function looksRight(text: string): number {
  let score = 0;
  let before = "";
  for (const letter of text) {
    const place = common.indexOf(letter);
    if (place !== -1) score += place < 12 ? 3 : 1;
    else if (/\p{Script=Cyrillic}/u.test(letter))
      score += /\p{Ll}/u.test(before) && /\p{Lu}/u.test(letter) ? -4 : 0.5;
    else if (letter > "\u007f" && !/[«»„“”№–—…’°\u00a0]/u.test(letter)) score -= 3;
    before = letter;
  }
  return score;
}

/**
 * Stands in the built pages where the age library has a collection of encodings: here are the two that its files and keys are written
 * in, Bech32 (BIP 173) and base64 without padding. Two kilobytes less on a slow line; says the same as the collection, as its
 * test finds out.
 */
import { fromText, toText } from "@answerable/wire";

const SYMBOLS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const GENERATORS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const CHECKS = 6;
/** What BIP 173 allows; keys of the hybrid suite are longer and ask for it. */
const LONGEST = 90;

/** Of armoured files, which no letter is. */
export const base64 = undefined;

type Limit = number | false;
interface Decoded {
  readonly prefix: string;
  readonly words: readonly number[];
}

export const bech32 = {
  encode: bech32Text,
  decode: bech32Of,
  encodeFromBytes: (prefix: string, bytes: Uint8Array) => bech32Text(prefix, wordsOf(bytes)),
  decodeToBytes(text: string, limit: Limit = LONGEST) {
    const decoded = bech32Of(text, limit);
    return { ...decoded, bytes: bytesOf(decoded.words) };
  },
  toWords: wordsOf,
  fromWords: bytesOf,
};

export const base64nopad = {
  encode: (bytes: Uint8Array) => toText(bytes).replace(/-/g, "+").replace(/_/g, "/"),
  decode(text: string) {
    if (/[-_]/.test(text)) throw new Error("not base64");
    return fromText(text.replace(/\+/g, "-").replace(/\//g, "_"));
  },
};

function bech32Text(prefix: string, words: readonly number[], limit: Limit = LONGEST): string {
  const lower = prefix.toLowerCase();
  const text = [...words, ...checksOf(lower, words)].map((word) => SYMBOLS.charAt(word)).join("");
  return within(`${lower}1${text}`, limit);
}

function bech32Of(text: string, limit: Limit = LONGEST): Decoded {
  const lower = within(text, limit).toLowerCase();
  const end = lower.lastIndexOf("1");
  const all = Array.from(lower.slice(end + 1), (symbol) => SYMBOLS.indexOf(symbol));
  const prefix = lower.slice(0, end);
  const words = all.slice(0, -CHECKS);
  const isOneCase = text === lower || text === text.toUpperCase();
  const isPlain = /^[!-~]+$/.test(text) && end > 0 && !all.includes(-1) && all.length >= CHECKS;
  const isWhole = isPlain && checksOf(prefix, words).every((check, n) => check === all[words.length + n]);
  if (!isOneCase || !isWhole) throw new Error("not Bech32");
  return { prefix, words };
}

function within(text: string, limit: Limit): string {
  if (limit !== false && text.length > limit) throw new Error("not Bech32");
  return text;
}

function checksOf(prefix: string, words: readonly number[]): readonly number[] {
  const codes = Array.from(prefix, (symbol) => symbol.charCodeAt(0));
  let sum = 1;
  for (const one of [
    ...codes.map((code) => code >> 5),
    0,
    ...codes.map((code) => code & 31),
    ...words,
    ...Array.from({ length: CHECKS }, () => 0),
  ]) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ one;
    GENERATORS.forEach((generator, n) => (sum ^= (top >> n) & 1 ? generator : 0));
  }
  return Array.from({ length: CHECKS }, (_, n) => ((sum ^ 1) >> (5 * (CHECKS - 1 - n))) & 31);
}

function wordsOf(bytes: Uint8Array): readonly number[] {
  return regrouped(bytes, 8, 5).groups;
}

function bytesOf(words: readonly number[]): Uint8Array {
  const { groups, rest, bits } = regrouped(words, 5, 8);
  // What is over must be less than a word, and nothing.
  const last = groups.length - 1;
  if (bits >= 5 || rest !== 0) throw new Error("not Bech32");
  return Uint8Array.from(bits > 0 ? groups.slice(0, last) : groups);
}

/** Groups of `to` bits; the last one is filled up with zeros where `bits` are over. */
function regrouped(from: Iterable<number>, size: number, to: number) {
  const groups: number[] = [];
  let rest = 0;
  let bits = 0;
  for (const one of from) {
    rest = (rest << size) | one;
    bits += size;
    for (; bits >= to; bits -= to) groups.push((rest >> (bits - to)) & (2 ** to - 1));
    rest &= 2 ** bits - 1;
  }
  if (bits > 0) groups.push((rest << (to - bits)) & (2 ** to - 1));
  return { groups, rest, bits };
}

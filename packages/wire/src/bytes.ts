/** Bytes and their text on the wire: base64url without padding (RFC 4648 section 5), strict on the way in. */
import * as v from "valibot";

const symbols = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
// Pure: where nothing is written in base64url (the worker of a receipt), the tables are left out.
const codes = /* @__PURE__ */ Uint8Array.from(symbols, (symbol) => symbol.charCodeAt(0));
/** By UTF-16 code unit, so that no index is ever outside; -1 is no symbol. */
const values = /* @__PURE__ */ valuesOf(codes);

function valuesOf(codes: Uint8Array): Int8Array {
  const values = new Int8Array(65_536).fill(-1);
  codes.forEach((code, value) => (values[code] = value));
  return values;
}

/** Bytes as base64url. By hand, because a desk opens hundreds of thousands of bodies on its first day. */
export function toText(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil((bytes.length * 4) / 3));
  let out = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const three = (byteAt(bytes, at) << 16) | (byteAt(bytes, at + 1) << 8) | byteAt(bytes, at + 2);
    // Symbols beyond the end fall off the array: that is the missing padding.
    text[out++] = byteAt(codes, three >> 18);
    text[out++] = byteAt(codes, (three >> 12) & 63);
    text[out++] = byteAt(codes, (three >> 6) & 63);
    text[out++] = byteAt(codes, three & 63);
  }
  return decoder.decode(text);
}

/** Base64url as bytes. Throws on anything else, also on padding and on stray bits at the end. */
export function fromText(text: string): Uint8Array {
  const length = Math.floor((text.length * 3) / 4);
  // Filled up with A, which is zero bits, to whole groups of four: what falls beyond the end must then be zero.
  const whole = text + "A".repeat(-text.length & 3);
  const bytes = new Uint8Array((whole.length / 4) * 3);
  let seen = text.length % 4 === 1 ? -1 : 0;
  let out = 0;
  for (let at = 0; at < whole.length; at += 4) {
    const four =
      (valueAt(whole, at) << 18) |
      (valueAt(whole, at + 1) << 12) |
      (valueAt(whole, at + 2) << 6) |
      valueAt(whole, at + 3);
    seen |= four;
    bytes[out++] = four >> 16;
    bytes[out++] = four >> 8;
    bytes[out++] = four;
  }
  // Any -1 made `four` negative, and `seen` stays negative.
  if (seen < 0 || bytes.subarray(length).some((byte) => byte !== 0))
    throw new Error("not base64url in its one spelling");
  return bytes.length === length ? bytes : bytes.slice(0, length);
}

function valueAt(text: string, at: number): number {
  return values[text.charCodeAt(at)] ?? -1;
}

function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

const encoder = /* @__PURE__ */ new TextEncoder();
const decoder = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true });

export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Throws on bytes that are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Base64url of at most `bytes` bytes. */
/*@__NO_SIDE_EFFECTS__*/ export function bytesText(bytes: number) {
  return v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]*$/), v.maxLength(Math.ceil((bytes * 4) / 3)));
}

/** What the last symbol may be, by how many bytes stand over a multiple of three: anything else has stray bits. */
const lastSymbol = [
  /^[A-Za-z0-9_-]*$/,
  /^[A-Za-z0-9_-]*[AQgw]$/,
  /^[A-Za-z0-9_-]*[AEIMQUYcgkosw048]$/,
] as const;

/** Base64url of exactly `bytes` bytes, in its one spelling. */
/*@__NO_SIDE_EFFECTS__*/ export function bytesTextOf(bytes: number) {
  return v.pipe(
    v.string(),
    v.regex(lastSymbol[bytes % 3] ?? lastSymbol[0]),
    v.length(Math.ceil((bytes * 4) / 3)),
  );
}

/** Bytes and their text on the wire: base64url without padding (RFC 4648 section 5), strict on the way in. */
import { base64urlnopad } from "@scure/base";
import * as v from "valibot";

/** Bytes as base64url. */
export function toText(bytes: Uint8Array): string {
  return base64urlnopad.encode(bytes);
}

/** Base64url as bytes. Throws on anything else, also on padding and on stray bits at the end. */
export function fromText(text: string): Uint8Array {
  return base64urlnopad.decode(text);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

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
export function bytesText(bytes: number) {
  return v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]*$/), v.maxLength(Math.ceil((bytes * 4) / 3)));
}

/** What the last symbol may be, by how many bytes stand over a multiple of three: anything else has stray bits. */
const lastSymbol = [
  /^[A-Za-z0-9_-]*$/,
  /^[A-Za-z0-9_-]*[AQgw]$/,
  /^[A-Za-z0-9_-]*[AEIMQUYcgkosw048]$/,
] as const;

/** Base64url of exactly `bytes` bytes, in its one spelling. */
export function bytesTextOf(bytes: number) {
  return v.pipe(
    v.string(),
    v.regex(lastSymbol[bytes % 3] ?? lastSymbol[0]),
    v.length(Math.ceil((bytes * 4) / 3)),
  );
}

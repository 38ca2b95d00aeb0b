/**
 * Time stamps by RFC 3161: a request that names one hash and no more, and as much of the answer as a device checks: that it was granted,
 * for this hash and this nonce. The authority's signature is judged by who doubts it, with `openssl ts -verify`.
 */
import { equalBytes } from "@noble/ciphers/utils.js";

/** SEQUENCE { SEQUENCE { OID sha256, NULL }, OCTET STRING (32 bytes follow) }. */
const IMPRINT = Uint8Array.from([
  0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04,
  0x20,
]);
const NONCE_BYTES = 8;
export const STAMP_BYTES_MAX = 20_000;

export interface StampAsked {
  /** SHA-256. */
  readonly hash: Uint8Array;
  /** Eight random bytes. */
  readonly nonce: Uint8Array;
}

/** TimeStampReq: version 1, the imprint, the nonce, and the wish for the authority's certificate. */
export function stampRequest({ hash, nonce }: StampAsked): Uint8Array {
  const body = [
    ...Uint8Array.of(0x02, 1, 1),
    ...IMPRINT,
    ...hash,
    0x02,
    NONCE_BYTES,
    ...positive(nonce),
    0x01,
    1,
    0xff,
  ];
  return Uint8Array.of(0x30, body.length, ...body);
}

/** Whether the answer is a token for what was asked. */
export function isStampFor({ hash, nonce }: StampAsked, answer: Uint8Array): boolean {
  if (answer.length > STAMP_BYTES_MAX || answer[0] !== 0x30) return false;
  // TimeStampResp { PKIStatusInfo { status … } … }: 0 granted, 1 granted with changes.
  const inside = 2 + lengthOfLength(answer[1] ?? 0);
  const [kind, , status, length, value] = answer.subarray(inside, inside + 5);
  if (kind !== 0x30 || status !== 0x02 || length !== 1 || (value !== 0 && value !== 1)) return false;
  return has(answer, [...IMPRINT, ...hash]) && has(answer, [0x02, NONCE_BYTES, ...positive(nonce)]);
}

/** A whole number in DER is negative where its first bit is set, and loses zeros before its first bits. */
function positive(nonce: Uint8Array): Uint8Array {
  const first = ((nonce[0] ?? 0) & 0x3f) | 0x40;
  return Uint8Array.of(first, ...nonce.subarray(1, NONCE_BYTES));
}

function lengthOfLength(first: number): number {
  return first < 0x80 ? 0 : first & 0x7f;
}

function has(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const needle = Uint8Array.from(wanted);
  for (let at = 0; at + needle.length <= bytes.length; at += 1)
    if (bytes[at] === needle[0] && equalBytes(bytes.subarray(at, at + needle.length), needle)) return true;
  return false;
}

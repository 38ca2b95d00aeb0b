/**
 * RFC 8785 JSON as bytes: what is signed, hashed or bound as associated data.
 * Every signed thing begins with its own label, so that a signature over one kind can never pass for another.
 */
import canonicalize from "canonicalize";

import { joined, utf8 } from "./bytes.ts";

export type Label =
  | "answerable/sheet/1"
  | "answerable/sheet-hash/1"
  | "answerable/charter/1"
  | "answerable/team/1"
  | "answerable/team-hash/1"
  | "answerable/device-certificate/1"
  | "answerable/box/1"
  | "answerable/recovery/1"
  | "answerable/sign-in/1"
  | "answerable/meeting/1"
  | "answerable/filing/1"
  | "answerable/mailbox/1"
  | "answerable/reply/1"
  | "answerable/publication/1"
  | "answerable/case-export/1";

/** Throws where RFC 8785 has no form for it (undefined, NaN, a lone surrogate). */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("nothing to write as canonical JSON");
  return text;
}

export function canonicalBytes(value: unknown): Uint8Array {
  return utf8(canonicalText(value));
}

/** label, one zero byte, canonical JSON. */
export function labelled(label: Label, value: unknown): Uint8Array {
  return joined(utf8(label), new Uint8Array(1), canonicalBytes(value));
}

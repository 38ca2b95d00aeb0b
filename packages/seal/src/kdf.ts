import { joined, utf8 } from "@answerable/wire";
/**
 * One key has one purpose: HKDF-SHA256 (RFC 5869, no salt) whose info is a label and its context, each led by its length in
 * two bytes (big-endian). So no label can end where another's context begins.
 */
import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";

import { KEY_BYTES } from "./constants.ts";

export type KeyLabel =
  | "answerable/fold/1"
  | "answerable/card/1"
  | "answerable/files/1"
  | "answerable/lease/1"
  | "answerable/lease-claim/1"
  | "answerable/incident/1"
  | "answerable/referral/1"
  | "answerable/referral-folder/1"
  | "answerable/list/1"
  | "answerable/list-line/1"
  | "answerable/keep/1"
  | "answerable/duress/1"
  | "answerable/receipt-identity/1"
  | "answerable/receipt-mailbox/1"
  | "answerable/receipt-reply/1"
  | "answerable/drop-folder/1"
  | "answerable/meeting-notes/1"
  | "answerable/meeting-digits-old/1"
  | "answerable/meeting-digits-new/1"
  | "answerable/recovery-sign/1"
  | "answerable/device-label/1";

/** 32 bytes for one purpose. */
export function derived(secret: Uint8Array, label: KeyLabel, context: readonly string[] = []): Uint8Array {
  return hkdf(sha256, secret, undefined, keyInfo(label, context), KEY_BYTES);
}

export function keyInfo(label: KeyLabel, context: readonly string[]): Uint8Array {
  return joined(...[label, ...context].flatMap((part) => [lengthOf(utf8(part)), utf8(part)]));
}

function lengthOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length > 0xffff) throw new Error("a label or its context is too long");
  return Uint8Array.of(bytes.length >> 8, bytes.length & 0xff);
}

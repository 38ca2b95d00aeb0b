/**
 * What follows from a receipt's code: the family's age identity for replies, the key of their mailbox, and the reply key that
 * they share with the desk. Argon2id is salted with the locator, so that one guess tests one mailbox and no table helps; the
 * server never sees the code.
 */
import { joined, toText, utf8 } from "@answerable/wire";
import { sha256 } from "@noble/hashes/sha2.js";

import { identityFrom, recipientOf, type Suite } from "../age.ts";
import { stretchedInScript, type Stretching } from "../argon-in-script.ts";
import { signerFrom, type Signer } from "../ed25519.ts";
import { derived } from "../kdf.ts";
import { locatorOf, secretOf, type ReceiptCode } from "./receipt-code.ts";

export interface ReceiptKeys {
  readonly locator: string;
  /** age identity that opens replies. Secret. */
  readonly identity: string;
  readonly recipient: string;
  /** Signs for the mailbox. */
  readonly mailbox: Signer;
  /** Shared with the desk. */
  readonly reply: Uint8Array;
}

/** About a second of work; belongs into a worker. 32 bytes, from which `receiptKeys` follow at once. */
export function stretchedReceipt(code: ReceiptCode): Uint8Array {
  return stretchedInScript(stretchingOf(code));
}

/** What a worker needs to know for it. */
export function stretchingOf(code: ReceiptCode): Stretching {
  return { passphrase: utf8(secretOf(code)), salt: receiptSalt(locatorOf(code)) };
}

export function receiptSalt(locator: string): Uint8Array {
  return sha256(joined(utf8("answerable/receipt/1"), new Uint8Array(1), utf8(locator))).slice(0, 16);
}

export interface ReceiptToOpen {
  readonly code: ReceiptCode;
  /** `stretchedReceipt` of the code. */
  readonly stretched: Uint8Array;
  readonly suite: Suite;
}

export async function receiptKeys({ code, stretched, suite }: ReceiptToOpen): Promise<ReceiptKeys> {
  const identity = identityFrom(suite, derived(stretched, "answerable/receipt-identity/1", [suite]));
  return {
    locator: locatorOf(code),
    identity,
    recipient: await recipientOf(identity),
    mailbox: await signerFrom(derived(stretched, "answerable/receipt-mailbox/1")),
    reply: derived(stretched, "answerable/receipt-reply/1"),
  };
}

/** The half of it that goes into the letter. */
export function familyKeys(keys: ReceiptKeys) {
  const { locator, recipient } = keys;
  return { locator, recipient, mailbox: toText(keys.mailbox.publicKey), reply: toText(keys.reply) };
}

/**
 * Every asymmetric file is a plain age file (c2sp.org/age), so that `age -d` opens it without us. Identities are made from our
 * own randomness; the file key and the ephemeral keys inside are age-encryption's own (WebCrypto getRandomValues).
 *
 * One suite a helpline: A1 is X25519, A2 is ML-KEM-768 with X25519. The library would mix them in one file, which would make a
 * hybrid file as weak as its weakest recipient; so we refuse that ourselves, both ways.
 */
import { isOfSuite, type Charter } from "@answerable/wire";
import { bech32 } from "@scure/base";
import { Decrypter, Encrypter, identityToRecipient } from "age-encryption";

import { AGE_STANZA_BYTES, AGE_STANZAS_MAX, KEY_BYTES } from "./constants.ts";
import { Damaged, type DamagedPart } from "./damaged.ts";
import { drawn, type Random } from "./random.ts";
import { subtle } from "./subtle.ts";

export type Suite = Charter["suite"];

const prefixes = { A1: "AGE-SECRET-KEY-", A2: "AGE-SECRET-KEY-PQ-" } as const;
const stanzaStarts = { A1: "-> X25519 ", A2: "-> mlkem768x25519 " } as const;

/** AGE-SECRET-KEY-1… or AGE-SECRET-KEY-PQ-1…. */
export function newIdentity(suite: Suite, random: Random): string {
  return identityFrom(suite, drawn(random, KEY_BYTES));
}

/** The identity that 32 secret bytes stand for. */
export function identityFrom(suite: Suite, secret: Uint8Array): string {
  return bech32.encodeFromBytes(prefixes[suite], secret).toUpperCase();
}

/** age1… of an identity. */
export function recipientOf(identity: string): Promise<string> {
  return identityToRecipient(identity);
}

export async function ageSealed(
  bytes: Uint8Array,
  suite: Suite,
  recipients: readonly string[],
): Promise<Uint8Array> {
  if (recipients.length === 0 || !recipients.every((one) => isOfSuite(suite, one))) {
    throw new Error(`every recipient must be of suite ${suite}`);
  }
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(bytes);
}

/** An identity for many files: its public half is found once, and WebCrypto has the secret half where it knows the curve. */
export type AtHand = Decrypter;

export async function atHand(identity: string): Promise<AtHand> {
  const decrypter = new Decrypter();
  decrypter.addIdentity((await inWebCrypto(identity)) ?? identity);
  return decrypter;
}

/** What PKCS #8 (RFC 8410) says before the 32 bytes of an X25519 key. */
const pkcs8Head = [48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 110, 4, 34, 4, 32];

/** undefined: no such key, or an engine that does not know it; then the library's own arithmetic gives the same. */
async function inWebCrypto(identity: string): Promise<CryptoKey | undefined> {
  if (!identity.startsWith(`${prefixes.A1}1`) || !subtle) return undefined;
  const pkcs8 = Uint8Array.from([...pkcs8Head, ...bech32.decodeToBytes(identity).bytes]);
  try {
    return await subtle.importKey("pkcs8", pkcs8, { name: "X25519" }, false, ["deriveBits"]);
  } catch {
    return undefined;
  }
}

export interface AgeOpening {
  readonly suite: Suite;
  readonly identity: string | AtHand;
  readonly what: DamagedPart;
  /** How much of a header is looked at. A box's bounds where none are given. */
  readonly bounds?: HeaderBounds;
}

export interface HeaderBounds {
  readonly bytes: number;
  readonly stanzas: number;
}

/** The whole content, after its last chunk verified. Throws Damaged, also when the file is not for this identity. */
export async function ageOpened(
  file: Uint8Array,
  { suite, identity, what, bounds }: AgeOpening,
): Promise<Uint8Array> {
  if (!isHeaderOfSuite(file, suite, bounds)) throw new Damaged(what);
  const decrypter = typeof identity === "string" ? new Decrypter() : identity;
  if (typeof identity === "string") decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(file);
  } catch {
    throw new Damaged(what);
  }
}

function boxBounds(suite: Suite): HeaderBounds {
  return { bytes: 100 + AGE_STANZAS_MAX * AGE_STANZA_BYTES[suite], stanzas: AGE_STANZAS_MAX };
}

/** Looks at the header before the library does: stanzas of the suite and no others, few and short. */
export function isHeaderOfSuite(
  file: Uint8Array,
  suite: Suite,
  bounds: HeaderBounds = boxBounds(suite),
): boolean {
  // Latin-1, because a header is ASCII and what follows it is anything.
  const head = new TextDecoder("latin1").decode(file.subarray(0, bounds.bytes));
  const end = head.indexOf("\n--- ");
  if (!head.startsWith("age-encryption.org/v1\n") || end < 0) return false;
  const stanzas = head
    .slice(0, end)
    .split("\n")
    .filter((line) => line.startsWith("->"));
  return (
    stanzas.length > 0 &&
    stanzas.length <= bounds.stanzas &&
    stanzas.every((line) => line.startsWith(stanzaStarts[suite]))
  );
}

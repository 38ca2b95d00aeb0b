import {
  bytesText,
  bytesTextOf,
  canonicalBytes,
  fromText,
  fromUtf8,
  hashSchema,
  id,
  joined,
  toText,
  utf8,
  type Brand,
  type DeviceId,
  type MemberId,
} from "@answerable/wire";
/**
 * A device's keep: all its secrets, locked at rest by two things at once, the passphrase in a head and the device's own
 * secret, which a copied disk does not give away. A locked keep is safe to write anywhere.
 *
 * An empty passphrase is refused nowhere here: what is long enough is the desk's to say.
 */
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { base32 } from "@scure/base";
import * as v from "valibot";

import { closedText, openedText } from "./aead.ts";
import { stretched, type Stretch } from "./argon.ts";
import { KEY_BYTES, SMALLEST } from "./constants.ts";
import { Damaged } from "./damaged.ts";
import { signerFrom, type Signer } from "./ed25519.ts";
import { derived } from "./kdf.ts";
import { padded, padmeFrom, unpadded } from "./padding.ts";
import { drawn, type Random } from "./random.ts";
import { plain, subtle } from "./subtle.ts";

export type StoreKey = Brand<Uint8Array, "StoreKey">;

/** Everything secret that one device has. Plain data, never written anywhere but locked. */
export const DeviceKeep = v.strictObject({
  v: v.literal(1),
  fingerprint: hashSchema,
  member: id<MemberId>(),
  memberSeed: bytesTextOf(KEY_BYTES),
  device: id<DeviceId>(),
  signing: bytesTextOf(KEY_BYTES),
  identity: v.pipe(v.string(), v.regex(/^AGE-SECRET-KEY-(PQ-)?1[A-Z0-9]+$/)),
  store: bytesTextOf(KEY_BYTES),
});
export type DeviceKeep = v.InferOutput<typeof DeviceKeep>;

/** A keep in use. */
export interface OpenKeep extends DeviceKeep {
  readonly signer: Signer;
  readonly storeKey: StoreKey;
}

/** What lies on the disk. */
export const LockedKeep = v.strictObject({
  v: v.literal(1),
  salt: bytesTextOf(16),
  body: bytesText(16_384),
  /** What the duress phrase opens: with what to say that this device is lost. Random bytes where there is no such phrase. */
  duress: v.optional(bytesTextOf(296)),
  /** It opens with the code of the journey only. */
  travels: v.optional(v.literal(true)),
});
export type LockedKeep = v.InferOutput<typeof LockedKeep>;

/** The device's own secret, which can be used and not read: 32 bytes that depend on it and on the salt. */
export type DeviceSecret = (salt: Uint8Array) => Promise<Uint8Array>;

/** From an HMAC-SHA-256 key of WebCrypto that cannot be extracted: the browser keeps it. */
export function deviceSecretFromKey(key: CryptoKey): DeviceSecret {
  return async (salt) => {
    if (!subtle) throw new Error("no WebCrypto here");
    return new Uint8Array(await subtle.sign("HMAC", key, plain(salt)));
  };
}

/** From 32 bytes in a file of their own, where there is no browser. */
export function deviceSecretFromBytes(bytes: Uint8Array): DeviceSecret {
  if (bytes.length !== KEY_BYTES) throw new Error("a device secret needs 32 bytes");
  return async (salt) => hmac(sha256, bytes, salt);
}

export function makeStoreKey(random: Random): StoreKey {
  return drawn(random, KEY_BYTES) as StoreKey; // makes the brand
}

export async function openKeep(keep: DeviceKeep): Promise<OpenKeep> {
  const storeKey = fromText(keep.store) as StoreKey; // makes the brand
  return { ...keep, signer: await signerFrom(fromText(keep.signing)), storeKey };
}

export interface Lock {
  readonly passphrase: string;
  readonly deviceSecret: DeviceSecret;
  /** Left at home before a journey: without it the passphrase opens nothing. */
  readonly code?: string;
  /** Missing: Argon2id at the cost that is compiled in. Another is for tests of whatever lies behind the lock. */
  readonly stretch?: Stretch | undefined;
}

/** What of a lock does not change from one passphrase to another. */
export type Lockwork = Pick<Lock, "deviceSecret" | "stretch">;

/** All that a device can still do whose keep was destroyed: say that it is lost. */
export const LastWord = v.strictObject({
  v: v.literal(1),
  fingerprint: hashSchema,
  device: id<DeviceId>(),
  signing: bytesTextOf(KEY_BYTES),
});
export type LastWord = v.InferOutput<typeof LastWord>;

export type Unlocking =
  | { readonly type: "Open"; readonly keep: OpenKeep }
  | { readonly type: "Duress"; readonly lastWord: LastWord }
  | { readonly type: "Shut" };

const bucket = padmeFrom(SMALLEST);
const KEEP_BYTES_MAX = 8_192;

export async function lockKeep(
  keep: DeviceKeep,
  { duressPhrase, ...lock }: Lock & { readonly duressPhrase?: string },
  random: Random,
): Promise<LockedKeep> {
  const salt = drawn(random, 16);
  // An OpenKeep has more beside it: only the entries of a DeviceKeep are written.
  const bare = v.parse(v.object(DeviceKeep.entries), keep);
  const bytes = padded(canonicalBytes(bare), bucket, KEEP_BYTES_MAX);
  const { fingerprint, device, signing } = bare;
  const lastWord: LastWord = { v: 1, fingerprint, device, signing };
  const wordKey =
    duressPhrase === undefined
      ? drawn(random, KEY_BYTES) // nobody's: whether there is a phrase is not to be seen
      : await keyOf({ ...lock, passphrase: duressPhrase }, salt, "answerable/duress/1");
  return {
    v: 1,
    salt: toText(salt),
    body: closedText(bytes, { key: await keyOf(lock, salt), aad: keepAad(salt), random }),
    duress: closedText(padded(canonicalBytes(lastWord), bucket, SMALLEST), {
      key: wordKey,
      aad: keepAad(salt),
      random,
    }),
    ...(lock.code === undefined ? {} : { travels: true as const }),
  };
}

/** Shut: not this passphrase (or not this device's keep). Throws Damaged where it is no locked keep at all. */
export async function unlockKeep(locked: LockedKeep, lock: Lock): Promise<Unlocking> {
  if (!v.is(LockedKeep, locked)) throw new Damaged("shape");
  const salt = fromText(locked.salt);
  const secrets = await secretsOf(lock, salt);
  const aad = keepAad(salt);
  const bytes = tried(locked.body, { key: derived(secrets, "answerable/keep/1"), aad });
  if (bytes) return { type: "Open", keep: await openKeep(read(DeviceKeep, bytes)) };
  const word = locked.duress && tried(locked.duress, { key: derived(secrets, "answerable/duress/1"), aad });
  return word ? { type: "Duress", lastWord: read(LastWord, word) } : { type: "Shut" };
}

function read<S extends v.GenericSchema>(schema: S, bytes: Uint8Array): v.InferOutput<S> {
  const found = v.safeParse(schema, JSON.parse(fromUtf8(unpadded(bytes, bucket))));
  if (!found.success) throw new Damaged("shape");
  return found.output;
}

function tried(
  body: string,
  { key, aad }: { readonly key: Uint8Array; readonly aad: Uint8Array },
): Uint8Array | undefined {
  try {
    return openedText(body, { key, aad, what: "key" });
  } catch (error) {
    if (error instanceof Damaged) return undefined;
    throw error;
  }
}

async function keyOf(
  lock: Lock,
  salt: Uint8Array,
  label: KeepLabel = "answerable/keep/1",
): Promise<Uint8Array> {
  return derived(await secretsOf(lock, salt), label);
}
type KeepLabel = "answerable/keep/1" | "answerable/duress/1";

async function secretsOf(
  { passphrase, deviceSecret, code, stretch = stretched }: Lock,
  salt: Uint8Array,
): Promise<Uint8Array> {
  // NFKC: the same words typed on another keyboard are the same passphrase.
  const words = await stretch({ passphrase: utf8(passphrase.normalize("NFKC")), salt });
  const device = await deviceSecret(salt);
  if (device.length !== KEY_BYTES) throw new Error("a device secret must give 32 bytes");
  const travel = code === undefined ? new Uint8Array() : utf8(spelledOut(code));
  return joined(words, device, travel);
}

/** A code has 26 symbols of base32; case and spaces are forgiven. */
function spelledOut(code: string): string {
  return code.toUpperCase().replaceAll(/[^A-Z2-7]/g, "");
}

/** For a journey: 130 bits to be left at home, in groups as they are read out. */
export function newTravelCode(random: Random): string {
  const symbols = base32.encode(drawn(random, 17)).replaceAll("=", "").slice(0, 26);
  return (symbols.match(/.{1,5}/g) ?? []).join(" ");
}

function keepAad(salt: Uint8Array): Uint8Array {
  return canonicalBytes({ v: 1, keep: true, salt: toText(salt) });
}

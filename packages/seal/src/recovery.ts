/**
 * The paper: an age identity that no device has, split so that any `least` of `of` shares give it back (Shamir). Every box is
 * sealed to it. The library adds up whatever it is given and never says that the sum is wrong: only the recipient that the
 * team log names tells whether an identity is the right one.
 *
 * A share as 45 bytes: version and suite (0x11 for A1, 0x12 for A2), set (4), least, of, number of this share, 33 bytes of the
 * library (32 and the coordinate), and the first 4 bytes of SHA-256 over all before them. Written in base32 (RFC 4648).
 */
import {
  recoveryMessage,
  toText,
  utf8,
  joined,
  type Act,
  type DeviceKeys,
  type Recovery,
  type Team,
  type TeamPush,
} from "@answerable/wire";
import { sha256 } from "@noble/hashes/sha2.js";
import { base32, bech32 } from "@scure/base";
import { combine, split } from "shamir-secret-sharing";

import { identityFrom, recipientOf, type Suite } from "./age.ts";
import { KEY_BYTES } from "./constants.ts";
import { publicKeyOf, signerFrom } from "./ed25519.ts";
import { derived } from "./kdf.ts";
import { makeDevice, makeMember } from "./people.ts";
import { drawn, type Random } from "./random.ts";
import { nextStatement, readTeamOn } from "./team.ts";

export interface RecoveryWish {
  readonly suite: Suite;
  readonly least: number;
  readonly of: number;
  readonly random: Random;
}

export interface NewRecovery {
  readonly act: Extract<Act, { readonly type: "RecoverySet" }>;
  /** One for each trustee, to be printed and forgotten. */
  readonly shares: readonly string[];
}

export interface Share {
  readonly suite: Suite;
  readonly set: string;
  readonly least: number;
  readonly of: number;
  readonly number: number;
  readonly part: Uint8Array;
}

/** Misread: the checksum does not fit, somebody misread or mistyped a symbol. */
export type ShareFault = "NotAShare" | "Misread";
export type SharesFault =
  | { readonly type: "TooFew"; readonly least: number; readonly have: number }
  | { readonly type: "OtherSet" }
  | { readonly type: "SameTwice" }
  /** Every share is whole, and together they are not the identity of the team log: one of them is forged. */
  | { readonly type: "WrongSecret" };

const BYTES = 45;
const PART_BYTES = KEY_BYTES + 1;
const versions = { A1: 0x11, A2: 0x12 } as const;

export async function makeRecovery({ suite, least, of, random }: RecoveryWish): Promise<NewRecovery> {
  const secret = drawn(random, KEY_BYTES);
  const set = Array.from(drawn(random, 16).slice(0, 4), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
  const parts = await split(secret, of, least);
  const act = {
    type: "RecoverySet",
    set,
    recipient: await recipientOf(identityFrom(suite, secret)),
    signing: toText(publicKeyOf(signingSeed(secret))),
    least,
    of,
  } as const;
  const shares = parts.map((part, at) => shareText({ suite, set, least, of, number: at + 1, part }));
  return { act, shares };
}

/** In groups of four, as it is printed and read out. */
export function shareText({ suite, set, least, of, number, part }: Share): string {
  const bytes = joined(
    Uint8Array.of(versions[suite]),
    Uint8Array.from(set.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
    Uint8Array.of(least, of, number),
    part,
  );
  const text = base32.encode(joined(bytes, checksum(bytes)));
  return (text.match(/.{1,4}/g) ?? []).join(" ");
}

/** Any spacing, any case; what looks like another symbol is taken for the one that base32 has. */
export function readShare(text: string): Share | ShareFault {
  const symbols = text
    .toUpperCase()
    .replaceAll(/[\s-]/g, "")
    .replaceAll("0", "O")
    .replaceAll("1", "I")
    .replaceAll("8", "B");
  if (!/^[A-Z2-7]{72}$/.test(symbols)) return "NotAShare";
  const bytes = base32.decode(symbols);
  const said = bytes.subarray(0, BYTES - 4);
  const [version, , , , , least = 0, of = 0, number = 0] = said;
  const suite = version === versions.A1 ? "A1" : version === versions.A2 ? "A2" : undefined;
  if (toText(bytes.subarray(BYTES - 4)) !== toText(checksum(said))) return "Misread";
  if (!suite || number < 1 || number > of || least < 2 || least > of) return "NotAShare";
  const set = Array.from(said.subarray(1, 5), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { suite, set, least, of, number, part: said.slice(8, 8 + PART_BYTES) };
}

/** The age identity. `recovery`: what the team log has, by which alone a right sum is told from a wrong one. */
export async function combineShares(
  shares: readonly Share[],
  recovery: Pick<Recovery, "set" | "recipient" | "least">,
): Promise<string | SharesFault> {
  if (shares.some((share) => share.set !== recovery.set)) return { type: "OtherSet" };
  const coordinates = new Set(shares.map(({ part }) => part.at(-1)));
  if (
    coordinates.size !== shares.length ||
    new Set(shares.map(({ number }) => number)).size !== shares.length
  )
    return { type: "SameTwice" };
  const { least } = recovery;
  const [first] = shares;
  if (!first || shares.length < least) return { type: "TooFew", least, have: shares.length };
  const secret = await combine(shares.map(({ part }) => part)).catch(() => undefined);
  if (!secret || secret.length !== KEY_BYTES) return { type: "WrongSecret" };
  const identity = identityFrom(first.suite, secret);
  return (await recipientOf(identity)) === recovery.recipient ? identity : { type: "WrongSecret" };
}

export interface RecoveryUse {
  readonly identity: string;
  readonly team: Team;
  readonly now: number;
  readonly random: Random;
}

/** A new member on this very device, let in by the paper: a coordinator at every desk. The boxes come after. */
export async function recoverMember({ identity, team, now, random }: RecoveryUse) {
  const member = makeMember(random);
  const made = await makeDevice(team.charter.suite, member, random);
  const device: DeviceKeys = made.keys;
  const newcomer = { member: member.member, key: toText(member.publicKey) };
  const proof = await (
    await signerFrom(signingSeed(secretOf(identity)))
  ).sign(recoveryMessage({ fingerprint: team.fingerprint, prev: team.head, member: newcomer, device }));
  const signer = await signerFrom(made.secrets.signing);
  const act: Act = { type: "Recovered", member: newcomer, device, proof: toText(proof) };
  const statement = await nextStatement({ keep: { device: made.device, signer }, team, act, now });
  const push: TeamPush = { statements: [statement], boxes: [] };
  return { member, device: made, team: await readTeamOn(team, [statement]), push };
}

function signingSeed(secret: Uint8Array): Uint8Array {
  return derived(secret, "answerable/recovery-sign/1");
}

/** The 32 bytes of an identity that this program made. */
function secretOf(identity: string): Uint8Array {
  return bech32.decodeToBytes(identity.toLowerCase()).bytes;
}

function checksum(bytes: Uint8Array): Uint8Array {
  return sha256(joined(utf8("answerable/share/1"), bytes)).slice(0, 4);
}

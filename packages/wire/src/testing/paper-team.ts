/**
 * A team log on paper, for tests of the replay alone: a "signature" is SHA-512 over key and message, so anyone can sign.
 * Real signatures are tested in seal.
 */
import { createHash } from "node:crypto";

import { fromText, idFrom, joined, secondOf, toText, utf8 } from "../index.ts";
import type {
  Act,
  Charter,
  DeskId,
  DeviceId,
  DeviceKeys,
  Epoch,
  Hash,
  MemberId,
  TeamStatement,
} from "../index.ts";
import {
  certificateMessage,
  charterMessage,
  hashOfStatement,
  statementMessage,
  type ReplayDeps,
} from "../team-log.ts";

const digest = (name: string, bytes: Uint8Array) => Uint8Array.from(createHash(name).update(bytes).digest());
const paperSign = (key: string, message: Uint8Array) =>
  toText(digest("sha512", joined(fromText(key), message)));

export const paper: ReplayDeps = {
  verify: async (key, message, signature) => toText(signature) === paperSign(toText(key), message),
  hash: (bytes) => digest("sha256", bytes),
};

export const named = <T extends string>(name: string): T =>
  idFrom(digest("sha256", utf8(name)).slice(0, 16)) as string as T;
export const keyNamed = (name: string): string => toText(digest("sha256", utf8(`key of ${name}`)));

/** Bech32 has 32 symbols, so five bits of a hash choose each. */
const recipientNamed = (name: string): string =>
  `age1${Array.from(digest("sha512", utf8(name)).slice(0, 58), (byte) => "qpzry9x8gf2tvdw0s3jn54khce6mua7l"[byte & 31]).join("")}`;

export function deviceNamed(name: string, member: string, changes: Partial<DeviceKeys> = {}): DeviceKeys {
  const bare = {
    device: named<DeviceId>(name),
    member: named<MemberId>(member),
    signing: keyNamed(name),
    recipient: recipientNamed(name),
    ...changes,
  };
  return {
    ...bare,
    certificate: changes.certificate ?? paperSign(keyNamed(member), certificateMessage(bare)),
  };
}

export function charterOf(founder: string, changes: Partial<Charter> = {}): Charter {
  const bare = {
    v: 1,
    name: "Lighthouse",
    suite: "A1",
    practice: true,
    founded: secondOf(0),
    founder: keyNamed(founder),
    ...changes,
  } as const;
  return { ...bare, signature: changes.signature ?? paperSign(bare.founder, charterMessage(bare)) };
}

export const foundedBy = (member: string, device: string): Act => ({
  type: "Founded",
  charter: charterOf(member),
  member: { member: named<MemberId>(member), key: keyNamed(member) },
  device: deviceNamed(device, member),
});

export const deskOf = (name: string, members: readonly string[], epoch = 1): Act => ({
  type: "DeskCreated",
  desk: named<DeskId>(name),
  epoch: epoch as Epoch, // makes the brand
  members: members.map((one) => named<MemberId>(one)),
  canary: toText(new Uint8Array(64)),
});

/** An age file with so many recipients, and nothing in it. */
export const fileFor = (recipients: number): string =>
  toText(utf8(`age-encryption.org/v1\n${"-> X25519 paper\npaper\n".repeat(recipients)}--- paper\n`));

/** Each act in turn, signed by the device named before it. */
export async function logOf(
  ...acts: readonly (readonly [device: string, act: Act])[]
): Promise<readonly TeamStatement[]> {
  const statements: TeamStatement[] = [];
  for (const [device, act] of acts) statements.push(await statementAfter(statements, device, act));
  return statements;
}

export async function statementAfter(
  before: readonly TeamStatement[],
  device: string,
  act: Act,
  changes: Partial<TeamStatement> = {},
): Promise<TeamStatement> {
  const last = before.at(-1);
  const prev = last ? await hashOfStatement(last, paper.hash) : ("" as Hash | "");
  const bare = {
    v: 1,
    number: before.length + 1,
    prev,
    at: secondOf(before.length * 1000),
    by: named<DeviceId>(device),
    act,
    ...changes,
  } as const;
  return { ...bare, signature: changes.signature ?? paperSign(keyNamed(device), statementMessage(bare)) };
}

export { paperSign };

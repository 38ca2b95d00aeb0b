/**
 * The charter and the team log: who belongs to the helpline, with which keys.
 *
 * Append-only; each statement is signed by a device and names the hash of the one before. Every client replays it from
 * the charter; keys of people come from here and from nowhere else. It names nobody: names of members and devices lie
 * sealed in a folder of the desk.
 */
import * as v from "valibot";

import { bytesText, bytesTextOf } from "./bytes.ts";
import {
  epochSchema,
  hashSchema,
  id,
  periodSchema,
  type BlobId,
  type DeskId,
  type DeviceId,
  type FolderId,
  type MemberId,
} from "./ids.ts";

const deskId = id<DeskId>();
const deviceId = id<DeviceId>();
const memberId = id<MemberId>();
const publicKey = bytesTextOf(32);
const signature = bytesTextOf(64);
const recipient = v.pipe(v.string(), v.regex(/^age1[a-z0-9]+$/), v.maxLength(2_100));
/** UTC, to the second: 2026-11-22T18:30:00Z. */
const second = v.pipe(v.string(), v.isoTimestamp(), v.regex(/^[^.]*Z$/));

/** The statement's clock, from milliseconds since 1970: nobody needs to know the fraction. */
export function secondOf(now: number): string {
  return `${new Date(now).toISOString().slice(0, 19)}Z`;
}

/** What the founder signs once. Its hash is the helpline's fingerprint. Never changes. */
export const Charter = v.strictObject({
  v: v.literal(1),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  suite: v.picklist(["A1", "A2"]),
  practice: v.boolean(),
  founded: second,
  founder: publicKey,
  signature,
});
export type Charter = v.InferOutput<typeof Charter>;

/** A device's public half: Ed25519 signing key, age recipient, and the member key's signature over both. */
export const DeviceKeys = v.strictObject({
  device: deviceId,
  member: memberId,
  signing: publicKey,
  recipient,
  certificate: signature,
});
export type DeviceKeys = v.InferOutput<typeof DeviceKeys>;

export const roles = ["coordinator", "operator", "reviewer", "lawyer", "press", "trustee"] as const;
export type Role = (typeof roles)[number];
const Roles = v.pipe(v.array(v.picklist(roles)), v.maxLength(roles.length));

const NewMember = v.strictObject({ member: memberId, key: publicKey });
const desksNamed = v.pipe(v.array(deskId), v.maxLength(50));

/** How somebody or something is called, closed under the card key of one desk's epoch: the server reads no names. */
export const SealedLabel = v.strictObject({ desk: deskId, epoch: epochSchema, body: bytesTextOf(552) });
export type SealedLabel = v.InferOutput<typeof SealedLabel>;

/** What a statement does. New kinds are added here; a client that meets a kind it does not know stops trusting the log. */
export const Act = v.variant("type", [
  v.strictObject({
    type: v.literal("Founded"),
    charter: Charter,
    member: v.strictObject({ member: memberId, key: publicKey }),
    device: DeviceKeys,
  }),
  v.strictObject({
    type: v.literal("DeskCreated"),
    desk: deskId,
    epoch: epochSchema,
    members: v.array(memberId),
    canary: bytesText(256),
  }),
  // What a desk is called and what it is for, sealed once under the key of each desk whose members are to read it.
  v.strictObject({
    type: v.literal("DeskNamed"),
    desk: deskId,
    labels: v.pipe(v.array(SealedLabel), v.minLength(1), v.maxLength(50)),
  }),
  v.strictObject({ type: v.literal("DeviceAdded"), device: DeviceKeys }),
  // The key that letters from outside are sealed to. Its identity lies in the desk's epoch box. See intake.ts.
  v.strictObject({
    type: v.literal("IntakeKeyPublished"),
    desk: deskId,
    period: periodSchema,
    recipient,
    notAfter: second,
  }),
  // A new member with her first device, brought in by a coordinator who sits at each of these desks.
  v.strictObject({
    type: v.literal("MemberAdded"),
    member: NewMember,
    device: DeviceKeys,
    roles: Roles,
    desks: desksNamed,
  }),
  v.strictObject({ type: v.literal("RolesGiven"), member: memberId, roles: Roles }),
  // One voice of two; a coordinator's or her own is enough. See standing.ts.
  v.strictObject({ type: v.literal("MemberSuspended"), member: memberId }),
  v.strictObject({ type: v.literal("MemberRestored"), member: memberId, desks: desksNamed }),
  v.strictObject({ type: v.literal("MemberRemoved"), member: memberId }),
  v.strictObject({ type: v.literal("SeatGiven"), desk: deskId, member: memberId }),
  v.strictObject({ type: v.literal("SeatTaken"), desk: deskId, member: memberId }),
  v.strictObject({
    type: v.literal("DeviceRevoked"),
    device: deviceId,
    why: v.picklist(["left", "lost", "expired"]),
  }),
  // Every week, by the device itself: it is still in use. Thirty days without one, and any member may say that it expired.
  v.strictObject({ type: v.literal("DeviceRenewed"), label: v.optional(SealedLabel) }),
  v.strictObject({
    type: v.literal("EpochRotated"),
    desk: deskId,
    epoch: epochSchema,
    canary: bytesText(256),
  }),
  // An age identity that no device has: it lies on paper, in `of` shares of which `least` give it back. Every box from here
  // on is sealed to it too. `signing` comes from the same secret and lets a new device in when all others are lost.
  v.strictObject({
    type: v.literal("RecoverySet"),
    set: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/)),
    recipient,
    signing: publicKey,
    least: v.pipe(v.number(), v.safeInteger(), v.minValue(2), v.maxValue(16)),
    of: v.pipe(v.number(), v.safeInteger(), v.minValue(2), v.maxValue(16)),
  }),
  // The server destroys the keys of these folders, the files beside them and every binder in which their cards lie; so does every
  // device of what it has. Their sheets stay, closed for good, so that the log stays whole. See note: A tombstone (wire/standing.ts).
  v.strictObject({
    type: v.literal("FoldersShredded"),
    desk: deskId,
    folders: v.pipe(v.array(id<FolderId>()), v.minLength(1), v.maxLength(50)),
    blobs: v.pipe(v.array(id<BlobId>()), v.maxLength(500)),
  }),
  // A witness by its key line (note.ts): from here on every device demands its line under each checkpoint. Without one: no more.
  v.strictObject({
    type: v.literal("WitnessNamed"),
    witness: v.optional(v.pipe(v.string(), v.regex(/^[!-*,-~]{1,100}\+[0-9a-f]{8}\+[A-Za-z0-9+/=]{44}$/))),
  }),
  // Signed by the new device and proven by the recovery's signing key: a coordinator who sits at every desk.
  v.strictObject({
    type: v.literal("Recovered"),
    member: NewMember,
    device: DeviceKeys,
    proof: signature,
  }),
]);
export type Act = v.InferOutput<typeof Act>;

export const TeamStatement = v.strictObject({
  v: v.literal(1),
  number: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  prev: v.union([v.literal(""), hashSchema]),
  at: second,
  by: deviceId,
  act: Act,
  signature,
});
export type TeamStatement = v.InferOutput<typeof TeamStatement>;

/** An age file to every current device of the desk, holding the desk's secrets of epochs 1 to `epoch`. */
export const EpochBox = v.strictObject({
  v: v.literal(1),
  desk: deskId,
  epoch: epochSchema,
  team: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  devices: v.pipe(v.array(deviceId), v.minLength(1), v.maxLength(500)),
  /** The recovery recipient, where the log has one: the file has one stanza more than devices. */
  recovery: v.optional(recipient),
  by: deviceId,
  file: bytesText(1_000_000),
  signature,
});
export type EpochBox = v.InferOutput<typeof EpochBox>;

/** Statements and the boxes that follow from them go in together or not at all. */
export const TeamPush = v.strictObject({
  statements: v.pipe(v.array(TeamStatement), v.minLength(1), v.maxLength(200)),
  boxes: v.pipe(v.array(EpochBox), v.maxLength(50)),
});
export type TeamPush = v.InferOutput<typeof TeamPush>;

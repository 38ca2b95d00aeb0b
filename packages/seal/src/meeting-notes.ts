import {
  bytesText,
  bytesTextOf,
  canonicalBytes,
  fromUtf8,
  hashSchema,
  id,
  idFrom,
  labelled,
  toText,
  type DeviceId,
  type Hash,
  type MeetingId,
  type MemberId,
  type MeetingNote,
  type MeetingSlot,
} from "@answerable/wire";
import { sha256 } from "@noble/hashes/sha2.js";
/**
 * The notes that two devices leave for each other at a meeting. The server keeps the mailbox; the link, which travels another
 * way, holds the secret that closes the notes. Each note is bound to its meeting and its slot.
 */
import * as v from "valibot";

import { bytesOf, closedText, openedText } from "./aead.ts";
import { KEY_BYTES, SMALLEST } from "./constants.ts";
import { Damaged } from "./damaged.ts";
import { derived } from "./kdf.ts";
import { padded, padmeFrom, unpadded } from "./padding.ts";
import { drawn, type Random } from "./random.ts";

/** What the link says. */
export interface MeetingLink {
  /** Whether a member brings in one more device of hers, or a coordinator a new member with her first. */
  readonly brings: "device" | "member";
  readonly meeting: MeetingId;
  readonly secret: Uint8Array;
  readonly fingerprint: Hash;
}

const words = { device: "enrol", member: "welcome" } as const;
const shape = /^(enrol|welcome)=([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})\.([A-Za-z0-9_-]{43})$/;

export function newMeeting(fingerprint: Hash, brings: MeetingLink["brings"], random: Random): MeetingLink {
  return { brings, meeting: idFrom(drawn(random, 16)), secret: drawn(random, KEY_BYTES), fingerprint };
}

/** Everything stands in the fragment, which a browser never sends. */
export function linkText(origin: string, { brings, meeting, secret, fingerprint }: MeetingLink): string {
  return `${origin}/#${words[brings]}=${meeting}.${toText(secret)}.${fingerprint}`;
}

/** undefined: this is no link of ours. */
export function readLink(text: string): MeetingLink | undefined {
  const parts = shape.exec(text.trim().split("#")[1] ?? "");
  if (!parts?.[2] || !parts[3] || !parts[4]) return undefined;
  const read = v.safeParse(LinkParts, { meeting: parts[2], secret: parts[3], fingerprint: parts[4] });
  if (!read.success) return undefined;
  const brings = parts[1] === words.member ? "member" : "device";
  return { brings, ...read.output, secret: bytesOf(read.output.secret, "shape") };
}

const LinkParts = v.strictObject({
  meeting: id<MeetingId>(),
  secret: bytesTextOf(KEY_BYTES),
  fingerprint: hashSchema,
});

/** The old device binds itself to a nonce that it does not show yet. */
export const OfferNote = v.strictObject({ v: v.literal(1), commitment: hashSchema });
export type OfferNote = v.InferOutput<typeof OfferNote>;

/** The new device: its keys, its nonce, and its signature that the signing key is its own. */
export const JoinNote = v.strictObject({
  v: v.literal(1),
  device: id<DeviceId>(),
  signing: bytesTextOf(KEY_BYTES),
  recipient: v.pipe(v.string(), v.regex(/^age1[a-z0-9]+$/), v.maxLength(2_100)),
  nonce: bytesTextOf(KEY_BYTES),
  /** A new member's key, which she has just made, and its word that this device is hers. */
  newcomer: v.optional(
    v.strictObject({ member: id<MemberId>(), key: bytesTextOf(KEY_BYTES), certificate: bytesTextOf(64) }),
  ),
  signature: bytesTextOf(64),
});
export type JoinNote = v.InferOutput<typeof JoinNote>;

/** The old device says who it is and shows the nonce it had bound itself to. */
export const RevealNote = v.strictObject({
  v: v.literal(1),
  device: id<DeviceId>(),
  nonce: bytesTextOf(KEY_BYTES),
});
export type RevealNote = v.InferOutput<typeof RevealNote>;

/** An age file to the new device, and the old device's signature over it and over all that was said before. */
export const WelcomeNote = v.strictObject({
  v: v.literal(1),
  file: bytesText(32_768),
  signature: bytesTextOf(64),
});
export type WelcomeNote = v.InferOutput<typeof WelcomeNote>;

const RefuseNote = v.strictObject({ v: v.literal(1), refused: v.literal(true) });

const bucket = padmeFrom(SMALLEST);
const NOTE_BYTES_MAX = 48_000;

export interface NoteToSeal {
  readonly slot: MeetingSlot;
  readonly content: object;
  readonly random: Random;
}

export function sealNote(link: MeetingLink, { slot, content, random }: NoteToSeal): MeetingNote {
  const { meeting } = link;
  const bytes = padded(canonicalBytes(content), bucket, NOTE_BYTES_MAX);
  return {
    meeting,
    slot,
    body: closedText(bytes, { key: noteKey(link), aad: noteAad(meeting, slot), random }),
  };
}

/** Throws Damaged unless it is the note of this meeting, this slot and this shape. */
export function openNote<S extends v.GenericSchema>(
  link: MeetingLink,
  { slot, schema }: { readonly slot: MeetingSlot; readonly schema: S },
  note: MeetingNote,
): v.InferOutput<S> {
  if (note.meeting !== link.meeting || note.slot !== slot) throw new Damaged("note");
  const bytes = openedText(note.body, { key: noteKey(link), aad: noteAad(link.meeting, slot), what: "note" });
  const content = v.safeParse(schema, jsonOf(unpadded(bytes, bucket)));
  if (!content.success) throw new Damaged("note");
  return content.output;
}

/** True when the other side called the meeting off, by a note that only somebody with the link could write. */
export function isRefusal(link: MeetingLink, note: MeetingNote): boolean {
  return openNote(link, { slot: "refuse", schema: RefuseNote }, note).refused;
}

export function commitmentTo(link: MeetingLink, reveal: RevealNote): Hash {
  return hashOf({ type: "commitment", meeting: link.meeting, fingerprint: link.fingerprint, reveal });
}

/** Everything both sides have said: what the digits come from, and what the welcome signs. */
export interface Transcript {
  readonly offer: OfferNote;
  readonly join: JoinNote;
  readonly reveal: RevealNote;
}

export function hashOfTranscript(link: MeetingLink, { offer, join, reveal }: Transcript): Hash {
  return hashOf({
    type: "transcript",
    meeting: link.meeting,
    fingerprint: link.fingerprint,
    offer,
    join,
    reveal,
  });
}

/** What the new device signs: that the signing key in its join note is its own. */
export function joinMessage(link: MeetingLink, join: Omit<JoinNote, "signature">): Uint8Array {
  const { device, signing, recipient, nonce, newcomer } = join;
  return labelled("answerable/meeting/1", {
    type: "join",
    meeting: link.meeting,
    device,
    signing,
    recipient,
    nonce,
    ...(newcomer ? { newcomer } : {}),
  });
}

/** What the old device signs: this file ends this conversation. */
export function welcomeMessage(transcript: Hash, file: string): Uint8Array {
  return labelled("answerable/meeting/1", { type: "welcome", transcript, file });
}

/** Six digits for each side's screen. They come from the link's secret too, so the server cannot compute them. */
export function digitsOf(link: MeetingLink, transcript: Hash, side: "old" | "new"): string {
  const number = new DataView(
    derived(link.secret, `answerable/meeting-digits-${side}/1`, [transcript]).buffer,
  ).getBigUint64(0);
  return String(number % 1_000_000n).padStart(6, "0");
}

function noteKey({ secret, meeting, fingerprint }: MeetingLink): Uint8Array {
  return derived(secret, "answerable/meeting-notes/1", [meeting, fingerprint]);
}

function noteAad(meeting: MeetingId, slot: MeetingSlot): Uint8Array {
  return canonicalBytes({ v: 1, meeting, slot });
}

function hashOf(value: object): Hash {
  return toText(sha256(labelled("answerable/meeting/1", value))) as Hash; // makes the brand
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(bytes));
  } catch {
    throw new Damaged("note");
  }
}

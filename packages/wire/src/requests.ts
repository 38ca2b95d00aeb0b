/**
 * What a device may ask of the server, one line each. All bodies are JSON, all under /api.
 *
 *   POST sign-in/challenge            {device}                      -> Challenge
 *   POST sign-in                      SignIn                        -> Session          then: authorization: Bearer <token>
 *   GET  team?after=N                                               -> TeamAnswer       open to anyone: a new device needs it
 *   POST team                         TeamPush                      -> TeamPushAnswer   Founded: only with the founding secret
 *   GET  desks/:desk/box              -> EpochBox                                       newest epoch, newest team number
 *   POST desks/:desk/pushes           Push                          -> PushAnswer
 *   GET  desks/:desk/head                                           -> Head
 *   GET  desks/:desk/log?from=N&places=P,P…                         -> LogAnswer        checkpoint, growth from N, paths
 *   GET  desks/:desk/cards?after=P                                  -> CardLine, one a line, oldest first: to follow
 *   GET  desks/:desk/cards?before=P                                 -> CardLine, one a line, newest first: the first day
 *   GET  desks/:desk/folders/:folder?after=N                        -> FolderAnswer
 *   GET  desks/:desk/binders                                        -> Binder, one a line
 *   PUT  desks/:desk/binders/:n       Binder                        -> BinderAnswer
 *   GET  hints                                                      -> server-sent events, each a Head of one of my desks
 *   PUT  meetings/:meeting            MeetingNote                   -> 204; 409 if that slot is filled with other bytes
 *   GET  meetings/:meeting/:slot      waits up to 25 s              -> MeetingNote, or 204 for nothing yet
 *
 *
 * From outside, without a session (drops.ts, mailbox.ts, blobs.ts, work.ts):
 *
 *   GET  work                                                       -> WorkChallenge
 *   PUT  drops/:desk/:drop            the age file's bytes          -> DropAnswer       x-answerable-period, x-answerable-work
 *   POST mail/:desk/challenge         MailChallengeRequest          -> MailChallenge
 *   POST mail/:desk                   MailRequest                   -> 65,536 bytes, always
 *   tus 1.0 under blobs/:desk         resumable upload              -> location         x-answerable-work, or a session
 *
 * and what the desk does with them, signed in:
 *
 *   GET  desks/:desk/drops?after=P                                  -> DropLine, one a line, oldest first
 *   PUT  desks/:desk/mail             Mail                          -> MailAnswer
 *   GET  desks/:desk/mail                                           -> MailReads
 *   POST publications             application/zip               -> PublicationAnswer what is public: publication.ts
 *   PUT  desks/:desk/leases/:token    LeaseAsk                      -> LeaseAnswer      who calls back: leases.ts
 *   GET  desks/:desk/blobs/:blob      range: bytes=N-               -> bytes
 *
 * An error is a status and a Complaint. 401: sign in (again). 403: not yours. 409: see the complaint. 413: too large.
 * 429 and 503 carry retry-after.
 */
import * as v from "valibot";

import { bytesText, bytesTextOf } from "./bytes.ts";
import { id, type DeviceId, type MeetingId } from "./ids.ts";
import { PlacedCard } from "./log.ts";
import { EpochBox, TeamStatement } from "./team.ts";

export const ChallengeRequest = v.strictObject({ device: id<DeviceId>() });
/** Valid for two minutes. `now` is the server's clock, so that a device whose clock is wrong can say so. */
export const Challenge = v.strictObject({ challenge: v.pipe(v.string(), v.maxLength(200)), now: v.string() });
export type Challenge = v.InferOutput<typeof Challenge>;

/** The signature is over labelled("answerable/sign-in/1", {charter: fingerprint, device, challenge}). */
export const SignIn = v.strictObject({
  device: id<DeviceId>(),
  challenge: v.pipe(v.string(), v.maxLength(200)),
  signature: bytesTextOf(64),
});
export type SignIn = v.InferOutput<typeof SignIn>;
/** A token for `seconds`; the server can take it back at any time by answering 401. */
export const Session = v.strictObject({ token: v.string(), seconds: v.number() });
export type Session = v.InferOutput<typeof Session>;

export const TeamAnswer = v.strictObject({ statements: v.array(TeamStatement) });
export type TeamAnswer = v.InferOutput<typeof TeamAnswer>;
/** Behind: the log has `number` statements, pull first. Stale: a box does not name the log's devices. */
export const TeamPushAnswer = v.variant("type", [
  v.strictObject({ type: v.literal("Taken"), number: v.number() }),
  v.strictObject({ type: v.literal("Behind"), number: v.number() }),
  v.strictObject({ type: v.literal("Stale") }),
]);
export type TeamPushAnswer = v.InferOutput<typeof TeamPushAnswer>;
export const BoxAnswer = EpochBox;

/** The stream of cards: a head first, cards after it, an end last. A stream without its end was cut. */
export const CardLine = v.union([
  v.strictObject({ head: v.number() }),
  PlacedCard,
  v.strictObject({ end: v.literal(true) }),
]);
export type CardLine = v.InferOutput<typeof CardLine>;

/** Older: a binder there already covers as much or more. */
export const BinderAnswer = v.variant("type", [
  v.strictObject({ type: v.literal("Taken") }),
  v.strictObject({ type: v.literal("Older"), covers: v.number() }),
]);
export type BinderAnswer = v.InferOutput<typeof BinderAnswer>;

/** Two devices meet over a link to enrol one of them: sealed notes in slots, each written once, gone after ten minutes. */
export const MeetingNote = v.strictObject({
  meeting: id<MeetingId>(),
  slot: v.picklist(["offer", "join", "reveal", "welcome", "refuse"]),
  body: bytesText(65_536),
});
export type MeetingNote = v.InferOutput<typeof MeetingNote>;
export type MeetingSlot = MeetingNote["slot"];

export const Complaint = v.object({ type: v.string(), detail: v.optional(v.string()) });
export type Complaint = v.InferOutput<typeof Complaint>;

/** The header that carries the one-time founding secret printed by `npm start -- --found`. */
export const FOUNDING_HEADER = "x-founding-secret";

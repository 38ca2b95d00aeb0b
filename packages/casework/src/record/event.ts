/**
 * What can happen in a claims file beside papers: entries of the ledger, and releases. An entry is read by the ledger's own
 * schema when it is folded, so that a newer kind of entry stays where it is on an older device. A release is carried as the
 * text that was signed: `press` alone knows what stands in it.
 */
import * as v from "valibot";

import { daySchema } from "../day.ts";
import { id, type DeviceId, type FolderId } from "../id.ts";

const words = v.pipe(v.string(), v.maxLength(200_000));
const number = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
/** SHA-256 in base64url. */
const hash = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

/** A device's signature over the manifest of a release; wire/publication.ts says over which bytes. */
const ReleaseSignature = v.strictObject({
  device: id<DeviceId>(),
  key: hash,
  signature: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{86}$/)),
});
export type ReleaseSignature = v.InferOutput<typeof ReleaseSignature>;

/** What a family wishes for entries that rest on its words. "none": nothing is said any more. */
const printWishes = ["agreed", "out", "none"] as const;
export type PrintWish = (typeof printWishes)[number];

export const recordEvents = [
  v.strictObject({ type: v.literal("ClaimsFileOpened"), claimsFile: id<FolderId>(), name: words }),
  v.strictObject({
    type: v.literal("EnteredInLedger"),
    entries: v.pipe(v.array(v.record(v.string(), v.unknown())), v.minLength(1), v.maxLength(2_000)),
  }),
  v.strictObject({
    type: v.literal("ReleaseProposed"),
    number,
    on: daySchema,
    /** What is printed and the sealed line of the ledger of releases, as JSON, in pieces. */
    text: v.pipe(v.array(words), v.minLength(1), v.maxLength(20)),
    manifest: hash,
    signature: ReleaseSignature,
  }),
  v.strictObject({ type: v.literal("ReleaseSigned"), number, manifest: hash, signature: ReleaseSignature }),
  v.strictObject({ type: v.literal("ReleaseDropped"), number, reason: words }),
  /** A device handed the archive of a signed release to the server, which serves it. */
  v.strictObject({ type: v.literal("ReleasePublished"), number }),
  v.strictObject({
    type: v.literal("PrintWished"),
    claims: v.pipe(v.array(v.pipe(v.string(), v.regex(/^\S{1,200}$/u))), v.minLength(1), v.maxLength(2_000)),
    wish: v.picklist(printWishes),
    reason: words,
  }),
] as const;

export type RecordEvent = v.InferOutput<(typeof recordEvents)[number]>;

const kinds: ReadonlySet<string> = new Set(recordEvents.map(({ entries }) => entries.type.literal));

export function isRecordEvent(event: { readonly type: string }): event is RecordEvent {
  return kinds.has(event.type);
}

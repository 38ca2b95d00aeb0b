/**
 * What happens to a file in a case: it came, was looked into, opened, given out. The file itself lies sealed beside the log as its own
 * age file, as it was received; here stand its hashes, its key and who had it in hand: the custody of evidence.
 */
import * as v from "valibot";

import { daySchema } from "../day.ts";
import { id, type AnswerId, type AppealId, type AttachmentId, type ContactId } from "../id.ts";

const words = v.pipe(v.string(), v.maxLength(200_000));
const attachment = id<AttachmentId>();
/** SHA-256 as text. */
const hash = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
const id22 = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));
const code = v.pipe(v.string(), v.maxLength(64));

export const attachmentEvents = [
  v.strictObject({
    type: v.literal("AttachmentReceived"),
    attachment,
    /** The sender's word for it, and never a path. */
    name: v.pipe(v.string(), v.maxLength(255)),
    /** By its first bytes (intake/file-kind.ts). */
    kind: code,
    /** Bytes as received. */
    size: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    /** Of the file as received: the evidence hash, kept when the file itself is gone. */
    plain: hash,
    /** Where the server keeps it sealed, the hash of those bytes, and the age file key that opens them. */
    blob: id22,
    cipher: hash,
    key: id22,
    /** Who sent it; `copy`: made here from another. */
    from: v.picklist(["family", "desk", "copy"]),
    /** The call or letter that it came with, or the appeal and the answer whose scan it is. */
    contact: v.optional(id<ContactId>()),
    appeal: v.optional(id<AppealId>()),
    answer: v.optional(id<AnswerId>()),
    /** The one that it is a copy of, and what was done: metadata taken off, pages drawn. */
    madeFrom: v.optional(v.strictObject({ attachment, how: code })),
  }),
  /** What a device read in it: taken, camera, place, c2pa, likeness … in plain words or numbers. */
  v.strictObject({
    type: v.literal("AttachmentExamined"),
    attachment,
    found: v.record(code, v.pipe(v.string(), v.maxLength(2_000))),
  }),
  v.strictObject({ type: v.literal("AttachmentOpened"), attachment }),
  /** It left the desk: to whom, and the hash of exactly what left. */
  v.strictObject({
    type: v.literal("AttachmentGivenOut"),
    attachment,
    as: v.picklist(["original", "copy"]),
    plain: hash,
    to: words,
  }),
  /**
   * The evidence hashes of files stood under this root when an authority stamped it (RFC 3161). Each leaf is salted: who has
   * the root, or one file, learns nothing of the others. `path` is that of RFC 6962.
   */
  v.strictObject({
    type: v.literal("AttachmentsStamped"),
    day: daySchema,
    root: hash,
    /** Leaves in the tree, of this case and of others. */
    size: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    /** TimeStampResp as DER, base64url. */
    token: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/), v.maxLength(30_000)),
    leaves: v.pipe(
      v.array(
        v.strictObject({
          attachment,
          salt: id22,
          at: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
          path: v.pipe(v.array(hash), v.maxLength(40)),
        }),
      ),
      v.minLength(1),
      v.maxLength(500),
    ),
  }),
] as const;

export type AttachmentEvent = v.InferOutput<(typeof attachmentEvents)[number]>;
export type AttachmentEventOf<T extends AttachmentEvent["type"]> = Extract<AttachmentEvent, { type: T }>;

const types: ReadonlySet<string> = new Set(attachmentEvents.map((schema) => schema.entries.type.literal));

export function isAttachmentEvent(event: { readonly type: string }): event is AttachmentEvent {
  return types.has(event.type);
}

/**
 * Letters from outside: taken into a case, put aside, answered. Where a family can be answered lies in the letter itself, so
 * it goes into the folder with it: the intake key that the letter came under can then be destroyed.
 */
import * as v from "valibot";

import { daySchema } from "../day.ts";
import { id, type AsideId, type ContactId, type DropId, type PersonId, type ReplyId } from "../id.ts";

const words = v.pipe(v.string(), v.maxLength(200_000));
const locator = v.pipe(v.string(), v.regex(/^[ABEKMHPCTYX0-9]{5}$/));
const key = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
const dropId = id<DropId>();

/** How the family is answered: `reply` is known to them and the desk alone. */
const familyKeys = v.strictObject({
  locator,
  /** age recipient. */
  recipient: v.pipe(v.string(), v.maxLength(2_100)),
  /** Names the mailbox. */
  mailbox: key,
  reply: key,
  language: v.picklist(["ru", "uk", "en"]),
});
export type FamilyKeys = v.InferOutput<typeof familyKeys>;

/** Letters that one sheet puts aside at most: a card names them all. */
export const MOST_ASIDE = 200;

export const dropEvents = [
  v.strictObject({
    type: v.literal("DropTaken"),
    drop: dropId,
    /** On which it was filed. */
    day: daySchema,
    contact: id<ContactId>(),
    family: familyKeys,
    /** What was written, as JSON, as it came. */
    received: words,
    /** Nobody took it: it came from a family whose letter is here, and went to it by itself. */
    byItself: v.boolean(),
  }),
  v.strictObject({
    type: v.literal("ReplyWritten"),
    reply: id<ReplyId>(),
    mailbox: key,
    day: daySchema,
    text: v.pipe(v.string(), v.maxLength(30_000)),
    /** The family is asked to let it be known that they have read it. */
    asks: v.boolean(),
  }),
  /** The first `number` replies lie in the mailbox. */
  v.strictObject({
    type: v.literal("ReplyPosted"),
    mailbox: key,
    number: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  }),
  /** A number that a caller was told, to name the case by. */
  v.strictObject({ type: v.literal("ReceiptGiven"), locator, person: v.optional(id<PersonId>()) }),
  // The two below lie in a folder of their own, which is a shift like any other.
  v.strictObject({
    type: v.literal("DropsSetAside"),
    aside: id<AsideId>(),
    drops: v.pipe(v.array(dropId), v.minLength(1), v.maxLength(MOST_ASIDE)),
  }),
  /** Names what it had seen: who puts a letter aside again meanwhile is not overruled. */
  v.strictObject({
    type: v.literal("DropsBroughtBack"),
    drops: v.pipe(
      v.array(v.strictObject({ drop: dropId, asides: v.array(id<AsideId>()) })),
      v.minLength(1),
      v.maxLength(MOST_ASIDE),
    ),
  }),
] as const;

export type DropEvent = v.InferOutput<(typeof dropEvents)[number]>;
export type DropEventOf<T extends DropEvent["type"]> = Extract<DropEvent, { type: T }>;

const types: ReadonlySet<string> = new Set(dropEvents.map((schema) => schema.entries.type.literal));

export function isDropEvent(event: { readonly type: string }): event is DropEvent {
  return types.has(event.type);
}

/**
 * Lists that go out. Asked for in the shift of who wants one: what, which columns, how many rows, to whom, why. A long one is allowed by
 * another. What was taken is said by its hash: whoever finds a file can tell who took it out.
 */
import * as v from "valibot";

import { id, type OutListId } from "../id.ts";

const words = v.pipe(v.string(), v.maxLength(2_000));
const rows = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** What a list is drawn from. */
export const outSources = ["roster", "queue", "overview"] as const;
export const outShapes = ["xlsx", "csv"] as const;

const asked = {
  list: id<OutListId>(),
  of: v.picklist(outSources),
  /** Of the roster the list, of the overview the period. */
  part: v.pipe(v.string(), v.maxLength(40)),
  /** What was searched for. */
  text: words,
  columns: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.minLength(1), v.maxLength(60)),
  rows,
  to: words,
  reason: words,
};

export const outgoingEvents = [
  v.strictObject({ type: v.literal("OutListAsked"), ...asked }),
  v.strictObject({
    type: v.literal("OutListAnswered"),
    list: id<OutListId>(),
    isAllowed: v.boolean(),
    reason: words,
  }),
  v.strictObject({
    type: v.literal("OutListTaken"),
    list: id<OutListId>(),
    rows,
    as: v.picklist(outShapes),
    /** SHA-256 of the file. */
    plain: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/u)),
  }),
] as const;

export type OutgoingEvent = v.InferOutput<(typeof outgoingEvents)[number]>;
export type OutgoingEventOf<T extends OutgoingEvent["type"]> = Extract<OutgoingEvent, { type: T }>;

const types: Readonly<Record<OutgoingEvent["type"], true>> = {
  OutListAsked: true,
  OutListAnswered: true,
  OutListTaken: true,
};

export function isOutgoingEvent(event: { readonly type: string }): event is OutgoingEvent {
  return Object.hasOwn(types, event.type);
}

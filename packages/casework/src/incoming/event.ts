/**
 * Lists that come in. A list has a folder of its own, which is a shift like any other: when it was laid down, what came of it, whether it
 * was taken back. Each line of it lies in a case, in one sheet with all that it says; taken back, that sheet counts no more.
 */
import * as v from "valibot";

import { id, type ContactId, type ListId } from "../id.ts";
import { listFields } from "./row.ts";

const words = v.pipe(v.string(), v.maxLength(200_000));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What a line says, as 64 bits: the same words make the same mark on every device. */
const mark = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{11}$/u));

/** The heading of a column and what it holds: the next list with these headings begins from here. */
const column = v.strictObject({
  heading: v.pipe(v.string(), v.maxLength(200)),
  field: v.optional(v.picklist(listFields)),
});

export const incomingEvents = [
  v.strictObject({
    type: v.literal("ListLaid"),
    list: id<ListId>(),
    name: v.pipe(v.string(), v.maxLength(200)),
    lines: count,
    columns: v.pipe(v.array(column), v.maxLength(500)),
  }),
  /** Said when it is done, or stopped: how many came in this time, and what of the others. */
  v.strictObject({
    type: v.literal("ListBroughtIn"),
    list: id<ListId>(),
    opened: count,
    added: count,
    already: count,
    refused: count,
    leftOut: count,
  }),
  v.strictObject({ type: v.literal("ListTakenBack"), list: id<ListId>(), cases: count, reason: words }),
  // The two below lie in the cases.
  v.strictObject({
    type: v.literal("RowTaken"),
    list: id<ListId>(),
    row: mark,
    /** Its number in the list, with the leaf where there are several. */
    place: v.pipe(v.string(), v.maxLength(200)),
    /** How whoever sent the list names it. */
    key: v.optional(v.pipe(v.string(), v.maxLength(200))),
    contact: id<ContactId>(),
  }),
  v.strictObject({ type: v.literal("RowsTakenBack"), list: id<ListId>(), reason: words }),
] as const;

export type IncomingEvent = v.InferOutput<(typeof incomingEvents)[number]>;
export type IncomingEventOf<T extends IncomingEvent["type"]> = Extract<IncomingEvent, { type: T }>;

const types: Readonly<Record<IncomingEvent["type"], true>> = {
  ListLaid: true,
  ListBroughtIn: true,
  ListTakenBack: true,
  RowTaken: true,
  RowsTakenBack: true,
};

export function isIncomingEvent(event: { readonly type: string }): event is IncomingEvent {
  return Object.hasOwn(types, event.type);
}

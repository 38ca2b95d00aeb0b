/**
 * "This is the same soldier" as a signed assertion: it lies in the folder of one case, names another, and is signed with
 * its sheet. Nothing is ever merged by it. One that did not know of another stands beside it; one that did, names it.
 */
import * as v from "valibot";

import { id, type CaseId, type LinkId } from "../id.ts";

const words = v.pipe(v.string(), v.maxLength(200_000));
/** A field and how it looked, as codes of people/explain.ts; what a newer release compares must still be kept. */
const code = v.pipe(v.string(), v.maxLength(32));

export const verdicts = ["same", "different", "unsure"] as const;
export type Verdict = (typeof verdicts)[number];

export const seenStrip = v.pipe(v.array(v.strictObject({ field: code, level: code })), v.maxLength(20));
/** What she had before her eyes when she said it. */
export type SeenStrip = v.InferOutput<typeof seenStrip>;

export const sameEvents = [
  v.strictObject({
    type: v.literal("SoldierLinked"),
    link: id<LinkId>(),
    other: id<CaseId>(),
    verdict: v.picklist(verdicts),
    why: words,
    strip: seenStrip,
    /** What was said before of the same two, and seen. */
    setsAside: v.array(id<LinkId>()),
  }),
  v.strictObject({ type: v.literal("SoldierUnlinked"), link: id<LinkId>(), reason: words }),
] as const;

export type SameEvent = v.InferOutput<(typeof sameEvents)[number]>;
export type SameEventOf<T extends SameEvent["type"]> = Extract<SameEvent, { type: T }>;

export function isSameEvent(event: { readonly type: string }): event is SameEvent {
  return event.type === "SoldierLinked" || event.type === "SoldierUnlinked";
}

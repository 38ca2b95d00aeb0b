/**
 * What happened to a call-back. A try names every other item of that number that the volunteer had before her, in whatever
 * folder: one answer ends them all, and one that she could not know of stays.
 */
import * as v from "valibot";

import { momentSchema } from "../day.ts";
import { id, type TaskId } from "../id.ts";
import { skipReasons, tryResults } from "../words/call-backs.ts";
import { codeOf } from "../words/vocabulary.ts";

const words = v.pipe(v.string(), v.maxLength(200_000));

export const callBackEvents = [
  v.strictObject({
    type: v.literal("CallBackTried"),
    task: id<TaskId>(),
    result: codeOf(tryResults),
    note: words,
    /** Not to be called before; undefined where there is nothing left to try. */
    next: v.optional(momentSchema),
    closes: v.pipe(v.array(id<TaskId>()), v.maxLength(200)),
  }),
  v.strictObject({
    type: v.literal("CallBackSkipped"),
    task: id<TaskId>(),
    reason: codeOf(skipReasons),
    note: words,
  }),
] as const;

export type CallBackEvent = v.InferOutput<(typeof callBackEvents)[number]>;
export type CallBackEventOf<T extends CallBackEvent["type"]> = Extract<CallBackEvent, { type: T }>;

export function isCallBackEvent(event: { readonly type: string }): event is CallBackEvent {
  return event.type === "CallBackTried" || event.type === "CallBackSkipped";
}

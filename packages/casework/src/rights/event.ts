/** Somebody asked to see what is masked, and saw it. */
import * as v from "valibot";

import { hotFields } from "./right.ts";

export const rightEvents = [
  v.strictObject({ type: v.literal("HotFieldShown"), field: v.picklist(hotFields) }),
] as const;

export type RightEvent = v.InferOutput<(typeof rightEvents)[number]>;

export function isRightEvent(event: { readonly type: string }): event is RightEvent {
  return event.type === "HotFieldShown";
}

/** How a case comes to its end. After the last of these its key is destroyed, and nothing of it is read again. */
import * as v from "valibot";

import { daySchema } from "../day.ts";
import { ruleIds } from "./rule.ts";

const words = v.pipe(v.string(), v.maxLength(200_000));

export const retentionEvents = [
  v.strictObject({ type: v.literal("ExpiryProposed"), rule: v.picklist(ruleIds) }),
  v.strictObject({ type: v.literal("ExpiryTakenBack") }),
  v.strictObject({ type: v.literal("CaseKept"), until: daySchema, reason: words }),
  v.strictObject({ type: v.literal("CaseShredded"), rule: v.picklist(ruleIds), day: daySchema }),
] as const;

export type RetentionEvent = v.InferOutput<(typeof retentionEvents)[number]>;

const types: ReadonlySet<string> = new Set(retentionEvents.map((schema) => schema.entries.type.literal));

export function isRetentionEvent(event: { readonly type: string }): event is RetentionEvent {
  return types.has(event.type);
}

/**
 * A volunteer's day: begun, handed over with what is open and unusual, and taken by the next. And the surge switch of the
 * whole desk, which lies in the shift of the coordinator who turned it and names the turns that she knew of.
 */
import * as v from "valibot";

import { momentSchema } from "../day.ts";
import { id, type FolderId, type HandOverId, type SwitchId, type TaskId } from "../id.ts";

const words = v.pipe(v.string(), v.maxLength(200_000));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const handedOver = {
  handOver: id<HandOverId>(),
  /** Unusual news, in her own words. */
  news: words,
  contacts: count,
  callers: count,
  soldiers: count,
  /** U1 and U2 that were open. */
  urgent: v.pipe(v.array(id<FolderId>()), v.maxLength(500)),
  /** Promises that fall due within a day. */
  promises: v.pipe(
    v.array(v.strictObject({ folder: id<FolderId>(), task: id<TaskId>(), due: v.optional(momentSchema) })),
    v.maxLength(500),
  ),
  /** Parked drafts: there should be none. */
  parked: count,
};

export const dutyEvents = [
  v.strictObject({ type: v.literal("ShiftBegun"), isLead: v.boolean() }),
  v.strictObject({ type: v.literal("ShiftHandedOver"), ...handedOver }),
  v.strictObject({ type: v.literal("HandOverTaken"), handOver: id<HandOverId>() }),
  v.strictObject({
    type: v.literal("SurgeSwitched"),
    switch: id<SwitchId>(),
    isOn: v.boolean(),
    reason: words,
    setsAside: v.pipe(v.array(id<SwitchId>()), v.maxLength(100)),
  }),
] as const;

export type DutyEvent = v.InferOutput<(typeof dutyEvents)[number]>;
export type DutyEventOf<T extends DutyEvent["type"]> = Extract<DutyEvent, { type: T }>;

const types: Readonly<Record<DutyEvent["type"], true>> = {
  ShiftBegun: true,
  ShiftHandedOver: true,
  HandOverTaken: true,
  SurgeSwitched: true,
};

export function isDutyEvent(event: { readonly type: string }): event is DutyEvent {
  return Object.hasOwn(types, event.type);
}

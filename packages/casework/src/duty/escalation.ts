/**
 * Until when somebody must have seen it, and who is told if nobody has. U1 is for this hour, U2 for today, U3 for three
 * days. Unacknowledged U1 and U2 go to the shift lead after sixty minutes and to the coordinator after ninety.
 */
import { addMinutes, type Moment } from "../day.ts";
import type { Code, urgencies } from "../words/vocabularies.ts";

type Urgency = Code<typeof urgencies>;

const minutesByUrgency: Readonly<Partial<Record<Urgency, number>>> = {
  U1: 60,
  U2: 24 * 60,
  U3: 72 * 60,
};
const leadAfter = 60;
const coordinatorAfter = 90;

export type ToldTo = "shift" | "lead" | "coordinator";

/** undefined: nothing hurries. */
export function dueOf(urgency: Urgency, since: Moment): Moment | undefined {
  const minutes = minutesByUrgency[urgency];
  return minutes === undefined ? undefined : addMinutes(since, minutes);
}

/** Whose it is to look at it by now. */
export function toldTo(since: Moment, now: Moment): ToldTo {
  if (addMinutes(since, coordinatorAfter) <= now) return "coordinator";
  return addMinutes(since, leadAfter) <= now ? "lead" : "shift";
}

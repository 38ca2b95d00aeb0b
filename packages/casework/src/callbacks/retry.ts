/**
 * When to try again. Busy: ten minutes; no answer or switched off: two hours; voicemail: a day. Five tries over three
 * different hours of the day, and then a letter or a message: who cannot be reached is written to, and not forgotten.
 */
import { addMinutes, type Moment } from "../day.ts";
import type { tryResults } from "../words/call-backs.ts";
import type { Code } from "../words/vocabulary.ts";
import { hourThere, isWithin, nextWithin, type Hours } from "./hours.ts";

export type TryResult = Code<typeof tryResults>;

export interface Tried {
  readonly at: Moment;
  readonly result: TryResult;
}

export const mostTries = 5;
const leastHours = 3;

/** Minutes. */
const delays: Readonly<Partial<Record<TryResult, number>>> = {
  busy: 10,
  noAnswer: 120,
  switchedOff: 120,
  voicemail: 24 * 60,
};

function isInVain(result: TryResult): boolean {
  return delays[result] !== undefined;
}

/** What remains to be done: call again, write, or find another number. */
export type Way = "call" | "write" | "number";

export function wayOf(tries: readonly Tried[], zone: string): Way {
  if (tries.at(-1)?.result === "wrongNumber") return "number";
  const vain = vainSinceSpoken(tries);
  return vain.length >= mostTries && hoursOf(vain, zone).size >= leastHours ? "write" : "call";
}

/** undefined: there is nothing to call again for. `tries` with the newest last. */
export function nextTry(tries: readonly Tried[], zone: string, hours: Hours): Moment | undefined {
  const last = tries.at(-1);
  if (last === undefined) return undefined;
  const delay = delays[last.result];
  if (delay === undefined || wayOf(tries, zone) !== "call") return undefined;
  const soonest = nextWithin(addMinutes(last.at, delay), zone, hours);
  const vain = vainSinceSpoken(tries);
  const used = hoursOf(vain, zone);
  // A line that is busy is worth the same hour again; whoever does not answer at ten may at seven.
  const mustDiffer =
    used.size < leastHours && mostTries - vain.length <= leastHours - used.size && last.result !== "busy";
  return mustDiffer ? otherHour(soonest, { zone, hours, used }) : soonest;
}

function vainSinceSpoken(tries: readonly Tried[]): readonly Tried[] {
  const spoken = tries.findLastIndex((one) => !isInVain(one.result));
  return tries.slice(spoken + 1);
}

function hoursOf(tries: readonly Tried[], zone: string): ReadonlySet<number> {
  return new Set(tries.map((one) => hourThere(one.at, zone)));
}

function otherHour(
  from: Moment,
  { zone, hours, used }: { readonly zone: string; readonly hours: Hours; readonly used: ReadonlySet<number> },
): Moment {
  for (let ahead = 0; ahead < 48; ahead += 1) {
    const at = addMinutes(from, ahead * 60);
    const hour = hourThere(at, zone);
    if (isWithin(hour, hours) && !used.has(hour)) return at;
  }
  return from;
}

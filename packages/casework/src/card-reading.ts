/**
 * What stands in a card, read as what it should be. Must stay true: whatever stands there instead (of a newer release, damaged,
 * or written by an ill-willed colleague), nothing here throws: the card still opens, without that part.
 */
import { LAST_MOMENT, momentOf, type Moment } from "./day.ts";

const none: readonly never[] = Object.freeze([]);
export function listIn(read: unknown): readonly unknown[] {
  return Array.isArray(read) ? read : none;
}

/** Empty: no text stands there. */
export function textIn(read: unknown): string {
  return typeof read === "string" ? read : "";
}

export function wholeIn(read: unknown): number | undefined {
  return typeof read === "number" && Number.isSafeInteger(read) ? read : undefined;
}

/** Milliseconds since 1970, within what a date can say. */
export function momentIn(read: unknown): Moment | undefined {
  return typeof read === "number" && Math.abs(read) <= LAST_MOMENT ? momentOf(read) : undefined;
}

/**
 * When something was, as far as an EDTF text says it: the first and the last day it may have been. Half of it may be open or
 * unknown; `~` and `?` are kept as "about" and move no day. Whatever else is written is no date to reckon with.
 */
import type { Day } from "../day.ts";

export interface TimeSpan {
  /** undefined: nobody says since when, or until when. */
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  readonly isAbout: boolean;
}

export function spanOf(edtf: string): TimeSpan | undefined {
  const halves = edtf.trim().split("/");
  if (halves.length > 2) return undefined;
  const [first = "", last = first] = halves;
  const begin = halfOf(first);
  const end = halfOf(last);
  if (!begin || !end || (!begin.from && !end.to)) return undefined;
  if (begin.from && end.to && begin.from > end.to) return undefined;
  return { from: begin.from, to: end.to, isAbout: begin.isAbout || end.isAbout };
}

function halfOf(text: string): TimeSpan | undefined {
  if (text === ".." || text === "") return { from: undefined, to: undefined, isAbout: false };
  const [, year, month, day, mark] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%])?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const isAbout = mark !== undefined;
  const months: readonly [string, string] = month === undefined ? ["01", "12"] : [month, month];
  const last = new Date(Date.UTC(Number(year), Number(months[1]), 0)).getUTCDate();
  if (Number(months[0]) < 1 || Number(months[1]) > 12 || Number(day ?? 1) < 1 || Number(day ?? 1) > last)
    return undefined;
  const dayIn = (which: string, of: string) => `${year}-${which}-${of}` as Day; // the parts were just checked
  return {
    from: dayIn(months[0], day ?? "01"),
    to: dayIn(months[1], day ?? String(last)),
    isAbout,
  };
}

/** Whether two spans may have a day in common. What is open reaches everywhere. */
export function mayMeet(one: Omit<TimeSpan, "isAbout">, other: Omit<TimeSpan, "isAbout">): boolean {
  const isBefore = (end: Day | undefined, begin: Day | undefined) =>
    end !== undefined && begin !== undefined && end < begin;
  return !isBefore(one.to, other.from) && !isBefore(other.to, one.from);
}

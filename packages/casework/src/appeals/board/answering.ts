/**
 * Who answers and who does not. For each office: how many letters went there, how many were answered in time, late,
 * formally, or not at all. Days to the answer are a range where proof is missing: the table accuses no one of a guess.
 */
import type { Day } from "../../day.ts";
import { addresseeOf } from "../appeal.ts";
import type { CardAppeal } from "../card.ts";
import { dayNumber } from "../day-number.ts";
import { endsTheWait } from "../facts.ts";
import type { BoardLine } from "./board.ts";

export interface Answering {
  readonly authority: string;
  readonly office: string;
  readonly sent: number;
  readonly onTime: number;
  readonly late: number;
  readonly silent: number;
  /** Answered, in time or late, with nothing in it. */
  readonly formal: number;
  readonly waiting: number;
  /** Median days to the answer: by the shortest and by the longest that each may have taken. */
  readonly days: readonly [least: number, most: number] | undefined;
}

interface Count {
  readonly authority: string;
  readonly office: string;
  sent: number;
  onTime: number;
  late: number;
  silent: number;
  formal: number;
  waiting: number;
  readonly least: number[];
  readonly most: number[];
}

export function answeringOf(lines: readonly BoardLine[]): readonly Answering[] {
  const counts = new Map<string, Count>();
  for (const { appeal, stage, overlays, lists } of lines) {
    if (stage === "draft" || stage === "ready") continue;
    const count = countOf(counts, appeal);
    count.sent += 1;
    const answer = appeal.answers.find(({ kind }) => endsTheWait(kind));
    const isLate = overlays.includes("answer-late");
    if (!answer) {
      // Overdue without an answer is silence in this table, whatever notices came.
      if (lists.includes("overdue")) count.silent += 1;
      else count.waiting += 1;
      continue;
    }
    if (isLate) count.late += 1;
    else count.onTime += 1;
    if (answer.kind === "formal") count.formal += 1;
    const range = daysOf(appeal, answer.dated, answer.received);
    if (range) {
      count.least.push(range[0]);
      count.most.push(range[1]);
    }
  }
  return [...counts.values()]
    .map(({ least, most, ...count }) => {
      const [low, high] = [median(least), median(most)];
      return { ...count, days: low === undefined || high === undefined ? undefined : ([low, high] as const) };
    })
    .sort((a, b) => b.silent - a.silent || b.sent - a.sent || (a.office < b.office ? -1 : 1));
}

function countOf(counts: Map<string, Count>, appeal: CardAppeal): Count {
  const key = addresseeOf(appeal);
  const known = counts.get(key);
  if (known) return known;
  const { authority, office } = appeal;
  const made: Count = {
    authority,
    office,
    sent: 0,
    onTime: 0,
    late: 0,
    silent: 0,
    formal: 0,
    waiting: 0,
    least: [],
    most: [],
  };
  counts.set(key, made);
  return made;
}

/** From registration to the date on the answer where both are proved; else from sending, and to the day it came. */
function daysOf(
  { registered, dispatched }: CardAppeal,
  answered: Day | undefined,
  received: Day,
): readonly [number, number] | undefined {
  const first = registered?.proof === "proved" ? registered.on : (dispatched?.on ?? registered?.on);
  if (first === undefined) return undefined;
  const last = registered?.on ?? first;
  const least = dayNumber(answered ?? received) - dayNumber(last > first ? last : first);
  const most = dayNumber(answered ?? received) - dayNumber(first);
  return [Math.max(0, least), Math.max(0, most)];
}

function median(all: readonly number[]): number | undefined {
  const sorted = all.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return low === undefined || high === undefined ? undefined : Math.round((low + high) / 2);
}

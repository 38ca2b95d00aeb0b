/**
 * Three numbers, always: contacts, callers, soldiers. Cases that people have linked are one soldier, and count once. From columns: a list
 * of a hundred thousand lines is a hundred thousand contacts of today, and no card of them is read.
 */
import type { Likeness } from "../likeness/likeness.ts";
import type { CountersAnswer } from "../office.ts";
import { counted } from "./overview.ts";
import type { Today } from "./roster.ts";

export interface CardCounters extends Pick<CountersAnswer, "all" | "shift"> {
  readonly queues: Omit<CountersAnswer["queues"], "letters">;
}

export function answerCounters(likeness: Likeness, today: Today): CardCounters {
  const { roster } = likeness;
  return {
    all: counted(likeness, undefined),
    shift: counted(likeness, roster.spokenSince(today.from, "mine")),
    queues: roster.queues(today.dueBy),
  };
}

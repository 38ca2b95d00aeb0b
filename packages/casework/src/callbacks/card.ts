/** What of a task the card carries, so that the queue is drawn from cards alone: tries, skips, safe hours, and whom it is for. */
import { listIn, momentIn } from "../card-reading.ts";
import type { Moment } from "../day.ts";
import type { MemberId, PersonId, TaskId } from "../id.ts";
import type { Papers, Task } from "../papers.ts";
import { tryResults } from "../words/call-backs.ts";
import { isCode } from "../words/vocabulary.ts";
import { isAnswer } from "./fold.ts";
import { daytime, readHours, type Hours } from "./hours.ts";
import type { Tried } from "./retry.ts";

/** A card keeps so many tries of a task, the newest. */
const mostTriesKept = 12;

export interface CardCallBack {
  /** When it was set; undefined on a card of an older release. */
  readonly set?: Moment;
  /** Whom it is for: her place among the people of the card. */
  readonly person?: number;
  readonly hours?: Hours;
  readonly tries?: readonly Tried[];
  readonly next?: Moment;
  readonly skipped?: { readonly by: MemberId; readonly at: Moment };
  /** It was done and is to be done again: an answer of before ends it no more. */
  readonly reopened?: true;
}

export function cardCallBack(papers: Papers, task: Task): CardCallBack {
  const person = papers.people.findIndex((one) => one.id === task.person);
  const hours = hoursOfTask(papers, task);
  const tries = (task.tries ?? []).slice(-mostTriesKept).map(({ at, result }) => ({ at, result }));
  const next = task.tries?.at(-1)?.next;
  const skip = task.skips?.at(-1);
  return {
    set: task.at,
    ...(person < 0 ? {} : { person }),
    ...(hours === undefined ? {} : { hours }),
    ...(tries.length === 0 ? {} : { tries }),
    ...(next === undefined ? {} : { next }),
    ...(skip === undefined ? {} : { skipped: { by: skip.by, at: skip.at } }),
    ...(task.reopened === true ? { reopened: true } : {}),
  };
}

/** What the answers in this folder end in others. An answer that was taken back, its task reopened, ends nothing anywhere. */
export function endedElsewhere(papers: Papers): readonly TaskId[] {
  const own = new Set(papers.tasks.map((task) => task.id));
  const ended = new Map<TaskId, readonly TaskId[]>();
  for (const { what } of papers.timeline.toReversed()) {
    if (what.type === "CallBackTried" && isAnswer(what.result))
      ended.set(what.task, [...(ended.get(what.task) ?? []), ...what.closes]);
    if (what.type === "TaskReopened") ended.delete(what.task);
  }
  return [...new Set([...ended.values()].flat())].filter((task) => !own.has(task));
}

/** As she said them last, if plain. */
export function hoursOfTask(papers: Papers, task: { readonly person?: PersonId }): Hours | undefined {
  if (task.person === undefined) return undefined;
  const said = papers.facts.findLast(
    (fact) => fact.field === "safeHours" && fact.about === task.person && fact.standing === "stands",
  );
  return said && readHours(said.value);
}

/**
 * Short keys: see note: Short cards (card.ts). Usual things are left out: set when the case was opened, for the first of
 * the people, up to nine in the evening.
 */
export function callBackToPayload(
  of: CardCallBack,
  opened: Moment | undefined,
): Readonly<Record<string, unknown>> {
  return {
    s: of.set === opened ? undefined : of.set && Date.parse(of.set),
    p: of.person === 0 ? undefined : (of.person ?? -1),
    h: of.hours?.[1] === daytime[1] ? of.hours[0] : of.hours,
    t: of.tries?.map(({ at, result }) => [Date.parse(at), result]),
    n: of.next && Date.parse(of.next),
    y: of.skipped && [of.skipped.by, Date.parse(of.skipped.at)],
    r: of.reopened && 1,
  };
}

/** What cannot be read is left out: the task itself is still there. */
export function readCallBack(
  read: Readonly<Record<string, unknown>>,
  opened: Moment | undefined,
): CardCallBack {
  const set = momentIn(read["s"]) ?? opened;
  const person = read["p"] ?? 0;
  const next = momentIn(read["n"]);
  const tries = listIn(read["t"]).flatMap(tried);
  const hours = hoursRead(read["h"]);
  const [by, at] = listIn(read["y"]);
  const when = momentIn(at);
  return {
    ...(set === undefined ? {} : { set }),
    ...(typeof person === "number" && person >= 0 ? { person } : {}),
    ...(hours === undefined ? {} : { hours }),
    ...(tries.length === 0 ? {} : { tries }),
    ...(next === undefined ? {} : { next }),
    ...(typeof by === "string" && when !== undefined
      ? { skipped: { by: by as MemberId, at: when } } // as the desk wrote it; a wrong one names nobody
      : {}),
    ...(read["r"] === 1 ? { reopened: true } : {}),
  };
}

function hoursRead(read: unknown): Hours | undefined {
  const [from, to] = typeof read === "number" ? [read, daytime[1]] : listIn(read);
  return typeof from === "number" && typeof to === "number" ? [from, to] : undefined;
}

function tried(read: unknown): readonly Tried[] {
  const [at, result] = listIn(read);
  const when = momentIn(at);
  return when !== undefined && typeof result === "string" && isCode(tryResults, result)
    ? [{ at: when, result }]
    : [];
}

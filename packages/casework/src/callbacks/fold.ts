/** What a try or a skip does to the tasks of the folder it lies in. Items it ends elsewhere are ended there (see queue.ts). */
import type { Moment } from "../day.ts";
import type { Stamp, Task } from "../papers.ts";
import type { CallBackEvent, CallBackEventOf } from "./event.ts";

export interface TaskTry extends Stamp {
  readonly result: CallBackEventOf<"CallBackTried">["result"];
  readonly note: string;
  readonly next?: Moment;
}

export interface TaskSkip extends Stamp {
  readonly reason: CallBackEventOf<"CallBackSkipped">["reason"];
  readonly note: string;
}

/** They were spoken with, or written to: nothing is left to call for. */
export function isAnswer(result: TaskTry["result"]): boolean {
  return result === "reached" || result === "written";
}

export function foldCallBackEvent(
  tasks: readonly Task[],
  event: CallBackEvent,
  stamp: Stamp,
): readonly Task[] {
  switch (event.type) {
    case "CallBackTried": {
      const { result, note, next } = event;
      const tried: TaskTry = { ...stamp, result, note, ...(next === undefined ? {} : { next }) };
      const done = { ...stamp, result: note };
      return tasks.map((task) => {
        const isIt = task.id === event.task;
        if (!isIt && !event.closes.includes(task.id)) return task;
        const told = isIt ? { ...task, tries: [...(task.tries ?? []), tried] } : task;
        return isAnswer(result) && task.done === undefined ? { ...told, done } : told;
      });
    }
    case "CallBackSkipped": {
      const skip: TaskSkip = { ...stamp, reason: event.reason, note: event.note };
      return tasks.map((task) =>
        task.id === event.task ? { ...task, skips: [...(task.skips ?? []), skip] } : task,
      );
    }
  }
}

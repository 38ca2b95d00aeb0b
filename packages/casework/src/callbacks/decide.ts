/** What comes of a try: when the next one is due, and which other items of that number an answer ends. */
import type { CommandOf } from "../command.ts";
import type { Moment } from "../day.ts";
import { inFolder, moscow, type Decided, type Given } from "../decide/given.ts";
import type { Folder } from "../folder.ts";
import type { MemberId } from "../id.ts";
import { readDue } from "../intake/moment.ts";
import type { Task } from "../papers.ts";
import type { Refusal } from "../refusal.ts";
import { err, ok, type Result } from "../result.ts";
import { hoursOfTask } from "./card.ts";
import type { CallBackCommand } from "./command.ts";
import { isAnswer } from "./fold.ts";
import { daytime } from "./hours.ts";
import { nextTry } from "./retry.ts";

export function decideCallBack(given: Given, command: CallBackCommand): Decided {
  return inFolder(given, command.case, (folder) => {
    const task = folder.tasks.find((one) => one.id === command.task);
    if (task === undefined) return err({ type: "NoSuchTask", task: command.task });
    if (task.done !== undefined && !isSpokenMeanwhile(task, given.by, command))
      return err({ type: "TaskAlreadyDone", task: task.id });
    switch (command.type) {
      case "SkipCallBack":
        return ok([{ type: "CallBackSkipped", task: task.id, reason: command.reason, note: command.note }]);
      case "TryCallBack": {
        const next = nextOf(given, { folder, task, command });
        if (!next.ok) return next;
        return ok([
          {
            type: "CallBackTried",
            task: task.id,
            result: command.result,
            note: command.note,
            ...(next.value === undefined ? {} : { next: next.value }),
            closes: isAnswer(command.result) ? command.closes.filter((one) => one !== task.id) : [],
          },
        ]);
      }
    }
  });
}

/**
 * She was calling when a colleague's answer came in: a promise may be kept without a line, and its answer arrive later. That she called as
 * well is written down too, once.
 */
function isSpokenMeanwhile({ done, tries = [] }: Task, by: MemberId, { type }: CallBackCommand): boolean {
  if (type !== "TryCallBack" || done === undefined || done.by === by) return false;
  return !tries.some((one) => one.by === by && one.at >= done.at);
}

function nextOf(
  given: Given,
  tried: { readonly folder: Folder; readonly task: Task; readonly command: CommandOf<"TryCallBack"> },
): Result<Moment | undefined, Refusal> {
  const { folder, task, command } = tried;
  if (command.result === "askedLater") {
    const text = command.later;
    if (text.trim() === "") return err({ type: "TextMissing", field: "later" });
    const later = readDue(text, given.at, given.offsetMinutes ?? moscow);
    if (later === undefined) return err({ type: "NotATime", field: "later", text });
    return later < given.at ? err({ type: "TimeInThePast", field: "later", text }) : ok(later);
  }
  const tries = [...(task.tries ?? []), { at: given.at, result: command.result }];
  return ok(nextTry(tries, command.zone, hoursOfTask(folder, task) ?? daytime));
}

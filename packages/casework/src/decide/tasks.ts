/** What someone has to do: promises, call-backs, tasks. */
import type { CommandOf } from "../command.ts";
import type { Folder } from "../folder.ts";
import type { TaskId } from "../id.ts";
import type { Task } from "../papers.ts";
import { err, ok } from "../result.ts";
import { inFolder, type Decided, type Given } from "./given.ts";

export function setTask(given: Given, command: CommandOf<"SetTask">): Decided {
  return inFolder(given, command.case, (folder) => {
    const { kind, what, owner, due, person } = command;
    // A call-back says by itself what is to be done.
    if (what.trim() === "" && kind !== "callback") return err({ type: "TextMissing", field: "what" });
    if (person !== undefined && !folder.people.some((one) => one.id === person))
      return err({ type: "NoSuchPerson", person });
    if (due !== undefined && due < given.at) return err({ type: "TimeInThePast", field: "due", text: due });
    return ok([
      {
        type: "TaskSet",
        task: given.newId(),
        kind,
        what,
        ...(owner === undefined ? {} : { owner }),
        ...(due === undefined ? {} : { due }),
        ...(person === undefined ? {} : { person }),
      },
    ]);
  });
}

export function finishTask(given: Given, command: CommandOf<"FinishTask">): Decided {
  return inFolder(given, command.case, (folder) => {
    const task = taskIn(folder, command.task);
    if (task === undefined) return err({ type: "NoSuchTask", task: command.task });
    if (task.done !== undefined) return err({ type: "TaskAlreadyDone", task: task.id });
    return ok([{ type: "TaskDone", task: task.id, result: command.result }]);
  });
}

export function reopenTask(given: Given, command: CommandOf<"ReopenTask">): Decided {
  return inFolder(given, command.case, (folder) => {
    const task = taskIn(folder, command.task);
    if (task === undefined) return err({ type: "NoSuchTask", task: command.task });
    if (task.done === undefined) return err({ type: "TaskStillOpen", task: task.id });
    return ok([{ type: "TaskReopened", task: task.id }]);
  });
}

function taskIn(folder: Folder, id: TaskId): Task | undefined {
  return folder.tasks.find((task) => task.id === id);
}

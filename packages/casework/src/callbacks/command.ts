/** Saying what came of a call-back, or passing it on. */
import type { FolderId, TaskId } from "../id.ts";
import type { skipReasons, tryResults } from "../words/call-backs.ts";
import type { Code } from "../words/vocabulary.ts";

export type CallBackCommand =
  | {
      readonly type: "TryCallBack";
      readonly case: FolderId;
      readonly task: TaskId;
      readonly result: Code<typeof tryResults>;
      readonly note: string;
      /** When they asked to be called, as typed; only with `askedLater`. */
      readonly later: string;
      /** The other items of the same number that were in view: an answer ends them too. */
      readonly closes: readonly TaskId[];
      /** The clock where the caller is: an IANA name. */
      readonly zone: string;
    }
  | {
      readonly type: "SkipCallBack";
      readonly case: FolderId;
      readonly task: TaskId;
      readonly reason: Code<typeof skipReasons>;
      readonly note: string;
    };

export function isCallBackCommand(command: { readonly type: string }): command is CallBackCommand {
  return command.type === "TryCallBack" || command.type === "SkipCallBack";
}

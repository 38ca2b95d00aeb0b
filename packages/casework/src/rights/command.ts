/** Somebody asks to see a hot field of a case: the asking leaves a line in its folder. */
import type { CaseId } from "../id.ts";
import type { HotField } from "./right.ts";

export type RightCommand = {
  readonly type: "AskToSee";
  readonly case: CaseId;
  readonly field: HotField;
};

export function isRightCommand(command: { readonly type: string }): command is RightCommand {
  return command.type === "AskToSee";
}

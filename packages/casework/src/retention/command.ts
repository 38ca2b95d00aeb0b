/** What a person says when the time of a closed case has come. One proposes, another confirms: see Expiring on the desk. */
import type { CaseId } from "../id.ts";

export type RetentionCommand =
  | { readonly type: "ProposeExpiry"; readonly case: CaseId }
  | { readonly type: "TakeBackExpiry"; readonly case: CaseId }
  /** A year more. */
  | { readonly type: "KeepCase"; readonly case: CaseId; readonly reason: string }
  /** The last word: from here on nothing of it can be read by anybody. */
  | { readonly type: "ShredCase"; readonly case: CaseId };

const types: Readonly<Record<RetentionCommand["type"], true>> = {
  ProposeExpiry: true,
  TakeBackExpiry: true,
  KeepCase: true,
  ShredCase: true,
};

export function isRetentionCommand(command: { readonly type: string }): command is RetentionCommand {
  return Object.hasOwn(types, command.type);
}

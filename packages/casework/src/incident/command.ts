/** What may be asked of an incident. `case` names its folder, as with every command. */
import type { CaseId, FolderId } from "../id.ts";
import type { Cluster } from "../overview/asked.ts";

export type IncidentCommand =
  /** `case` is what the proposal names: who gathers it at the same time elsewhere opens the same folder. */
  | { readonly type: "GatherIncident"; readonly case: FolderId; readonly cluster: Cluster }
  | { readonly type: "GatherCases"; readonly case: FolderId; readonly cases: readonly CaseId[] }
  | { readonly type: "LetCaseGo"; readonly case: FolderId; readonly of: CaseId; readonly reason: string }
  | { readonly type: "TakeIncidentBack"; readonly case: FolderId; readonly reason: string }
  /** After each family was written to in its own case: what came of it. */
  | {
      readonly type: "NoteFamiliesTold";
      readonly case: FolderId;
      readonly text: string;
      readonly asks: boolean;
      readonly told: readonly CaseId[];
      readonly untold: readonly { readonly case: CaseId; readonly why: string }[];
    };

const types: ReadonlySet<string> = new Set([
  "GatherIncident",
  "GatherCases",
  "LetCaseGo",
  "TakeIncidentBack",
  "NoteFamiliesTold",
] satisfies readonly IncidentCommand["type"][]);

export function isIncidentCommand(command: { readonly type: string }): command is IncidentCommand {
  return types.has(command.type);
}

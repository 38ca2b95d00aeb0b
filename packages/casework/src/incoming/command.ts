/** What a coordinator does with a list. `case` is the folder it goes into: the list's own, or that of the line. */
import type { CaseId, FolderId, ListId } from "../id.ts";
import type { IncomingEventOf } from "./event.ts";
import type { IncomingRow } from "./row.ts";

type Laid = IncomingEventOf<"ListLaid">;

export type IncomingCommand =
  | {
      readonly type: "LayList";
      readonly case: FolderId;
      readonly list: ListId;
      readonly name: string;
      readonly lines: number;
      readonly columns: readonly Readonly<Laid["columns"][number]>[];
    }
  /** `row`: the mark of what it says. The case is opened with it where it is not there. */
  | {
      readonly type: "TakeRow";
      readonly case: CaseId;
      readonly list: ListId;
      readonly row: string;
      readonly line: IncomingRow;
    }
  | { readonly type: "TakeRowsBack"; readonly case: CaseId; readonly list: ListId; readonly reason: string }
  | ({ readonly type: "SayBroughtIn"; readonly case: FolderId } & Readonly<
      Omit<IncomingEventOf<"ListBroughtIn">, "type">
    >)
  | {
      readonly type: "SayTakenBack";
      readonly case: FolderId;
      readonly list: ListId;
      readonly cases: number;
      readonly reason: string;
    };

const types: Readonly<Record<IncomingCommand["type"], true>> = {
  LayList: true,
  TakeRow: true,
  TakeRowsBack: true,
  SayBroughtIn: true,
  SayTakenBack: true,
};

export function isIncomingCommand(command: { readonly type: string }): command is IncomingCommand {
  return Object.hasOwn(types, command.type);
}

/** Taking a list out. `case`: the folder of one's own shift of today; of a list that was asked for, the shift in which it was. */
import type { FolderId, OutListId } from "../id.ts";
import type { OutgoingEventOf } from "./event.ts";

type Asked = Readonly<Omit<OutgoingEventOf<"OutListAsked">, "type" | "list" | "columns">> & {
  readonly columns: readonly string[];
};
type Taken = Readonly<Omit<OutgoingEventOf<"OutListTaken">, "type" | "list">>;

/** A list as it is wanted. */
export type OutListWish = Asked;

export type OutgoingCommand =
  /** A long one: another must allow it. */
  | ({ readonly type: "AskListOut"; readonly case: FolderId } & Asked)
  | {
      readonly type: "AnswerListOut";
      readonly case: FolderId;
      readonly list: OutListId;
      readonly isAllowed: boolean;
      readonly reason: string;
    }
  /** The file has been made, and leaves when this is said. A short one needs nobody else. */
  | ({ readonly type: "TakeShortListOut"; readonly case: FolderId } & Asked & Omit<Taken, "rows">)
  | ({ readonly type: "TakeListOut"; readonly case: FolderId; readonly list: OutListId } & Taken);

const types: Readonly<Record<OutgoingCommand["type"], true>> = {
  AskListOut: true,
  AnswerListOut: true,
  TakeShortListOut: true,
  TakeListOut: true,
};

export function isOutgoingCommand(command: { readonly type: string }): command is OutgoingCommand {
  return Object.hasOwn(types, command.type);
}

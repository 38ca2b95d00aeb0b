/** What may be asked of a claims file. */
import type { LedgerEvent } from "../claims/event.ts";
import type { ClaimId } from "../claims/model.ts";
import type { Day } from "../day.ts";
import type { FolderId } from "../id.ts";
import type { PrintWish, ReleaseSignature } from "./event.ts";

export type RecordCommand =
  /** Opens the file if there is none by that id. What cannot stand beside what is there is refused by name, and nothing enters. */
  | {
      readonly type: "EnterInLedger";
      readonly case: FolderId;
      readonly name: string;
      readonly entries: readonly LedgerEvent[];
    }
  | {
      readonly type: "ProposeRelease";
      readonly case: FolderId;
      readonly number: number;
      readonly on: Day;
      readonly text: string;
      readonly manifest: string;
      readonly signature: ReleaseSignature;
    }
  | {
      readonly type: "SignRelease";
      readonly case: FolderId;
      readonly number: number;
      readonly manifest: string;
      readonly signature: ReleaseSignature;
    }
  /** Said once the server serves it. */
  | { readonly type: "NotePublished"; readonly case: FolderId; readonly number: number }
  | {
      readonly type: "SetPrintWish";
      readonly case: FolderId;
      readonly claims: readonly ClaimId[];
      readonly wish: PrintWish;
      readonly reason: string;
    }
  | {
      readonly type: "DropRelease";
      readonly case: FolderId;
      readonly number: number;
      readonly reason: string;
    };

const commands: ReadonlySet<string> = new Set<RecordCommand["type"]>([
  "EnterInLedger",
  "ProposeRelease",
  "SignRelease",
  "DropRelease",
  "NotePublished",
  "SetPrintWish",
]);

export function isRecordCommand(command: { readonly type: string }): command is RecordCommand {
  return commands.has(command.type);
}

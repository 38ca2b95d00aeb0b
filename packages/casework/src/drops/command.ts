import type { AttachmentTold } from "../attachments/command.ts";
/** What may be done with letters from outside, and with the families that wrote them. */
import type { Day } from "../day.ts";
import type { AsideId, CaseId, DropId, PersonId } from "../id.ts";
import type { Report } from "../intake/report.ts";
import type { FamilyKeys } from "./event.ts";

/** A letter as the device that takes it has opened it. */
export interface OpenedDrop {
  readonly drop: DropId;
  readonly day: Day;
  readonly family: FamilyKeys;
  readonly report: Report;
  /** The report as it came: JSON. */
  readonly received: string;
}

export type DropCommand =
  /** `isNew`: the case is opened with it. */
  | {
      readonly type: "TakeDrop";
      readonly letter: OpenedDrop;
      readonly case: CaseId;
      readonly isNew: boolean;
      readonly byItself: boolean;
      /** The small files that lay in the letter, sealed anew by the device that takes it. */
      readonly attachments: readonly AttachmentTold[];
    }
  | { readonly type: "SetDropsAside"; readonly drops: readonly DropId[] }
  | {
      readonly type: "BringDropsBack";
      readonly drops: readonly { readonly drop: DropId; readonly asides: readonly AsideId[] }[];
    }
  | {
      readonly type: "WriteReply";
      readonly case: CaseId;
      readonly mailbox: string;
      readonly text: string;
      readonly asks: boolean;
    }
  /** Of the device that has put them there. */
  | { readonly type: "SayPosted"; readonly case: CaseId; readonly mailbox: string; readonly number: number }
  | { readonly type: "GiveReceipt"; readonly case: CaseId; readonly person?: PersonId };

const types: ReadonlySet<string> = new Set([
  "TakeDrop",
  "SetDropsAside",
  "BringDropsBack",
  "WriteReply",
  "SayPosted",
  "GiveReceipt",
] satisfies readonly DropCommand["type"][]);

export function isDropCommand(command: { readonly type: string }): command is DropCommand {
  return types.has(command.type);
}

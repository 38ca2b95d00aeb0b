/** Putting a file into a case, and noting who had it in hand. The sealing is done before: a command carries what the seal gave. */
import type { AttachmentId, CaseId } from "../id.ts";
import type { AttachmentEventOf } from "./event.ts";

/** What stands in the folder of a file that lies sealed beside it. */
export type AttachmentTold = Omit<AttachmentEventOf<"AttachmentReceived">, "type">;

interface OfAttachment {
  readonly case: CaseId;
  readonly attachment: AttachmentId;
}

export type AttachmentCommand =
  | { readonly type: "ReceiveAttachment"; readonly case: CaseId; readonly told: AttachmentTold }
  | ({ readonly type: "ExamineAttachment"; readonly found: Readonly<Record<string, string>> } & OfAttachment)
  /** Of the device that had them stamped. */
  | ({ readonly type: "StampAttachments"; readonly case: CaseId } & Omit<
      AttachmentEventOf<"AttachmentsStamped">,
      "type"
    >)
  | ({ readonly type: "OpenAttachment" } & OfAttachment)
  | ({
      readonly type: "GiveOutAttachment";
      readonly as: "original" | "copy";
      readonly plain: string;
      readonly to: string;
    } & OfAttachment);

const types: Readonly<Record<AttachmentCommand["type"], true>> = {
  ReceiveAttachment: true,
  ExamineAttachment: true,
  StampAttachments: true,
  OpenAttachment: true,
  GiveOutAttachment: true,
};

export function isAttachmentCommand(command: { readonly type: string }): command is AttachmentCommand {
  return Object.hasOwn(types, command.type);
}

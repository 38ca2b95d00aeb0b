/** Files as the desk asks for them and is told of them: part of the office (office.ts). Bytes cross the port as a Blob, which is a handle and no copy. */
import type { AttachmentId, AttachmentTold, CaseId, Refusal } from "@answerable/casework";

import type { OfficeRefusal } from "../office.ts";

export interface FileToAttach extends Partial<
  Pick<AttachmentTold, "from" | "contact" | "appeal" | "answer" | "madeFrom">
> {
  readonly case: CaseId;
  /** Fresh: the screen can speak of it at once. */
  readonly attachment: AttachmentId;
  readonly name: string;
  readonly source: Blob;
}

/**
 * TooLarge: above two gigabytes. NeedsLine: too large to wait sealed on this device, and the server cannot be reached now.
 * NoRoom: the disk takes no more. Unreadable: the file could not be read to its end, or changed while it was. Cancelled: by the person.
 */
export type AttachRefusal =
  | Refusal
  | OfficeRefusal
  | { readonly type: "TooLarge"; readonly most: number }
  | { readonly type: "NeedsLine"; readonly most: number }
  | { readonly type: "NoRoom" }
  | { readonly type: "Unreadable" }
  | { readonly type: "Cancelled" };

/** sealing: being read and sealed. waiting: sealed on this device, for the line. sending: on its way. */
export interface FileUnderWay {
  readonly attachment: AttachmentId;
  readonly case: CaseId;
  readonly name: string;
  readonly state: "sealing" | "waiting" | "sending" | "opening";
  readonly done: number;
  readonly of: number;
}

/** All of a case as a tar, the SHA-256 of it, and how many sheets are in it. */
export interface CourtBundle {
  readonly archive: Blob;
  readonly plain: string;
  readonly sheets: number;
}

export interface OpenedAttachment {
  /** Of a kind that nothing runs by itself: what the desk does not look at is application/octet-stream. */
  readonly blob: Blob;
  readonly kind: string;
  readonly name: string;
}

/** NotHere: the server cannot be reached, or the file is still on its way from the device that sealed it. Damaged: it is not what was named. */
export type OpenAttachmentRefusal =
  | OfficeRefusal
  | { readonly type: "NoSuchAttachment" }
  | { readonly type: "NotHere" }
  | { readonly type: "Damaged" }
  | { readonly type: "Cancelled" };

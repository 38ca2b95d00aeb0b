/** Ids of the paper office: 22 random symbols each, made by the device and handed in. */
import * as v from "valibot";

export type Brand<T, Name extends string> = T & { readonly __brand: Name };

/** A folder: a case or a shift. The same id names the sealed folder on the server. */
export type FolderId = Brand<string, "FolderId">;
export type CaseId = FolderId;
export type ShiftId = FolderId;
export type ContactId = Brand<string, "ContactId">;
export type PersonId = Brand<string, "PersonId">;
export type FactId = Brand<string, "FactId">;
export type TaskId = Brand<string, "TaskId">;
export type NoteId = Brand<string, "NoteId">;
export type LetterId = Brand<string, "LetterId">;
/** One saying that two cases are one soldier's, or are not. */
export type LinkId = Brand<string, "LinkId">;
export type DraftId = Brand<string, "DraftId">;
/** A letter from outside, as the server files it. */
export type DropId = Brand<string, "DropId">;
/** One going of a case from one desk to another: the same at both. */
export type ReferralId = Brand<string, "ReferralId">;
/** Letters that one person put aside at one time. */
/** One list that somebody sent, and all that came of it. */
export type ListId = Brand<string, "ListId">;
/** A list that goes out. */
export type OutListId = Brand<string, "OutListId">;
export type AsideId = Brand<string, "AsideId">;
export type ReplyId = Brand<string, "ReplyId">;
export type AppealId = Brand<string, "AppealId">;
export type SignatoryId = Brand<string, "SignatoryId">;
/** A file in a case. */
export type AttachmentId = Brand<string, "AttachmentId">;
export type AnswerId = Brand<string, "AnswerId">;
/** One text sent as many letters. */
export type BatchId = Brand<string, "BatchId">;
/** One handing over of a shift. */
export type HandOverId = Brand<string, "HandOverId">;
/** One turn of the surge switch. */
export type SwitchId = Brand<string, "SwitchId">;
export type SheetId = Brand<string, "SheetId">;
/** A member of the helpline, as the team log names her. */
export type MemberId = Brand<string, "MemberId">;
export type DeviceId = Brand<string, "DeviceId">;

/** Schema of an id; the cast makes the brand after the pattern was checked. */
export function id<T extends Brand<string, string>>() {
  return v.pipe(
    v.string(),
    v.regex(/^[A-Za-z0-9_-]{22}$/),
    v.transform((text) => text as T),
  );
}

/** Makes a fresh random id. The randomness is the caller's. */
export type NewId = <T extends Brand<string, string>>() => T;

/** Claims files: a ledger, and what was printed of it. */
export type { ClaimsFileFront } from "./card.ts";
export type { ClaimsFile, FiledRelease, WishForPrint } from "./claims-file.ts";
export type { RecordCommand } from "./command.ts";
export { isRecordEvent, type PrintWish, type ReleaseSignature } from "./event.ts";

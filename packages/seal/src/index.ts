export * from "./binder.ts";
export * from "./card.ts";
export * from "./damaged.ts";
export { deskKeys, type CardKey, type DeskKeys, type DeskSecret, type DeskSecrets, type FilesKey, type FoldKey } from "./desk-keys.ts";
export { signerFrom, verify, type Signer } from "./ed25519.ts";
export * from "./folder.ts";
export { RandomFailed, type Random } from "./random.ts";
export * from "./sheet.ts";

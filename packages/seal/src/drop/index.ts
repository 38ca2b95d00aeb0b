/**
 * What the family's pages need of seal, and nothing that brings WebAssembly: reading the team log, sealing a letter, the receipt
 * and its keys, opening replies, sealing files.
 */
export { sha256 } from "@noble/hashes/sha2.js";
export { Damaged, TooLarge } from "../damaged.ts";
export { verify } from "../ed25519.ts";
export { RandomFailed, type Random } from "../random.ts";
export { readTeam } from "../team.ts";
export * from "./attachment.ts";
export * from "./mail.ts";
export * from "./receipt-code.ts";
export * from "./receipt-keys.ts";
export * from "./sealed-drop.ts";
export { isSafeName, type TarFile } from "./tar.ts";

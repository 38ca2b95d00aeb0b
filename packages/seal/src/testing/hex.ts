/** Hexadecimal, as published vectors are written; spaces allowed. */
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";

export const hexOf = bytesToHex;
export const ofHex = (text: string): Uint8Array => hexToBytes(text.replaceAll(/\s/g, ""));

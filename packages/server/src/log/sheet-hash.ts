/**
 * The hash by which the next sheet of a folder names this one: the same bytes as seal's hashOfSheet, by Node's SHA-256.
 * Its RFC 8785 form is written here by hand, names in order: a sheet is flat, all its text is base64url and its numbers are
 * whole, and for such JSON.stringify says what RFC 8785 says, five times faster. A test holds the two against each other.
 */
import { createHash } from "node:crypto";

import type { Hash, Label, SealedSheet } from "@answerable/wire";

const LABEL: Label = "answerable/sheet-hash/1";

export function hashOfSheet(sheet: SealedSheet): Hash {
  const { body, desk, device, epoch, folder, id, number, prev, seen, signature, v } = sheet;
  const text = JSON.stringify({ body, desk, device, epoch, folder, id, number, prev, seen, signature, v });
  const hash = createHash("sha256").update(`${LABEL}\0${text}`).digest("base64url");
  return hash as Hash; // makes the brand: SHA-256 in base64url is 43 symbols
}

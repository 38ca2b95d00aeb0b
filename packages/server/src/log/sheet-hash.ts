/** The hash by which the next sheet of a folder names this one. The same bytes as seal's hashOfSheet, by Node's SHA-256. */
import { createHash } from "node:crypto";
import { labelled, type Hash, type SealedSheet } from "@answerable/wire";

export function hashOfSheet(sheet: SealedSheet): Hash {
  const hash = createHash("sha256").update(labelled("answerable/sheet-hash/1", sheet)).digest("base64url");
  return hash as Hash; // makes the brand: SHA-256 in base64url is 43 symbols
}

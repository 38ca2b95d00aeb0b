/** What was built, by its hashes: every file that a browser is given, and one hash over all of them. The same sources give the same, wherever they are built. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** Path → SHA-256, sorted by path. */
export function hashesOf(directory) {
  return new Map(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(directory, file).split(sep).join("/"), sha256(readFileSync(file))])
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** As `sha256sum` prints the list, and the SHA-256 of that. */
export function oneHashOf(hashes) {
  return sha256([...hashes].map(([path, hash]) => `${hash}  ${path}\n`).join(""));
}

/**
 * Which row a folder has, and which folder a row: ids as the bytes of their letters, found by hash. Two hundred thousand
 * strings and a Map of them are thirty megabytes; this is eight.
 */
import type { FolderId } from "@answerable/casework";

import { grown } from "./texts.ts";

export interface FolderRows {
  /** undefined: no card of it has come. */
  readonly row: (folder: FolderId) => number | undefined;
  /** The next row. The folder must have none. */
  readonly add: (folder: FolderId) => number;
  readonly folder: (row: number) => FolderId | undefined;
  readonly size: () => number;
}

/** An id is 22 letters of base64url. */
const LETTERS = 22;

export function openFolderRows(): FolderRows {
  let letters = new Uint8Array(1024 * LETTERS);
  let slots = new Int32Array(4096); // row + 1 by hash; 0: nothing
  let size = 0;

  function isAt(row: number, folder: string): boolean {
    for (let at = 0; at < LETTERS; at += 1)
      if (letters[row * LETTERS + at] !== folder.charCodeAt(at)) return false;
    return true;
  }

  function slotOf(folder: string): number {
    const mask = slots.length - 1;
    let slot = hashOf(folder) & mask;
    for (let row = slots[slot] ?? 0; row !== 0; row = slots[slot] ?? 0) {
      if (isAt(row - 1, folder)) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  function nameOf(row: number): FolderId | undefined {
    if (row < 0 || row >= size) return undefined;
    const begin = row * LETTERS;
    return String.fromCharCode(...letters.subarray(begin, begin + LETTERS)) as FolderId; // as it was added
  }

  return {
    row(folder) {
      const row = slots[slotOf(folder)] ?? 0;
      return row === 0 ? undefined : row - 1;
    },
    add(folder) {
      if (folder.length !== LETTERS) throw new Error("a folder's id has 22 letters");
      if ((size + 1) * LETTERS > letters.length) letters = grown(letters, new Uint8Array(letters.length * 2));
      for (let at = 0; at < LETTERS; at += 1) letters[size * LETTERS + at] = folder.charCodeAt(at);
      size += 1;
      if (size * 2 > slots.length) {
        slots = new Int32Array(slots.length * 2);
        for (let row = 0; row < size; row += 1) slots[slotOf(nameOf(row) ?? "")] = row + 1;
      } else slots[slotOf(folder)] = size;
      return size - 1;
    },
    folder: nameOf,
    size: () => size,
  };
}

function hashOf(folder: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < folder.length; at += 1) hash = Math.imul(hash ^ folder.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

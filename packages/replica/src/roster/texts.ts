/**
 * Texts by row, folded together in leaves of some forty: two hundred thousand cards as JavaScript objects would take ten
 * times the memory, and fifty of them are looked at. A Cyrillic letter takes one byte, and a leaf that is full is folded.
 * Room of what was replaced is reclaimed when half of all is such room.
 */
import { fold, mostFolded, unfold } from "./folding.ts";
import { narrowed, widened } from "./narrow.ts";

export interface Texts {
  readonly set: (row: number, text: Uint8Array) => void;
  readonly get: (row: number) => string | undefined;
  readonly bytes: () => number;
}

/** As much waste as is not worth copying all the rest for. */
const LITTLE = 1 << 23;

export function openTexts(): Texts {
  const decoder = new TextDecoder();
  let book = openBook();
  let rows = 0;

  function reclaim(): void {
    const fresh = openBook();
    for (let row = 0; row < rows; row += 1) {
      const kept = book.get(row);
      if (kept) fresh.set(row, kept);
    }
    book = fresh;
  }

  return {
    set(row, text) {
      book.set(row, narrowed(text));
      rows = Math.max(rows, row + 1);
      if (book.wasted() > LITTLE && book.wasted() > book.live()) reclaim();
    },
    get(row) {
      const kept = book.get(row);
      return kept && decoder.decode(widened(kept));
    },
    bytes: () => book.bytes(),
  };
}

interface Leaf {
  readonly folded: Uint8Array;
  readonly length: number;
}
interface Book {
  readonly set: (row: number, bytes: Uint8Array) => void;
  /** Valid until the next `set`. */
  readonly get: (row: number) => Uint8Array | undefined;
  readonly live: () => number;
  readonly wasted: () => number;
  readonly bytes: () => number;
}

/** As much as is unfolded to look at one text. A longer text is a leaf alone. */
const LEAF_BYTES = 1 << 14;
/** Leaves that stay unfolded: rows are asked for in runs. */
const AT_HAND = 8;
/** Before every text stands its length, in three bytes. */
const HEAD = 3;

function openBook(): Book {
  const leaves: Leaf[] = [];
  const atHand = new Map<number, Uint8Array>();
  /** The leaf that is being written. */
  let open = new Uint8Array(LEAF_BYTES);
  let used = 0;
  let room = new Uint8Array(mostFolded(LEAF_BYTES));
  let leafAt = new Int32Array(1024); // plus one; 0: nothing
  let begins = new Uint16Array(1024);
  let live = 0;
  let wasted = 0;

  function foldLeaf(): void {
    if (room.length < mostFolded(used)) room = new Uint8Array(mostFolded(used));
    leaves.push({ folded: room.slice(0, fold(open.subarray(0, used), room)), length: used });
    used = 0;
  }

  function leafOf(at: number): Uint8Array {
    const leaf = leaves[at];
    if (!leaf) return open;
    const bytes = atHand.get(at) ?? unfold(leaf.folded, new Uint8Array(leaf.length));
    atHand.delete(at);
    atHand.set(at, bytes);
    for (const oldest of atHand.keys()) if (atHand.size > AT_HAND) atHand.delete(oldest);
    return bytes;
  }

  function get(row: number): Uint8Array | undefined {
    const at = leafAt[row] ?? 0;
    if (at === 0) return undefined;
    const bytes = leafOf(at - 1);
    const begin = (begins[row] ?? 0) + HEAD;
    const length = (bytes[begin - 3] ?? 0) | ((bytes[begin - 2] ?? 0) << 8) | ((bytes[begin - 1] ?? 0) << 16);
    return bytes.subarray(begin, begin + length);
  }

  return {
    set(row, bytes) {
      const before = get(row);
      if (before) {
        wasted += HEAD + before.length;
        live -= HEAD + before.length;
      }
      const length = HEAD + bytes.length;
      if (used > 0 && used + length > LEAF_BYTES) foldLeaf();
      if (length > open.length) open = new Uint8Array(length);
      if (row >= leafAt.length) {
        const size = Math.max(row + 1, leafAt.length * 2);
        leafAt = grown(leafAt, new Int32Array(size));
        begins = grown(begins, new Uint16Array(size));
      }
      leafAt[row] = leaves.length + 1;
      begins[row] = used;
      for (let byte = 0; byte < HEAD; byte += 1) open[used + byte] = (bytes.length >> (8 * byte)) & 255;
      open.set(bytes, used + HEAD);
      used += length;
      live += length;
    },
    get,
    live: () => live,
    wasted: () => wasted,
    bytes: () => leaves.reduce((sum, leaf) => sum + leaf.folded.length, open.length),
  };
}

export function grown<T extends Float64Array | Int32Array | Uint8Array | Uint16Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}

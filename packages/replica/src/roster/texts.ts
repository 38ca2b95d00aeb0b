/**
 * Texts by row, folded together in leaves of some forty: two hundred thousand cards as JavaScript objects would take ten
 * times the memory, and fifty of them are looked at. A Cyrillic letter takes one byte. A leaf that is full waits to be
 * folded until there is time (`settle`): on a first day every millisecond is waited for, and folding is half of the work.
 * Room of what was replaced is reclaimed when half of all is such room.
 */
import { fold, mostFolded, unfold } from "./folding.ts";
import { narrowed, widened } from "./narrow.ts";

export interface Texts {
  readonly set: (row: number, text: Uint8Array) => void;
  readonly get: (row: number) => string | undefined;
  /** Folds some of what waits. false: nothing waits any more. */
  readonly settle: () => boolean;
  readonly bytes: () => number;
}

/** As much waste as is not worth copying all the rest for. */
const LITTLE = 1 << 23;

export function openTexts(): Texts {
  const decoder = new TextDecoder();
  let isSettled = false;
  let book = openBook(isSettled);
  let rows = 0;

  function reclaim(): void {
    const fresh = openBook(isSettled);
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
    settle() {
      const isWaiting = book.settle();
      if (!isWaiting) isSettled = true;
      return isWaiting;
    },
    bytes: () => book.bytes(),
  };
}

/** `length`: of what was folded; undefined: not folded yet. */
interface Leaf {
  readonly bytes: Uint8Array;
  readonly length: number | undefined;
}
interface Book {
  readonly set: (row: number, bytes: Uint8Array) => void;
  /** Valid until the next `set`. */
  readonly get: (row: number) => Uint8Array | undefined;
  readonly settle: () => boolean;
  readonly live: () => number;
  readonly wasted: () => number;
  readonly bytes: () => number;
}

/** As much as is unfolded to look at one text. A longer text is a leaf alone. */
const LEAF_BYTES = 1 << 14;
/** Leaves that stay unfolded: rows are asked for in runs. */
const AT_HAND = 8;
/** Leaves folded at one go: a millisecond or two. */
const AT_ONE_GO = 8;
/** Before every text stands its length, in three bytes. */
const HEAD = 3;

/** `promptly`: a leaf is folded as soon as it is full. */
function openBook(promptly: boolean): Book {
  let folds = promptly;
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
  /** Leaves before this one are folded. */
  let settled = 0;

  function closeLeaf(): void {
    leaves.push({ bytes: open.slice(0, used), length: undefined });
    used = 0;
    if (folds) settle();
  }

  function settle(): boolean {
    const end = Math.min(leaves.length, settled + AT_ONE_GO);
    for (; settled < end; settled += 1) {
      const leaf = leaves[settled];
      if (!leaf || leaf.length !== undefined) continue;
      const { length } = leaf.bytes;
      if (room.length < mostFolded(length)) room = new Uint8Array(mostFolded(length));
      leaves[settled] = { bytes: room.slice(0, fold(leaf.bytes, room)), length };
    }
    folds ||= settled === leaves.length;
    return settled < leaves.length;
  }

  function leafOf(at: number): Uint8Array {
    const leaf = leaves[at];
    if (!leaf) return open;
    if (leaf.length === undefined) return leaf.bytes;
    const bytes = atHand.get(at) ?? unfold(leaf.bytes, new Uint8Array(leaf.length));
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
      if (used > 0 && used + length > LEAF_BYTES) closeLeaf();
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
    settle,
    live: () => live,
    wasted: () => wasted,
    bytes: () => leaves.reduce((sum, leaf) => sum + leaf.bytes.length, open.length),
  };
}

export function grown<T extends Float64Array | Int32Array | Uint8Array | Uint16Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}

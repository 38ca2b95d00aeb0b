/**
 * Texts by row, as UTF-8 in large pages: two hundred thousand cards as JavaScript objects would take three times the
 * memory, and fifty of them are looked at. Room of what was replaced is reclaimed when half of all is such room.
 */
const PAGE_BYTES = 1 << 22;

export interface Texts {
  readonly set: (row: number, text: Uint8Array) => void;
  readonly get: (row: number) => string | undefined;
  readonly bytes: () => number;
}

export function openTexts(): Texts {
  const decoder = new TextDecoder();
  let pages: Uint8Array[] = [];
  let used = 0;
  let wasted = 0;
  let live = 0;
  let where = new Float64Array(1024); // page * PAGE_BYTES + offset, plus one; 0: nothing
  let lengths = new Int32Array(1024);

  function ensureRow(row: number): void {
    if (row < where.length) return;
    const size = Math.max(row + 1, where.length * 2);
    where = grown(where, new Float64Array(size));
    lengths = grown(lengths, new Int32Array(size));
  }

  function write(row: number, text: Uint8Array): void {
    let page = pages.at(-1);
    if (!page || page.length - used < text.length) {
      if (page) wasted += page.length - used;
      page = new Uint8Array(Math.max(PAGE_BYTES, text.length));
      pages.push(page);
      used = 0;
    }
    page.set(text, used);
    where[row] = (pages.length - 1) * 2 ** 32 + used + 1;
    lengths[row] = text.length;
    used += text.length;
    live += text.length;
  }

  function bytesOf(row: number): Uint8Array | undefined {
    const at = where[row] ?? 0;
    if (at === 0) return undefined;
    const offset = (at % 2 ** 32) - 1;
    return pages[Math.floor(at / 2 ** 32)]?.subarray(offset, offset + (lengths[row] ?? 0));
  }

  /** Into fresh pages. The old ones go when the last has been copied. */
  function reclaim(): void {
    const all = Array.from(where, (_, row) => bytesOf(row));
    pages = [];
    used = 0;
    wasted = 0;
    live = 0;
    all.forEach((text, row) => text && write(row, text));
  }

  return {
    set(row, text) {
      ensureRow(row);
      const old = where[row] === 0 ? 0 : (lengths[row] ?? 0);
      wasted += old;
      live -= old;
      write(row, text);
      if (wasted > PAGE_BYTES * 2 && wasted > live) reclaim();
    },
    get(row) {
      const bytes = bytesOf(row);
      return bytes && decoder.decode(bytes);
    },
    bytes: () => pages.reduce((sum, page) => sum + page.length, 0),
  };
}

export function grown<T extends Float64Array | Int32Array | Uint8Array | Uint16Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}

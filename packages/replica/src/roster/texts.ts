/**
 * Texts by row, as UTF-8 in large pages: two hundred thousand cards as JavaScript objects would take three times the
 * memory, and fifty of them are looked at. Room of what was replaced is reclaimed when half of all is such room.
 */
const PAGE_BYTES = 1 << 22;

export interface Texts {
  readonly set: (row: number, text: string) => void;
  readonly get: (row: number) => string | undefined;
  readonly bytes: () => number;
}

export function openTexts(): Texts {
  const encoder = new TextEncoder();
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

  function write(row: number, text: string): void {
    let page = pages.at(-1);
    // Three bytes a code unit is the most that UTF-8 takes.
    if (!page || page.length - used < text.length * 3) {
      if (page) wasted += page.length - used;
      page = new Uint8Array(Math.max(PAGE_BYTES, text.length * 3));
      pages.push(page);
      used = 0;
    }
    const { written } = encoder.encodeInto(text, page.subarray(used));
    where[row] = (pages.length - 1) * 2 ** 32 + used + 1;
    lengths[row] = written;
    used += written;
    live += written;
  }

  function read(row: number): string | undefined {
    const at = where[row] ?? 0;
    if (at === 0) return undefined;
    const offset = (at % 2 ** 32) - 1;
    const page = pages[Math.floor(at / 2 ** 32)];
    return page && decoder.decode(page.subarray(offset, offset + (lengths[row] ?? 0)));
  }

  function reclaim(): void {
    const before = { where, lengths, pages };
    const all: (string | undefined)[] = [];
    for (let row = 0; row < before.where.length; row += 1) all.push(read(row));
    pages = [];
    used = 0;
    wasted = 0;
    live = 0;
    all.forEach((text, row) => text !== undefined && write(row, text));
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
    get: read,
    bytes: () => pages.reduce((sum, page) => sum + page.length, 0),
  };
}

export function grown<T extends Float64Array | Int32Array | Uint8Array | Uint16Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}

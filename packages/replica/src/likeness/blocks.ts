/**
 * Rows by the keys under which they may meet, as plain numbers: five million of them for a pass over two hundred
 * thousand. Sorted a drawer at a time, so that nothing waits longer than a few milliseconds.
 */
export interface Blocks {
  readonly add: (hash: number, row: number) => void;
  /** Rows that have other keys now: they are taken out, and whatever is added from here on is sorted in. */
  readonly begin: (without: ReadonlySet<number>) => void;
  /** Sorts the next drawer; false when all are sorted. */
  readonly sortNext: () => boolean;
  /** Rows under this key; none where there are more than `most`. */
  readonly each: (hash: number, most: number, visit: (row: number) => void) => void;
}

const DRAWERS = 128;
const ROWS = 2 ** 20;

export function openBlocks(): Blocks {
  const drawers = Array.from({ length: DRAWERS }, () => ({ cells: new Float64Array(256), count: 0, old: 0 }));
  let sorted = 0;
  let out: ReadonlySet<number> = new Set();
  const drawerOf = (hash: number) => drawers[hash % DRAWERS];

  return {
    add(hash, row) {
      const drawer = drawerOf(hash);
      if (!drawer) return;
      if (drawer.count === drawer.cells.length) {
        const larger = new Float64Array(Math.max(256, drawer.cells.length * 2));
        larger.set(drawer.cells);
        drawer.cells = larger;
      }
      drawer.cells[drawer.count] = hash * ROWS + row;
      drawer.count += 1;
    },
    begin(without) {
      out = without;
      sorted = 0;
      for (const drawer of drawers) drawer.old = drawer.count;
    },
    sortNext() {
      const drawer = drawers[sorted];
      if (!drawer) return false;
      const { cells, count, old } = drawer;
      const stays =
        out.size === 0
          ? cells.subarray(0, count)
          : cells.subarray(0, count).filter((cell, at) => at >= old || !out.has(cell % ROWS));
      drawer.count = stays.length;
      drawer.cells = stays.slice().sort();
      sorted += 1;
      return true;
    },
    each(hash, most, visit) {
      const cells = drawerOf(hash)?.cells;
      if (!cells) return;
      const least = hash * ROWS;
      let from = 0;
      let to = cells.length;
      while (from < to) {
        const middle = (from + to) >>> 1;
        if ((cells[middle] ?? 0) < least) from = middle + 1;
        else to = middle;
      }
      let end = from;
      while (end < cells.length && (cells[end] ?? 0) < least + ROWS) {
        end += 1;
        if (end - from > most) return;
      }
      for (let at = from; at < end; at += 1) visit((cells[at] ?? 0) - least);
    },
  };
}

/**
 * Rows by the keys under which they may meet, as plain numbers: five million of them for a pass over two hundred
 * thousand. Sorted a drawer at a time, so that nothing waits longer than a few milliseconds. Lives as long as the pass.
 */
export interface Blocks {
  readonly add: (hash: number, row: number) => void;
  /** Sorts the next drawer; false when all are sorted. */
  readonly sortNext: () => boolean;
  /** Rows under this key; none where there are more than `most`. */
  readonly each: (hash: number, most: number, visit: (row: number) => void) => void;
}

const DRAWERS = 128;
const ROWS = 2 ** 20;

export function openBlocks(): Blocks {
  const drawers = Array.from({ length: DRAWERS }, () => ({ cells: new Float64Array(256), count: 0 }));
  let sorted = 0;
  const drawerOf = (hash: number) => drawers[hash % DRAWERS];

  return {
    add(hash, row) {
      const drawer = drawerOf(hash);
      if (!drawer) return;
      if (drawer.count === drawer.cells.length) {
        const larger = new Float64Array(drawer.cells.length * 2);
        larger.set(drawer.cells);
        drawer.cells = larger;
      }
      drawer.cells[drawer.count] = hash * ROWS + row;
      drawer.count += 1;
    },
    sortNext() {
      const drawer = drawers[sorted];
      if (!drawer) return false;
      drawer.cells = drawer.cells.slice(0, drawer.count).sort();
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

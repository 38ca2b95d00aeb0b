/**
 * The first of very many rows by their key, without sorting them all: a heap of at most `most` whose top is the last one
 * kept. Key and row stand together in one number, so that nothing is made for a row that is passed over.
 */
export interface FirstOf {
  offer(key: number, row: number): void;
  /** Smallest key first; of equal keys the lower row. */
  inOrder(): readonly number[];
}

/** Rows must be below this, and keys whole and below 2 ** 33: together they are as much as a number holds exactly. */
export const MOST_ROWS = 2 ** 20;

export function firstOf(most: number): FirstOf {
  const heap = new Float64Array(most);
  let size = 0;

  function up(from: number, one: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent] ?? 0;
      if (above >= one) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = one;
  }

  function down(one: number): void {
    let at = 0;
    for (let child = 1; child < size; child = at * 2 + 1) {
      if (child + 1 < size && (heap[child + 1] ?? 0) > (heap[child] ?? 0)) child += 1;
      const below = heap[child] ?? 0;
      if (below <= one) break;
      heap[at] = below;
      at = child;
    }
    heap[at] = one;
  }

  return {
    offer(key, row) {
      const one = key * MOST_ROWS + row;
      if (size < most) {
        size += 1;
        up(size - 1, one);
      } else if (size > 0 && one < (heap[0] ?? 0)) down(one);
    },
    inOrder: () => Array.from(heap.slice(0, size).sort(), (one) => one % MOST_ROWS),
  };
}

/** The smallest `most` of very many, without sorting them all: a heap whose top is the largest kept. */
export interface FirstOf {
  offer(key: number, row: number): void;
  /** Smallest key first; of equal keys the lower row. */
  inOrder(): readonly number[];
}

export function firstOf(most: number): FirstOf {
  const heap: { readonly key: number; readonly row: number }[] = [];
  const isAfter = (a: number, b: number) => {
    const one = heap[a];
    const other = heap[b];
    return (
      one !== undefined &&
      other !== undefined &&
      (one.key > other.key || (one.key === other.key && one.row > other.row))
    );
  };
  const swap = (a: number, b: number) => {
    const one = heap[a];
    const other = heap[b];
    if (one && other) [heap[a], heap[b]] = [other, one];
  };

  function up(from: number): void {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!isAfter(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  }
  function down(): void {
    for (let at = 0; ;) {
      const left = at * 2 + 1;
      const larger = isAfter(left + 1, left) ? left + 1 : left;
      if (!isAfter(larger, at)) return;
      swap(larger, at);
      at = larger;
    }
  }

  return {
    offer(key, row) {
      const top = heap[0];
      if (heap.length < most) {
        heap.push({ key, row });
        up(heap.length - 1);
      } else if (top && (key < top.key || (key === top.key && row < top.row))) {
        heap[0] = { key, row };
        down();
      }
    },
    inOrder: () => heap.toSorted((a, b) => a.key - b.key || a.row - b.row).map((kept) => kept.row),
  };
}

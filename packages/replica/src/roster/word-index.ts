/**
 * Which rows have which word. The words stand sorted, so that all that begin alike stand together; new ones wait in a
 * short list that is merged when somebody searches. The matching core of the next issue takes this place.
 */
export interface WordIndex {
  /** What a row says now; `before` is what it said until now. */
  change(row: number, before: readonly string[], now: readonly string[]): void;
  /** Marks in `hits` every row that has a word beginning so. */
  mark(beginning: string, hits: Uint8Array): void;
  /** Rows that have exactly this word. */
  rows(word: string): readonly number[];
}

export function openWordIndex(): WordIndex {
  const rowsByWord = new Map<string, number[]>();
  let sorted: string[] = [];
  let fresh: string[] = [];

  function merge(): void {
    if (fresh.length === 0) return;
    fresh.sort(byCode);
    const all: string[] = [];
    let at = 0;
    for (const word of fresh) {
      for (let next = sorted[at]; next !== undefined && next < word; next = sorted[at]) {
        all.push(next);
        at += 1;
      }
      all.push(word);
    }
    for (; at < sorted.length; at += 1) all.push(sorted[at] ?? "");
    sorted = all;
    fresh = [];
  }

  return {
    change(row, before, now) {
      const had = before.length === 0 ? none : new Set(before);
      for (const word of now) {
        if (had.has(word)) continue;
        const rows = rowsByWord.get(word);
        if (!rows) {
          rowsByWord.set(word, [row]);
          fresh.push(word);
          // A word said twice on one card stands once; the row just added is the last.
        } else if (rows[rows.length - 1] !== row) rows.push(row);
      }
      if (had.size === 0) return;
      const has = new Set(now);
      for (const word of had) {
        if (has.has(word)) continue;
        const rows = rowsByWord.get(word) ?? [];
        const at = rows.indexOf(row);
        if (at >= 0) rows.splice(at, 1); // a word without rows stays: it costs less than finding it out
      }
    },
    mark(beginning, hits) {
      merge();
      for (let at = firstFrom(sorted, beginning); at < sorted.length; at += 1) {
        const word = sorted[at] ?? "";
        if (!word.startsWith(beginning)) return;
        for (const row of rowsByWord.get(word) ?? []) hits[row] = 1;
      }
    },
    rows: (word) => rowsByWord.get(word) ?? [],
  };
}

const none: ReadonlySet<string> = new Set();

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function firstFrom(sorted: readonly string[], beginning: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? "") < beginning) low = middle + 1;
    else high = middle;
  }
  return low;
}

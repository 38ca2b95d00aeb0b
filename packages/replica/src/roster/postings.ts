/**
 * Which rows a thing stands in, for very many things: chains through typed columns, the newest row first. Arrays of
 * arrays would be most of what the garbage collector walks through.
 */
import { grown } from "./texts.ts";

export interface Postings {
  /** A row already there stands once, if it was the last one added to this thing. */
  readonly add: (thing: number, row: number) => void;
  readonly remove: (thing: number, row: number) => void;
  readonly has: (thing: number, row: number) => boolean;
  readonly mark: (thing: number, hits: Uint8Array) => void;
  /** In order of the rows. */
  readonly rows: (thing: number) => readonly number[];
}

export function openPostings(): Postings {
  // A link is a place in `rowAt` and `nextAt`; 0 is the end of a chain.
  let heads = new Int32Array(1024);
  let rowAt = new Int32Array(1024);
  let nextAt = new Int32Array(1024);
  let used = 1;
  let free = 0;

  function freeLink(): number {
    const link = free;
    if (link !== 0) {
      free = nextAt[link] ?? 0;
      return link;
    }
    if (used === rowAt.length) {
      rowAt = grown(rowAt, new Int32Array(used * 2));
      nextAt = grown(nextAt, new Int32Array(used * 2));
    }
    used += 1;
    return used - 1;
  }

  return {
    add(thing, row) {
      if (thing >= heads.length) heads = grown(heads, new Int32Array(Math.max(thing + 1, heads.length * 2)));
      const head = heads[thing] ?? 0;
      if (head !== 0 && rowAt[head] === row) return;
      const link = freeLink();
      rowAt[link] = row;
      nextAt[link] = head;
      heads[thing] = link;
    },
    remove(thing, row) {
      for (let before = 0, link = heads[thing] ?? 0; link !== 0; before = link, link = nextAt[link] ?? 0) {
        if (rowAt[link] !== row) continue;
        const next = nextAt[link] ?? 0;
        if (before === 0) heads[thing] = next;
        else nextAt[before] = next;
        nextAt[link] = free;
        free = link;
        return;
      }
    },
    has(thing, row) {
      for (let link = heads[thing] ?? 0; link !== 0; link = nextAt[link] ?? 0)
        if (rowAt[link] === row) return true;
      return false;
    },
    mark(thing, hits) {
      for (let link = heads[thing] ?? 0; link !== 0; link = nextAt[link] ?? 0) hits[rowAt[link] ?? 0] = 1;
    },
    rows(thing) {
      const rows: number[] = [];
      for (let link = heads[thing] ?? 0; link !== 0; link = nextAt[link] ?? 0) rows.push(rowAt[link] ?? 0);
      return rows.sort((a, b) => a - b);
    },
  };
}

/**
 * Which rows a thing stands in, for very many things. A thing with one row, as most telephones and half of all words, is
 * one number; others are chains of runs that grow with the chain; what one row in thirty has is a bit for every row. So a
 * row costs four bytes and less. Arrays of arrays would be most of what the garbage collector walks through.
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

/** A run is 4, 8, … 128 cells: the next run, how many rows it holds, and the rows. Sizes divide a page, so no run crosses two. */
const SIZES = [4, 8, 16, 32, 64, 128] as const;
const HEAD = 2;
const PAGE = 1 << 14;
/** A chain with so many long runs, and with more rows than one in thirty-two, becomes bits. */
const MANY_RUNS = 4;

export function openPostings(): Postings {
  // 0: nothing; below 0: the one row, less one; above 0: the run last added to.
  let heads = new Int32Array(1024);
  const pages: Int32Array[] = [];
  let used = PAGE;
  const bitsOf = new Map<number, Uint8Array>();
  /** The highest row anywhere, and one more. */
  let height = 0;
  /** By size, the first of the runs given back. */
  const free = SIZES.map(() => 0);

  const pageOf = (run: number): Int32Array => pages[Math.floor((run - 1) / PAGE)] ?? nowhere;
  /** Where in its page the run begins. A run's number is one more than its place, since 0 is none. */
  const beginOf = (run: number): number => (run - 1) % PAGE;
  const sizeOf = (kind: number): number => SIZES[kind] ?? 0;

  // Of the second cell the lowest three bits are the kind of the run.
  const kindOf = (run: number): number => (pageOf(run)[beginOf(run) + 1] ?? 0) & 7;
  const countOf = (run: number): number => (pageOf(run)[beginOf(run) + 1] ?? 0) >> 3;
  const nextOf = (run: number): number => pageOf(run)[beginOf(run)] ?? 0;

  function describe(run: number, { next, kind, count }: Described): void {
    const page = pageOf(run);
    page[beginOf(run)] = next;
    page[beginOf(run) + 1] = (count << 3) | kind;
  }

  function freshRun(kind: number, next: number): number {
    let run = free[kind] ?? 0;
    if (run !== 0) free[kind] = nextOf(run);
    else {
      if (used + sizeOf(kind) > PAGE) {
        giveBackRest();
        pages.push(new Int32Array(PAGE));
        used = 0;
      }
      run = (pages.length - 1) * PAGE + used + 1;
      used += sizeOf(kind);
    }
    describe(run, { next, kind, count: 0 });
    return run;
  }

  /** What is left of a page serves shorter runs. */
  function giveBackRest(): void {
    for (let kind = SIZES.length - 1; kind >= 0; kind -= 1)
      for (; pages.length > 0 && used + sizeOf(kind) <= PAGE; used += sizeOf(kind))
        giveBack((pages.length - 1) * PAGE + used + 1, kind);
  }

  function giveBack(run: number, kind: number): void {
    describe(run, { next: free[kind] ?? 0, kind, count: 0 });
    free[kind] = run;
  }

  function isCommon(head: number): boolean {
    let runs = 0;
    for (let run = head; run !== 0; run = nextOf(run)) runs += 1;
    return runs > MANY_RUNS + SIZES.length && (runs - SIZES.length) * 126 * 32 > height;
  }

  function becomeBits(thing: number): void {
    const bits = new Uint8Array((height >> 3) + 1);
    each(thing, (row) => setBit(bits, row));
    for (let run = heads[thing] ?? 0; run !== 0;) {
      const next = nextOf(run);
      giveBack(run, kindOf(run));
      run = next;
    }
    heads[thing] = 0;
    bitsOf.set(thing, bits);
  }

  function addBit(thing: number, bits: Uint8Array, row: number): void {
    if (row >> 3 < bits.length) setBit(bits, row);
    else {
      const larger = grown(bits, new Uint8Array((Math.max(row, height) >> 3) + 4_096));
      setBit(larger, row);
      bitsOf.set(thing, larger);
    }
  }

  function put(run: number, row: number): void {
    const count = countOf(run);
    pageOf(run)[beginOf(run) + HEAD + count] = row;
    describe(run, { next: nextOf(run), kind: kindOf(run), count: count + 1 });
  }

  function each(thing: number, visit: (row: number) => void): void {
    const head = heads[thing] ?? 0;
    if (head === 0) eachBit(bitsOf.get(thing), visit);
    if (head < 0) visit(-head - 1);
    for (let run = Math.max(0, head); run !== 0; run = nextOf(run)) {
      const page = pageOf(run);
      const begin = beginOf(run) + HEAD;
      for (let at = begin + countOf(run) - 1; at >= begin; at -= 1) visit(page[at] ?? 0);
    }
  }

  function isLast(head: number, row: number): boolean {
    if (head < 0) return -head - 1 === row;
    return head > 0 && pageOf(head)[beginOf(head) + HEAD + countOf(head) - 1] === row;
  }

  function add(thing: number, row: number): void {
    if (thing >= heads.length) heads = grown(heads, new Int32Array(Math.max(thing + 1, heads.length * 2)));
    const head = heads[thing] ?? 0;
    if (isLast(head, row)) return;
    if (row >= height) height = row + 1;
    const bits = head === 0 ? bitsOf.get(thing) : undefined;
    if (bits) addBit(thing, bits, row);
    else if (head === 0) heads[thing] = -row - 1;
    else if (head < 0) {
      const run = freshRun(0, 0);
      put(run, -head - 1);
      put(run, row);
      heads[thing] = run;
    } else if (countOf(head) + HEAD < sizeOf(kindOf(head))) put(head, row);
    else {
      const run = freshRun(Math.min(SIZES.length - 1, kindOf(head) + 1), head);
      put(run, row);
      heads[thing] = run;
      if (isCommon(run)) becomeBits(thing);
    }
  }

  /** The row last added takes the place of the one that goes. */
  function remove(thing: number, row: number): void {
    const head = heads[thing] ?? 0;
    if (head === -row - 1) heads[thing] = 0;
    const bits = bitsOf.get(thing);
    if (bits && row >> 3 < bits.length) bits[row >> 3] = (bits[row >> 3] ?? 0) & ~(1 << (row & 7));
    for (let run = Math.max(0, head); run !== 0; run = nextOf(run)) {
      const page = pageOf(run);
      const begin = beginOf(run) + HEAD;
      const at = page.subarray(begin, begin + countOf(run)).indexOf(row);
      if (at < 0) continue;
      const count = countOf(head) - 1;
      page[begin + at] = pageOf(head)[beginOf(head) + HEAD + count] ?? 0;
      describe(head, { next: nextOf(head), kind: kindOf(head), count });
      if (count > 0) return;
      heads[thing] = nextOf(head);
      giveBack(head, kindOf(head));
      return;
    }
  }

  function rows(thing: number): readonly number[] {
    const found: number[] = [];
    each(thing, (row) => found.push(row));
    return found.sort((a, b) => a - b);
  }

  return {
    add,
    remove,
    has: (thing, row) => {
      let isThere = false;
      each(thing, (one) => {
        if (one === row) isThere = true;
      });
      return isThere;
    },
    mark: (thing, hits) =>
      each(thing, (row) => {
        hits[row] = 1;
      }),
    rows,
  };
}

interface Described {
  readonly next: number;
  readonly kind: number;
  readonly count: number;
}
const nowhere = new Int32Array(0);

function setBit(bits: Uint8Array, row: number): void {
  bits[row >> 3] = (bits[row >> 3] ?? 0) | (1 << (row & 7));
}

function eachBit(bits: Uint8Array | undefined, visit: (row: number) => void): void {
  if (!bits) return;
  for (let at = 0; at < bits.length; at += 1) {
    const eight = bits[at] ?? 0;
    for (let bit = 0; eight >> bit !== 0; bit += 1) if ((eight >> bit) & 1) visit(at * 8 + bit);
  }
}

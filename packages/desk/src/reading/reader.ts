/**
 * The reading desk: a list is taken apart in a worker of its own, so that a hundred thousand lines freeze no screen and a file that
 * means harm has nothing but itself to harm. Putting it away ends the worker.
 */
import type { Day, IncomingRow } from "@answerable/casework";

import type { ListKind, Noted, Unreadable } from "./grid.ts";
import type { Guess } from "./headers.ts";
import type { Mapping } from "./rows.ts";
import type { Table } from "./write.ts";

export interface LeafRead extends Guess {
  readonly name: string;
  readonly rows: number;
  /** Its first rows, as they came. */
  readonly head: readonly (readonly string[])[];
}

export type ListRead =
  | {
      readonly type: "Read";
      readonly kind: ListKind;
      readonly noted: readonly Noted[];
      readonly leaves: readonly LeafRead[];
    }
  | { readonly type: "Unreadable"; readonly why: Unreadable };

export interface MappedLeaf {
  readonly leaf: number;
  readonly mapping: Mapping;
  readonly today: Day;
}

export interface Looked {
  /** Columns whose days can be read in two ways, with how many. */
  readonly unclear: readonly { readonly column: number; readonly cells: number; readonly isMixed: boolean }[];
}

/** A file, and the SHA-256 of its bytes. */
export interface Written {
  readonly bytes: Uint8Array;
  readonly plain: string;
}

export type ToReader =
  | { readonly type: "Read"; readonly bytes: Uint8Array }
  | { readonly type: "Write"; readonly as: "xlsx" | "csv"; readonly table: Table }
  | ({ readonly type: "Look" } & MappedLeaf)
  | ({ readonly type: "Lines"; readonly from: number; readonly count: number } & MappedLeaf);
export type FromReader =
  | ListRead
  | ({ readonly type: "Looked" } & Looked)
  | ({ readonly type: "Written" } & Written)
  | { readonly type: "Lines"; readonly lines: readonly IncomingRow[]; readonly total: number };

export interface Reading {
  readonly read: (bytes: Uint8Array) => Promise<ListRead>;
  readonly look: (leaf: MappedLeaf) => Promise<Looked>;
  /** All its lines, in portions; `take` says whether to go on. */
  readonly lines: (
    leaf: MappedLeaf,
    take: (lines: readonly IncomingRow[], done: number, of: number) => Promise<boolean>,
  ) => Promise<void>;
  /** The other way: a table as a file. */
  readonly write: (as: "xlsx" | "csv", table: Table) => Promise<Written>;
  readonly end: () => void;
}

/** As much of a Worker as is used. */
export interface ReaderWorker {
  postMessage(message: ToReader, transfer: Transferable[]): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: "error", listener: () => void): void;
  terminate(): void;
}

const PORTION = 1_000;

/** One question at a time, in order: there is one worker, and it answers in turn. */
export function openReading(start: () => ReaderWorker): Reading {
  let worker: ReaderWorker | undefined;
  let waiting: { readonly done: (answer: FromReader) => void; readonly failed: (why: Error) => void }[] = [];

  function begun(): ReaderWorker {
    if (worker) return worker;
    worker = start();
    worker.addEventListener("message", ({ data }) => waiting.shift()?.done(data as FromReader)); // only reading.worker.ts is at the other end
    worker.addEventListener("error", () => end());
    return worker;
  }
  function end(): void {
    worker?.terminate();
    worker = undefined;
    for (const { failed } of waiting) failed(new Error("the reader stopped"));
    waiting = [];
  }
  function ask<T extends FromReader["type"]>(order: ToReader): Promise<Extract<FromReader, { type: T }>> {
    return new Promise((done, failed) => {
      waiting.push({ done: (answer) => done(answer as Extract<FromReader, { type: T }>), failed }); // answers come in turn
      begun().postMessage(order, []);
    });
  }

  return {
    async read(bytes) {
      end();
      return ask<"Read" | "Unreadable">({ type: "Read", bytes });
    },
    look: async (leaf) => ask<"Looked">({ type: "Look", ...leaf }),
    async lines(leaf, take) {
      for (let from = 0; ; from += PORTION) {
        const { lines, total } = await ask<"Lines">({ type: "Lines", ...leaf, from, count: PORTION });
        const done = from + lines.length;
        if (!(await take(lines, done, total)) || done >= total) return;
      }
    },
    write: async (as, table) => ask<"Written">({ type: "Write", as, table }),
    end,
  };
}

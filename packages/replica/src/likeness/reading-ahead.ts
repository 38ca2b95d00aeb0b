/**
 * Names read in a second worker while cards still come in, so that the index of a large desk takes half its time. The
 * worker holds opened names and nothing else, sends them to nobody but us, and is ended when the index is built or the
 * session stops; where there is none, or it fails, the index reads all names itself and answers the same.
 */
import { openNamesAhead, type ReadNames, type ReportIndex, type ToRead } from "@answerable/casework/people";

import { grown } from "../roster/texts.ts";

/** As much of a Worker as is used: it answers each portion in turn. */
export interface NamesWorker {
  postMessage(portion: readonly ToRead[], transfer: Transferable[]): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: "error", listener: () => void): void;
  terminate(): void;
}

export interface ReadingAhead {
  /** The names of a row, instead of those it had before. */
  readonly send: (row: number, names: ToRead) => void;
  /** All are sent. */
  readonly flush: () => void;
  /** Whether the names of this row are being read; resolves as soon as they are. undefined: no need to wait. */
  readonly coming: (row: number) => Promise<void> | undefined;
  /** undefined: nobody has read them. */
  readonly of: (row: number) => ReturnType<ReturnType<typeof openNamesAhead>["at"]>;
  readonly end: () => void;
}

/** Names go in portions of so many; a smaller desk starts no worker. */
const PORTION = 1_000;

export function openReadingAhead(
  { roster }: ReportIndex,
  start: (() => NamesWorker) | undefined,
): ReadingAhead {
  /** undefined: nobody reads beside us, any more. */
  let ahead = start && openNamesAhead(roster.vocabulary);
  /** Which of all names sent is a row's, plus one; 0: none is. */
  let placeOf = new Int32Array(1024);
  let unsent: ToRead[] = [];
  let placed = 0;
  let sent = 0;
  let came = 0;
  let isFlushed = false;
  let worker: NamesWorker | undefined;
  let wake: (() => void) | undefined;

  function begun(open: () => NamesWorker): NamesWorker {
    if (worker) return worker;
    worker = open();
    worker.addEventListener("message", ({ data }) => {
      ahead?.take(data as ReadNames); // only a names worker is at the other end
      came = Math.min(sent, came + PORTION);
      wake?.();
    });
    worker.addEventListener("error", end);
    return worker;
  }

  function sendPortion(): void {
    if (!start || !ahead) return;
    sent += unsent.length;
    begun(start).postMessage(unsent, []);
    unsent = [];
  }

  function end(): void {
    worker?.terminate();
    worker = undefined;
    ahead = undefined;
    unsent = [];
    placeOf = new Int32Array(0);
    wake?.();
  }

  function setPlace(row: number, place: number): void {
    if (row >= placeOf.length)
      placeOf = grown(placeOf, new Int32Array(Math.max(row + 1, placeOf.length * 2)));
    placeOf[row] = place;
  }

  return {
    send(row, names) {
      if (!ahead) return;
      // What comes when all are sent is read here.
      setPlace(row, isFlushed ? 0 : (placed += 1));
      if (isFlushed) return;
      unsent.push(names);
      if (unsent.length === PORTION) sendPortion();
    },
    flush() {
      isFlushed = true;
      if (!worker) end();
      else if (unsent.length > 0) sendPortion();
    },
    coming: (row) =>
      !ahead || (placeOf[row] ?? 0) <= came
        ? undefined
        : new Promise((resolve) => {
            wake = resolve;
          }),
    of(row) {
      const place = placeOf[row] ?? 0;
      return place === 0 ? undefined : ahead?.at(place - 1);
    },
    end,
  };
}

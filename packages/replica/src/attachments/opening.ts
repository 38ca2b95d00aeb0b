/** Opened bytes come together in pieces, each handed to the browser as it is full: a film is never whole in the memory of the worker. */
import { BLOB_SLICE_BYTES, Unreachable, WireRefusal, type BlobId } from "@answerable/wire";

export interface Gathering {
  readonly add: (piece: Uint8Array) => void;
  readonly blob: (type: string) => Blob;
}

const PIECE = 4 * BLOB_SLICE_BYTES;

export function gatherBlob(): Gathering {
  const parts: Blob[] = [];
  let held: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  function pass(): void {
    if (size > 0) parts.push(new Blob(held));
    held = [];
    size = 0;
  }
  return {
    add(piece) {
      held.push(new Uint8Array(piece)); // a copy: the piece may be a window on a larger buffer that is used again
      size += piece.length;
      if (size >= PIECE) pass();
    },
    blob(type) {
      pass();
      return new Blob(parts, { type });
    },
  };
}

/** How often a broken line is taken up again before the file counts as out of reach. */
const TRIES = 5;

export interface Download {
  readonly get: (blob: BlobId, from: number) => Promise<Response>;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly signal: AbortSignal;
}

/** A sealed file from the server, gone on with from where a line broke. Throws Unreachable and WireRefusal. */
export async function* download({ get, wait, signal }: Download, blob: BlobId): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let tries = 1; ; tries += 1) {
    try {
      const { body } = await get(blob, at);
      const reader = body?.getReader();
      try {
        for (;;) {
          signal.throwIfAborted();
          const read = await reader?.read();
          if (!read || read.done) return;
          at += read.value.length;
          tries = 1;
          yield read.value;
        }
      } finally {
        void reader?.cancel().catch(() => undefined);
      }
    } catch (cause) {
      signal.throwIfAborted();
      const isFinal = cause instanceof WireRefusal && cause.status !== 503;
      if (isFinal) throw cause;
      if (tries >= TRIES) throw new Unreachable("a file could not be fetched", { cause });
      await wait(500 * 2 ** tries);
    }
  }
}

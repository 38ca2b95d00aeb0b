/**
 * Files that wait on this device for the line: age files as the server will have them, in slices, and beside each what is to be said of
 * it, sealed under the device's own key. Bounded: a device is no archive.
 */
import type { AttachmentId, AttachmentTold, CaseId } from "@answerable/casework";
import { BLOB_SLICE_BYTES, fromText, slicesOf, toText } from "@answerable/wire";
import * as v from "valibot";

import type { StoreSeal } from "../at-rest.ts";
import type { Change, Store } from "../store/store.ts";

/** One file, and all of them together, sealed. */
export const WAITING_FILE_MOST = 67_108_864;
export const WAITING_MOST = 268_435_456;

export interface WaitingFile {
  readonly case: CaseId;
  readonly told: AttachmentTold;
  /** Of the age file. */
  readonly length: number;
  /** It lay in a letter: the command that takes the letter says of it, and without that it is nothing. */
  readonly isOfLetter: boolean;
}

export interface Waiting {
  /** Cases into which files were put here that no authority has stamped yet. */
  readonly due: () => Promise<readonly CaseId[]>;
  readonly setDue: (id: CaseId, isDue: boolean) => Promise<void>;
  readonly all: () => readonly WaitingFile[];
  readonly bytes: () => number;
  /** Keeps the sealed bytes as they flow; `told` is asked when they have ended. Throws StoreFull, and leaves nothing then. */
  readonly add: (file: WaitingToAdd) => Promise<WaitingFile>;
  readonly sealed: (attachment: AttachmentId) => ReadableStream<Uint8Array> | undefined;
  readonly remove: (attachment: AttachmentId) => Promise<void>;
}

interface WaitingToAdd {
  readonly attachment: AttachmentId;
  readonly case: CaseId;
  readonly length: number;
  readonly pieces: ReadableStream<Uint8Array>;
  readonly told: () => AttachmentTold;
  readonly signal: AbortSignal;
  readonly isOfLetter: boolean;
}

/** `told` undefined: it was being sealed when the program ended, and nothing of it stands. */
const Entry = v.object({
  case: v.string(),
  length: v.number(),
  isOfLetter: v.optional(v.boolean(), false),
  told: v.optional(v.record(v.string(), v.unknown())),
});

export async function openWaiting({
  store,
  seal,
}: {
  readonly store: Store;
  readonly seal: StoreSeal;
}): Promise<Waiting> {
  const waiting = new Map<AttachmentId, WaitingFile>();
  const begun: Change[] = [];
  for await (const page of store.list("files", "entry/")) {
    for (const { key, text } of page) {
      const attachment = key.slice("entry/".length) as AttachmentId; // the key was made from one
      const entry = entryOf(seal, attachment, text);
      if (entry && "told" in entry) waiting.set(attachment, entry);
      else begun.push(...gone(attachment, entry?.length ?? WAITING_FILE_MOST));
    }
  }
  await store.write(begun);

  return {
    async due() {
      const cases: CaseId[] = [];
      for await (const page of store.list("files", "due/"))
        for (const { key } of page) cases.push(key.slice("due/".length) as CaseId); // the key was made from one
      return cases;
    },
    async setDue(id, isDue) {
      const change: Change = { drawer: "files", key: `due/${id}` };
      await store.write([isDue ? { ...change, text: "1" } : change]);
    },
    all: () => [...waiting.values()],
    bytes: () => [...waiting.values()].reduce((sum, { length }) => sum + length, 0),
    async add({ attachment, case: id, length, pieces, told, signal, isOfLetter }) {
      const entry = (more: object): Change => ({
        drawer: "files",
        key: `entry/${attachment}`,
        text: seal.to("file", attachment, JSON.stringify({ case: id, length, isOfLetter, ...more })),
      });
      try {
        await store.write([entry({})]);
        let slice = 0;
        for await (const bytes of slicesOf(pieces)) {
          signal.throwIfAborted();
          await store.write([{ drawer: "files", key: sliceKey(attachment, slice), text: toText(bytes) }]);
          slice += 1;
        }
        const file: WaitingFile = { case: id, length, told: told(), isOfLetter };
        await store.write([entry({ told: file.told })]);
        waiting.set(attachment, file);
        return file;
      } catch (cause) {
        await store.write(gone(attachment, length));
        throw cause;
      }
    },
    sealed(attachment) {
      const file = waiting.get(attachment);
      if (!file) return undefined;
      let slice = 0;
      return new ReadableStream<Uint8Array>(
        {
          async pull(controller) {
            if (slice * BLOB_SLICE_BYTES >= file.length) return controller.close();
            const text = await store.get("files", sliceKey(attachment, slice));
            slice += 1;
            if (text === undefined) throw new Error("a slice of a waiting file is missing");
            controller.enqueue(fromText(text));
          },
        },
        { highWaterMark: 0 },
      );
    },
    async remove(attachment) {
      const file = waiting.get(attachment);
      if (!file) return;
      waiting.delete(attachment);
      await store.write(gone(attachment, file.length));
    },
  };
}

/** A disk that bent an entry keeps the desk from nothing: what waited under it is gone. */
function entryOf(
  seal: StoreSeal,
  attachment: AttachmentId,
  text: string,
): WaitingFile | { readonly length: number } | undefined {
  try {
    const entry = v.parse(Entry, JSON.parse(seal.from("file", attachment, text)));
    const { told, length, isOfLetter } = entry;
    // Sealed by this device from a checked shape; casework checks it again when it is recorded.
    return told
      ? { case: entry.case as CaseId, length, told: told as unknown as AttachmentTold, isOfLetter }
      : { length };
  } catch {
    return undefined;
  }
}

function gone(attachment: AttachmentId, length: number): readonly Change[] {
  const changes: Change[] = [{ drawer: "files", key: `entry/${attachment}` }];
  for (let slice = 0; slice * BLOB_SLICE_BYTES < length; slice += 1)
    changes.push({ drawer: "files", key: sliceKey(attachment, slice) });
  return changes;
}

function sliceKey(attachment: AttachmentId, slice: number): string {
  return `slice/${attachment}/${String(slice).padStart(4, "0")}`;
}

import { fromText } from "./bytes.ts";
/**
 * Large files travel by tus 1.0 (tus.io), a protocol that others keep: created with their length, sent in slices, and gone on
 * with after a broken line from the offset that the server names. This is the sending half for what is being sealed as
 * it goes: only the slice under way is held.
 */
import { idFrom, type BlobId, type DeskId } from "./ids.ts";
import { answered, Unreachable, WireRefusal, type Fetch } from "./reach.ts";
import { WORK_HEADER } from "./work.ts";

export const TUS_VERSION = "1.0.0";
/** A device that has signed in names its file itself: what waits sealed on it has its id before the server was reached. */
export const BLOB_HEADER = "x-answerable-blob";
/** Two gigabytes of film, padded and sealed. */
export const MAX_BLOB_BYTES = 2_500_000_000;
export const BLOB_SLICE_BYTES = 1_048_576;

export interface BlobSending {
  readonly origin: string;
  readonly fetch: Fetch;
  readonly desk: DeskId;
  /** How many bytes `pieces` will give. */
  readonly length: number;
  /** A signed-in device's own id for it: made before, it is gone on with. */
  readonly blob?: BlobId;
  readonly pieces: ReadableStream<Uint8Array>;
  /** A session's token, or work done about the length. */
  readonly by: { readonly token: string } | { readonly work: string };
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Bytes that the server has. */
  readonly progress?: (sent: number) => void;
  readonly signal?: AbortSignal;
}

/** How often a slice is tried before the line counts as dead: about two minutes in all. */
const TRIES = 8;

/** The blob's id. Throws Unreachable when the line stays dead, WireRefusal when the server says no. */
export async function sendBlob(sending: BlobSending): Promise<BlobId> {
  const { origin, fetch, desk, length } = sending;
  const path = `${origin}/api/blobs/${desk}`;
  const own: Record<string, string> = sending.blob === undefined ? {} : { [BLOB_HEADER]: sending.blob };
  const headers = { "upload-length": String(length), ...own };
  const made = await answered(fetch, request(sending, path, { method: "POST", headers }));
  const name = made.headers.get("location")?.split("/").at(-1) ?? "";
  const blob = idFrom<BlobId>(fromText(name));
  const url = `${path}/${blob}`;
  const there = sending.blob === undefined ? 0 : await offsetOf(sending, url);
  let offset = 0;
  for await (const slice of slicesOf(sending.pieces)) {
    const isThere = offset + slice.length <= there;
    offset = isThere ? offset + slice.length : await sendSlice(sending, url, { offset, slice, there });
    sending.progress?.(offset);
  }
  if (offset !== length) throw new Error("a blob has another length than was said");
  return blob;
}

interface Slice {
  readonly offset: number;
  readonly slice: Uint8Array;
  /** What the server had at the beginning. */
  readonly there: number;
}

/** The offset after it. After a failure the server is asked how much it has, and gets the rest. */
async function sendSlice(
  sending: BlobSending,
  url: string,
  { offset, slice, there }: Slice,
): Promise<number> {
  const end = offset + slice.length;
  let from = Math.max(offset, there);
  for (let tries = 1; ; tries += 1) {
    try {
      if (tries > 1) from = await offsetOf(sending, url);
      if (from < offset || from > end) throw new WireRefusal(409, "WrongOffset");
      if (from === end) return end;
      const body = slice.slice(from - offset);
      const headers = { "upload-offset": String(from), "content-type": "application/offset+octet-stream" };
      await answered(sending.fetch, request(sending, url, { method: "PATCH", headers, body }));
      return end;
    } catch (cause) {
      const isPassing =
        cause instanceof Unreachable ||
        (cause instanceof WireRefusal && [409, 423, 503].includes(cause.status));
      if (!isPassing || tries === TRIES || sending.signal?.aborted) throw cause;
      await sending.wait(Math.min(30_000, 500 * 2 ** tries));
    }
  }
}

async function offsetOf(sending: BlobSending, url: string): Promise<number> {
  const response = await answered(sending.fetch, request(sending, url, { method: "HEAD" }));
  const text = response.headers.get("upload-offset") ?? "";
  if (!/^[0-9]{1,10}$/.test(text)) throw new Unreachable("no offset in the answer");
  return Number(text);
}

function request(sending: BlobSending, url: string, init: RequestInit): Request {
  const headers = new Headers(init.headers);
  headers.set("tus-resumable", TUS_VERSION);
  if ("token" in sending.by) headers.set("authorization", `Bearer ${sending.by.token}`);
  else headers.set(WORK_HEADER, sending.by.work);
  const { signal } = sending;
  return new Request(url, { ...init, headers, credentials: "omit", ...(signal ? { signal } : {}) });
}

/** The same bytes in slices of a mebibyte; only the last may be shorter. */
export async function* slicesOf(pieces: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = pieces.getReader();
  let held = new Uint8Array(BLOB_SLICE_BYTES);
  let used = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      for (let at = 0; at < value.length;) {
        const part = value.subarray(at, at + BLOB_SLICE_BYTES - used);
        held.set(part, used);
        used += part.length;
        at += part.length;
        if (used < BLOB_SLICE_BYTES) continue;
        yield held;
        held = new Uint8Array(BLOB_SLICE_BYTES);
        used = 0;
      }
    }
    if (used > 0) yield held.subarray(0, used);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

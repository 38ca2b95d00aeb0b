/**
 * Files on their way, by tus 1.0 (tus.io/protocols/resumable-upload; extensions creation, expiration, termination): made with
 * their length, sent in slices of any size, gone on with after a broken line. What came before the line broke is kept, a
 * mebibyte at a time; nothing is held whole. Whoever knows the 128-bit id may send on; only the desk may read.
 */
import {
  BLOB_HEADER,
  id,
  idFrom,
  MAX_BLOB_BYTES,
  TUS_VERSION,
  WORK_HEADER,
  type BlobId,
  type DeskId,
} from "@answerable/wire";
import { Hono, type Context } from "hono";
import * as v from "valibot";

import { BLOB_PART_BYTES, type BlobState } from "../drops/outside-store.ts";
import type { Secrets } from "../drops/secrets.ts";
import { complain } from "../http/complaint.ts";
import type { AtDesk, Parts } from "../http/parts.ts";
import { sessionOf } from "../sign-in/session.ts";

/** A telephone in the country may need a day. */
const UPLOAD_MILLISECONDS = 3 * 86_400_000;
const deskId = id<DeskId>();
const blobId = id<BlobId>();

export interface BlobParts extends Pick<Parts, "store" | "roll" | "now" | "tokens"> {
  readonly secrets: Secrets;
  readonly random: (bytes: number) => Uint8Array;
}

export function blobRoutes(parts: BlobParts): Hono {
  const { store, now, random } = parts;
  const routes = new Hono();

  routes.use("*", async (c, next) => {
    if (c.req.method !== "OPTIONS" && c.req.header("tus-resumable") !== TUS_VERSION)
      return tus(412, { "tus-version": TUS_VERSION });
    return next();
  });
  const capabilities = () =>
    tus(204, {
      "tus-version": TUS_VERSION,
      "tus-extension": "creation,expiration,termination",
      "tus-max-size": String(MAX_BLOB_BYTES),
    });
  routes.options("/:desk", capabilities);
  routes.options("/:desk/:blob", capabilities);

  routes.post("/:desk", async (c) => {
    const desk = v.safeParse(deskId, c.req.param("desk"));
    const length = wholeHeader(c, "upload-length");
    if (!desk.success || length === undefined) return tus(400);
    if (length > MAX_BLOB_BYTES) return tus(413);
    const maker = await makerOf(parts, c, { desk: desk.output, length });
    if (maker === undefined) return tus(403);
    const own = v.safeParse(blobId, c.req.header(BLOB_HEADER));
    const blob = maker === "of the desk" && own.success ? own.output : idFrom<BlobId>(random(16));
    const until = now() + UPLOAD_MILLISECONDS;
    const made = await store.makeBlob({ desk: desk.output, id: blob, length, now: now(), until });
    switch (made) {
      case "made":
        return tus(201, {
          location: `/api/blobs/${desk.output}/${blob}`,
          "upload-expires": new Date(until).toUTCString(),
        });
      case "no desk":
        return tus(404);
      case "too many":
        return tus(503, { "retry-after": "600" });
    }
  });

  /** Hono answers HEAD through GET. */
  routes.get("/:desk/:blob", async (c) => {
    const found = await asked(parts, c);
    if (c.req.method !== "HEAD") return tus(405);
    return found ? tus(200, stateHeaders(found.state), c.req.method) : tus(404);
  });

  routes.patch("/:desk/:blob", async (c) => {
    if (c.req.header("content-type") !== "application/offset+octet-stream") return tus(415);
    const offset = wholeHeader(c, "upload-offset");
    if (offset === undefined) return tus(400);
    const found = await asked(parts, c);
    if (!found) return tus(404);
    if (found.state.received !== offset) return tus(409, stateHeaders(found.state));
    const received = await taken(store, { ...found, offset, body: c.req.raw.body });
    if (received === undefined) return tus(409);
    return tus(204, stateHeaders({ ...found.state, received }));
  });

  routes.delete("/:desk/:blob", async (c) => {
    const found = await asked(parts, c);
    if (!found) return tus(404);
    // What is whole is the desk's: the sender cannot take it back.
    if (found.state.received === found.state.length) return tus(403);
    await store.removeBlob(found.desk, found.id);
    return tus(204);
  });

  return routes;
}

/** Below /api/desks, behind the session. Only whole files are given out. */
export function deskBlobRoutes({ store, now }: Pick<Parts, "store" | "now">): Hono<AtDesk> {
  const routes = new Hono<AtDesk>();
  routes.get("/:desk/blobs/:blob", async (c) => {
    const blob = v.safeParse(blobId, c.req.param("blob"));
    const range = c.req.header("range");
    const from = Number(range === undefined ? "0" : (/^bytes=([0-9]{1,10})-$/.exec(range)?.[1] ?? "x"));
    if (!blob.success || Number.isNaN(from)) return complain(400, "Malformed");
    const desk = c.get("desk");
    const state = await store.blob(desk, blob.output, now());
    if (!state || state.received !== state.length) return complain(404, "NoBlob");
    if (from >= state.length) return complain(400, "BeyondEnd");
    let at = from;
    const body = new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          const bytes = at < state.length ? await store.blobBytes(desk, blob.output, at) : undefined;
          if (bytes) controller.enqueue(bytes);
          else if (at < state.length) controller.error(new Error("a part of a file is missing"));
          else controller.close();
          at += bytes?.length ?? 0;
        },
      },
      { highWaterMark: 1 },
    );
    const headers: Record<string, string> = {
      "content-type": "application/octet-stream",
      "content-length": String(state.length - from),
      "accept-ranges": "bytes",
    };
    if (range !== undefined) headers["content-range"] = `bytes ${from}-${state.length - 1}/${state.length}`;
    return new Response(body, { status: range === undefined ? 200 : 206, headers });
  });
  return routes;
}

/** Who is of the desk may, and may name it; a stranger has done the work. undefined: neither. */
async function makerOf(
  parts: BlobParts,
  c: Context,
  { desk, length }: { readonly desk: DeskId; readonly length: number },
): Promise<"of the desk" | "stranger" | undefined> {
  const session = await sessionOf(parts, c.req.raw);
  if (session) return (await parts.roll.reaches(session.device, desk)) ? "of the desk" : undefined;
  const office = await parts.secrets.work();
  const work = office.check(c.req.header(WORK_HEADER), `blob ${length}`);
  if (!work || !(await parts.store.useWork(desk, work, parts.now()))) return undefined;
  office.count();
  return "stranger";
}

async function asked({ store, now }: BlobParts, c: Context) {
  const desk = v.safeParse(deskId, c.req.param("desk"));
  const blob = v.safeParse(blobId, c.req.param("blob"));
  if (!desk.success || !blob.success) return undefined;
  const state = await store.blob(desk.output, blob.output, now());
  return state && { desk: desk.output, id: blob.output, state };
}

interface Taking {
  readonly desk: DeskId;
  readonly id: BlobId;
  readonly state: BlobState;
  readonly offset: number;
  readonly body: ReadableStream<Uint8Array> | null;
}

/** The new offset; undefined: another request was quicker, or there was more than the file may have. Keeps what came when the line breaks. */
async function taken(
  store: Parts["store"],
  { desk, id, state, offset, body }: Taking,
): Promise<number | undefined> {
  let at = offset;
  let held: Uint8Array[] = [];
  let size = 0;
  async function keep(): Promise<boolean> {
    if (size === 0) return true;
    const bytes = Buffer.concat(held, size);
    held = [];
    size = 0;
    const done = await store.appendBlob({ desk, id, start: at, bytes });
    at += bytes.length;
    return done === "appended";
  }
  const reader = body?.getReader();
  try {
    for (;;) {
      const read = await reader?.read().catch(() => undefined);
      if (!read || read.done) break;
      for (let from = 0; from < read.value.length;) {
        const part = read.value.subarray(from, from + BLOB_PART_BYTES - size);
        if (at + size + part.length > state.length) return undefined;
        held.push(part);
        size += part.length;
        from += part.length;
        if (size === BLOB_PART_BYTES && !(await keep())) return undefined;
      }
    }
    return (await keep()) ? at : undefined;
  } finally {
    void reader?.cancel().catch(() => undefined);
  }
}

function stateHeaders({ length, received, until }: BlobState): Record<string, string> {
  const headers = { "upload-offset": String(received), "upload-length": String(length) };
  return received < length ? { ...headers, "upload-expires": new Date(until).toUTCString() } : headers;
}

function tus(status: number, headers: Record<string, string> = {}, method = ""): Response {
  const body = method === "HEAD" || status === 204 ? null : "";
  return new Response(body, { status, headers: { ...headers, "tus-resumable": TUS_VERSION } });
}

function wholeHeader(c: Context, name: string): number | undefined {
  const text = c.req.header(name) ?? "";
  return /^[0-9]{1,12}$/.test(text) ? Number(text) : undefined;
}

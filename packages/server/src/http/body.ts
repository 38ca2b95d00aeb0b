/**
 * A request's JSON, with bounds: bytes are counted as they come, so a long body is refused before it is held; nesting is
 * bounded before it is parsed; and the shape is the schema's, with nothing beside it.
 */
import * as v from "valibot";

import { complain } from "./complaint.ts";
import { isWellSpelled } from "./spelling.ts";

const MOST_DEPTH = 16;

export async function readBody<S extends v.GenericSchema>(
  request: Request,
  schema: S,
  mostBytes: number,
): Promise<v.InferOutput<S> | Response> {
  const kind = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (kind !== "application/json") return complain(415, "NotJson");
  const bytes = await wholeBytes(request, mostBytes);
  if (!bytes) return complain(413, "TooLarge");
  const value = parsed(bytes);
  if (value === undefined) return complain(400, "Malformed");
  const read = v.safeParse(schema, value, { abortEarly: true });
  return read.success && isWellSpelled(read.output) ? read.output : complain(400, "Malformed");
}

/** undefined: it does not say, and may be of any length. */
export function declaredBytes(request: Request): number | undefined {
  if (request.method === "GET" || request.method === "HEAD") return 0;
  const text = request.headers.get("content-length");
  if (text === null || request.headers.has("transfer-encoding") || !/^[0-9]{1,15}$/.test(text))
    return undefined;
  return Number(text);
}

/** The whole body. undefined: it is longer. */
export async function wholeBytes(request: Request, mostBytes: number): Promise<Uint8Array | undefined> {
  const declared = declaredBytes(request);
  if (declared === undefined) return boundedBytes(request, mostBytes);
  if (declared > mostBytes) return undefined;
  // A declared length is held by the HTTP parser itself; only a body without one must be counted as it comes.
  const bytes = new Uint8Array(await request.arrayBuffer());
  return bytes.length > mostBytes ? undefined : bytes;
}

/** The same, counted as it comes. */
async function boundedBytes(request: Request, mostBytes: number): Promise<Uint8Array | undefined> {
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
    length += value.length;
    if (length > mostBytes) {
      // Not waited for: a sender that never stops must not hold the answer up.
      void reader.cancel().catch(() => undefined);
      return undefined;
    }
    chunks.push(value);
  }
}

const decoder = new TextDecoder("utf-8", { fatal: true });

function parsed(bytes: Uint8Array): unknown {
  if (isTooDeep(bytes)) return undefined;
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    return undefined;
  }
}

/** Counts open brackets outside strings. Works on bytes: in UTF-8 no part of a longer symbol looks like a bracket or a quote. */
function isTooDeep(bytes: Uint8Array): boolean {
  let depth = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === 0x22) {
      at = endOfString(bytes, at);
    } else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      if (depth > MOST_DEPTH) return true;
    } else if (byte === 0x7d || byte === 0x5d) {
      depth -= 1;
    }
  }
  return false;
}

function endOfString(bytes: Uint8Array, start: number): number {
  let at = bytes.indexOf(0x22, start + 1);
  while (at !== -1) {
    let slashes = 0;
    while (bytes[at - 1 - slashes] === 0x5c) slashes += 1;
    if (slashes % 2 === 0) return at;
    at = bytes.indexOf(0x22, at + 1);
  }
  return bytes.length;
}

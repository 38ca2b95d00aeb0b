/**
 * What can go wrong between a device and the server, and the reading of answers. Unreachable and WireRefusal are the only two
 * things the wire throws besides bugs: the network failed, or the server said no.
 */
import * as v from "valibot";

import { fromUtf8, joined } from "./bytes.ts";
import { Complaint } from "./requests.ts";

/** No answer came: no network, no server, or the answer was cut. Try again later; nothing is known about what happened. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}

/** The server answered and said no. */
export class WireRefusal extends Error {
  override readonly name = "WireRefusal";
  readonly status: number;
  readonly reason: string;
  readonly retryAfterSeconds: number | undefined;
  constructor(status: number, reason: string, retryAfterSeconds?: number) {
    super(`the server refused: ${status} ${reason}`);
    this.status = status;
    this.reason = reason;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export type Fetch = (request: Request) => Promise<Response>;

/** An answer that is not a refusal. Throws Unreachable or WireRefusal. */
export async function answered(fetch: Fetch, request: Request): Promise<Response> {
  const response = await reached(() => fetch(request));
  if (response.ok) return response;
  throw await refusalOf(response);
}

/** Longer than any answer that is read whole but a folder's: the box of a large desk is the longest, at 1.4 MB. */
const MOST_ANSWER = 8_000_000;
/** A refusal is a word. */
const MOST_REFUSAL = 10_000;

/** The answer's JSON in this shape. Unreachable where it is longer than `most` bytes: nothing that a device should hold. */
export async function jsonOf<S extends v.GenericSchema>(
  schema: S,
  response: Response,
  most = MOST_ANSWER,
): Promise<v.InferOutput<S>> {
  return v.parse(schema, await reached(async () => JSON.parse(fromUtf8(await bytesOf(response, most)))));
}

/** The whole body, counted as it comes. Throws Unreachable where it is longer. */
export async function bytesOf(response: Response, most: number): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done || !value) return joined(...chunks);
    length += value.length;
    if (length > most) {
      // Not waited for: a server that never stops must not hold this up.
      void reader?.cancel().catch(() => undefined);
      throw new Unreachable("an answer that never ends");
    }
    chunks.push(value);
  }
}

export async function reached<T>(go: () => Promise<T>): Promise<T> {
  try {
    return await go();
  } catch (cause) {
    throw new Unreachable("the server could not be reached", { cause });
  }
}

async function refusalOf(response: Response): Promise<WireRefusal> {
  const said = v.safeParse(
    Complaint,
    await jsonOf(v.unknown(), response, MOST_REFUSAL).catch(() => undefined),
  );
  const after = Number(response.headers.get("retry-after") ?? Number.NaN);
  return new WireRefusal(
    response.status,
    said.success ? said.output.type : "unknown",
    Number.isFinite(after) ? after : undefined,
  );
}

/** Longer than any line of ours: a binder is the longest, at 5.4 MB. Beyond, it is nothing that a device should hold. */
const MOST_LINE = 8_000_000;

/** The body line by line. A last line without its newline is a cut answer. */
export async function* linesOf(response: Response): AsyncGenerator<string> {
  if (!response.body) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reached(() => reader.read());
      if (done) break;
      const parts = (rest + value).split("\n");
      rest = parts.pop() ?? "";
      if (rest.length > MOST_LINE) throw new Unreachable("a line that never ends");
      for (const part of parts) if (part !== "") yield part;
    }
    if (rest !== "") throw new Unreachable("the answer was cut");
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

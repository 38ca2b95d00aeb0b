/**
 * What can go wrong between a device and the server, and the reading of answers. Unreachable and WireRefusal are the only two
 * things the wire throws besides bugs: the network failed, or the server said no.
 */
import * as v from "valibot";

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

/** The answer's JSON in this shape. */
export async function jsonOf<S extends v.GenericSchema>(
  schema: S,
  response: Response,
): Promise<v.InferOutput<S>> {
  return v.parse(schema, await reached(() => response.json()));
}

export async function reached<T>(go: () => Promise<T>): Promise<T> {
  try {
    return await go();
  } catch (cause) {
    throw new Unreachable("the server could not be reached", { cause });
  }
}

async function refusalOf(response: Response): Promise<WireRefusal> {
  const said = v.safeParse(Complaint, await response.json().catch(() => undefined));
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

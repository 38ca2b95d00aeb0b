/**
 * Time stamps for a device: its request goes on to the one authority that the configuration names, and the answer back, both by RFC 3161
 * and as they are. The authority sees this server; neither sees more than one salted hash.
 */
import { Hono } from "hono";

import { wholeBytes } from "../http/body.ts";
import { complain } from "../http/complaint.ts";

/** Asks the authority. Throws where it does not answer. */
export type AskAuthority = (request: Uint8Array) => Promise<Uint8Array>;

const STAMP_QUERY = "application/timestamp-query";
const STAMP_REPLY = "application/timestamp-reply";
const MOST_REQUEST = 200;
const MOST_REPLY = 20_000;

export function timestampRoutes(ask: AskAuthority | undefined): Hono {
  const routes = new Hono();
  routes.post("/", async (c) => {
    if (!ask) return complain(404, "NotFound");
    if (c.req.header("content-type") !== STAMP_QUERY) return complain(415, "NotJson");
    const request = await wholeBytes(c.req.raw, MOST_REQUEST);
    if (!request) return complain(413, "TooLarge");
    const reply = await ask(request).catch(() => undefined);
    // The authority is not ours to explain: later, perhaps.
    if (!reply || reply.length > MOST_REPLY) return complain(503, "Busy", { retryAfter: 600 });
    return new Response(Buffer.from(reply), { headers: { "content-type": STAMP_REPLY } });
  });
  return routes;
}

/** Over the network, within ten seconds. */
export function authorityAt(url: string, fetch: (request: Request) => Promise<Response>): AskAuthority {
  return async (request) => {
    const answer = await fetch(
      new Request(url, {
        method: "POST",
        body: new Uint8Array(request),
        headers: { "content-type": STAMP_QUERY },
        redirect: "error",
        signal: AbortSignal.timeout(10_000),
      }),
    );
    if (!answer.ok) throw new Error("the time-stamping authority did not answer");
    return new Uint8Array(await answer.arrayBuffer());
  };
}

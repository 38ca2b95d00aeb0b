/** The server on a socket. Its limits are those of a slow telephone line, not of an attacker: a request has a minute to arrive. */
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";

import { getRequestListener } from "@hono/node-server";

import type { Server } from "./server.ts";

export interface Listening {
  readonly port: number;
  /** Stops taking, lets answers finish for so many milliseconds, then closes what is left. */
  readonly close: (patience: number) => Promise<void>;
}

export async function listen(
  server: Pick<Server, "fetch">,
  at: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const http = createServer({
    requestTimeout: 60_000,
    headersTimeout: 20_000,
    keepAliveTimeout: 65_000,
    maxHeaderSize: 8_192,
  });
  // The adapter puts its own light Request and Response in the place of Node's: half the cost of a short answer.
  const answer = getRequestListener((request) => server.fetch(request));
  http.on("request", (incoming, outgoing) => void answer(incoming, outgoing));
  await new Promise<void>((done, failed) => {
    http.once("error", failed);
    http.listen(at.port, at.host, done);
  });
  const { port } = addressOf(http);
  return {
    port,
    async close(patience) {
      const closed = new Promise<void>((done) => {
        http.close(() => done());
      });
      http.closeIdleConnections();
      const timer = setTimeout(() => http.closeAllConnections(), patience);
      await closed;
      clearTimeout(timer);
    },
  };
}

function addressOf(http: HttpServer): AddressInfo {
  const address = http.address();
  if (address === null || typeof address === "string")
    throw new Error("the server does not listen on a port");
  return address;
}

/**
 * A network on a bad day, between a device and a server in the same process: it drops requests, loses answers, cuts them,
 * doubles requests, holds them back and delivers them long after the device gave up. All by one seed; healed, it is a plain line.
 */
import type { Chance } from "./chance.ts";

export interface BadNetwork {
  readonly fetch: (request: Request) => Promise<Response>;
  /** Something held back arrives now. */
  deliverLate(): Promise<void>;
  heal(): void;
  /** Nothing goes through at all, until `on`. */
  off(): void;
  on(): void;
}

export function badNetwork(server: (request: Request) => Promise<Response>, chance: Chance): BadNetwork {
  const held: Request[] = [];
  let isHealed = false;
  let isOff = false;
  const gone = () => new TypeError("the network failed");

  async function wait(): Promise<void> {
    for (let turns = chance.below(4); turns > 0; turns -= 1)
      await new Promise((resolve) => setImmediate(resolve));
  }

  return {
    async fetch(request) {
      if (isOff) throw gone();
      if (isHealed) return server(request);
      await wait();
      const fate = chance.next();
      if (fate < 0.08) throw gone();
      if (fate < 0.16) {
        held.push(request);
        throw gone();
      }
      const twin = request.clone();
      const response = await server(request);
      if (fate < 0.26) {
        await response.arrayBuffer();
        throw gone();
      }
      await wait();
      if (fate < 0.32) {
        await response.arrayBuffer();
        return server(twin);
      }
      if (fate < 0.38) {
        const text = await response.text();
        return new Response(text.slice(0, chance.below(text.length + 1)), {
          status: response.status,
          headers: response.headers,
        });
      }
      return response;
    },
    async deliverLate() {
      const at = chance.below(held.length + 1);
      const [request] = held.splice(at, 1);
      if (request) await (await server(request)).arrayBuffer();
    },
    heal() {
      isHealed = true;
      isOff = false;
    },
    off() {
      isOff = true;
    },
    on() {
      isOff = false;
    },
  };
}

/**
 * Load shedding: how many requests and how many bytes of their bodies may be under way at once. Above that a request is
 * turned away at the door, with 503 and retry-after; the device keeps everything and comes again.
 */
import type { UnderWay } from "../measures.ts";

export interface Admission {
  /** undefined: no room. Else what gives the room back; calling it twice does no harm. */
  readonly enter: (bytes: number) => (() => void) | undefined;
  readonly underWay: () => UnderWay;
}

export function openAdmission(limits: { readonly requests: number; readonly bytes: number }): Admission {
  let requests = 0;
  let held = 0;
  return {
    underWay: () => ({ requests, bytes: held }),
    enter(bytes) {
      // One alone is always let in, however large: its route has its own limit.
      if (requests >= limits.requests || (requests > 0 && held + bytes > limits.bytes)) return undefined;
      requests += 1;
      held += bytes;
      let inside = true;
      return () => {
        if (!inside) return;
        inside = false;
        requests -= 1;
        held -= bytes;
      };
    },
  };
}

/**
 * Load shedding: how many requests and how many bytes of their bodies may be under way at once. Above that a request is
 * turned away at the door, with 503 and retry-after; the device keeps everything and comes again.
 *
 * Must stay true: those who show no session fill half of it at the most. Anybody may begin a hundred long letters and send
 * them slowly; the desk goes on working behind them.
 */
import type { UnderWay } from "../measures.ts";

export interface Admission {
  /** undefined: no room. Else what gives the room back; calling it twice does no harm. */
  readonly enter: (bytes: number, isKnown: boolean) => (() => void) | undefined;
  readonly underWay: () => UnderWay;
}

export function openAdmission(limits: { readonly requests: number; readonly bytes: number }): Admission {
  let requests = 0;
  let held = 0;
  const strangers = { requests: 0, bytes: 0 };

  function isRoomFor(bytes: number, isKnown: boolean): boolean {
    if (requests >= limits.requests || (requests > 0 && held + bytes > limits.bytes)) return false;
    if (isKnown || requests === 0) return true;
    return strangers.requests < limits.requests / 2 && strangers.bytes + bytes <= limits.bytes / 2;
  }

  return {
    underWay: () => ({ requests, bytes: held }),
    enter(bytes, isKnown) {
      // One alone is always let in, however large: its route has its own limit.
      if (!isRoomFor(bytes, isKnown)) return undefined;
      const count = (by: 1 | -1) => {
        requests += by;
        held += by * bytes;
        if (isKnown) return;
        strangers.requests += by;
        strangers.bytes += by * bytes;
      };
      count(1);
      let inside = true;
      return () => {
        if (!inside) return;
        inside = false;
        count(-1);
      };
    },
  };
}

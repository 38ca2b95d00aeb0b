/** Leases as a store keeps them. Part of its contract (store.ts): of two who ask at once, one has it. */
import type { DeskId, LeaseClaim, LeaseToken } from "@answerable/wire";

export interface LeaseToTake {
  readonly desk: DeskId;
  readonly token: LeaseToken;
  readonly claim: LeaseClaim;
  /** Milliseconds since 1970, by the server's clock; so are all moments here. */
  readonly now: number;
  /** Not after `now`: given back. */
  readonly until: number;
}

/** `until`: when the lease ends, whoever has it. */
export interface LeaseTaken {
  readonly isHeld: boolean;
  readonly until: number;
}

export interface LeaseStore {
  readonly lease: (wish: LeaseToTake) => Promise<LeaseTaken>;
}

/** In memory. Nothing here yields in the middle, so each is its own transaction. */
export function memoryLeases(): LeaseStore {
  const leases = new Map<string, { readonly claim: string; readonly until: number }>();
  return {
    async lease({ desk, token, claim, now, until }) {
      const name = `${desk} ${token}`;
      const there = leases.get(name);
      if (there && there.until > now && there.claim !== claim) return { isHeld: false, until: there.until };
      if (until > now) leases.set(name, { claim, until });
      else leases.delete(name);
      if (leases.size > 10_000) for (const [key, lease] of leases) if (lease.until <= now) leases.delete(key);
      return { isHeld: true, until };
    },
  };
}

/** The status, told to whoever watches at every change, and never twice the same. */
import type { Status, Unwatch } from "./office.ts";

export interface StatusBoard {
  readonly now: () => Status;
  /** `undefined` takes an entry away. */
  readonly set: (changes: { readonly [K in keyof Status]?: Status[K] | undefined }) => void;
  readonly watch: (listener: (status: Status) => void) => Unwatch;
}

export const firstStatus: Status = {
  phase: "opening",
  practice: false,
  members: [],
  online: false,
  waiting: 0,
  quarantined: [],
  otherTab: false,
};

export function openStatusBoard(): StatusBoard {
  let status = firstStatus;
  const listeners = new Set<(status: Status) => void>();
  return {
    now: () => status,
    set(changes) {
      const all = Object.entries({ ...status, ...changes }).filter(([, value]) => value !== undefined);
      const next = Object.fromEntries(all) as unknown as Status; // what must be there was there before and is never taken away
      if (JSON.stringify(next) === JSON.stringify(status)) return;
      status = next;
      for (const listener of listeners) listener(status);
    },
    watch(listener) {
      listeners.add(listener);
      listener(status);
      return () => listeners.delete(listener);
    },
  };
}

/** Whatever a status may say of a helpline, unsaid. */
export const nothingSaid = {
  practice: false,
  members: [],
  online: false,
  waiting: 0,
  quarantined: [],
  helpline: undefined,
  fingerprint: undefined,
  me: undefined,
  desk: undefined,
  desks: undefined,
  sealedAt: undefined,
  syncedAt: undefined,
  sync: undefined,
  indexing: undefined,
  clockOffByMinutes: undefined,
  enrol: undefined,
  storage: undefined,
  broken: undefined,
  travels: undefined,
} as const satisfies { readonly [K in keyof Status]?: Status[K] | undefined };

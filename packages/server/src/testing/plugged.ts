/** A device plugged straight into a server, without sockets: wire's own client, a clock moved by hand, timers moved with it. */
import { openWire, type Wire } from "@answerable/wire";

import { memoryStore } from "../memory-store.ts";
import { openServer, type Server, type ServerDeps } from "../server.ts";
import type { Store } from "../store.ts";
import type { Timers } from "../timers.ts";
import { testHelpline, type TestDevice, type TestHelpline } from "./helpline.ts";

export const ORIGIN = "http://desk.example";
export const FOUNDING_SECRET = "a founding secret for tests";

export interface HandClock {
  readonly now: () => number;
  readonly timers: Timers;
  /** Moves time and calls what became due, in order. */
  readonly pass: (milliseconds: number) => void;
}

function handClock(start = Date.UTC(2026, 10, 22, 18, 30)): HandClock {
  let at = start;
  let due: { readonly at: number; readonly call: () => void }[] = [];
  return {
    now: () => at,
    timers: {
      later(milliseconds, call) {
        const each = { at: at + milliseconds, call };
        due.push(each);
        return () => {
          due = due.filter((other) => other !== each);
        };
      },
    },
    pass(milliseconds) {
      const end = at + milliseconds;
      for (;;) {
        const next = due.filter((each) => each.at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (!next) break;
        due = due.filter((each) => each !== next);
        at = Math.max(at, next.at);
        next.call();
      }
      at = end;
    },
  };
}

export interface Plugged {
  readonly server: Server;
  readonly store: Store;
  readonly clock: HandClock;
  readonly helpline: TestHelpline;
  /** Signed in as the founding device. */
  readonly wire: Wire;
  readonly signedIn: (device: TestDevice) => Promise<Wire & { readonly token: string }>;
  readonly stranger: Wire;
  readonly token: string;
  /** A bare request, for what the client would never send. */
  readonly ask: (path: string, init?: RequestInit & { readonly token?: string }) => Promise<Response>;
}

export async function plugged(
  deps: Partial<ServerDeps> & {
    readonly desks?: number;
    readonly founded?: boolean;
    readonly helpline?: TestHelpline;
  } = {},
): Promise<Plugged> {
  const { desks = 1, founded = true, ...given } = deps;
  const clock = handClock();
  const helpline = deps.helpline ?? (await testHelpline({ desks }));
  const store = deps.store ?? memoryStore();
  const server = openServer({
    store,
    now: clock.now,
    random: helpline.random,
    timers: clock.timers,
    foundingSecret: FOUNDING_SECRET,
    ...given,
  });
  const wireWith = (token: () => string | undefined): Wire =>
    openWire({ origin: ORIGIN, fetch: server.fetch, token });
  const stranger = wireWith(() => undefined);

  async function signedIn(device: TestDevice): Promise<Wire & { readonly token: string }> {
    const { challenge } = await stranger.challenge(device.device);
    const { token } = await stranger.signIn(helpline.signIn(challenge, device));
    return { ...wireWith(() => token), token };
  }

  if (founded) await stranger.pushTeam(helpline.founding, FOUNDING_SECRET);
  const wire = founded ? await signedIn(helpline.device) : { ...stranger, token: "" };
  return {
    server,
    store,
    clock,
    helpline,
    wire,
    signedIn,
    stranger,
    token: wire.token,
    ask(path, init = {}) {
      const headers = new Headers(init.headers);
      if (init.token !== undefined) headers.set("authorization", `Bearer ${init.token}`);
      return server.fetch(new Request(ORIGIN + path, { ...init, headers }));
    },
  };
}

/** Everything a stream gives. */
export async function allOf<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const each of stream) all.push(each);
  return all;
}

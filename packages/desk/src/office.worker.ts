/**
 * The worker: the office lives here, with everything opened. One of the composition roots of the desk; the real
 * clock, randomness, network, disk and locks are reached for here and handed in.
 */
import {
  deviceSecretFromKey,
  indexedDbStore,
  keptSecret,
  openOffice,
  serveOffice,
  webLockSeat,
  type Port,
  type Seat,
  type Siblings,
} from "@answerable/replica";

import namesUrl from "./names.worker.ts?worker&url";
import { ownScripts } from "./own-scripts.ts";

/** One draw of the browser gives at most this many bytes. */
const DRAW_MOST = 65_536;
const SECRET_DATABASE = "answerable-device";
/** The page calls a worker so that takes the place of one it has just ended. */
const SUCCESSOR = "office after a lock";
const policy = ownScripts(location.origin);
const { name: calledSo } = globalThis as { readonly name?: string }; // the library types describe a window

function random(count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  for (let at = 0; at < count; at += DRAW_MOST) crypto.getRandomValues(bytes.subarray(at, at + DRAW_MOST));
  return bytes;
}

function afterwards(milliseconds: number, call: () => void): () => void {
  const timer = setTimeout(call, milliseconds);
  return () => clearTimeout(timer);
}

const turn = new MessageChannel();
const waiting: { call?: () => void }[] = [];
turn.port1.addEventListener("message", () => waiting.shift()?.call?.());
turn.port1.start();

/** After what has come meanwhile. A timer of nothing waits four milliseconds in a browser, hundreds of times on a first day. */
function soon(call: () => void): () => void {
  const one: { call?: () => void } = { call };
  waiting.push(one);
  turn.port2.postMessage(undefined);
  return () => delete one.call;
}

const secret = keptSecret(indexedDB, SECRET_DATABASE, () =>
  crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]),
);

/** The one who was ended may hold the seat for a moment longer; nobody else was asked to give it up. */
function inheritedSeat(seat: Seat): Seat {
  return { ...seat, take: (_, lost) => seat.take("anyway", lost) };
}

/** The workers of this device's other tabs. */
function siblings(): Siblings {
  const channel = new BroadcastChannel("answerable-gone");
  return {
    // A channel reaches this origin only, and takes no other.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    tellGone: () => channel.postMessage("gone"),
    hearGone: (call) => channel.addEventListener("message", call),
  };
}

/** Where the server is that this machine's own desk works with (`npm run desk`). undefined: it is where the page came from. */
async function serverElsewhere(): Promise<string | undefined> {
  if (!/^(?:localhost|127\.0\.0\.1)$/u.test(location.hostname)) return undefined;
  const said = await fetch("/local.json").catch(() => undefined);
  const told: unknown = said?.ok ? await said.json().catch(() => undefined) : undefined;
  const server = typeof told === "object" && told !== null && "server" in told ? String(told.server) : "";
  return URL.canParse(server) ? new URL(server).origin : undefined;
}

const namesWorker = (): Worker =>
  new Worker(policy.createScriptURL(namesUrl), { type: "module", name: "names" });

async function open(): Promise<void> {
  // Messages that come before the office is open wait in `early`.
  const early: { readonly data: unknown }[] = [];
  let hear: (event: { readonly data: unknown }) => void = (event) => void early.push(event);
  addEventListener("message", (event) => hear(event));
  const port: Port = {
    postMessage: (message) => postMessage(message),
    addEventListener: (_, listener) => {
      hear = listener;
      for (const event of early.splice(0)) listener(event);
    },
  };
  const seat = webLockSeat(navigator.locks, "answerable");
  const linkOrigin = await serverElsewhere();
  const office = openOffice({
    ...(linkOrigin === undefined ? {} : { linkOrigin }),
    store: await indexedDbStore(indexedDB, "answerable"),
    fetch: (request) => fetch(request),
    origin: location.origin,
    now: () => Date.now(),
    offsetMinutes: () => -new Date().getTimezoneOffset(),
    random,
    timers: {
      later: (milliseconds, call) => (milliseconds === 0 ? soon(call) : afterwards(milliseconds, call)),
    },
    // An older Safari starts none from a worker.
    ...("Worker" in globalThis ? { namesWorker } : {}),
    // Asked of the disk each time: it may have been destroyed, and a new one is made for the next helpline.
    deviceSecret: async (salt) => deviceSecretFromKey(await secret.key())(salt),
    seat: calledSo === SUCCESSOR ? inheritedSeat(seat) : seat,
    forget: secret.forget,
    siblings: siblings(),
    ...("persist" in navigator.storage ? { persist: () => navigator.storage.persist() } : {}),
  });
  serveOffice(port, office);
}

void open();

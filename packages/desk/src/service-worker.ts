/**
 * The service worker: keeps the built shell so that the desk opens without a network. It sees no data of the desk:
 * everything under /api passes by untouched. A new version waits until every tab was closed or the person says so.
 */
import { openShell } from "./shell-files.ts";

interface Scope {
  readonly location: { readonly origin: string };
  skipWaiting(): Promise<void>;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(which: {
      readonly type: "window";
      readonly includeUncontrolled: true;
    }): Promise<readonly { readonly id: string }[]>;
  };
  addEventListener(
    type: "install" | "activate",
    listener: (event: { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(
    type: "fetch",
    listener: (event: {
      readonly request: Request;
      respondWith(answer: Promise<Response>): void;
      waitUntil(work: Promise<unknown>): void;
    }) => void,
  ): void;
}
/** Filled in by vite.config.ts when the names of the built files are known. */
declare const __SHELL_FILES__: string;

const scope = globalThis as unknown as Scope; // the library types describe a window; this file runs in a service worker
const shell = openShell({
  caches,
  fetch: (request) => fetch(request),
  tabs: async () =>
    (await scope.clients.matchAll({ type: "window", includeUncontrolled: true })).map(({ id }) => id),
  origin: scope.location.origin,
  version: "__SHELL_VERSION__",
  files: [__SHELL_FILES__],
});

scope.addEventListener("install", (event) => event.waitUntil(shell.install()));

scope.addEventListener("activate", (event) => {
  event.waitUntil(shell.begin().then(() => scope.clients.claim()));
});

scope.addEventListener("message", (event) => {
  if (event.data === "use the newer one") void scope.skipWaiting();
});

scope.addEventListener("fetch", (event) => {
  const answer = shell.answer(event.request);
  if (!answer) return;
  event.respondWith(answer);
  if (event.request.mode === "navigate") event.waitUntil(answer.then(shell.forgetOlder));
});

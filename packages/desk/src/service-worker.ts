/**
 * The service worker: keeps the built shell so that the desk opens without a network. It sees no data of the desk:
 * everything under /api passes by untouched. A new version waits until every tab was closed or the person says so.
 */
interface Scope {
  readonly location: { readonly origin: string };
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(
    type: "install" | "activate",
    listener: (event: { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(
    type: "fetch",
    listener: (event: { readonly request: Request; respondWith(answer: Promise<Response>): void }) => void,
  ): void;
}
/** Filled in by vite.config.ts when the names of the built files are known. */
declare const __SHELL_FILES__: string;

const scope = globalThis as unknown as Scope; // the library types describe a window; this file runs in a service worker
const version = "shell-__SHELL_VERSION__";
const files: readonly string[] = [__SHELL_FILES__];

scope.addEventListener("install", (event) => {
  event.waitUntil(caches.open(version).then((cache) => cache.addAll(files)));
});

scope.addEventListener("activate", (event) => {
  event.waitUntil(forgetOlder().then(() => scope.clients.claim()));
});

scope.addEventListener("message", (event) => {
  if (event.data === "use the newer one") void scope.skipWaiting();
});

scope.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (
    event.request.method !== "GET" ||
    url.origin !== scope.location.origin ||
    url.pathname.startsWith("/api")
  )
    return;
  if (event.request.mode === "navigate" && url.pathname !== "/") return;
  if (event.request.mode !== "navigate" && !files.includes(url.pathname)) return;
  event.respondWith(fromShell(event.request));
});

async function fromShell(request: Request): Promise<Response> {
  const cache = await caches.open(version);
  const kept = await cache.match(request.mode === "navigate" ? "/" : request);
  return kept ?? fetch(request);
}

async function forgetOlder(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith("shell-") && name !== version).map((name) => caches.delete(name)),
  );
}

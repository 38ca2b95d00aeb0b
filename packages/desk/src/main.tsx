/**
 * The page: the other composition root. It starts the worker, connects to the office in it, and draws the screens.
 */
import { momentOf, type Moment, type NewId } from "@answerable/casework";
import { connectOffice } from "@answerable/replica";
import { createRoot } from "react-dom/client";

import { Root, type GivenPage } from "./app/Root.tsx";
import pressUrl from "./letters.worker.ts?worker&url";
import { openPress } from "./letters/press.ts";
import workerUrl from "./office.worker.ts?worker&url";
import { ownScripts } from "./own-scripts.ts";
import printShopUrl from "./print-shop.worker.ts?worker&url";
import { openPrintShop } from "./publishing/print-shop.ts";
import readingUrl from "./reading.worker.ts?worker&url";
import { openReading } from "./reading/reader.ts";

import "./style/index.css";

const SERVICE_WORKER = "/sw.js";
/** See office.worker.ts. */
const SUCCESSOR = "office after a lock";
const SAVING_MILLISECONDS = 60_000;
const policy = ownScripts(location.origin);

const officeWorker = (name: string) =>
  new Worker(policy.createScriptURL(workerUrl), { type: "module", name });
let worker = officeWorker("office");
const office = connectOffice(worker, () => {
  worker.terminate();
  worker = officeWorker(SUCCESSOR);
  return worker;
});

const now = (): Moment => momentOf(Date.now());
const newId: NewId = <T extends string>() => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "") as T; // 22 symbols of base64url
};

/** Told when a newer shell has been fetched and waits for its turn. */
const updates = {
  isReady: false,
  listeners: new Set<() => void>(),
  waiting: undefined as ServiceWorker | undefined,
};
function ready(waiting: ServiceWorker): void {
  updates.waiting = waiting;
  updates.isReady = true;
  for (const listener of updates.listeners) listener();
}
async function keepShell(): Promise<void> {
  const registration = await navigator.serviceWorker.register(policy.createScriptURL(SERVICE_WORKER), {
    type: "module",
  });
  if (registration.waiting && navigator.serviceWorker.controller) ready(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const fresh = registration.installing;
    fresh?.addEventListener("statechange", () => {
      if (fresh.state === "installed" && navigator.serviceWorker.controller) ready(fresh);
    });
  });
}
function reload(): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  updates.waiting?.postMessage("use the newer one");
}

/** A file for the person, by the browser's own way of saving; a letter's name holds numbers only, a file's is the sender's. */
function save(name: string, type: string, bytes: Uint8Array | Blob): void {
  const content = bytes instanceof Blob ? bytes : new Blob([new Uint8Array(bytes)], { type });
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), SAVING_MILLISECONDS);
}

/** What the browser keeps for this page outside the office: settings, the shell, the program's own worker. */
function vanish(): void {
  document.title = "";
  localStorage.clear();
  history.replaceState(null, "", "/");
  void caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))));
  void navigator.serviceWorker
    .getRegistrations()
    .then((all) => Promise.all(all.map((registration) => registration.unregister())));
}

const page: GivenPage = {
  office,
  now,
  offsetMinutes: -new Date().getTimezoneOffset(),
  newId,
  copy: (text) => navigator.clipboard.writeText(text),
  print: () => globalThis.print(),
  press: openPress(() => new Worker(policy.createScriptURL(pressUrl), { type: "module", name: "press" })),
  reading: openReading(
    () => new Worker(policy.createScriptURL(readingUrl), { type: "module", name: "reading" }),
  ),
  save,
  viewer: "/viewer.html",
  preview: "/preview.html",
  printShop: openPrintShop(
    () => new Worker(policy.createScriptURL(printShopUrl), { type: "module", name: "print shop" }),
  ),
  origin: location.origin,
  reload,
  vanish,
  watchUpdate: (listener) => {
    updates.listeners.add(listener);
    if (updates.isReady) listener();
    return () => updates.listeners.delete(listener);
  },
};

const kept = {
  read: (name: string) => localStorage.getItem(`answerable.${name}`) ?? undefined,
  keep: (name: string, value: string) => localStorage.setItem(`answerable.${name}`, value),
  wished: navigator.language,
};

const desk = document.getElementById("desk");
if (!desk) throw new Error("the page has no desk");
createRoot(desk).render(<Root page={page} kept={kept} />);
if (import.meta.env.PROD && "serviceWorker" in navigator) void keepShell();

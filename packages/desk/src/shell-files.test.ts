/** A newer program does not take its files away from a tab that was opened with the older one. */
import { expect, test } from "vitest";

import { openShell } from "./shell-files.ts";

const origin = "https://desk.example";

/** As much of the browser's caches as a shell uses; a server that has only what was built last. */
function aBrowser() {
  const kept = new Map<string, Map<string, string>>();
  const built = new Map<string, string>();
  const tabs = new Set<string>();
  const pathOf = (request: RequestInfo | URL) =>
    new URL(request instanceof Request ? request.url : String(request), origin).pathname;
  const found = (name: string, request: RequestInfo | URL) => {
    const text = kept.get(name)?.get(pathOf(request));
    return text === undefined ? undefined : new Response(text);
  };
  const cacheOf = (name: string) => {
    const files = kept.get(name) ?? new Map<string, string>();
    kept.set(name, files);
    return {
      match: async (request: RequestInfo | URL) => found(name, request),
      put: async (path: RequestInfo | URL, response: Response) =>
        void files.set(pathOf(path), await response.text()),
      addAll: async (paths: readonly string[]) =>
        paths.forEach((path) => files.set(path, built.get(path) ?? "")),
    } as unknown as Cache; // the three that a shell uses
  };
  const caches = {
    open: async (name: string) => cacheOf(name),
    keys: async () => [...kept.keys()],
    delete: async (name: string) => kept.delete(name),
    match: async (request: RequestInfo | URL) =>
      [...kept.keys()].map((name) => found(name, request)).find((answer) => answer !== undefined),
  };
  const shell = (version: string) => {
    built.clear();
    for (const path of ["/", `/assets/letters.worker-${version}.js`]) built.set(path, version);
    return openShell({
      caches,
      fetch: async (request) => {
        const text = built.get(pathOf(request));
        return new Response(text ?? "", { status: text === undefined ? 404 : 200 });
      },
      tabs: async () => [...tabs],
      origin,
      version,
      files: [...built.keys()],
    });
  };
  return { kept, tabs, shell };
}

const get = (path: string) => new Request(`${origin}${path}`);

test("a tab of the older program still finds its letters worker after a newer one has begun, until it is closed", async () => {
  const { kept, tabs, shell } = aBrowser();
  const older = shell("old");
  await older.install();
  await older.begin();
  tabs.add("a tab with a half-written letter");

  const newer = shell("new");
  await newer.install();
  await newer.begin();
  const chunk = await newer.answer(get("/assets/letters.worker-old.js"));
  expect(chunk?.status).toBe(200);
  expect(await chunk?.text()).toBe("old");

  tabs.add("a tab opened since");
  await newer.forgetOlder();
  expect([...kept.keys()]).toContain("shell-old");
  tabs.delete("a tab with a half-written letter");
  await newer.forgetOlder();
  expect([...kept.keys()]).toEqual(["shell-new"]);
  expect((await newer.answer(get("/assets/letters.worker-old.js")))?.status).toBe(404);
  expect(await (await newer.answer(get("/assets/letters.worker-new.js")))?.text()).toBe("new");
});

test("with no tab open a newer program lets the older one go at once", async () => {
  const { kept, shell } = aBrowser();
  const older = shell("old");
  await older.install();
  await older.begin();
  const newer = shell("new");
  await newer.install();
  await newer.begin();
  expect([...kept.keys()]).toEqual(["shell-new"]);
});

test("what belongs to the server, to others, or is sent, passes by", () => {
  const { shell } = aBrowser();
  const one = shell("new");
  expect(one.answer(get("/api/health"))).toBeUndefined();
  expect(one.answer(get("/form"))).toBeUndefined();
  expect(one.answer(new Request("https://elsewhere.example/assets/letters.worker-new.js"))).toBeUndefined();
  expect(one.answer(new Request(`${origin}/assets/x.js`, { method: "POST" }))).toBeUndefined();
});

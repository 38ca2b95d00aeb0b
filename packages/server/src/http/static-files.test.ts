import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { plugged } from "../testing/plugged.ts";
import { testDirectory, type TestDirectory } from "../testing/test-postgres.ts";
import { openStaticFiles, type StaticFiles } from "./static-files.ts";

let directory: TestDirectory;
let files: StaticFiles;

beforeAll(async () => {
  directory = await testDirectory();
  await mkdir(join(directory.path, "assets"));
  await writeFile(join(directory.path, "index.html"), "<!doctype html>");
  await writeFile(join(directory.path, "viewer.html"), "<!doctype html>");
  await writeFile(join(directory.path, "preview.html"), "<!doctype html>");
  await writeFile(join(directory.path, "service-worker.js"), "self.skipWaiting()");
  await writeFile(join(directory.path, "assets/desk-B1c2D3e4.js"), "export {}");
  await writeFile(join(directory.path, "assets/desk-B1c2D3e4.js.br"), "packed");
  await writeFile(join(directory.path, "secret.key"), "not for anyone");
  files = await openStaticFiles(directory.path);
});
afterAll(() => directory.remove());

describe("the built desk", () => {
  test.each(["/viewer.html", "/preview.html"])(
    "gives %s no origin and no network, however it is opened",
    async (frame) => {
      const { ask } = await plugged({ files });
      const viewer = await ask(frame);
      const policy = viewer.headers.get("content-security-policy") ?? "";
      for (const rule of [
        "sandbox allow-scripts;",
        "default-src 'none'",
        "connect-src 'none'",
        "frame-ancestors 'self'",
      ])
        expect(policy).toContain(rule);
      expect(policy).not.toContain("allow-same-origin");
      expect(viewer.headers.get("x-frame-options")).toBe("SAMEORIGIN");
      expect((await ask("/")).headers.get("x-frame-options")).toBe("DENY");
      // Its scripts are loaded from no origin; nothing else may be.
      expect((await ask("/assets/desk-B1c2D3e4.js")).headers.get("access-control-allow-origin")).toBe("*");
      expect((await ask("/")).headers.get("access-control-allow-origin")).toBeNull();
    },
  );

  test("is served with a strict policy: no unsafe words but the one for its worker, nothing of others", async () => {
    const { ask } = await plugged({ files });
    const response = await ask("/");
    expect(await response.text()).toBe("<!doctype html>");
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy.replace("'wasm-unsafe-eval'", "")).not.toContain("unsafe");
    expect(policy).not.toMatch(/https?:|\*|data:/);
    for (const [name, value] of [
      ["cross-origin-opener-policy", "same-origin"],
      ["cross-origin-embedder-policy", "require-corp"],
      ["cross-origin-resource-policy", "same-origin"],
      ["referrer-policy", "no-referrer"],
      ["x-content-type-options", "nosniff"],
    ] as const) {
      expect(response.headers.get(name)).toBe(value);
    }
    expect(response.headers.get("permissions-policy")).toContain("microphone=()");
  });

  test("a file with a hash in its name is kept for ever, the page and the service worker are asked for again", async () => {
    const { ask } = await plugged({ files });
    expect((await ask("/assets/desk-B1c2D3e4.js")).headers.get("cache-control")).toContain("immutable");
    for (const path of ["/", "/index.html", "/service-worker.js"]) {
      const response = await ask(path);
      expect(response.headers.get("cache-control")).toBe("no-cache");
      const headers = { "if-none-match": response.headers.get("etag") ?? "" };
      expect((await ask(path, { headers })).status).toBe(304);
    }
  });

  test("a packed file is sent to who can unpack it", async () => {
    const { ask } = await plugged({ files });
    const packed = await ask("/assets/desk-B1c2D3e4.js", { headers: { "accept-encoding": "gzip, br" } });
    expect([packed.headers.get("content-encoding"), await packed.text()]).toEqual(["br", "packed"]);
    const plain = await ask("/assets/desk-B1c2D3e4.js", { headers: { "accept-encoding": "br;q=0" } });
    expect(await plain.text()).toBe("export {}");
  });

  test.each(["/secret.key", "/assets/../secret.key", "/%2e%2e/etc/passwd", "//etc/passwd", "/assets/"])(
    "%s is not there",
    async (path) => {
      const { ask } = await plugged({ files });
      expect((await ask(path)).status).toBe(404);
    },
  );
});

import { mkdtemp, readFile, rm } from "node:fs/promises";
/** Builds the page of matches, serves it isolated (or a browser tells no memory), and runs it in Chromium. */
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright";
import { build } from "vite";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const types = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript" };

export async function runInChromium(cards, how) {
  const outDir = await mkdtemp(join(tmpdir(), "answerable-matches-"));
  await build({
    root: here,
    logLevel: "error",
    configFile: false,
    resolve: {
      alias: [
        { find: /^@answerable\/([a-z]+)(\/people)?$/, replacement: `${root}/packages/$1/src$2/index.ts` },
      ],
    },
    worker: { format: "es" },
    build: { outDir, target: "es2023", rollupOptions: { input: join(here, "matches.html") } },
  });
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const answer = (body) => {
      response.writeHead(200, {
        "content-type": types[extname(path)] ?? "application/octet-stream",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-embedder-policy": "require-corp",
      });
      response.end(body);
    };
    // An icon that is not there is no error of the bench.
    readFile(join(outDir, path)).then(answer, () => answer(""));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      // Memory is measured when asked, and not when the browser next finds the time.
      "--enable-blink-features=ForceEagerMeasureMemory",
    ],
  });
  try {
    const page = await browser.newPage();
    page.on("pageerror", (problem) => console.error(problem));
    page.on("console", (message) => message.type() === "error" && console.error(message.text()));
    await page.goto(`http://localhost:${server.address().port}/matches.html`);
    await page.waitForFunction(() => globalThis.bench !== undefined);
    return await page.evaluate(([count, asked]) => globalThis.bench.run(count, asked), [cards, how]);
  } finally {
    await browser.close();
    server.close();
    await rm(outDir, { recursive: true, force: true });
  }
}

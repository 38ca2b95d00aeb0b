/**
 * A stage for benches in Chromium: the built server as its own process on its own PostgreSQL, a helpline with two devices,
 * a desk of invented cards bound into binders through the real seals, and browsers in which the desk's own worker runs.
 */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright";
import { build, runnerImport } from "vite";

export const PASSPHRASE = "пять слов которых никто не угадает";
const FOUNDING_SECRET = "the-founding-secret-of-the-bench";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const alias = [
  {
    find: /^@answerable\/([a-z]+)$/,
    replacement: `${root}/packages/$1/src/index.ts`,
  },
];
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Memory is measured when asked, and not when the browser next finds the time.
  "--enable-blink-features=ForceEagerMeasureMemory",
];

/** A server with `size` cards in binders, and two devices that may open them. `reports`: what the cards say, else it is invented. */
export async function openStage(size, reports) {
  const directory = await mkdtemp(join(tmpdir(), "answerable-bench-"));
  await chmod(directory, 0o755);
  await buildPage(join(directory, "page"));
  let server = await startServer(directory, join(directory, "page"), 0);
  const origin = `http://localhost:${server.port}`;
  const { module } = await runnerImport(join(root, "packages/replica/src/testing/filled-desk.ts"), {
    root,
    logLevel: "error",
    configFile: false,
    resolve: { alias },
  });
  const filled = await module.fillDesk({
    origin,
    size,
    reports,
    foundingSecret: FOUNDING_SECRET,
    passphrase: PASSPHRASE,
    fetch,
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  });
  const browsers = [];
  return {
    filled,
    /** From now on the built desk stands at the same address, before the same data and the same disks. */
    async serveDesk() {
      await server.stop();
      server = await startServer(directory, join(root, "packages/desk/dist-web"), server.port);
      return `${origin}/`;
    },
    /** A browser of its own, on the disk of that device. */
    async openBrowser(device) {
      const profile = join(directory, `profile-${browsers.length}`);
      const browser = await chromium.launchPersistentContext(profile, {
        executablePath: "/usr/bin/chromium",
        args: flags,
        locale: "ru-RU",
      });
      browsers.push(browser);
      const page = browser.pages()[0] ?? (await browser.newPage());
      // Not swallowed: what breaks in a worker would only look slow.
      page.on("pageerror", (problem) => console.error(problem));
      page.on("console", (message) => message.type() === "error" && console.error(message.text()));
      await page.goto(`${origin}/`);
      await page.waitForFunction(() => globalThis.bench !== undefined);
      await page.evaluate((given) => globalThis.bench.legs(given), {
        type: "layDisk",
        ...filled.devices[device],
      });
      /** Runs it and tells the milliseconds that this page's process, its workers included, worked meanwhile. */
      async function costed(go) {
        const before = rendererTime(profile);
        const value = await go();
        return { value, processor: rendererTime(profile) - before };
      }
      return { page, costed, resident: () => residentBytes(profile) };
    },
    async close() {
      for (const browser of browsers) await browser.close();
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** The processes that draw pages for that profile. */
function renderersOf(profile) {
  return readdirSync("/proc").filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      const line = readFileSync(`/proc/${name}/cmdline`, "utf8");
      return line.includes(profile) && line.includes("--type=renderer");
    } catch {
      return false; // it ended while we looked
    }
  });
}

/** Of the largest of them: page and workers live in one. */
function residentBytes(profile) {
  const sizes = renderersOf(profile).map((pid) => {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0;
    return Number(kilobytes) * 1024;
  });
  return Math.max(0, ...sizes);
}

/** On a machine that others use too this is steadier than the clock on the wall. Only Linux tells. */
function rendererTime(profile) {
  let ticks = 0;
  for (const pid of renderersOf(profile)) {
    try {
      const text = readFileSync(`/proc/${pid}/stat`, "utf8");
      const words = text
        .slice(text.lastIndexOf(")") + 2)
        .split(" ")
        .map(Number);
      ticks += words[11] + words[12];
    } catch {
      // It ended while we looked.
    }
  }
  return ticks * 10;
}

function buildPage(outDir) {
  return build({
    root: here,
    logLevel: "error",
    configFile: false,
    resolve: { alias },
    worker: { format: "es" },
    build: { outDir, target: "es2023", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  });
}

async function startServer(directory, page, wanted) {
  const built = join(root, "packages/server/dist/main.js");
  if (!existsSync(built)) throw new Error("not built: npm run build");
  const secretFile = join(directory, "founding-secret");
  await writeFile(secretFile, FOUNDING_SECRET);
  const child = spawn(process.execPath, [built], {
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      ...process.env,
      PORT: String(wanted),
      HOST: "127.0.0.1",
      DATA_DIR: join(directory, "data"),
      STATIC_DIR: page,
      FOUNDING_SECRET_FILE: secretFile,
    },
  });
  const ended = new Promise((done) => child.once("exit", done));
  const port = await new Promise((done, failed) => {
    let said = "";
    child.stderr.on("data", (chunk) => {
      said += chunk;
      const line = said.split("\n").find((each) => each.includes('"listening"'));
      if (line) done(JSON.parse(line).port);
    });
    ended.then(() => failed(new Error(`the server did not start: ${said}`)));
  });
  return {
    port,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

export const percentile = (numbers, share) =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];

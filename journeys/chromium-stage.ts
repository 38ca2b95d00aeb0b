/**
 * The stage in Chromium: the built server as its own process on its own PostgreSQL, the built desk, and browsers with
 * profiles on the disk. Everything that crosses the network is kept for whoever looks for names in it.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, openSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { chromium, type BrowserContext, type Page } from "playwright";
import { vi } from "vitest";

import { tabTo } from "./keyboard.ts";

const root = resolve(import.meta.dirname, "..");
const FOUNDING_SECRET = "the-founding-secret-of-the-stage";
export const PASSPHRASE = "пять слов которых никто не угадает";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface House {
  readonly origin: string;
  readonly directory: string;
  /** Bodies of requests and answers, as bytes. */
  readonly crossed: (readonly [where: string, bytes: Buffer])[];
  readonly laptops: Laptop[];
  readonly foundingLink: string;
  /** The server dies as at a power cut, and starts again on what its disk has. */
  readonly killServer: () => Promise<void>;
  readonly startServer: () => Promise<void>;
  /** Stops the server in order, so that all of it lies in its files. */
  readonly stopServer: () => Promise<void>;
  /** Shuts every laptop that was opened here, ends the server and takes all away. */
  readonly close: () => Promise<void>;
}

/** A server of its own with an empty database, with the pages for families too. Needs the build: `npm test` makes it. */
export async function openHouse(): Promise<House> {
  const built = join(root, "packages/server/dist/main.js");
  const desk = join(root, "packages/desk/dist-web");
  const form = join(root, "packages/form/dist-web");
  if (![built, join(desk, "index.html"), join(form, "write.html")].every((file) => existsSync(file)))
    throw new Error("not built: run npm test, or npm run build");
  const directory = await mkdtemp(join(tmpdir(), "answerable-house-"));
  await chmod(directory, 0o755);
  const secretFile = join(directory, "founding-secret");
  await writeFile(secretFile, FOUNDING_SECRET);
  await mkdir(join(directory, "data"), { mode: 0o755 });
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  let server: ChildProcess | undefined;

  async function startServer(): Promise<void> {
    const log = openSync(join(directory, "server.log"), "a");
    server = spawn(process.execPath, [built], {
      stdio: ["ignore", log, log],
      env: {
        ...process.env,
        PORT: String(port),
        HOST: "127.0.0.1",
        DATA_DIR: join(directory, "data"),
        STATIC_DIR: desk,
        FORM_DIR: form,
        FOUNDING_SECRET_FILE: secretFile,
      },
    });
    for (let tries = 0; tries < 600; tries += 1) {
      const answer = await fetch(`${origin}/ready`).catch(() => undefined);
      if (answer?.ok === true) return;
      if (server.exitCode !== null) break;
      await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error(`the server did not start: ${await readFile(join(directory, "server.log"), "utf8")}`);
  }

  async function end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const ending = server;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = new Promise((done) => ending.once("exit", done));
    ending.kill(signal);
    await ended;
  }

  await startServer();
  const laptops: Laptop[] = [];
  return {
    origin,
    directory,
    crossed: [],
    laptops,
    foundingLink: `${origin}/#found=${FOUNDING_SECRET}`,
    killServer: () => end("SIGKILL"),
    startServer,
    stopServer: () => end("SIGTERM"),
    async close() {
      // Some were shut or killed in their story.
      for (const laptop of laptops) await laptop.shut().catch(() => undefined);
      await end("SIGTERM");
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export interface Laptop {
  readonly page: () => Page;
  readonly profile: string;
  readonly context: () => BrowserContext;
  /** Opens the browser again on the same profile. */
  readonly open: (at?: string) => Promise<Page>;
  /** kill -9 of every process of this browser. */
  readonly kill: () => Promise<void>;
  readonly shut: () => Promise<void>;
}

/** A browser with a profile of its own, as a volunteer's laptop has it. */
export async function openLaptop(house: House, name: string): Promise<Laptop> {
  const profile = join(house.directory, `profile-${name}`);
  let context: BrowserContext | undefined;
  let page: Page | undefined;

  async function open(at = `${house.origin}/`): Promise<Page> {
    context = await chromium.launchPersistentContext(profile, {
      executablePath: "/usr/bin/chromium",
      args: flags,
      locale: "ru-RU",
      timezoneId: "Europe/Moscow",
      viewport: { width: 1366, height: 768 },
    });
    listen(context, house);
    page = context.pages()[0] ?? (await context.newPage());
    await page.goto(at);
    return page;
  }
  await open("about:blank");
  const alive = <T>(made: T | undefined): T => {
    if (made === undefined) throw new Error("the laptop is shut");
    return made;
  };
  const laptop: Laptop = {
    profile,
    page: () => alive(page),
    context: () => alive(context),
    open,
    async kill() {
      const closed = new Promise((done) => alive(context).once("close", done));
      for (const pid of await processesOf(profile)) process.kill(pid, "SIGKILL");
      await closed;
      await rm(join(profile, "SingletonLock"), { force: true });
    },
    shut: () => alive(context).close(),
  };
  house.laptops.push(laptop);
  return laptop;
}

function listen(context: BrowserContext, house: House): void {
  context.on("request", (request) => {
    house.crossed.push([request.url(), Buffer.from(`${request.url()} ${JSON.stringify(request.headers())}`)]);
    const body = request.postDataBuffer();
    if (body) house.crossed.push([request.url(), body]);
  });
  context.on("response", (response) => {
    if (!response.url().includes("/api/") || response.url().endsWith("/hints")) return;
    response.body().then(
      (body) => house.crossed.push([response.url(), body]),
      () => undefined, // a page that went away took its answer with it
    );
  });
}

/** Processes whose command line names the profile: only those that this test started. */
async function processesOf(profile: string): Promise<readonly number[]> {
  const found: number[] = [];
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const line = await readFile(`/proc/${name}/cmdline`, "utf8").catch(() => "");
    if (line.includes(`--user-data-dir=${profile}`)) found.push(Number(name));
  }
  return found;
}

/** Every script that says what time it is, on the page and in the worker, says ours. A reload takes the newest. */
export async function windable(laptop: Laptop, ahead: () => number): Promise<void> {
  // The service worker would hand out the scripts as they were built.
  await laptop.context().route("**/sw.js", (route) => route.abort());
  await laptop.context().route("**/assets/*.js", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `${wound(ahead())}${await answer.text()}` });
  });
}

/** Modules share a realm: each winds only what is not wound yet. */
function wound(ahead: number): string {
  return `(()=>{if(globalThis.__wound)return;globalThis.__wound=true;const real=Date;const by=${ahead};
globalThis.Date=class extends real{constructor(...a){if(a.length===0)super(real.now()+by);else super(...a)}static now(){return real.now()+by}};})();
`;
}

/** Founds the helpline in the first browser. */
export async function foundIn(laptop: Laptop, house: House): Promise<void> {
  const page = await go(laptop, house.foundingLink);
  await page.getByLabel("Название линии").fill("Линия на сцене");
  await fillDoor(page, "Нина", "ноутбук на кухне");
  await page.getByRole("button", { name: "Основать линию" }).click();
  await page.getByRole("button", { name: /Запечатать/ }).waitFor({ timeout: 30_000 });
  await page.getByText("На связи").waitFor();
}

/** The first browser invites the second; each side types the digits that the other shows. */
export async function enrolIn(old: Laptop, fresh: Laptop): Promise<void> {
  const there = old.page();
  await there.getByRole("link", { name: "Люди и устройства" }).click();
  await there.getByLabel("Название устройства").fill("компьютер в бюро");
  await there.getByRole("button", { name: "Создать ссылку", exact: true }).click();
  const link = await there.locator("output.link-shown").innerText();
  const here = await go(fresh, link);
  await fillDoor(here, "Нина", "компьютер в бюро");
  await here.getByRole("button", { name: "Присоединить" }).click();
  const digitsThere = await digitsOn(there);
  const digitsHere = await digitsOn(here);
  await typeDigits(there, digitsHere);
  await typeDigits(here, digitsThere);
  await here.getByRole("button", { name: /Запечатать/ }).waitFor({ timeout: 30_000 });
}

/** A helpline of one person with two devices: at her kitchen table, and in the bureau. */
export async function twoDevices(house: House): Promise<readonly [kitchen: Laptop, bureau: Laptop]> {
  const kitchen = await openLaptop(house, "kitchen");
  const bureau = await openLaptop(house, "bureau");
  await foundIn(kitchen, house);
  await enrolIn(kitchen, bureau);
  return [kitchen, bureau];
}

/** A new person comes to the line of the first browser's owner: a link, and six digits each way. */
export async function welcomeIn(old: Laptop, fresh: Laptop, name: string): Promise<void> {
  const there = old.page();
  await there.getByRole("link", { name: "Люди и устройства" }).click();
  await there.getByRole("button", { name: "Создать ссылку для человека" }).click();
  const here = await go(fresh, await there.locator("output.link-shown").innerText());
  await fillDoor(here, name, "ноутбук дома");
  await here.keyboard.press("Enter");
  const [shownThere, shownHere] = [await digitsOn(there), await digitsOn(here)];
  await typeDigits(there, shownHere);
  await typeDigits(here, shownThere);
  await here.getByRole("button", { name: /Запечатать/ }).waitFor({ timeout: 30_000 });
}

async function go(laptop: Laptop, link: string): Promise<Page> {
  const page = laptop.page();
  await page.goto(link);
  return page;
}

async function fillDoor(page: Page, yourName: string, deviceName: string): Promise<void> {
  await page.getByLabel("Как вас называть").fill(yourName);
  await page.getByLabel("Название устройства").fill(deviceName);
  await page.getByLabel("Парольная фраза этого устройства").fill(PASSPHRASE);
  await page.getByLabel("Ещё раз").fill(PASSPHRASE);
}

async function digitsOn(page: Page): Promise<string> {
  return (await page.locator(".digits").innerText({ timeout: 30_000 })).replace(/\D/g, "");
}

async function typeDigits(page: Page, digits: string): Promise<void> {
  await page.getByLabel("Шесть цифр с другого устройства").fill(digits);
  await page.keyboard.press("Enter");
}

/** One that nobody listens on yet. */
export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const trial = createServer();
    trial.once("error", failed);
    trial.listen(0, "127.0.0.1", () => {
      const address = trial.address();
      trial.close(() =>
        typeof address === "object" && address ? done(address.port) : failed(new Error("no port")),
      );
    });
  });
}

/** Every file below a directory, with its bytes. Sockets and pipes are passed over. */
export async function filesBelow(
  directory: string,
): Promise<readonly (readonly [where: string, bytes: Buffer])[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(files.map(async (file) => [file, await readFile(file)] as const));
}

/** Types a call about a soldier into the phone desk, field after field, with the keyboard alone. It is not sealed yet. */
export async function takeCall(
  page: Page,
  said: readonly (readonly [field: string, text: string])[],
): Promise<void> {
  await beginCall(page);
  for (const [field, text] of said) {
    await tabTo(page, field);
    await page.keyboard.type(text);
  }
}

/** The phone desk, once it stands there and hears a key: a call about a soldier. */
export async function beginCall(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Звонок" }).click();
  await page.getByLabel("Военнослужащий", { exact: true }).first().waitFor();
  await page.keyboard.press("Escape"); // no field has focus
  await page.keyboard.press("1");
}

/** It is said to be sealed, and the desk stands empty for the next: the line of the call before looks the same. */
export async function sealCall(page: Page): Promise<void> {
  await page.keyboard.press("Control+Enter");
  const soldier = page.getByLabel("Военнослужащий", { exact: true }).first();
  await vi.waitUntil(async () => (await soldier.inputValue()) === "", 20_000);
  await page.locator(".sealed-line").getByText("Запечатано").waitFor();
}

/** Locks the desk, as before leaving the chair, and shuts the browser, so that all of it lies in files. */
export async function lockAndShut(laptop: Laptop): Promise<void> {
  const page = laptop.page();
  await page.getByRole("button", { name: "Закрыть", exact: true }).first().click();
  await page.getByLabel("Парольная фраза").waitFor();
  await page.waitForTimeout(500);
  await laptop.shut();
}

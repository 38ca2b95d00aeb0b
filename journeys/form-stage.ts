/**
 * The stage for the family's pages: the built form on a real socket before a server in memory, a helpline founded with real keys
 * that has published its letterbox, and the desk's end of it in hand. Everything that crosses the network is kept.
 */
import { webcrypto } from "node:crypto";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

import {
  foundHelpline,
  openKeep,
  openSealedDrop,
  publishIntake,
  signIn,
  type DeskSecrets,
  type Drop,
} from "@answerable/seal";
import { listen, memoryStore, openForm, openServer, type FormSetting, type Server } from "@answerable/server";
import { openWire, type DropLine, type PlacedDrop, type Team, type Wire } from "@answerable/wire";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";

const root = resolve(import.meta.dirname, "..");
const SECRET = "the-founding-secret-of-the-stage";
export const TELEPHONE = "+7 900 000-00-00";
const random = (bytes: number) => webcrypto.getRandomValues(new Uint8Array(bytes));

export type Answer = (request: Request, go: (request: Request) => Promise<Response>) => Promise<Response>;

export interface NightStage {
  readonly origin: string;
  readonly fingerprint: string;
  readonly team: () => Team;
  readonly secrets: () => DeskSecrets;
  readonly wire: Wire;
  /** Letters as they lie at the server, and as the desk opens them. */
  readonly letters: () => Promise<readonly { readonly placed: PlacedDrop; readonly drop: Drop }[]>;
  /** Stands between the browser and the server: an evil server, a dead one, a slow one. */
  readonly answerWith: (answer: Answer | undefined) => void;
  readonly crossed: (readonly [where: string, bytes: Buffer])[];
  readonly close: () => Promise<void>;
}

export interface NightWish {
  readonly suite?: Team["charter"]["suite"];
  readonly setting?: FormSetting;
  readonly now?: () => number;
  readonly practice?: boolean;
}

/** Needs the build: `npm test` makes it. */
async function openNightStage(wish: NightWish = {}): Promise<NightStage> {
  const built = builtForm();
  const now = wish.now ?? (() => Date.now());
  const founding = await foundHelpline({
    name: "Маяк",
    practice: wish.practice ?? false,
    suite: wish.suite ?? "A1",
    now: now(),
    random,
  });
  const setting = { charter: founding.team.fingerprint, telephone: TELEPHONE, ...wish.setting };
  const server = openServer({
    store: memoryStore(),
    now,
    random,
    foundingSecret: SECRET,
    files: await openForm(built, setting),
  });
  const { origin, crossed, answerWith, close } = await onSocket(server);
  const session: { token?: string } = {};
  const wire = openWire({ origin, fetch: server.fetch, token: () => session.token });
  await wire.pushTeam(founding.push, SECRET);
  const keep = await openKeep(founding.keep);
  const { challenge } = await wire.challenge(keep.device);
  session.token = (await wire.signIn(await signIn(challenge, keep))).token;
  const published = await publishIntake({
    keep,
    team: founding.team,
    now: now(),
    random,
    desk: founding.secrets,
  });
  await wire.pushTeam(published.push);

  return {
    origin,
    fingerprint: founding.team.fingerprint,
    team: () => published.team,
    secrets: () => published.secrets,
    wire,
    async letters() {
      const found: { placed: PlacedDrop; drop: Drop }[] = [];
      for await (const line of wire.drops(founding.desk, 0)) {
        if (!isLetter(line)) continue;
        const drop = await openSealedDrop(line.drop, published.secrets, published.team.charter.suite);
        if (drop) found.push({ placed: line, drop });
      }
      return found;
    },
    answerWith,
    crossed,
    close,
  };
}

function builtForm(): string {
  const built = join(root, "packages/form/dist-web");
  if (!existsSync(join(built, "write.html"))) throw new Error("not built: run npm test, or npm run build");
  return built;
}

async function onSocket(server: Server) {
  const crossed: (readonly [where: string, bytes: Buffer])[] = [];
  let between: Answer | undefined;
  async function fetchKept(request: Request): Promise<Response> {
    const line = `${request.method} ${new URL(request.url).pathname}`;
    const body = Buffer.from(await request.clone().arrayBuffer());
    crossed.push(
      [line, body],
      [`${line} headers`, Buffer.from(JSON.stringify([...request.headers]))],
      [`${line} address`, Buffer.from(request.url)],
    );
    const answer = await (between ? between(request, server.fetch) : server.fetch(request));
    const back = await answer
      .clone()
      .arrayBuffer()
      .catch(() => new ArrayBuffer(0));
    if (line.includes(" /api/")) crossed.push([`${line} answer`, Buffer.from(back)]);
    return answer;
  }
  const listening = await listen({ ...server, fetch: fetchKept }, { host: "127.0.0.1", port: 0 });
  const origin = `http://localhost:${listening.port}`;
  return {
    origin,
    crossed,
    answerWith(answer: Answer | undefined) {
      between = answer;
    },
    async close() {
      await server.close();
      await listening.close(200);
    },
  };
}

function isLetter(line: DropLine): line is PlacedDrop {
  return "drop" in line;
}

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** A telephone of 390 px whose owner speaks Russian. */
export async function telephone(
  browser: Browser,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: "ru-RU",
    deviceScaleFactor: 2,
    hasTouch: true,
    ...options,
  });
  return { context, page: await context.newPage() };
}

/** For a file of stories: one browser, and before each of them a stage of its own. What a story leaves open is closed after it. */
export function everyNight() {
  let browser: Browser;
  let stage: NightStage;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    stage = await openNightStage();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await stage.close();
  });
  return {
    stage: () => stage,
    telephone: (options?: Parameters<typeof telephone>[1]) => telephone(browser, options),
    /** Another stage than the one of each night. */
    async begin(wish: NightWish): Promise<void> {
      await stage.close();
      stage = await openNightStage(wish);
    },
  };
}

/** Waits for the receipt, copies it, and types back the group that is asked for. Gives the code. */
export async function takeReceipt(page: Page): Promise<string> {
  await page.locator("#receipt").waitFor({ state: "visible", timeout: 60_000 });
  const groups = await page.locator("#code span").allTextContents();
  await page.locator("#copied").click();
  const asked = Number(/\d/.exec((await page.locator("#check-label").textContent()) ?? "")?.[0]);
  await page.locator("#check-group").fill((groups[asked - 1] ?? "").toLowerCase());
  await page.locator("#check button[type=submit]").click();
  await page.locator("#receipt-rest").waitFor({ state: "visible" });
  return groups.join(" ");
}

export const story = "Сын не выходит на связь с третьего июня. Ветлугин Савва, его часть не отвечает.";

/** A mother writes. Nothing is sent yet. */
export async function written(page: Page, origin: string): Promise<void> {
  await writtenAt(page, `${origin}/write`);
}

export async function writtenAt(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator("#story").fill(story);
  await page.getByLabel("Фамилия, имя, отчество").fill("Ветлугин Савва Тихонович");
  await page.getByLabel("Откуда он родом").fill("Солнцегорск");
  await page.getByLabel("Кто вы ему?").selectOption("mother");
  await page.getByLabel("Как к вам обращаться?").fill("Громыхайлова Мария");
  await page.getByText("Да, по этому номеру").click();
  await page.getByLabel("Номер телефона").fill("+79990001122");
}

/** What a mother writes, adds and is answered: in no byte that crosses the network. */
export const canaries = [
  "Ветлугин",
  "Громыхайлова",
  "не выходит на связь",
  "79990001122",
  "Солнцегорск",
  "canary-photo",
  // What the desk answers.
  "написали в прокуратуру",
];

/**
 * Two server processes on one database behind the proxies of docs/operating, as Debian has them: each process is stopped and started
 * again under load, as an update does, and no device is refused or left without an answer. And no proxy writes down who called.
 */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { openWire } from "@answerable/wire";
import { afterEach, beforeAll, describe, expect, test } from "vitest";

import { pause } from "./postgres/processes.ts";
import { testHelpline } from "./testing/helpline.ts";
import { faultsOfLog } from "./testing/history.ts";
import { startLoad } from "./testing/load.ts";
import { startServerProcess, type ServerProcess } from "./testing/server-process.ts";
import { testDatabase, type TestDatabase } from "./testing/test-postgres.ts";

const SECRET = "a-founding-secret-for-tests";
/** A caller's address that is none of ours. */
const CALLER = "127.0.0.77";
const root = fileURLToPath(new URL("../../..", import.meta.url));

interface Proxy {
  readonly path: string;
  /** Writes its configuration, made from the documented one; returns what starts it. */
  readonly prepare: (at: ProxyPlace) => Promise<readonly string[]>;
}

interface ProxyPlace {
  readonly directory: string;
  readonly port: number;
  readonly servers: readonly [number, number];
}

function documented(name: string, { servers }: ProxyPlace): string {
  return readFileSync(join(root, "docs/operating", name), "utf8")
    .replaceAll("127.0.0.1:8081", `127.0.0.1:${servers[0]}`)
    .replaceAll("127.0.0.1:8082", `127.0.0.1:${servers[1]}`);
}

const proxies: Readonly<Record<string, Proxy>> = {
  nginx: {
    path: "/usr/sbin/nginx",
    async prepare(at) {
      const site = documented("nginx.conf", at)
        .replace("listen 443 ssl http2;", `listen 127.0.0.1:${at.port};`)
        .replaceAll(/^\s*ssl_certificate.*$/gm, "");
      const scratch = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
        (each) => `${each}_temp_path ${at.directory}/${each};`,
      );
      const whole = `daemon off; pid ${at.directory}/pid; error_log ${at.directory}/error.log;
        events {} http { access_log ${at.directory}/access.log; ${scratch.join(" ")} ${site} }`;
      const file = join(at.directory, "nginx.conf");
      await writeFile(file, whole);
      return ["-c", file, "-e", join(at.directory, "error.log")];
    },
  },
  caddy: {
    path: "/usr/bin/caddy",
    async prepare(at) {
      const file = join(at.directory, "Caddyfile");
      const site = documented("Caddyfile", at).replace("desk.example.org", `http://127.0.0.1:${at.port}`);
      await writeFile(file, site.replace("{\n\tlog default", "{\n\tadmin off\n\tlog default"));
      return ["run", "--config", file, "--adapter", "caddyfile"];
    },
  },
};

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

beforeAll(() => {
  // The processes run what is built.
  const built = spawnSync(
    process.execPath,
    [join(root, "node_modules/typescript/bin/tsc"), "-b", "packages/server"],
    { cwd: root },
  );
  if (built.status !== 0) throw new Error(String(built.stdout));
});

describe.each(Object.entries(proxies).filter(([, { path }]) => existsSync(path)))("behind %s", (_, proxy) => {
  test("both processes are replaced under load: nobody is refused, nothing is lost or doubled, no caller is written down", async () => {
    const database = await opened();
    const ports = await freePorts(3);
    const [port, one, two] = ports as [number, number, number];
    const servers = new Map<number, ServerProcess>();
    const start = async (at: number) => {
      const environment = { PORT: String(at), DATABASE_URL: database.postgres.url, DRAIN_SECONDS: "2" };
      servers.set(
        at,
        await startServerProcess({
          ...environment,
          FOUNDING_SECRET_FILE: join(database.directory, "secret"),
        }),
      );
    };
    await writeFile(join(database.directory, "secret"), SECRET);
    await Promise.all([start(one), start(two)]);
    closers.push(() => Promise.all([...servers.values()].map((each) => each.kill("SIGKILL"))));
    const said = await startProxy(proxy, { port, servers: [one, two], directory: database.directory });
    const origin = `http://127.0.0.1:${port}`;
    await until(async () => (await fetch(`${origin}/ready`).catch(() => undefined))?.ok === true);

    const helpline = await testHelpline({ desks: 3 });
    const wire = openWire({ origin, fetch, token: () => undefined });
    await wire.pushTeam(helpline.founding, SECRET);
    const { challenge } = await wire.challenge(helpline.device.device);
    const { token } = await wire.signIn(helpline.signIn(challenge));
    const load = startLoad({ helpline, token, workers: 12, origin: () => origin });
    for (const at of [one, two]) {
      const before = load.acknowledged.size;
      await until(() => load.acknowledged.size > before + 50);
      await servers.get(at)?.kill("SIGTERM");
      await pause(300);
      await start(at);
      // Until the proxy has seen that it is back.
      await pause(1_500);
    }
    await load.stop();
    expect(load.faults).toEqual([]);
    expect([...load.refusals]).toEqual([]);
    expect(load.unreached()).toBe(0);
    expect(await faultsOfLog(database.postgres.url, load.acknowledged)).toEqual([]);

    // Someone calls while both are away: the proxy has to say so, and may not say who it was.
    for (const each of servers.values()) await each.kill("SIGKILL");
    expect(await statusOf(port, "/api/team?after=0")).toBeGreaterThanOrEqual(500);
    expect(said()).not.toContain(CALLER);
    for (const name of ["access.log", "error.log"]) {
      const file = join(database.directory, "proxy", name);
      if (existsSync(file)) expect(readFileSync(file, "utf8")).not.toContain(CALLER);
    }
  });
});

async function opened(): Promise<TestDatabase> {
  const database = await testDatabase("npm");
  closers.push(() => database.close());
  return database;
}

async function startProxy(proxy: Proxy, at: ProxyPlace): Promise<() => string> {
  const directory = join(at.directory, "proxy");
  await mkdir(directory);
  const words = await proxy.prepare({ ...at, directory });
  // Caddy keeps its own things at home.
  const environment = { PATH: process.env["PATH"] ?? "", HOME: directory };
  const child: ChildProcess = spawn(proxy.path, words, {
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (said += String(chunk)));
  const ended = new Promise((done) => child.once("exit", done));
  closers.push(() => {
    child.kill("SIGTERM");
    return ended;
  });
  return () => said;
}

function statusOf(port: number, path: string): Promise<number> {
  return new Promise((done, failed) => {
    const asked = request({ host: "127.0.0.1", port, path, localAddress: CALLER }, (response) => {
      response.resume();
      done(response.statusCode ?? 0);
    });
    asked.once("error", failed);
    asked.end();
  });
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await isSo()) return;
    await pause(50);
  }
  throw new Error("it did not come to be so within fifteen seconds");
}

async function freePorts(count: number): Promise<readonly number[]> {
  const open = await Promise.all(
    Array.from({ length: count }, () => {
      const server = createServer();
      return new Promise<typeof server>((done) => server.listen(0, "127.0.0.1", () => done(server)));
    }),
  );
  // The cast: a listening TCP server's address is never text.
  const ports = open.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(open.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

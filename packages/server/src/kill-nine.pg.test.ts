/**
 * The server is killed with -9 under load, again and again; each time the next one takes over what it left. ANSWERABLE_KILLS
 * says how often (30 for the full run).
 */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { openWire } from "@answerable/wire";
import { afterEach, beforeAll, describe, expect, test } from "vitest";

import { findBinaries, type Source } from "./postgres/binaries.ts";
import { isAlive, pause, signalled } from "./postgres/processes.ts";
import { testHelpline } from "./testing/helpline.ts";
import { faultsOfLog } from "./testing/history.ts";
import { startLoad } from "./testing/load.ts";
import { startServerProcess, type ServerProcess } from "./testing/server-process.ts";
import { hasSystemPostgres, testDirectory, type TestDirectory } from "./testing/test-postgres.ts";

const KILLS = Number(process.env["ANSWERABLE_KILLS"] ?? "5");
const SECRET = "a-founding-secret-for-tests";
const root = fileURLToPath(new URL("../../..", import.meta.url));

let server: ServerProcess | undefined;
let directory: TestDirectory | undefined;

beforeAll(async () => {
  // The process that is killed runs what is built.
  await promisify(execFile)(
    process.execPath,
    [join(root, "node_modules/typescript/bin/tsc"), "-b", "packages/server"],
    { cwd: root },
  );
});

afterEach(async () => {
  await server?.kill("SIGINT");
  await directory?.remove();
  server = undefined;
  directory = undefined;
});

async function binariesOf(only: Source): Promise<string> {
  const place = await mkdtemp(join(root, "node_modules/.answerable-"));
  const found = await findBinaries({ only, ownPlace: place, user: undefined, cluster: undefined });
  await rm(place, { recursive: true, force: true });
  return found.directory;
}

interface Running {
  readonly environment: Readonly<Record<string, string>>;
  readonly url: string;
  readonly data: string;
  readonly helpline: Awaited<ReturnType<typeof testHelpline>>;
  readonly token: string;
}

/** A founded helpline on a server of its own, with three desks and a session. */
async function running(
  only: Source,
  prepare: (path: string) => Promise<void> = async () => undefined,
): Promise<Running> {
  directory = await testDirectory();
  await prepare(directory.path);
  const secretFile = join(directory.path, "founding-secret");
  await writeFile(secretFile, SECRET);
  const data = join(directory.path, "data");
  const environment = { DATA_DIR: data, PG_BIN: await binariesOf(only), FOUNDING_SECRET_FILE: secretFile };
  server = await startServerProcess(environment);
  const helpline = await testHelpline({ desks: 3 });
  const wire = openWire({ origin: server.origin, fetch, token: () => undefined });
  await wire.pushTeam(helpline.founding, SECRET);
  const { challenge } = await wire.challenge(helpline.device.device);
  const { token } = await wire.signIn(helpline.signIn(challenge));
  const socket = encodeURIComponent(join(data, "postgres", "socket"));
  return {
    environment,
    url: `postgres://answerable@/postgres?host=${socket}&port=5432`,
    data,
    helpline,
    token,
  };
}

function originNow(): string {
  return server?.origin ?? "http://127.0.0.1:1";
}

describe.each<Source>((await hasSystemPostgres()) ? ["npm", "system"] : ["npm"])(
  "on the %s PostgreSQL",
  (only) => {
    test(
      `killed ${KILLS} times under load, the server keeps every acknowledged sheet once, in its place`,
      async () => {
        const { environment, url, helpline, token } = await running(only);
        const load = startLoad({ helpline, token, workers: 24, origin: originNow });
        for (let kill = 0; kill < KILLS; kill += 1) {
          const before = load.acknowledged.size;
          await pause(200 + ((kill * 137) % 500));
          for (let wait = 0; load.acknowledged.size === before && wait < 200; wait += 1) await pause(50);
          await server?.kill("SIGKILL");
          server = await startServerProcess(environment);
        }
        await pause(300);
        await load.stop();
        expect(load.faults).toEqual([]);
        expect(load.acknowledged.size).toBeGreaterThan(KILLS * 20);
        expect(await faultsOfLog(url, load.acknowledged)).toEqual([]);
        console.log(
          `${only}: ${KILLS} kills, ${load.acknowledged.size} acknowledged sheets, none lost, none twice`,
        );
      },
      60_000 + KILLS * 10_000,
    );

    test("the database killed and restarted under load is answered by 503, comes back by itself, and nothing is lost", async () => {
      const { url, data, helpline, token } = await running(only);
      const load = startLoad({ helpline, token, workers: 16, origin: originNow });
      for (const signal of ["SIGKILL", "SIGINT", "SIGQUIT"] as const) {
        await pause(400);
        const pid = await postmasterPid(data);
        signalled(pid, signal);
        while (await isAlive(pid)) await pause(20);
        const before = load.acknowledged.size;
        for (let wait = 0; load.acknowledged.size <= before + 50 && wait < 400; wait += 1) await pause(50);
        expect(load.acknowledged.size).toBeGreaterThan(before + 50);
      }
      await load.stop();
      expect(load.faults).toEqual([]);
      expect(await faultsOfLog(url, load.acknowledged)).toEqual([]);
    }, 120_000);
  },
);

const isMountable = await canMount();

describe("a full disk", () => {
  const mounted: string[] = [];
  afterEach(async () => {
    for (const path of mounted.splice(0)) await promisify(execFile)("umount", ["-l", path]);
  });

  test.runIf(isMountable)(
    "is answered by 503, nothing acknowledged is lost, and with room again the work goes on",
    async () => {
      const size = (megabytes: number) => `size=${megabytes}m,mode=0755`;
      const { url, data, helpline, token } = await running("npm", async (path) => {
        const at = join(path, "data");
        await promisify(execFile)("mkdir", ["-p", at]);
        await promisify(execFile)("mount", ["-t", "tmpfs", "-o", size(110), "tmpfs", at]);
        mounted.unshift(at);
      });
      const load = startLoad({ helpline, token, workers: 6, bytes: 200_000, origin: originNow });
      for (let wait = 0; (load.refusals.get(503) ?? 0) < 10 && wait < 600; wait += 1) await pause(100);
      expect(load.refusals.get(503)).toBeGreaterThanOrEqual(10);
      expect((await fetch(`${originNow()}/health`)).status).toBe(200);
      await promisify(execFile)("mount", ["-o", `remount,${size(900)}`, data]);
      const before = load.acknowledged.size;
      for (let wait = 0; load.acknowledged.size < before + 20 && wait < 600; wait += 1) await pause(100);
      expect(load.acknowledged.size).toBeGreaterThanOrEqual(before + 20);
      await load.stop();
      expect(load.faults).toEqual([]);
      expect(await faultsOfLog(url, load.acknowledged)).toEqual([]);
      await server?.kill("SIGINT");
      server = undefined;
    },
    240_000,
  );
});

/** Only root may mount, and not everywhere. */
async function canMount(): Promise<boolean> {
  const place = await testDirectory();
  const mount = promisify(execFile)("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", place.path]);
  const isMounted = await mount.then(
    () => true,
    () => false,
  );
  if (isMounted) await promisify(execFile)("umount", [place.path]);
  await place.remove();
  return isMounted;
}

describe("a data directory", () => {
  test("in use is refused to a second server in plain words, and free again when the first was killed", async () => {
    const { environment } = await running("npm");
    await expect(startServerProcess(environment)).rejects.toThrow(
      /data directory .* is in use by another server process \(pid/,
    );
    await server?.kill("SIGKILL");
    server = await startServerProcess(environment);
    expect((await fetch(`${server.origin}/ready`)).status).toBe(200);
    expect(server.said()).toContain("database adopted");
  });
});

async function postmasterPid(data: string): Promise<number> {
  return Number((await readFile(join(data, "postgres", "cluster", "postmaster.pid"), "utf8")).split("\n")[0]);
}

/** The desk from a local copy: a server gives data and never a line of program; and who builds the same sources elsewhere gets the same hash. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { memoryStore, openServer } from "@answerable/server";
import { afterAll, expect, test } from "vitest";

import { listen } from "../packages/server/src/listen.ts";

const room = mkdtempSync(join(tmpdir(), "answerable-desk-"));
// Two whole trees with what they are built from, where two builds were asked for.
afterAll(() => rmSync(room, { recursive: true, force: true }), 180_000);

const running = new Set<ReturnType<typeof spawn>>();
afterAll(() => running.forEach((one) => one.kill("SIGKILL")));

const hashLine = /hash ([0-9a-f]{64})/u;

/** `npm run desk` as it is after a build: says what it is, and where. */
async function begun(...options: readonly string[]) {
  const given = ["tools/desk.mjs", "--as-built", "--port", "0", ...options];
  const desk = spawn(process.execPath, given, { stdio: ["ignore", "pipe", "inherit"] });
  running.add(desk);
  let said = "";
  for await (const piece of desk.stdout) {
    said += String(piece);
    if (/server's own pages|SERVER'S OWN PAGES|cannot be reached/iu.test(said)) break;
  }
  const [, port = ""] = /localhost:([0-9]+)/u.exec(said) ?? [];
  return { said, port: Number(port), url: `http://localhost:${port}`, stop: () => desk.kill() };
}

function statusUnder(host: string, port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: "127.0.0.1", path: "/", headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on("error", reject);
    asked.end();
  });
}

test("npm run desk serves this copy on this machine alone, passes data on, and begins only under the hash that was asked for", async () => {
  const page = {
    type: "text/html; charset=utf-8",
    tag: '"x"',
    isImmutable: false,
    packed: new Map<string, Uint8Array>(),
  };
  const changed = new TextEncoder().encode("<!doctype html><script src=/evil.js></script>");
  const server = openServer({
    store: memoryStore(),
    now: Date.now,
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    files: new Map([
      ["/", { ...page, bytes: changed }],
      ["/index.html", { ...page, bytes: changed }],
    ]),
  });
  const far = await listen(server, { host: "127.0.0.1", port: 0 });
  const origin = `http://127.0.0.1:${far.port}`;
  const desk = await begun("--server", origin);
  expect(desk.said).toContain("THE SERVER'S OWN PAGES ARE OTHERS");
  const shown = await fetch(desk.url);
  expect(await shown.text()).not.toContain("evil");
  expect(shown.headers.get("content-security-policy")).toContain("script-src 'self'");
  // Data comes from the server, its faults too; what it says of itself in a page does not.
  expect((await fetch(`${desk.url}/api/team?after=0`)).status).toBe(
    (await fetch(`${origin}/api/team?after=0`)).status,
  );
  expect(await (await fetch(`${desk.url}/api/note-key`)).json()).toEqual(
    await (await fetch(`${origin}/api/note-key`)).json(),
  );
  expect((await fetch(`${desk.url}/evil.js`)).status).toBe(404);
  expect(await (await fetch(`${desk.url}/local.json`)).json()).toEqual({ server: origin });
  // A page of somebody else whose name leads here gets nothing.
  expect(await statusUnder("evil.example", desk.port)).toBe(421);
  expect(await statusUnder(`localhost:${desk.port}`, desk.port)).toBe(200);
  desk.stop();

  const [, hash = ""] = hashLine.exec(desk.said) ?? [];
  const other = hash.replace(/^./u, (symbol) => (symbol === "0" ? "1" : "0"));
  const refused = spawnSync(
    process.execPath,
    ["tools/desk.mjs", "--as-built", "--port", "0", "--server", origin, "--hash", other],
    { encoding: "utf8", timeout: 20_000 },
  );
  expect([refused.status, refused.stderr.includes("Nothing was started")]).toEqual([1, true]);
  const same = await begun("--server", origin, "--hash", hash);
  expect(same.said).toContain(hash);
  same.stop();
  await far.close(500);
});

/** Three minutes, so only when asked for: ANSWERABLE_TWO_BUILDS=1. */
test.runIf(process.env["ANSWERABLE_TWO_BUILDS"])(
  "two builds in two directories give one hash",
  { timeout: 900_000 },
  () => {
    const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { encoding: "utf8" })
      .trim()
      .split("\n");
    const hashes = ["one", "a longer place/два"].map((name) => {
      const tree = join(room, name);
      for (const file of files.filter((one) => existsSync(one))) {
        mkdirSync(dirname(join(tree, file)), { recursive: true });
        cpSync(file, join(tree, file));
      }
      for (const modules of [
        "node_modules",
        ...files
          .filter((one) => /^packages\/[^/]+\/package\.json$/u.test(one))
          .map((one) => join(dirname(one), "node_modules")),
      ])
        if (existsSync(modules)) execFileSync("cp", ["-a", modules, join(tree, modules)]);
      const said = execFileSync(process.execPath, ["tools/build.mjs", "--hash"], {
        cwd: tree,
        encoding: "utf8",
      });
      return said.split("\n").filter((line) => /^[0-9a-f]{64} {2}/u.test(line));
    });
    expect(hashes[0]).toHaveLength(2);
    expect(hashes[1]).toEqual(hashes[0]);
  },
);

/** The witness as `npm run witness` starts it: what it has signed, it knows after kill -9 too. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { isSignedBy, readKeyLine, readNote, writeWitnessed } from "@answerable/wire";
import { afterAll, expect, test } from "vitest";

import { listen } from "../listen.ts";
import { sha256, verify } from "../sign-in/verify.ts";
import { plugged } from "../testing/plugged.ts";

const data = await mkdtemp(join(tmpdir(), "answerable-witness-"));
afterAll(() => rm(data, { recursive: true, force: true }));

async function started(server: string) {
  const main = "packages/server/dist/witness/main.js";
  const options = ["--server", server, "--data", data, "--port", "0", "--name", "witness.example"];
  const process = spawn(globalThis.process.execPath, [main, ...options], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  for await (const piece of process.stdout) {
    said += String(piece);
    if (/\n\n.+\n$/u.test(said)) break;
  }
  const [url = ""] = /http:\/\/[0-9.]+:[1-9][0-9]*\//u.exec(said) ?? [];
  const line = said.trim().split("\n").at(-1) ?? "";
  const ask = (body: string) => fetch(new URL("/add-checkpoint", url), { method: "POST", body });
  return { process, line, ask };
}

test("it pins the server's key, prints its line, and remembers after kill -9", async () => {
  const { wire, helpline, server } = await plugged();
  const http = await listen(server, { host: "127.0.0.1", port: 0 });
  const origin = `http://127.0.0.1:${http.port}`;
  await wire.push(helpline.push());
  const first = (await wire.log(helpline.desk, 0)).note;
  const one = await started(origin);
  const signed = await one.ask(writeWitnessed({ old: 0, growth: [], note: first }));
  const [note, key] = [readNote(first + (await signed.text())), readKeyLine(sha256, one.line)];
  if (!note || !key) throw new Error("no line");
  expect(await isSignedBy(note, key, { sha256, verify })).toBe(true);
  one.process.kill("SIGKILL");
  await once(one.process, "exit");
  await http.close(1_000);
  // The server is away; its key is pinned, and the witness begins without it.
  const two = await started(origin);
  expect(two.line).toBe(one.line);
  const again = await two.ask(writeWitnessed({ old: 0, growth: [], note: first }));
  expect([again.status, await again.text()]).toEqual([409, "1\n"]);
  two.process.kill("SIGKILL");
  await once(two.process, "exit");
});

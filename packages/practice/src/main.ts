/**
 * The practice device's composition root: a device in Node that founds the practice helpline, takes its calls down, and
 * then invites whoever wants to practise. Its passphrase is no secret: nothing in a practice helpline is.
 */
import { webcrypto } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { momentOf } from "@answerable/casework";
import { deviceSecretFromBytes, onlySeat, openOffice, type Office } from "@answerable/replica";

import { fileStore } from "./file-store.ts";
import { practise } from "./practise.ts";

const random = (bytes: number) => webcrypto.getRandomValues(new Uint8Array(bytes));
const directory = process.env["DATA_DIR"] ?? ".answerable/practice/device";
const origin = process.env["ORIGIN"] ?? "http://localhost:8787";
const secretFile = process.env["FOUNDING_SECRET_FILE"] ?? "";

let wound: number | undefined;
const office = await deviceIn(directory);

await practise({
  office,
  colleague: await deviceIn(join(directory, "colleague")),
  random,
  origin,
  today: momentOf(Date.now()),
  wind: (to) => {
    wound = to === undefined ? undefined : Date.parse(to);
  },
  foundingSecret: async () => (await readFile(secretFile, "utf8")).trim(),
  fetch: (request) => fetch(request),
  now: () => Date.now(),
  say: (text) => process.stdout.write(`${text}\n`),
});

async function deviceIn(at: string): Promise<Office> {
  await mkdir(at, { recursive: true, mode: 0o700 });
  return openOffice({
    store: await fileStore(at),
    fetch: (request) => fetch(request),
    origin,
    now: () => wound ?? Date.now(),
    offsetMinutes: () => 180,
    random,
    timers: {
      later(milliseconds, call) {
        const timer = setTimeout(call, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    deviceSecret: deviceSecretFromBytes(await secretIn(join(at, "device-secret"))),
    seat: onlySeat(),
  });
}

async function secretIn(path: string): Promise<Uint8Array> {
  const kept = await readFile(path).catch(() => undefined);
  if (kept) return new Uint8Array(kept);
  const fresh = random(32);
  await writeFile(path, fresh, { mode: 0o600 });
  return fresh;
}

/**
 * The witness's composition root, behind `npm run witness -- --server URL [--data DIR] [--port 8092] [--host 127.0.0.1] [--name NAME]`.
 * At its first start it makes its key and pins the server's; from then on neither changes. See docs/witness.md.
 */
import { randomBytes } from "node:crypto";
import { open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";

import closeWithGrace from "close-with-grace";

import { listen } from "../listen.ts";
import { makeDirectory } from "../make-directory.ts";
import { openSigningKey } from "../signing-key.ts";
import { reasonOf } from "../why-not-started.ts";
import { openWitness, type SeenHead } from "./witness.ts";

try {
  await begin();
} catch (cause) {
  process.stderr.write(`The witness cannot start: ${reasonOf(cause)}\n`);
  process.exitCode = 1;
}

function wished() {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    options: {
      server: text,
      data: { ...text, default: "witness" },
      port: { ...text, default: "8092" },
      host: { ...text, default: "127.0.0.1" },
      name: { ...text, default: "witness.invalid/answerable" },
    },
  });
  if (!/^[0-9]{1,5}$/u.test(values.port)) throw new Error("--port must be a whole number.");
  return { ...values, port: Number(values.port) };
}

async function begin(): Promise<void> {
  const { server, data, port, host, name } = wished();
  const { kept, put } = openFolder(data);
  const logKey = await kept("log-key", () => noteKey(server));
  const seed = await kept("key", async () => randomBytes(32).toString("base64url"));
  const heads = new Map<string, SeenHead>(
    Object.entries(JSON.parse(await kept("heads.json", async () => "{}"))),
  );
  const witness = openWitness({
    name,
    key: openSigningKey(Buffer.from(seed, "base64url")),
    logKey: Buffer.from(logKey, "base64url"),
    now: Date.now,
    memory: {
      read: async (origin) => heads.get(origin),
      async write(origin, head) {
        await put("heads.json", JSON.stringify(Object.fromEntries(new Map(heads).set(origin, head))));
        heads.set(origin, head);
      },
    },
  });
  const listening = await listen({ fetch: witness.fetch }, { host, port });
  process.stdout.write(
    `The witness listens at http://${host}:${listening.port}/ and signs for the server's key ${logKey}.\n` +
      `Give the server WITNESS_URL, and a coordinator this line (People and devices, Witness of the log):\n\n${witness.line}\n`,
  );
  closeWithGrace({ delay: 8_000, logger: { error: () => undefined } }, () => listening.close(5_000));
}

async function noteKey(server: string | undefined): Promise<string> {
  if (server === undefined) throw new Error("Which server? npm run witness -- --server https://…");
  if (!URL.canParse(server)) throw new Error(`${server} is no address. Does it begin with https://?`);
  const answer = await fetch(new URL("/api/note-key", server)).catch(() => undefined);
  const said: unknown = answer?.ok ? await answer.json() : undefined;
  const key = typeof said === "object" && said !== null && "key" in said ? String(said.key) : "";
  if (!/^[A-Za-z0-9_-]{43}$/u.test(key)) throw new Error(`${server} does not say its key. Is it running?`);
  return key;
}

/** The data folder, made with the first file that is put into it. */
function openFolder(data: string) {
  /** What lies in the file, or what is made now and kept there. */
  async function kept(file: string, make: () => Promise<string>): Promise<string> {
    const there = await readFile(join(data, file), "utf8").catch(() => undefined);
    if (there !== undefined) return there.trim();
    const made = await make();
    await put(file, made);
    return made;
  }

  /** All or nothing, and on the disk. */
  async function put(file: string, text: string): Promise<void> {
    await makeDirectory(data, 0o700);
    const part = join(data, `${file}.part`);
    const out = await open(part, "w", 0o600);
    await out.writeFile(`${text}\n`);
    await out.sync();
    await out.close();
    await rename(part, join(data, file));
  }
  return { kept, put };
}

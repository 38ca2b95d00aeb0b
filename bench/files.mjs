/**
 * Files at the desk: sealed and sent as they are read, opened whole again, and how much memory that takes. In Node against a
 * server that is a file on the disk; in Chromium through the desk itself, on a real server. Bar: sealing at 50 MB/s in Node; two
 * gigabytes without holding them (the process grows by less than 200 MB).
 *
 *   node --expose-gc bench/files.mjs [--megabytes=2000] [--only=node|chromium]
 */
import { createReadStream, openSync, rmSync, statSync, writeSync, closeSync } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";

import { fromSource, option } from "../tools/from-source.mjs";

const megabytes = Number(option("megabytes", 2_000));
const only = option("only", "");
const MB = 1_000_000;
const directory = await mkdtemp(join(tmpdir(), "answerable-files-"));
const random = (count) => crypto.getRandomValues(new Uint8Array(count));
const id = (symbol) => symbol.repeat(21) + "A";

async function inNode() {
  const { openAttachments } = await fromSource("packages/replica/src/attachments/attachments.ts");
  const { openWaiting } = await fromSource("packages/replica/src/attachments/waiting.ts");
  const { storeSeal } = await fromSource("packages/replica/src/at-rest.ts");
  const { memoryStore } = await fromSource("packages/replica/src/store/memory.ts");
  const { filesRecipient } = await fromSource("packages/seal/src/files-key.ts");
  const size = megabytes * MB;
  const piece = new Uint8Array(MB);
  for (let at = 0; at < MB; at += 50_000) piece.set(random(50_000), at);
  piece.set([0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70]);
  const path = join(directory, "blob");
  const disk = openSync(path, "w");
  let received = 0;
  let most = 0;
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const look = () => (most = Math.max(most, process.memoryUsage().rss - before));
  const film = {
    size,
    slice: () => new Blob([piece.subarray(0, 512)]),
    stream() {
      let read = 0;
      return new ReadableStream(
        {
          pull(controller) {
            if (read === size) return controller.close();
            look();
            read += MB;
            controller.enqueue(piece.slice());
          },
        },
        { highWaterMark: 0 },
      );
    },
  };
  const headers = () => ({ "upload-offset": String(received) });
  let told;
  const keys = { desk: id("d"), epoch: 1, files: random(32) };
  const attachments = openAttachments({
    waiting: await openWaiting({ store: memoryStore(), seal: storeSeal({ storeKey: random(32) }, random) }),
    suite: "A1",
    desk: keys.desk,
    recipient: () => filesRecipient(keys, "A1"),
    origin: "https://desk.example",
    async fetch(request) {
      if (request.method === "POST")
        return new Response(null, {
          status: 201,
          headers: { location: `/${request.headers.get("x-answerable-blob")}` },
        });
      if (request.method === "PATCH")
        received += writeSync(disk, new Uint8Array(await request.arrayBuffer()));
      return new Response(null, { status: 200, headers: headers() });
    },
    token: async () => "token",
    blob: async (_, from) => new Response(Readable.toWeb(createReadStream(path, { start: from }))),
    random,
    wait: async () => undefined,
    gather: () => ({ add: look, blob: () => new Blob() }),
    folder: async () => ({ type: "Case", attachments: [{ ...told, id: told.attachment }] }),
    async perform(command) {
      if (command.type === "ReceiveAttachment") told = command.told;
      return { ok: true, value: { folder: id("c") } };
    },
    told: () => undefined,
  });
  const of = { case: id("c"), attachment: id("a") };
  const sealing = await seconds(() => attachments.attach({ ...of, name: "film.mp4", source: film }));
  closeSync(disk);
  if (!sealing.answer.ok || received !== statSync(path).size) throw new Error("it was not sent whole");
  const opening = await seconds(() => attachments.open(of));
  if (!opening.answer.ok) throw new Error(`it does not open: ${opening.answer.refusal.type}`);
  rmSync(path);
  const rate = (time) => `${(megabytes / time).toFixed(0)} MB/s`;
  say(
    `Node, ${megabytes} MB: sealed and sent ${rate(sealing.time)} (bar 50), opened and checked ${rate(opening.time)}`,
  );
  say(`  the process grew by ${(most / MB).toFixed(0)} MB at most (bar 200)`);
}

async function inChromium() {
  const stage = await fromSource("journeys/chromium-stage.ts");
  const house = await stage.openHouse();
  try {
    const laptop = await stage.openLaptop(house, "bench");
    await stage.foundIn(laptop, house);
    const page = laptop.page();
    await stage.takeCall(page, [
      ["Кто звонит", "Антонина"],
      ["Военнослужащий", "Мерный Игорь"],
    ]);
    await page.keyboard.press("Control+Enter");
    await page.getByRole("link", { name: "Картотека" }).click();
    await page.getByText("Мерный Игорь").first().click();
    await page.getByRole("heading", { name: "Файлы" }).waitFor();
    for (const [size, words] of [
      [60, "sealed and kept on the device"],
      [400, "sealed and sent to a real server on its own PostgreSQL"],
    ]) {
      const path = join(directory, `${size}.bin`);
      const file = await open(path, "w");
      const piece = new Uint8Array(MB);
      for (let at = 0; at < MB; at += 50_000) piece.set(random(50_000), at);
      for (let written = 0; written < size; written += 1) await file.write(piece);
      await file.close();
      const count = await page.locator(".file").count();
      const { time } = await seconds(async () => {
        await page.locator("input[type=file]").first().setInputFiles(path);
        await page.locator(".file").nth(count).waitFor({ timeout: 300_000 });
      });
      say(`Chromium, ${size} MB: ${words} ${(size / time).toFixed(0)} MB/s`);
    }
    await laptop.shut();
  } finally {
    await house.close();
  }
}

async function seconds(go) {
  const began = performance.now();
  const answer = await go();
  return { answer, time: (performance.now() - began) / 1_000 };
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

try {
  if (only !== "chromium") await inNode();
  if (only !== "node") await inChromium();
} finally {
  await rm(directory, { recursive: true, force: true });
}

/** Large files flow: what stands in memory does not grow with them. */
import type { AttachmentId, CaseId } from "@answerable/casework";
import { filesRecipient, type DeskKeys } from "@answerable/seal";
import type { DeskId, Epoch } from "@answerable/wire";
import { expect, test } from "vitest";

import { storeSeal } from "../at-rest.ts";
import { memoryStore } from "../store/memory.ts";
import { openAttachments } from "./attachments.ts";
import { openWaiting } from "./waiting.ts";

const MB = 1_048_576;
const id = (symbol: string) => symbol.repeat(21) + "A";

test("a quarter of a gigabyte is sealed and sent, and what was read is let go of on the way", async () => {
  const size = 256 * MB;
  const piece = new Uint8Array(MB).fill(0x5a);
  let most = 0;
  const before = process.memoryUsage().arrayBuffers;
  const look = () => (most = Math.max(most, process.memoryUsage().arrayBuffers - before));
  /** As much of a File as is asked for: it makes its bytes as they are read. */
  const source = {
    size,
    slice: () => new Blob([piece.subarray(0, 512)]),
    stream() {
      let read = 0;
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          look();
          if (read === size) return controller.close();
          read += MB;
          controller.enqueue(piece.slice());
        },
      });
    },
  } as unknown as Blob; // see above
  let received = 0;
  const fetch = async (request: Request): Promise<Response> => {
    look();
    if (request.method === "POST")
      return new Response(null, {
        status: 201,
        headers: { location: `/api/blobs/d/${request.headers.get("x-answerable-blob")}` },
      });
    if (request.method === "PATCH") received += (await request.arrayBuffer()).byteLength;
    return new Response(null, {
      status: request.method === "HEAD" ? 200 : 204,
      headers: { "upload-offset": String(received) },
    });
  };
  const keys = {
    desk: id("d") as DeskId,
    epoch: 1 as Epoch,
    files: new Uint8Array(32).fill(3),
  } as unknown as DeskKeys; // the others are not asked for
  const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
  const seal = storeSeal({ storeKey: new Uint8Array(32) as never }, random);
  const told: unknown[] = [];
  const attachments = openAttachments({
    waiting: await openWaiting({ store: memoryStore(), seal }),
    suite: "A1",
    desk: keys.desk,
    recipient: () => filesRecipient(keys, "A1"),
    origin: "https://desk.example",
    fetch,
    token: async () => "token",
    blob: async () => new Response(),
    random,
    wait: async () => undefined,
    gather: () => ({ add: () => undefined, blob: () => new Blob() }),
    folder: async () => undefined,
    perform: async (command) => {
      told.push(command);
      return { ok: true, value: { folder: id("c") as CaseId } };
    },
    told: () => undefined,
  });
  const done = await attachments.attach({
    case: id("c") as CaseId,
    attachment: id("a") as AttachmentId,
    name: "film.mp4",
    source,
  });
  expect(done.ok).toBe(true);
  expect(told).toMatchObject([{ type: "ReceiveAttachment", told: { size, from: "desk" } }]);
  expect(received).toBeGreaterThan(size);
  expect(most).toBeLessThan(112 * MB);
}, 120_000);

import { idFrom, sendBlob, Unreachable, type BlobId } from "@answerable/wire";
import { Upload } from "tus-js-client";
import { describe, expect, test } from "vitest";

import { listen } from "../listen.ts";
import { withLetterbox } from "../testing/outside.ts";
import { ORIGIN } from "../testing/plugged.ts";

const TUS = { "tus-resumable": "1.0.0" };
const refused = (status: number) => expect.objectContaining({ name: "WireRefusal", status });

function flow(bytes: Uint8Array, piece = 100_000): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, (at += piece)));
    },
  });
}

async function withFile(size = 2_500_000) {
  const place = await withLetterbox();
  const { helpline, server, work, wire } = place;
  const bytes = Uint8Array.from({ length: size }, (_, at) => (at * 31 + (at >> 9)) & 255);
  const sending = {
    origin: ORIGIN,
    fetch: server.fetch,
    desk: helpline.desk,
    length: size,
    pieces: flow(bytes),
    by: { work: await work(`blob ${size}`) },
    wait: async () => undefined,
  };
  const received = async (blob: BlobId, from = 0) =>
    new Uint8Array(await (await wire.blob(helpline.desk, blob, from)).arrayBuffer());
  return { ...place, bytes, sending, received };
}

describe("a file on its way to the desk", () => {
  test("arrives whole, in slices, and the desk reads it from any offset", async () => {
    const { bytes, sending, received } = await withFile();
    const steps: number[] = [];
    const blob = await sendBlob({ ...sending, progress: (sent) => steps.push(sent) });
    expect(steps).toEqual([1_048_576, 2_097_152, 2_500_000]);
    expect(Buffer.from(await received(blob)).equals(bytes)).toBe(true);
    expect(Buffer.from(await received(blob, 1_100_000)).equals(bytes.subarray(1_100_000))).toBe(true);
  });

  test("goes on after every kind of broken line: before, in the middle, and after a slice was kept", async () => {
    const { bytes, sending, received, server } = await withFile();
    let count = 0;
    const bad = async (request: Request): Promise<Response> => {
      if (request.method !== "PATCH") return server.fetch(request);
      count += 1;
      if (count % 3 === 1) throw new TypeError("no network");
      const body = new Uint8Array(await request.arrayBuffer());
      if (count % 3 === 2) {
        const half = body.slice(0, body.length >> 1);
        await server.fetch(
          new Request(request.url, { method: "PATCH", headers: request.headers, body: half }),
        );
        throw new TypeError("the line broke");
      }
      await server.fetch(new Request(request.url, { method: "PATCH", headers: request.headers, body }));
      throw new TypeError("the answer was lost");
    };
    const blob = await sendBlob({ ...sending, fetch: bad });
    expect(Buffer.from(await received(blob)).equals(bytes)).toBe(true);
    expect(count).toBeGreaterThan(5);
  });

  test("is given up when the line stays dead, and when the sender lets go", async () => {
    const { sending, server } = await withFile();
    const dead = async (request: Request): Promise<Response> => {
      if (request.method === "POST") return server.fetch(request);
      throw new TypeError("no network");
    };
    await expect(sendBlob({ ...sending, fetch: dead })).rejects.toThrow(Unreachable);
    const gone = AbortSignal.abort();
    await expect(sendBlob({ ...sending, pieces: flow(new Uint8Array(9)), signal: gone })).rejects.toThrow();
  });

  test("needs work about its length, or a session of the desk", async () => {
    const { sending, token } = await withFile(1_000);
    await expect(sendBlob({ ...sending, length: 1_001 })).rejects.toEqual(refused(403));
    await expect(sendBlob({ ...sending, by: { token: "x" } })).rejects.toEqual(refused(403));
    await sendBlob({ ...sending, by: { token } });
  });

  test("has the id that a signed-in device gave it, and is gone on with under it after a restart", async () => {
    const { bytes, sending, received, server, token } = await withFile();
    const blob = idFrom<BlobId>(new Uint8Array(16).fill(7));
    let patches = 0;
    const dying = async (request: Request): Promise<Response> => {
      if (request.method === "PATCH" && (patches += 1) > 1) throw new TypeError("the laptop was closed");
      return server.fetch(request);
    };
    const own = { ...sending, by: { token }, blob };
    await expect(sendBlob({ ...own, fetch: dying })).rejects.toThrow(Unreachable);
    patches = 0;
    const counting = async (request: Request): Promise<Response> => {
      if (request.method === "PATCH") patches += 1;
      return server.fetch(request);
    };
    expect(await sendBlob({ ...own, pieces: flow(bytes), fetch: counting })).toBe(blob);
    expect(patches).toBe(2);
    expect(Buffer.from(await received(blob)).equals(bytes)).toBe(true);
    const stranger = await sendBlob({
      ...sending,
      pieces: flow(bytes),
      blob: idFrom<BlobId>(new Uint8Array(16).fill(8)),
    });
    expect(stranger).not.toBe(idFrom<BlobId>(new Uint8Array(16).fill(8)));
  });

  test("is read by nobody else, and not before it is whole", async () => {
    const { sending, ask, helpline, stranger, wire, work } = await withFile(1_000);
    const headers = { ...TUS, "upload-length": "1000", "x-answerable-work": await work("blob 1000") };
    const made = await ask(`/api/blobs/${sending.desk}`, { method: "POST", headers });
    expect(made.status).toBe(201);
    const blob = made.headers.get("location")?.split("/").at(-1) as BlobId;
    await expect(wire.blob(helpline.desk, blob)).rejects.toEqual(refused(404));
    await expect(stranger.blob(helpline.desk, blob)).rejects.toEqual(refused(401));
    expect((await ask(`/api/blobs/${sending.desk}/${blob}`, { headers: TUS })).status).toBe(405);
  });

  test("keeps to the protocol: version, length, offset, kind, end", async () => {
    const { sending, ask, work, clock } = await withFile(1_000);
    const path = `/api/blobs/${sending.desk}`;
    const options = await ask(path, { method: "OPTIONS" });
    expect(options.headers.get("tus-version")).toBe("1.0.0");
    expect((await ask(path, { method: "POST", headers: { "upload-length": "5" } })).status).toBe(412);
    expect((await ask(path, { method: "POST", headers: TUS })).status).toBe(400);
    expect(
      (await ask(path, { method: "POST", headers: { ...TUS, "upload-length": "9999999999" } })).status,
    ).toBe(413);
    const made = await ask(path, {
      method: "POST",
      headers: { ...TUS, "upload-length": "10", "x-answerable-work": await work("blob 10") },
    });
    const blob = made.headers.get("location") ?? "";
    const patch = (offset: string, body: Uint8Array<ArrayBuffer>, kind = "application/offset+octet-stream") =>
      ask(blob, {
        method: "PATCH",
        body,
        headers: { ...TUS, "upload-offset": offset, "content-type": kind },
      });
    expect((await patch("0", new Uint8Array(4), "text/plain")).status).toBe(415);
    expect((await patch("1", new Uint8Array(4))).status).toBe(409);
    expect((await patch("0", new Uint8Array(11))).status).toBe(409);
    expect((await patch("0", new Uint8Array(4))).headers.get("upload-offset")).toBe("4");
    expect((await ask(blob, { method: "HEAD", headers: TUS })).headers.get("upload-offset")).toBe("4");
    expect((await patch("4", new Uint8Array(6))).status).toBe(204);
    expect((await ask(blob, { method: "DELETE", headers: TUS })).status).toBe(403);
    const other = await ask(path, {
      method: "POST",
      headers: { ...TUS, "upload-length": "10", "x-answerable-work": await work("blob 10") },
    });
    const second = other.headers.get("location") ?? "";
    expect((await ask(second, { method: "DELETE", headers: TUS })).status).toBe(204);
    expect((await ask(second, { method: "HEAD", headers: TUS })).status).toBe(404);
    clock.pass(4 * 86_400_000);
    expect((await ask(blob, { method: "HEAD", headers: TUS })).status).toBe(200);
  });
});

test("tus-js-client, which is not ours, uploads over a real socket and goes on after a cut", async () => {
  const { server, bytes, work, helpline, received } = await withFile();
  let cut = false;
  const cutting = {
    ...server,
    async fetch(request: Request) {
      const offset = request.headers.get("upload-offset");
      if (request.method === "PATCH" && offset !== "0" && !cut) {
        cut = true;
        return new Response(null, { status: 503 });
      }
      return server.fetch(request);
    },
  };
  const listening = await listen(cutting, { host: "127.0.0.1", port: 0 });
  const proof = await work(`blob ${bytes.length}`);
  const url = await new Promise<string>((done, failed) => {
    // The cast: its types know only the browser's files, its Node half takes a Buffer.
    const upload: Upload = new Upload(Buffer.from(bytes) as never, {
      endpoint: `http://127.0.0.1:${listening.port}/api/blobs/${helpline.desk}`,
      chunkSize: 600_000,
      retryDelays: [10, 10, 10],
      headers: { "x-answerable-work": proof },
      onError: failed,
      onSuccess: () => done(upload.url ?? ""),
    });
    upload.start();
  });
  await listening.close(100);
  expect(cut).toBe(true);
  expect(Buffer.from(await received(url.split("/").at(-1) as BlobId)).equals(bytes)).toBe(true);
});

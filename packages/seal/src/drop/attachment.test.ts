import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { toText } from "@answerable/wire";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { Damaged, TooLarge } from "../damaged.ts";
import { padme } from "../padding.ts";
import { letterbox } from "../testing/family.ts";
import { FILE_BYTES_MAX, openFile, sealFile } from "./attachment.ts";

const hasher = () => {
  const hash = createHash("sha256");
  return { update: (bytes: Uint8Array) => hash.update(bytes), digest: () => new Uint8Array(hash.digest()) };
};

function flow(bytes: Uint8Array, piece = 10_000): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, (at += piece)));
    },
  });
}

async function gathered(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function sealedFile(bytes: Uint8Array, suite: "A1" | "A2" = "A1") {
  const { intake, identity } = await letterbox(suite);
  const { stream, length, facts } = await sealFile({
    suite,
    recipient: intake,
    size: bytes.length,
    bytes: flow(bytes),
    hasher,
  });
  const cipher = await gathered(stream);
  return { cipher, length, facts: facts(), identity };
}

describe("a file on its way", () => {
  test(
    "comes back whole by its file key, in either suite, and its length was known before",
    { timeout: 60_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.nat({ max: 300_000 }),
          fc.constantFrom("A1" as const, "A2" as const),
          async (size, suite) => {
            const bytes = Uint8Array.from({ length: size }, (_, at) => (at * 7) & 255);
            const { cipher, length, facts } = await sealedFile(bytes, suite);
            expect(cipher).toHaveLength(length);
            expect(facts.cipher).toBe(
              toText(hasher().update(cipher) && new Uint8Array(createHash("sha256").update(cipher).digest())),
            );
            const opened = await gathered(openFile({ suite, facts, sealed: flow(cipher) }));
            // Not by expect: it goes through arrays byte by byte.
            expect(Buffer.compare(opened, bytes)).toBe(0);
          },
        ),
        { seed: 20261122, numRuns: 12 },
      );
    },
  );

  test(
    "cut, lengthened, changed, or said to be another is refused before its end",
    { timeout: 30_000 },
    async () => {
      const bytes = new Uint8Array(150_000).fill(9);
      const { cipher, facts } = await sealedFile(bytes);
      const opening = (sealed: Uint8Array, changes = {}) =>
        gathered(openFile({ suite: "A1", facts: { ...facts, ...changes }, sealed: flow(sealed) }));
      for (const length of [0, 10, 184, 184 + 65_552, cipher.length - 1])
        await expect(opening(cipher.subarray(0, length))).rejects.toThrow(Damaged);
      const longer = new Uint8Array(cipher.length + 1);
      longer.set(cipher);
      await expect(opening(longer)).rejects.toThrow(Damaged);
      const changed = cipher.slice();
      changed[100_000] = (changed[100_000] ?? 0) ^ 1;
      await expect(opening(changed)).rejects.toThrow(Damaged);
      await expect(opening(cipher, { size: 149_999 })).rejects.toThrow(Damaged);
      await expect(opening(cipher, { size: 150_001 })).rejects.toThrow(Damaged);
      await expect(opening(cipher, { plain: "A".repeat(43) })).rejects.toThrow(Damaged);
      await expect(opening(cipher, { key: "A".repeat(22) })).rejects.toThrow(Damaged);
    },
  );

  test("is as long as others of its bucket, so that a length tells no size", async () => {
    const { intake } = await letterbox("A1");
    const lengthOf = async (size: number) =>
      (await sealFile({ suite: "A1", recipient: intake, size, bytes: flow(new Uint8Array()), hasher }))
        .length;
    for (let size = 0; size < 4_000_000; size += 99_733)
      expect(await lengthOf(size)).toBe(await lengthOf(padme(size)));
    expect(await lengthOf(1)).toBe(await lengthOf(4_000));
  });

  test("whose header never ends is refused after its first kilobytes", async () => {
    const { facts } = await sealedFile(new Uint8Array(10));
    let given = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 4_096;
        controller.enqueue(new Uint8Array(4_096).fill(65));
      },
    });
    await expect(gathered(openFile({ suite: "A1", facts, sealed: endless }))).rejects.toThrow(Damaged);
    expect(given).toBeLessThan(50_000);
  });

  test("that turns out shorter or longer than was said is not sealed to its end", async () => {
    const { intake } = await letterbox();
    for (const size of [99, 101]) {
      const { stream, facts } = await sealFile({
        suite: "A1",
        recipient: intake,
        size,
        bytes: flow(new Uint8Array(100)),
      });
      await expect(gathered(stream)).rejects.toThrow("another size");
      expect(facts).toThrow("sealed whole");
    }
    const huge = sealFile({
      suite: "A1",
      recipient: intake,
      size: FILE_BYTES_MAX + 1,
      bytes: flow(new Uint8Array()),
    });
    await expect(huge).rejects.toThrow(TooLarge);
  });

  test("of a hundred megabytes is never held in memory", { timeout: 60_000 }, async () => {
    const { intake } = await letterbox();
    const size = 100_000_000;
    let left = size;
    const bytes = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (left === 0) return controller.close();
        const piece = new Uint8Array(Math.min(left, 65_536));
        left -= piece.length;
        controller.enqueue(piece);
      },
    });
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const { stream, length } = await sealFile({ suite: "A1", recipient: intake, size, bytes, hasher });
    let seen = 0;
    for await (const piece of stream) {
      seen += piece.length;
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    expect(seen).toBe(length);
    expect(most).toBeLessThan(60_000_000);
  });

  test.skipIf(!existsSync("/usr/bin/age"))(
    "opens with Debian's age and the intake key, with its padding behind it",
    async () => {
      const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => at & 255);
      const { cipher, identity } = await sealedFile(bytes);
      const scratch = mkdtempSync(join(tmpdir(), "answerable-file-"));
      try {
        writeFileSync(join(scratch, "key"), `${identity}\n`, { mode: 0o600 });
        writeFileSync(join(scratch, "file.age"), cipher);
        const plain = execFileSync("/usr/bin/age", [
          "--decrypt",
          "-i",
          join(scratch, "key"),
          join(scratch, "file.age"),
        ]);
        expect(Uint8Array.from(plain.subarray(0, 70_000))).toEqual(bytes);
        expect(plain.subarray(70_000).every((byte) => byte === 0)).toBe(true);
      } finally {
        rmSync(scratch, { recursive: true });
      }
    },
  );
});

/** Runs in Node and in Chromium. */
import { utf8 } from "@answerable/wire";
import { argon2id as argon2idByNoble } from "@noble/hashes/argon2.js";
import * as fc from "fast-check";
import { argon2id as argon2idByHashWasm } from "hash-wasm";
import { describe, expect, test } from "vitest";

import { stretchedInScript, stretchedInWasm } from "./argon.ts";
import { argon2id } from "./argon2id.ts";
import { ARGON2 } from "./constants.ts";
import { chance } from "./testing/chance.ts";
import { hexOf } from "./testing/hex.ts";

/** RFC 9106, section 5.3. */
const published = {
  password: new Uint8Array(32).fill(1),
  salt: new Uint8Array(16).fill(2),
  secret: new Uint8Array(8).fill(3),
  associated: new Uint8Array(12).fill(4),
  memoryKiB: 32,
  passes: 3,
  lanes: 4,
  bytes: 32,
};

describe("Argon2id in plain JavaScript", { timeout: 60_000 }, () => {
  test("gives the tag that RFC 9106 gives", () => {
    const due = "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659";
    expect(hexOf(argon2id(published))).toBe(due);
  });

  test("gives what hash-wasm gives, whatever is asked", async () => {
    const asked = fc.record({
      password: fc.uint8Array({ minLength: 1, maxLength: 200 }),
      salt: fc.uint8Array({ minLength: 8, maxLength: 80 }),
      secret: fc.uint8Array({ maxLength: 40 }),
      lanes: fc.integer({ min: 1, max: 5 }),
      passes: fc.integer({ min: 1, max: 4 }),
      bytes: fc.integer({ min: 4, max: 200 }),
      more: fc.nat({ max: 1_500 }),
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ more, ...ask }) => {
        const memoryKiB = 8 * ask.lanes + more;
        const theirs = await argon2idByHashWasm({
          ...ask,
          memorySize: memoryKiB,
          iterations: ask.passes,
          parallelism: ask.lanes,
          hashLength: ask.bytes,
          outputType: "hex",
        });
        expect(hexOf(argon2id({ ...ask, memoryKiB }))).toBe(theirs);
      }),
      { seed: 20261122, numRuns: 120 },
    );
  });

  test("gives what noble gives with associated data, which hash-wasm does not take", () => {
    const { password, salt, secret, associated } = published;
    const options = { t: 2, m: 4_096, p: 1, dkLen: 64, key: secret, personalization: associated };
    const ours = argon2id({ ...published, memoryKiB: 4_096, passes: 2, lanes: 1, bytes: 64 });
    expect(hexOf(ours)).toBe(hexOf(argon2idByNoble(password, salt, options)));
  });

  test("does not answer to a cost that is none", () => {
    for (const change of [{ lanes: 0 }, { passes: 0 }, { bytes: 3 }, { memoryKiB: 31 }])
      expect(() => argon2id({ ...published, ...change })).toThrow("cost");
  });
});

describe("a passphrase and a receipt", { timeout: 60_000 }, () => {
  test("cost what is compiled in", () => {
    expect(ARGON2).toEqual({ memoryKiB: 65_536, passes: 3, lanes: 1, bytes: 32 });
  });

  test("become the same key with WebAssembly and without", async () => {
    const stretching = { passphrase: utf8("пароль"), salt: chance("salt")(16) };
    expect(await stretchedInWasm(stretching)).toEqual(stretchedInScript(stretching));
  });
});

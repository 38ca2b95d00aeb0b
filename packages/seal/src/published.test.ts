import { canonicalText, fromUtf8, isStrictKey } from "@answerable/wire";
import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { ed25519 } from "@noble/curves/ed25519.js";
import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import fc from "fast-check";
import sodium from "libsodium-wrappers";
import { describe, expect, test } from "vitest";

import { atHand, isHeaderOfSuite, type Suite } from "./age.ts";
import { signerFrom, signerInScript, verify, verifyInScript, verifyNatively } from "./ed25519.ts";
import { keyInfo } from "./kdf.ts";
import { ageVectors, openedBy, plainVectors } from "./testing/age-vectors.ts";
import { chance } from "./testing/chance.ts";
import { hexOf, ofHex } from "./testing/hex.ts";
import { edgeCases, rfc5869, rfc8032, rfc8785, xchacha } from "./testing/vectors.ts";

describe("Ed25519", () => {
  for (const { message, key, signature, valid, why } of edgeCases) {
    test(`has one meaning by WebCrypto and by noble in edge case ${why}`, async () => {
      const given = [ofHex(key), ofHex(message), ofHex(signature)] as const;
      expect(await verify(...given)).toBe(valid);
      if (!isStrictKey(given[0])) return;
      expect(await verifyNatively(...given)).toBe(valid);
      expect(verifyInScript(...given)).toBe(valid);
    });
  }

  test("refuses the weak keys that noble calls weak, and every second spelling", () => {
    const { Point } = ed25519;
    const eighth = Point.fromHex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");
    const small = Array.from({ length: 8 }, (_, at) => eighth.multiplyUnsafe(BigInt(at)).toBytes());
    expect(new Set(small.map(hexOf)).size).toBe(8);
    for (const key of small) expect(isStrictKey(key)).toBe(false);
    expect(isStrictKey(Point.BASE.toBytes())).toBe(true);
  });

  for (const { seed, key, message, signature } of rfc8032) {
    test(`signs and verifies RFC 8032's message of ${message.length / 2} bytes`, async () => {
      for (const signer of [await signerFrom(ofHex(seed)), signerInScript(ofHex(seed))]) {
        expect(hexOf(signer.publicKey)).toBe(key);
        expect(hexOf(await signer.sign(ofHex(message)))).toBe(signature);
      }
      expect(await verify(ofHex(key), ofHex(message), ofHex(signature))).toBe(true);
      expect(verifyInScript(ofHex(key), ofHex(message), ofHex(signature))).toBe(true);
    });
  }

  test("fails with any flipped bit of key, message or signature, by both", async () => {
    const random = chance("flips");
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 100 }),
        fc.nat(),
        fc.constantFrom(0, 1, 2),
        async (message, bit, part) => {
          const signer = signerInScript(random(32));
          const given = [signer.publicKey, message, await signer.sign(message)].map((bytes) =>
            Uint8Array.from(bytes),
          );
          const [key = message, text = message, signature = message] = given;
          expect(await verify(key, text, signature)).toBe(true);
          const flipped = given[part] ?? message;
          const at = bit % (flipped.length * 8);
          flipped[at >> 3] = (flipped[at >> 3] ?? 0) ^ (1 << (at & 7));
          expect(await verify(key, text, signature)).toBe(false);
          expect(isStrictKey(key) && verifyInScript(key, text, signature)).toBe(false);
        },
      ),
      { numRuns: 60, seed: 20221122 },
    );
  });

  test("takes no short or long signature and no short key", async () => {
    const signer = signerInScript(chance("short")(32));
    const signature = await signer.sign(new Uint8Array(3));
    expect(await verify(signer.publicKey, new Uint8Array(3), signature.subarray(1))).toBe(false);
    expect(await verify(signer.publicKey.subarray(1), new Uint8Array(3), signature)).toBe(false);
  });
});

describe("HKDF-SHA256", () => {
  test("agrees with RFC 5869", () => {
    for (const { ikm, salt, info, okm } of rfc5869) {
      expect(hexOf(hkdf(sha256, ofHex(ikm), ofHex(salt), ofHex(info), okm.length / 2))).toBe(okm);
    }
  });

  test("is asked under labels that cannot run into each other", () => {
    expect(hexOf(keyInfo("answerable/fold/1", ["ab", "c"]))).not.toBe(
      hexOf(keyInfo("answerable/fold/1", ["a", "bc"])),
    );
    expect(fromUtf8(keyInfo("answerable/fold/1", ["x"]))).toBe("\0\u0011answerable/fold/1\0\u0001x");
  });
});

describe("XChaCha20-Poly1305", () => {
  test("agrees with the draft's vector, by noble and by libsodium", async () => {
    const [key, nonce, aad, sealed] = [xchacha.key, xchacha.nonce, xchacha.aad, xchacha.sealed].map(ofHex);
    if (!key || !nonce || !aad || !sealed) throw new Error("four parts");
    expect(hexOf(xchacha20poly1305(key, nonce, aad).encrypt(ofHex(xchacha.plaintext)))).toBe(xchacha.sealed);
    await sodium.ready;
    expect(hexOf(sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, aad, nonce, key))).toBe(
      xchacha.plaintext,
    );
  });
});

describe("canonical JSON", () => {
  test("agrees with RFC 8785", () => {
    for (const { json, canonical } of rfc8785) expect(canonicalText(JSON.parse(json))).toBe(canonical);
  });

  test("has no form for what JSON cannot say", () => {
    for (const wrong of [undefined, Number.NaN, Infinity, "\ud800"])
      expect(() => canonicalText(wrong)).toThrow();
  });
});

describe("age files", () => {
  test(
    "of the C2SP vectors open or fail as published, save those with stanzas that we never write",
    { timeout: 60_000 },
    async () => {
      const counts = { opened: 0, foreign: 0, failed: 0 };
      for (const { name, head, body } of plainVectors) {
        const [identity = ""] = head.get("identity") ?? [];
        const suite = identity.startsWith("AGE-SECRET-KEY-PQ-1") ? "A2" : "A1";
        const isOurs = isHeaderOfSuite(body, suite);
        const opened = await openedBy(identity, suite, body);
        const byWebCrypto = await openedBy(await atHand(identity), suite, body);
        // By their hashes: some are of many megabytes, which a comparison byte by byte would keep in memory all at once.
        expect(byWebCrypto && hexOf(sha256(byWebCrypto)), name).toBe(opened && hexOf(sha256(opened)));
        if (head.get("expect")?.[0] === "success" && isOurs) {
          expect(opened && hexOf(sha256(opened)), name).toBe(head.get("payload")?.[0]);
          counts.opened += 1;
        } else {
          expect(opened, name).toBeUndefined();
          counts[isOurs ? "failed" : "foreign"] += 1;
        }
      }
      expect(counts).toEqual({ opened: 12, foreign: 21, failed: 51 });
    },
  );

  test("with foreign stanzas or of the other suite are refused before they are tried", () => {
    const suites: readonly (readonly [string, Suite, boolean])[] = [
      ["x25519", "A1", true],
      ["x25519", "A2", false],
      ["scrypt", "A1", false],
      ["x25519_grease", "A1", false],
      ["scrypt_and_x25519", "A1", false],
    ];
    for (const [name, suite, due] of suites) {
      const file = ageVectors.find((one) => one.name === name);
      if (!file) throw new Error(`no vector ${name}`);
      expect(isHeaderOfSuite(file.body, suite), `${name} ${suite}`).toBe(due);
    }
  });
});

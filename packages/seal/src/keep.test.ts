import { fromText, toText, utf8 } from "@answerable/wire";
import { argon2id as argon2idByNoble } from "@noble/hashes/argon2.js";
import { argon2id } from "hash-wasm";
import { describe, expect, test } from "vitest";

import { stretchedInScript, stretchedInWasm } from "./argon.ts";
import { ARGON2 } from "./constants.ts";
import { deviceSecretFromBytes, deviceSecretFromKey, lockKeep, unlockKeep } from "./index.ts";
import { chance } from "./testing/chance.ts";
import { helpline } from "./testing/helpline.ts";
import { hexOf, ofHex } from "./testing/hex.ts";

const passphrase = "four quiet words here";

// A guess costs a quarter of a second on purpose, and more on a busy machine.
describe("a locked keep", { timeout: 60_000 }, () => {
  test("opens with the passphrase on the device, and not without either", async () => {
    const { keep } = await helpline("locked keep");
    const deviceSecret = deviceSecretFromBytes(chance("disk")(32));
    const locked = await lockKeep(keep, { passphrase, deviceSecret }, chance("lock"));
    const { signer, storeKey, ...opened } =
      (await unlockKeep(JSON.parse(JSON.stringify(locked)), { passphrase, deviceSecret })) ?? {};
    expect(opened).toEqual(keep);
    expect(signer?.publicKey.length).toBe(32);
    expect(storeKey).toEqual(fromText(keep.store));
    expect(await unlockKeep(locked, { passphrase: "four quiet words", deviceSecret })).toBeUndefined();
    expect(
      await unlockKeep(locked, { passphrase, deviceSecret: deviceSecretFromBytes(chance("copy")(32)) }),
    ).toBeUndefined();
    const body = fromText(locked.body);
    body[30] = (body[30] ?? 0) ^ 1;
    expect(await unlockKeep({ ...locked, body: toText(body) }, { passphrase, deviceSecret })).toBeUndefined();
  });

  test("shows nothing of what is in it", async () => {
    const { keep, open } = await helpline("quiet keep");
    const deviceSecret = deviceSecretFromBytes(chance("disk")(32));
    const text = JSON.stringify(await lockKeep(open, { passphrase, deviceSecret }, chance("lock")));
    expect(Object.keys(JSON.parse(text))).toEqual(["v", "salt", "body"]);
    for (const secret of [keep.memberSeed, keep.signing, keep.identity, keep.store, keep.member])
      expect(text).not.toContain(secret);
  });

  test("is the same whether the words were typed composed or decomposed", async () => {
    const { keep } = await helpline("composed");
    const deviceSecret = deviceSecretFromBytes(chance("disk")(32));
    const locked = await lockKeep(
      keep,
      { passphrase: "ёлка й".normalize("NFC"), deviceSecret },
      chance("lock"),
    );
    expect(await unlockKeep(locked, { passphrase: "ёлка й".normalize("NFD"), deviceSecret })).toBeDefined();
  });

  test("works with a key that the browser keeps and nobody can read", async () => {
    const { keep } = await helpline("browser key");
    const bytes = Uint8Array.from(chance("disk")(32));
    const key = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, [
      "sign",
    ]);
    const locked = await lockKeep(
      keep,
      { passphrase, deviceSecret: deviceSecretFromKey(key) },
      chance("lock"),
    );
    expect(
      await unlockKeep(locked, { passphrase, deviceSecret: deviceSecretFromBytes(bytes) }),
    ).toBeDefined();
  });

  test("that is no keep at all is called damaged", async () => {
    const deviceSecret = deviceSecretFromBytes(chance("disk")(32));
    const wrong = { v: 1, salt: "", body: "" } as const;
    await expect(unlockKeep(wrong, { passphrase, deviceSecret })).rejects.toThrow("damaged: shape");
  });

  test("is not locked with failing randomness", async () => {
    const { keep } = await helpline("bad chance");
    const deviceSecret = deviceSecretFromBytes(chance("disk")(32));
    await expect(
      lockKeep(keep, { passphrase, deviceSecret }, (n) => new Uint8Array(n)),
    ).rejects.toMatchObject({ name: "RandomFailed" });
  });
});

describe("Argon2id", { timeout: 60_000 }, () => {
  test("costs what is compiled in", () => {
    expect(ARGON2).toEqual({ memoryKiB: 65_536, passes: 3, lanes: 1, bytes: 32 });
  });

  test("gives the same by hash-wasm and by noble", async () => {
    const stretching = { passphrase: utf8("пароль"), salt: chance("salt")(16) };
    expect(await stretchedInWasm(stretching)).toEqual(stretchedInScript(stretching));
  });

  test("agrees with RFC 9106, section 5.3", async () => {
    const due = "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659";
    const [password, salt, key] = [
      new Uint8Array(32).fill(1),
      new Uint8Array(16).fill(2),
      new Uint8Array(8).fill(3),
    ];
    const data = new Uint8Array(12).fill(4);
    const options = { t: 3, m: 32, p: 4, dkLen: 32, key, personalization: data, version: 0x13 };
    expect(hexOf(argon2idByNoble(password, salt, options))).toBe(due);
    // hash-wasm takes no associated data; without it the two must still agree with each other.
    const bare = { t: 3, m: 32, p: 4, dkLen: 32, key };
    const wasm = await argon2id({
      password,
      salt,
      secret: key,
      iterations: 3,
      memorySize: 32,
      parallelism: 4,
      hashLength: 32,
      outputType: "hex",
    });
    expect(wasm).toBe(hexOf(argon2idByNoble(password, salt, bare)));
    expect(ofHex(due).length).toBe(32);
  });
});

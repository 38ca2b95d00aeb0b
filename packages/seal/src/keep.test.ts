import { fromText, toText } from "@answerable/wire";
import { describe, expect, test } from "vitest";

import { deviceSecretFromBytes, deviceSecretFromKey, lockKeep, unlockKeep } from "./index.ts";
import { chance } from "./testing/chance.ts";
import { helpline } from "./testing/helpline.ts";

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

import { fromText, joined, toText } from "@answerable/wire";
import { sha256 } from "@noble/hashes/sha2.js";
import { describe, expect, test } from "vitest";

import { deviceSecretFromBytes, deviceSecretFromKey, lockKeep, newTravelCode, unlockKeep } from "./index.ts";
import { chance } from "./testing/chance.ts";
import { helpline } from "./testing/helpline.ts";

const passphrase = "four quiet words here";

// A guess costs a quarter of a second on purpose, and more on a busy machine: where the cost changes nothing, this stands for it.
const stretch = async (given: { readonly passphrase: Uint8Array; readonly salt: Uint8Array }) =>
  sha256(joined(given.salt, given.passphrase));

describe("a locked keep", { timeout: 60_000 }, () => {
  test("opens with the passphrase on the device, and not without either", async () => {
    const { keep } = await helpline("locked keep");
    const deviceSecret = deviceSecretFromBytes(chance("disk")(32));
    const locked = await lockKeep(keep, { passphrase, deviceSecret }, chance("lock"));
    const unlocked = await unlockKeep(JSON.parse(JSON.stringify(locked)), { passphrase, deviceSecret });
    if (unlocked.type !== "Open") throw new Error(unlocked.type);
    const { signer, storeKey, ...opened } = unlocked.keep;
    expect(opened).toEqual(keep);
    expect(signer.publicKey.length).toBe(32);
    expect(storeKey).toEqual(fromText(keep.store));
    expect(await unlockKeep(locked, { passphrase: "four quiet words", deviceSecret })).toEqual({
      type: "Shut",
    });
    expect(
      await unlockKeep(locked, { passphrase, deviceSecret: deviceSecretFromBytes(chance("copy")(32)) }),
    ).toEqual({ type: "Shut" });
    const body = fromText(locked.body);
    body[30] = (body[30] ?? 0) ^ 1;
    expect(await unlockKeep({ ...locked, body: toText(body) }, { passphrase, deviceSecret })).toEqual({
      type: "Shut",
    });
  });

  test("shows nothing of what is in it", async () => {
    const { keep, open } = await helpline("quiet keep");
    const deviceSecret = deviceSecretFromBytes(chance("disk")(32));
    const text = JSON.stringify(await lockKeep(open, { passphrase, deviceSecret }, chance("lock")));
    expect(Object.keys(JSON.parse(text))).toEqual(["v", "salt", "body", "duress"]);
    for (const secret of [keep.memberSeed, keep.signing, keep.identity, keep.store, keep.member])
      expect(text).not.toContain(secret);
  });

  test("is the same whether the words were typed composed or decomposed", async () => {
    const { keep } = await helpline("composed");
    const deviceSecret = deviceSecretFromBytes(chance("disk")(32));
    const locked = await lockKeep(
      keep,
      { passphrase: "ёлка й".normalize("NFC"), stretch, deviceSecret },
      chance("lock"),
    );
    expect(
      await unlockKeep(locked, { passphrase: "ёлка й".normalize("NFD"), stretch, deviceSecret }),
    ).toMatchObject({
      type: "Open",
    });
  });

  test("works with a key that the browser keeps and nobody can read", async () => {
    const { keep } = await helpline("browser key");
    const bytes = Uint8Array.from(chance("disk")(32));
    const key = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, [
      "sign",
    ]);
    const locked = await lockKeep(
      keep,
      { passphrase, stretch, deviceSecret: deviceSecretFromKey(key) },
      chance("lock"),
    );
    expect(
      await unlockKeep(locked, { passphrase, stretch, deviceSecret: deviceSecretFromBytes(bytes) }),
    ).toMatchObject({ type: "Open" });
  });

  test("that is no keep at all is called damaged", async () => {
    const deviceSecret = deviceSecretFromBytes(chance("disk")(32));
    const wrong = { v: 1, salt: "", body: "" } as const;
    await expect(unlockKeep(wrong, { passphrase, stretch, deviceSecret })).rejects.toThrow("damaged: shape");
  });

  test("is not locked with failing randomness", async () => {
    const { keep } = await helpline("bad chance");
    const deviceSecret = deviceSecretFromBytes(chance("disk")(32));
    await expect(
      lockKeep(keep, { passphrase, stretch, deviceSecret }, (n) => new Uint8Array(n)),
    ).rejects.toMatchObject({ name: "RandomFailed" });
  });

  test("opens to the duress phrase with nothing but the means to say that the device is lost", async () => {
    const { keep } = await helpline("duress");
    const deviceSecret = deviceSecretFromBytes(chance("disk")(32));
    const locked = await lockKeep(
      keep,
      { passphrase, deviceSecret, duressPhrase: "a quiet sea tonight" },
      chance("lock"),
    );
    expect(await unlockKeep(locked, { passphrase, deviceSecret })).toMatchObject({ type: "Open" });
    expect(await unlockKeep(locked, { passphrase: "a quiet sea tonight", deviceSecret })).toEqual({
      type: "Duress",
      lastWord: { v: 1, fingerprint: keep.fingerprint, device: keep.device, signing: keep.signing },
    });
    expect(await unlockKeep(locked, { passphrase: "a quiet sea", deviceSecret })).toEqual({ type: "Shut" });
  });

  test("looks the same with a duress phrase and without one", async () => {
    const { keep } = await helpline("duress unseen");
    const deviceSecret = deviceSecretFromBytes(chance("disk")(32));
    const lengths = await Promise.all(
      [{}, { duressPhrase: "a quiet sea tonight" }].map(async (phrase) => {
        const locked = await lockKeep(keep, { passphrase, stretch, deviceSecret, ...phrase }, chance("lock"));
        return Object.entries(locked).map(([name, value]) => [name, String(value).length]);
      }),
    );
    expect(lengths[0]).toEqual(lengths[1]);
  });

  test("made ready for a journey opens with the code left at home, and not with the passphrase alone", async () => {
    const { keep } = await helpline("journey");
    const deviceSecret = deviceSecretFromBytes(chance("disk")(32));
    const code = newTravelCode(chance("code"));
    expect(code).toMatch(/^([A-Z2-7]{5} ){5}[A-Z2-7]$/);
    const locked = await lockKeep(keep, { passphrase, stretch, deviceSecret, code }, chance("lock"));
    expect(locked.travels).toBe(true);
    expect(await unlockKeep(locked, { passphrase, stretch, deviceSecret })).toEqual({ type: "Shut" });
    const other = newTravelCode(chance("another code"));
    expect(await unlockKeep(locked, { passphrase, stretch, deviceSecret, code: other })).toEqual({
      type: "Shut",
    });
    const read = code.toLowerCase().replaceAll(" ", "-");
    expect(await unlockKeep(locked, { passphrase, stretch, deviceSecret, code: read })).toMatchObject({
      type: "Open",
    });
  });
});

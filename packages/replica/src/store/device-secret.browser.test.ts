import { expect, test } from "vitest";

import { keptSecret } from "./device-secret.ts";

const make = () => crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);

async function secretIn(name: string) {
  await new Promise((resolve) => indexedDB.deleteDatabase(name).addEventListener("success", resolve));
  return keptSecret(indexedDB, name, make);
}

const signedBy = async (key: CryptoKey) =>
  Array.from(new Uint8Array(await crypto.subtle.sign("HMAC", key, new Uint8Array(16))));

test("the device's secret is one for as long as it is not forgotten, in two tabs at once too", async () => {
  const secret = await secretIn("secret-one");
  const [one, two] = await Promise.all([secret.key(), secret.key()]);
  expect(await signedBy(one)).toEqual(await signedBy(two));
  expect(await signedBy(await secret.key())).toEqual(await signedBy(one));
  await expect(crypto.subtle.exportKey("raw", one)).rejects.toThrow();
  await secret.forget();
  expect(await signedBy(await secret.key())).not.toEqual(await signedBy(one));
});

test("whoever panics at the door of an empty browser can begin a helpline on it afterwards", async () => {
  const secret = await secretIn("secret-empty");
  await secret.forget();
  await expect(secret.key()).resolves.toBeInstanceOf(CryptoKey);
});

import { expect, test } from "vitest";

import { describeStore } from "../testing/store-contract.ts";
import { indexedDbStore } from "./indexed-db.ts";

const names = new Map<unknown, string>();
let made = 0;

async function open(name: string) {
  const store = await indexedDbStore(indexedDB, name);
  names.set(store, name);
  return store;
}

describeStore("in the browser", {
  async open() {
    made += 1;
    const name = `trial-${made}`;
    await new Promise((resolve) => indexedDB.deleteDatabase(name).addEventListener("success", resolve));
    return open(name);
  },
  async again(store) {
    store.close();
    return open(names.get(store) ?? "");
  },
});

test("a write with one thing that cannot be kept leaves nothing of it", async () => {
  const store = await open("trial-atomic");
  const impossible = { drawer: "cards", key: "b", text: () => "no text" };
  await expect(
    store.write([{ drawer: "cards", key: "a", text: "1" }, impossible as never]),
  ).rejects.toThrow();
  expect(await store.get("cards", "a")).toBeUndefined();
});

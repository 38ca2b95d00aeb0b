/** What every Store must do; each implementation runs it. */
import { describe, expect, test } from "vitest";

import type { Drawer, Kept, Store } from "../store/store.ts";

export interface StoreOnTrial {
  /** A fresh, empty one. */
  open(): Promise<Store>;
  /** The same disk, opened again after the program died. */
  again(store: Store): Promise<Store>;
}

export function describeStore(name: string, trial: StoreOnTrial): void {
  describe(`a store ${name}`, () => {
    test("gives back what was kept, and nothing for what was not", async () => {
      const store = await trial.open();
      await store.write([{ drawer: "cards", key: "desk/folder", text: "sealed" }]);
      expect(await store.get("cards", "desk/folder")).toBe("sealed");
      expect(await store.get("cards", "desk/other")).toBeUndefined();
      expect(await store.get("sheets", "desk/folder")).toBeUndefined();
    });

    test("keeps it over a crash", async () => {
      const store = await trial.open();
      await store.write([
        { drawer: "outbox", key: "a", text: "1" },
        { drawer: "places", key: "desk", text: "7" },
      ]);
      const after = await trial.again(store);
      expect(await after.get("outbox", "a")).toBe("1");
      expect(await after.get("places", "desk")).toBe("7");
    });

    test("the later of two changes to one name stands, also in one write", async () => {
      const store = await trial.open();
      await store.write([
        { drawer: "drafts", key: "d", text: "first" },
        { drawer: "drafts", key: "d", text: "second" },
      ]);
      expect(await store.get("drafts", "d")).toBe("second");
      await store.write([{ drawer: "drafts", key: "d" }]);
      expect(await store.get("drafts", "d")).toBeUndefined();
    });

    test("taking away what is not there is no mistake", async () => {
      const store = await trial.open();
      await store.write([{ drawer: "drafts", key: "nobody" }]);
      expect(await everything(store, "drafts")).toEqual([]);
    });

    test("lists by prefix, in order, every one once, over many pages", async () => {
      const store = await trial.open();
      const names = Array.from({ length: 4_500 }, (_, at) => `desk/${String(at).padStart(5, "0")}`);
      await store.write(names.map((key) => ({ drawer: "cards", key, text: `text of ${key}` })));
      await store.write([{ drawer: "cards", key: "desk-two/1", text: "another desk's" }]);
      const listed = await everything(store, "cards", "desk/");
      expect(listed.map((one) => one.key)).toEqual(names);
      expect(listed[4_321]).toEqual({ key: names[4_321], text: `text of ${names[4_321]}` });
      expect(await everything(store, "cards", "desk-two/")).toHaveLength(1);
      expect(await everything(store, "cards")).toHaveLength(4_501);
    });

    test("keys that hold every symbol of an id, and texts of a megabyte, come back whole", async () => {
      const store = await trial.open();
      const text = "б".repeat(500_000);
      await store.write([{ drawer: "sheets", key: "A-_9/z-_0/000001", text }]);
      expect(await store.get("sheets", "A-_9/z-_0/000001")).toBe(text);
    });

    test("wiped, nothing is left", async () => {
      const store = await trial.open();
      await store.write([
        { drawer: "keep", key: "keep", text: "locked" },
        { drawer: "cards", key: "c", text: "sealed" },
      ]);
      await store.wipe();
      expect(await store.get("keep", "keep")).toBeUndefined();
      expect(await everything(store, "cards")).toEqual([]);
    });
  });
}

async function everything(store: Store, drawer: Drawer, prefix?: string): Promise<Kept[]> {
  const all: Kept[] = [];
  for await (const page of store.list(drawer, prefix)) all.push(...page);
  return all;
}

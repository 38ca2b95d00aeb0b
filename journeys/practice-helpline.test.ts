/** The practice helpline founds and fills itself through the office's commands, and has something in every list. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { momentOf, type Moment } from "@answerable/casework";
import { fileStore, openPractice } from "@answerable/practice";
import { rosterLists, type Store } from "@answerable/replica";
import { memoryStore } from "@answerable/server";
import { afterAll, describe, expect, test } from "vitest";

import { describeStore } from "../packages/replica/src/testing/store-contract.ts";
import { FOUNDING_SECRET, openStage, random } from "./stage.ts";

const directoryOf = new Map<Store, string>();
afterAll(async () => {
  for (const store of directoryOf.keys()) store.close();
  for (const directory of new Set(directoryOf.values())) await rm(directory, { recursive: true });
});

describeStore("in a journal file", {
  async open() {
    const directory = await mkdtemp(join(tmpdir(), "answerable-drawers-"));
    const store = await fileStore(directory);
    directoryOf.set(store, directory);
    return store;
  },
  async again(store) {
    store.close();
    const directory = directoryOf.get(store) ?? "";
    directoryOf.delete(store);
    const opened = await fileStore(directory);
    directoryOf.set(opened, directory);
    return opened;
  },
});

describe("the practice helpline", () => {
  test("is founded, filled and sent, and every list has something in it", { timeout: 60_000 }, async () => {
    const stage = openStage(memoryStore());
    let wound: number | undefined;
    const laptop = stage.laptop("practice device", () => wound ?? Date.now());
    await openPractice({
      office: laptop.office(),
      random,
      origin: "http://localhost",
      today: momentOf(Date.now()),
      wind: (to: Moment | undefined) => (wound = to === undefined ? undefined : Date.parse(to)),
      foundingSecret: async () => FOUNDING_SECRET,
      say: () => undefined,
    });
    expect(laptop.office().status()).toMatchObject({ practice: true, waiting: 0, quarantined: [] });
    const { lists } = await laptop.office().ask({ type: "Roster", text: "", list: "all", from: 0, count: 1 });
    expect(rosterLists.filter((list) => lists[list] === 0)).toEqual([]);
    const { all } = await laptop.office().ask({ type: "Counters" });
    expect(all.contacts).toBeGreaterThan(30);
    expect(all.soldiers).toBeGreaterThan(20);
    const kursk = await laptop
      .office()
      .ask({ type: "Roster", text: "курск", list: "all", from: 0, count: 20 });
    expect(kursk.total).toBeGreaterThanOrEqual(4);
    await stage.close();
  });
});

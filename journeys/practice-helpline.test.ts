/** The practice helpline founds and fills itself through the office's commands, and has something in every list. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { momentOf, type Moment } from "@answerable/casework";
import { fileStore, lettersFromFamilies, openPractice } from "@answerable/practice";
import { rosterLists, type Office, type Store } from "@answerable/replica";
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
  test("is founded, filled and sent, and every list has something in it", { timeout: 120_000 }, async () => {
    const stage = openStage(memoryStore());
    const read = async (path: string) => {
      const answer = await stage.server.fetch(new Request(`http://localhost${path}`));
      expect(answer.status, path).toBe(200);
      return answer.text();
    };
    let wound: number | undefined;
    const laptop = stage.laptop("practice device", () => wound ?? Date.now());
    await openPractice({
      office: laptop.office(),
      colleague: stage.laptop("colleague's device", () => wound ?? Date.now()).office(),
      random,
      origin: "http://localhost",
      today: momentOf(Date.now()),
      wind: (to: Moment | undefined) => (wound = to === undefined ? undefined : Date.parse(to)),
      foundingSecret: async () => FOUNDING_SECRET,
      fetch: stage.server.fetch,
      now: () => Date.now(),
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
    // Families have written: one of the letters is like a case, three are one text, and one is for nobody here.
    const inbox = await lettersOf(laptop.office());
    expect(inbox.lists).toEqual({ waiting: lettersFromFamilies.length, aside: 0, damaged: 0 });
    expect(inbox.rows[0]).toMatchObject({
      danger: "now",
      match: { name: expect.stringContaining("Стрельников") },
    });
    expect(inbox.groups.find((group) => group.by === "text")?.count).toBe(3);
    // The article lies in a claims file.
    expect(await laptop.office().ask({ type: "ClaimsFiles" })).toMatchObject({
      files: [{ claims: 79, incidents: 13, releases: 1, waits: false }],
    });
    // Two signed its record: it is open to anyone, says that something was withheld and why, and under each dossier a reply is left.
    const home = await read("/record/en/index.html");
    expect(home).toContain("PRACTICE");
    expect(home).toContain("5 claims are not printed");
    expect(home).toContain("the wording reached us damaged");
    const dossier = await read("/record/en/dossiers/i06.html");
    expect(dossier).toContain(`/write#${laptop.office().status().fingerprint}.i06`.replace("i06", "I06"));
    const pages = await Promise.all(
      ["en/index.html", "ru/chronicle.html", "data/entries.json", "en/feed.atom"].map((path) =>
        read(`/record/${path}`),
      ),
    );
    expect(pages.join("")).not.toMatch(/100.000|Svatove|Сватов/u);
    await stage.close();
  });
});

/** As soon as they are open: the desk asks for letters every half minute, or when something was recorded. */
async function lettersOf(office: Office) {
  const page = { type: "Inbox", list: "waiting", from: 0, count: 50 } as const;
  for (let tries = 0; tries < 400; tries += 1) {
    const answer = await office.ask(page);
    if (answer.total === lettersFromFamilies.length && answer.opening === undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return office.ask(page);
}

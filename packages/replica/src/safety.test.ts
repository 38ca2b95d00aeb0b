/** Somebody is at the door, and the disk, the lid or the line does not help. */
import { expect, test } from "vitest";

import type { OfficeDeps } from "./open-office.ts";
import type { Siblings } from "./safety.ts";
import { memoryStore } from "./store/memory.ts";
import { drawers, StoreFull, type Store } from "./store/store.ts";
import {
  aCall,
  foundedOn,
  officeOn,
  ORIGIN,
  PASSPHRASE,
  recordCall,
  serverForOffices,
  timers,
  until,
} from "./testing/offices.ts";

const soldier = recordCall({ soldierName: "Тихий Лука" });

async function leftOn(store: Store): Promise<readonly string[]> {
  const left: string[] = [];
  for (const drawer of drawers)
    for await (const page of store.list(drawer)) left.push(...page.map(({ key }) => `${drawer}/${key}`));
  return left;
}

/** What is asked of the disk, in order; and it does as it is told here. */
function watched(disk: Store, told: Partial<Store> = {}) {
  const asked: string[] = [];
  const store: Store = {
    ...disk,
    async write(changes) {
      asked.push(changes.map(({ drawer, text }) => `${text === undefined ? "-" : "+"}${drawer}`).join(" "));
      await (told.write ?? disk.write)(changes);
    },
    async wipe() {
      asked.push("wipe");
      await (told.wipe ?? disk.wipe)();
    },
  };
  return { store, asked };
}

/** Timers that are moved by hand: those of the office run, those of a disk that refused wait to be called. */
function handTimers() {
  const due: (() => void)[] = [];
  const AGAIN = 5_000;
  return {
    due,
    timers: {
      later(milliseconds: number, call: () => void) {
        if (milliseconds !== AGAIN) return timers.later(milliseconds, call);
        due.push(call);
        return () => undefined;
      },
    },
  };
}

async function withACall(changes: Partial<OfficeDeps>) {
  const server = serverForOffices();
  const office = await foundedOn(server, changes);
  await office.do(soldier);
  await until(office, ({ waiting }) => waiting === 0);
  return { server, office };
}

test("the wrapped keys and the secret are what goes first, and neither waits for the other", async () => {
  const disk = memoryStore();
  const { store, asked } = watched(disk);
  const { office, server } = await withACall({
    store,
    forget: async () => void asked.push("forget"),
  });
  await office.keepDraft(aCall({ summary: "недописанное слово" }));
  asked.length = 0;
  await office.panic();
  expect(asked).toEqual(["-keep", "forget", "wipe"]);
  expect(await leftOn(disk)).toEqual([]);
  await server.close();
});

test("an answer of the server that comes after a panic finds no disk to write to", async () => {
  const disk = memoryStore();
  const server = serverForOffices();
  let isHeld = false;
  let isCall = false;
  const held: (() => void)[] = [];
  const fetch = async (request: Request) => {
    // From the call on its way to the server on.
    isHeld ||= isCall && request.url.endsWith("/pushes");
    const response = await server.fetch(request);
    if (isHeld) await new Promise<void>((resolve) => held.push(resolve));
    return response;
  };
  const office = await foundedOn({ fetch }, { store: disk });
  isCall = true;
  await office.do(soldier);
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await office.panic();
  [isHeld, isCall] = [false, false];
  for (const go of held) go();
  // The device tells that it is lost over the same line, after what was held: then all of that has come.
  const log = async () => (await server.fetch(new Request(`${ORIGIN}/api/team?after=0`))).text();
  await expect.poll(log).toContain('"why":"lost"');
  expect(await leftOn(disk)).toEqual([]);
  await server.close();
});

test("words that a full disk had not taken are on no disk after a panic, though there is room now", async () => {
  const disk = memoryStore();
  let isFull = false;
  const { store } = watched(disk, {
    async write(changes) {
      if (isFull && changes.some(({ text }) => text !== undefined)) throw new StoreFull();
      await disk.write(changes);
    },
  });
  const hand = handTimers();
  const { office, server } = await withACall({ store, timers: hand.timers });
  isFull = true;
  await office.keepDraft(aCall({ summary: "недописанное слово" }));
  await until(office, ({ storage }) => (storage?.unkept ?? 0) > 0);
  await office.panic();
  isFull = false;
  for (const call of hand.due.splice(0)) call();
  await office.lock();
  expect(await leftOn(disk)).toEqual([]);
  await server.close();
});

test("a disk that refuses loses the secret all the same, and is asked again until it lets go", async () => {
  const disk = memoryStore();
  let refuses = false;
  const refusing = async () => {
    if (refuses) throw new DOMException("no", "UnknownError");
  };
  const { store } = watched(disk, {
    write: async (changes) => refusing().then(() => disk.write(changes)),
    wipe: async () => refusing().then(disk.wipe),
  });
  const hand = handTimers();
  let forgotten = 0;
  const { office, server } = await withACall({
    store,
    timers: hand.timers,
    forget: async () => void (forgotten += 1),
  });
  refuses = true;
  await office.panic();
  expect(forgotten).toBe(1);
  expect(office.status().phase).toBe("gone");
  expect(await leftOn(disk)).not.toEqual([]);
  refuses = false;
  for (const call of hand.due.splice(0)) call();
  await expect.poll(() => leftOn(disk)).toEqual([]);
  await server.close();
});

test("a secret that cannot be forgotten yet keeps nothing else, and is asked for again", async () => {
  const disk = memoryStore();
  const hand = handTimers();
  let tries = 0;
  const forget = async () => {
    tries += 1;
    if (tries === 1) throw new DOMException("no", "UnknownError");
  };
  const { office, server } = await withACall({ store: disk, timers: hand.timers, forget });
  await office.panic();
  expect(await leftOn(disk)).toEqual([]);
  for (const call of hand.due.splice(0)) call();
  expect(tries).toBe(2);
  await server.close();
});

test("a lid that is shut in the middle leaves no key, and the next start takes away the rest", async () => {
  const disk = memoryStore();
  let isShut = false;
  const { store } = watched(disk, {
    wipe: () => (isShut ? new Promise(() => undefined) : disk.wipe()),
  });
  const { office, server } = await withACall({ store });
  isShut = true;
  void office.panic();
  await expect.poll(() => disk.get("keep", "keep")).toBeUndefined();
  expect(await leftOn(disk)).not.toEqual([]);

  // The next day somebody founds another helpline on this laptop: no line of the old list is among its own.
  const other = serverForOffices();
  const next = await foundedOn(other, { store: disk });
  await next.lock();
  expect((await next.unlock(PASSPHRASE)).ok).toBe(true);
  const theirs = await next.ask({ type: "Team" });
  expect(theirs.members.length).toBe(1);
  expect((await next.ask({ type: "Roster", text: "", list: "all", from: 0, count: 5 })).total).toBe(0);
  expect((await leftOn(disk)).filter((key) => /^(?:sheets|cards|keys|outbox)/u.test(key))).toEqual([]);
  await server.close();
  await other.close();
});

test("a page that is gone stays gone when the other tab is closed: nothing begun on it would be kept", async () => {
  const disk = memoryStore();
  const { office, server } = await withACall({ store: disk });
  await office.lock();
  let hear: () => void = () => undefined;
  const siblings: Siblings = { tellGone: () => undefined, hearGone: (call) => (hear = call) };
  let leave: () => void = () => undefined;
  const left = new Promise<void>((resolve) => (leave = resolve));
  const seat = { take: async () => false, wait: () => left, leave: () => undefined };
  const tab = officeOn(server, { store: disk, siblings, seat });
  await until(tab, ({ otherTab }) => otherTab);
  hear();
  leave();
  await left;
  await tab.lock();
  expect(tab.status().phase).toBe("gone");
  await server.close();
});

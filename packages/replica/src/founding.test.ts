/** See note: Founded once (founding.ts). The program dies, or the network does, at every step of a founding. */
import { expect, test, vi } from "vitest";

import type { FoundHelpline } from "./office.ts";
import { memoryStore } from "./store/memory.ts";
import type { Store } from "./store/store.ts";
import {
  joinedTo,
  newCase,
  officeOn,
  PASSPHRASE,
  recordCall,
  SECRET,
  serverForOffices,
  until,
} from "./testing/offices.ts";

// Every founding and unlocking costs what a guess of the passphrase must cost.
vi.setConfig({ testTimeout: 30_000 });

const wish: FoundHelpline = {
  helplineName: "Маяк",
  yourName: "Вера Тестова",
  deviceName: "стол у окна",
  passphrase: PASSPHRASE,
  practice: true,
  foundingSecret: SECRET,
};
const forEver = () => new Promise<never>(() => undefined);
const isFounding = (request: Request) => request.url.endsWith("/api/team") && request.method === "POST";

/** What lies on the disk when the program dies: nothing that it writes later. */
function mortal(store: Store): { readonly store: Store; readonly die: () => void } {
  let isDead = false;
  const write: Store["write"] = async (changes) => (isDead ? forEver() : store.write(changes));
  return { store: { ...store, write }, die: () => (isDead = true) };
}

async function keptIn(store: Store): Promise<number> {
  let kept = 0;
  for (const drawer of ["keep", "team", "own"] as const)
    for await (const page of store.list(drawer)) kept += page.length;
  return kept;
}

test.each([
  ["before the server has heard of it", false],
  ["after the server has taken it and before its answer came", true],
])("a program that dies %s finishes the founding when it is unlocked", async (_, isHeard) => {
  const server = serverForOffices();
  const disk = memoryStore();
  const life = mortal(disk);
  let sent: () => void = () => undefined;
  const isSent = new Promise<void>((resolve) => (sent = resolve));
  const dying = officeOn(server, {
    store: life.store,
    async fetch(request) {
      if (!isFounding(request)) return server.fetch(request);
      if (isHeard) await server.fetch(request);
      life.die();
      sent();
      return forEver();
    },
  });
  void dying.found(wish);
  await isSent;

  const again = officeOn(server, { store: disk });
  expect(await until(again, ({ phase }) => phase !== "opening")).toMatchObject({
    phase: "locked",
    helpline: "Маяк",
  });
  expect(await again.unlock("чужая фраза, не та")).toMatchObject({ ok: false });
  expect((await again.unlock(PASSPHRASE)).ok).toBe(true);
  await until(again, ({ phase, online }) => phase === "open" && online);
  expect(await disk.get("own", "founding")).toBeUndefined();
  // It is a helpline like any other: a second device joins, and hears of a call.
  const second = await joinedTo(again, server);
  expect((await again.do(recordCall({ soldierName: "Ветров Олег" }, newCase()))).ok).toBe(true);
  await second.lock();
  await again.lock();
  await server.close();
});

test("asked again after an answer that never came, it is founded", async () => {
  const server = serverForOffices();
  let isLost = true;
  const office = officeOn(server, {
    async fetch(request) {
      const answer = await server.fetch(request);
      if (isLost && isFounding(request)) throw new TypeError("the answer is lost");
      return answer;
    },
  });
  expect(await office.found(wish)).toEqual({ ok: false, refusal: { type: "Unreachable" } });
  isLost = false;
  expect((await office.found(wish)).ok).toBe(true);
  await until(office, ({ phase, online }) => phase === "open" && online);
  await office.lock();
  await server.close();
});

test("where the server has another helpline, it is refused and nothing stays on the disk", async () => {
  const server = serverForOffices();
  const first = officeOn(server);
  expect((await first.found(wish)).ok).toBe(true);
  const store = memoryStore();
  const late = officeOn(server, { store });
  expect(await late.found(wish)).toEqual({ ok: false, refusal: { type: "FoundingRefused" } });
  expect(await keptIn(store)).toBe(0);
  await first.lock();
  await server.close();
});

test("what is kept before the server has answered is sealed: neither the secret nor a name can be read", async () => {
  const server = serverForOffices();
  const store = memoryStore();
  const office = officeOn(server, {
    store,
    fetch: async () => {
      throw new TypeError("no network");
    },
  });
  expect(await office.found(wish)).toEqual({ ok: false, refusal: { type: "Unreachable" } });
  for (const drawer of ["keep", "own"] as const) {
    for await (const page of store.list(drawer)) {
      for (const { text } of page) {
        expect(text).not.toContain(SECRET);
        expect(text).not.toContain(wish.yourName);
      }
    }
  }
  expect(await store.get("own", "founding")).toBeDefined();
  await server.close();
});

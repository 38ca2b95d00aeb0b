/** Two tabs of one device: one writes, the other says so and may take over. */
import { expect, test } from "vitest";

import { webLockSeat, type Locks } from "./seat.ts";
import { memoryStore } from "./store/memory.ts";
import { foundedOn, officeOn, PASSPHRASE, recordCall, serverForOffices, until } from "./testing/offices.ts";

/** Web Locks as the standard has them, as far as one name goes: a queue, `ifAvailable` and `steal`. */
function pageLocks(): Locks {
  let holder: { readonly lose: () => void } | undefined;
  const queue: (() => void)[] = [];
  const free = () => {
    holder = undefined;
    queue.shift()?.();
  };
  const request = async (_name: string, options: LockOptions, granted: (lock: unknown) => unknown) => {
    if (options.ifAvailable === true && holder) return granted(null);
    if (options.steal === true) holder?.lose();
    else if (holder) await new Promise<void>((resolve) => queue.push(resolve));
    return new Promise((resolve, reject) => {
      const mine = { lose: () => reject(new DOMException("stolen", "AbortError")) };
      holder = mine;
      void (async () => {
        const value = await granted({});
        if (holder === mine) free();
        resolve(value);
      })();
    });
  };
  return { request: request as unknown as Locks["request"] };
}

test("the second tab says that another holds the office, takes it over, and the first then says so", async () => {
  const server = serverForOffices();
  const locks = pageLocks();
  const store = memoryStore();
  const first = await foundedOn(server, { store, seat: webLockSeat(locks, "office") });
  await first.do(recordCall({ soldierName: "Два Окна" }));
  const second = officeOn(server, { store, seat: webLockSeat(locks, "office") });
  await until(second, (status) => status.otherTab);
  expect(await second.unlock(PASSPHRASE)).toEqual({ ok: false, refusal: { type: "OtherTab" } });
  await second.takeOver();
  await until(first, (status) => status.otherTab && status.phase === "locked");
  expect(await first.do(recordCall({ soldierName: "Поздно" }))).toEqual({
    ok: false,
    refusal: { type: "OtherTab" },
  });
  expect(second.status().otherTab).toBe(false);
  expect((await second.unlock(PASSPHRASE)).ok).toBe(true);
  await until(second, (status) => status.phase === "open");
  expect((await second.ask({ type: "Roster", text: "", list: "all", from: 0, count: 5 })).total).toBe(1);
  await second.lock();
  await server.close();
});

/** What happens around a rotation when the line is bad: to the one who rotates, and to those who were away. */
import type { Server } from "@answerable/server";
import { expect, test } from "vitest";

import type { Office, TeamAnswer } from "../office.ts";
import { memoryStore } from "../store/memory.ts";
import {
  foundedOn,
  joinedTo,
  PASSPHRASE,
  officeOn,
  recordCall,
  serverForOffices,
  until,
} from "../testing/offices.ts";

interface Cable {
  readonly fetch: Server["fetch"];
  cut: boolean;
}

function cableTo(server: Server): Cable {
  const cable: Cable = {
    cut: false,
    async fetch(request) {
      if (cable.cut) throw new TypeError("the cable is out");
      return server.fetch(request);
    },
  };
  return cable;
}

const team = (office: Office, holds: (answer: TeamAnswer) => boolean): Promise<TeamAnswer> =>
  new Promise((resolve) => {
    const unwatch = office.watch({ type: "Team" }, (answer) => {
      if (!holds(answer)) return;
      queueMicrotask(() => unwatch());
      resolve(answer);
    });
  });
const total = async (office: Office, text: string) =>
  (await office.ask({ type: "Roster", text, list: "all", from: 0, count: 5 })).total;

test(
  "whoever was away while the desk was rotated sends what she wrote under the new key",
  { timeout: 240_000 },
  async () => {
    const server = serverForOffices();
    const host = await foundedOn(server);
    const cable = cableTo(server);
    const away = await joinedTo(host, server, { fetch: cable.fetch });
    const gone = await joinedTo(host, server);
    const { me } = gone.status();
    if (!me) throw new Error("it is open");
    cable.cut = true;
    await away.do(recordCall({ soldierName: "Вдалеке Иван" }));
    expect(await host.sayOfPeople({ type: "RevokeDevice", device: me.device, why: "left" })).toEqual({
      ok: true,
      value: undefined,
    });
    await team(host, ({ desks }) => desks[0]?.epoch === 2);
    cable.cut = false;
    await expect.poll(() => total(host, "Вдалеке"), { timeout: 90_000 }).toBe(1);
    expect(away.status().quarantined).toEqual([]);
    // The one that was taken out is told so, and nothing of it arrives.
    await until(gone, ({ broken }) => broken === "removed", 60_000);
    await server.close();
  },
);

test(
  "a program that dies right after a rotation opens again, and works under the new key",
  { timeout: 240_000 },
  async () => {
    const server = serverForOffices();
    const host = await foundedOn(server);
    const disk = memoryStore();
    let writes = Number.POSITIVE_INFINITY;
    const store = {
      ...disk,
      // The log reaches the disk, and the box does not any more.
      write: async (changes: Parameters<typeof disk.write>[0]) => {
        if (writes <= 0) return new Promise<void>(() => undefined);
        if (changes.some(({ drawer, key }) => drawer === "team" && key.startsWith("log/")) && writes < 9)
          writes = 1;
        writes -= 1;
        return disk.write(changes);
      },
    };
    const one = await joinedTo(host, server, { store });
    const gone = await joinedTo(host, server);
    const { me } = gone.status();
    if (!me) throw new Error("it is open");
    await team(one, ({ members }) => members[0]?.devices.length === 3);
    writes = 8;
    await host.sayOfPeople({ type: "RevokeDevice", device: me.device, why: "left" });
    await expect.poll(() => writes, { timeout: 60_000 }).toBe(0);

    const again = officeOn(server, { store: disk });
    await until(again, ({ phase }) => phase === "locked");
    expect(await again.unlock(PASSPHRASE)).toEqual({ ok: true, value: undefined });
    await until(again, ({ phase, online }) => phase === "open" && online, 30_000);
    await again.do(recordCall({ soldierName: "Снова Семён" }));
    await expect.poll(() => total(host, "Снова"), { timeout: 90_000 }).toBe(1);
    await server.close();
  },
);

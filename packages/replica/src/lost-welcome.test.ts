/** The last note of a meeting may be lost; then the log has a device that nobody has. */
import { expect, test } from "vitest";

import { foundedOn, officeOn, PASSPHRASE, serverForOffices, timers, until } from "./testing/offices.ts";
import type { Timers } from "./timers.ts";

const joiner = { yourName: "Вера", deviceName: "ноутбук", passphrase: PASSPHRASE };
/** Waiting is told in milliseconds, and here a twentieth as long. */
const quick: Timers = { later: (milliseconds, call) => timers.later(milliseconds / 20, call) };

/** Two sides and a line on which the first so many welcomes are lost. */
async function meetingWith(losses: number) {
  const server = serverForOffices();
  const clock = { ahead: 0 };
  const now = () => Date.now() + clock.ahead;
  const seen = { welcomes: 0 };
  const host = await foundedOn(server, {
    timers: quick,
    now,
    async fetch(request: Request) {
      const isNote = request.method === "PUT" && request.url.includes("/api/meetings/");
      if (isNote && (await request.clone().text()).includes('"welcome"')) {
        seen.welcomes += 1;
        if (seen.welcomes <= losses) throw new TypeError("the line is down");
      }
      return server.fetch(request);
    },
  });
  const guest = officeOn(server, {
    timers: quick,
    now,
    // The server holds such a question for half a minute; this line answers at once.
    fetch: async (request: Request) =>
      losses === Number.POSITIVE_INFINITY && request.url.endsWith("/welcome")
        ? new Response(undefined, { status: 204 })
        : server.fetch(request),
  });
  const invited = await host.invite({ deviceName: "ноутбук" });
  if (!invited.ok) throw new Error("not invited");
  return { server, host, guest, clock, seen, link: invited.value.link };
}

test("a welcome that is lost a few times is sent until it is there, and the device is in", async () => {
  const { server, host, guest, seen, link } = await meetingWith(6);
  expect(await guest.join({ ...joiner, link })).toEqual({ ok: true, value: undefined });
  await until(guest, (status) => status.phase === "open");
  expect(seen.welcomes).toBe(7);
  await host.lock();
  await guest.lock();
  await server.close();
});

test("a welcome that never gets through is told on both sides, with what it leaves behind", async () => {
  const { server, host, guest, clock, seen, link } = await meetingWith(Number.POSITIVE_INFINITY);
  const joined = guest.join({ ...joiner, link });
  await expect.poll(() => seen.welcomes).toBeGreaterThan(3);
  clock.ahead = 11 * 60_000;
  const lost = { type: "WelcomeLost" } as const;
  expect(await joined).toEqual({ ok: false, refusal: lost });
  const { enrol } = await until(host, (status) => status.enrol?.step === "failed");
  expect(enrol).toEqual({ role: "inviting", step: "failed", why: lost });
  await host.lock();
  await server.close();
});

/** Two who sit at both desks refer one case in the same moment, each on her own device: the other desk has one folder of it. */
import { expect, test } from "vitest";

import type { DeskId, Office, Refer } from "./office.ts";
import {
  foundedOn,
  joinedTo,
  newCase,
  PATIENCE,
  recordCall,
  serverForOffices,
  timers,
  until,
} from "./testing/offices.ts";

/** A server on whose way pushes wait while they are held. */
function withHeldPushes() {
  const server = serverForOffices();
  let free = () => {};
  let gate = Promise.resolve();
  return {
    fetch: async (request: Request) => {
      if (new URL(request.url).pathname.endsWith("/pushes")) await gate;
      return server.fetch(request);
    },
    hold: () => void (gate = new Promise((open) => (free = open))),
    go: () => free(),
  };
}

/** Twenty times as quick: a desk behind the one that is shown sends what it has every few seconds. */
const quick = {
  timers: { later: (milliseconds: number, call: () => void) => timers.later(milliseconds / 20, call) },
};

const all = { type: "Roster", text: "", list: "all", from: 0, count: 10 } as const;

async function seen(office: Office, desk: DeskId, holds: (total: number) => boolean): Promise<void> {
  await new Promise<void>((found) => {
    const unwatch = office.at(desk).watch(all, ({ total }) => {
      if (!holds(total)) return;
      setTimeout(() => unwatch(), 0);
      found();
    });
  });
}

test(
  "two devices that refer one case at once open one folder at the other desk, and what she said is there once",
  {
    timeout: 3 * PATIENCE,
  },
  async () => {
    const server = withHeldPushes();
    const ada = await foundedOn(server, quick);
    const made = await ada.sayOfPeople({ type: "MakeDesk", name: "Юристы", purpose: "Суды", members: [] });
    expect(made.ok).toBe(true);
    const { desks = [] } = await until(ada, (status) => status.desks?.length === 2);
    const [first, second] = desks.map(({ id }) => id);
    if (!first || !second) throw new Error("two desks were there a moment ago");
    const boris = await joinedTo(ada, server, quick);
    await until(boris, (status) => status.desks?.length === 2);
    const id = newCase();
    await ada.do(
      recordCall({ soldierName: "Перегудов Тихон", summary: "держат в подвале", grievances: ["F1"] }, id),
    );
    await until(ada, ({ waiting }) => waiting === 0);
    await seen(boris, first, (total) => total === 1);

    server.hold();
    const wish: Refer = {
      case: id,
      desk: second,
      consent: { by: "Анна", how: "spoken", day: "2022-11-08" as Refer["consent"]["day"] },
      reason: "нужен суд",
    };
    const referred = await Promise.all([ada, boris].map((office) => office.refer(wish)));
    const folders = referred.map((one) => (one.ok ? one.value.folder : one.refusal.type));
    expect(new Set(folders).size).toBe(1);
    server.go();
    for (const office of [ada, boris])
      await until(office, (status) => status.desks?.every(({ unsent }) => unsent === 0) === true);

    const [there] = folders;
    for (const office of [ada, boris]) {
      const file = await office.at(second).ask({ type: "CaseFile", case: there as typeof id });
      if (file.type !== "Here") throw new Error("it was referred a moment ago");
      const { referrals, contacts, people, facts, consents, namings, number } = file.case;
      expect(referrals).toMatchObject([{ way: "in", other: id, reason: "нужен суд" }]);
      expect([contacts.length, people.length, consents.length, namings.length]).toEqual([1, 1, 0, 1]);
      expect(facts.filter(({ field }) => field === "name")).toHaveLength(1);
      expect(number).not.toBe("");
      const here = await office.at(first).ask({ type: "CaseFile", case: id });
      expect(here.type === "Here" && here.case.referrals).toMatchObject([{ way: "out", other: there }]);
      expect((await office.at(second).ask(all)).total).toBe(1);
    }
    for (const office of [ada, boris]) await office.lock();
  },
);

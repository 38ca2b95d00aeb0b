/** The office behind a message port says the same as the office itself. */
import { expect, test } from "vitest";

import type { Office, RosterAnswer } from "./office.ts";
import { connectOffice, serveOffice, type Port } from "./port.ts";
import { memoryStore } from "./store/memory.ts";
import {
  foundedOn,
  newCase,
  officeOn,
  PASSPHRASE,
  recordCall,
  serverForOffices,
  until,
} from "./testing/offices.ts";

test("commands, questions and watching cross a port; an error crosses as its name alone", async () => {
  const server = serverForOffices();
  const office = await foundedOn(server);
  const { port1, port2 } = new MessageChannel();
  serveOffice(port1, office);
  const remote = connectOffice(port2);
  await until(remote, (status) => status.phase === "open");
  const seen = new Promise<RosterAnswer>((resolve) => {
    remote.watch(
      { type: "Roster", text: "", list: "all", from: 0, count: 5 },
      (answer) => answer.total === 1 && resolve(answer),
    );
  });
  const done = await remote.do(recordCall({ soldierName: "Портов Пётр" }));
  expect(done.ok).toBe(true);
  expect((await seen).rows[0]?.name).toBe("Портов Пётр");
  expect(await remote.do({ type: "AddNote", case: newCase(), text: "никому" })).toMatchObject({
    ok: false,
    refusal: { type: "NoSuchCase" },
  });
  await remote.lock();
  await until(remote, (status) => status.phase === "locked");
  await expect(remote.ask({ type: "Counters" })).rejects.toThrow("the office failed: Error");
  port1.close();
  port2.close();
  await server.close();
});

test("to lock ends what is behind the port; another begins there, asks for the passphrase, and who watched goes on watching", async () => {
  const server = serverForOffices();
  const store = memoryStore();
  const ends: (() => void)[] = [];
  const behind = (office: Office): Port => {
    const { port1, port2 } = new MessageChannel();
    serveOffice(port1, office);
    ends.push(() => port1.close());
    return port2;
  };
  const founded = await foundedOn(server, { store });
  const remote = connectOffice(behind(founded), () => {
    ends.at(-1)?.();
    return behind(officeOn(server, { store }));
  });
  await until(remote, (status) => status.phase === "open");
  const phases: string[] = [];
  remote.watchStatus(({ phase }) => phases.push(phase));
  const totals: number[] = [];
  remote.watch({ type: "Roster", text: "", list: "all", from: 0, count: 5 }, ({ total }) =>
    totals.push(total),
  );
  await remote.do(recordCall({ soldierName: "Портов Пётр" }));
  await expect.poll(() => totals.at(-1)).toBe(1);
  totals.length = 0;

  await remote.lock();
  expect(ends).toHaveLength(2);
  await until(remote, (status) => status.phase === "locked");
  expect(await remote.unlock("не те слова, что были")).toMatchObject({ ok: false });
  // A new worker that says "opening" before it has looked must not put the desk on the screen.
  expect(phases.slice(phases.indexOf("locked"))).not.toContain("opening");
  await expect(remote.ask({ type: "Counters" })).rejects.toThrow("the office failed");
  expect((await remote.unlock(PASSPHRASE)).ok).toBe(true);
  await expect.poll(() => totals.at(-1)).toBe(1);
  for (const end of ends) end();
  await server.close();
});

/** The office behind a message port says the same as the office itself. */
import { expect, test } from "vitest";

import type { RosterAnswer } from "./office.ts";
import { connectOffice, serveOffice } from "./port.ts";
import { foundedOn, newCase, recordCall, serverForOffices, until } from "./testing/offices.ts";

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

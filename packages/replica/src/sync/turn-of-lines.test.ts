/** What goes out first where a list of thousands waits: see inTurn (push.ts). */
import type { ContactId, Event, ListId } from "@answerable/casework";
import { expect, test } from "vitest";

import { chanceOf } from "../testing/chance.ts";
import { caseId, moment, note, openDevice, opening } from "../testing/devices.ts";
import { paperHelpline, serverOf } from "../testing/helpline.ts";

test("a call written down while a long list goes out is with the others before the list is, and what they wrote comes in meanwhile", async () => {
  const chance = chanceOf(31);
  const paper = await paperHelpline(2);
  const { fetch, close } = await serverOf(paper);
  const [here, there] = await Promise.all([
    openDevice({ paper, server: fetch, at: 0, chance }),
    openDevice({ paper, server: fetch, at: 1, chance }),
  ]);
  for (const device of [here, there]) device.network.heal();
  const lines = Array.from({ length: 110 }, () => caseId(chance));
  const row = (at: number): Event => ({
    type: "RowTaken",
    list: "list".padEnd(22, "_") as ListId,
    row: `row${at}`.padEnd(11, "_"),
    place: String(at),
    contact: "contact".padEnd(22, "_") as ContactId,
  });
  for (const [at, line] of lines.entries())
    await here.copy().record(line, () => ({ at: moment(1), events: [opening(line), row(at)] }));
  const call = caseId(chance);
  await here.copy().record(call, () => ({ at: moment(2), events: [opening(call), note(chance, "ранен")] }));
  await here.sync();
  // The call first, and not all of the list: what is new comes in between.
  expect(here.copy().waiting()).toBe(10);
  expect(here.copy().waitingIn(call)).toBe(0);
  await there.sync();
  expect(there.roster().knows(call)).toBeDefined();
  // A list that is put down faster than it goes out: what went is counted, whatever came meanwhile.
  expect(here.copy().sent()).toBe(101);
  for (const [at, line] of Array.from({ length: 20 }, () => caseId(chance)).entries())
    await here.copy().record(line, () => ({ at: moment(3), events: [opening(line), row(200 + at)] }));
  await here.sync();
  expect(here.copy().waiting()).toBe(0);
  expect(here.copy().sent()).toBe(131);
  await there.sync();
  expect(lines.filter((line) => there.roster().knows(line) === undefined)).toEqual([]);
  await close();
});

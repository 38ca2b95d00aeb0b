/**
 * Three families of one unit call in a week. A coordinator at home and the same woman's laptop at the office have no line, and on both the
 * proposal is gathered; on each of them one more family has called that the other has not heard of. When the lines are back there is
 * one incident, with everybody in it.
 */
import type { CaseId } from "@answerable/casework";
import { memoryStore } from "@answerable/server";
import { expect, test } from "vitest";

import { call, enrol, found, newId, openStage, seen, until, type Laptop } from "./stage.ts";

const asked = { type: "GatheredIncidents" } as const;

async function calls(laptop: Laptop, name: string): Promise<CaseId> {
  const id = newId<CaseId>();
  const draft = call({ soldierName: name, unit: "в/ч 98989", grievances: ["C1"] });
  const done = await laptop.office().do({ type: "RecordCall", draft, case: id });
  if (!done.ok) throw new Error(done.refusal.type);
  return id;
}

async function gathers(laptop: Laptop, count: number) {
  const { proposals } = await seen(
    laptop.office(),
    asked,
    ({ proposals: [first] }) => first?.cases.length === count,
  );
  const [proposed] = proposals;
  if (!proposed) throw new Error("nothing is proposed");
  const { incident, ...cluster } = proposed;
  const done = await laptop.office().do({ type: "GatherIncident", case: incident, cluster });
  expect(done).toEqual({ ok: true, value: { folder: incident } });
  return incident;
}

test("an incident that two people gather without hearing of each other is one, with the cases of both", async () => {
  const stage = openStage(memoryStore());
  const [home, work] = [stage.laptop("дом"), stage.laptop("стол")];
  await found(home, "Вера");
  await enrol(home, work, "Вера");
  for (const name of ["Первый Пётр", "Второй Фома", "Третий Савва"]) await calls(home, name);
  await seen(work.office(), asked, ({ proposals: [first] }) => first?.cases.length === 3);

  home.pullTheCable();
  work.pullTheCable();
  await calls(home, "Четвёртый Лука");
  await calls(work, "Пятый Яков");
  const incident = await gathers(home, 4);
  expect(await gathers(work, 4)).toBe(incident);

  home.plugItIn();
  work.plugItIn();
  for (const laptop of [home, work]) {
    const office = laptop.office();
    await until(office, ({ online, waiting }) => online && waiting === 0);
    const { incidents, proposals } = await seen(
      office,
      asked,
      ({ incidents: [one] }) => one?.cases.length === 5,
    );
    expect(incidents.map((one) => one.incident)).toEqual([incident]);
    expect(proposals).toEqual([]);
  }

  // Taken back, it may be gathered anew: into another folder, and again the same on both.
  const back = { type: "TakeIncidentBack", case: incident, reason: "две разные роты" } as const;
  expect((await home.office().do(back)).ok).toBe(true);
  await seen(work.office(), asked, ({ incidents }) => incidents.every(({ isTakenBack }) => isTakenBack));
  const [again] = (await seen(home.office(), asked, ({ proposals }) => proposals.length === 1)).proposals;
  expect(again?.incident).not.toBe(incident);
  await seen(work.office(), asked, ({ proposals: [one] }) => one?.incident === again?.incident);
  await stage.close();
});

/**
 * A volunteer's laptop is taken from her table while it is locked. A colleague calls it lost; every desk has a new key within
 * the minute; what the laptop has opens nothing new, and when whoever holds it goes online, it destroys what is left.
 */
import type { CaseId } from "@answerable/casework";
import { memoryStore as shelf } from "@answerable/server";
import { afterAll, beforeAll, expect, test } from "vitest";

import { hitsIn } from "./canaries.ts";
import {
  bringIn,
  call,
  diskOf,
  found,
  newId,
  openStage,
  PASSPHRASE,
  seen,
  until,
  type Laptop,
  type Stage,
} from "./stage.ts";

const SOLDIER = "Перепелицын-Заречный Тихон Лукич";
const LATER = "Неупокоев-Ясный Авенир Фролович";

let stage: Stage;
beforeAll(() => {
  stage = openStage(shelf(), { locks: "real" });
});
afterAll(() => stage.close());

async function callAbout(laptop: Laptop, soldierName: string): Promise<CaseId> {
  const id = newId<CaseId>();
  const done = await laptop.office().do({ type: "RecordCall", draft: call({ soldierName }), case: id });
  if (!done.ok) throw new Error(done.refusal.type);
  return id;
}
const finds = (laptop: Laptop, text: string) =>
  seen(
    laptop.office(),
    { type: "Roster", text: text.split(" ")[0] ?? "", list: "all", from: 0, count: 5 },
    ({ total }) => total === 1,
  );

test("a laptop is seized", { timeout: 180_000 }, async () => {
  const [ninas, verasLaptop, zoyas] = [
    stage.laptop("стол Нины"),
    stage.laptop("ноутбук Веры"),
    stage.laptop("стол Зои"),
  ];
  await found(ninas, "Нина");
  await bringIn(ninas, verasLaptop, "Вера");
  await bringIn(ninas, zoyas, "Зоя");
  await callAbout(verasLaptop, SOLDIER);
  await finds(ninas, SOLDIER);
  await finds(zoyas, SOLDIER);

  // It is taken locked. On its disk is no name and no key: neither after locking, nor after the power is cut.
  await verasLaptop.office().lock();
  expect(
    hitsIn([["disk", await diskOf(verasLaptop)]], [SOLDIER, "Вера", PASSPHRASE, "AGE-SECRET-KEY"]),
  ).toEqual([]);
  verasLaptop.pullTheCable();

  // Zoya, who is no coordinator, cannot take another's device out; Nina can, by a word.
  const team = await seen(ninas.office(), { type: "Team" }, ({ members }) => members.length === 3);
  const vera = team.members.find(({ name }) => name === "Вера");
  const [device] = vera?.devices ?? [];
  if (!vera || !device) throw new Error("Vera is on the line");
  const word = { type: "RevokeDevice", device: device.id, why: "lost" } as const;
  expect(await zoyas.office().sayOfPeople(word)).toEqual({ ok: false, refusal: { type: "NotAllowed" } });
  expect((await ninas.office().sayOfPeople(word)).ok).toBe(true);

  // The desk has a new key, and both who stay work under it; what was said before stands.
  const rotated = await seen(zoyas.office(), { type: "Team" }, ({ desks }) => desks[0]?.epoch === 2);
  expect(rotated.desks[0]?.isRotationDue).toBe(false);
  await callAbout(ninas, LATER);
  await finds(zoyas, LATER);
  await finds(zoyas, SOLDIER);

  // Whoever has the laptop and her passphrase finds what she had read, and nothing of what came after.
  expect(await verasLaptop.office().unlock(PASSPHRASE)).toEqual({ ok: true, value: undefined });
  await finds(verasLaptop, SOLDIER);
  await callAbout(verasLaptop, "Поздний Лист Сирый");

  // Online, the signed log tells the device that it is lost: it destroys its keys first, then everything.
  verasLaptop.plugItIn();
  await until(verasLaptop.office(), ({ phase }) => phase === "gone");
  await expect.poll(async () => (await leftOn(verasLaptop)).length).toBe(0);
  expect(await verasLaptop.office().unlock(PASSPHRASE)).toEqual({
    ok: false,
    refusal: { type: "NothingToUnlock" },
  });
  const heard: [string, Buffer][] = [["wire", Buffer.from(stage.heard.join("\n"))]];
  expect(hitsIn(heard, [SOLDIER, LATER, "Поздний Лист Сирый"])).toEqual([]);
  // What she wrote after she was out is nobody's sheet.
  const roster = await ninas
    .office()
    .ask({ type: "Roster", text: "Поздний", list: "all", from: 0, count: 5 });
  expect(roster.total).toBe(0);
});

test("somebody is at the door: three tabs, and no network", { timeout: 120_000 }, async () => {
  const house = openStage(shelf(), { locks: "real" });
  const [ninas, veras] = [house.laptop("стол"), house.laptop("ноутбук")];
  await found(ninas, "Нина");
  await bringIn(ninas, veras, "Вера");
  await callAbout(veras, SOLDIER);
  await finds(ninas, SOLDIER);
  const tabs = [veras.openTab(), veras.openTab()];
  for (const tab of tabs) await until(tab, ({ phase }) => phase === "locked");
  veras.pullTheCable();

  const began = performance.now();
  const done = veras.office().panic();
  // The keys are the first thing to go.
  await expect.poll(async () => veras.store.get("keep", "keep"), { interval: 1 }).toBeUndefined();
  expect(performance.now() - began).toBeLessThan(500);
  await done;
  for (const office of [veras.office(), ...tabs]) {
    expect(office.status().phase).toBe("gone");
    expect(JSON.stringify(office.status())).not.toContain("Helpline");
  }
  expect(await leftOn(veras)).toEqual([]);

  // When the line is back, the helpline learns of it by itself.
  veras.plugItIn();
  const team = await seen(ninas.office(), { type: "Team" }, ({ desks }) => desks[0]?.epoch === 2);
  const lost = team.members.find(({ name }) => name === "Вера")?.devices[0];
  expect(lost).toMatchObject({ isInUse: false, why: "lost" });
  await house.close();
});

async function leftOn({ store }: Laptop): Promise<readonly string[]> {
  const left: string[] = [];
  for (const drawer of [
    "keep",
    "team",
    "keys",
    "sheets",
    "cards",
    "binders",
    "places",
    "outbox",
    "drafts",
    "own",
  ] as const)
    for await (const page of store.list(drawer)) left.push(...page.map(({ key }) => `${drawer}/${key}`));
  return left;
}

/**
 * A case that was closed two years ago: the rule lists it, a volunteer proposes, the coordinator confirms. Its key is destroyed on the
 * server and on every device, one that was away among them; a tombstone is left, and a backup made later holds nothing that opens it.
 */
import type { CaseId } from "@answerable/casework";
import { memoryStore as shelf } from "@answerable/server";
import { expect, test } from "vitest";

import { hitsIn } from "./canaries.ts";
import {
  bringIn,
  call,
  diskOf,
  enrol,
  found,
  newId,
  openStage,
  PASSPHRASE,
  seen,
  until,
  type Laptop,
} from "./stage.ts";

const SOLDIER = "Перегудов-Вечный Тихон Лукич";
const WORD = "Перегудов";
const THREE_YEARS = 3 * 365 * 86_400_000;
const find = { type: "Roster", text: WORD, list: "all", from: 0, count: 5 } as const;

test("a case comes to its end", { timeout: 180_000 }, async () => {
  const store = shelf();
  const stage = openStage(store);
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const [ninas, veras, zoyas] = [
    stage.laptop("стол Нины", now),
    stage.laptop("ноутбук Веры", now),
    stage.laptop("стол Зои", now),
  ];
  await found(ninas, "Нина");
  await bringIn(ninas, veras, "Вера");
  await bringIn(ninas, zoyas, "Зоя");
  const id = newId<CaseId>();
  const done = async (laptop: Laptop, command: Parameters<ReturnType<Laptop["office"]>["do"]>[0]) => {
    const did = await laptop.office().do(command);
    if (!did.ok) throw new Error(did.refusal.type);
  };
  await done(veras, {
    type: "RecordCall",
    draft: call({ soldierName: SOLDIER, summary: "Молчит." }),
    case: id,
  });
  await done(veras, { type: "SetOutcome", case: id, outcome: "favourable", reason: "нашёлся" });
  await done(veras, { type: "MoveStage", case: id, stage: "closed", reason: "" });
  for (const one of [ninas, zoyas]) await seen(one.office(), find, ({ total }) => total === 1);
  await seen(zoyas.office(), { type: "CaseFile", case: id }, ({ type }) => type === "Here");
  const desk = await deskOf(store);
  expect(await store.folderKey(desk, id as never)).toBeDefined();
  // Zoya goes away with the whole case on her disk, and a half-written note.
  await zoyas.office().keepSlip({ place: `${id}/note`, words: { text: `спросить у ${SOLDIER}` } });
  zoyas.pullTheCable();

  // Three years on. Nothing expires by itself: it stands in a list.
  ahead = THREE_YEARS;
  const listed = await veras.office().ask({ type: "Expiring" });
  expect(listed.rows.map((row) => [row.case, row.standing])).toEqual([[id, "due"]]);
  await done(veras, { type: "ProposeExpiry", case: id });
  expect((await veras.office().do({ type: "ShredCase", case: id })).ok).toBe(false);
  await done(veras, { type: "TakeBackExpiry", case: id });
  await done(veras, { type: "ProposeExpiry", case: id });
  await seen(ninas.office(), { type: "Expiring" }, ({ rows }) => rows[0]?.leaving !== undefined);
  await done(ninas, { type: "ShredCase", case: id });

  // The server has no key for it any more, and no binder with its card.
  await expect.poll(async () => store.folderKey(desk, id as never), { timeout: 60_000 }).toBeUndefined();
  expect(await store.binderNames(desk)).toEqual([]);
  // Its sheets stay, closed for good, so that the log is whole: nobody is told of a rollback or a fork.
  expect((await store.sheets(desk, id as never, { after: 0, most: 10 })).length).toBeGreaterThan(3);
  await isGone(ninas, id);
  await isGone(veras, id);
  expect(ninas.office().status().log).toBeUndefined();

  // Whoever was away lets go of it as soon as she is back.
  zoyas.plugItIn();
  await isGone(zoyas, id);
  expect(zoyas.office().status().quarantined).toEqual([]);
  expect(await zoyas.office().slips()).toEqual([]);
  // After a restart too, from the disk alone; and on a device that comes later.
  zoyas.pullTheCable();
  await zoyas.crash();
  await zoyas.office().unlock(PASSPHRASE);
  await until(zoyas.office(), ({ phase }) => phase === "open");
  expect(await zoyas.office().ask({ type: "CaseFile", case: id })).toMatchObject({ type: "Shredded" });
  const second = stage.laptop("второй стол Нины", now);
  await enrol(ninas, second, "Нина");
  const ended = await seen(second.office(), { type: "Expiring" }, (answer) => answer.ended.length === 1);
  expect(ended.ended[0]).toMatchObject({ rule: "closed" });
  expect((await second.office().ask(find)).total).toBe(0);
  for (const one of [ninas, veras, zoyas, second])
    expect(hitsIn([[one.name, await diskOf(one)]], [SOLDIER, WORD])).toEqual([]);
  await stage.close();
});

/** The roster does not know him, the folder does not open, and nothing of it lies on the disk. */
async function isGone(laptop: Laptop, id: CaseId): Promise<void> {
  await seen(laptop.office(), { type: "CaseFile", case: id }, ({ type }) => type === "Shredded");
  await expect
    .poll(
      async () => {
        const left: string[] = [];
        for (const drawer of ["keys", "sheets", "outbox"] as const)
          for await (const page of laptop.store.list(drawer))
            left.push(...page.filter(({ key }) => key.includes(id)).map(({ key }) => `${drawer} ${key}`));
        return left;
      },
      { timeout: 60_000 },
    )
    .toEqual([]);
  expect((await laptop.office().ask(find)).total).toBe(0);
}

async function deskOf(store: ReturnType<typeof shelf>) {
  for (const { act } of await store.team(0)) if (act.type === "DeskCreated") return act.desk;
  throw new Error("a helpline without a desk");
}

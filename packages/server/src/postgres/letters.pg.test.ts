/** Letters between the writing and the place: what a crash leaves there, and many who send the same at once. */
import { createHash } from "node:crypto";

import { idFrom, toText, type DeskId, type DropId, type Hash, type Period } from "@answerable/wire";
import { afterAll, beforeAll, expect, test } from "vitest";

import { bytesOf } from "../bytes.ts";
import type { DropToFile } from "../drops/outside-store.ts";
import type { Store } from "../store.ts";
import { seededRandom, testHelpline } from "../testing/helpline.ts";
import { testDatabase, type TestDatabase } from "../testing/test-postgres.ts";
import { postgresStore } from "./postgres-store.ts";

const [MONDAY, TUESDAY] = ["2026-11-23", "2026-11-24"];
const random = seededRandom("letters that lie unplaced");
let opened: TestDatabase;
let stores: readonly Store[];
let desks: readonly DeskId[];

beforeAll(async () => {
  opened = await testDatabase("npm");
  stores = [postgresStore(opened.database), postgresStore(opened.database)];
  const helpline = await testHelpline({ seed: "letters", desks: 3 });
  const { statements, boxes } = helpline.founding;
  await stores[0]?.takeTeam({ statements, boxes, desks: helpline.desks });
  desks = helpline.desks;
});
afterAll(async () => {
  for (const store of stores) await store.close();
  await opened.close();
});

const storeAt = (at: number): Store => stores[at] ?? fail();
const deskAt = (at: number): DeskId => desks[at] ?? fail();
function fail(): never {
  throw new Error("the test has no such one");
}

function letter(desk: DeskId, changes: Partial<DropToFile> = {}): DropToFile {
  const body = random(3_000);
  return {
    desk,
    id: idFrom<DropId>(random(16)),
    period: 1 as Period,
    day: MONDAY,
    work: { challenge: toText(random(20)), until: 5_000 },
    body,
    hash: createHash("sha256").update(body).digest("base64url") as Hash, // makes the brand
    ...changes,
  };
}

/** As a process leaves it that went away after the writing. */
async function leftUnplaced(one: DropToFile, place: number): Promise<void> {
  const { desk, id, period, day, hash, body } = one;
  await opened.database.tables
    .insertInto("app.letter")
    .values({ desk, place, id, period, day, hash: bytesOf(hash), body: Buffer.from(body) })
    .execute();
}

const rowsAt = async (desk: DeskId) =>
  (
    await opened.database.tables
      .selectFrom("app.letter")
      .select(["id", "place"])
      .where("desk", "=", desk)
      .orderBy("place")
      .execute()
  ).map(({ id, place }) => [id, place]);

test("what was written and not placed is seen by nobody, gets its place when it is sent again, and is swept the next day", async () => {
  const [desk, store] = [deskAt(0), storeAt(0)];
  const [again, never] = [letter(desk), letter(desk)];
  await leftUnplaced(again, -5);
  await leftUnplaced(never, -6);
  expect(await store.filed(desk, again.id)).toBeUndefined();
  expect(await store.dropHead(desk)).toBe(0);
  expect(await store.drops(desk, { after: 0, mostBytes: 100_000 })).toEqual([]);

  expect(await store.fileDrops([again])).toEqual([{ type: "Filed", place: 1, day: MONDAY }]);
  expect(await rowsAt(desk)).toEqual([
    [never.id, -6],
    [again.id, 1],
  ]);
  const [kept] = await store.drops(desk, { after: 0, mostBytes: 100_000 });
  expect(kept?.drop.body).toBe(toText(again.body));

  const later = letter(desk, { day: TUESDAY });
  expect(await store.fileDrops([later])).toEqual([{ type: "Filed", place: 2, day: TUESDAY }]);
  expect(await rowsAt(desk)).toEqual([
    [again.id, 1],
    [later.id, 2],
  ]);
});

test("other bytes that lie unplaced under an id do not stand in the way, and what is refused leaves nothing behind", async () => {
  const [desk, store] = [deskAt(1), storeAt(0)];
  const one = letter(desk);
  await leftUnplaced(letter(desk, { id: one.id }), -7);
  const refused = letter(desk, { work: one.work });
  const last = letter(desk);
  expect(await store.fileDrops([one])).toEqual([{ type: "Filed", place: 1, day: MONDAY }]);
  expect(await store.fileDrops([refused, last])).toEqual([
    { type: "WorkUsed" },
    { type: "Filed", place: 2, day: MONDAY },
  ]);
  expect(await store.fileDrops([letter(desk, { id: one.id })])).toEqual([{ type: "IdTaken" }]);
  expect(await rowsAt(desk)).toEqual([
    [one.id, 1],
    [last.id, 2],
  ]);
});

test("sent to two processes at once, by several writers of each, a letter has one place, and places have no gap", async () => {
  const desk = deskAt(2);
  const letters = Array.from({ length: 60 }, () => letter(desk));
  const work = () => ({ challenge: toText(random(20)), until: 5_000 });
  const groups = Array.from({ length: 12 }, (_, n) =>
    letters.filter((_each, at) => (at + n) % 3 > 0).map((each) => ({ ...each, work: work() })),
  );
  const answers = await Promise.all(groups.map((group, n) => storeAt(n % 2).fileDrops(group)));
  const places = new Map<DropId, Set<number>>();
  groups.forEach((group, n) => {
    group.forEach(({ id }, at) => {
      const answer = answers[n]?.[at];
      if (answer?.type !== "Filed") throw new Error(`not filed: ${answer?.type}`);
      places.set(id, (places.get(id) ?? new Set()).add(answer.place));
    });
  });
  expect([...places.values()].every((each) => each.size === 1)).toBe(true);
  expect((await rowsAt(desk)).map(([, place]) => place)).toEqual(letters.map((_, at) => at + 1));
  expect(await storeAt(0).dropHead(desk)).toBe(letters.length);
});

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { deviceSecretFromBytes, intakeKeyFile, openBox, readTeam, unlockKeep } from "@answerable/seal";
import { fromText, type Period, type PlacedDrop } from "@answerable/wire";
import { expect, test } from "vitest";

import { readAtRest } from "../at-rest.ts";
import type { Office } from "../office.ts";
import { memoryStore } from "../store/memory.ts";
import type { Store } from "../store/store.ts";
import { openFamily } from "../testing/families.ts";
import { foundedOn, joinedTo, PASSPHRASE, recordCall, serverForOffices, until } from "../testing/offices.ts";
import { quickStretch } from "../testing/quick-stretch.ts";

const DAY = 86_400_000;
const page = { type: "Inbox", list: "waiting", from: 0, count: 50 } as const;

async function inStep(office: Office): Promise<void> {
  const before = office.status().syncedAt;
  await office.do(recordCall({ kind: "support" }));
  await until(office, ({ waiting, syncedAt }) => waiting === 0 && syncedAt !== before);
}

async function openAt(office: Office, count: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    await inStep(office);
    const { rows } = await office.ask(page);
    if (rows.filter((row) => row.state === "open").length === count) return;
  }
  throw new Error(`never ${count} open letters`);
}

/** The identities that lie in the box on this device's disk: what its owner has with her passphrase. */
async function secretsOn(store: Store) {
  const atRest = await readAtRest(store);
  if (!atRest) throw new Error("a device");
  const deviceSecret = deviceSecretFromBytes(new Uint8Array(32).fill(7));
  const unlocked = await unlockKeep(atRest.keep, {
    passphrase: PASSPHRASE,
    deviceSecret,
    stretch: quickStretch,
  });
  const [box] = atRest.boxes;
  if (unlocked.type !== "Open" || !box) throw new Error("a keep and a box");
  return openBox(box, unlocked.keep, await readTeam(atRest.statements));
}

test(
  "a key lasts its month and the next one, and is gone when no letter under it waits",
  { timeout: 60_000 },
  async () => {
    const server = serverForOffices();
    const store = memoryStore();
    let later = 0;
    const now = () => Date.now() + later;
    const office = await foundedOn(server, { store, now });
    await inStep(office);
    const periods = async () => [...((await secretsOn(store)).intake?.keys() ?? [])];
    expect(await periods()).toEqual([1]);
    const drop = await (await openFamily({ server, now })).writes({ soldierName: "Ветлугин" });
    await openAt(office, 1);
    for (const [days, expected] of [
      [25, [1, 2]],
      [50, [1, 2, 3]], // a letter under the first still waits
    ] as const) {
      later = days * DAY;
      await inStep(office);
      expect(await periods()).toEqual(expected);
    }
    const taken = await office.takeDrop({ drop });
    expect(taken.ok).toBe(true);
    await inStep(office);
    later = 75 * DAY;
    await inStep(office);
    expect(await periods()).toEqual([3, 4]);
  },
);

test("a device that comes late opens what came before it", { timeout: 60_000 }, async () => {
  const server = serverForOffices();
  const office = await foundedOn(server);
  await inStep(office);
  await (await openFamily({ server })).writes({ soldierName: "Ветлугин" });
  const second = await joinedTo(office, server);
  await openAt(second, 1);
});

test.skipIf(!existsSync("/usr/bin/age"))(
  "Debian's age and tar open a letter with the intake key that a device exports",
  { timeout: 60_000 },
  async () => {
    const server = serverForOffices();
    const store = memoryStore();
    const office = await foundedOn(server, { store });
    await inStep(office);
    await (await openFamily({ server })).writes({ story: "Сын не звонил." });
    await openAt(office, 1);
    let placed: PlacedDrop | undefined;
    for await (const kept of store.list("drops")) placed = JSON.parse(kept[0]?.text ?? "") as PlacedDrop; // as it was kept
    const key = await intakeKeyFile(await secretsOn(store), 1 as Period);
    if (!placed || key === undefined) throw new Error("a letter and its key");
    const scratch = mkdtempSync(join(tmpdir(), "answerable-inbox-"));
    try {
      writeFileSync(join(scratch, "key"), key, { mode: 0o600 });
      writeFileSync(join(scratch, "letter.age"), fromText(placed.drop.body));
      const tar = execFileSync("/usr/bin/age", [
        "-d",
        "-i",
        join(scratch, "key"),
        join(scratch, "letter.age"),
      ]);
      writeFileSync(join(scratch, "letter.tar"), tar);
      const report = execFileSync("tar", ["-xOf", join(scratch, "letter.tar"), "report.json"], {
        encoding: "utf8",
      });
      expect(JSON.parse(report)).toMatchObject({ story: "Сын не звонил." });
    } finally {
      rmSync(scratch, { recursive: true });
    }
  },
);

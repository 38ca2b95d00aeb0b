import { intakeOf, toText, type Period, type SealedDrop } from "@answerable/wire";
import { describe, expect, test } from "vitest";

import { newIdentity } from "./age.ts";
import type { Suite } from "./age.ts";
import { BoxDamaged, openBox, sealBox } from "./box.ts";
import { Damaged } from "./damaged.ts";
import { sealDrop } from "./drop/sealed-drop.ts";
import { addDevice } from "./found.ts";
import { isIntakeDue, openSealedDrop, publishIntake } from "./intake.ts";
import { openKeep } from "./keep.ts";
import { makeDevice } from "./people.ts";
import { readTeam, readTeamOn } from "./team.ts";
import { chance } from "./testing/chance.ts";
import { familyNamed } from "./testing/family.ts";
import { helpline, named, now } from "./testing/helpline.ts";

const DAY = 86_400_000;
const first = 1 as Period; // makes the brand

async function withLetterbox(suite: Suite = "A1") {
  const house = await helpline(`letterbox ${suite}`, { suite });
  const { open: keep, team, random, secrets } = house;
  const published = await publishIntake({ keep, team, now, random, desk: secrets });
  return { ...house, published };
}

async function drop(
  suite: Suite,
  intake: string,
  house: Awaited<ReturnType<typeof withLetterbox>>,
): Promise<SealedDrop> {
  const { family } = await familyNamed("family", suite);
  const sealed = await sealDrop({ suite, intake, report: { v: 1 }, family, files: [] });
  return { v: 1, desk: house.desk, id: named("drop"), period: first, body: toText(sealed) };
}

describe.each(["A1", "A2"] as const)("the letterbox of a helpline of suite %s", (suite) => {
  test(
    "is published in the log, and its letters open with what the box of the desk holds",
    { timeout: 30_000 },
    async () => {
      const house = await withLetterbox(suite);
      const { push, team } = house.published;
      expect(await readTeamOn(house.team, push.statements)).toEqual(team);
      const standing = intakeOf(team, house.desk, now);
      if (standing.type !== "Open") throw new Error(standing.type);
      const [box] = push.boxes;
      if (!box) throw new Error("a box");
      const secrets = await openBox(box, house.open, team);
      expect(secrets).toEqual(house.published.secrets);
      const letter = await drop(suite, standing.key.recipient, house);
      expect(await openSealedDrop(letter, secrets, suite)).toMatchObject({ report: { v: 1 } });
      expect(await openSealedDrop({ ...letter, period: 2 as Period }, secrets, suite)).toBeUndefined();
      await expect(openSealedDrop({ ...letter, body: letter.body.slice(4) }, secrets, suite)).rejects.toThrow(
        Damaged,
      );
    },
  );
});

test("a device that comes later opens letters from before it came", async () => {
  const house = await withLetterbox();
  const { team, secrets } = house.published;
  const second = await makeDevice("A1", { member: house.member, seed: await seedOf(house) }, house.random);
  const added = await addDevice({ keep: house.open, team, now, device: second.keys, desks: [secrets] });
  const [box] = added.push.boxes;
  if (!box) throw new Error("a box");
  const theirs = await openBox(box, { device: second.device, identity: second.secrets.identity }, added.team);
  expect(theirs.intake).toEqual(secrets.intake);
});

test("a box that holds another intake identity than the published one is refused", async () => {
  const house = await withLetterbox();
  const { team, secrets } = house.published;
  const other = new Map([[first, newIdentity("A1", chance("other"))]]);
  const box = await sealBox({ desk: { ...secrets, intake: other }, team, keep: house.open });
  await expect(openBox(box, house.open, team)).rejects.toThrow(BoxDamaged);
});

test("a key by a stranger's device, or of another helpline, is not in the log that the form reads", async () => {
  const house = await withLetterbox();
  const other = await helpline("another helpline");
  const stranger = await publishIntake({
    keep: other.open,
    team: other.team,
    now,
    random: other.random,
    desk: other.secrets,
  });
  const statements = [...house.push.statements, ...stranger.push.statements];
  await expect(readTeam(statements, house.team.fingerprint)).rejects.toThrow("broken");
  const theirs = [...other.push.statements, ...stranger.push.statements];
  await expect(readTeam(theirs, house.team.fingerprint)).rejects.toThrow("WrongFingerprint");
  const [statement] = house.published.push.statements;
  if (!statement) throw new Error("a statement");
  const unsigned = { ...statement, signature: toText(new Uint8Array(64)) };
  await expect(readTeam([...house.push.statements, unsigned], house.team.fingerprint)).rejects.toThrow(
    "BadSignature",
  );
});

test("the next key is due a week before the old one is thirty days old, and follows it", async () => {
  const house = await withLetterbox();
  const { team, secrets } = house.published;
  expect(isIntakeDue(house.team, house.desk, now)).toBe(true);
  expect(isIntakeDue(team, house.desk, now + 22 * DAY)).toBe(false);
  expect(isIntakeDue(team, house.desk, now + 24 * DAY)).toBe(true);
  const later = now + 24 * DAY;
  const next = await publishIntake({
    keep: house.open,
    team,
    now: later,
    random: house.random,
    desk: secrets,
  });
  expect([...(next.secrets.intake?.keys() ?? [])]).toEqual([1, 2]);
  expect(intakeOf(next.team, house.desk, later)).toMatchObject({ type: "Open", key: { period: 2 } });
});

async function seedOf(house: Awaited<ReturnType<typeof helpline>>): Promise<Uint8Array> {
  const { fromText } = await import("@answerable/wire");
  return fromText((await openKeep(house.keep)).memberSeed);
}

/** People come and go with real keys: who may open what, before and after. */
import {
  devicesOfDesk,
  fromText,
  toText,
  type Act,
  type EpochBox,
  type MemberId,
  type Team,
} from "@answerable/wire";
import { expect, test } from "vitest";

import {
  BoxDamaged,
  changeTeam,
  createDesk,
  deskKeys,
  openBox,
  openKeep,
  publishIntake,
  sealBox,
  type DeskSecrets,
} from "./index.ts";
import { makeStoreKey, type OpenKeep } from "./keep.ts";
import { makeDevice, makeMember } from "./people.ts";
import { chance } from "./testing/chance.ts";
import { helpline, now } from "./testing/helpline.ts";

type House = Awaited<ReturnType<typeof helpline>>;
interface Colleague {
  readonly member: MemberId;
  readonly keep: OpenKeep;
  readonly act: Act;
}

async function colleague(house: House, name: string): Promise<Colleague> {
  const random = chance(`${name} of ${house.member}`);
  const { suite } = house.team.charter;
  const member = makeMember(random);
  const made = await makeDevice(suite, member, random);
  const keep = await openKeep({
    ...house.keep,
    member: member.member,
    memberSeed: toText(member.seed),
    device: made.device,
    signing: toText(made.secrets.signing),
    identity: made.secrets.identity,
    store: toText(makeStoreKey(random)),
  });
  const act: Act = {
    type: "MemberAdded",
    member: { member: member.member, key: toText(member.publicKey) },
    device: made.keys,
    roles: ["operator"],
    desks: [house.desk],
  };
  return { member: member.member, keep, act };
}

/** Vera has founded; Zoya and Lida have come. */
async function house(name: string) {
  const vera = await helpline(name);
  const [zoya, lida] = [await colleague(vera, "zoya"), await colleague(vera, "lida")];
  const letterbox = await publishIntake({
    keep: vera.open,
    team: vera.team,
    now,
    random: vera.random,
    desk: vera.secrets,
  });
  const came = await changeTeam({
    keep: vera.open,
    team: letterbox.team,
    now,
    desks: [letterbox.secrets],
    acts: [zoya.act, lida.act],
  });
  return { vera, zoya, lida, team: came.team, secrets: came.desks, box: boxOf(came.push.boxes) };
}

function boxOf(boxes: readonly EpochBox[], at = 0): EpochBox {
  const box = boxes[at];
  if (!box) throw new Error("a box");
  return box;
}
const epochs = (desk: DeskSecrets | undefined) => [...(desk?.secrets.keys() ?? [])];
const removal = (member: MemberId): Act => ({ type: "MemberRemoved", member });

test("a new member opens what was sealed before she came", async () => {
  const { zoya, team, secrets, box } = await house("coming");
  expect(await openBox(box, zoya.keep, team)).toEqual(secrets[0]);
});

test("whoever removes a colleague rotates in the same push: the one who left is not in the box, the letterbox has a new key", async () => {
  const { vera, zoya, lida, team, secrets } = await house("leaving");
  const gone = await changeTeam({
    keep: vera.open,
    team,
    now,
    desks: secrets,
    random: vera.random,
    acts: [removal(zoya.member)],
  });
  expect(gone.push.statements.map(({ act }) => act.type)).toEqual([
    "MemberRemoved",
    "EpochRotated",
    "IntakeKeyPublished",
  ]);
  const box = boxOf(gone.push.boxes);
  expect(box.devices).toEqual([vera.device, lida.keep.device].toSorted());
  const opened = await openBox(box, lida.keep, gone.team);
  expect(opened).toEqual(gone.desks[0]);
  expect(epochs(opened)).toEqual([1, 2]);
  // The letters that are on their way under the key before can still be opened.
  expect([...(opened.intake?.keys() ?? [])]).toEqual([1, 2]);
  await expect(openBox(box, zoya.keep, gone.team)).rejects.toMatchObject({ why: "NotForThisDevice" });
  const asIfHers = { ...box, devices: [...box.devices, zoya.keep.device].toSorted() };
  await expect(openBox(asIfHers, zoya.keep, gone.team)).rejects.toMatchObject({ why: "WrongDevices" });
});

test("she suspends herself, and the next device online rotates", async () => {
  const { zoya, lida, team, secrets } = await house("herself");
  const said = await changeTeam({
    keep: zoya.keep,
    team,
    now,
    desks: secrets,
    random: chance("zoya says"),
    acts: [{ type: "MemberSuspended", member: zoya.member }],
  });
  expect(said.push.boxes).toEqual([]);
  expect(said.push.statements).toHaveLength(1);
  const rotated = await changeTeam({
    keep: lida.keep,
    team: said.team,
    now,
    desks: secrets,
    random: chance("lida"),
    acts: [],
  });
  expect(rotated.push.statements.map(({ act }) => act.type)).toEqual(["EpochRotated", "IntakeKeyPublished"]);
  expect(await openBox(boxOf(rotated.push.boxes), lida.keep, rotated.team)).toEqual(rotated.desks[0]);
  expect(rotated.team.desks.get(boxOf(rotated.push.boxes).desk)?.isRotationDue).toBe(false);
});

test("a box with a wrong secret is refused, and whoever finds it rotates again without losing what came before", async () => {
  const { vera, zoya, lida, team, secrets } = await house("wrong key");
  const [desk] = secrets;
  if (!desk) throw new Error("a desk");
  const gone = await changeTeam({
    keep: vera.open,
    team,
    now,
    desks: secrets,
    random: vera.random,
    acts: [removal(zoya.member)],
  });
  const good = gone.desks[0];
  if (!good) throw new Error("a desk");
  const forged = new Map(good.secrets);
  for (const epoch of forged.keys()) if (epoch === 2) forged.set(epoch, chance("forged")(32) as never); // as a forger would
  const bad = await sealBox({ desk: { ...good, secrets: forged }, team: gone.team, keep: vera.open });
  await expect(openBox(bad, lida.keep, gone.team)).rejects.toMatchObject({ why: "WrongKey" });

  const mended = await changeTeam({
    keep: lida.keep,
    team: gone.team,
    now,
    desks: [desk],
    random: chance("lida mends"),
    acts: [],
    rotate: [desk.desk],
  });
  const opened = await openBox(boxOf(mended.push.boxes), vera.open, mended.team);
  expect(epochs(opened)).toEqual([1, 3]);
  expect(mended.team.desks.get(desk.desk)?.epoch).toBe(3);
});

test("a box that lacks an old secret is sealed again by whoever has it, with her weekly word", async () => {
  const { vera, lida, team, secrets } = await house("forgetful");
  const rotated = await changeTeam({
    keep: lida.keep,
    team,
    now,
    desks: secrets,
    random: chance("lida"),
    acts: [],
    rotate: [vera.desk],
  });
  const whole = rotated.desks[0];
  if (!whole) throw new Error("a desk");
  const mended = await changeTeam({
    keep: vera.open,
    team: rotated.team,
    now,
    desks: [whole],
    acts: [{ type: "DeviceRenewed" }],
    reseal: [vera.desk],
  });
  expect(epochs(await openBox(boxOf(mended.push.boxes), lida.keep, mended.team))).toEqual([1, 2]);
});

test("damage in a box, wherever it is, opens nothing", async () => {
  const { lida, team, box } = await house("damage");
  const bytes = fromText(box.file);
  for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 40)) {
    const changed = bytes.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    await expect(openBox({ ...box, file: toText(changed) }, lida.keep, team)).rejects.toThrow(BoxDamaged);
  }
});

test("after three rotations the device opens what lies under each of the four keys", async () => {
  const { vera, lida, team, secrets } = await house("often");
  let now3: { readonly team: Team; readonly desks: readonly DeskSecrets[] } = { team, desks: secrets };
  let box: EpochBox | undefined;
  for (const by of [lida.keep, vera.open, lida.keep]) {
    const next = await changeTeam({
      keep: by,
      ...now3,
      now,
      random: chance(`round ${now3.team.number}`),
      acts: [],
      rotate: [vera.desk],
    });
    now3 = next;
    box = boxOf(next.push.boxes);
  }
  if (!box) throw new Error("a box");
  const opened = await openBox(box, vera.open, now3.team);
  expect(epochs(opened)).toEqual([1, 2, 3, 4]);
  const folds = [...opened.secrets].map(([epoch, secret]) => toText(deskKeys(secret, vera.desk, epoch).fold));
  expect(new Set(folds).size).toBe(4);
});

test("desks at which she does not sit stay closed to a coordinator, and to her pushes", async () => {
  const { vera, lida, team, secrets } = await house("two desks");
  const promoted = await changeTeam({
    keep: vera.open,
    team,
    now,
    desks: secrets,
    acts: [{ type: "RolesGiven", member: lida.member, roles: ["coordinator"] }],
  });
  expect(promoted.push.boxes).toEqual([]);
  const second = await createDesk({
    keep: lida.keep,
    team: promoted.team,
    now,
    random: chance("second desk"),
  });
  const desk = second.secrets.desk;
  expect(devicesOfDesk(second.team, desk)).toEqual([lida.keep.device]);
  await expect(openBox(boxOf(second.push.boxes), vera.open, second.team)).rejects.toMatchObject({
    why: "NotForThisDevice",
  });
  const given = await changeTeam({
    keep: lida.keep,
    team: second.team,
    now,
    desks: [second.secrets, ...secrets],
    acts: [{ type: "SeatGiven", desk, member: vera.member }],
  });
  expect(await openBox(boxOf(given.push.boxes), vera.open, given.team)).toEqual(second.secrets);
});

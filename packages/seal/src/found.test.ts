import {
  devicesOfDesk,
  faultOfBox,
  labelled,
  TeamLogBroken,
  TeamPush,
  toText,
  utf8,
  fromText,
  type Hash,
} from "@answerable/wire";
import * as v from "valibot";
import { expect, test } from "vitest";

import { isHeaderOfSuite, type Suite } from "./age.ts";
import {
  addDevice,
  BoxDamaged,
  deskKeys,
  foundHelpline,
  openBox,
  openKeep,
  readTeam,
  readTeamOn,
  sealBox,
  signIn,
  verify,
} from "./index.ts";
import { certified, makeDevice, makeDeviceSecrets } from "./people.ts";
import { chance } from "./testing/chance.ts";
import { first, helpline, now } from "./testing/helpline.ts";

for (const suite of ["A1", "A2"] as const satisfies readonly Suite[]) {
  test(`a helpline of suite ${suite} is founded, and its founder's device opens its desk`, async () => {
    const house = await helpline(`founding ${suite}`, { suite });
    const push = v.parse(TeamPush, JSON.parse(JSON.stringify(house.push)));
    const team = await readTeam(push.statements, house.keep.fingerprint);
    expect(team).toEqual(house.team);
    expect(team.charter).toMatchObject({
      name: "Lighthouse",
      suite,
      practice: false,
      founded: "2026-11-22T18:30:00Z",
    });
    expect(devicesOfDesk(team, house.desk)).toEqual([house.device]);
    const [box] = push.boxes;
    if (!box) throw new Error("a box");
    expect(await faultOfBox(box, team, verify)).toBeUndefined();
    const opened = await openBox(box, house.open, team);
    expect(opened).toEqual(house.secrets);
  });

  test(`a second device of suite ${suite} is added, and both open the new box`, async () => {
    const house = await helpline(`adding ${suite}`, { suite });
    const random = chance(`phone ${suite}`);
    const phone = await makeDevice(
      suite,
      { member: house.member, seed: fromText(house.keep.memberSeed) },
      random,
    );
    const { push, team } = await addDevice({
      keep: house.open,
      team: house.team,
      now,
      device: phone.keys,
      desks: [house.secrets],
    });
    expect(await readTeamOn(house.team, push.statements)).toEqual(team);
    const [box] = v.parse(TeamPush, push).boxes;
    if (!box) throw new Error("a box");
    expect(box.devices).toEqual([house.device, phone.device].toSorted());
    expect(await openBox(box, { device: phone.device, identity: phone.secrets.identity }, team)).toEqual(
      house.secrets,
    );
    expect(await openBox(box, house.open, team)).toEqual(house.secrets);
    const [before] = house.push.boxes;
    if (!before) throw new Error("a box");
    await expect(
      openBox(before, { device: phone.device, identity: phone.secrets.identity }, team),
    ).rejects.toMatchObject({ why: "NotForThisDevice" });
  });
}

test("a server that shows another helpline is found out by the fingerprint", async () => {
  const house = await helpline("ours");
  const other = await helpline("theirs");
  await expect(readTeam(other.push.statements, house.keep.fingerprint)).rejects.toThrow(TeamLogBroken);
  await expect(readTeam([], house.keep.fingerprint)).rejects.toThrow(TeamLogBroken);
});

test("a member cannot be given a device that she did not certify", async () => {
  const house = await helpline("certify");
  const random = chance("stranger");
  const stranger = await makeDevice("A1", { member: house.member, seed: random(32) }, random);
  const adding = addDevice({
    keep: house.open,
    team: house.team,
    now,
    device: stranger.keys,
    desks: [house.secrets],
  });
  await expect(adding).rejects.toMatchObject({ why: "BadCertificate" });
  const { device } = await makeDeviceSecrets("A2", random);
  const hybrid = await certified(device, house.member, fromText(house.keep.memberSeed));
  const mixing = addDevice({
    keep: house.open,
    team: house.team,
    now,
    device: hybrid,
    desks: [house.secrets],
  });
  await expect(mixing).rejects.toMatchObject({ why: "WrongSuite" });
});

test("a box with wrong old keys is refused by its canary", async () => {
  const house = await helpline("canary");
  const other = await helpline("another canary");
  const secret = other.secrets.secrets.get(first);
  if (!secret) throw new Error("a secret");
  const box = await sealBox({
    desk: { desk: house.desk, secrets: new Map([[first, secret]]) },
    team: house.team,
    keep: house.open,
  });
  await expect(openBox(box, house.open, house.team)).rejects.toMatchObject({
    name: "BoxDamaged",
    why: "WrongKey",
  });
});

test("a box whose file was changed, or re-signed by a stranger, is refused", async () => {
  const house = await helpline("changed box");
  const other = await helpline("another box");
  const [box] = house.push.boxes;
  if (!box) throw new Error("a box");
  await expect(
    openBox({ ...box, file: `${box.file.slice(0, -4)}AAAA` }, house.open, house.team),
  ).rejects.toMatchObject({ why: "BadSignature" });
  await expect(openBox({ ...box, by: other.device }, house.open, house.team)).rejects.toMatchObject({
    why: "UnknownSigner",
  });
  const wrongSuite = { ...house.team, charter: { ...house.team.charter, suite: "A2" as const } };
  await expect(openBox(box, house.open, wrongSuite)).rejects.toMatchObject({ why: "Unreadable" });
  await expect(openBox(box, { ...house.open, identity: other.keep.identity }, house.team)).rejects.toThrow(
    BoxDamaged,
  );
});

test("a header with other stanzas than the suite's is not even tried", () => {
  const header = (...stanzas: string[]) =>
    utf8(`age-encryption.org/v1\n${stanzas.map((one) => `${one}\nAAAA\n`).join("")}--- MAC\n`);
  expect(isHeaderOfSuite(header("-> X25519 abc"), "A1")).toBe(true);
  expect(isHeaderOfSuite(header("-> X25519 abc", "-> scrypt abc 22"), "A1")).toBe(false);
  expect(isHeaderOfSuite(header("-> mlkem768x25519 abc", "-> X25519 abc"), "A2")).toBe(false);
  expect(isHeaderOfSuite(header(), "A1")).toBe(false);
  expect(isHeaderOfSuite(utf8("age-encryption.org/v1\n-> X25519 abc\n"), "A1")).toBe(false);
  expect(isHeaderOfSuite(header(...Array.from({ length: 600 }, () => "-> X25519 abc")), "A1")).toBe(false);
});

test("keys of one desk, epoch and purpose are nobody else's", async () => {
  const { keys, secrets } = await helpline("keys");
  const secret = secrets.secrets.get(first);
  if (!secret) throw new Error("a secret");
  const later = deskKeys(secret, keys.desk, 2 as typeof first);
  const all = [keys.fold, keys.card, keys.files, later.fold, later.card, later.files].map(toText);
  expect(new Set(all).size).toBe(6);
});

test("signing in signs the challenge for this helpline and this device", async () => {
  const house = await helpline("sign in");
  const { signature, ...said } = await signIn("challenge-1", house.open);
  expect(said).toEqual({ device: house.device, challenge: "challenge-1" });
  const message = (charter: Hash) =>
    labelled("answerable/sign-in/1", { charter, device: house.device, challenge: "challenge-1" });
  expect(
    await verify(house.open.signer.publicKey, message(house.keep.fingerprint), fromText(signature)),
  ).toBe(true);
  expect(
    await verify(house.open.signer.publicKey, message("A".repeat(43) as Hash), fromText(signature)),
  ).toBe(false);
});

test("a failing source of randomness founds nothing", async () => {
  const wish = { name: "Lighthouse", practice: true, suite: "A1", now } as const;
  const broken = { name: "RandomFailed" };
  await expect(foundHelpline({ ...wish, random: (bytes) => new Uint8Array(bytes) })).rejects.toMatchObject(
    broken,
  );
  await expect(
    foundHelpline({ ...wish, random: (bytes) => new Uint8Array(bytes).fill(7) }),
  ).rejects.toMatchObject(broken);
  await expect(foundHelpline({ ...wish, random: () => Uint8Array.of(1, 2, 3) })).rejects.toMatchObject(
    broken,
  );
  const thrown = () => {
    throw new Error("no entropy");
  };
  await expect(foundHelpline({ ...wish, random: thrown })).rejects.toThrow("no entropy");
  const house = await helpline("keep");
  expect((await openKeep(house.keep)).signer.publicKey).toEqual(house.open.signer.publicKey);
});

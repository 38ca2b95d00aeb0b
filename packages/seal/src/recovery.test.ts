/** The shares on paper: every fault of a share, and what a right set of them opens. */
import { recoveryOf } from "@answerable/wire";
import { expect, test } from "vitest";

import { recipientOf } from "./age.ts";
import { changeTeam, openBoxByRecovery, openKeep } from "./index.ts";
import { combineShares, makeRecovery, readShare, recoverMember, shareText, type Share } from "./recovery.ts";
import { chance } from "./testing/chance.ts";
import { helpline, now } from "./testing/helpline.ts";

const read = (text: string): Share => {
  const share = readShare(text);
  if (typeof share === "string") throw new Error(share);
  return share;
};

const choose = <T>(all: readonly T[], count: number): T[][] =>
  count === 0
    ? [[]]
    : all.flatMap((one, at) => choose(all.slice(at + 1), count - 1).map((rest) => [one, ...rest]));

for (const suite of ["A1", "A2"] as const) {
  for (const [least, of] of [
    [2, 3],
    [3, 5],
  ] as const) {
    test(`any ${least} of ${of} shares of suite ${suite} give the identity, fewer give nothing`, async () => {
      const { act, shares } = await makeRecovery({ suite, least, of, random: chance(`${suite} ${least}`) });
      expect(shares).toHaveLength(of);
      const all = shares.map(read);
      for (const some of choose(all, least)) {
        const identity = await combineShares(some, act);
        if (typeof identity !== "string") throw new Error(identity.type);
        expect(await recipientOf(identity)).toBe(act.recipient);
      }
      expect(await combineShares(all, act)).toBeTypeOf("string");
      for (const few of choose(all, least - 1))
        expect(await combineShares(few, act)).toEqual({ type: "TooFew", least, have: least - 1 });
      expect(await combineShares([], act)).toEqual({ type: "TooFew", least, have: 0 });
    });
  }
}

test("a share is eighteen groups of four symbols, and is read in any case and spacing", async () => {
  const { shares } = await makeRecovery({ suite: "A1", least: 2, of: 3, random: chance("spelling") });
  const [text = ""] = shares;
  expect(text).toMatch(/^([A-Z2-7]{4} ){17}[A-Z2-7]{4}$/);
  expect(readShare(text.toLowerCase().replaceAll(" ", ""))).toEqual(read(text));
  expect(readShare(text.replaceAll(" ", "-").replaceAll("O", "0").replaceAll("I", "1"))).toEqual(read(text));
  expect(shareText(read(text))).toBe(text);
});

test("every symbol misread, and any two swapped, is noticed before anything is added up", async () => {
  const { shares } = await makeRecovery({ suite: "A1", least: 2, of: 3, random: chance("misread") });
  const symbols = (shares[0] ?? "").replaceAll(" ", "");
  for (let at = 0; at < symbols.length; at += 1) {
    const other = symbols[at] === "Q" ? "R" : "Q";
    expect(readShare(symbols.slice(0, at) + other + symbols.slice(at + 1))).toBe("Misread");
    const [a = "", b = ""] = symbols.slice(at, at + 2);
    if (a !== b && b !== "")
      expect(readShare(symbols.slice(0, at) + b + a + symbols.slice(at + 2))).toBe("Misread");
  }
  for (const text of ["", "ABCD", symbols.slice(1), `${symbols}A`, symbols.replace(/./, "!")])
    expect(readShare(text)).toBe("NotAShare");
});

test("shares of another set, the same share twice, and a forged one are each named", async () => {
  const random = chance("faults");
  const ours = await makeRecovery({ suite: "A1", least: 2, of: 3, random });
  const theirs = await makeRecovery({ suite: "A1", least: 2, of: 3, random });
  const [one, two] = ours.shares.map(read);
  const [other] = theirs.shares.map(read);
  if (!one || !two || !other) throw new Error("three shares");
  expect(await combineShares([one, other], ours.act)).toEqual({ type: "OtherSet" });
  expect(await combineShares([one, one], ours.act)).toEqual({ type: "SameTwice" });
  // A share that is whole and false: the library gives a secret for it, and says nothing.
  const part = two.part.slice();
  part[5] = (part[5] ?? 0) ^ 1;
  expect(await combineShares([one, { ...two, part }], ours.act)).toEqual({ type: "WrongSecret" });
  const passedOff = { ...other, set: ours.act.set, number: 3 };
  expect(await combineShares([one, passedOff], ours.act)).toEqual({ type: "WrongSecret" });
  const coordinate = two.part.slice();
  coordinate[32] = 0;
  expect(await combineShares([one, { ...two, part: coordinate }], ours.act)).toEqual({ type: "WrongSecret" });
  // A whole set of an older paper, against the log of today.
  expect(
    await combineShares(theirs.shares.map(read), { ...theirs.act, recipient: ours.act.recipient }),
  ).toEqual({
    type: "WrongSecret",
  });
});

test("three trustees with no device left come in, open every box, and rotate", async () => {
  const house = await helpline("trustees");
  const { act, shares } = await makeRecovery({ suite: "A1", least: 2, of: 3, random: house.random });
  const set = await changeTeam({
    keep: house.open,
    team: house.team,
    now,
    desks: [house.secrets],
    acts: [act],
  });
  const [box] = set.push.boxes;
  if (!box) throw new Error("a box");
  expect(box.recovery).toBe(act.recipient);

  const identity = await combineShares(shares.slice(1).map(read), recoveryOf(set.team) ?? act);
  if (typeof identity !== "string") throw new Error(identity.type);
  expect(await openBoxByRecovery(box, identity, set.team)).toEqual(house.secrets);
  const back = await recoverMember({ identity, team: set.team, now, random: chance("a new laptop") });
  const secrets = await openBoxByRecovery(box, identity, back.team);
  const keep = await openKeep({
    ...house.keep,
    member: back.member.member,
    device: back.device.device,
    signing: Buffer.from(back.device.secrets.signing).toString("base64url"),
    identity: back.device.secrets.identity,
  });
  const rotated = await changeTeam({
    keep,
    team: back.team,
    now,
    desks: [secrets],
    random: chance("new keys"),
    acts: [],
  });
  expect(rotated.push.boxes[0]?.devices).toEqual([house.device, back.device.device].toSorted());

  const other = await makeRecovery({ suite: "A1", least: 2, of: 3, random: house.random });
  const wrong = await combineShares(other.shares.map(read), other.act);
  if (typeof wrong !== "string") throw new Error(wrong.type);
  await expect(openBoxByRecovery(box, wrong, set.team)).rejects.toMatchObject({ why: "NotForThisDevice" });
  await expect(
    recoverMember({ identity: wrong, team: set.team, now, random: chance("a thief") }),
  ).rejects.toMatchObject({
    why: "BadSignature",
  });
});

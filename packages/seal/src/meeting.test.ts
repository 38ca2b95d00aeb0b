import { toText } from "@answerable/wire";
import { describe, expect, test } from "vitest";

import { invite, isRefusal, joinByLink, openBox, openKeep, readLink } from "./index.ts";
import { chance } from "./testing/chance.ts";
import { helpline } from "./testing/helpline.ts";
import { honest, meet } from "./testing/two-devices.ts";

describe("enrolling a second device", () => {
  for (const suite of ["A1", "A2"] as const) {
    test(`two people who read each other six digits share one desk, in suite ${suite}`, async () => {
      const house = await helpline(`meeting ${suite}`, { suite });
      const met = await meet({
        house,
        name: `meeting ${suite}`,
        type: (shown) => `${shown.slice(0, 3)} ${shown.slice(3)}`,
      });
      for (const shown of met.digits) expect(shown).toMatch(/^\d{6}$/);
      const [box] = met.push?.boxes ?? [];
      if (!met.keep || !box) throw new Error("enrolled");
      expect(await openBox(box, met.keep, met.team)).toEqual(house.secrets);
      expect(met.keep).toMatchObject({
        fingerprint: house.keep.fingerprint,
        member: house.member,
        memberSeed: house.keep.memberSeed,
      });
      expect(met.keep.device).not.toBe(house.device);
      const open = await openKeep(met.keep);
      expect(met.team.devices.get(met.keep.device)?.signing).toBe(toText(open.signer.publicKey));
    });
  }

  test("under a practice charter nobody types, and the digits are still the same on both sides' terms", async () => {
    const house = await helpline("practice meeting", { practice: true });
    const met = await meet({ house, name: "practice meeting", type: () => undefined });
    expect(met.accepted.type).toBe("Accepted");
    expect(met.digits.every((shown) => /^\d{6}$/.test(shown))).toBe(true);
  });

  test("a real charter never lets the typing be skipped", async () => {
    const house = await helpline("no skipping");
    await expect(meet({ house, name: "no skipping", type: () => undefined })).rejects.toMatchObject({
      why: "DigitsMissing",
    });
  });

  test("wrong digits burn the meeting for good, and the other side is told", async () => {
    const house = await helpline("wrong digits");
    const old = invite({
      keep: house.open,
      team: house.team,
      origin: "https://desk.example.org",
      random: chance("wrong digits old"),
    });
    const link = readLink(old.link);
    if (!link) throw new Error("a link");
    const young = await joinByLink({
      link,
      statements: house.push.statements,
      random: chance("wrong digits new"),
    });
    const offered = await young.readOffer(old.offer);
    const joined = await old.readJoin(offered.join);
    const revealed = await offered.readReveal(joined.reveal);
    const wrong = (digits: string) => String((Number(digits) + 1) % 1_000_000).padStart(6, "0");
    const answer = await joined.accept(wrong(revealed.digits));
    if (answer.type !== "WrongDigits") throw new Error("refused");
    expect(isRefusal(link, honest(answer.refuse))).toBe(true);
    await expect(joined.accept(revealed.digits)).rejects.toMatchObject({ why: "TakenTwice" });
    await expect(old.readJoin(offered.join)).rejects.toMatchObject({ why: "TakenTwice" });
    expect((await revealed.confirm(wrong(joined.digits))).type).toBe("WrongDigits");
    await expect(revealed.confirm(joined.digits)).rejects.toMatchObject({ why: "TakenTwice" });
    expect(() => isRefusal(link, offered.join)).toThrow("damaged: note");
  });

  test("a link is read whatever stands before the fragment, and nothing else is a link", async () => {
    const house = await helpline("links");
    const { link } = invite({
      keep: house.open,
      team: house.team,
      origin: "https://desk.example.org",
      random: chance("links"),
    });
    expect(readLink(link)?.fingerprint).toBe(house.keep.fingerprint);
    expect(readLink(`  ${link}\n`)).toEqual(readLink(link));
    for (const wrong of [
      "",
      "https://desk.example.org/",
      link.slice(0, -1),
      `${link}A`,
      link.replace("enrol=", "enroll="),
    ]) {
      expect(readLink(wrong)).toBeUndefined();
    }
  });

  test("a link to another helpline does not enrol here", async () => {
    const house = await helpline("here");
    const other = await helpline("elsewhere");
    const { link } = invite({
      keep: other.open,
      team: other.team,
      origin: "https://desk.example.org",
      random: chance("here"),
    });
    const read = readLink(link);
    if (!read) throw new Error("a link");
    await expect(
      joinByLink({ link: read, statements: house.push.statements, random: chance("x") }),
    ).rejects.toMatchObject({ why: "WrongFingerprint" });
  });
});
